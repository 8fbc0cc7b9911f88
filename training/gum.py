"""GUM's attribution relations as training texts: nested, sometimes negative, which PolNeAR never is.

usage: python -m training.gum GUM OUT.jsonl

GUM is the folder with `rst/*.rs4` and `xml/*.xml`. Only the genres that its LICENSE.txt names and gives without NC:
academic (CC BY 4.0), bio (CC BY-SA 3.0), court (CC BY 4.0), interview and news (Wikinews, CC BY 2.5), voyage (CC BY-SA
3.0). Left out as NC: essays, fiction, letters, podcasts, WikiHow, reddit. Left out because LICENSE.txt says nothing of
them: conversation, speech, textbook, vlog. GUM's annotations are CC BY 4.0.

What is marked is less than PolNeAR marks: clauses that are said, thought, known or shown, and not "opposes the bill".
Source and cue follow PolNeAR: the cue is the verb with its auxiliaries, negation and adverbs ("also did not say"), the
source is a whole noun phrase, of a relative clause "who", and the content has "that" and its quotation marks in it, but
no punctuation at its edges.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.detokenise import Token, read_tokens
from training.labelled import Attribution, Labelled, write_texts
from training.roles import RelationReader, inside_quotation, spans_of
from training.rst import Relation, read_relations

GENRES = {"academic", "bio", "court", "interview", "news", "voyage"}


def main() -> None:
    """Read the folder, write the texts."""
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    write_texts(out, read_gum(folder))


def read_gum(folder: Path) -> Iterator[Labelled]:
    """Every document of a free genre."""
    for path in sorted(folder.glob("rst/*.rs[34]")):
        if path.stem.split("_")[1] in GENRES:
            text, tokens = read_tokens(folder / "xml" / f"{path.stem}.xml")
            yield Labelled(path.stem, text, tuple(attributions(tokens, read_relations(path))))


def attributions(tokens: list[Token], relations: Iterable[Relation]) -> Iterator[Attribution]:
    """What PolNeAR's annotators would have marked of the relations."""
    quoted = inside_quotation(tokens)
    for relation in relations:
        reading = RelationReader(tokens, quoted, relation)
        cue = reading.cue()
        content = reading.content(cue)
        if cue and content:
            source = reading.source(cue)
            yield Attribution(spans_of(tokens, source), spans_of(tokens, cue), spans_of(tokens, content))


if __name__ == "__main__":
    main()
