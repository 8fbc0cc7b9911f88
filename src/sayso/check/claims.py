"""What a story says that somebody said, outside of quotation marks, by plain rules: X said that …; …, X said.

Nobody is taken to have said what the story says that they did not say, might say or were yet to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.attribution.quotes import Quotation
from sayso.check.clauses import begins, is_tail, looks_whole
from sayso.check.cues import Cue, is_unreal, said_by, trailing
from sayso.check.sentences import sentence_spans
from sayso.check.verbs import forms, takes_clause, verbs
from sayso.check.who import listed, named_first
from sayso.language.words import sorted_into
from sayso.model import Act, Span
from sayso.paragraphs import paragraphs

_QUOTED = "\x00"
_MARKS = "“”„«»‹›\"＂‘’'`"
_STOPS = ".?!…"
# Between two clauses of one sentence that may have two speakers.
_SEAM = re.compile(r"[;:—]\s+|,\s+(?:and|but|while|whereas|though|although|yet)\s+|\x00[^\w\s]*\s*")
_ONE_MORE = re.compile(r",?\s+(?:and|but) (?:then |also |later )?$")
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_APPOSITION = re.compile(r"\s*(?:the|an?|his|her|their)\b[^,]{0,60},", re.IGNORECASE)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|i|we)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
_THAT = re.compile(r"[^.;:,]*\bthat\b")
_SUBJECT = re.compile(r"\s+(?:it|he|she|they|there|we|I) ")
_QUOTES_NEXT = re.compile(r"\s*(?::|,?\s*[“‘\"])")
_SUPPOSED = listed("if unless whether suppose imagine had nobody none nothing neither")
_OPENS_PHRASE = listed(
    "in on at when as after before asked if while during with by for to despite because since speaking"
)
_EMPHASIS = re.compile(r"\*+|__")
_JOINS = listed("that and but then")
_BULLETS = " \t\n>#-–—•*_"
_LONGEST_SUBJECT = 12
_ACTS_PASSED_OVER = frozenset({Act.DENIES, Act.DECLINES})


@dataclass(frozen=True, slots=True)
class Claim:
    """Where a clause stands that the story puts in somebody's mouth: two parts where "X said" parts it."""

    parts: tuple[Span, ...]
    cue: Cue
    by_pronoun: bool = False

    @property
    def span(self) -> Span:
        """From the clause's first word to its last."""
        return Span(self.parts[0].start, self.parts[-1].end)

    def words(self, text: str) -> str:
        """The clause in one."""
        return " ".join(part.of(text) for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of saying in its sentence, and where what belongs to it may begin."""

    text: str
    sentence: Span
    start: int
    end: int
    seam: Span

    @property
    def word(self) -> str:
        return self.text[self.start : self.end]

    @property
    def lemma(self) -> str:
        return forms()[self.word.lower()]

    @property
    def who(self) -> str:
        return self.text[self.seam.end : self.start].strip().lstrip(_BULLETS)

    @property
    def rest(self) -> str:
        return self.text[self.end : self.sentence.end]

    @property
    def comma(self) -> int:
        """The last comma before the verb, or -1."""
        return self.text.rfind(",", self.seam.end, self.start)


def claims(text: str, quotations: Sequence[Quotation]) -> list[Claim]:
    """All claims of the story in order. Of one within another, the inner one is kept."""
    masked = _without_quoted(text, quotations)
    return [
        claim
        for paragraph in paragraphs(text)
        for sentence in sentence_spans(masked, paragraph.start, paragraph.end)
        if not sentence.of(masked).rstrip().endswith("?")
        for claim in _innermost(list(_in_sentence(masked, sentence)))
    ]


def _innermost(found: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in found if not any(_within(other, claim) for other in found)]


def _within(inner: Claim, outer: Claim) -> bool:
    return inner is not outer and outer.span.start <= inner.span.start and inner.span.end <= outer.span.end


def _without_quoted(text: str, quotations: Sequence[Quotation]) -> str:
    """The text with every quoted character but a closing stop made one that is no letter, no space and no sign.

    Markdown's emphasis is made spaces: a name in bold is a name.
    """
    pieces, done = [], 0
    for quotation in quotations:
        start, end = quotation.inner.start, quotation.inner.end
        stop = text[end - 1] if text[end - 1] in _STOPS else _QUOTED
        pieces += [text[done:start], _QUOTED * (end - start - 1), stop]
        done = end
    return _EMPHASIS.sub(lambda match: " " * len(match[0]), "".join([*pieces, text[done:]]))


def _in_sentence(text: str, sentence: Span) -> Iterator[Claim]:
    by_phrase = list(_according(text, sentence))
    if by_phrase:
        yield from by_phrase
        return
    last: Claim | None = None
    found = [_verb(text, sentence, match) for match in verbs().finditer(text, sentence.start, sentence.end)]
    for at, verb in enumerate(found):
        limit = next((other.seam.start for other in found[at + 1 :] if other.seam.start > verb.end), sentence.end)
        claim = _of_verb(verb, limit, last)
        if claim is not None:
            last = claim
            yield claim


def _verb(text: str, sentence: Span, match: re.Match[str]) -> _Verb:
    return _Verb(text, sentence, match.start(), match.end(), _seam(text, sentence, match.start()))


def _seam(text: str, sentence: Span, at: int) -> Span:
    """What parts the clause that the verb stands in from the one before it."""
    one_more = _ONE_MORE.search(text, sentence.start, at)
    if one_more:
        return Span(*one_more.span())
    seams = [Span(*match.span()) for match in _SEAM.finditer(text, sentence.start, at)]
    return seams[-1] if seams else Span(sentence.start, sentence.start)


def _of_verb(verb: _Verb, limit: int, last: Claim | None) -> Claim | None:
    first = verb.who.split()[:1]
    supposed = bool(first) and first[0].lower() in _SUPPOSED
    if supposed or is_unreal(verb.who) or sorted_into("acts").get(verb.lemma) in _ACTS_PASSED_OVER:
        return None
    after_comma = verb.text[: verb.start].rstrip().endswith(",")
    goes_on = verb.word.endswith("ing")
    if after_comma and not goes_on and not _THAT.match(verb.rest) and not _SUBJECT.match(verb.rest):
        return _trailing(verb)
    if after_comma or goes_on:
        return _leading(verb, limit, last)
    return _leading(verb, limit, last) or _around(verb) or _trailing(verb)


def _leading(verb: _Verb, limit: int, last: Claim | None) -> Claim | None:
    """X said that CLAUSE."""
    start = begins(verb.text[verb.end : limit], verb.word, verb.lemma)
    if start is None:
        return None
    end = limit
    if re.search(r",\s*(?:who|which)$", verb.who):
        comma = verb.text.find(",", verb.end + start, limit)
        end = comma if comma >= 0 else limit
    span = _clause(verb.text, verb.end + start, end)
    if span is None:
        return None
    if not verb.who:
        return Claim((span,), last.cue, last.by_pronoun) if last else _by_nobody(span, verb)
    cue = said_by(verb.who, verb.word, verb.text[verb.end : verb.end + start].removesuffix("that "))
    return Claim((span,), cue, _PRONOUN.search(verb.who) is not None)


def _by_nobody(span: Span, verb: _Verb) -> Claim | None:
    """A verb without a subject before it: “…,” said Ada Vento, the mayor, claims nothing more."""
    return Claim((span,), Cue()) if verb.word.endswith("ing") or _THAT.match(verb.rest) else None


def _around(verb: _Verb) -> Claim | None:
    """CLAUSE, X said, GOES ON."""
    who, comma = verb.text[verb.comma + 1 : verb.start].strip(), verb.comma
    tail = re.match(r"([^,;:]*),\s+(?=\S)", verb.rest)
    if comma < 0 or not who or not tail or not is_tail(tail[1]) or len(who.split()) > _LONGEST_SUBJECT:
        return None
    after = verb.rest[tail.end() :].split(None, 1)[0].lower()
    if who.split()[0].lower() in _JOINS | {"who", "which"} or after.endswith("ing") or after in _OPENS_PHRASE:
        return None
    one = _clause(verb.text, verb.seam.end, comma, whole=False)
    other = _clause(verb.text, verb.end + tail.end(), verb.sentence.end, whole=False)
    if one is None or other is None or not looks_whole(f"{one.of(verb.text)} {other.of(verb.text)}"):
        return None
    cue = said_by(who, verb.word, tail[1])
    return Claim((one, other), cue, _PRONOUN.search(who) is not None)


def _trailing(verb: _Verb) -> Claim | None:
    """CLAUSE, X said. CLAUSE, said X."""
    comma = verb.comma
    who = verb.text[comma + 1 : verb.start].strip()
    if _QUOTED in verb.seam.of(verb.text) or (who and _QUOTES_NEXT.match(verb.rest)):
        return None
    tail = re.split(r",\s", verb.rest.rstrip(" .\n"))[0]
    if comma < 0 or len(who.split()) > _LONGEST_SUBJECT or (who and not is_tail(tail)) or not takes_clause(verb.lemma):
        return None
    span = _clause(verb.text, verb.seam.end, comma)
    if span is None or span.of(verb.text).split()[0].lower() in _OPENS_PHRASE:
        return None
    if who and who.split()[0].lower() in _JOINS | {"who", "which"}:
        return None
    return _with_trail(span, verb, trailing(verb.text[comma : verb.sentence.end]), who)


def _with_trail(span: Span, verb: _Verb, cue: Cue | None, who: str) -> Claim | None:
    return None if cue is None else Claim((span,), cue, _PRONOUN.search(who) is not None)


def _according(text: str, sentence: Span) -> Iterator[Claim]:
    """According to X, CLAUSE. CLAUSE, according to X."""
    match = _ACCORDING.search(text, sentence.start, sentence.end)
    if match is None:
        return
    if text[sentence.start : match.start()].strip().lstrip(_BULLETS):
        span = _clause(text, _seam(text, sentence, match.start()).end, match.start())
        who = text[match.end() : sentence.end].rstrip(" .\n")
    else:
        comma = text.find(",", match.end(), sentence.end)
        who = text[match.end() : comma]
        apposition = _APPOSITION.match(text, comma + 1, sentence.end) if comma >= 0 else None
        span = _clause(text, apposition.end() if apposition else comma + 1, sentence.end) if comma >= 0 else None
    if span is not None:
        yield Claim((span,), Cue(named_first(who.strip(" ,"))))


def _clause(text: str, start: int, end: int, *, whole: bool = True) -> Span | None:
    """The clause without the signs at its edges; None where a part of it stands in quotation marks, or it is none."""
    quoted = text.find(_QUOTED, start, end)
    if quoted >= 0:
        end = max(text.rfind(sign, start, quoted) for sign in ":;—")
    while start < end and (text[start].isspace() or text[start] in _BULLETS + _MARKS + ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _MARKS + _STOPS + ",;:—–-*_("):
        end -= 1
    if end <= start or (whole and not looks_whole(text[start:end])):
        return None
    return Span(start, end)
