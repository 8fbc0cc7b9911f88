"""`sayso check`."""

from __future__ import annotations

import json
import re

import pytest

from cli.newsroom import Newsroom

IN_DEMO = ("--record", "demo.db")
STORY = "examples/check/ai-story.txt"
VERDICTS = ["verbatim", "absent", "altered", "altered", "other_speaker", "typographic"]
FIELDS = {"words", "span", "verdict", "difference", "pin"}


def test_json_is_the_contract(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("check", STORY, "--json", *IN_DEMO)
    assert ran.code == 1
    story = (newsroom.folder / STORY).read_text("utf-8")
    quotes = ran.json[0]["quotes"]
    assert [quote["verdict"] for quote in quotes] == VERDICTS
    for quote in quotes:
        assert set(quote) >= FIELDS
        assert story[slice(*quote["span"])] == quote["words"]
        assert (quote["pin"] is None) == (quote["verdict"] == "absent")


@pytest.mark.parametrize(
    "story, code",
    [
        ("Nobody is quoted here.", 0),
        ("“We have not agreed to forty boats north of the line,” Varnholt said.", 0),
        ('"We have not agreed to forty boats north of the line", said Varnholt.', 0),
        ("“We have agreed to forty boats north of the line,” Varnholt said.", 1),
        ("“We have not agreed to fifty boats north of the line,” Varnholt said.", 1),
        ("“I have never in my life seen such a very large walrus,” Varnholt said.", 1),
        ("“We have not agreed to forty boats north of the line,” Hanne Lorn said.", 1),
        ("Varnholt said they had not agreed to 40 boats north of the line.", 0),
        ("Varnholt said they had agreed to forty boats north of the line.", 1),
        ("Varnholt said that a walrus had eaten all of her best herring.", 0),
        ("The Marigold Anne is a matter for the court, Varnholt said.", 1),
    ],
)
def test_the_exit_code_is_1_if_a_quotation_or_claim_does_not_hold(newsroom: Newsroom, story: str, code: int) -> None:
    assert newsroom.sayso("check", "-", *IN_DEMO, given=story).code == code


def test_the_story_is_not_kept(newsroom: Newsroom) -> None:
    before = newsroom.sayso("said", "--limit", "0", *IN_DEMO).out
    newsroom.sayso("check", STORY, *IN_DEMO)
    assert newsroom.sayso("said", "--limit", "0", *IN_DEMO).out == before


def test_a_pipe_gets_one_quotation_a_line(newsroom: Newsroom) -> None:
    lines = [line.split("\t") for line in newsroom.sayso("check", STORY, *IN_DEMO).out.splitlines()]
    assert [line[0] for line in lines] == [*VERDICTS, "in_other_words"]
    assert [line[8] for line in lines] == [*["quotation"] * 2, "claim", *["quotation"] * 3, "claim"]
    assert lines[3][1:] == [
        "Say nine, and we will both be shouted at,",
        "“eight” became “nine”",
        "Say eight, and we will both be shouted at",
        "2026-09-24-call.vtt",
        *lines[3][5:],
    ]


@pytest.mark.parametrize(
    "story, speakers, note",
    [
        (
            "“We have not agreed to forty boats north of the line,” Hanne Lorn said.",
            ["Hanne Lorn", "Ilse Varnholt"],
            "",
        ),
        ("“We have not agreed to forty boats north of the line,” said Varnholt.", ["Varnholt", "Ilse Varnholt"], ""),
        ("“I have never in my life seen such a very large walrus,” Varnholt said.", ["Varnholt", ""], ""),
    ],
)
def test_a_pipe_gets_speakers_and_note_too(newsroom: Newsroom, story: str, speakers: list[str], note: str) -> None:
    cells = newsroom.sayso("check", "-", *IN_DEMO, given=story).out.rstrip("\n").split("\t")
    assert cells[5:] == [*speakers, note, "quotation"]


def test_a_pipe_gets_the_note_that_people_and_programs_get(newsroom: Newsroom) -> None:
    lines = newsroom.sayso("check", STORY, *IN_DEMO).out.rstrip("\n").split("\n")
    found = newsroom.sayso("check", STORY, "--json", *IN_DEMO).json[0]
    quotes = found["quotes"] + found["in_other_words"]
    fields = ("speaker_printed", "speaker_recorded", "note")
    assert [line.split("\t")[5:8] for line in lines] == [[quote[field] or "" for field in fields] for quote in quotes]


@pytest.mark.parametrize("columns", [80, 120])
def test_a_person_sees_the_changed_words_and_the_original(newsroom: Newsroom, columns: int) -> None:
    printed = newsroom.terminal("check", STORY, *IN_DEMO, columns=columns)
    assert re.search(r"Say \x1b\[[\d;]*mnine\x1b", printed)
    assert re.search(r"Ilse Varnholt: Say \x1b\[[\d;]*meight\x1b", printed)
    plain = re.sub(r"\x1b\[[\d;]*m", "", printed)
    assert "5 quotations and 1 claim: 1 verbatim, 1 typographic, 2 altered, 1 absent" in plain
    assert "1 claim in other words than the record's: compare it." in plain
    assert "nearest: Ilse Varnholt: I can take a number" in plain
    assert max(map(len, plain.splitlines())) <= columns


def test_a_corpus_of_stories_is_checked_one_by_one(newsroom: Newsroom) -> None:
    lines = [json.dumps({"id": name, "text": f"“{name} boats,” Varnholt said."}) for name in ("Nine", "Ten")]
    newsroom.write("stories.jsonl", "\n".join(lines))
    assert len(newsroom.sayso("check", "stories.jsonl", "--json", *IN_DEMO).json) == 2


@pytest.mark.parametrize("story, told", [("none.txt", "none.txt is not there."), ("empty.txt", "empty.txt is empty.")])
def test_a_story_that_cannot_be_read_is_one_sentence(newsroom: Newsroom, story: str, told: str) -> None:
    newsroom.write("empty.txt", "")
    ran = newsroom.sayso("check", story, *IN_DEMO)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(told)


def test_a_story_without_quotation_or_claim_says_so(newsroom: Newsroom) -> None:
    newsroom.write("tide.txt", "The tide came in.")
    printed = newsroom.terminal("check", "tide.txt", *IN_DEMO)
    assert "There is nothing to check: nobody is quoted, or said to have said anything." in printed


def test_words_of_a_recording_show_their_time(newsroom: Newsroom) -> None:
    shown = newsroom.terminal("check", STORY, *IN_DEMO, columns=120)
    assert re.search(r"call\.vtt, characters 393–482, at 0:25", shown)
