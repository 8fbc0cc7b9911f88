"""`sayso timeline` and `sayso contacts`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest

from cli.newsroom import Newsroom
from sayso.record import Record

IN_DEMO = ("--record", "demo.db")
SVG = "{http://www.w3.org/2000/svg}svg"


def test_a_timeline_in_a_pipe_is_one_event_a_line_with_tabs(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("timeline", "--limit", "0", *IN_DEMO)
    assert (ran.code, ran.err) == (0, "")
    assert all(len(line.split("\t")) == 3 for line in ran.out.splitlines())
    assert "24 Sep 2026\tcall: " in ran.out


def test_what_several_outlets_tell_of_the_leaked_call_is_one_event_with_its_day(newsroom: Newsroom) -> None:
    found = newsroom.sayso("timeline", "--kind", "call", "--json", "--limit", "0", *IN_DEMO).json
    [leaked] = [one for one in found if one["documents"] > 1]
    assert leaked["documents"] >= 4
    assert (leaked["days"]["earliest"], leaked["days"]["latest"]) == ("2026-09-24", "2026-09-24")
    assert {"Ilse Varnholt", "Teodor Brask"} <= {party["name"] for party in leaked["parties"]}


def test_a_timeline_as_json_tells_bounds_words_and_what_surely_follows(newsroom: Newsroom) -> None:
    found = newsroom.sayso("timeline", "--kind", "call", "--since", "2026-09", "--json", *IN_DEMO).json
    assert {one["kind"] for one in found} == {"call"}
    assert all(one["days"]["latest"] is None or one["days"]["latest"] >= "2026-09" for one in found)
    assert not found[0]["follows_all_above"]


@pytest.mark.parametrize("command", ["timeline", "contacts"])
def test_pictures_are_svg(newsroom: Newsroom, command: str) -> None:
    ran = newsroom.sayso(command, "--export", "svg", *IN_DEMO)
    assert Xml.fromstring(ran.out).tag == SVG


def test_a_timeline_is_handed_over_as_a_table_or_for_timelinejs(newsroom: Newsroom) -> None:
    rows = list(csv.DictReader(io.StringIO(newsroom.sayso("timeline", "--export", "csv", *IN_DEMO).out)))
    slides = json.loads(newsroom.sayso("timeline", "--export", "timelinejs", *IN_DEMO).out)["events"]
    assert {slide["unique_id"] for slide in slides} <= {row["id"] for row in rows}
    assert slides


def test_contacts_are_handed_over_as_graphs_with_the_same_pairs(newsroom: Newsroom) -> None:
    pairs = newsroom.sayso("contacts", "--json", "--limit", "0", *IN_DEMO).json
    assert pairs
    for format in ("gexf", "graphml"):
        graph = Xml.fromstring(newsroom.sayso("contacts", "--export", format, *IN_DEMO).out)
        assert len([one for one in graph.iter() if one.tag.endswith("}edge")]) == len(pairs)
    assert newsroom.sayso("contacts", "--export", "csv", *IN_DEMO).out.count("\n") == len(pairs) + 1


def test_contacts_in_a_pipe_tell_how_often_and_when(newsroom: Newsroom) -> None:
    for line in newsroom.sayso("contacts", "--limit", "1", *IN_DEMO).out.splitlines():
        who, whom, times, _, first, last = line.split("\t")
        assert who != whom
        assert times.isdigit()
        assert first
        assert last


def test_an_empty_record_says_so_in_a_sentence(empty_room: Newsroom, tmp_path: Path) -> None:
    Record(tmp_path / "none.db").close()
    assert "Nothing with a date is in this record yet." in empty_room.sayso("timeline", "--record", "none.db").err
    assert "Nobody in this record is told" in empty_room.sayso("contacts", "--record", "none.db").err
    fits = empty_room.sayso("timeline", "--kind", "letter", "--record", "none.db")
    assert (fits.code, "Nothing with a date fits" in fits.err) == (0, True)


def test_formats_and_dates_that_there_are_not_are_refused(newsroom: Newsroom) -> None:
    for wrong in (("--export", "docx"), ("--since", "soon"), ("--kind", "smoke signal")):
        assert newsroom.sayso("timeline", *wrong, *IN_DEMO).code == 2
    assert newsroom.sayso("contacts", "Nobody Atall", *IN_DEMO).code == 1
