"""Whisper's JSON (openai-whisper, whisper.cpp, faster-whisper, WhisperX): segments with times, perhaps speakers."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from sayso.errors import EmptyDocument, UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text.subtitles import Speech, transcript_of

_AGAIN = "Transcribe it again, and save it as JSON."


def is_transcript(data: Any) -> bool:
    """Does it hold segments, or is it a list of them?"""
    if isinstance(data, dict):
        return "segments" in data or "transcription" in data
    return isinstance(data, list) and bool(data) and _speech(data[0]) is not None


def documents(data: Any, name: str) -> Iterator[Document | UnreadableDocument]:
    """One transcript, and a complaint where segments had to be left out."""
    segments = data if isinstance(data, list) else data.get("segments", data.get("transcription"))
    if not isinstance(segments, list):
        raise WrongFormat(name, "is a Whisper transcript whose segments are no list", _AGAIN)
    speeches = [speech for segment in segments if (speech := _speech(segment))]
    if not any(speech.words for speech in speeches):
        raise EmptyDocument(name, "is a Whisper transcript without words", _AGAIN)
    yield transcript_of(speeches, name)
    if lost := len(segments) - len(speeches):
        problem = f"has {lost} of {len(segments)} segments without times or text, which are left out"
        yield WrongFormat(name, problem, "The others are in. Transcribe it again, then read it again.")


def _speech(segment: Any) -> Speech | None:
    """None where times or text are missing."""
    if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
        return None
    start, end = _times(segment)
    if start is None or end is None:
        return None
    speaker = segment.get("speaker")
    named = " ".join(speaker.replace(":", " ").split()) if isinstance(speaker, str) else None
    return Speech(start, end, named or None, " ".join(segment["text"].split()))


def _times(segment: dict[str, Any]) -> tuple[float | None, float | None]:
    """In seconds, or as whisper.cpp has them: "offsets" in thousandths."""
    if isinstance(offsets := segment.get("offsets"), dict):
        start, end = _seconds(offsets.get("from")), _seconds(offsets.get("to"))
        return start and start / 1000, end and end / 1000
    return _seconds(segment.get("start")), _seconds(segment.get("end"))


def _seconds(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and math.isfinite(value) and value >= 0 else None
