"""Nested training texts out of PolNeAR's, which never nest: one attribution's sentence put into another's content.

usage: python -m training.compose POLNEAR.jsonl OUT.jsonl [--seed 1] [--share 0.15]

Every article comes out once, some of its sentences changed, where it has sentences that can be:

- reported: "X said that C." and "Y told Z that D." become "X said that Y told Z that D.", and chains of three
- framed: "Y told Z that D." becomes "Y told Z that D, the New York Times reported on Tuesday.", "According to the New
  York Times, Y told Z that D." or "The New York Times reported that Y told Z that D."

Outlets are those that PolNeAR's articles say to have "reported" something. Both attributions of a changed sentence
carry `"composed": true`, and so does their text. In the contents that were not changed nobody has looked for more.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from training.labelled import Attribution, Labelled, Span, read_texts, write_texts
from training.pieces import Piece, attributed, free_sentences, put_into

# Words that take a whole clause after "that".
CLAUSAL = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|not(?:e|es|ed|ing)|argu(?:e|es|ed|ing)"
    r"|believ(?:e|es|ed)|th(?:ink|inks|ought)|claim(?:s|ed|ing)?|insist(?:s|ed)?|warn(?:s|ed)?|acknowledged?|explain(?:s|ed)"
    r"|report(?:s|ed)|predict(?:s|ed)|declared?|stat(?:es|ed)|suggest(?:s|ed)?|conced(?:es|ed)|announced?|complain(?:s|ed)"
    r"|recall(?:s|ed)|testified|assert(?:s|ed)|contend(?:s|ed)|tweeted|wrote|writes|alleg(?:es|ed)|fear(?:s|ed)?|hop(?:es|ed))$"
)
QUOTATION = re.compile(r"[\"“”]|''|``|(?<!\w)['‘’]")
REPORTED = {"reported", "reports", "first reported", "has reported"}
NAME = re.compile(r"(?:[Tt]he )?(?:[A-Z][\w.’'&-]*\s?)+")
# What a name ends in, if it is a publisher's and no person's.
PUBLISHING = re.compile(
    r"[Tt]he .*|.*(?:News|Today|Journalism|TV|Watch|Caller|Magazine)|[A-Z]{2,}|Politico|BuzzFeed|Reuters"
)
AMONG_OTHERS = re.compile(r"(?<=[a-z,] )(\w+)")
# What no reporter says of another in one breath: a headline, a dateline, a saying that goes on from one before.
UNFIT = re.compile(r"\n|:|\([A-Z]{2,}\)|\b[A-Z]{4,} [A-Z]{3,}\b|\b(?:add(?:s|ed|ing)|continu(?:es|ed|ing))\b")
CONNECTIVES = re.compile(r"(?:But|And|So|Yet|Still|However|Instead|Meanwhile|Then|Plus|Also|Indeed|Of course),? ")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WORDS = range(5, 46)
CHAINED = 0.3
QUOTES = ('"', "”", "''")
SAID = ("reported", "reported", "reports", "said", "wrote", "has reported", "first reported")


@dataclass(frozen=True, slots=True)
class Style:
    """What the articles as a whole tell: their outlets, and which words they write with a small letter."""

    outlets: Sequence[str]
    small: Set[str]

    @classmethod
    def of(cls, texts: Iterable[Labelled]) -> Style:
        """Read it off the articles."""
        return cls(outlets_in(texts), small_words(texts))


def main() -> None:
    """Read the articles, write the composed ones."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=0.15, help="of an article's sentences, at most so many change")
    asked = parser.parse_args()
    texts = list(read_texts(asked.articles))
    write_texts(asked.out, compose_all(texts, asked.seed, asked.share))


def compose_all(texts: Sequence[Labelled], seed: int, share: float) -> Iterator[Labelled]:
    """One composed article for every article that can be."""
    style = Style.of(texts)
    for text in texts:
        composed = compose(text, style, share, random.Random(f"{seed} {text.id}"))
        if composed.composed:
            yield composed


def outlets_in(texts: Iterable[Labelled]) -> list[str]:
    """The publishers that are said to have reported something, each as often as it is."""
    named: Counter[str] = Counter()
    for text in texts:
        for one in text.attributions:
            source, cue = (" ".join(text.text[s:e] for s, e in spans) for spans in (one.source, one.cue))
            if cue.lower() in REPORTED and NAME.fullmatch(source) and PUBLISHING.fullmatch(source):
                named[re.sub("^The ", "the ", source.strip())] += 1
    return sorted(named.elements())


def small_words(texts: Iterable[Labelled]) -> Set[str]:
    """The words that, inside a sentence, are mostly written with a small letter: not names."""
    seen = Counter(word for text in texts for word in AMONG_OTHERS.findall(text.text))
    return {word for word in seen if word.islower() and seen[word] > seen[word.capitalize()]}


def compose(text: Labelled, style: Style, share: float, chance: random.Random) -> Labelled:
    """The article with at most that share of its sentences nested; at least one, where any can be."""
    free = free_sentences(text)
    whole = Piece(text.text, text.attributions)
    pieces = {span: whole.cut(*span) for span in free}
    inner = [piece for piece in pieces.values() if is_clause(piece)]
    places = _in_turn([span for span in free if pieces[span].attributions], pieces, chance)
    changed: dict[Span, Piece] = {}
    for place in places:
        if len(changed) >= max(1, int(share * len(free))):
            break
        made = _changed(pieces[place], inner, style, chance)
        if made is not None:
            changed[place] = made
    return put_into(text, changed)


def _in_turn(places: list[Span], pieces: Mapping[Span, Piece], chance: random.Random) -> list[Span]:
    """In no order, but those first that can hold a report, in two articles of three: they are fewer."""
    chance.shuffle(places)
    if chance.random() < 2 / 3:
        places.sort(key=lambda place: reporting(pieces[place]) is None)
    return places


