"""What a story claims, outside of quotation marks, that somebody said."""

from __future__ import annotations

import pytest

from sayso.attribution.quotes import pair
from sayso.check.claims import claims
from sayso.model import Span

OFF = "the deal was off until the ship came home"
FOUND = [
    # X said CLAUSE.
    (f"Ilse Varnholt said that {OFF}.", "Ilse Varnholt", OFF),
    (f"Varnholt told Brask {OFF}.", "Varnholt", OFF),
    (f"Varnholt told him on Monday that {OFF}.", "Varnholt", OFF),
    (f"Varnholt said on Monday {OFF}.", "Varnholt", OFF),
    (f"Varnholt said in a statement on Monday that {OFF}.", "Varnholt", OFF),
    (f"Varnholt, the commissioner, announced that {OFF}.", "Varnholt", OFF),
    ("Ada Vento, the mayor of Vessary harbour, said it was out of the talks.", "Ada Vento", "it was out of the talks"),
    (f"Emil Tagg, the harbour master, has said that {OFF}.", "Emil Tagg", OFF),
    (f"In Vessary, Varnholt warned that {OFF}.", "Varnholt", OFF),
    (f"She wrote in a letter that {OFF}.", None, OFF),
    (f"The ministry added that {OFF}.", None, OFF),
    (
        "She said he wants to close four harbours that do not pay.",
        None,
        "he wants to close four harbours that do not pay",
    ),
    (f"Brask told the aide of the premier that {OFF}.", "Brask", OFF),
    (f"Brask asked whether {OFF}.", "Brask", OFF),
    (f"- **Varnholt** said that {OFF}.", "Varnholt", OFF),
    (f"Caldwick, who said that {OFF}, left early.", None, OFF),
    (f"He was told by Brask that {OFF}.", "Brask", OFF),
    # CLAUSE, X said.
    (f"{OFF.capitalize()}, Varnholt said.", "Varnholt", OFF.capitalize()),
    (f"{OFF.capitalize()}, she told reporters in Vessary on Monday.", None, OFF.capitalize()),
    (f"{OFF.capitalize()}, said Ilse Varnholt, the commissioner.", "Ilse Varnholt", OFF.capitalize()),
    # According to X.
    (f"According to Varnholt, {OFF}.", "Varnholt", OFF),
    (f"According to Ilse Varnholt, the fisheries commissioner, {OFF}.", "Ilse Varnholt", OFF),
    (f"{OFF.capitalize()}, according to Varnholt.", "Varnholt", OFF.capitalize()),
    # Beside a quotation.
    (f"Varnholt said {OFF}: “It is over.”", "Varnholt", OFF),
    (f"“It is over,” Varnholt said, adding that {OFF}.", "Varnholt", OFF),
    (f"“It is over.” Varnholt said that {OFF}.", "Varnholt", OFF),
    # Of two, one within the other, the inner one.
    (f"Brask said that Varnholt told him that {OFF}.", "Varnholt", OFF),
]


@pytest.mark.parametrize(("story", "name", "clause"), FOUND)
def test_a_claim_is_found_with_its_speaker(story: str, name: str | None, clause: str) -> None:
    (claim,) = claims(story, pair(story))
    assert (claim.cue.name, claim.words(story)) == (name, clause)


NONE = [
    f"Varnholt did not say that {OFF}.",
    f"Varnholt never said that {OFF}.",
    f"Varnholt would say that {OFF}.",
    f"Varnholt will say that {OFF}.",
    f"Varnholt denied that {OFF}.",
    f"She declined to say whether {OFF}.",
    f"If Varnholt said that {OFF}, nobody heard it.",
    f"Did Varnholt say that {OFF}?",
    f"Nobody said that {OFF}.",
    "Varnholt said the deal was “dead and buried” for good.",
    "Varnholt announced eight weeks of closure on Monday.",
    "He said a few words and left the harbour office.",
    "Varnholt spoke of herring for an hour.",
    "“It is over,” said Ada Vento, an economist at the harbour office in Vessary.",
    "His former partner at the harbour office, Emil Tagg, called him a master of delay.",
    "Looking ahead to the winter on the bank, Hollin explained why she backs the plan.",
    "Chastened by the talks in Vessary, the minister revised his plan, promising to stay at home.",
    "The campaign showed remarks viewed by many as an attack on the harbour master.",
    "But in a statement on the morning of Friday, Varnholt said: “It is over.”",
    "“I admire the mechanics” of the proposals for the bank, Varnholt said.",
    "Having said that, there are some who argued otherwise.",
    "Asked about the boats of the northern fleet, she said no.",
    "What worried Brask most was the mood in Kestermouth.",
    "",
]


@pytest.mark.parametrize("story", NONE)
def test_this_claims_nothing(story: str) -> None:
    assert claims(story, pair(story)) == []


@pytest.mark.parametrize(
    ("story", "found"),
    [
        (
            "Rossi said the treaty was dead, and Maas said the boats would stay at home.",
            [("Rossi", "the treaty was dead"), ("Maas", "the boats would stay at home")],
        ),
        (
            "Rossi said the treaty was dead and added that the boats would stay at home.",
            [("Rossi", "the treaty was dead"), ("Rossi", "the boats would stay at home")],
        ),
        (
            "Rossi answered that nothing had been offered; Maas insisted that a number had been named.",
            [("Rossi", "nothing had been offered"), ("Maas", "a number had been named")],
        ),
    ],
)
def test_a_sentence_may_hold_two(story: str, found: list[tuple[str, str]]) -> None:
    assert [(claim.cue.name, claim.words(story)) for claim in claims(story, ())] == found


def test_a_clause_around_its_cue_is_one_claim() -> None:
    story = "Her people, Brask said, wanted ten weeks closed."
    (claim,) = claims(story, ())
    assert claim.words(story) == "Her people wanted ten weeks closed"
    assert claim.span == Span(0, len(story) - 1)
