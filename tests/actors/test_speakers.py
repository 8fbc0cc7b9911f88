"""Who speaks: names, offices, pronouns, groups, bodies and documents of invented news."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Actor, ActorKind, Reading


def speaker(text: str, words: str) -> Actor | None:
    """Whoever says the statement that holds these words."""
    reading = sayso.read(text + "\n")
    return said_by(reading, words)


def said_by(reading: Reading, words: str) -> Actor | None:
    """Whoever says the innermost statement that holds these words."""
    holding = [s for s in reading.statements if words in s.words]
    assert holding, [s.words for s in reading.statements]
    return reading.actor(min(holding, key=lambda s: len(s.words)).speaker)


NAMES = {
    "a surname after the full name": (
        "Mara Lindqvist opened the port on Monday. “It is done,” Lindqvist said.",
        "It is done",
        "Mara Lindqvist",
    ),
    "a title is no part of the name": ("“It is done,” said Dr. Mara Lindqvist.", "It is done", "Mara Lindqvist"),
    "an apposition stands between name and verb": (
        "Hugo Brandt, a doctor from Lindhaven, said the ward would close.",
        "the ward would close",
        "Hugo Brandt",
    ),
    "a relative clause stands between name and verb": (
        "Hugo Brandt, who once ran the clinic, said the ward would close.",
        "the ward would close",
        "Hugo Brandt",
    ),
    "who speaks is whom the clause hangs on": (
        "The council heard from Ada Vento, who said that the quay was unsafe.",
        "the quay was unsafe",
        "Ada Vento",
    ),
    "an office before the name": (
        "Harbour Director of Ships Mara Lindqvist said the quay was unsafe.",
        "the quay was unsafe",
        "Mara Lindqvist",
    ),
    "a particle belongs to the surname": (
        "Mayor Piet de Vries met the crews on Monday. “We will pay,” de Vries said.",
        "We will pay",
        "Piet de Vries",
    ),
    "a surname of three words": (
        "Joris van der Berg met the crews on Monday. “We will pay,” van der Berg said.",
        "We will pay",
        "Joris van der Berg",
    ),
    "a nickname": (
        "William Dobel runs the yard. On Tuesday Bill Dobel said the yard was sold.",
        "the yard was sold",
        "William Dobel",
    ),
    "a middle initial comes and goes": (
        "Mara J. Lindqvist spoke first. “It is done,” Mara Lindqvist said.",
        "It is done",
        "Mara J. Lindqvist",
    ),
    "the family name first": (
        "President Xi Wenbo arrived on Monday. Mr. Xi said the talks were useful.",
        "the talks were useful",
        "Xi Wenbo",
    ),
    "a family that is called King": (
        "Olga King sells boats. “They float,” Ms. King said.",
        "They float",
        "Olga King",
    ),
    "whoever is called an engineer is a person": (
        "Tove-Marie Haug, an engineer, said the crane was old.",
        "the crane was old",
        "Tove-Marie Haug",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), NAMES.values(), ids=NAMES)
def test_a_name_is_found_however_it_is_printed(text: str, words: str, name: str) -> None:
    said = speaker(text, words)
    assert said is not None
    assert (said.name, said.kind) == (name, ActorKind.PERSON)


MEANT = {
    "he, of two": (
        "Ada Vento met Hugo Brandt in Lindhaven on Monday. He said the ward would close.",
        "the ward would close",
        "Hugo Brandt",
    ),
    "she, of two": (
        "Ada Vento met Hugo Brandt in Lindhaven on Monday. She said the ward would close.",
        "the ward would close",
        "Ada Vento",
    ),
    "the last who spoke goes on": (
        "“It is over,” Hugo Brandt said.\n\nThe crews had asked for more from Karl Dobel.\n\n“We are tired,” he said.",
        "We are tired",
        "Hugo Brandt",
    ),
    "a pronoun before its name": (
        "When she arrived, Ada Vento said the quay was unsafe.",
        "the quay was unsafe",
        "Ada Vento",
    ),
    "an office that the text has given": (
        "Mayor Ada Vento met the crews on Monday. The mayor said the quay was unsafe.",
        "the quay was unsafe",
        "Ada Vento",
    ),
    "an office that is short in print": (
        "Sen. Ada Vento met Gov. Hugo Brandt on Monday. The governor said the quay was unsafe.",
        "the quay was unsafe",
        "Hugo Brandt",
    ),
    "the aide of somebody named": (
        "Hugo Brandt wrote to Ada Vento's top harbour aide, Piet Maas. The Vento aide said the quay was unsafe.",
        "the quay was unsafe",
        "Piet Maas",
    ),
    "a noun beside its name": (
        "Her guest, the singer Ada Vento, was late. She said the quay was unsafe.",
        "the quay was unsafe",
        "Ada Vento",
    ),
    "Mr. and Mrs. of one name": (
        "Hugo Brandt and Ada Brandt came on Monday. Mrs. Brandt said the quay was unsafe.",
        "the quay was unsafe",
        "Ada Brandt",
    ),
    "the bare surname is whom the text brought first": (
        "Hugo Brandt leads the council. His niece Tilda Brandt sells boats. Brandt said the quay was unsafe.",
        "the quay was unsafe",
        "Hugo Brandt",
    ),
    "nobody is he in his own words": (
        "Karl Dobel left on Monday.\n\n“He was a good man, and he told me that the quay was unsafe,” Hugo Brandt said.",
        "the quay was unsafe",
        "Karl Dobel",
    ),
}


@pytest.mark.parametrize(("text", "words", "name"), MEANT.values(), ids=MEANT)
def test_words_without_a_name_mean_somebody_named(text: str, words: str, name: str) -> None:
    said = speaker(text, words)
    assert said is not None
    assert said.name == name


OTHERS = {
    "her campaign is not she": (
        "Ada Vento was ill on Monday. Her campaign said she would rest.",
        "she would rest",
        ("Ada Vento campaign", ActorKind.ORGANISATION),
    ),
    "the campaign is the one spoken of": (
        "The Vento campaign was late, Ada Vento knew. The campaign said the plane was old.",
        "the plane was old",
        ("Ada Vento campaign", ActorKind.ORGANISATION),
    ),
    "an abbreviation that the text gives": (
        "The Lindhaven Harbour Board (LHB) met on Monday. The LHB said the quay was unsafe.",
        "the quay was unsafe",
        ("Lindhaven Harbour Board", ActorKind.ORGANISATION),
    ),
    "the board is the Harbour Board": (
        "The Lindhaven Harbour Board met on Monday. The board said the quay was unsafe.",
        "the quay was unsafe",
        ("Lindhaven Harbour Board", ActorKind.ORGANISATION),
    ),
    "officials of a named body are nobody named": (
        "Harbour Board officials said the quay was unsafe.",
        "the quay was unsafe",
        ("Harbour Board officials", ActorKind.UNNAMED),
    ),
    "a spokesman for somebody is not that person": (
        "A spokesman for Ada Vento said the quay was unsafe.",
        "the quay was unsafe",
        ("A spokesman for Ada Vento", ActorKind.UNNAMED),
    ),
    "critics": ("Critics said the quay was unsafe.", "the quay was unsafe", ("Critics", ActorKind.UNNAMED)),
    "a party's members": (
        "Republicans said the quay was unsafe.",
        "the quay was unsafe",
        ("Republicans", ActorKind.UNNAMED),
    ),
    "a court without a name": (
        "A federal appeals court said the quay was unsafe.",
        "the quay was unsafe",
        ("A federal appeals court", ActorKind.UNNAMED),
    ),
    "the source is the source from before": (
        "A harbour source spoke on Monday. The source said the quay was unsafe.",
        "the quay was unsafe",
        ("A harbour source", ActorKind.UNNAMED),
    ),
    "a poll": (
        "A poll found that most people fear the quay.",
        "most people fear the quay",
        ("A poll", ActorKind.DOCUMENT),
    ),
    "a document has its name from whoever gave it out": (
        "A report by the Lindhaven Harbour Board said the quay was unsafe.",
        "the quay was unsafe",
        ("Lindhaven Harbour Board report", ActorKind.DOCUMENT),
    ),
}


@pytest.mark.parametrize(("text", "words", "expected"), OTHERS.values(), ids=OTHERS)
def test_who_has_no_personal_name(text: str, words: str, expected: tuple[str, ActorKind]) -> None:
    said = speaker(text, words)
    assert said is not None
    assert (said.name, said.kind) == expected


GROUPS = {
    "two joined": ("Ada Vento and Piet Maas said the quay was unsafe.", {"Ada Vento", "Piet Maas"}),
    "both": ("Both Ada Vento and Piet Maas said the quay was unsafe.", {"Ada Vento", "Piet Maas"}),
    "they": ("Ada Vento and Piet Maas met on Monday. They said the quay was unsafe.", {"Ada Vento", "Piet Maas"}),
    "the two women": (
        "Ada Vento and Mara Lindqvist met on Monday. The two women said the quay was unsafe.",
        {"Ada Vento", "Mara Lindqvist"},
    ),
    "everybody of one office": (
        "Hugo Brandt's aide, Piet Maas, met Ada Vento, a harbour adviser to Hugo Brandt. "
        "The Brandt advisers said the quay was unsafe.",
        {"Piet Maas", "Ada Vento"},
    ),
    "including": (
        "Some senators, including Ada Vento and Piet Maas, said the quay was unsafe.",
        {"Ada Vento", "Piet Maas"},
    ),
}


@pytest.mark.parametrize(("text", "members"), GROUPS.values(), ids=GROUPS)
def test_several_named_people_are_a_group(text: str, members: set[str]) -> None:
    reading = sayso.read(text + "\n")
    said = said_by(reading, "the quay was unsafe")
    assert said is not None
    assert said.kind is ActorKind.GROUP
    assert {one.name for one in reading.actors if one.id in said.members} == members


def test_a_report_has_its_name_from_its_authors() -> None:
    text = (
        "A report said the quay was unsafe. It was read by the crews.\n\n"
        "The authors of the report, which include the Lindhaven Harbour Board and Ada Vento, were paid.\n"
    )
    said = said_by(sayso.read(text), "the quay was unsafe")
    assert said is not None
    assert (said.name, said.kind) == ("Lindhaven Harbour Board and Ada Vento report", ActorKind.DOCUMENT)


def test_nobody_says_what_nobody_said() -> None:
    said = [s for s in sayso.read("No one said the quay was unsafe.\n").statements if "unsafe" in s.words]
    assert all(s.speaker is None for s in said)


def test_an_article_without_a_name_has_no_named_speaker() -> None:
    reading = sayso.read(
        "Officials said the quay was unsafe. A resident said the noise was worse. They said no more.\n"
    )
    kinds = {reading.actor(s.speaker).kind for s in reading.statements if s.speaker}  # type: ignore[union-attr]
    assert kinds == {ActorKind.UNNAMED}


def test_a_headline_in_capitals_names_nobody_new() -> None:
    text = "LINDQVIST SHUTS PORT AFTER STORM DAMAGE\n\nMara Lindqvist shut the port. “It is over,” Lindqvist said.\n"
    people = [actor.name for actor in sayso.read(text).actors if actor.kind is ActorKind.PERSON]
    assert people == ["Mara Lindqvist"]


FIRST = ["Ada", "Hugo", "Mara", "Piet"]
LAST = ["Vento", "Brandt", "Lindqvist", "Maas", "Dobel", "Haug", "Rossi", "Kallas", "Sundby", "Orlov"]


def test_forty_people_are_kept_apart() -> None:
    everybody = [f"{first} {last}" for last in LAST for first in FIRST]
    text = "\n\n".join(f"“Number {i} is here,” said {name}." for i, name in enumerate(everybody)) + "\n"
    reading = sayso.read(text)
    assert [said_by(reading, f"Number {i} is").name for i in range(40)] == everybody  # type: ignore[union-attr]


def test_the_words_that_lead_to_the_speaker_are_kept() -> None:
    text = "Mara Lindqvist opened the port. The crews cheered. She said the quay was unsafe.\n"
    said = said_by(sayso.read(text), "the quay was unsafe")
    assert said is not None
    assert [span.of(text) for span in said.mentions] == ["Mara Lindqvist", "She"]


def test_an_office_keeps_its_words_and_its_place() -> None:
    text = "Former Mayor Ada Vento left. Hugo Brandt, the harbour's own doctor, said the quay was unsafe.\n"
    roles = {actor.name: [role.span.of(text) for role in actor.roles] for actor in sayso.read(text).actors}
    assert roles["Ada Vento"] == ["Former Mayor"]
    assert roles["Hugo Brandt"] == ["the harbour's own doctor"]


def test_the_writer_of_a_memorandum_is_its_i() -> None:
    heading = "Memorandum From Ada Vento to the Mayor\n\nLindhaven, May 3, 1956.\n\n"
    text = heading + "I told the Mayor that the quay was unsafe.\n"
    said = said_by(sayso.read(text), "the quay was unsafe")
    assert said is not None
    assert said.name == "Ada Vento"
