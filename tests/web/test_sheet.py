import subprocess
import sys
from dataclasses import replace

import pytest
from sample import LINDQVIST, READING, REYES, STATEMENTS, reading

from sayso.export.reader.sheet import Sheet, sheet_of
from sayso.model import (
    Actor,
    ActorKind,
    Decision,
    Document,
    DocumentKind,
    Judgement,
    Kind,
    Reading,
    Span,
    Statement,
    Timecode,
)


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return sheet_of(READING)


def cards(sheet: Sheet) -> dict[str, str]:
    return {card.id: card.number for card in sheet.cards}


def judged(decision: Decision, statement: str = "s27", *, withdrawn: bool = False) -> dict[str, tuple[Judgement, ...]]:
    made = Judgement("j1", "", Span(0, 1), "", decision, "me", "2025-01-01", withdrawn=withdrawn, statement=statement)
    return {statement: (made,)}


def test_statements_are_numbered_as_they_stand_and_inner_ones_by_letters(sheet: Sheet) -> None:
    numbers = cards(sheet)
    assert [numbers[id] for id in ("s01", "s02", "s03", "s08", "s09", "s32")] == ["1", "1a", "2", "7", "7a", "29"]


def test_five_speakers_have_a_hue_and_nobody_named_has_none(sheet: Sheet) -> None:
    hues = {speaker.name.full: speaker.name.hue for speaker in sheet.speakers}
    assert sorted(hues.values(), reverse=True)[:6] == [5, 4, 3, 2, 1, 0]
    assert (hues["Mara Lindqvist"], hues["Anton Reyes"]) == (1, 2)
    assert hues["two people briefed on the talks"] == hues["Nobody named"] == 0


def test_nobody_named_stands_last_in_the_list_of_speakers(sheet: Sheet) -> None:
    assert sheet.speakers[-1].name.full == "Nobody named"


def test_what_was_never_said_is_not_counted_as_said(sheet: Sheet) -> None:
    solheim = next(speaker for speaker in sheet.speakers if speaker.name.full == "Pia Solheim")
    assert (solheim.said, solheim.unsaid) == (0, 2)
    assert sheet.brief == "10 speakers and 3 statements by nobody named. 3 more are recorded, but not as said."


def test_a_group_of_two_counts_for_both(sheet: Sheet) -> None:
    card = next(card for card in sheet.cards if card.id == "s19")
    assert [name.short for name in card.speakers] == ["Brandt", "Okafor"]


def test_a_person_is_called_what_the_text_calls_them(sheet: Sheet) -> None:
    short = {name.full: name.short for card in sheet.cards for name in card.speakers}
    assert short["Mara Lindqvist"] == "Lindqvist"
    assert short["Pia Solheim"] == "Pia Solheim"


def test_a_communication_is_told_once_above_a_run_of_its_statements(sheet: Sheet) -> None:
    told = [(card.id, card.scene.title, card.scene.again) for card in sheet.cards if card.scene]
    assert told[:4] == [
        ("s01", "Report", False),
        ("s02", "Call", False),
        ("s04", "Told by the outlet", False),
        ("s05", "Call", True),
    ]
    call = next(card.scene for card in sheet.cards if card.id == "s02" and card.scene)
    assert (call.when, call.extent) == ("3 Mar 2025", "nine minutes")
    assert call.details == ("Lindqvist and Brandt, via Northern Ledger", "printed as “March 3”")


def test_the_path_leads_from_the_outlet_to_who_said_it(sheet: Sheet) -> None:
    paths = {card.id: card.path for card in sheet.cards}
    assert paths["s02"] == ("The Halden Courier", "Northern Ledger", "Lindqvist")
    assert paths["s22"] == ("The Halden Courier", "nobody named")


def test_a_path_without_hands_goes_by_the_statements_around() -> None:
    inner = next(s for s in STATEMENTS if s.id == "s15")
    changed = tuple(replace(s, via=()) if s is inner else s for s in STATEMENTS)
    paths = {card.id: card.path for card in sheet_of(replace(READING, statements=changed)).cards}
    assert paths["s15"] == ("The Halden Courier", "Reyes", "Brandt’s chairman")


def test_every_statement_stands_in_the_text_and_has_one_card(sheet: Sheet) -> None:
    html = "".join(paragraph.html for paragraph in sheet.paragraphs)
    for statement in STATEMENTS:
        assert html.count(f'id="{statement.id}"') == 1
        assert html.count(f'href="#card-{statement.id}"') == 1
    assert len(sheet.cards) == len(STATEMENTS)


