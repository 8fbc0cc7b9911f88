"""Drafts that are only spoken of, how one came from another, and advice that was later followed."""

import pytest

from sayso.model import Act, Document, Reading
from sayso.reading import read_document


def _read(text: str) -> Reading:
    return read_document(Document(text, outlet="The Courier", published="2026-03-20"))


RELATIONS = [
    ("The ministry revised the 12-point plan into a nine-point plan.", [(12, 9, "revised into", "stated")]),
    (
        "Piet Maas tabled a 12-point plan. Ada Vento has revised a new 9-point plan.",
        [(12, 9, "revised into", "stated")],
    ),
    ("Ada Vento cut the 12-point plan to a 9-point plan.", [(12, 9, "cut to", "stated")]),
    ("The 9-point plan was based on a 12-point proposal.", [(12, 9, "said to derive from", "stated")]),
    ("The 9-point plan is believed to be based on a 12-point proposal.", [(12, 9, "said to derive from", "alleged")]),
    ("The 9-point plan was not based on a 12-point proposal.", [(12, 9, "said to derive from", "denied")]),
    (
        "The initial draft of what is believed to be a 9-point plan was long.",
        [(None, 9, "said to derive from", "alleged")],
    ),
    ("A 12-point plan is dead. A 9-point plan is on the table.", []),
]


@pytest.mark.parametrize(("text", "wanted"), RELATIONS)
def test_a_relation_between_drafts_is_what_the_text_states_alleges_or_denies(
    text: str, wanted: list[tuple[int | None, int | None, str, str]]
) -> None:
    reading = _read(text)
    points = {draft.id: draft.points for draft in reading.drafts}
    told = [(points[one.from_], points[one.to], one.relation, one.status) for one in reading.draft_relations]
    assert told == wanted


def test_a_draft_has_its_points_and_authors_and_is_one_however_often_it_is_named() -> None:
    reading = _read("Ada Vento tabled a twelve-point plan. The plan is long. Critics read the 12-point plan.")
    names = {actor.id: actor.name for actor in reading.actors}
    (draft,) = reading.drafts
    assert (draft.points, [names[id] for id in draft.authors], len(draft.spans)) == (12, ["Ada Vento"], 3)


def test_advice_that_the_one_advised_is_later_reported_to_follow_is_linked_by_its_words() -> None:
    reading = _read(
        "Ada Vento told Piet Maas that he should congratulate Joss Tamm before the vote.\n\n"
        "Joss Tamm said that Maas had congratulated him on Monday."
    )
    by_id = {one.id: one for one in reading.statements}
    (link,) = reading.outcomes
    assert by_id[link.advice].act is Act.ADVISES
    assert (by_id[link.advice].start < by_id[link.outcome].start, link.reasons) == (
        True,
        ("the same act is reported later: “congratulated”",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ada Vento told Piet Maas that he should resign. Joss Tamm said that Hanne Lorn had resigned.",
        "Ada Vento told Piet Maas that he should resign. Joss Tamm said that Maas would resign.",
        "Ada Vento told Piet Maas that he should resign. Joss Tamm said that Maas had not resigned.",
        "Joss Tamm said that Maas had resigned. Ada Vento told Piet Maas that he should resign.",
    ],
)
def test_another_doer_a_plan_a_denial_or_an_earlier_act_follow_no_advice(text: str) -> None:
    assert not _read(text).outcomes
