from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.contract import as_json, from_json
from sayso.errors import MissingFile, UnreadableDocument
from sayso.model import Document, DocumentKind, Reading, Span
from sayso.reading import read_document

PIECES = [
    "Ada Vento said ",
    "“",
    "”",
    '"',
    "that it was over",
    ", ",
    ". ",
    "\n\n",
    "\n",
    "he told her ",
    "according to ",
]
PIECES += [
    "the Brindle Post",
    "reportedly ",
    "on Tuesday",
    "MAAS: ",
    "Q: ",
    "never ",
    "if ",
    ": ",
    "—",
    "I ",
    "who ",
    "🜁",
    "\x85",
]
texts = st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=120)


def spans_of(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from spans_of(one)


@settings(max_examples=60, deadline=None)
@given(texts, st.sampled_from(DocumentKind))
def test_any_text_is_read_and_every_span_lies_in_it(text: str, kind: DocumentKind) -> None:
    reading = read_document(Document(text, kind=kind, published="2026-11-18", outlet="The Brindle Post"))
    assert all(0 <= span.start < span.end <= len(text) for span in spans_of(reading))
    assert read_document(reading.document) == reading
    assert from_json(json.loads(json.dumps(as_json(reading)))) == reading
    assert_that_ids_lead_somewhere(reading)


def assert_that_ids_lead_somewhere(reading: Reading) -> None:
    actors, statements = {a.id for a in reading.actors}, {s.id for s in reading.statements}
    assert len(actors) == len(reading.actors)
    assert len(statements) == len(reading.statements)
    for statement in reading.statements:
        assert {statement.speaker, *statement.addressees, *statement.via} - {None} <= actors
        assert {statement.within} - {None} <= statements
        assert {statement.communication} - {None} <= {c.id for c in reading.communications}
    assert all(set(c.participants) <= actors for c in reading.communications)


def test_a_path_a_text_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "two words.txt"
    path.write_text("Ada Vento said that it was over.", encoding="utf-8")
    assert sayso.read(str(path)).document.source == "two words.txt"
    assert sayso.read("Ada Vento said that it was over.").document.source == "text"
    with pytest.raises(MissingFile):
        sayso.read("no such file.txt")


def test_a_folder_of_two_is_read_with_read_all(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Vento said that it was over.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="read_all"):
        sayso.read(tmp_path)
    good, bad = sayso.read_all(tmp_path)
    assert isinstance(good, Reading)
    assert isinstance(bad, UnreadableDocument)


def test_statements_know_what_they_stand_within() -> None:
    reading = sayso.read("Maas told a court that the dam was old, the Brindle Post reported on Friday.\n")
    outer, inner = reading.statements
    assert (inner.within, reading.actor(inner.via[0])) == (outer.id, reading.actor(outer.speaker))


def test_turns_of_a_transcript_are_direct_and_addressed_to_the_other() -> None:
    document = Document("VENTO: It is over.\nMAAS: Why?\nIs it?", "call.txt", DocumentKind.TRANSCRIPT)
    first, second = read_document(document).statements
    assert (first.words, second.words) == ("It is over.", "Why?\nIs it?")
    assert (second.speaker, second.addressees, second.act.value) == (first.addressees[0], (first.speaker,), "asks")
    assert first.channel.value == "phone call"


def test_a_label_that_is_no_name_still_ends_the_turn_before_it(tmp_path: Path) -> None:
    cues = ["Ada Vento>Go on.", "Unidentified voice>They are waiting.", "Ada Vento>I am coming."]
    lines = [f"00:0{i}.000 --> 00:0{i}.900\n<v {cue}\n" for i, cue in enumerate(cues)]
    (tmp_path / "call.vtt").write_text("WEBVTT\n\n" + "\n".join(lines), encoding="utf-8")
    reading = sayso.read(tmp_path / "call.vtt")
    spoken = [(reading.actor(s.speaker).name, s.words) for s in reading.statements]  # type: ignore[union-attr]
    assert spoken[1] == ("Unidentified voice", "They are waiting.")


def test_a_bracket_after_quoted_words_leaves_no_empty_span() -> None:
    reading = sayso.read("He wept and explained why “the boats” (Maas owns nine.) were late.\n")
    assert all(len(span) for span in spans_of(reading))


def test_the_public_names_are_what_all_says() -> None:
    assert all(getattr(sayso, name) for name in sayso.__all__)


def test_a_long_paragraph_is_cut_between_words() -> None:
    filling = "The harbour was quiet and grey. " * 200
    reading = sayso.read(filling[:4992] + "Ada Vento said that the port was closed.\n")
    assert [actor.name for actor in reading.actors if actor.kind.value == "person"] == ["Ada Vento"]


def test_a_row_of_marks_is_passed_over() -> None:
    reading = sayso.read('"' * 5_000 + " Ada Vento said that it was over. " + "_" * 5_000 + "\n")
    assert [statement.words for statement in reading.statements] == ["that it was over"]


GERMAN = (
    "Der Ministerpräsident sagte am Dienstag, dass die Verhandlungen über den Haushalt noch in dieser Woche enden "
    "sollen. „Wir sind auf einem guten Weg“, erklärte er vor Journalisten. Die Opposition kritisierte das scharf."
)


def test_of_another_language_only_the_quotation_marks_are_read() -> None:
    reading = sayso.read(GERMAN)
    assert [s.words for s in reading.statements] == ["„Wir sind auf einem guten Weg“"]
    assert reading.statements[0].speaker is None
    assert reading.read_by.endswith("quotation marks")


def test_french_marks_have_a_space_inside() -> None:
    reading = sayso.read(
        "Le port restera ouvert, a dit la maire mardi devant le conseil. « Nous ne le fermerons pas cette année »"
    )
    assert [s.words for s in reading.statements] == ["« Nous ne le fermerons pas cette année »"]


def test_words_too_long_to_name_a_file_are_read_as_text() -> None:
    words = "é" * 300 + " said so"
    assert sayso.read(words).document.text == words


def test_the_us_is_a_country_and_no_pronoun() -> None:
    reading = sayso.read("Anna Rossi spoke on Monday. The US said that the harbour would close.")
    names = {actor.id: actor.name for actor in reading.actors}
    assert [names.get(s.speaker or "") for s in reading.statements] == ["US"]
