"""Whatever the bytes, reading yields documents or complaints, and never raises."""

import json
from contextlib import suppress
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from papers import PARAGRAPHS, article, docx_of, eml, p, pdf_of_lines

from sayso.errors import UnreadableDocument
from sayso.model import Document
from sayso.text import FORMATS, from_text, read_bytes
from sayso.text.decode import decode

NAMES = [f"a{built_in.suffixes[0]}" for built_in in FORMATS] + ["unnamed"]
RELAXED = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@cache
def good() -> dict[str, bytes]:
    """One good file of every format."""
    return {
        "a.txt": "\n".join(PARAGRAPHS).encode(),
        "a.html": article("<h1>Over</h1>", p(*PARAGRAPHS), "<ol><li>One</li></ol>"),
        "a.pdf": pdf_of_lines(PARAGRAPHS, PARAGRAPHS),
        "a.docx": docx_of(*PARAGRAPHS),
        "a.eml": eml(
            "\n".join(PARAGRAPHS), p(*PARAGRAPHS), From="Ana <a@b.example>", Date="Fri, 14 Mar 2031 10:30:00 +0100"
        ),
        "a.mhtml": eml(None, p(*PARAGRAPHS), From="<Saved by Blink>"),
        "a.vtt": b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana>Over.\n\n00:03.000 --> 00:04.000\nKARL: No.\n",
        "a.srt": b"1\n00:00:01,000 --> 00:00:02,000\nANA: Over.\n\n2\n00:00:03,000 --> 00:00:04,000\n- No.\n",
        "a.jsonl": b'{"id": "x", "text": "Over.", "kind": "post"}\n{"text": "No."}\n',
    }


def check(data: bytes, name: str) -> None:
    entries = list(read_bytes(data, name))
    assert entries
    for entry in entries:
        assert isinstance(entry, Document | UnreadableDocument)
        if isinstance(entry, Document):
            assert entry.text.strip()
            assert "\0" not in entry.text
            assert all(0 <= code.start < len(entry.text) for code in entry.timecodes)
            json.dumps([entry.text, entry.source, entry.title, entry.author]).encode()
            " ".join(filter(None, (entry.text, entry.source, entry.title, entry.author, entry.outlet))).encode()
        else:
            assert "\n" not in str(entry)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.binary(max_size=400))
@RELAXED
def test_any_bytes_are_a_document_or_a_complaint(name: str, data: bytes) -> None:
    check(data, name)


@pytest.mark.parametrize("name", NAMES)
@given(text=st.text(max_size=400))
@RELAXED
def test_any_text_is_a_document_or_a_complaint(name: str, text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"), name)


@pytest.mark.parametrize("name", list(good()))
@given(data=st.data())
@RELAXED
def test_any_damage_to_a_good_file_is_a_document_or_a_complaint(name: str, data: st.DataObject) -> None:
    whole = good()[name]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    check(whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:], name)
    check(whole[:start], name)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_plain_text_comes_out_as_it_went_in(text: str) -> None:
    (entry,) = read_bytes(text.encode("utf-8-sig"), "a.txt")
    if isinstance(entry, Document):
        assert entry.text == text.replace("\r\n", "\n")


@given(text=st.text(min_size=1))
def test_a_text_in_a_corpus_comes_out_as_it_went_in(text: str) -> None:
    (entry,) = read_bytes(json.dumps({"text": text}).encode(), "a.jsonl")
    if isinstance(entry, Document):
        assert len(entry.text) == len(text)
        assert entry.text.replace("\ufffd", "?") == "".join(
            "?" if c in "\ufffd" or "\ud800" <= c <= "\udfff" else c for c in text
        )


@given(text=st.text())
def test_text_from_the_program_is_a_document_or_a_complaint(text: str) -> None:
    with suppress(UnreadableDocument):
        assert from_text(text).text.encode()


@given(data=st.binary())
def test_decoding_gives_text_or_a_complaint(data: bytes) -> None:
    with suppress(UnreadableDocument):
        assert isinstance(decode(data, "a"), str)
