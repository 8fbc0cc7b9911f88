"""A sentence as the words that carry it, each in one form whatever its tense or number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from sayso.check.force import MODALS, QUANTIFIERS, is_number, negates, value
from sayso.check.who import listed
from sayso.pins.substance import COMMON
from sayso.pins.words import Words, words_in

# Words for now and here turn into words for then and there when speech is reported.
_DEICTIC = listed(
    "today tomorrow yesterday tonight now then here there ago so just also too very well please look because had "
    "having being would should might must need able let's one us ours mine yours theirs hers himself herself "
    "themselves myself ourselves while already still yet into about after before over own such even only whether"
)
_THAT_DAY = re.compile(
    r"\b(?:that|the (?:next|previous|following|same)|this|last|next) (?:day|night|week|month|year|morning|evening)\b"
)
_PASTS = dict(
    pair.split("/", 1)
    for pair in listed(
        "went/go gone/go left/leave gave/give given/give took/take taken/take came/come got/get gotten/get made/make "
        "knew/know known/know thought/think saw/see seen/see paid/pay sent/send sold/sell told/tell kept/keep "
        "found/find lost/lose meant/mean wrote/write written/write began/begin begun/begin brought/bring bought/buy "
        "held/hold stood/stand felt/feel spoke/speak spoken/speak ate/eat eaten/eat ran/run met/meet won/win fell/fall "
        "fallen/fall rose/rise risen/rise chose/choose chosen/choose drove/drive driven/drive built/build spent/spend "
        "broke/break broken/break understood/understand said/say heard/hear led/lead lay/lie sat/sit slept/sleep "
        "sang/sing sank/sink sunk/sink swore/swear taught/teach caught/catch fought/fight sought/seek drew/draw "
        "drawn/draw grew/grow grown/grow threw/throw thrown/throw flew/fly wore/wear worn/wear hid/hide hidden/hide "
        "dealt/deal lent/lend bent/bend"
    )
)
_SHORTEST_STEM = 3


class Kind(Enum):
    """What a word that carries a sentence is."""

    PLAIN = auto()
    NUMBER = auto()
    NAME = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or the words of a number: its form to compare, and which words of the text it is."""

    key: str
    kind: Kind
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class Gist:
    """The words that carry a stretch of text; `words` are all of them."""

    words: Words
    tokens: tuple[Token, ...]

    def keys(self) -> list[str]:
        """The forms to compare."""
        return [token.key for token in self.tokens]


@lru_cache(maxsize=4096)
def gist(text: str) -> Gist:
    """The carrying words of a text, in order.

    >>> gist("We will sign twenty-four papers in Vessary today.").keys()
    ['sign', '24', 'paper', 'vessary']
    """
    words = words_in(text)
    passed_over = _passed_over(text, words)
    tokens: list[Token] = []
    at = 0
    while at < len(words):
        stop = at + 1
        while is_number(words.keys[at]) and stop < len(words) and is_number(words.keys[stop]):
            stop += 1
        if stop > at + 1 or (at not in passed_over and _carries(words.keys[at])):
            tokens.append(_token(words, at, stop))
        at = stop
    return Gist(words, tuple(tokens))


def _token(words: Words, first: int, stop: int) -> Token:
    number = value(words.keys[first:stop])
    if number is not None:
        return Token(f"{number:g}", Kind.NUMBER, first, stop)
    capital = words.folded.letters[words.firsts[first]].isupper() and first > 0
    return Token(stem(words.keys[first]), Kind.NAME if capital else Kind.PLAIN, first, stop)


def _passed_over(text: str, words: Words) -> set[int]:
    """The words of "that day", "the following week"."""
    spans = [match.span() for match in _THAT_DAY.finditer(text.lower())] if len(text.lower()) == len(text) else []
    return {at for at in range(len(words)) for start, end in spans if start <= words.start(at) < end}


def _carries(key: str) -> bool:
    bare = key.removesuffix("'s")
    light = bare in COMMON or bare in _DEICTIC or "'" in bare or bare in MODALS or bare in QUANTIFIERS
    return not light and not negates(bare)


@lru_cache(maxsize=8192)
def stem(key: str) -> str:
    """Signed, signs, signing → sign; went → go. Crude, and the same on both sides.

    >>> [stem(word) for word in ("agreed", "carries", "carried", "stopping", "closed", "left", "boats")]
    ['agr', 'carry', 'carry', 'stop', 'clos', 'leav', 'boat']
    """
    key = key.removesuffix("'s").replace("'", "")
    key = _PASTS.get(key, key)
    for ending, instead in (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", "")):
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM and not key.endswith("ss"):
            key = key.removesuffix(ending) + instead
            break
    if len(key) > _SHORTEST_STEM and key[-1] == key[-2] and key[-1] not in "lsz":
        key = key[:-1]
    return key.rstrip("e") if len(key) > _SHORTEST_STEM else key
