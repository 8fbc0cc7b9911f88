"""Which accounts are of one event, against what a careful editor decides."""

from __future__ import annotations

import tomllib
from pathlib import Path

from sayso.events import Days, Likeness, Party, Sameness, Telling, compare, grouped
from sayso.events.days import days
from sayso.events.words import runs
from sayso.model import CommunicationKind, Status
from sayso.times.edtf import bounds

PAIRS = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))["pairs"]


def telling(number: int, given: dict[str, str]) -> Telling:
    return Telling(
        document=given.get("document", f"d{number}"),
        communication=f"c{number}",
        kind=CommunicationKind(given["kind"]),
        parties=frozenset(Party(name.rstrip("*"), not name.endswith("*")) for name in given["who"].split(", ")),
        days=date(given["day"]) if "day" in given else None,
        published=given.get("out", "2026-12-01"),
        place=given.get("place"),
        medium=given.get("medium"),
        duration=given.get("lasted"),
        status=Status(given.get("status", "happened")),
        quotes=runs([given.get("said", "")]),
    )


def date(edtf: str) -> Days:
    return days(edtf, *bounds(edtf))


def likeness(pair: dict[str, dict[str, str]]) -> Likeness:
    return compare(telling(7, pair["one"]), telling(8, pair["other"]))


def test_no_two_events_are_merged_that_an_editor_would_keep_apart() -> None:
    assert [pair["why"] for pair in PAIRS if pair["verdict"] != "same" and likeness(pair).sameness == "same"] == []


def test_nearly_all_decisions_are_those_of_an_editor() -> None:
    assert len(PAIRS) >= 40
    wrong = [(pair["why"], likeness(pair)) for pair in PAIRS if likeness(pair).sameness != pair["verdict"]]
    assert len(wrong) <= 0.05 * len(PAIRS), wrong


def test_it_does_not_matter_which_of_two_comes_first() -> None:
    for pair in PAIRS:
        one, other = telling(7, pair["one"]), telling(8, pair["other"])
        there, back = compare(one, other), compare(other, one)
        assert (there.sameness, there.weight) == (back.sameness, back.weight), pair["why"]


def test_whatever_is_decided_is_explained() -> None:
    for pair in PAIRS:
        reasons = likeness(pair).reasons
        assert reasons, pair["why"]
        assert any(reason.against for reason in reasons) == (likeness(pair).sameness is not Sameness.SAME), pair["why"]


def test_groups_hold_the_same_pairs_whatever_the_order() -> None:
    for pair in PAIRS:
        both = [telling(7, pair["one"]), telling(8, pair["other"])]
        together = likeness(pair).sameness is Sameness.SAME
        assert [len(group) for group in grouped(both)] == ([2] if together else [1, 1]), pair["why"]
        assert grouped(both) == grouped(both[::-1])


def test_an_account_that_fits_two_events_is_put_with_neither() -> None:
    first, second, week = (
        telling(number, {"kind": "call", "who": "Falk, Marin", "day": day})
        for number, day in enumerate(("2026-05-01", "2026-05-03", "2026-04-27/2026-05-03"))
    )
    assert {len(group) for group in grouped([first, second, week])} == {1}


def test_two_outlets_that_print_one_text_tell_one_thing() -> None:
    one, other = (
        Telling(document, "c1", CommunicationKind.STATEMENT, text=("digest", 12)) for document in ("d1", "d2")
    )
    assert compare(one, other).sameness is Sameness.SAME
    assert grouped([one, other]) == [(one, other)]
