import pytest
from httpx import Client, Response
from sample import DOCUMENT, TEXT, place

from sayso.model import Decision
from sayso.web.site import Site

S12 = f"{DOCUMENT.id}/s12"


def send(client: Client, site: Site, **fields: str) -> Response:
    return client.post("/judge", data={"csrf": site.token, "back": "/review", **fields})


@pytest.mark.parametrize(
    "button, decision",
    [("confirm", Decision.CONFIRM), ("reject", Decision.REJECT), ("unsure", Decision.UNSURE)],
)
def test_a_button_adds_a_judgement_and_the_queue_grows_shorter(
    client: Client, site: Site, button: str, decision: Decision
) -> None:
    answer = send(client, site, **{button: S12})
    assert (answer.status_code, answer.headers["location"]) == (303, "/review#s12")
    assert [judgement.decision for judgement in site.record.judgements()] == [decision]
    assert client.get("/review.json").json()["total"] == 7


def test_a_speaker_is_chosen_by_name(client: Client, site: Site) -> None:
    send(client, site, choose=f"{S12} Ivo Brandt", field="speaker")
    assert site.record.statement(S12).speaker == "Ivo Brandt"


def test_selected_words_fix_the_speaker_and_where_they_stand(client: Client, site: Site) -> None:
    words = place("Sunniva Okafor")
    send(client, site, correct=S12, means="speaker", start=str(words.start), end=str(words.end))
    line = site.record.statement(S12)
    assert (line.speaker, line.statement.source) == ("Sunniva Okafor", (words,))
    assert line.machine is not None
    assert line.machine.source == ()


def test_a_field_is_corrected_from_its_list(client: Client, site: Site) -> None:
    send(client, site, correct=S12, field="reality", value="hypothetical")
    assert site.record.statement(S12).statement.reality == "hypothetical"
    assert client.get("/.json").json()["said"] == 28


def test_an_answer_is_told_and_can_be_undone(client: Client, site: Site) -> None:
    answer = send(client, site, reject=S12, tell="kept")
    kept = site.record.judgements()[0].id
    assert answer.headers["location"] == f"/review?kept={kept}"
    assert client.get(f"/review.json?kept={kept}").json()["kept"]["decision"] == "reject"
    send(client, site, undo=kept)
    assert client.get("/review.json").json()["total"] == 8
    assert client.get(f"/review.json?kept={kept}").json()["kept"] is None


def test_the_page_of_a_statement_keeps_its_history(client: Client, site: Site) -> None:
    send(client, site, correct=S12, field="speaker", value="Ivo Brandt")
    send(client, site, undo=site.record.judgements()[0].id)
    page = client.get(f"/statements/{S12}").text
    assert "speaker is “Ivo Brandt”" in page
    assert "taken back" in page


def test_the_machines_reading_stays_beside_the_correction(client: Client, site: Site) -> None:
    send(client, site, correct=S12, field="speaker", value="Ivo Brandt")
    page = client.get(f"/statements/{S12}.json").json()
    assert page["facts"][0]["value"].startswith("Ivo Brandt")
    assert page["machine"][0]["value"].startswith("Mara Lindqvist")


@pytest.mark.parametrize(
    "fields, status",
    [
        ({}, 422),
        ({"confirm": "nowhere"}, 404),
        ({"undo": "nothing"}, 404),
        ({"correct": S12, "field": "weather", "value": "fine"}, 422),
        ({"correct": S12, "field": "act", "value": "sings"}, 422),
        ({"correct": S12, "means": "speaker", "start": "9", "end": "3"}, 422),
        ({"correct": S12, "means": "speaker", "start": "0", "end": str(len(TEXT) + 1)}, 422),
        ({"correct": S12, "means": "speaker", "start": "²", "end": "x"}, 422),
    ],
)
def test_what_cannot_be_kept_is_answered_with_a_sentence(
    client: Client, site: Site, fields: dict[str, str], status: int
) -> None:
    answer = send(client, site, **fields)
    assert answer.status_code == status
    assert "<h1>" in answer.text
    assert site.record.judgements() == []


def test_a_rejected_statement_keeps_its_card_and_counts_nowhere(client: Client, site: Site) -> None:
    send(client, site, reject=f"{DOCUMENT.id}/s27")
    page = client.get(f"/documents/{DOCUMENT.id}").text
    assert 'id="card-s27"' in page
    assert "of these 28 statements" in page
    assert "s27" not in [s["id"] for s in client.get(f"/documents/{DOCUMENT.id}.json").json()["statements"]]