def test_an_unsure_statement_says_why_until_somebody_has_decided() -> None:
    before = next(card for card in sheet_of(READING).cards if card.id == "s12")
    after = next(card for card in sheet_of(READING, judged(Decision.CONFIRM, "s12")).cards if card.id == "s12")
    assert (before.unsure, before.reasons) == (True, ("no cue: goes on from the paragraph before",))
    assert (after.unsure, after.decision) == (False, Decision.CONFIRM)


@pytest.mark.parametrize("withdrawn, counted", [(False, 31), (True, 32)])
def test_a_rejected_statement_counts_nowhere_until_that_is_taken_back(withdrawn: bool, counted: int) -> None:
    made = sheet_of(READING, judged(Decision.REJECT, withdrawn=withdrawn))
    assert made.statements == counted
    assert len(made.cards) == 32


LEADS = {
    "from one call": (READING, "Ten of these 29 statements come from one call of 3 March 2025, seen only through"),
    "from one speech of no great form": (
        replace(READING, statements=tuple(s for s in STATEMENTS if s.communication == "c-pier")),
        "All three statements come from one set of remarks of 8 April 2025.",
    ),
    "by one speaker": (
        replace(READING, statements=tuple(s for s in STATEMENTS if s.speaker == REYES), communications=()),
        "Anton Reyes makes all seven statements here.",
    ),
    "by two speakers": (
        replace(READING, statements=tuple(s for s in STATEMENTS if s.speaker in (REYES, LINDQVIST)), communications=()),
        "Mara Lindqvist makes nine of the sixteen statements here, Anton Reyes seven.",
    ),
    "by nobody": (
        replace(READING, statements=tuple(s for s in STATEMENTS if s.speaker is None)),
        "Nobody is named for the three statements here.",
    ),
    "nothing": (reading("The tide came in.\n"), "Nobody is recorded as having said anything here."),
}


@pytest.mark.parametrize("made, sentence", LEADS.values(), ids=LEADS)
def test_a_document_leads_with_a_sentence_that_is_true_of_it(made: object, sentence: str) -> None:
    assert sheet_of(made).lead.startswith(sentence)  # type: ignore[arg-type]


def test_a_transcript_tells_where_in_the_recording_it_is() -> None:
    spoken = reading("NIA: It holds.\n", "It holds.", kind=DocumentKind.TRANSCRIPT, timecodes=(Timecode(0, 62.5),))
    assert sheet_of(spoken).cards[0].when == "at 1:02"


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800\x00", "“”", "a" * 5000])
def test_any_text_makes_a_sheet(text: str) -> None:
    assert sheet_of(replace(READING, document=Document(text), statements=(), communications=())).cards == ()


def test_a_page_needs_neither_the_record_nor_the_language_pipeline() -> None:
    code = "import sys, sayso.export.html; print(*{'spacy', 'sqlalchemy', 'fastapi', 'alembic'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


def test_the_server_loads_the_language_pipeline_only_to_read() -> None:
    code = "import sys, sayso.web.app; print(*{'spacy', 'onnxruntime', 'alembic'} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == ""


def test_a_pronoun_is_explained_by_the_words_that_name_whom_it_means(sheet: Sheet) -> None:
    (he,) = next(card for card in sheet.cards if card.id == "s13").antecedents
    assert (he.words, he.name, he.naming) == ("she", "Mara Lindqvist", "Lindqvist")
    assert READING.document.text[he.span.start : he.span.end] == "Lindqvist"
    assert he.span.end < STATEMENTS[12].start


def test_words_that_name_the_speaker_need_no_explaining(sheet: Sheet) -> None:
    assert next(card for card in sheet.cards if card.id == "s05").antecedents == ()


def test_a_card_says_plainly_what_the_text_does_not_tell(sheet: Sheet) -> None:
    facts = {fact.label: fact for fact in next(card for card in sheet.cards if card.id == "s17").facts}
    told = [facts[label] for label in ("Speaker", "Spoken to", "When", "Channel", "Via", "Knows it")]
    assert not any(fact.stated for fact in told)
    assert [fact.value for fact in told][:4] == [
        "The text does not say who.",
        "The text does not say to whom.",
        "The text does not say when.",
        "The text does not say how.",
    ]


def test_a_source_without_a_name_is_counted_and_gives_its_terms() -> None:
    text = "The pier was lost, said two people briefed on the call, who spoke on condition of anonymity."
    who = Actor("a1", "two people briefed on the call", ActorKind.UNNAMED, (Span(25, 55),))
    said = Statement("s1", Kind.INDIRECT, (Span(0, 17),), text[:17], (Span(19, 23),), (Span(24, 54),), "a1")
    (card,) = sheet_of(Reading(Document(text), (who,), (said,))).cards
    told = {fact.label: fact.value for fact in card.facts}
    assert told["Not named"] == "2 people, “on condition of anonymity”"
