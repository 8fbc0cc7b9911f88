from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from make import reading, said
from sayso.errors import NotInRecord, RecordError
from sayso.model import Actor, ActorKind, Channel, Kind, Reading, Reality, Span, When
from sayso.record import NOBODY, Question, Record

LAKE = reading(
    "“The cease-fire holds, it holds,” said Édith Müller-Rossi. “We won’t sign at once,” "
    "Carlo Bianchi told Dora Verdi.\n"
    "She never said that the lake is for sale. “Holds,” somebody said.",
    said("Édith Müller-Rossi", "The cease-fire holds, it holds", channel=Channel.SPEECH),
    said("Carlo Bianchi", "We won’t sign at once", to=("Dora Verdi",), channel=Channel.PHONE_CALL, confidence=0.3),
    said("Dora Verdi", "the lake is for sale", reality=Reality.NOT_SAID, kind=Kind.INDIRECT),
    said(None, "Holds", kind=Kind.MIXED),
    source="lake.txt",
    outlet="The Lake Post",
    published="2025-10-14",
)
HILL = reading(
    "“At once we must sign the lake treaty,” Bianchi said in March.",
    said(
        "Bianchi",
        "At once we must sign the lake treaty",
        when=When("2025-03", Span(52, 60), "2025-03-01", "2025-03-31"),
    ),
    source="hill.txt",
)


@pytest.fixture(scope="module")
def record() -> Record:
    record = Record(":memory:")
    record.add(LAKE)
    record.add(HILL)
    return record


def words_said(record: Record, **question: object) -> list[str]:
    return [line.words for line in record.said(Question(**question)).lines]  # type: ignore[arg-type]


CEASE_FIRE, REFUSAL, LAKE_SALE, HOLDS = (one.words for one in LAKE.statements)
TREATY = HILL.statements[0].words

QUESTIONS = [
    ({}, [CEASE_FIRE, REFUSAL, HOLDS, TREATY]),
    ({"words": "sign"}, [REFUSAL, TREATY]),
    ({"words": "SIGN once"}, [REFUSAL, TREATY]),
    ({"words": '"sign at once"'}, [REFUSAL]),
    ({"words": "“at once we”"}, [TREATY]),
    ({"words": "won't"}, [REFUSAL]),
    ({"words": "cease-fire"}, [CEASE_FIRE]),
    ({"words": "cease fire"}, [CEASE_FIRE]),
    ({"words": "ceasefire"}, []),
    ({"words": "cease NOT fire"}, []),
    ({"words": "…"}, []),
    ({"words": "   "}, [CEASE_FIRE, REFUSAL, HOLDS, TREATY]),
    ({"words": "sayso finds nothing"}, []),
    ({"about": "treaty"}, [TREATY]),
    ({"words": "once", "about": "lake"}, [TREATY]),
    ({"words": "Bianchi"}, []),
    ({"by": "edith muller"}, [CEASE_FIRE]),
    ({"by": "ROSSI"}, [CEASE_FIRE]),
    ({"by": "bianchi"}, [REFUSAL, TREATY]),
    ({"by": "Bian"}, []),
    ({"to": "verdi"}, [REFUSAL]),
    ({"by": "bianchi", "words": "treaty"}, [TREATY]),
    ({"speaker": "Bianchi"}, [TREATY]),
    ({"speaker": NOBODY}, [HOLDS]),
    ({"addressee": "Dora Verdi"}, [REFUSAL]),
    ({"addressee": NOBODY}, [CEASE_FIRE, HOLDS, TREATY]),
    ({"outlet": "The Lake Post"}, [CEASE_FIRE, REFUSAL, HOLDS]),
    ({"outlet": NOBODY}, [TREATY]),
    ({"channel": Channel.PHONE_CALL}, [REFUSAL]),
    ({"kind": Kind.MIXED}, [HOLDS]),
    ({"reality": Reality.NOT_SAID}, [LAKE_SALE]),
    ({"reality": None, "words": "lake"}, [LAKE_SALE, TREATY]),
    ({"unsure": True}, [REFUSAL]),
    ({"document": HILL.document.id}, [TREATY]),
    ({"since": "2025-10"}, [CEASE_FIRE, REFUSAL, HOLDS]),
    ({"since": "2025-03-15", "until": "2025-03-20"}, [TREATY]),
    ({"until": "2025"}, [CEASE_FIRE, REFUSAL, HOLDS, TREATY]),
    ({"until": "2025-10-13"}, [TREATY]),
    ({"since": "2026"}, []),
    ({"month": "2025-03"}, [TREATY]),
    ({"limit": 2}, [CEASE_FIRE, REFUSAL]),
    ({"limit": 2, "offset": 3}, [TREATY]),
    ({"limit": 0}, []),
    ({"limit": None}, [CEASE_FIRE, REFUSAL, HOLDS, TREATY]),
]


