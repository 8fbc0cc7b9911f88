"""People over all documents: who is one, who may be, and what was decided about it."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_KINDS = "kind IN ('person', 'organisation', 'outlet', 'group', 'document', 'unnamed')"
_DECIDED = "decision IN ('same', 'different', 'unsure')"


def _text(name: str, *more: sa.SchemaItem, **options: bool) -> "sa.Column[str]":
    options.setdefault("nullable", False)
    return sa.Column(name, sa.Text, *more, **options)


def _person(name: str) -> "sa.Column[str]":
    return _text(name, sa.ForeignKey("people.name", ondelete="CASCADE"), primary_key=True)


def upgrade() -> None:
    # Who is who is found out anew after every migration.
    op.add_column("actors", _text("person", nullable=True))
    op.create_index("actors_by_person", "actors", ["person"])
    op.create_table(
        "people",
        _text("name", primary_key=True),
        _text("kind"),
        _text("names"),
        _text("roles"),
        sa.CheckConstraint(_KINDS, name="ck_people_kind"),
        sqlite_with_rowid=False,
    )
    op.create_table("people_keys", _text("key", primary_key=True), _person("name"), sqlite_with_rowid=False)
    op.create_index("people_keys_by_name", "people_keys", ["name"])
    op.create_table(
        "proposals",
        _person("one"),
        _person("other"),
        sa.Column("score", sa.Float, nullable=False),
        _text("reasons"),
        sqlite_with_rowid=False,
    )
    op.create_index("proposals_by_other", "proposals", ["other"])
    op.create_table(
        "samenesses",
        _text("id", primary_key=True),
        *_anchor("one"),
        *_anchor("other"),
        _text("decision"),
        _text("note", nullable=True),
        _text("person"),
        _text("at"),
        _text("withdrawn", nullable=True),
        sa.CheckConstraint(_DECIDED, name="ck_samenesses_decision"),
    )
    for side in ("one", "other"):
        op.create_index(f"samenesses_by_{side}_digest", "samenesses", [f"{side}_digest"])
    op.create_table("known", _text("name", primary_key=True), _text("aliases"), _text("offices"))
    op.create_table(
        "known_names",
        _text("form", primary_key=True),
        _text("name", sa.ForeignKey("known.name", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _anchor(side: str) -> "tuple[sa.Column[str] | sa.Column[int], ...]":
    return (
        _text(f"{side}_digest", sa.ForeignKey("texts.digest")),
        sa.Column(f"{side}_start", sa.Integer, nullable=False),
        sa.Column(f"{side}_stop", sa.Integer, nullable=False),
        _text(f"{side}_words"),
    )
