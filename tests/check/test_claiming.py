"""Claims without quotation marks against a small record made by hand."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from time import process_time

import pytest

from make import reading, said
from sayso.check import Checked, Form, Retold, check, examine
from sayso.model import DocumentKind, Reality, Verdict
from sayso.record import Record

TURNS = (
    ("Anna Rossi", "We will not sign the treaty in Oslo before Friday. Nobody on my side will gloat."),
    ("Karl Maas", "Then give us 25 days and a boat. The harbour belongs to the fishermen of Oslo."),
    ("Anna Rossi", "You have my word. The minister may sell forty boats to the northern fleet."),
)
CALL = "".join(f"{name}: {words}\n\n" for name, words in TURNS)
REPORT = "Lea Blum said that the ferry had sunk in the outer harbour. The mayor wept for the crew all night.\n"


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Record(":memory:") as record:
        record.add(reading(CALL, *(said(*turn) for turn in TURNS), source="call.vtt", kind=DocumentKind.TRANSCRIPT))
        ferry = said("Lea Blum", "the ferry had sunk in the outer harbour", kind="indirect")
        record.add(reading(REPORT, ferry, source="gull.html", outlet="The Gull"))
        yield record


def one(story: str, record: Record) -> Checked | Retold:
    found = examine(story, record)
    answers: list[Checked | Retold] = [*found.quotes, *found.in_other_words]
    (answer,) = answers
    return answer


VERDICTS = [
    # The very words.
    ("Maas said that the harbour belongs to the fishermen of Oslo.", Verdict.TYPOGRAPHIC),
    ("The harbour belongs to the fishermen of Oslo, Maas said.", Verdict.VERBATIM),
    ("The harbour belongs to the fishermen, he said.", Verdict.VERBATIM),
    ("Blum said the ferry had sunk in the outer harbour.", Verdict.VERBATIM),
    # Somebody else's.
    ("The harbour belongs to the fishermen of Oslo, Rossi said.", Verdict.OTHER_SPEAKER),
    ("According to Rossi, the ferry had sunk in the outer harbour.", Verdict.OTHER_SPEAKER),
    # Another number, name, negation, modal verb.
    ("Rossi said they would sign the treaty in Oslo before Friday.", Verdict.ALTERED),
    ("She said they would sign the treaty in Oslo before Friday.", Verdict.ALTERED),
    ("They would not sign the treaty in Oslo before Monday, Rossi said.", Verdict.ALTERED),
    ("The minister, Rossi said, might sell fifty boats to the northern fleet.", Verdict.ALTERED),
    ("Rossi said the minister would sell forty boats to the northern fleet.", Verdict.ALTERED),
    ("Blum said the ferry had not sunk in the outer harbour.", Verdict.ALTERED),
]
IN_OTHER_WORDS = [
    # Tense, person, figures.
    "Rossi said they would not sign the treaty in Oslo before Friday.",
    "Rossi said the minister might sell 40 boats to the northern fleet.",
    # Paraphrase and invention: no comparison of characters tells them apart.
    "Rossi said there would be no deal that week.",
    "Rossi said that a walrus had eaten all of her best herring.",
    "Blum told reporters the ferry was lost.",
    # The same sentence, but whose it would be altered from is somebody else, or may be.
    "Maas said they would sign the treaty in Oslo before Friday.",
    "The ministry said they would sign the treaty in Oslo before Friday.",
]


@pytest.mark.parametrize(("story", "verdict"), VERDICTS)
def test_a_claim_gets_a_verdict_where_characters_can_tell(story: str, verdict: Verdict, record: Record) -> None:
    found = one(story, record)
    assert isinstance(found, Checked)
    assert (found.verdict, found.form) == (verdict, Form.CLAIM)
    assert found.pin is not None
    assert found.words == found.span.of(story)


@pytest.mark.parametrize("story", IN_OTHER_WORDS)
def test_a_claim_in_other_words_is_neither_absent_nor_altered(story: str, record: Record) -> None:
    assert isinstance(one(story, record), Retold)
    assert check(story, record) == []


def test_a_claim_in_other_words_has_the_nearest_sentence(record: Record) -> None:
    found = one("Rossi said the minister might sell 40 boats to the northern fleet.", record)
    assert isinstance(found, Retold)
    assert found.nearest is not None
    assert found.nearest.words == "The minister may sell forty boats to the northern fleet"
    assert (found.speaker_printed, found.speaker_recorded) == ("Rossi", "Anna Rossi")


def test_another_persons_sentence_told_as_ones_own_brings_a_note(record: Record) -> None:
    found = one("Maas said they would not sign the treaty in Oslo before Friday.", record)
    assert found.note == "In the record these are words of Anna Rossi, not Maas."


def test_what_has_nothing_near_it_says_so(record: Record) -> None:
    found = one("Rossi said that a walrus had eaten all of her best herring.", record)
    assert isinstance(found, Retold)
    assert found.nearest is None


def test_a_report_that_lost_a_negation_vouches_for_no_claim() -> None:
    with Record(":memory:") as own:
        own.add(reading(CALL, *(said(*turn) for turn in TURNS), source="call.vtt", kind=DocumentKind.TRANSCRIPT))
        printed = "we will sign the treaty in Oslo before Friday"
        own.add(reading(f"Rossi said {printed}.\n", said("Anna Rossi", printed), source="g.html", outlet="The Gull"))
        found = one("On Monday Rossi said we will sign the treaty in Oslo before Friday.", own)
    assert isinstance(found, Checked)
    assert (found.verdict, found.difference) == (Verdict.ALTERED, "leaves out a negation, “not”")
    assert found.note == "The Gull prints it as it is here."


def test_a_claim_that_the_record_prints_as_not_said_brings_a_note() -> None:
    with Record(":memory:") as own:
        words = "the ferry was never safe in winter"
        text = f"Blum did not say that {words}.\n"
        own.add(reading(text, said("Lea Blum", words, reality=Reality.NOT_SAID), source="g.html", outlet="The Gull"))
        found = one("Blum said that the ferry was never safe in winter.", own)
    assert found.note == "The Gull prints these words, but not as having been said."


def test_quotations_and_claims_stand_in_the_order_of_the_story(record: Record) -> None:
    story = "“You have my word,” Rossi said. The harbour belongs to the fishermen of Oslo, Maas said. “No,” she said."
    assert [found.form.value for found in check(story, record)] == ["quotation", "claim", "quotation"]


def test_json_has_claims_beside_quotations(record: Record) -> None:
    story = "The harbour belongs to the fishermen of Oslo, Rossi said. Blum said the ferry was lost at sea."
    found = json.loads(json.dumps(examine(story, record).as_json()))
    assert [(one["kind"], one["verdict"]) for one in found["quotes"]] == [("claim", "other_speaker")]
    (retold,) = found["in_other_words"]
    assert story[slice(*retold["span"])] == retold["words"] == "the ferry was lost at sea"
    assert set(retold) == {"words", "span", "nearest", "speaker_printed", "speaker_recorded", "note"}


TRANSCRIPT = "ROSSI: We will sign the treaty in Oslo before Friday.\nMAAS: Nobody asked for walruses in this house.\n"


def test_the_turns_of_a_transcript_are_quotations(record: Record) -> None:
    found = check(TRANSCRIPT, record)
    assert [(one.form, one.verdict) for one in found] == [
        (Form.QUOTATION, Verdict.ALTERED),
        (Form.QUOTATION, Verdict.ABSENT),
    ]
    assert [one.speaker_printed for one in found] == ["ROSSI", "MAAS"]


@pytest.mark.parametrize(
    "story",
    [
        "- Rossi: wants the treaty by Friday\n- Maas: wants a boat and some days\n",
        "**Rossi:** There will be no deal that week.\n",
        "Summary: The talks went on for 25 days and a night.\nNext Steps: The talks will go on for 12 days.\n",
        "Note: The harbour belongs to the fishermen of Oslo.\n",
    ],
)
def test_notes_with_labels_are_never_absent(story: str, record: Record) -> None:
    assert check(story, record) == []


def test_a_line_with_a_known_speakers_label_is_a_claim(record: Record) -> None:
    found = one("**Rossi:** The harbour belongs to the fishermen of Oslo.\n", record)
    assert isinstance(found, Checked)
    assert (found.form, found.verdict) == (Form.CLAIM, Verdict.OTHER_SPEAKER)


@pytest.mark.parametrize(
    ("story", "verdict"),
    [
        ("''You have my word,'' Rossi said.", Verdict.TYPOGRAPHIC),
        ("Rossi said: ''We will sign the treaty in Oslo before Friday.''", Verdict.ALTERED),
        ("As Rossi put it, “Nobody on my side will gloat.”", Verdict.VERBATIM),
        ("As Maas put it, “Nobody on my side will gloat.”", Verdict.OTHER_SPEAKER),
        ("“Nobody on my side will gloat.” (Maas)", Verdict.OTHER_SPEAKER),
        ("“Then give us [20] 25 days and a boat,” Maas said.", Verdict.ALTERED),
        ("“Then give us (…) a boat,” Maas said.", Verdict.TYPOGRAPHIC),
        # One of two words stands in many a text.
        ("Maas called it a “grand boat”.", Verdict.ABSENT),
        ("Maas asked for “26 days”.", Verdict.ALTERED),
    ],
)
def test_marks_and_cues_of_all_sorts_are_read(story: str, verdict: Verdict, record: Record) -> None:
    (found,) = check(story, record)
    assert found.verdict is verdict
    assert found.words == found.span.of(story)


def test_thousands_of_quotations_are_bearable_where_many_repeat(record: Record) -> None:
    sorts = [
        "“You have my word,” Rossi said.",
        "“Nobody on my side will gloat,” Maas said.",
        "“We will sign the treaty in Oslo before Friday,” Rossi said.",
        "“A walrus ate the best of our herring,” Maas said.",
        "Rossi said they would sign the treaty in Oslo before Friday.",
        "The harbour belongs to the fishermen of Oslo, Maas said.",
    ]
    story = "\n\n".join(sorts * 500)
    started = process_time()
    found = check(story, record)
    assert process_time() - started < 10
    assert Counter(one.verdict.value for one in found) == {
        "typographic": 500, "other_speaker": 500, "altered": 1000, "absent": 500, "verbatim": 500
    }  # fmt: skip
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert all(one.words == one.span.of(story) for one in found)
