"""The pages of people, on a record of two reports that print one name."""

from typing import Any

import pytest
from httpx import Client
from sample import BRANDT, DOCUMENT, reading

from sayso.web.site import Site

ELSEWHERE = reading(
    "“The quay is not for sale,” Mara Lindqvist said.",
    "“The quay is not for sale,”",
    speaker="Mara Lindqvist",
    source="quay.txt",
    outlet="The Gull",
    published="2025-05-02",
)


@pytest.fixture
def lindqvist(client: Client, site: Site) -> dict[str, Any]:
    site.record.add(ELSEWHERE)
    found: dict[str, Any] = client.get("/people/Mara%20Lindqvist.json").json()
    return found


def test_a_person_is_one_over_all_documents(lindqvist: dict[str, Any]) -> None:
    assert lindqvist["sentence"] == (
        "Mara Lindqvist is recorded as having said 10 things, and is named in two documents."
    ).replace("10", "ten")
    assert [line["outlet"] for line in lindqvist["person"]["documents"]] == ["The Gull", "The Halden Courier"]


def test_everything_said_stands_with_the_day_it_was_said_and_the_day_it_was_printed(lindqvist: dict[str, Any]) -> None:
    by = next(sort for sort in lindqvist["sorts"] if sort["name"] == "by")
    days = {(row["said"], row["printed"]) for group in by["groups"] for row in group["rows"]}
    assert days == {("", "2 May 2025"), ("3 Mar 2025", "8 Apr 2025")}
    assert [group["heading"] for group in by["groups"]] == ["May 2025", "Apr 2025"]


def test_what_was_said_to_and_about_somebody_has_its_place_too(lindqvist: dict[str, Any]) -> None:
    totals = {sort["name"]: sort["total"] for sort in lindqvist["sorts"]}
    assert totals["to"] == 1
    assert totals["about"] > 0


def test_roles_lead_to_the_words_that_say_them(client: Client, lindqvist: dict[str, Any]) -> None:
    (role,) = lindqvist["person"]["roles"]
    assert role["text"] == "the mayor’s transport envoy"
    start, end = role["pin"]["span"]
    address = f"/documents/{DOCUMENT.id}?mark={start}-{end}"
    assert address in client.get("/people/Mara%20Lindqvist").text
    assert DOCUMENT.text[start:end] == role["text"]
    assert '<span class="hit" id="here">' in client.get(address).text


def test_where_nothing_is_on_record_the_page_says_so(client: Client) -> None:
    page = client.get("/people/Tellus%20Marine").text
    assert "Nothing said to Tellus Marine is on record." in page
    assert "Nothing Tellus Marine said is on record." in page
    assert "No document says what they are." in page


def test_a_long_list_comes_in_leaves(client: Client, site: Site) -> None:
    for number in range(60):
        site.record.add(reading(f"“Day {number},” Nia Vale said.", f"“Day {number},”", source=f"{number}"))
    first = client.get("/people/Nia%20Vale.json").json()
    by = first["sorts"][0]
    assert (by["total"], sum(len(group["rows"]) for group in by["groups"])) == (60, 10)
    leaf = client.get(f"{by['all'].replace('?', '.json?')}&page=2").json()
    assert [sort["name"] for sort in leaf["sorts"]] == ["by"]
    assert (leaf["leaf"]["first"], leaf["leaf"]["last"]) == (51, 60)
    documents = client.get("/people/Nia%20Vale.json?show=documents").json()
    assert (len(documents["documents"]), documents["leaf"]["total"], documents["sorts"]) == (50, 60, [])
    assert "In which roles" not in client.get(by["all"]).text


def test_an_actor_of_a_document_leads_to_the_person(client: Client) -> None:
    assert client.get(f"/people/{DOCUMENT.id}/{BRANDT}.json").json()["person"]["name"] == "Ivo Brandt"


def test_the_most_spoken_come_first_and_a_part_of_a_name_finds_them(client: Client) -> None:
    names = [line["name"] for line in client.get("/people.json").json()["people"]]
    assert names[:2] == ["Mara Lindqvist", "Anton Reyes"]
    assert [line["name"] for line in client.get("/people.json?named=okafor").json()["people"]] == ["Sunniva Okafor"]
    assert "Nobody here is called “zeppelin”." in client.get("/people?named=zeppelin").text
    outlets = client.get("/people.json?kind=outlet").json()["people"]
    assert {line["name"] for line in outlets} >= {"Northern Ledger", "Radio Varn"}


@pytest.mark.parametrize(
    "path, status", [("/people/nobody-at-all", 404), ("/people?kind=x", 400), ("/people/Emil%20Tran?show=x", 400)]
)
def test_an_address_that_cannot_be_answered_says_why(client: Client, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "<h1>" in answer.text


PAGES = (
    f"/documents/{DOCUMENT.id}",
    f"/statements/{DOCUMENT.id}/s02",
    "/statements",
    f"/review?at={DOCUMENT.id}/s12",
)


@pytest.mark.parametrize("path", PAGES)
def test_names_lead_to_their_pages_wherever_they_stand(client: Client, path: str) -> None:
    page = client.get(path).text
    links = [part.split('"')[0] for part in page.split('href="/people/')[1:]]
    assert links
    assert all(client.get(f"/people/{link}").status_code == 200 for link in set(links))


def test_the_self_contained_file_leads_nowhere(client: Client) -> None:
    assert "/people/" not in client.get(f"/documents/{DOCUMENT.id}.html").text
