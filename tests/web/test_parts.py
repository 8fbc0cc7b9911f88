from dataclasses import replace

import pytest
from sample import STATEMENTS, TEXT

from sayso.model import Reality, Span, Statement, When
from sayso.web.pages.parts import Part, part_in_doubt, question

BY_ID = {statement.id: statement for statement in STATEMENTS}
TOLD = replace(BY_ID["s03"], reasons=())


@pytest.mark.parametrize(
    "statement, part",
    [
        (replace(TOLD, addressees=()), Part.ADDRESSEES),
        (replace(TOLD, addressees=(), cue=()), Part.SPEAKER),
        (replace(BY_ID["s06"], addressees=(), when=None), Part.SPEAKER),
        (replace(TOLD, speaker=None), Part.SPEAKER),
        (replace(TOLD, when=When("XXXX-03-03", Span(0, 4))), Part.WHEN),
        (replace(TOLD, when=None), Part.SPEAKER),
        (replace(TOLD, reasons=("the year is not printed",)), Part.WHEN),
        (replace(TOLD, reasons=("to whom “he” speaks is not clear",)), Part.ADDRESSEES),
        (replace(TOLD, reasons=("two calls: which call is not clear",)), Part.CHANNEL),
        (replace(TOLD, reasons=("“call for a day” often reports no speech",)), Part.SPEAKER),
        (BY_ID["s17"], Part.SPEAKER),
    ],
)
def test_what_is_asked_is_what_is_in_doubt(statement: Statement, part: Part) -> None:
    assert part_in_doubt(statement, TEXT) is part


@pytest.mark.parametrize(
    "part, reality, speaker, asked",
    [
        (Part.ADDRESSEES, Reality.SAID, "Nia Vale", "To whom did Nia Vale say it?"),
        (Part.ADDRESSEES, Reality.SAID, None, "To whom was it said?"),
        (Part.WHEN, Reality.PLANNED, "Nia Vale", "When would it be said?"),
        (Part.SPEAKER, Reality.HYPOTHETICAL, "Nia Vale", "Whose words would these be?"),
        (Part.SPEAKER, Reality.SAID, "Nia Vale", "Who advises this?"),
    ],
)
def test_the_question_is_plain_english(part: Part, reality: Reality, speaker: str | None, asked: str) -> None:
    assert question(part, replace(TOLD, reality=reality), speaker) == asked
