"""What must hold for any words and any text, whatever is thrown at them."""

import re
import unicodedata
from collections.abc import Callable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sayso.model import Document, Span, Verdict
from sayso.pins import compare, find, find_all, holds, pin

WORDS = """
    the plan we never will sign not a of peace Zelensky Müller Rossi US us polish Polish five 5 1.5 25 1,000 $5 5% -5
    2026 can can't we're were its it's hostages final office twenty-eight 20-point negotiations ceasefire no agreement
    x² ½ O’Brien would could “leave” president's all some Kyiv café
"""
FAITHFUL = {Verdict.VERBATIM, Verdict.TYPOGRAPHIC}

words = st.sampled_from(WORDS.split())
PLAIN = (" ", " ", " ", " ", ", ", "; ", " — ", ". ")


@st.composite
def sentences(draw: st.DrawFn, between: tuple[str, ...] = (*PLAIN, "… ")) -> list[str]:
    """Tokens of a sentence: words and what is between them, in turn, beginning and ending with a word."""
    count, glue = draw(st.integers(4, 14)), st.sampled_from(between)
    tokens = [draw(words)]
    for _ in range(count - 1):
        tokens += [draw(glue), draw(words)]
    return tokens


def _words(tokens: list[str]) -> list[str]:
    return tokens[::2]


def _stands_in(part: list[str], whole: list[str]) -> bool:
    """The case of the part's first letter counts for nothing."""
    firsts = {part[0], part[0][:1].swapcase() + part[0][1:]}
    places = range(len(whole) - len(part) + 1)
    return any(whole[k] in firsts and whole[k + 1 : k + len(part)] == part[1:] for k in places)


# Changes of substance: each takes tokens and a position of a word that is neither first nor last.


def _replaced(tokens: list[str], at: int, word: str) -> list[str]:
    return [*tokens[:at], word, *tokens[at + 1 :]]


def _dropped(tokens: list[str], at: int, word: str) -> list[str]:
    return [*tokens[: at - 1], *tokens[at + 1 :]]


def _added(tokens: list[str], at: int, word: str) -> list[str]:
    return [*tokens[:at], word, " ", *tokens[at:]]


def _swapped(tokens: list[str], at: int, word: str) -> list[str]:
    return [*tokens[: at - 2], tokens[at], tokens[at - 1], tokens[at - 2], *tokens[at + 1 :]]


def _negated(tokens: list[str], at: int, word: str) -> list[str]:
    return [*tokens[:at], "not", " ", *tokens[at:]]


def _other_number(tokens: list[str], at: int, word: str) -> list[str]:
    return _replaced(tokens, at, re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), tokens[at]))


def _other_case(tokens: list[str], at: int, word: str) -> list[str]:
    return _replaced(tokens, at, tokens[at].swapcase())


def _without_apostrophe(tokens: list[str], at: int, word: str) -> list[str]:
    return _replaced(tokens, at, re.sub(r"(?<=\w)['’-](?=\w)", "", tokens[at]))


def _without_signs(tokens: list[str], at: int, word: str) -> list[str]:
    return _replaced(tokens, at, re.sub(r"(?<=\d)[.,](?=\d)|[$%-]", "", tokens[at]))


def _without_accents(tokens: list[str], at: int, word: str) -> list[str]:
    plain = (c for c in unicodedata.normalize("NFKD", tokens[at]) if not unicodedata.combining(c))
    return _replaced(tokens, at, "".join(plain))


def _with_a_cyrillic_letter(tokens: list[str], at: int, word: str) -> list[str]:
    return _replaced(tokens, at, tokens[at].replace("a", "а").replace("e", "е").replace("o", "о"))


