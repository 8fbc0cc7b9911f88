"""`sayso said`, `show`, `verify` and `schema`."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from cli.newsroom import Newsroom
from make import reading, said
from sayso.model import Act, Reading, Reality
from sayso.record import Record

IN_DEMO = ("--record", "demo.db")


def test_said_in_a_pipe_is_one_statement_a_line_with_tabs(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("said", "forty", "boats", "--by", "Varnholt", *IN_DEMO)
    assert ran.code == 0
    for line in ran.out.splitlines():
        id, who, *_, reality, act, _, words = line.split("\t")
        assert act in list(Act)
        assert id.startswith("s")
        assert "Varnholt" in who
        assert reality == "said"
        assert {"forty", "boats"} <= set(words.lower().replace(",", " ").split())


def test_said_json_is_one_object_a_line(newsroom: Newsroom) -> None:
    found = newsroom.sayso("said", "forty boats", "--json", *IN_DEMO).json
    assert found
    for line in found:
        with Record(newsroom.folder / "demo.db") as record:
            text_ = record.document(line["document"]["id"]).text
        assert " ".join(text_[start:end] for start, end in line["content"]) == line["words"]
        assert {line["words"][start:end].lower() for start, end in line["hits"]} == {"forty", "boats"}


def test_what_was_not_said_shows_only_if_asked_for(newsroom: Newsroom) -> None:
    realities = [
        {line["reality"] for line in newsroom.sayso("said", "--json", "--limit", "0", *wish, *IN_DEMO).json}
        for wish in ([], ["--all"])
    ]
    assert realities[0] == {"said"}
    assert realities[1] > {"said", "not_said"}


def test_said_unsure_lists_what_needs_you(newsroom: Newsroom) -> None:
    with Record(newsroom.folder / "demo.db") as record:
        needed = record.summary().unsure
    found = newsroom.sayso("said", "--unsure", "--limit", "0", "--json", *IN_DEMO).json
    assert len(found) == needed
    assert all(line["unsure"] for line in found)


def test_the_rest_of_a_long_answer_is_told(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("said", "--limit", "3", *IN_DEMO)
    assert len(ran.out.splitlines()) == 3
    assert ran.err.startswith("3 of ")


@pytest.mark.parametrize(
    "asked, told",
    [
        ("xylophone", "Nobody is recorded as having said that."),
        ("--by Pellow", "Nothing is recorded as said by “Pellow”."),
        ("xylophone --by Pellow", "“Pellow” is not recorded as having said that."),
        ("--by Pellow --to Brask --since 2025", "Nothing is recorded as said by “Pellow” to “Brask” since 2025."),
        ("xylophone --channel debate", "Nobody is recorded as having said that (channel: debate)."),
        ("xylophone --until 2025-10", "Nobody is recorded as having said that until 2025-10."),
        ("--by Pellow --about xylophones", "Nothing is recorded as said by “Pellow” about “xylophones”."),
        ("--by Pellow --all", "Nothing is recorded of “Pellow”."),
        ("xylophone --all", "Nothing with these words is recorded."),
        ("--by Pellow --unsure", "Nothing that fits needs you."),
    ],
)
def test_nothing_found_is_said_in_the_words_of_the_question(newsroom: Newsroom, asked: str, told: str) -> None:
    ran = newsroom.sayso("said", *asked.split(), *IN_DEMO)
    assert (ran.code, ran.out, ran.err) == (0, "", told + "\n")


@pytest.mark.parametrize(
    "realities, hint",
    [
        ([Reality.NOT_SAID], "1 statement that was not said fits: add --all to see it."),
        ([Reality.NOT_SAID, Reality.PLANNED], "2 statements that were not said fit: add --all to see them."),
    ],
)
def test_what_fits_but_was_not_said_is_hinted_at(empty_room: Newsroom, realities: list[Reality], hint: str) -> None:
    words = ["We will sell the quay", "We will sell the pier"]
    made = [said("Ada Vento", part, reality=what) for part, what in zip(words, realities, strict=False)]
    keep(empty_room, reading(f"Ada Vento: {'. '.join(words)}.", *made))
    ran = empty_room.sayso("said", "--by", "Vento")
    assert ran.err == f"Nothing is recorded as said by “Vento”. {hint}\n"
    assert len(empty_room.sayso("said", "--by", "Vento", "--all").out.splitlines()) == len(made)


def keep(room: Newsroom, one: Reading) -> None:
    with Record(room.folder / "sayso.db") as record:
        record.add(one)


@pytest.mark.parametrize("act, tag", [(Act.DENIES, "DENIES"), (Act.DECLINES, "DECLINES"), (Act.ASSERTS, None)])
def test_words_that_the_speaker_does_not_stand_by_are_marked(empty_room: Newsroom, act: Act, tag: str | None) -> None:
    text = "Ada Vento denied that she had sold the quay."
    keep(empty_room, reading(text, said("Ada Vento", "she had sold the quay", act=act)))
    line = empty_room.sayso("said").out.rstrip("\n").split("\t")
    assert line[5:] == ["said", act, "story.txt", "she had sold the quay"]
    for command in (["said"], ["show", "story.txt"]):
        printed = _plain(empty_room.terminal(*command))
        assert [word for word in ("DENIES", "DECLINES") if word in printed] == ([tag] if tag else [])


@pytest.mark.parametrize(
    "wrong, told",
    [
        ("--since 2025-13", "“2025-13” is no date."),
        ("--until 2025-02-30", "“2025-02-30” is no date."),
        ("--since 2025-00", "“2025-00” is no date."),
        ("--since soon", "“soon” is no date."),
        ("--channel email", "“email” is no channel. One of: speech, interview,"),
        ("--limit -1", "“-1” is no number of statements. Give a whole number, 0 or more."),
        ("--limit many", "“many” is no number of statements. Give a whole number, 0 or more."),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_a_sentence(newsroom: Newsroom, wrong: str, told: str) -> None:
    ran = newsroom.sayso("said", *wrong.split(), *IN_DEMO)
    assert (ran.code, ran.out) == (2, "")
    assert f": {told}" in ran.err
    assert "Value error" not in ran.err


def test_a_channel_may_be_typed_in_any_case(newsroom: Newsroom) -> None:
    found = newsroom.sayso("said", "--channel", "Phone Call", "--json", *IN_DEMO).json
    assert found
    assert {line["channel"] for line in found} == {"phone call"}


@pytest.mark.parametrize(
    "command",
    ["said", "show x", "check examples/check/ai-story.txt", "verify", "judge --list", "judge s1 confirm"],
)
def test_asking_where_there_is_no_record_says_what_to_do(newsroom: Newsroom, command: str) -> None:
    ran = newsroom.sayso(*command.split(), "--record", "none.db")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "There is no record at none.db yet. Read something first: sayso read FILE\n"
    assert not (newsroom.folder / "none.db").exists()


def test_a_table_fits_the_terminal(newsroom: Newsroom) -> None:
    for columns in (80, 120):
        printed = newsroom.terminal("said", "--all", *IN_DEMO, columns=columns)
        assert all(len(_plain(line)) <= columns for line in printed.splitlines())
        assert "NOT SAID" in printed


def _plain(line: str) -> str:
    import re

    return re.sub(r"\x1b\[[\d;]*m", "", line)


def test_a_document_cannot_steer_the_terminal(newsroom: Newsroom) -> None:
    newsroom.write("evil.txt", "“It is \x1b[2J\x9b2Jover,” Ada Vento said.\n")
    newsroom.sayso("read", "evil.txt", *IN_DEMO)
    for command in (["said", "over", "--by", "Vento"], ["show", "evil.txt"]):
        assert "\x1b[2J" not in newsroom.terminal(*command, *IN_DEMO)
        assert "\x1b" not in newsroom.sayso(*command, *IN_DEMO).out
        assert "\x9b" not in newsroom.sayso(*command, *IN_DEMO).out


def test_no_name_steers_the_terminal_nor_turns_its_lines_round(newsroom: Newsroom) -> None:
    name = "Ada\x1b]0;owned\x07 \u202eVento\u2066"
    odd = reading(f"“It is over,” {name} said.", said(name, "“It is over,”"), title=name, outlet=name, source="odd.txt")
    with Record(newsroom.folder / "demo.db") as record:
        id = record.add(odd) and record.judge("s" + odd.statements[0].id[1:], "confirm", by=name, note=name).statement
        record.failed(name, f"{name} is empty.")
    for command in (
        ["said", "over"],
        ["said", "--by", name],
        ["show", "odd.txt"],
        ["show", str(id)],
        ["judge", "--list"],
    ):
        for json in ([], ["--json"]):
            ran = newsroom.sayso(*command, *json, *IN_DEMO)
            shown = newsroom.terminal(*command, *json, *IN_DEMO) + ran.out + ran.err
            assert "Ada" in shown
            assert not {"\x1b]", "\x07", "\u202e", "\u2066"} & {*shown, shown[shown.find("\x1b]") :][:2]}


@pytest.mark.parametrize(
    "command",
    [
        ["said", "--by", "word" * 5000],
        ["said", "--since", "word" * 5000],
        ["said", "--channel", "word" * 5000],
        ["said", "--limit", "word" * 5000],
        ["show", "word" * 5000],
        ["judge", "word" * 5000, "confirm", "--by", "Ada"],
        ["judge", "s1", "word" * 5000],
        ["judge", "s1", "correct", "--field", "word" * 5000],
        ["judge", "--undo", "word" * 5000],
        ["schema", "word" * 5000],
        ["read", "word" * 5000],
        ["check", "word" * 5000],
        ["read", "-", "--published", "word" * 5000],
        ["said", "--record", "word" * 5000],
    ],
    ids=lambda command: command[0],
)
def test_no_message_repeats_what_is_too_long_to_be_a_name(newsroom: Newsroom, command: list[str]) -> None:
    ran = newsroom.sayso(*command, *([] if "--record" in command or command[0] == "schema" else IN_DEMO))
    assert ran.out == ""
    assert "wordword" in ran.err
    assert len(ran.err) < 800


# show


def test_show_tells_everything_of_a_statement(newsroom: Newsroom) -> None:
    id = newsroom.sayso("said", "forty boats", "--to", "Brask", *IN_DEMO).out.split("\t")[0]
    whole = newsroom.sayso("show", id, "--json", *IN_DEMO).json[0]
    newsroom.sayso("judge", id, "correct", "--field", "speaker", "--value", "Quill Marrow", "--by", "Ada", *IN_DEMO)
    shown = newsroom.sayso("show", id[:8], *IN_DEMO).out
    for part in ("Quill Marrow", whole["document"]["digest"], id, "corrected by Ada", f"read {whole['speaker']}"):
        assert part in shown
    assert f"{whole['content'][0][0]}–{whole['content'][0][1]}" in shown


def test_show_takes_a_document_by_id_beginning_and_file_name(newsroom: Newsroom) -> None:
    by_name = newsroom.sayso("show", "2026-10-22-gull.html", "--json", *IN_DEMO)
    id = by_name.json[0]["document"]["id"]
    assert newsroom.sayso("show", id[:7], "--json", *IN_DEMO).out == by_name.out
    assert "FORTY BOATS!" in newsroom.sayso("show", id, *IN_DEMO).out


@pytest.mark.parametrize(
    "text, heading",
    [
        ("They leave at noon.", "They leave at noon."),
        ("We will not sell the old quay. " * 20, "We will not sell the old quay. " * 3 + "We will not sell the old…"),
        ("x" * 300, "x" * 120 + "…"),
    ],
)
def test_a_document_without_a_title_is_headed_by_whole_words(empty_room: Newsroom, text: str, heading: str) -> None:
    keep(empty_room, reading(text))
    shown = "".join(empty_room.sayso("show", "story.txt").out.split())  # however wide the lines
    assert shown.startswith(f"{heading}story.txt".replace(" ", ""))


def test_two_documents_of_one_name_are_told_apart(newsroom: Newsroom) -> None:
    for outlet in ("The Heron", "The Bittern"):
        newsroom.write("wire.txt", "“It is over,” Ada Vento said.\n")
        newsroom.sayso("read", "wire.txt", "--outlet", outlet, *IN_DEMO)
    ran = newsroom.sayso("show", "wire.txt", *IN_DEMO)
    assert ran.code == 1
    assert ran.err.startswith("2 documents came as wire.txt. Give one's id: ")


@pytest.mark.parametrize("id", ["s000", "d000", "nonsense", "d1/s1", "%", ""])
def test_showing_what_is_not_there_is_one_sentence(newsroom: Newsroom, id: str) -> None:
    ran = newsroom.sayso("show", id, *IN_DEMO)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1


# verify


def test_verify_finds_all_pins_holding(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("verify", *IN_DEMO)
    assert ran.code == 0
    assert ran.out.endswith(" pins in 13 documents: all hold.\n")


def test_verify_finds_a_text_that_was_tampered_with(newsroom: Newsroom) -> None:
    engine = create_engine(f"sqlite:///{newsroom.folder / 'demo.db'}")
    with engine.begin() as connection:
        connection.execute(text("UPDATE texts SET text = replace(text, 'have not agreed', 'have now agreed')"))
    engine.dispose()
    ran = newsroom.sayso("verify", *IN_DEMO)
    assert ran.code == 1
    assert "have now agreed" in ran.out
    failed = newsroom.sayso("verify", "--json", *IN_DEMO).json[0]["failed"]
    assert any("not" in one["words"] and "now" in one["found"] for one in failed)


# schema


def test_schema_describes_every_table(newsroom: Newsroom) -> None:
    with Record(newsroom.folder / "demo.db"):
        engine = create_engine(f"sqlite:///{newsroom.folder / 'demo.db'}")
        with engine.connect() as connection:
            tables = set(connection.scalars(text("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")))
        engine.dispose()
    described = {one["table"] for one in newsroom.sayso("schema", "--json").json}
    assert described <= tables
    made_by_machines = {name for name in tables if name.startswith(("lines_words", "pieces_", "sqlite_", "alembic_"))}
    assert tables - described <= made_by_machines
    assert "documents:" in newsroom.sayso("schema", "documents").out
    assert newsroom.sayso("schema", "nonsense").code == 2
