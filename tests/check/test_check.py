"""A story's quotations against a small record made by hand."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

import sayso
from make import Said, places, reading, said
from sayso.check import Checked, check
from sayso.model import DocumentKind, Reality, Verdict
from sayso.record import Record

CALL = (
    "Anna Rossi: We will not sign the treaty before Friday. Nobody on my side will gloat.\n\n"
    "Karl Maas: Then give us 25 days and a boat. Thank you very much.\n\n"
    "Anna Rossi: I can promise you ten days — no more. You have my word.\n"
)
TURNS = (
    said("Anna Rossi", "We will not sign the treaty before Friday. Nobody on my side will gloat."),
    said("Karl Maas", "Then give us 25 days and a boat. Thank you very much."),
    said("Anna Rossi", "I can promise you ten days — no more. You have my word."),
)


def transcript(**more: Any) -> Any:
    return reading(CALL, *TURNS, **({"source": "call.vtt", "kind": DocumentKind.TRANSCRIPT} | more))


@pytest.fixture
def record() -> Iterator[Record]:
    with Record(":memory:") as record:
        record.add(transcript())
        yield record


def one(text: str, record: Record) -> Checked:
    (found,) = check(text, record)
    return found


VERDICTS = [
    ("“We will not sign the treaty before Friday,” Rossi said.", Verdict.TYPOGRAPHIC),
    ("“We will not sign the treaty before Friday. Nobody on my side will gloat.”", Verdict.VERBATIM),
    ("“Nobody on my side will gloat,” Anna Rossi said.", Verdict.TYPOGRAPHIC),
    ("Rossi said nobody “on my side will gloat”.", Verdict.VERBATIM),
    ("“We will sign the treaty before Friday,” Rossi said.", Verdict.ALTERED),
    ("“Then give us 5 days and a boat,” Maas said.", Verdict.ALTERED),
    ("“Then give us 26 days and a boat,” Maas said.", Verdict.ALTERED),
    ("“The harbour belongs to whoever comes first,” Maas said.", Verdict.ABSENT),
    ("“Nobody on my side will gloat,” Maas said.", Verdict.OTHER_SPEAKER),
    ("“Nobody on my side will gloat,” he said.", Verdict.TYPOGRAPHIC),
    ("“Nobody on my side will gloat,” Ambassador Rossi said.", Verdict.TYPOGRAPHIC),
    ("“We will not sign … before Friday,” Rossi said.", Verdict.TYPOGRAPHIC),
    ("“We will … sign the treaty before Friday,” Rossi said.", Verdict.ALTERED),
    ("“[O]n my side” no one will gloat, Rossi said.", Verdict.TYPOGRAPHIC),
    ("“Nobody on [her] side will gloat,” Rossi said.", Verdict.TYPOGRAPHIC),
    ("“I can promise you ten days -- no more,” Rossi said.", Verdict.TYPOGRAPHIC),
    ("“Nobody on my side will gloat … Then give us 25 days,” Rossi said.", Verdict.ALTERED),
    ("“Surrender,” Maas said.", Verdict.ABSENT),
]


@pytest.mark.parametrize("text, verdict", VERDICTS)
def test_a_quotation_gets_its_verdict(text: str, verdict: Verdict, record: Record) -> None:
    assert one(text, record).verdict == verdict


def test_words_and_span_are_the_quotation_without_its_marks(record: Record) -> None:
    story = "He was told: “ You have my word. ” Then he left."
    found = one(story, record)
    assert found.words == found.span.of(story) == "You have my word."


def test_the_pin_holds_the_original_words(record: Record) -> None:
    found = one("“We will sign the treaty before Friday,” Rossi said.", record)
    assert found.pin is not None
    assert found.pin.words == found.pin.span.of(CALL) == "We will not sign the treaty before Friday"
    assert found.pin.document == transcript().document.id


def test_a_lost_negation_is_told_first(record: Record) -> None:
    found = one("“We will sign the deal before Friday,” Rossi said.", record)
    assert found.difference == "leaves out a negation, “not”; “treaty” became “deal”"


def test_a_negation_under_an_ellipsis_is_told(record: Record) -> None:
    found = one("“We will … sign the treaty before Friday,” Rossi said.", record)
    assert found.difference == "leaves out a negation, “not” at the ellipsis"


def test_another_speaker_is_named(record: Record) -> None:
    found = one("“Nobody on my side will gloat,” Maas said.", record)
    assert (found.speaker_printed, found.speaker_recorded) == ("Maas", "Anna Rossi")
    assert found.difference == "the record has these words from Anna Rossi, not Maas"


def test_the_json_is_that_of_the_contract(record: Record) -> None:
    json = one("“You have my word,” Rossi said.", record).as_json()
    assert {"words", "span", "verdict", "difference", "pin"} <= set(json)
    assert json["verdict"] == "typographic"
    assert json["pin"]["span"] == [CALL.index("You have"), CALL.index("word.") + 4]
    assert one("“Never in my whole life,” Rossi said.", record).as_json()["pin"] is None


SKIPPED = [
    "The “deal” was off.",
    "The “grand bargain” was off.",
    "She read “The Art of the Deal” on the train.",
    "No quotation at all.",
    "",
]


@pytest.mark.parametrize("text", SKIPPED)
def test_scare_quotes_and_titles_are_no_matter_of_a_check(text: str, record: Record) -> None:
    assert check(text, record) == []


def test_every_part_of_a_split_quotation_is_checked(record: Record) -> None:
    found = check("“I can promise you ten days,” Rossi said, “no more than that.”", record)
    assert [checked.verdict for checked in found] == [Verdict.TYPOGRAPHIC, Verdict.ALTERED]
    assert [checked.speaker_printed for checked in found] == ["Rossi", "Rossi"]


NOT_MAAS = "the record has these words from Lea Blum, not Maas"


def test_two_words_are_too_few_to_be_somebody_elses(record: Record) -> None:
    found = one("“My word,” Maas said.", record)
    assert found.verdict is Verdict.TYPOGRAPHIC
    assert found.note == "In the record these are words of Anna Rossi, not Maas."


SPLIT = "“The plan,” Lea Blum said in Oslo, “is not dead. We go on,” she added.\n"


@pytest.mark.parametrize(
    "text, verdict, difference",
    [
        ("“The plan is not dead,” Blum said.", Verdict.TYPOGRAPHIC, None),
        ("“The plan, is not dead. We go on.”", Verdict.TYPOGRAPHIC, None),
        ("“The plan is dead,” Blum said.", Verdict.ALTERED, "leaves out a negation, “not”"),
        (
            "“The plan is not dead,” Maas said.",
            Verdict.OTHER_SPEAKER,
            "the record has these words from Lea Blum, not Maas",
        ),
    ],
)
def test_words_that_a_report_split_are_one_quotation(
    text: str, verdict: Verdict, difference: str | None, record: Record
) -> None:
    parts = ("“The plan,”", "“is not dead. We go on,”")
    content = tuple(place for part in parts for place in places(SPLIT, part))
    record.add(reading(SPLIT, said("Lea Blum", parts[0], content=content), source="split.txt"))
    found = one(text, record)
    assert (found.verdict, found.difference) == (verdict, difference)


def test_words_that_two_people_said_are_either_ones(record: Record) -> None:
    record.add(reading("Lea Blum: Nobody on my side will gloat.", said("Lea Blum", "Nobody on my side will gloat.")))
    assert one("“Nobody on my side will gloat,” Blum said.", record).verdict is Verdict.TYPOGRAPHIC
    assert one("“Nobody on my side will gloat,” Maas said.", record).verdict is Verdict.OTHER_SPEAKER


def report(quotation: str, speaker: str = "Anna Rossi", **more: Any) -> Any:
    text = f"It was late. “{quotation},” {speaker} said on the phone.\n"
    statement: Said = said(speaker, quotation, **more)
    return reading(text, statement, source="gull.html", outlet="The Gull", published="2026-10-22")


def test_a_transcript_is_better_evidence_than_a_report(record: Record) -> None:
    record.add(report("You have my word"))
    found = one("“You have my word” is what Rossi said.", record)
    assert found.pin is not None
    assert found.pin.document == transcript().document.id


def test_a_report_that_lost_a_negation_vouches_for_nothing(record: Record) -> None:
    record.add(report("We will sign the treaty before Friday"))
    found = one("“We will sign the treaty before Friday,” Rossi said.", record)
    assert found.verdict is Verdict.ALTERED
    assert found.difference == "leaves out a negation, “not”"
    assert found.note == "The Gull prints it as it is here."


def test_a_report_that_changed_another_word_is_doubted(record: Record) -> None:
    record.add(report("We will not seal the treaty before Friday"))
    found = one("“We will not seal the treaty before Friday,” Rossi said.", record)
    assert found.verdict is Verdict.VERBATIM
    assert found.note == "call.vtt has it otherwise: “sign” became “seal”."


def test_words_printed_as_not_said_are_noted(record: Record) -> None:
    record.add(report("the treaty is dead and buried", reality=Reality.NOT_SAID))
    found = one("“The treaty is dead and buried,” Rossi said.", record)
    assert found.note == "The Gull prints these words, but not as having been said."


def test_a_quotation_may_run_over_many_paragraphs_of_the_record(record: Record) -> None:
    days = [f"On day {number} we met {number} people in hall {number}." for number in range(40)]
    record.add(reading("\n\n".join(days), said("Lea Blum", days[0]), source="speech.txt"))
    assert one(f"“{' '.join(days[3:37])}” she said.", record).verdict is Verdict.TYPOGRAPHIC
    days[20] = "On day 20 we met 2 people in hall 20."
    assert one(f"“{' '.join(days[3:37])}” she said.", record).difference == "“20” became “2”"


def test_the_story_itself_is_no_evidence(record: Record) -> None:
    story = "“The harbour belongs to whoever comes first,” Maas said.\n"
    record.add(reading(story, said("Maas", "The harbour belongs to whoever comes first"), source="draft.txt"))
    assert one(story, record).verdict is Verdict.ABSENT


def test_an_empty_record_has_nothing() -> None:
    with Record(":memory:") as record:
        assert one("“We will not sign the treaty,” Rossi said.", record).verdict is Verdict.ABSENT


def test_a_correction_of_the_speaker_counts(record: Record) -> None:
    (statement,) = [line for line in record.said().lines if line.words.startswith("Then give us")]
    record.judge(statement.address, "correct", field="speaker", value="Lea Blum", by="editor")
    assert one("“Then give us 25 days and a boat,” Blum said.", record).verdict is Verdict.TYPOGRAPHIC
    assert one("“Then give us 25 days and a boat,” Maas said.", record).verdict is Verdict.OTHER_SPEAKER


def test_sayso_check_is_the_function_whatever_was_imported_first(record: Record) -> None:
    assert sayso.check("“You have my word,” Rossi said.", record) == check("“You have my word,” Rossi said.", record)


def test_checking_loads_no_language_pipeline() -> None:
    script = (
        "import sys, sayso\n"
        "with sayso.Record(':memory:') as record:\n"
        "    sayso.check('“We will go,” Rossi said.', record)\n"
        "print(*sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    loaded = {name.partition(".")[0] for name in ran.stdout.split()}
    assert not loaded & {"spacy", "alembic", "onnxruntime", "numpy", "trafilatura"}
