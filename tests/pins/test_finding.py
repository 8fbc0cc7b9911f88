"""Where words stand, and what exactly differs."""

import subprocess
import sys
import time

import pytest

from sayso.model import Difference, Document, Span, Verdict
from sayso.pins import compare, find, find_all, holds, nearest, pin

DIFFERENCES = [
    ("We will not sign", "We will sign", [("not", "")]),
    ("We will sign", "We will never sign", [("", "never")]),
    ("We lost six men there", "We lost five men there", [("six", "five")]),
    ("We lost six brave men there", "We lost five men there", [("six brave", "five")]),
    ("a twenty-eight point plan", "a twenty eight point plan", [("twenty-eight", "twenty eight")]),
    ("twenty-eight men died", "eight men died", [("twenty-eight", "eight")]),
    ("It is $5 in all", "It is 5 in all", [("is $5", "is 5")]),
    ("We won? Then go", "We won.", [("won?", "won.")]),
    ("We will go now", "They will go now", [("We", "They")]),
    ("Now they left us there", "Now they left US there", [("us", "US")]),
    ("Take it, or leave it", "Take it or leave it", [("it, or", "it or")]),
    ("I would make the call and then go", "I would make … then go", [("the call and", "…")]),
    ("He told him to sign", "He told [the envoy] to sign", [("him", "[the envoy]")]),
    ("They dont know it", "They dont [sic] know it", []),
    ("We’re “done”—really", 'We\'re "done" -- really', []),
]


@pytest.mark.parametrize("original, printed, differences", DIFFERENCES)
def test_differences_are_told_word_by_word(original: str, printed: str, differences: list[tuple[str, str]]) -> None:
    assert compare(original, printed).differences == tuple(Difference(*pair) for pair in differences)


def test_the_span_is_that_of_the_words() -> None:
    text = "Then he said: “We will not sign, ever.” And left."
    assert find("We will not sign", text) is not None
    for printed in ("We will not sign", "we will not sign.", "We will sign", "We will … sign"):
        found = find(printed, text)
        assert found is not None
        assert found.span.of(text) == "We will not sign"


def test_a_span_holds_the_signs_that_belong_to_the_words() -> None:
    text = "They asked (twice): is it $5 or 5%? Nobody knew."
    for printed, words in (("$5 or 5%?", "$5 or 5%?"), ("$5\u00a0or 5%", "$5 or 5%"), ("(twice)  : is", "(twice): is")):
        found = find(printed, text)
        assert found is not None
        assert found.span.of(text) == words


def test_all_places_are_found_in_order() -> None:
    text = "We go. Then we go, he said. WE GO. So “We go” it is, and we   go."
    verdicts = [(found.span.start, found.verdict) for found in find_all("We go", text)]
    assert verdicts == [
        (0, Verdict.VERBATIM),
        (12, Verdict.TYPOGRAPHIC),
        (39, Verdict.VERBATIM),
        (57, Verdict.TYPOGRAPHIC),
    ]


def test_the_best_of_several_places_is_taken() -> None:
    text = "We will sign nothing. We will not sign the plan. We will sign the deal."
    found = find("We will sign the plan", text)
    assert found is not None
    assert found.span.of(text) == "We will not sign the plan"


def test_pieces_of_a_marked_quotation_have_their_places() -> None:
    text = "We go to them now, and then we stay with them."
    found = find("We go … we stay", text)
    assert found is not None
    assert [part.of(text) for part in found.parts] == ["We go", "we stay"]


def test_the_nearest_of_several_texts_is_the_least_changed() -> None:
    texts = ["We will never ever sign it", "We will sign", "we will not sign it", "We will not sign it."]
    assert [one and one.index for one in (nearest("We will not sign it", texts[:n]) for n in (0, 1, 2, 3, 4))] == [
        None, 0, 0, 2, 3,
    ]  # fmt: skip


def test_a_pin_has_what_it_takes_to_find_its_words_again() -> None:
    text = "x" * 40 + " We will not sign. " + "y" * 40
    pinned = pin(Document(text), Span(41, 57))
    assert (pinned.words, len(pinned.prefix), len(pinned.suffix)) == ("We will not sign", 32, 32)
    assert holds(pinned, text)
    assert not holds(pinned, text.replace("not", "now"))
    assert not holds(pinned, "z" + text)


def test_a_pin_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="the text ends at 2"):
        pin(Document("ab"), Span(0, 3))


HOSTILE = {
    "one word": "a " * 50_000,
    "no space": "a" * 100_000,
    "marks": "' " * 50_000,
    "possessives": "'a " + "s' " * 30_000,
    "line ends": "a-" + "\n" * 100_000 + "b",
    "stops": ". " * 50_000,
    "brackets": "[" * 100_000,
    "accents": "\u0301" * 50_000,
    "inches": '5" ' * 30_000,
    "labels": "A: b\n" * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_takes_for_ever(text: str) -> None:
    started = time.process_time()
    for printed in ("a a a b a", "a … a … b", "s' a", text[:3000], "x" + text):
        find(printed, text)
    assert time.process_time() - started < 20


def test_a_long_text_is_searched_quickly() -> None:
    text = "".join(f"Word{number} stands here, it’s said. " for number in range(60_000))
    started = time.process_time()
    for number in range(100, 60_000, 6_000):
        found = find(f"word{number} stands here, it's said", text)
        assert found is not None
        assert found.verdict is Verdict.TYPOGRAPHIC
    assert time.process_time() - started < 10


def test_pins_need_rapidfuzz_and_nothing_else() -> None:
    script = "import sys, sayso.pins; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    ours = {name.partition(".")[0] for name in ran.stdout.split()} - set(sys.stdlib_module_names)
    assert {name for name in ours if not name.startswith(("_", "sitecustomize"))} <= {
        "sayso",
        "rapidfuzz",
        "cython_runtime",
    }
