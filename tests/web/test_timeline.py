"""The timeline, the network beside it, and the page of one event."""

from typing import Any

import pytest
from httpx import Client

from sayso.model import Document
from sayso.reading import read_document
from sayso.web.site import Site

CALL = (
    "In a call on Oct. 14, Ada Vento told Piet Maas that the plan was dead. “It is over,” Vento said.\n\n"
    "Vento will meet Joss Tamm in November. Joss Tamm denied that he had met Hanne Lorn.\n"
)
AGAIN = "Ada Vento phoned Piet Maas on Oct. 14, Radio Nord reported.\n"


@pytest.fixture
def told(client: Client, site: Site) -> dict[str, Any]:
    site.record.add(read_document(Document(CALL, "one.txt", outlet="The Courier", published="2025-10-20")))
    site.record.add(read_document(Document(AGAIN, "two.txt", outlet="The Gull", published="2025-10-21")))
    found: dict[str, Any] = client.get("/timeline.json?who=Ada+Vento").json()
    return found


def test_an_exact_day_is_a_square_and_a_month_is_a_bar(told: dict[str, Any]) -> None:
    looks = [(row["told"], row["day"], row["mark"]["look"]) for row in told["rows"]]
    assert looks == [
        ("Call: Ada Vento and Piet Maas", "14 Oct 2025", "day"),
        ("Planned meeting: Ada Vento and Joss Tamm", "Nov 2025", "days"),
    ]


def test_a_denied_meeting_is_marked_and_joins_nobody_by_a_solid_line(client: Client, told: dict[str, Any]) -> None:
    everything = client.get("/timeline.json?who=Hanne+Lorn").json()
    assert [row["line"]["status"] for row in everything["undated"]] == ["denied"]
    assert any(not link["solid"] and "denied" in link["told"] for link in everything["links"])


def test_an_event_shows_each_account_with_words_that_lead_to_their_place(client: Client, told: dict[str, Any]) -> None:
    event = told["rows"][0]["line"]["id"]
    page = client.get(f"/communications/{event}")
    assert page.status_code == 200
    assert all(name in page.text for name in ("The Courier", "The Gull", "according to", "Radio Nord", "It is over"))
    assert "?mark=" in page.text


def test_what_was_not_said_in_a_call_is_not_counted_and_is_marked(client: Client, site: Site) -> None:
    text = "In a call on Oct. 14, Ada Vento told Piet Maas that it was late. She never promised him the vote.\n"
    site.record.add(read_document(Document(text, "three.txt", outlet="The Tide", published="2025-10-22")))
    (row,) = client.get("/timeline.json?who=Ada+Vento&kind=call").json()["rows"]
    assert row["line"]["statements"] == 1
    assert "not said" in client.get(f"/communications/{row['line']['id']}").text


@pytest.mark.parametrize(
    "name",
    ["timeline.csv", "timeline.svg", "timelinejs.json", "contacts.csv", "contacts.gexf", "contacts.graphml"],
)
def test_every_download_that_the_page_links_is_there(client: Client, told: dict[str, Any], name: str) -> None:
    assert f'href="/download/{name}"' in client.get("/timeline").text
    assert "Vento" in client.get(f"/download/{name}?who=Ada+Vento").text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/timeline?kind=shouting", 400),
        ("/timeline?since=yesterday", 400),
        ("/download/timeline.exe", 404),
        ("/communications/none", 404),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status


def test_where_nothing_fits_the_page_says_so(client: Client) -> None:
    page = client.get("/timeline.json?since=1850&until=1851").json()
    assert page["sentence"] == "Nothing that fits happened between people, as far as the record tells."
