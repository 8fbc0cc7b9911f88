"""`sayso read`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cli.newsroom import Newsroom
from sayso import contract
from sayso.record import Record

REPORT = "“It is over,” Ada Vento told Leo Marsh on Monday.\n"
LISTS = ("actors", "statements", "communications", "times", "drafts", "draft_relations", "outcomes")
CONTRACT = ["document", *LISTS, "read_by"]


def test_json_is_one_object_a_line_in_the_contract(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("read", "--json", "examples/leak/drafts", "examples/leak/2026-10-20-lantern.html")
    assert ran.code == 0
    assert len(ran.json) == 4
    for reading in ran.json:
        assert list(reading) == CONTRACT
        assert contract.as_json(contract.from_json(reading)) == reading


def test_json_keeps_nothing_without_record(empty_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_RECORD", str(empty_room.folder / "by-default.db"))
    ran = empty_room.sayso("read", "--json", "-", given=REPORT)
    assert ran.json[0]["statements"][0]["words"] == "“It is over,”"
    assert not list(empty_room.folder.iterdir())


def test_json_with_record_prints_and_keeps(empty_room: Newsroom) -> None:
    ran = empty_room.sayso("read", "--json", "--record", "kept.db", "-", given=REPORT)
    with Record.open(empty_room.folder / "kept.db") as record:
        assert record.has(ran.json[0]["document"]["id"])


def test_json_stays_one_line_whatever_breaks_lines_elsewhere(empty_room: Newsroom) -> None:
    ran = empty_room.sayso("read", "--json", "-", given="“It is over,” Ada Vento said.\u2028“No,” she said.\x85")
    assert len(ran.out.splitlines()) == 1
    assert ran.json[0]["document"]["text"].endswith("\x85")


@pytest.mark.parametrize(
    "wish, place",
    [(["--record", "a.db"], "a.db"), ([], "sayso.db")],
)
def test_reading_keeps_and_briefs(empty_room: Newsroom, wish: list[str], place: str) -> None:
    ran = empty_room.sayso("read", "-", *wish, given=REPORT)
    assert (ran.code, ran.out, ran.err) == (0, "1 document, 1 statement, nothing needs you\n", "")
    with Record.open(empty_room.folder / place) as record:
        assert record.summary().statements == 1


def test_the_record_of_the_environment_is_the_default(empty_room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_RECORD", str(empty_room.folder / "by-default.db"))
    empty_room.sayso("read", "-", given=REPORT)
    assert (empty_room.folder / "by-default.db").exists()
    assert len(empty_room.sayso("said").out.splitlines()) == 1


def test_what_was_read_already_is_not_read_again(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("read", "examples/leak/2026-10-22-gull.html", "--record", "demo.db")
    assert ran.out.endswith("; 1 was in the record already\n")
    assert "already" not in newsroom.sayso("read", "--again", "examples/leak/2026-10-22-gull.html").out


def test_reading_again_keeps_judgements(newsroom: Newsroom) -> None:
    id = newsroom.sayso("said", "let me be plain", "--record", "demo.db").out.split("\t")[0]
    newsroom.sayso("judge", id, "confirm", "--by", "Ada", "--record", "demo.db")
    newsroom.sayso("read", "--again", "examples/leak/2026-09-24-call.vtt", "--record", "demo.db")
    assert newsroom.sayso("judge", "--list", "--json", "--record", "demo.db").json[0]["statement"] == id


def test_what_an_older_reader_read_is_read_again_and_judgements_stay(newsroom: Newsroom) -> None:
    id = newsroom.sayso("said", "let me be plain", "--record", "demo.db").out.split("\t")[0]
    newsroom.sayso("judge", id, "confirm", "--by", "Ada", "--record", "demo.db")
    with Record(newsroom.folder / "demo.db") as record:
        for line in record.documents():
            older = "reader 0" if line.source.endswith((".vtt", ".docx")) else record.reading(line.id).read_by
            record.add(replace(record.reading(line.id, judged=False), read_by=older))
    told = [newsroom.sayso("read", "examples/leak", "--record", "demo.db").out for _ in range(2)]
    assert "; 10 were in the record already; 2 read again with a newer reader\n" in told[0]
    assert "; 13 were in the record already\n" in told[1]
    assert newsroom.sayso("judge", "--list", "--json", "--record", "demo.db").json[0]["statement"] == id


def test_of_another_language_it_is_told_what_was_not_read(empty_room: Newsroom) -> None:
    text = "„Der Hafen wird im Winter geschlossen“, sagte Anna Vento am Dienstag vor dem Rat der Stadt. " * 3
    empty_room.write("hafen.txt", text)
    empty_room.write("report.txt", REPORT)
    told = "; 1 does not look like English: only its quotation marks were read"
    assert empty_room.sayso("read", "hafen.txt", "report.txt").out.endswith(f"{told}\n")
    assert empty_room.sayso("read", "hafen.txt").out.endswith(f"; 1 was in the record already{told}\n")
    note = "This text does not look like English: only its quotation marks were read"
    shown = {name: " ".join(empty_room.sayso("show", name).out.split()) for name in ("hafen.txt", "report.txt")}
    assert note in shown["hafen.txt"]
    assert note not in shown["report.txt"]


def test_one_file_given_twice_counts_once(empty_room: Newsroom) -> None:
    empty_room.write("a.txt", REPORT)
    assert empty_room.sayso("read", "a.txt", "a.txt").out.startswith("1 document, 1 statement,")


def test_what_a_file_cannot_say_is_given(empty_room: Newsroom) -> None:
    given = ("--outlet", "The Gull", "--published", "2031-03-12", "--kind", "statement")
    document = empty_room.sayso("read", "--json", *given, "-", given=REPORT).json[0]["document"]
    assert (document["outlet"], document["published"], document["kind"]) == ("The Gull", "2031-03-12", "statement")


@pytest.mark.parametrize("wrong", [["--published", "soon"], ["--kind", "rumour"], ["--nonsense"], []])
def test_a_mistyped_command_ends_with_2(empty_room: Newsroom, wrong: list[str]) -> None:
    ran = empty_room.sayso("read", *(["-", *wrong] if wrong else []))
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert "Value error" not in ran.err
    assert not list(empty_room.folder.iterdir())


# What cannot be read


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n ",
    "junk.bin": bytes(range(256)) * 40,
    "scan.pdf": b"%PDF-1.4\n1 0 obj\n<<",
    "page.docx": b"PK\x03\x04 not a Word file",
    "scripts.html": b"<html><head><script>go()</script></head><body><script>more()</script></body></html>",
    "broken.vtt": b"WEBVTT\n\n00:99 --> nowhere\n",
    "corpus.jsonl": b'{"id": "c1", "text": "\xe2\x80\x9cYes,\xe2\x80\x9d Ada Vento said."}\n{"id": "c2"}\nnot json\n',
}


def test_bad_files_cost_a_sentence_each_and_nothing_else(empty_room: Newsroom) -> None:
    folder = empty_room.folder / "mixed"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "good.txt").write_text(REPORT, "utf-8")
    ran = empty_room.sayso("read", "mixed", "missing.txt")
    assert ran.code == 1
    assert ran.out.startswith("2 documents, 2 statements,")
    complaints = ran.err.splitlines()
    assert len(complaints) == len(BAD) + 2  # two bad lines in the corpus, no good one out of the rest, one is missing
    assert all(line.endswith(".") or ": " in line for line in complaints)
    with Record.open(empty_room.folder / "sayso.db") as record:
        assert {line.source for line in record.documents()} == {"c1", "good.txt"}
        assert {bad.source for bad in record.summary().unreadable} >= set(BAD) - {"corpus.jsonl"}


@pytest.mark.parametrize("typed", ["gone.txt", "in/gone.txt", "late.jsonl"])
def test_a_mistyped_name_is_told_and_not_remembered(empty_room: Newsroom, typed: str) -> None:
    ran = empty_room.sayso("read", typed)
    folder, name = (empty_room.folder / typed).parent, Path(typed).name
    assert (ran.code, ran.out, ran.err) == (1, "", f"{name} is not there. It was looked for in {folder}.\n")
    with Record.open(empty_room.folder / "sayso.db") as record:
        assert not record.summary().unreadable


def test_what_is_missing_in_a_folder_is_remembered(empty_room: Newsroom) -> None:
    empty_room.write("mixed/good.txt", REPORT)
    (empty_room.folder / "mixed/link.txt").symlink_to("nowhere.txt")
    assert empty_room.sayso("read", "mixed").code == 1
    with Record.open(empty_room.folder / "sayso.db") as record:
        assert [bad.source for bad in record.summary().unreadable] == ["link.txt"]


def test_reading_the_folder_again_passes_over_the_record_and_the_pages_in_it(empty_room: Newsroom) -> None:
    empty_room.write("a.txt", REPORT)
    assert empty_room.sayso("read", "a.txt", "--html", "a.html").code == 0
    with Record(empty_room.folder / "sayso.db"):  # its -wal and -shm stand beside it
        ran = empty_room.sayso("read", ".")
    told = "1 document, 1 statement, nothing needs you; 1 was in the record already\n"
    assert (ran.code, ran.out, ran.err) == (0, told, "")


def test_a_source_that_works_again_is_no_longer_counted_as_unreadable(empty_room: Newsroom) -> None:
    empty_room.write("late.jsonl", "")
    assert empty_room.sayso("read", "late.jsonl").code == 1
    empty_room.write("late.jsonl", json.dumps({"id": "a", "text": REPORT}))
    for _ in range(2):
        assert empty_room.sayso("read", "late.jsonl").code == 0
    with Record.open(empty_room.folder / "sayso.db") as record:
        assert not record.summary().unreadable


def test_a_record_that_cannot_be_used_is_one_sentence(empty_room: Newsroom) -> None:
    empty_room.write("notes.txt", REPORT)
    ran = empty_room.sayso("read", "notes.txt", "--record", "notes.txt")
    assert (ran.code, ran.err) == (1, "notes.txt is no record: it is not an SQLite file.\n")


# Pages


def test_html_of_one_document_is_one_file(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("read", "examples/leak/2026-10-22-gull.html", "--html", "out/gull.html")
    assert ran.code == 0
    assert "FORTY BOATS!" in (newsroom.folder / "out/gull.html").read_text("utf-8")


def test_html_of_a_folder_is_a_folder_of_pages(newsroom: Newsroom) -> None:
    newsroom.sayso("read", "examples/leak", "--html", "pages", "--record", "demo.db")
    assert len(list(Path(newsroom.folder / "pages").glob("*.html"))) == 13


def test_html_of_several_documents_does_not_fit_one_file(newsroom: Newsroom) -> None:
    ran = newsroom.sayso("read", "examples/leak", "--html", "all.html")
    assert ran.code == 2
    assert "Give a folder for several." in ran.err


def test_the_page_shows_what_people_judged(newsroom: Newsroom) -> None:
    id = newsroom.sayso("said", '"forty boats north of the line"', "--record", "demo.db").out.split("\t")[0]
    newsroom.sayso("judge", id, "correct", "--field", "speaker", "--value", "Quill Marrow", "--record", "demo.db")
    source = newsroom.sayso("show", id, "--json", "--record", "demo.db").json[0]["document"]["source"]
    newsroom.sayso("read", f"examples/leak/{source}", "--html", "page.html", "--record", "demo.db")
    assert "Quill Marrow" in (newsroom.folder / "page.html").read_text("utf-8")