def _changed(piece: Piece, inner: Sequence[Piece], style: Style, chance: random.Random) -> Piece | None:
    """The sentence, nested in one of the ways that suit it."""
    others = [other for other in inner if other.text != piece.text]
    ways = []
    if others and (outer := reporting(piece)) is not None:
        ways += [lambda: _reported(piece, outer, others, style, chance)] * 2
    if style.outlets and is_clause(piece):
        ways.append(lambda: framed(piece, chance.choice(style.outlets), style, chance))
    return chance.choice(ways)() if ways else None


def _reported(piece: Piece, outer: Attribution, others: Sequence[Piece], style: Style, chance: random.Random) -> Piece:
    said = chance.choice(others)
    further = [other for other in others if other.text != said.text]
    if further and chance.random() < CHAINED and (between := reporting(said)) is not None:
        said = reported(said, between, chance.choice(further), style, chance)
    return reported(piece, outer, said, style, chance)


def is_clause(piece: Piece) -> bool:
    """Can the sentence be said by somebody, in somebody's words?"""
    text = piece.text
    plain = text[:1].isupper() and text.endswith((".", '."', ".”", ".''")) and not UNFIT.search(text)
    return bool(piece.attributions) and plain and len(text.split()) in WORDS and _is_balanced(text)


def reporting(piece: Piece) -> Attribution | None:
    """The attribution whose content, after its cue, ends the sentence without any quotation."""
    end = len(piece.text.rstrip("."))
    for one in piece.attributions:
        if len(one.content) != 1 or len(one.cue) != 1 or not piece.text.endswith("."):
            continue
        (start, stop), (_, cue_end) = one.content[0], one.cue[0]
        before = max(stop for spans in (one.source, one.cue) for _, stop in spans)
        alone = all(max(e for _, e in other.spans) <= start for other in piece.attributions if other is not one)
        fits = before < start and stop == end and alone and not QUOTATION.search(piece.text)
        if fits and CLAUSAL.search(piece.text[slice(*one.cue[0])]) and start - cue_end < 40:
            return one
    return None


def reported(piece: Piece, outer: Attribution, said: Piece, style: Style, chance: random.Random) -> Piece:
    """The sentence with another one in the place of its content."""
    start, end = outer.content[0]
    rest = Piece(piece.text, tuple(one for one in piece.attributions if one is not outer))
    had_that = piece.text[start:end].startswith("that ")
    that = "that " if had_that or chance.random() < 0.4 else ""
    body = that + _lowered(_without_stop(said), style)
    content = (start, start + len(body.text))
    nested = rest.cut(0, start) + body + _stop_after(body)
    made = Attribution(outer.source, outer.cue, (content,))
    return nested.also(made).made()


def framed(piece: Piece, outlet: str, style: Style, chance: random.Random) -> Piece:
    """The sentence as an outlet's report."""
    body = _without_stop(piece)
    frames = [_accorded_before, _reported_before]
    if not body.text.endswith(QUOTES):
        frames += [_accorded_after, _reported_after, _reported_after]
    return chance.choice(frames)(body, outlet, style, chance).made()


def _accorded_after(body: Piece, outlet: str, style: Style, chance: random.Random) -> Piece:
    return attributed(("content", body), ("", ", "), ("cue", "according to"), ("", " "), ("source", outlet), ("", "."))


def _accorded_before(body: Piece, outlet: str, style: Style, chance: random.Random) -> Piece:
    content = ("content", _lowered(body, style))
    frame = attributed(("cue", "According to"), ("", " "), ("source", outlet), ("", ", "), content)
    return frame + _stop_after(body)


def _reported_after(body: Piece, outlet: str, style: Style, chance: random.Random) -> Piece:
    said = ("cue", chance.choice(SAID))
    named = [("source", outlet), ("", " "), said] if chance.random() < 0.8 else [said, ("", " "), ("source", outlet)]
    return attributed(("content", body), ("", ", "), *named, ("", f"{_on_a_day(chance)}."))


def _reported_before(body: Piece, outlet: str, style: Style, chance: random.Random) -> Piece:
    source, cue = ("source", outlet[0].upper() + outlet[1:]), ("cue", chance.choice(SAID))
    that = "that " if chance.random() < 0.7 else ""
    content = ("content", that + _lowered(body, style))
    return attributed(source, ("", " "), cue, ("", f"{_on_a_day(chance)} "), content) + _stop_after(body)


def _on_a_day(chance: random.Random) -> str:
    return chance.choice(["", "", f" on {chance.choice(DAYS)}", f" {chance.choice(DAYS)}"])


def _without_stop(piece: Piece) -> Piece:
    """The clause without the full stop, and without a "But" that tied it to the sentence before."""
    start = match.end() if (match := CONNECTIVES.match(piece.text)) else 0
    end = len(piece.text) if piece.text.endswith(QUOTES) else len(piece.text.rstrip("."))
    clause = piece.cut(start, end)
    return Piece(clause.text[0].upper() + clause.text[1:], clause.attributions)


def _stop_after(body: Piece) -> str:
    return "" if body.text.endswith(QUOTES) else "."


def _lowered(piece: Piece, style: Style) -> Piece:
    """The clause as it stands inside a sentence: a small first letter, unless it is a name's."""
    first = re.match(r"\w*", piece.text)
    if first is None or first[0].lower() not in style.small:
        return piece
    return Piece(piece.text[0].lower() + piece.text[1:], piece.attributions)


def _is_balanced(text: str) -> bool:
    """Has every quotation its two marks?"""
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and text.count("''") % 2 == 0


if __name__ == "__main__":
    main()