@pytest.mark.parametrize("question, expected", QUESTIONS, ids=lambda value: str(value)[:40])
def test_a_question_finds_what_was_said(record: Record, question: dict[str, object], expected: list[str]) -> None:
    found = words_said(record, **question)
    assert sorted(found) == sorted(expected)
    if "words" not in question:
        assert found == expected


TYPED = [
    '"',
    "'",
    "AND",
    "NOT",
    "a AND",
    "NEAR(",
    "*",
    "ho*",
    "words:",
    "^a",
    "(",
    "-",
    "{x}:",
    "a\0b",
    '"a "b',
    "“",
    ";",
]


@pytest.mark.parametrize("typed", TYPED)
def test_nothing_that_is_typed_is_an_operator(record: Record, typed: str) -> None:
    for field in ("words", "by", "to", "about"):
        asked: dict[str, Any] = {field: typed}
        assert record.said(Question(**asked)).total >= 0


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=30))
@example('"" OR ""')
@example("\ud800")
def test_no_words_make_a_question_fail(typed: str) -> None:
    with Record(":memory:") as record:
        record.said(Question(words=typed, by=typed, to=typed, about=typed, outlet=typed, addressee=typed))
        record.passages(typed)
        with pytest.raises(NotInRecord):
            record.statement(typed)


def test_hits_are_the_words_that_were_asked_for(record: Record) -> None:
    line = record.said(Question(words='holds "it holds"', by="rossi")).lines[0]
    assert [span.of(line.words) for span in line.hits] == ["holds", "it holds"]


def test_a_name_in_the_words_is_no_hit_for_a_speaker(record: Record) -> None:
    assert record.said(Question(by="Bianchi")).lines[0].hits == ()


def test_the_best_fit_comes_first(record: Record) -> None:
    assert words_said(record, words="holds")[0] in (CEASE_FIRE, HOLDS)
    assert words_said(record, words="lake treaty") == [TREATY]


