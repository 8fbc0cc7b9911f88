"""`sayso people`."""

from __future__ import annotations

import pytest

from cli.newsroom import Newsroom

IN_DEMO = ("--record", "demo.db")
HEAD = "name,aliases,office,since,until\n"


def names(room: Newsroom, *args: str) -> list[str]:
    ran = room.sayso("people", *args, "--json", *IN_DEMO)
    assert ran.code == 0
    return [line["name"] for line in ran.json]


def test_the_most_spoken_stand_first_each_once(newsroom: Newsroom) -> None:
    listed = names(newsroom, "--limit", "0")
    assert listed[:2] == ["Ilse Varnholt", "Teodor Brask"]
    assert len(listed) == len(set(listed))


def test_a_line_tells_how_much_was_said_and_where(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("people", "--limit", "1", *IN_DEMO)
    assert ran.out.startswith("Ilse Varnholt\t")
    assert ran.out.endswith("\tperson\n")
    assert "For all of them, add --limit 0." in ran.err


def test_one_kind_alone(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("people", "--kind", "outlet", "--json", *IN_DEMO)
    assert {line["kind"] for line in ran.json} == {"outlet"}
    wrong = newsroom.sayso("people", "--kind", "ship", *IN_DEMO)
    assert (wrong.code, wrong.out) == (2, "")


def test_places_that_only_are_mentioned_are_left_out_and_found_by_name(newsroom: Newsroom) -> None:
    assert "Ellisk Bank" not in names(newsroom, "--limit", "0")
    assert "Ellisk Bank" in names(newsroom, "--limit", "0", "--all")
    assert newsroom.sayso("people", "Ellisk", *IN_DEMO).out.startswith("Ellisk Bank, organisation")


def test_one_of_them_with_names_and_roles(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("people", "Varnholt", *IN_DEMO)
    assert ran.out.startswith("Ilse Varnholt, person\n")
    assert "  name  " in ran.out
    assert "  role  " in ran.out
    [one] = newsroom.sayso("people", "Varnholt", "--json", *IN_DEMO).json
    assert one["id"] == "Ilse Varnholt"


@pytest.mark.parametrize("who", ["Zeppelin", "", "';--", "x" * 300])
def test_nobody_by_that_name_is_a_sentence(newsroom: Newsroom, who: str) -> None:
    ran = newsroom.sayso("people", who, *IN_DEMO)
    assert (ran.code, ran.out) == (1, "")
    assert "Nobody in the record is called" in ran.err


def test_a_record_with_nothing_in_it_says_that_nobody_is_named(newsroom: Newsroom) -> None:
    newsroom.write("blank.txt", "It rained all day.")
    assert newsroom.sayso("read", "blank.txt", "--record", "new.db").code == 0
    ran = newsroom.sayso("people", "--record", "new.db")
    assert (ran.code, ran.out) == (0, "")
    assert "Nobody is named in the record." in ran.err


def test_names_told_beforehand_are_kept_and_may_be_told_twice(newsroom: Newsroom) -> None:
    for _ in range(2):
        ran = newsroom.sayso("people", "--import", "examples/who-is-who.csv", *IN_DEMO)
        assert (ran.code, ran.out) == (0, "4 names kept; 4 of them in the record.\n")


def test_columns_stand_in_any_order_and_lines_of_one_name_add_up(newsroom: Newsroom) -> None:
    told = 'Since,NAME,aliases\n2024,Ilse Varnholt,\n2025-02,Ilse Varnholt,"the\nHerring Queen"\n'
    newsroom.write("who.csv", told)
    assert newsroom.sayso("people", "--import", "who.csv", *IN_DEMO).out == "1 name kept; 1 of them in the record.\n"


@pytest.mark.parametrize(
    "content, told",
    [
        (b"", "no column"),
        (b"who,aliases\nIlse Varnholt,\n", "no column"),
        (b"name;aliases\nIlse Varnholt;Ilse\n", "no column"),
        (HEAD.encode(), "names nobody"),
        (HEAD.encode() + b" ,x,,,\n", "names nobody"),
        ("name\nJosé Ortiz\n".encode("latin-1"), "is not UTF-8"),
        (HEAD.encode() + b"Ilse Varnholt,,commissioner,14 Oct,\n", "“14 Oct” in line 2 under since"),
        (HEAD.encode() + b"Ilse Varnholt,,commissioner,,2024-02-30\n", "“2024-02-30” in line 2 under until"),
        (HEAD.encode() + b"Ilse Varnholt,,commissioner,2025-01,2024\n", "end before it begins, in line 2"),
        (HEAD.encode() + b"Ilse Varnholt," + b"x" * 200_000 + b",,,\n", "field larger than"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_why_and_nothing_is_kept(
    newsroom: Newsroom, content: bytes, told: str
) -> None:
    (newsroom.folder / "who.csv").write_bytes(content)
    ran = newsroom.sayso("people", "--import", "who.csv", *IN_DEMO)
    assert ran.code != 0
    assert ran.out == ""
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_a_file_that_is_not_there_is_told(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("people", "--import", "nowhere.csv", *IN_DEMO)
    assert ran.code != 0
    assert "nowhere.csv" in ran.err
