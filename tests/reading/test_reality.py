"""House rule 6: nobody is recorded as having said what they did not."""

from __future__ import annotations

import pytest

from sayso.model import Act, Document, Reality
from sayso.reading import read_document

NOT_SAID = [
    "Vento did not say that the dam would break.",
    "Vento never promised that the dam would hold.",
    "Vento refused to say that the dam was safe.",
    "Vento has yet to say whether the dam is safe.",
    "Vento declined to say who had signed the letter.",
    "Nobody said that the dam was safe.",
    "No minister said that the dam was safe.",
    "Vento would say that the dam was safe.",
    "Vento could say that the dam was safe.",
    "If Vento says that the dam is safe, Maas will resign.",
    "Vento will say that the dam is safe.",
    "Vento is expected to announce that the dam is safe.",
    "Vento plans to announce that the dam is safe.",
    "Did Vento say that the dam was safe?",
    "Maas was asked whether Vento had lied.",
    "Vento has not said whether the dam is safe.",
    "Vento doesn't claim that the dam is safe.",
    "Vento never said that Maas had told him that the dam was old.",
    "Neither Vento nor Maas said that the dam was safe.",
    "Vento was asked if he had promised to mend the dam.",
    "Vento stopped short of saying that the dam was unsafe.",
    "Imagine Vento saying that the dam is safe.",
    "Vento might have told Maas that the dam was safe.",
    "Vento has never claimed that the dam is safe.",
    "Vento said nothing.",
    "Vento did not say who paid. Nor did he say whether the dam was safe.",
    "Far from saying that the dam was safe, Vento wept.",
    "Far from saying that the dam was safe, Vento closed it.",
    "Vento was due to tell Maas that the dam was safe.",
    "Vento left without saying that the dam was safe.",
    "It is not true that Vento said that the dam was safe.",
    "There is no evidence that Vento said that the dam was safe.",
    "The claim that Vento said that the dam was safe is false.",
    "Vento no longer says that the dam is safe.",
    "Vento neither confirmed nor denied that the dam was safe.",
    "Vento would not say whether the dam was safe.",
    "Vento cannot say that the dam is safe.",
    "Vento failed to mention that the dam was old.",
]
SAID = [
    ("Vento said that the dam would break.", Act.ASSERTS),
    ("Vento said he never promised that the dam would hold.", Act.ASSERTS),
    ("“The dam will break,” Vento said.", Act.ASSERTS),
    ("Vento told reporters that the dam was safe.", Act.ASSERTS),
    ("Vento denied that the dam was unsafe.", Act.DENIES),
    ("Vento denied that he had told Maas that the dam was safe.", Act.DENIES),
    ("Vento rejected claims that he had said the dam was safe.", Act.DENIES),
    ("Vento warned that the dam would break.", Act.ASSERTS),
    ("Vento promised to mend the dam.", Act.PROMISES),
    ("Vento urged Maas to close the dam.", Act.ADVISES),
    ("“Is the dam safe?” Vento asked.", Act.ASKS),
    ("According to Vento, the dam is safe.", Act.ASSERTS),
    ("Vento predicted that the dam would break.", Act.PREDICTS),
    ("Vento acknowledged that the dam was old.", Act.AGREES),
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_words_that_were_not_spoken_never_count_as_said(text: str) -> None:
    reading = read_document(Document(text, published="2026-11-18"))
    assert [s.words for s in reading.statements if s.reality is Reality.SAID] == []


@pytest.mark.parametrize(("text", "act"), SAID)
def test_words_that_were_spoken_are_said_and_their_act_is_named(text: str, act: Act) -> None:
    reading = read_document(Document(text, published="2026-11-18"))
    assert [s.act for s in reading.statements if s.reality is Reality.SAID] == [act]