def test_words_that_stand_nearly_everywhere_give_the_newest_first(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.record.asking.RANKED", 0)
    assert words_said(record, words="once") == [REFUSAL, TREATY]


def test_facets_count_all_that_fits(record: Record) -> None:
    facets = record.said(Question(limit=1)).facets
    assert facets == {
        "speaker": (("Bianchi", 1), ("Carlo Bianchi", 1), ("Édith Müller-Rossi", 1), (None, 1)),
        "to": (("Dora Verdi", 1), (None, 3)),
        "channel": (("unspecified", 2), ("phone call", 1), ("speech", 1)),
        "kind": (("direct", 3), ("mixed", 1)),
        "outlet": (("The Lake Post", 3), (None, 1)),
        "month": (("2025-10", 3), ("2025-03", 1)),
        "reality": (("said", 4), ("not_said", 1)),
    }


@pytest.mark.parametrize("question", [Question(words="holds"), Question(since="2025"), Question(reality=None)])
def test_facets_agree_with_the_total(record: Record, question: Question) -> None:
    answer = record.said(question)
    for name, facet in answer.facets.items():
        counted = sum(count for _, count in facet)
        assert counted == answer.total or name == "reality"


def test_a_facet_of_nothing_is_empty(record: Record) -> None:
    assert set(record.said(Question(words="absent")).facets.values()) == {()}


def test_a_group_is_found_by_the_names_of_its_members() -> None:
    text = "“We leave,” the two said."
    one = reading(text, said("the two", "We leave"))
    pair = Actor("a1", "the two", ActorKind.GROUP, members=("a2",))
    with Record(":memory:") as record:
        record.add(replace(one, actors=(pair, Actor("a2", "Carlo Bianchi", ActorKind.PERSON))))
        assert record.said(Question(by="Bianchi")).lines[0].speaker == "the two"


@pytest.mark.parametrize(
    "typed", ["yesterday", "2025-1", "14 October", "2025-13", "2025-00", "2025-02-30", "2025-10-00"]
)
def test_a_date_that_is_none_is_refused_with_advice(record: Record, typed: str) -> None:
    with pytest.raises(RecordError, match="is no date; write it as 2025-10-14"):
        record.said(Question(since=typed))


def test_a_statement_brings_the_words_around_it(record: Record) -> None:
    line = record.statement(LAKE.statements[1].id[:9])
    assert line.before.endswith("said Édith Müller-Rossi. “")
    assert line.after.startswith(",” Carlo Bianchi told Dora Verdi.\n")
    assert line.place.of(LAKE.document.text) == REFUSAL
    assert (line.addressees, line.document.name) == (("Dora Verdi",), "The Lake Post")


def test_context_is_cut_between_words() -> None:
    text = "wordy " * 100 + "“Here,” Rossi said." + " wordy" * 100
    with Record(":memory:") as record:
        one = reading(text, said("Rossi", "Here"))
        record.add(one)
        line = record.statement(one.statements[0].id)
        assert line.before.startswith("wordy ")
        assert line.after.endswith(" wordy")


def test_the_closest_statement_over_a_place_comes_first() -> None:
    text = "He said that the bridge was safe and sound."
    one = reading(text, said("He", "the bridge was safe and sound"), said("He", "safe and sound"))
    with Record(":memory:") as record:
        record.add(one)
        at = text.index("safe")
        assert [line.words for line in record.spoken(one.document.id, Span(at, at + 14))] == [
            "safe and sound",
            "the bridge was safe and sound",
        ]
        assert record.spoken(one.document.id, Span(0, 2)) == []
        record.judge(one.statements[1].id, "reject", by="Ada")
        assert len(record.spoken(one.document.id, Span(at, at + 14))) == 1


def test_speakers_are_counted_by_what_they_really_said(record: Record) -> None:
    assert record.speakers() == [("Bianchi", 1), ("Carlo Bianchi", 1), ("Édith Müller-Rossi", 1)]


def test_the_view_reads_like_a_list_of_who_said_what(record: Record) -> None:
    from sqlalchemy import text

    with record._database.reading() as connection:
        rows = connection.execute(text("SELECT document, speaker, words, to_whom, when_said FROM who_said_what")).all()
    assert ("hill.txt", "Bianchi", TREATY, "[]", "2025-03") in rows


def test_empty_readings_make_no_lines() -> None:
    with Record(":memory:") as record:
        record.add(Reading(LAKE.document))
        assert record.said() == record.said(Question(words="lake")) == type(record.said())(0, (), record.said().facets)


def test_an_answer_without_facets_is_the_same_answer(record: Record) -> None:
    for question, _ in QUESTIONS:
        whole = record.said(Question(**question))  # type: ignore[arg-type]
        assert record.said(Question(**question, facets=False)) == replace(whole, facets={})  # type: ignore[arg-type]


def test_of_what_needs_a_person_the_least_sure_come_first_and_leaves_hold_together() -> None:
    sureness = (0.6, 0.31, 0.69, 0.5, 0.31, 0.9)
    text = " ".join(f"“Number {place},” Ada Vento said." for place in range(len(sureness)))
    with Record(":memory:") as record:
        record.add(reading(text, *(said("Ada Vento", f"Number {i}", confidence=one) for i, one in enumerate(sureness))))
        for asked in ({}, {"words": "number"}):
            assert words_said(record, unsure=True, **asked) == [f"Number {place}" for place in (1, 4, 3, 0, 2)]
            leaves = [words_said(record, unsure=True, limit=2, offset=offset, **asked) for offset in (0, 2, 4)]
            assert leaves == [["Number 1", "Number 4"], ["Number 3", "Number 0"], ["Number 2"]]
