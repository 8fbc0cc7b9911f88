"""Two names that may be one: the case of the review, and what the page of a person keeps of it."""

from typing import Any

import pytest
from httpx import Client, Response
from sample import DOCUMENT, reading

from sayso.model import Decision
from sayso.web.site import Site


@pytest.fixture
def case(client: Client, site: Site) -> str:
    """Another report that prints a name of the sample in short: the id of what is asked."""
    add(site, "M. Lindqvist")
    [asked] = site.record.proposals()
    return asked.id


def add(site: Site, name: str) -> None:
    words = f"“{name} was here,”"
    site.record.add(reading(f"{words} {name} said.", words, speaker=name, source=f"{len(name)}.txt"))


def send(client: Client, site: Site, **fields: str) -> Response:
    return client.post("/judge", data={"csrf": site.token, "back": "/review", **fields})


def test_both_stand_side_by_side_with_their_words_and_the_reasons(client: Client, case: str) -> None:
    page = client.get(f"/review?at={case}").text
    assert "Are these the same person?" in page
    assert "Why sayso asks" in page
    assert "<mark>Mara Lindqvist</mark>" in page
    found: dict[str, Any] = client.get(f"/review.json?at={case}").json()["merge"]
    assert found["reasons"]
    assert {found[side]["line"]["name"] for side in ("one", "other")} == {"M. Lindqvist", "Mara Lindqvist"}


@pytest.mark.parametrize("decision", [Decision.SAME, Decision.DIFFERENT, Decision.UNSURE])
def test_a_button_decides_and_undo_asks_again(client: Client, site: Site, case: str, decision: Decision) -> None:
    total = client.get("/review.json").json()["total"]
    answer = send(client, site, merge=f"{decision} {case}", tell="kept")
    [made] = site.record.merges()
    assert (answer.status_code, made.decision) == (303, decision)
    assert answer.headers["location"] == f"/review?kept={made.id}"
    assert client.get("/review.json").json()["total"] == total - 1
    assert "Lindqvist" in client.get(f"/review?kept={made.id}").text
    send(client, site, undo=made.id)
    assert [asked.id for asked in site.record.proposals()] == [case]


@pytest.mark.parametrize("value", ["same q000", "perhaps CASE", "same", "same  CASE"])
def test_a_form_that_decides_nothing_is_refused(client: Client, site: Site, case: str, value: str) -> None:
    assert send(client, site, merge=value.replace("CASE", case)).status_code == 422
    assert site.record.merges() == []


def test_what_somebody_else_decided_meanwhile_is_told(client: Client, site: Site, case: str) -> None:
    site.record.different("M. Lindqvist", "Mara Lindqvist", by="Leo")
    answer = send(client, site, merge=f"same {case}")
    assert answer.status_code == 422
    assert "That has been decided meanwhile." in answer.text


def test_the_page_of_a_person_asks_and_keeps_what_was_decided(client: Client, site: Site, case: str) -> None:
    page = client.get("/people/Mara%20Lindqvist").text
    assert "Perhaps the same" in page
    assert f"/review?at={case}" in page
    send(client, site, merge=f"same {case}")
    page = client.get("/people/Mara%20Lindqvist").text
    assert "Perhaps the same" not in page
    assert "Who decided who this is" in page
    [made] = site.record.merges()
    send(client, site, undo=made.id)
    assert "taken back" in client.get("/people/Mara%20Lindqvist").text
    assert client.get("/people/M.%20Lindqvist").status_code == 200


def test_a_case_far_down_the_queue_is_shown_where_a_page_leads_to_it(client: Client, site: Site) -> None:
    for number in range(60):
        given, family = f"A{'bcdefghij'[number % 9]}a", f"Vent{'bcdfghj'[number // 9]}o"
        add_pair(site, f"{given} {family}{number}", f"A. {family}{number}", number)
    asked = site.record.proposals(order="unsure")
    assert len(asked) > 50
    assert client.get(f"/review.json?at={asked[-1].id}").json()["merge"]["proposal"]["one"]["name"] == (
        asked[-1].one.name
    )


def add_pair(site: Site, one: str, other: str, number: int) -> None:
    for at, name in enumerate((one, other)):
        words = f"“Number {number},”"
        site.record.add(reading(f"{words} {name} said.", words, speaker=name, source=f"{number}-{at}.txt"))


@pytest.mark.parametrize(
    "name", ["Ida <b>Bold</b>", "מרים לוי", "Select Drop", "Ada " + "Vento" * 60, "A/B Crane", "Per Cent%20 O'Neill"]
)
def test_any_name_has_a_page_and_does_no_harm_to_it(client: Client, site: Site, name: str) -> None:
    add(site, name)
    listed = client.get("/people.json", params={"named": name}).json()["people"]
    assert [line["name"] for line in listed] == [name]
    link = client.get("/people", params={"named": name}).text.split('<ol class="ppl">')[1].split('href="')[1]
    page = client.get(link.split('"')[0])
    assert page.status_code == 200
    assert "<b>Bold" not in page.text


def test_who_is_only_mentioned_is_found_by_name_alone(client: Client, site: Site) -> None:
    shown = {line["name"] for line in client.get("/people.json").json()["people"]}
    known = {line.name for line in site.record.people()}
    only = known - shown
    assert only
    name = sorted(only)[0]
    assert name in {line["name"] for line in client.get("/people.json", params={"named": name}).json()["people"]}


def test_an_empty_record_says_what_to_do_on_each_page(bare: str) -> None:
    with Client(base_url=bare) as asking:
        assert "Nothing has been read yet." in asking.get("/people").text
        assert "There are no statements yet." in asking.get("/review").text
        assert asking.get("/people/Anybody").status_code == 404
        assert asking.get("/review?at=q0").status_code == 200


def test_the_sample_is_the_document_the_names_come_from(client: Client, case: str) -> None:
    assert f"/documents/{DOCUMENT.id}?mark=" in client.get(f"/review?at={case}").text