CHANGES: list[Callable[[list[str], int, str], list[str]]] = [
    _replaced, _dropped, _added, _swapped, _negated, _other_number, _other_case, _without_apostrophe, _without_signs,
    _without_accents, _with_a_cyrillic_letter,
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(sentences(PLAIN), st.data())
def test_no_changed_word_number_name_or_negation_is_ever_faithful(tokens: list[str], data: st.DataObject) -> None:
    at = 2 * data.draw(st.integers(1, len(_words(tokens)) - 2))
    changed = data.draw(st.sampled_from(CHANGES))(tokens, at, data.draw(words))
    # Signs are glued, so that a shift of words alone cannot be told from no change; the words must differ.
    assume(not _stands_in(_words(changed), _words(tokens)))
    found = find("".join(changed), "".join(tokens))
    assert found is None or (found.verdict is Verdict.ALTERED and found.differences)


# Changes of typography: each takes the text and a number to choose by.


def _one_of(choices: str) -> Callable[[int], str]:
    return lambda number: choices[number % len(choices)]


def _quotation_marks(text: str, number: int) -> str:
    pair = ["“”", '""', "„“", "«»", "‘’", "''", "『』"][number % 7]
    return re.sub(r"“(\w+)”", rf"{pair[0]}\1{pair[1]}", text)


def _apostrophes(text: str, number: int) -> str:
    return re.sub(r"(?<=\w)['’](?=\w)", _one_of("'’‘`´′ʼ")(number), text)


def _dashes(text: str, number: int) -> str:
    dash = ["—", " – ", " -- ", "--", " - ", " ― ", "—\n", " —"][number % 8]
    return re.sub(" — (?!-)", dash, text)  # "---5" is nobody's typography


def _hyphens(text: str, number: int) -> str:
    return re.sub(r"(?<=[^\W_])-(?=\w)", _one_of("-‐‑–−")(number), text)


def _spaces(text: str, number: int) -> str:
    space = ["  ", "\u00a0", "\n", "\t", "\u2009", " \r\n ", "\u3000"][number % 7]
    return text.replace(" ", space, 1 + number % 5)


def _ligatures(text: str, number: int) -> str:
    return text.replace("ffi", "ﬃ").replace("fi", "ﬁ")


def _line_end_hyphens(text: str, number: int) -> str:
    hyphen = ["-\n", "-\n  ", "‐\r\n", "\u00ad\n", "\u00ad"][number % 5]
    return re.sub(r"\b(hos|negoti|cease|agree)", rf"\1{hyphen}", text)


def _invisible(text: str, number: int) -> str:
    at = number % (len(text) + 1)
    return text[:at] + _one_of("\u200b\u2060\ufeff\u200d")(number) + text[at:]


def _ellipses(text: str, number: int) -> str:
    return text.replace("…", ["...", " . . .", " …", "....", " ..."][number % 5])


def _first_letter(text: str, number: int) -> str:
    return text[:1].swapcase() + text[1:]


def _bracketed_first(text: str, number: int) -> str:
    return f"[{text[0].swapcase()}]{text[1:]}" if text[:1].isalpha() and text[1:2].isalpha() else text


def _closing(text: str, number: int) -> str:
    return text + ["", ".", ",", "...", "…"][number % 5]


def _unicode_form(text: str, number: int) -> str:
    return unicodedata.normalize("NFD" if number % 2 else "NFC", text)


def _wide(text: str, number: int) -> str:
    wide = {ord(c): ord(c) + 0xFEE0 for c in "abcdefghijklmnopqrstuvwxyz0123456789"}
    return text.translate(wide) if number % 2 else text


TYPOGRAPHY: list[Callable[[str, int], str]] = [
    _quotation_marks, _apostrophes, _dashes, _hyphens, _ellipses, _line_end_hyphens, _first_letter,
    _bracketed_first, _ligatures, _closing, _unicode_form, _wide, _spaces, _invisible,
]  # fmt: skip

change = st.tuples(st.sampled_from(range(len(TYPOGRAPHY))), st.integers(0, 1000))
in_order = st.lists(change, max_size=8, unique_by=lambda one: one[0]).map(sorted)


@settings(max_examples=400, deadline=None)
@given(sentences(), st.integers(0, 8), in_order, words, words)
def test_every_purely_typographic_change_is_found(
    tokens: list[str], skip: int, changes: list[tuple[int, int]], before: str, after: str
) -> None:
    part = "".join(tokens[2 * min(skip, len(_words(tokens)) - 2) :])
    printed = part
    for which, number in changes:
        printed = TYPOGRAPHY[which](printed, number)
    text = f"{before} then: {''.join(tokens)} | {after}"
    found = find(printed, text)
    assert found is not None, printed
    assert found.verdict in FAITHFUL, (printed, found)
    # And the other way round: the odd typography may be the record's.
    assert compare(f"He said: {printed} | {after}", part).verdict in FAITHFUL, (printed, part)


any_text = st.text(max_size=80)
tricky = st.text(alphabet="ab5 .,-'\"’“”[]…\n\u00ad\u200b\u0301½ﬁé?A:", max_size=60)


@settings(max_examples=400, deadline=None)
@given(any_text | tricky, any_text | tricky)
def test_nothing_ever_raises_and_spans_lie_in_the_text(printed: str, text: str) -> None:
    found = find(printed, text)
    for place in [*([found] if found else []), *find_all(printed, text)]:
        assert 0 <= place.span.start <= place.span.end <= len(text)
    assert (compare(text, printed).verdict is Verdict.ABSENT) == (found is None)


@settings(max_examples=400, deadline=None)
@given(tricky, tricky)
def test_a_place_in_other_typography_compares_as_faithful_on_its_own(printed: str, text: str) -> None:
    for place in find_all(printed, text):
        if not place.parts:
            assert compare(place.span.of(text), printed).verdict in FAITHFUL


@settings(max_examples=200, deadline=None)
@given(sentences(), st.integers(0, 20), st.integers(1, 20))
def test_words_are_verbatim_where_they_stand_as_whole_words(tokens: list[str], start: int, count: int) -> None:
    part = "".join(tokens[2 * start : 2 * (start + count) - 1])
    assume(part)
    assert compare("".join(tokens), part).verdict is Verdict.VERBATIM


@settings(max_examples=200, deadline=None)
@given(tricky, tricky)
def test_verbatim_words_are_characters_of_the_text(printed: str, text: str) -> None:
    found = find(printed, text)
    if found is not None and found.verdict is Verdict.VERBATIM:
        assert found.span.of(text) == printed.strip()


@given(any_text, st.integers(0, 80), st.integers(0, 80), any_text)
def test_a_pin_holds_in_its_own_text_and_in_no_other(text: str, start: int, end: int, other: str) -> None:
    document = Document(text)
    span = Span(min(start, end, len(text)), min(max(start, end), len(text)))
    assert holds(pin(document, span), text)
    assert other == text or not holds(pin(document, span), other)
