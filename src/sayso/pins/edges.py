"""Where a quotation may begin and end: never inside a word, a compound or a number.

"art" does not stand in "party", "eight men" not in "twenty-eight men", "5 million" not in "25 million", "$5" or "-5".
"""

from __future__ import annotations

from sayso.pins.characters import HYPHENS, LONG_DASHES, SINGLE_MARKS, is_currency, is_dash, is_invisible, is_letter

# Between two letters or digits, without a space, these hold one word together.
_BINDING = frozenset(".@&_")
# Between two digits they hold one number together.
_BINDING_DIGITS = frozenset(",:/×^")
_BEFORE_NUMBER = frozenset("+±~≈<>≤≥#№")
_AFTER_NUMBER = frozenset("%‰°+×^")
_LONGEST_BREAK = 80


def opens(text: str, at: int) -> bool:
    """May a quotation begin at this offset?"""
    left = _left_of(text, at)
    if left < 0 or at >= len(text):
        return True
    here, before = text[at], text[left]
    if not is_letter(here):
        return not (is_letter(before) and (is_currency(here) or _binds(text, at)))
    if is_letter(before) or _binds(text, left) or _breaks_line(text, left):
        return False
    return not (here.isdigit() and _belongs_to_number(text, left))


def closes(text: str, end: int) -> bool:
    """May a quotation end before this offset?"""
    right = _right_of(text, end)
    if right >= len(text) or end <= 0:
        return True
    here, after = text[end - 1], text[right]
    if not is_letter(here):
        return not (is_letter(after) and _binds(text, end - 1))
    if is_letter(after) or _binds(text, right) or _hyphen_ends_line(text, right):
        return False
    return not (here.isdigit() and _number_goes_on(text, right))


def _left_of(text: str, at: int) -> int:
    """The nearest visible character before, or -1."""
    left = at - 1
    while left >= 0 and is_invisible(text[left]):
        left -= 1
    return left


def _right_of(text: str, end: int) -> int:
    right = end
    while right < len(text) and is_invisible(text[right]):
        right += 1
    return right


def _binds(text: str, at: int) -> bool:
    """Does the character there hold two letters or digits together?"""
    char, left, right = text[at], _left_of(text, at), _right_of(text, at + 1)
    if left < 0 or right >= len(text) or not (is_letter(text[left]) and is_letter(text[right])):
        return False
    if char == ".":
        # "end.Start" is two sentences whose space was lost; "U.S", "1.5" and "example.com" are one word.
        return not (text[left].islower() and text[right].isupper())
    if char in _BINDING_DIGITS or (char in LONG_DASHES):
        return text[left].isdigit() and text[right].isdigit()
    return char in _BINDING or char in SINGLE_MARKS or is_dash(char)


def _hyphen_ends_line(text: str, at: int) -> bool:
    """Is there a hyphen, and after the line's end the rest of the word?"""
    if text[at] not in HYPHENS:
        return False
    stop = at + 1
    while stop < len(text) and stop - at < _LONGEST_BREAK and (text[stop].isspace() or is_invisible(text[stop])):
        stop += 1
    return "\n" in text[at:stop] and stop < len(text) and is_letter(text[stop])


def _breaks_line(text: str, at: int) -> bool:
    """Is the nearest thing before this space a hyphen that ends a line?"""
    start = at
    while start >= 0 and at - start < _LONGEST_BREAK and (text[start].isspace() or is_invisible(text[start])):
        start -= 1
    if start < 1 or text[start] not in HYPHENS or "\n" not in text[start : at + 1]:
        return False
    left = _left_of(text, start)
    return left >= 0 and is_letter(text[left])


def _belongs_to_number(text: str, at: int) -> bool:
    """Is the sign there, before a digit, a part of the number?"""
    char, before = text[at], text[at - 1] if at else " "
    if char.isspace():
        return is_currency(before)
    if is_dash(char) or char == ".":
        # "-5" and ".5", but not "word—5", "--5" or "...5"
        return char not in LONG_DASHES and before != char
    return is_currency(char) or char in _BEFORE_NUMBER


def _number_goes_on(text: str, at: int) -> bool:
    """Is the sign there, after a digit, a part of the number?"""
    char, after = text[at], text[at + 1] if at + 1 < len(text) else " "
    if char.isspace():
        return after in "%‰€"
    return is_currency(char) or char in _AFTER_NUMBER
