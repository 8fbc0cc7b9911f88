"""What VTT and SRT share: cues become `Name: words` paragraphs, one a turn, with the times kept."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.errors import UnreadableDocument, WrongFormat
from sayso.model import Document, DocumentKind, Timecode
from sayso.text.transcript import is_heading, label_of, opening_of

ARROW = re.compile(r"^[^\n]*\d[^\n]*-->[^\n]*$", re.M)
VOICE = re.compile(r"<v(?:\.[^\s>]*)*[ \t]+(?P<name>[^>\n]+)>")
TAG = re.compile(r"</?(?:[a-zA-Z][^<>\n]*|\d[\d:.]*)>|\{\\[^{}\n]*\}")
NEXT_SPEAKER = re.compile(r"^(?:>>+|[-–](?=\s)|-(?=[A-Z“\"]))\s*")
BETWEEN = "\n\n"
PAUSE = 2.0
"""Seconds of silence after which words without a label begin a new paragraph."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Markup as it stands between two times, in seconds."""

    start: float
    end: float
    markup: str


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of one cue by one speaker, who may be unnamed; `opens` where the file marks another speaker."""

    start: float
    end: float
    speaker: str | None
    words: str
    opens: bool = False


def document_of(
    cues: list[Cue], text: str, name: str, title: str | None = None
) -> Iterator[Document | UnreadableDocument]:
    """One transcript out of the cues of this file, and a complaint where some of its cues had to be left out."""
    arrows = len(ARROW.findall(text))
    if arrows == 0:
        raise WrongFormat(
            name, "holds no subtitles: no line has two times with an arrow", "Export the subtitles again."
        )
    if not cues:
        raise WrongFormat(name, "holds subtitles with broken times only", "Export the subtitles again.")
    yield transcript_of(_speeches(cues), name, title)
    if lost := arrows - len(cues):
        problem = f"has {lost} of {arrows} subtitles with broken times, which are left out"
        yield WrongFormat(name, problem, "The others are in. Mend the times, then read it again.")


def _speeches(cues: Iterable[Cue]) -> list[Speech]:
    parts = [speech for cue in cues for speech in _parts(cue)]
    if any(speech.speaker for speech in parts):
        # Where voices are tagged, words without a tag are nobody's.
        return [replace(speech, opens=True) for speech in parts]
    known = _names([speech.words for speech in parts])
    return [_labelled(speech, known) for speech in parts]


def _parts(cue: Cue) -> Iterator[Speech]:
    """The cue cut at its voice tags, and at lines that open with a label or a mark of another speaker."""
    pieces = VOICE.split(cue.markup)
    voices = zip([None, *pieces[1::2]], pieces[::2], strict=True)
    for voice, markup in voices:
        speaker = " ".join(html.unescape(voice).split()) if voice else None
        for lines in _utterances(markup):
            opens = NEXT_SPEAKER.match(lines) is not None
            words = " ".join(NEXT_SPEAKER.sub("", lines).split())
            if words:
                yield Speech(cue.start, cue.end, speaker, words, opens)


def _utterances(markup: str) -> list[str]:
    """The plain lines of a cue, joined save where a line opens an utterance of its own."""
    utterances: list[str] = []
    for line in html.unescape(TAG.sub("", markup)).split("\n"):
        line = line.replace("\u200e", "").strip()
        if utterances and not NEXT_SPEAKER.match(line) and label_of(line) is None:
            utterances[-1] += " " + line
        else:
            utterances.append(line)
    return utterances


def _names(words: list[str]) -> frozenset[str]:
    """The labels to believe: all where every cue has one or most have a name, else those in capitals or met twice."""
    openings = [label for line in words if (label := opening_of(line)) and not is_heading(label)]
    labels = [label for line in words if (label := label_of(line))]
    if len(labels) > 0.5 * len(words):
        return frozenset(openings if len(openings) == len(words) else labels)
    return frozenset(label for label in labels if label.isupper() or labels.count(label) > 1)


def _labelled(speech: Speech, known: frozenset[str]) -> Speech:
    label = opening_of(speech.words)
    if label not in known:
        return speech
    words = re.sub(r"^\s*[:.]\s*", "", speech.words.removeprefix(label or ""))
    return replace(speech, speaker=label, words=words)


def _turns(speeches: Iterable[Speech]) -> list[list[Speech]]:
    turns: list[list[Speech]] = []
    for speech in speeches:
        if turns and _goes_on(turns[-1], speech):
            turns[-1].append(speech)
        else:
            turns.append([speech])
    return [turn for turn in turns if any(speech.words for speech in turn)]


def _goes_on(turn: list[Speech], speech: Speech) -> bool:
    """Is this still the same speaker? Words without a label go on with the speaker before, if there was one."""
    speaker = turn[0].speaker
    if speech.speaker or speech.opens:
        return speech.speaker is not None and speech.speaker == speaker
    return speaker is not None or speech.start - turn[-1].end < PAUSE


def transcript_of(speeches: Iterable[Speech], name: str, title: str | None = None) -> Document:
    """The transcript of these speeches: a paragraph a turn, and the time of every speech."""
    paragraphs: list[str] = []
    timecodes: list[Timecode] = []
    at = 0
    for turn in _turns(speeches):
        paragraph = f"{turn[0].speaker}:" if turn[0].speaker else ""
        for speech in filter(lambda speech: speech.words, turn):
            paragraph += " " if paragraph else ""
            timecodes.append(Timecode(at + len(paragraph), speech.start))
            paragraph += speech.words
        paragraphs.append(paragraph)
        at += len(paragraph) + len(BETWEEN)
    return Document(BETWEEN.join(paragraphs), name, DocumentKind.TRANSCRIPT, title, timecodes=tuple(timecodes))
