"""What a document says of itself at its top: the record of a call or meeting, a letter or telegram from one to another.

Memoranda of conversation, minutes, telegrams and letters name in their first lines who met or who wrote to whom. The
forms are those of diplomatic papers and of minutes in general; a report in a newspaper has none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.model import CommunicationKind, Span

# So many characters from the top belong to the heading at most.
_TOP = 3_000
_TITLE_LINES = 4
_RECORD = re.compile(
    r"\b(?:memorandum|minutes|record|notes?|transcript|summary|report)\s+of\s+(?:an?\s+|the\s+|their\s+)?"
    r"(?P<words>(?:[\w’'-]+\s+){0,3}?(?P<noun>conversation|call|meeting|teleconference|discussion|talk))\b"
    r"(?:\s+(?:between|with|among)\s+(?P<parties>[^\n]+))?",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"^(?:\d+\.\s*)?(?:(?P<what>telegram|letter|memorandum|message|cable|airgram|note|d[ei]spatch)\s+from\s+)"
    r"(?P<sender>[^\n]+?)\s+to\s+(?P<recipients>[^\n]+)$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:\d+\.\s*)?(?P<sender>the\s[^\n]+?\([^)\n]+\)),?\s+to\s+(?P<recipients>the\s[^\n]+)$", re.IGNORECASE
)
_LIST = re.compile(
    r"^[ \t]*(?:participants|present|attendees|in attendance|those present)\b[ \t]*:?[ \t]*", re.I | re.M
)
_LIST_ENDS = re.compile(r"^[ \t]*(?:subject|re|date|place|time|agenda|copies?)\b|[.?!][”\"]?[ \t]*$", re.IGNORECASE)
# ", Washington, February 26, 1957, 10:15 a.m." or " in New York, …": where and when, behind the parties.
_PLACED = re.compile(
    r",\s+(?=[A-Z][\w. ]+,\s+(?:[A-Z][a-z]+\.?\s+\d|\d))|\s+in\s+(?=[A-Z][\w. ]+$)|\s+in\s+(?=[A-Z][\w. ]+,)"
)
_AND = re.compile(r"\s+and\s+(?=(?:the\s|[A-Z]))|;\s*")
# A form's lines: "FROM: Ada Vento".
_FROM_LINE = re.compile(r"^[ \t]*from[ \t]*:[ \t]*(?P<name>[^\n]*[^\s])", re.I | re.M)
_TO_LINE = re.compile(r"^[ \t]*to[ \t]*:[ \t]*(?P<name>[^\n]*[^\s])", re.I | re.M)
_FORM_LINES = 12
# Columns side by side, and what stands at the head of one: "US", "United Kingdom", "For the board:".
_COLUMN = re.compile(r"[^\s](?:[^\t\n]*?[^\s])??(?=[ \t]*\t|[ ]{3,}|[ \t]*$)")
_COLUMN_HEAD = re.compile(
    r"(?:[A-Z]\.?){2,4}|[A-Z]{2,}|(?:the\s+)?united\s+\w+|[^\n]+:|(?:\w+\s+){0,3}(?:side|delegation|officials)", re.I
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}"
_NAMED_PLACE = r"(?P<place>[A-Z][\w.’'-]*(?:[ ](?:[A-Z][\w.’'-]*|of|the|de|la|da|do|am|an|der)){0,4})"
_DATELINE = re.compile(rf"^{_NAMED_PLACE},\s+{_DATE}", re.M)
_IN_TITLE = re.compile(rf"(?:,|\bin)\s+{_NAMED_PLACE},\s+{_DATE}")
_FROM_TOP = 6
# Who signs stands alone on the last line, above any notes.
_SIGNED = re.compile(r"\n(?P<name>[A-Z][\w’'-]+(?:[ ][A-Z][\w’'.-]*){0,3})(?:\s{1,9}NOTES\b|\s*\Z)")
# "Personal for Ada Vento—no distribution.": a sentence of its own above the words says whom they are for.
_ATTENTION = re.compile(
    r"(?:[.—]\s+|\n\s*)(?:[A-Z]\w+ ){0,2}(?:[A-Z]\w+|only) [Ff]or (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*[\w])?)"
    r"(?=[.—–]|\s+from\b)"
)
_BELOW = 300
_CALLS = frozenset({"call", "teleconference"})


@dataclass(frozen=True, slots=True)
class Heading:
    """The document's own act: its kind, where the parties are named, of these the sender, who signed, and the place."""

    kind: CommunicationKind
    span: Span
    parties: tuple[Span, ...] = ()
    sender: Span | None = None
    signature: Span | None = None
    place: Span | None = None


