"""All that is printed can be searched, piece by piece: where `check` looks quotations up."""

import sqlalchemy as sa
from alembic import op

from sayso.record.search import pieces_of

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "pieces",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["digest"], ["texts.digest"], name="fk_pieces_digest"),
        sa.PrimaryKeyConstraint("number", name="pk_pieces"),
    )
    op.create_index("pieces_by_digest", "pieces", ["digest"])
    op.execute(_WORDS)
    op.execute("CREATE VIRTUAL TABLE pieces_vocabulary USING fts5vocab(pieces_words, row)")
    _cut_texts(op.get_bind())


_WORDS = """
    CREATE VIRTUAL TABLE pieces_words USING fts5(
        words, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2'
    )
"""

_PIECE = "INSERT INTO pieces (number, digest, start, stop) VALUES (?, ?, ?, ?)"


def _cut_texts(connection: sa.Connection) -> None:
    number = 1
    for digest, text in connection.exec_driver_sql("SELECT digest, text FROM texts ORDER BY digest").all():
        # A number is left out between two texts, so that neighbours are of one text.
        number += 1
        for span in pieces_of(text):
            connection.exec_driver_sql(_PIECE, (number, digest, span.start, span.end))
            words = (number, span.of(text))
            connection.exec_driver_sql("INSERT INTO pieces_words (rowid, words) VALUES (?, ?)", words)
            number += 1
