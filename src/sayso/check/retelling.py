"""Is a clause the retelling of a sentence, and does it say something else?

Reported speech moves tense, person, now and here: "We will not sign today" is told as "they would not sign that day".
That is no alteration, and no such difference is ever told here. A number, a name, a negation, a modal verb or a
quantifier in the place of another is one, where the sentence is clearly the same: see `Retelling.is_clear`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from sayso.check.force import MODALS, NEGATES_OTHERWISE, QUANTIFIERS, negates
from sayso.check.gist import Gist, Kind, Token, gist
from sayso.check.sentences import sentence_spans
from sayso.model import Difference, Span

CLEAR_WORDS = 3
"""At least so many carrying words stand in order, for a clause to be clearly the same sentence."""
OTHER_WORDS = 5
"""One carrying word in so many may be another one."""
_LEFT_OUT = 3
_NEAR_WORDS = 2
_LABEL = re.compile(r"^[ \t]*[^\n:.;!?]{1,40}:\s", re.MULTILINE)
_JOINED = frozenset((" ", "", "'", '"', ' "', " '", "\n"))


@dataclass(frozen=True, slots=True)
class Retelling:
    """A stretch of the text that the clause may retell.

    `span` is what it retells, `sentence` all that was said in one breath with it. `standing` of the clause's `carrying`
    words stand there in order, those that were put in the place of another of
    their kind not counted; `added` are others, `left_out` the stretch's own. `differences` are those of substance.
    """

    span: Span
    sentence: Span
    standing: int
    carrying: int
    added: int
    left_out: int
    differences: tuple[Difference, ...]
    lost_negation: bool

    @property
    def is_clear(self) -> bool:
        """Is it beyond doubt the same sentence?"""
        replaced = self.carrying - self.standing - self.added
        if self.standing < CLEAR_WORDS * max(1, replaced):
            return False
        spare = 0 if self.lost_negation else self.carrying // OTHER_WORDS
        return self.added <= spare and self.left_out <= (spare if self.lost_negation else self.standing // _LEFT_OUT)

    @property
    def is_near(self) -> bool:
        """Is it worth showing beside the clause?"""
        return self.standing >= _NEAR_WORDS and 2 * self.standing >= self.carrying

    @property
    def closeness(self) -> tuple[bool, int, int]:
        """What is nearest comes last."""
        return self.is_clear, self.standing - self.added, -self.left_out


def retellings(clause: str, text: str) -> Iterator[Retelling]:
    """Every sentence of the text that the clause is near to."""
    told = gist(clause)
    wanted = set(told.keys())
    for sentence in _sentences(text):
        here = gist(sentence.of(text))
        if len(wanted & set(here.keys())) >= _NEAR_WORDS:
            found = _retelling(told, here, sentence)
            if found is not None and found.is_near:
                yield found


def _sentences(text: str) -> Iterator[Span]:
    """Sentences, without the label of whoever speaks them; a line is no end."""
    for paragraph in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text):
        starts = [paragraph.start(), *(m.end() for m in _LABEL.finditer(text, paragraph.start(), paragraph.end()))]
        ends = [*(m.start() for m in _LABEL.finditer(text, paragraph.start(), paragraph.end())), paragraph.end()]
        for start, end in zip(starts, ends, strict=True):
            yield from (span for span in sentence_spans(text, start, end) if len(span))


@dataclass(frozen=True, slots=True)
class _Gap:
    """Carrying words between two that stand: of the original, and of the clause."""

    original: tuple[Token, ...]
    printed: tuple[Token, ...]


def _retelling(told: Gist, here: Gist, sentence: Span) -> Retelling | None:
    pairs, gaps = _aligned(told, here)
    if not pairs:
        return None
    changed = [change for gap in gaps for change in _changes(gap)]
    differences = [_difference(here, told, one, other) for one, other in changed]
    ours, theirs = _widened(here, pairs[0][0].first, pairs[-1][0].stop), _widened(told, 0, len(told.words))
    negated = _negation(here, ours, told, theirs)
    differences += [negated] if negated else []
    differences += _weighed(here, told, pairs, MODALS) + _weighed(here, told, pairs, QUANTIFIERS)
    inner = gaps[1:-1]
    first = min([ours[0], *(one.first for one, _ in changed)])
    last = max([ours[1], *(one.stop for one, _ in changed)])
    return Retelling(
        _place(here, first, last, sentence),
        _place(here, 0, len(here.words), sentence),
        len(pairs),
        len(told.tokens),
        len(told.tokens) - len(pairs) - len(changed),
        sum(len(gap.original) for gap in inner) - sum(1 for gap in inner for _ in _changes(gap)),
        tuple(differences),
        negated is not None,
    )


def _place(here: Gist, first: int, stop: int, sentence: Span) -> Span:
    return Span(sentence.start + here.words.start(first), sentence.start + here.words.end(stop - 1))


def _aligned(told: Gist, here: Gist) -> tuple[list[tuple[Token, Token]], list[_Gap]]:
    """Carrying words that stand (original, printed), and what lies before, between and after them."""
    pairs: list[tuple[Token, Token]] = []
    for op in LCSseq.opcodes(here.keys(), told.keys()):
        if op.tag == "equal":
            ours, theirs = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
            pairs += [(here.tokens[a], told.tokens[b]) for a, b in zip(ours, theirs, strict=True)]
    at = [(-1, -1), *((here.tokens.index(a), told.tokens.index(b)) for a, b in pairs)]
    at.append((len(here.tokens), len(told.tokens)))
    gaps = [_Gap(here.tokens[a + 1 : c], told.tokens[b + 1 : d]) for (a, b), (c, d) in pairwise(at)]
    return pairs, gaps


def _changes(gap: _Gap) -> Iterator[tuple[Token, Token]]:
    """A number in the place of a number, a name in the place of a name."""
    for kind in (Kind.NUMBER, Kind.NAME):
        ours = [token for token in gap.original if token.kind is kind]
        theirs = [token for token in gap.printed if token.kind is kind]
        if len(ours) == len(theirs) == 1 and (kind is Kind.NUMBER or not _may_be_same(ours[0].key, theirs[0].key)):
            yield ours[0], theirs[0]


def _may_be_same(one: str, other: str) -> bool:
    """Halvane and Halvanian, UN and United."""
    return one[:3] == other[:3] or (min(len(one), len(other)) <= 3 and one[:1] == other[:1])


def _difference(here: Gist, told: Gist, one: Token, other: Token) -> Difference:
    return Difference(here.words.between(one.first, one.stop), told.words.between(other.first, other.stop))


def _widened(there: Gist, first: int, stop: int) -> tuple[int, int]:
    """A range of words with the light ones that touch it: "We have not" before "agreed"."""
    words, carrying = there.words, {at for token in there.tokens for at in range(token.first, token.stop)}
    while first > 0 and first - 1 not in carrying and words.joint(first) in _JOINED:
        first -= 1
    while stop < len(words) and stop not in carrying and words.joint(stop) in _JOINED:
        stop += 1
    return first, stop


def _negation(here: Gist, ours: tuple[int, int], told: Gist, theirs: tuple[int, int]) -> Difference | None:
    """A negation that has come or gone, if that can be told from the words."""
    one, other = here.words.keys[slice(*ours)], told.words.keys[slice(*theirs)]
    if not NEGATES_OTHERWISE.isdisjoint({*one, *other}):
        return None
    lost, come = ([at for at, key in enumerate(keys) if negates(key)] for keys in (one, other))
    if bool(lost) == bool(come):
        return None
    original = here.words.between(ours[0] + lost[0], ours[0] + lost[0] + 1) if lost else ""
    printed = told.words.between(theirs[0] + come[0], theirs[0] + come[0] + 1) if come else ""
    return Difference(original, printed)


def _weighed(
    here: Gist, told: Gist, pairs: list[tuple[Token, Token]], classes: Mapping[str, frozenset[str]]
) -> list[Difference]:
    """Words of another force before the same carrying word: "may go" told as "will go"."""
    found = []
    for one, other in pairs:
        a, b = _word_before(here, one.first, classes), _word_before(told, other.first, classes)
        if a is not None and b is not None:
            ours, theirs = here.words.keys[a], told.words.keys[b]
            if classes[ours].isdisjoint(classes[theirs]):
                found.append(Difference(here.words.between(a, a + 1), told.words.between(b, b + 1)))
    return found


def _word_before(there: Gist, at: int, classes: Mapping[str, frozenset[str]]) -> int | None:
    """The one such word among the light ones right before a carrying word, or None."""
    carrying = {k for token in there.tokens for k in range(token.first, token.stop)}
    found = []
    while at > 0 and at - 1 not in carrying and there.words.joint(at) in _JOINED:
        at -= 1
        if there.words.keys[at] in classes:
            found.append(at)
    return found[0] if len(found) == 1 else None
