from dataclasses import replace

import pytest
from sample import READING, STATEMENTS, place

from sayso.errors import InvalidJudgement
from sayso.model import Span, TimeExpression, TimeType
from sayso.web.corrections import channel_in, corrections

S06 = next(s for s in STATEMENTS if s.id == "s06")
S21 = next(s for s in STATEMENTS if s.id == "s21")


def written(*spans: Span) -> str:
    return ",".join(f"{span.start}-{span.end}" for span in spans)


def test_the_speaker_is_the_actor_whose_mention_is_selected() -> None:
    words = place("the mayor’s transport envoy")
    assert corrections(READING, S06, "speaker", words) == [("speaker", "Mara Lindqvist"), ("source", written(words))]


def test_a_speaker_whom_sayso_does_not_know_is_named_by_the_words() -> None:
    words = place("Tellus Marine’s chief lawyer")
    assert corrections(READING, S06, "speaker", place("the lawyer"))[0] == ("speaker", "the lawyer")
    assert corrections(READING, S06, "addressee", words) == [("addressees", "Tellus Marine")]


def test_a_date_that_was_read_there_is_taken_with_its_place() -> None:
    printed = place("Three days later")
    reading = replace(READING, times=(TimeExpression(printed, TimeType.DATE, "2025-03-06", "2025-03-06"),))
    day = place("days")
    assert corrections(reading, S06, "when", day) == [("when", f"2025-03-06 {written(printed)}")]
    assert corrections(READING, S06, "when", day, "2025-03") == [("when", f"2025-03 {written(day)}")]


@pytest.mark.parametrize(
    "words, channel",
    [("the nine-minute call", "phone call"), ("on the city’s message board … wrote a letter", "letter")],
)
def test_a_channel_is_named_by_the_words_for_it(words: str, channel: str) -> None:
    assert channel_in(words) == channel


def test_selected_words_lose_the_spaces_around_them() -> None:
    words = place(" Ivo Brandt,")
    inner = Span(words.start + 1, words.end - 1)
    assert corrections(READING, S06, "cue", Span(words.start, words.end - 1)) == [("cue", written(inner))]


def test_words_said_replace_what_they_touch_and_join_what_they_do_not() -> None:
    first, second = S21.content
    shorter = Span(first.start, first.end - 10)
    assert corrections(READING, S21, "content", shorter) == [("content", written(shorter, second))]
    apart = place("Okafor said")
    assert corrections(READING, S21, "content", apart) == [("content", written(first, apart, second))]


def test_words_that_are_no_part_are_cut_out() -> None:
    (content,) = S06.content
    middle = place("After that it will")
    found = corrections(READING, S06, "nothing", middle)
    before, after = Span(content.start, middle.start - 1), Span(middle.end + 1, content.end)
    assert found == [("content", written(before, after))]


@pytest.mark.parametrize(
    "meaning, words, complaint",
    [
        ("nothing", place("Varnholt terminal"), "no part of the statement"),
        ("nothing", S06.content[0], "Reject it instead"),
        ("speaker", Span(0, 0), "No words were selected"),
        ("when", place("Ivo Brandt"), "No date was read in “Ivo Brandt”"),
        ("channel", place("Ivo Brandt"), "names no channel"),
        ("weather", place("Ivo Brandt"), "cannot be “weather”"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(meaning: str, words: Span, complaint: str) -> None:
    with pytest.raises(InvalidJudgement, match=complaint):
        corrections(READING, S06, meaning, words)
