import time
from typing import Any

import pytest
from httpx import Client, Response

from sayso.text.limits import MAX_CHARACTERS
from sayso.web.site import Site
from sayso.web.uploads import plain_name

GOOD = "“The ferry sails at six,” Nia Vale said on Monday.\n"


def add(client: Client, site: Site, *files: tuple[str, bytes], **fields: str) -> Response:
    several = [("files", file) for file in files]
    return client.post("/documents", data={"csrf": site.token, **fields}, files=several, timeout=60)


def outcome(client: Client, answer: Response) -> Any:
    """What the page of a reading says once it is done."""
    assert answer.status_code == 303
    deadline = time.monotonic() + 60
    while not (page := client.get(f"{answer.headers['location']}.json").json())["done"]:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return page


def test_a_pasted_text_is_read_with_what_is_said_about_it(client: Client, site: Site) -> None:
    answer = add(client, site, text=GOOD, outlet="The Gull", published="2025-03-04", source="note")
    assert answer.status_code == 303
    wait_for_documents(site, 2)
    line = next(line for line in site.record.documents() if line.outlet == "The Gull")
    assert (line.source, line.published, line.statements) == ("note", "2025-03-04", 1)
    assert site.record.document(line.id).text == GOOD


def test_a_single_document_opens_once_it_is_read(client: Client, site: Site) -> None:
    answer = add(client, site, text="Pia Roos said the bridge is shut.")
    page = outcome(client, answer)
    opened = client.get(answer.headers["location"])
    assert opened.headers["location"] == f"/documents/{page['kept'][0]['id']}"


def test_files_that_cannot_be_read_cost_only_themselves(client: Client, site: Site) -> None:
    files = [
        ("good.txt", GOOD.encode()),
        ("empty.txt", b""),
        ("junk.pdf", b"%PDF-1.4 junk"),
        ("two.txt", b"Ada Roos said the bridge is shut."),
    ]
    page = outcome(client, add(client, site, *files))
    assert [kept["statements"] for kept in page["kept"]] == [1, 1]
    assert len(page["failed"]) == 2
    assert page["failed"][0].startswith("empty.txt is empty.")
    assert page["failed"][1].startswith("junk.pdf")
    assert {one.source for one in site.record.summary().unreadable} == {"empty.txt", "junk.pdf"}


def test_the_same_file_twice_is_one_document(client: Client, site: Site) -> None:
    page = outcome(client, add(client, site, ("a.txt", GOOD.encode()), ("a.txt", GOOD.encode())))
    assert [kept["new"] for kept in page["kept"]] == [True, False]
    assert site.record.summary().documents == 2


def test_a_file_keeps_its_name_and_none_of_its_folders(client: Client, site: Site) -> None:
    outcome(client, add(client, site, ("../../etc/a.txt", GOOD.encode()), ("b.txt", b"")))
    assert "a.txt" in [line.source for line in site.record.documents()]


@pytest.mark.parametrize(
    "name, kept",
    [("a.txt", "a.txt"), ("/etc/passwd", "passwd"), ("C:\\notes\\a.eml", "a.eml"), ("..", ".."), ("", "file")],
)
def test_a_name_is_only_a_name(name: str, kept: str) -> None:
    assert plain_name(name) == kept


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({}, "There was nothing to read."),
        ({"text": "  \n"}, "There was nothing to read."),
        ({"text": GOOD, "published": "someday"}, "is no date"),
    ],
)
def test_a_form_that_cannot_be_read_is_answered_in_words(
    client: Client, site: Site, fields: dict[str, str], sentence: str
) -> None:
    answer = client.post("/documents", data={"csrf": site.token, **fields})
    assert answer.status_code == 422
    assert sentence in answer.text
    assert site.record.summary().documents == 1


def test_a_text_over_the_limit_arrives_and_is_refused_by_name(client: Client, site: Site) -> None:
    text = "The tide came in and the tide went out. " * (MAX_CHARACTERS // 40 + 1)
    page = outcome(client, add(client, site, text=text, source="tides"))
    assert page["failed"][0].startswith("tides")
    assert site.record.summary().documents == 1


def wait_for_documents(site: Site, count: int) -> None:
    deadline = time.monotonic() + 60
    while site.record.summary().documents < count:
        assert time.monotonic() < deadline
        time.sleep(0.05)