def heading_of(text: str) -> Heading | None:
    """The heading; None for a text that tells of nothing but the world.

    >>> heading_of("Memorandum of a Telephone Conversation Between Ada Vento and Piet Maas, Lund, May 2, 1957").kind
    <CommunicationKind.CALL: 'call'>
    """
    top = text[:_TOP]
    lines = list(_lines(top))[:_TITLE_LINES]
    made = (_record(text, line) or _sent(text, line) for line in lines)
    heading = next((one for one in made if one is not None), None) or _form(top)
    if heading is None:
        return None
    placed = replace(heading, place=_place(top, heading.span))
    if heading.sender:
        return replace(placed, parties=(*heading.parties, *_attention(top, heading.span)), signature=_signature(text))
    return replace(placed, parties=tuple(_listed(top)) or heading.parties)


def _form(top: str) -> Heading | None:
    """ "FROM: …" and "TO: …" on lines of their own, both."""
    lines = list(_lines(top))[:_FORM_LINES]
    end = lines[-1].end if lines else 0
    sender, to = _FROM_LINE.search(top, 0, end), _TO_LINE.search(top, 0, end)
    if sender is None or to is None:
        return None
    parties = Span(*sender.span("name")), Span(*to.span("name"))
    first, last = sorted((sender, to), key=lambda match: match.start())
    return Heading(CommunicationKind.LETTER, Span(first.start(), last.end()), parties, parties[0])


def _place(top: str, title: Span) -> Span | None:
    """Of the dateline, else at the end of the title."""
    end = [line.end for line in _lines(top)][:_FROM_TOP]
    found = _DATELINE.search(top, title.end, max(end[-1], title.end)) or _IN_TITLE.search(top, title.start, title.end)
    return Span(*found.span("place")) if found else None


def _attention(top: str, title: Span) -> Iterator[Span]:
    found = _ATTENTION.search(top, title.end, title.end + _BELOW)
    if found:
        yield Span(*found.span("name"))


def _signature(text: str) -> Span | None:
    found = _SIGNED.search(text)
    return Span(*found.span("name")) if found else None


def _lines(top: str) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]*\S[^\n]*", top):
        yield Span(match.start(), match.end())


def _record(text: str, line: Span) -> Heading | None:
    found = _RECORD.search(text, line.start, line.end)
    # A title, not a sentence that mentions one.
    if found is None or found.start() - line.start > 12:
        return None
    is_call = (
        found["noun"].lower() in _CALLS or "telephone" in found["words"].lower() or "phone" in found["words"].lower()
    )
    kind = CommunicationKind.CALL if is_call else CommunicationKind.MEETING
    parties = tuple(_parties(text, Span(*found.span("parties")))) if found["parties"] else ()
    return Heading(kind, line, parties)


def _sent(text: str, line: Span) -> Heading | None:
    printed = line.of(text)
    found = _SENT.match(printed) or _TO.match(printed)
    if found is None:
        return None
    sender, to = (_shifted(found, name, line.start) for name in ("sender", "recipients"))
    return Heading(CommunicationKind.LETTER, line, (sender, to), sender)


def _shifted(found: re.Match[str], name: str, by: int) -> Span:
    return Span(found.start(name) + by, found.end(name) + by)


def _parties(text: str, place: Span) -> Iterator[Span]:
    """ "the President and Piet Maas, Lund, May 2": each without where and when."""
    start = place.start
    for joint in [*_joints(text, place), None]:
        end = joint.start() if joint else place.end
        yield _shortened(text, Span(start, end))
        start = joint.end() if joint else end


def _joints(text: str, place: Span) -> list[re.Match[str]]:
    """An office may hold an "and" of its own: then the last one joins, or the one behind a name in brackets."""
    joints = list(_AND.finditer(text, place.start, place.end))
    behind_names = [joint for joint in joints if text[joint.start() - 1] == ")"]
    return behind_names or joints[-1:]


def _shortened(text: str, place: Span) -> Span:
    """Without a place or date behind it, and without the comma before these."""
    cut = _PLACED.search(text, place.start + 1, place.end)
    end = cut.start() if cut else place.end
    while end > place.start and not (text[end - 1].isalnum() or text[end - 1] in ").”’"):
        end -= 1
    return Span(place.start, end)


def _listed(top: str) -> Iterator[Span]:
    """The lines behind PARTICIPANTS, or the names on that very line."""
    found = _LIST.search(top)
    if found is None:
        return
    for line in _lines_from(top, found.end()):
        words = line.of(top)
        if _LIST_ENDS.search(words) and line.start != found.end():
            return
        yield from _names_on(top, line)
        if line.start == found.end() and words.strip():
            return


def _lines_from(top: str, start: int) -> Iterator[Span]:
    for match in re.compile(r"[^\n]*\S[^\n]*").finditer(top, start):
        yield Span(match.start(), match.end())


def _names_on(top: str, line: Span) -> Iterator[Span]:
    """One name with what it is on a line of its own or in a column; several with commas between them on one line."""
    printed = line.of(top)
    if printed.count(",") < 2:
        columns = (Span(*match.span()) for match in _COLUMN.finditer(top, line.start, line.end))
        yield from (one for one in columns if not _COLUMN_HEAD.fullmatch(one.of(top)))
        return
    for match in re.finditer(r"[^,;\s][^,;]*[^,;\s]|[^,;\s]", printed):
        yield Span(line.start + match.start(), line.start + match.end())
