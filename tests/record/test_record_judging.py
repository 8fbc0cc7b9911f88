from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from make import reading, said
from sayso.errors import InvalidJudgement, NotInRecord
from sayso.model import Basis, Decision, Kind, Outcome, Reading, Span, When
from sayso.record import Question, Record

TEXT = "“It is over,” Anna Rossi told Carlo Bianchi on Monday. “I doubt it,” Bianchi said. Dora Verdi agreed."


def story(**document: object) -> Reading:
    return reading(
        TEXT,
        said("Anna Rossi", "It is over", to=("Carlo Bianchi",), confidence=0.4),
        said("Carlo Bianchi", "I doubt it"),
        **document,
    )


OVER, DOUBT = (statement.id for statement in story().statements)
DOCUMENT = story().document.id


def a_record(*readings: Reading) -> Record:
    record = Record(":memory:")
    for one in readings or (story(),):
        record.add(one)
    return record


def correct(record: Record, field: str, value: str, statement: str = OVER) -> None:
    record.judge(statement, "correct", field=field, value=value, by="Ada")


def test_a_confirmed_statement_needs_nobody_any_more() -> None:
    with a_record() as record:
        assert record.summary().unsure == 1
        record.judge(OVER, Decision.CONFIRM, by="Ada")
        assert record.summary().unsure == 0
        assert record.statement(OVER).decision is Decision.CONFIRM
        assert record.said(Question(unsure=True)).total == 0


def test_a_rejected_statement_is_not_said_but_can_be_shown() -> None:
    with a_record() as record:
        record.judge(OVER, "reject", by="Ada", note="a headline")
        assert [line.id for line in record.said().lines] == [DOUBT]
        assert [one.id for one in record.reading(DOCUMENT).statements] == [DOUBT]
        assert [one.id for one in record.reading(DOCUMENT, rejected=True).statements] == [OVER, DOUBT]
        assert record.said(Question(rejected=True)).total == 2
        assert record.statement(OVER).rejected
        assert record.summary().statements == 1
        assert record.speakers() == [("Carlo Bianchi", 1)]


CORRECTIONS = [
    ("act", "predicts", "act", "predicts"),
    ("reality", "not_said", "reality", "not_said"),
    ("channel", "phone call", "channel", "phone call"),
    ("kind", "mixed", "kind", Kind.MIXED),
    ("cue", "25-29", "cue", (Span(25, 29),)),
    ("source", "14-24, 0-1", "source", (Span(0, 1), Span(14, 24))),
    ("content", "1-6,7-11", "words", "It is over"),
    ("speaker", "", "speaker", None),
    ("addressees", "", "addressees", ()),
    ("when", "2025-10", "when", When("2025-10", Span(1, 1), "2025-10-01", "2025-10-31")),
    ("when", "2025-10 14-24", "when", When("2025-10", Span(14, 24), "2025-10-01", "2025-10-31")),
    ("when", "", "when", None),
    ("via", "", "via", ()),
    ("basis", "told", "basis", Basis.TOLD),
]


@pytest.mark.parametrize("field, value, changed, expected", CORRECTIONS)
def test_a_correction_shows_wherever_the_statement_does(field: str, value: str, changed: str, expected: object) -> None:
    with a_record() as record:
        correct(record, field, value)
        for shown in (
            record.statement(OVER).statement,
            record.reading(DOCUMENT).statements[0],
            record.said(Question(document=DOCUMENT, reality=None)).lines[0].statement,
        ):
            assert getattr(shown, changed) == expected
        assert record.reading(DOCUMENT, judged=False) == story()


def test_a_corrected_speaker_may_be_a_surname_of_somebody_in_the_document() -> None:
    with a_record() as record:
        correct(record, "speaker", "bianchi")
        assert record.statement(OVER).speaker == "Carlo Bianchi"
        assert len(record.reading(DOCUMENT).actors) == 2
        assert record.said(Question(by="Bianchi")).total == 2


def test_a_corrected_speaker_with_a_new_name_becomes_an_actor_at_its_words() -> None:
    with a_record() as record:
        correct(record, "speaker", "Dora Verdi")
        line = record.statement(OVER)
        actor = record.reading(DOCUMENT).actor(line.statement.speaker)
        assert line.speaker == "Dora Verdi"
        assert actor is not None
        assert [span.of(TEXT) for span in actor.mentions] == ["Dora Verdi"]
        assert line.machine == story().statements[0]


def test_addressees_are_names_parted_by_semicolons() -> None:
    with a_record() as record:
        correct(record, "addressees", "Bianchi; Dora Verdi;; Bianchi")
        assert record.statement(OVER).addressees == ("Carlo Bianchi", "Dora Verdi")
        assert record.said(Question(to="verdi")).total == 1


def test_the_last_correction_of_a_field_counts() -> None:
    with a_record() as record:
        correct(record, "speaker", "Dora Verdi")
        correct(record, "act", "denies")
        correct(record, "speaker", "Bianchi")
        assert (record.statement(OVER).speaker, record.statement(OVER).statement.act) == ("Carlo Bianchi", "denies")
        assert [actor.name for actor in record.reading(DOCUMENT).actors if actor.name == "Dora Verdi"] == []


def test_undoing_a_judgement_brings_back_what_the_machine_read() -> None:
    with a_record() as record:
        correct(record, "speaker", "Dora Verdi")
        record.judge(DOUBT, "reject", by="Ada")
        for judgement in record.judgements():
            assert record.undo(judgement.id).withdrawn
        assert record.reading(DOCUMENT) == story()
        assert [one.withdrawn for one in record.judgements()] == [True, True]


