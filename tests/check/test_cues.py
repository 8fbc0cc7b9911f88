"""Whom a story names beside its quotation marks."""

import pytest

from sayso.attribution.quotes import pair
from sayso.check.cues import Cue, cues

NAMED = [
    ("“A b c,” said Ilse Varnholt, the commissioner.", "Ilse Varnholt"),
    ("“A b c,” Ilse Varnholt said.", "Ilse Varnholt"),
    ("“A b c?” asked Mr. Brask.", "Mr. Brask"),
    ("“A b c.” Varnholt said.", "Varnholt"),
    ("“A b c,” Varnholt, who had met Brask, said.", "Varnholt"),
    ("“A b c,” the premier's aide, Teodor Brask, told reporters.", "Teodor Brask"),
    ("“A b c,” fisheries commissioner Ilse Varnholt told Brask in a call.", "Ilse Varnholt"),
    ("Ilse Varnholt, Halvane’s commissioner, told Teodor Brask: “A b c.”", "Ilse Varnholt"),
    ("Varnholt: “A b c.”", "Varnholt"),
    ("Varnholt’s answer: “A b c.”", "Varnholt"),
    ("In Vessary, Varnholt said: “A b c.”", "Varnholt"),
    ("When asked about Brask, Varnholt replied, “A b c.”", "Varnholt"),
    ("Varnholt has repeatedly said “a b c”.", "Varnholt"),
    ("According to Varnholt, “a b c” is it.", "Varnholt"),
    ("“A b c,” according to the commissioner, Ilse Varnholt.", "Ilse Varnholt"),
    ("“A b c.” — Ilse Varnholt", "Ilse Varnholt"),
    ("Brask said that Varnholt told him: “A b c.”", "Varnholt"),
    ("Varnholt was told by Brask: “A b c”.", "Brask"),
    ("Brask told Varnholt to wait, adding: “A b c.”", "Brask"),
    ("What worried Brask was the mood. “A b c,” Varnholt assured him.", "Varnholt"),
    ("“A b c,” said Rep. Ada Vento of Vessary.", "Rep. Ada Vento"),
    ("**Varnholt:** “A b c.”", "Varnholt"),
    ("- “A b c.” — Ilse Varnholt, 14 October", "Ilse Varnholt"),
    ("- Varnholt: “A b c.”", "Varnholt"),
    ("“A b c.” - Ilse Varnholt", "Ilse Varnholt"),
    ("Said Varnholt: “A b c.”", "Varnholt"),
    ("“A b c,” said J. R. Vento. Brask nodded.", "J. R. Vento"),
    ('President Trump said: "A b c."', "President Trump"),
    ("As Vento put it, “a b c”.", "Vento"),
    ("As the commissioner, Ada Vento, puts it: “A b c.”", "Ada Vento"),
    ("“A b c,” as Vento put it.", "Vento"),
    ("“A b c.” (Vento)", "Vento"),
    ("“A b c” (Ada Vento, 14 October)", "Ada Vento"),
    ("“A b c,” Brask said (Vento nodded).", "Brask"),
]
UNNAMED = [
    "“A b c,” he said.",
    "She told Teodor Brask: “A b c.”",
    "“A b c,” the White House said.",
    "“A b c,” a spokesman for the Kremlin said.",
    "“A b c,” said the president of France.",
    "“A b c,” Varnholt and Brask said.",
    "“A b c,” Brask said, quoting Varnholt.",
    "Officials said “a b c”.",
    "Varnholt never said “a b c”.",
    "Varnholt did not say “a b c”.",
    "Varnholt was told “a b c”.",
    "Varnholt declined to say “a b c”.",
]
UNCUED = [
    "The word “deal” was on the wall.",
    "“A b c.” Rossi left the room.",
    "They came for “The Art of the Deal”.",
    "The word “deal” (London) was on the wall.",
]


def found(text: str) -> list[Cue | None]:
    return cues(text, pair(text))


@pytest.mark.parametrize("text, name", NAMED)
def test_a_speaker_is_named(text: str, name: str) -> None:
    assert found(text) == [Cue(name)]


@pytest.mark.parametrize("text", UNNAMED)
def test_nobody_is_named_where_it_is_not_plain(text: str) -> None:
    assert found(text) == [Cue(None)]


@pytest.mark.parametrize("text", UNCUED)
def test_nothing_says_that_it_was_said(text: str) -> None:
    assert found(text) == [None]


def test_split_quotations_have_one_speaker() -> None:
    assert found("“A,” Varnholt said, “b c d.”") == [Cue("Varnholt")] * 2
    assert found("“A b,” Varnholt said. “C d e.”") == [Cue("Varnholt")] * 2


def test_two_speakers_in_one_sentence_keep_their_own_words() -> None:
    assert found("Varnholt called it “a joke” and Brask called it “a gift”.") == [Cue("Varnholt"), Cue("Brask")]


def test_a_speech_over_paragraphs_has_the_speaker_of_its_last() -> None:
    assert found("“A b c.\n\n“D e f,” Varnholt said.") == [Cue("Varnholt")] * 2
