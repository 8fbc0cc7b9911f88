import pytest
from httpx import Client
from playwright.sync_api import Page, expect
from sample import DOCUMENT, place

from sayso.check import examine
from sayso.model import Document, DocumentKind, Timecode
from sayso.reading import read_document
from sayso.web.site import Site

STORY = """\
“Start with that. After that it will be a very easy talk,” Lindqvist said.

“I will tell the chairman tomorrow,” Brandt said. <b>Bold</b> words.

“Between us, I know what closes this: the east quay and a fixed rent,” Okafor said.

“The gulls have already been paid in full,” Lindqvist told the council.
"""


def test_the_json_of_a_check_is_what_the_command_prints(client: Client, site: Site) -> None:
    wanted = examine(STORY, site.record).as_json()
    assert client.get("/check.json", params={"text": STORY}).json() == wanted
    assert client.post("/check.json", data={"text": STORY, "csrf": site.token}).json() == wanted
    assert [one["verdict"] for one in wanted["quotes"]] == ["verbatim", "altered", "other_speaker", "absent"]


def test_the_page_says_in_one_sentence_how_the_quotations_stand(client: Client, site: Site) -> None:
    page = client.post("/check", data={"text": STORY, "csrf": site.token}).text
    sentence = "Four quotations: one stands as printed, one is altered, one is somebody else’s words and one is not in"
    assert f"<h1>{sentence} the record.</h1>" in page
    assert "&lt;b&gt;Bold&lt;/b&gt;" in page


def test_changed_words_are_marked_in_the_story_and_in_the_original(client: Client, site: Site) -> None:
    page = client.post("/check", data={"text": STORY, "csrf": site.token}).text
    assert page.count('<span class="hit">tomorrow</span>') == 2
    assert page.count('<span class="hit">tonight</span>') == 1


@pytest.mark.parametrize(
    "story, sentence",
    [
        ("“That is how deals are made,” Reyes said.", "The one quotation stands as printed."),
        ("Reyes said that is how deals are made.", "One claim: one differs in typography only."),
        ("The tide came in.", "Nobody is quoted here, or said to have said anything."),
        ("Brandt said he would be telling the chairman.", "One claim in other words than the record’s."),
    ],
)
def test_a_story_with_little_to_say_is_answered_too(client: Client, story: str, sentence: str) -> None:
    assert sentence in client.get("/check", params={"text": story}).text


def test_verdicts_and_claims_in_other_words_stand_in_the_order_of_the_story(client: Client) -> None:
    story = "Brandt said he would be telling the chairman. “That is how deals are made,” Reyes said."
    page = client.get("/check", params={"text": story}).text
    assert page.index('id="v1" class="verdict retold"') < page.index('id="v2" class="verdict verbatim"')


@pytest.mark.browser
def test_an_original_opens_in_the_reader_with_its_words_marked(served: str, page: Page) -> None:
    page.goto(f"{served}/check")
    page.get_by_label("The story").fill(STORY)
    page.get_by_role("button", name="Check it").click()
    expect(page.locator(".verdict")).to_have_count(4)
    expect(page.locator(".story .quote.altered")).to_contain_text("tomorrow")
    page.locator(".verdict.altered").get_by_role("link", name="The Halden Courier").click()
    words = place("I will tell the chairman tonight")
    expect(page.locator("#here")).to_have_text(words.of(DOCUMENT.text))
    expect(page.locator("#here")).to_be_in_viewport()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_the_verdicts_do_not_scroll_sideways(served: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served}/check")
    page.get_by_label("The story").fill(STORY)
    page.get_by_role("button", name="Check it").click()
    expect(page.locator(".verdict")).to_have_count(4)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_words_of_a_recording_show_their_time(client: Client, site: Site) -> None:
    text = "Vento: The pier is lost for good this winter."
    document = Document(text, "call.vtt", DocumentKind.TRANSCRIPT, timecodes=(Timecode(7, 185.0),))
    site.record.add(read_document(document))
    story = "“The pier is lost for good this winter,” Vento said."
    assert "call.vtt, 7–44, at 3:05" in client.get("/check", params={"text": story}).text