def test_undoing_twice_does_no_harm_and_an_unknown_judgement_is_named() -> None:
    with a_record() as record:
        judgement = record.judge(OVER, "confirm", by="Ada")
        assert record.undo(judgement.id) == record.undo(judgement.id)
        with pytest.raises(NotInRecord, match="no judgement j0"):
            record.undo("j0")


def test_a_later_confirmation_outweighs_a_rejection() -> None:
    with a_record() as record:
        record.judge(OVER, "reject", by="Ada")
        record.judge(OVER, "confirm", by="Ben")
        assert record.said().total == 2
        assert [one.decision for one in record.statement(OVER).judgements] == ["reject", "confirm"]


def test_judgements_say_who_when_and_why_in_their_order() -> None:
    with a_record() as record:
        record.judge(OVER, "confirm", by=" Ada ", note="heard the tape")
        record.judge(DOUBT, "unsure", by="Ben")
        first, second = record.judgements()
        assert (first.by, first.note, first.statement, first.words) == ("Ada", "heard the tape", OVER, "It is over")
        assert first.at < second.at
        assert record.judgements(OVER) == [first]
        assert record.judgements(document=DOCUMENT) == [first, second]


INVALID = [
    ("maybe", None, None, "is no judgement on a statement"),
    ("same", None, None, "is no judgement on a statement"),
    ("correct", None, None, "What should be corrected. Give the field, one of speaker, addressees"),
    ("correct", "confidence", "1", "“confidence” cannot be corrected. Give the field, one of speaker, addressees"),
    ("correct", "when", "2025-00", "is no date"),
    ("correct", "speaker", None, "What should the speaker be"),
    ("correct", "act", "shouts", "'shouts' is no act; it is one of asserts"),
    ("correct", "when", "next week", "is no date"),
    ("correct", "when", "2025-02-30", "is no date"),
    ("correct", "content", "", "needs content"),
    ("correct", "content", "5-3", "is no place in the text"),
    ("correct", "cue", "0-99999", "is no place in the text"),
    ("confirm", "speaker", "Rossi", "Only a correction sets a field"),
]


@pytest.mark.parametrize("decision, field, value, complaint", INVALID)
def test_an_impossible_judgement_is_refused_and_nothing_kept(
    decision: str, field: str | None, value: str | None, complaint: str
) -> None:
    with a_record() as record:
        with pytest.raises(InvalidJudgement, match=complaint):
            record.judge(OVER, decision, field=field, value=value, by="Ada")
        assert record.judgements() == []


def test_a_judgement_needs_a_person_and_a_statement() -> None:
    with a_record() as record:
        with pytest.raises(InvalidJudgement, match="name of the person"):
            record.judge(OVER, "confirm", by=" ")
        with pytest.raises(NotInRecord, match="no statement s0000"):
            record.judge("s0000", "confirm", by="Ada")


def test_a_judgement_holds_for_every_printing_of_the_text() -> None:
    with a_record(story(outlet="The Lake Post"), story(outlet="The Hill Times")) as record:
        one, other = (line for line in record.said(Question(words="over")).lines)
        record.judge(one.address, "correct", field="speaker", value="Dora Verdi", by="Ada")
        assert record.statement(other.address).speaker == "Dora Verdi"
        record.add(story(outlet="The Third Mail"))
        assert record.said(Question(by="Dora Verdi")).total == 3
        record.undo(record.judgements()[0].id)
        assert record.said(Question(by="Dora Verdi")).total == 0


def test_what_hangs_on_a_rejected_statement_hangs_on_what_reported_it() -> None:
    first, second = story().statements
    third = replace(second, id="s3", within=second.id)
    nested = replace(
        story(),
        statements=(first, replace(second, within=first.id), third),
        outcomes=(Outcome(second.id, third.id), Outcome(first.id, third.id)),
    )
    with a_record(nested) as record:
        record.judge(second.id, "reject", by="Ada")
        left = record.reading(DOCUMENT)
        assert [(one.id, one.within) for one in left.statements] == [(first.id, None), ("s3", first.id)]
        assert left.outcomes == (Outcome(first.id, third.id),)


def test_judging_again_and_again_leaves_the_reading_otherwise_alone() -> None:
    with a_record() as record:
        for name in ("Dora Verdi", "Carlo Bianchi", "Nobody Known", ""):
            correct(record, "speaker", name)
            assert record.reading(DOCUMENT).statements[1] == story().statements[1]
        assert record.reading(DOCUMENT, judged=False) == story()
        assert all(one.at < other.at for one, other in pairwise(record.judgements()))


def test_the_index_of_words_stays_in_step_with_the_lines() -> None:
    with a_record() as record:
        correct(record, "speaker", "Dora Verdi")
        correct(record, "content", "1-6")
        record.undo(record.judge(DOUBT, "reject", by="Ada").id)
        record.add(replace(story(), statements=story().statements[1:]))
        with record._database.writing() as connection:
            # Raises where the index holds a word that its lines do not, or lacks one.
            connection.exec_driver_sql("INSERT INTO lines_words (lines_words, rank) VALUES ('integrity-check', 1)")
        assert [line.words for line in record.said(Question(by="verdi")).lines] == ["It is"]
