import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, Page, expect
from sample import DOCUMENT, place, reading

from sayso.model import Decision
from sayso.record import SaidLine
from sayso.web.site import Site

pytestmark = pytest.mark.browser
READER = f"/documents/{DOCUMENT.id}"

SELECT = """(wanted) => {
  const walker = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const at = node.data.indexOf(wanted);
    if (at < 0 || node.parentElement.closest(".card")) continue;
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + wanted.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    node.parentElement.scrollIntoView({block: "center"});
    node.parentElement.dispatchEvent(new MouseEvent("mouseup", {bubbles: true}));
    return;
  }
}"""


@pytest.fixture
def reader(served: str, page: Page) -> Callable[[str], Page]:
    """Opens the sample report, at a place in it."""

    def opened(place: str = "") -> Page:
        page.goto(served + READER + place)
        return page

    return opened


def card(page: Page, id: str) -> Locator:
    return page.locator(f"#card-{id}")


def is_open(page: Page, id: str) -> None:
    expect(card(page, id).locator(".more")).to_be_visible()
    expect(page.locator(".card.on")).to_have_count(1)


def test_the_address_opens_a_statement(reader: Callable[[str], Page]) -> None:
    page = reader("#s09")
    is_open(page, "s09")
    expect(page.locator(".source.on")).to_have_text("he")
    expect(page.locator("#s09")).to_be_in_viewport()


def test_keys_walk_from_statement_to_statement_and_the_address_follows(reader: Callable[[str], Page]) -> None:
    page = reader("#s01")
    for key, id in (("j", "s02"), ("j", "s03"), ("k", "s02"), ("n", "s04"), ("n", "s09"), ("k", "s08")):
        page.keyboard.press(key)
        is_open(page, id)
        expect(page).to_have_url(re.compile(f"#{id}$"))
    page.keyboard.press("Escape")
    expect(page.locator(".card.on")).to_have_count(0)


def test_the_open_card_stands_level_with_its_words(reader: Callable[[str], Page]) -> None:
    page = reader("#s21")
    is_open(page, "s21")
    words, beside = page.locator("#s21").bounding_box(), card(page, "s21").locator(".l1").bounding_box()
    assert words is not None
    assert beside is not None
    assert abs(words["y"] - beside["y"]) < 24
    assert beside["x"] > 850


def test_no_two_cards_cover_each_other(reader: Callable[[str], Page]) -> None:
    page = reader("#s12")
    is_open(page, "s12")
    boxes = [box for one in page.locator(".card").all() if (box := one.bounding_box())]
    pairs = pairwise(boxes)
    assert all(above["y"] + above["height"] <= below["y"] + 1 for above, below in pairs)


def test_hover_ties_words_and_card(reader: Callable[[str], Page]) -> None:
    page = reader("")
    page.locator("#s05").hover()
    expect(card(page, "s05").locator(".in.warm")).to_have_count(1)
    card(page, "s07").hover()
    expect(page.locator(".st.warm")).to_have_attribute("id", "s07")


def test_a_click_on_words_opens_their_card_and_a_number_is_a_way_by_keyboard(reader: Callable[[str], Page]) -> None:
    page = reader("")
    page.locator("#s07").click()
    is_open(page, "s07")
    page.locator("#s11 .num").focus()
    page.keyboard.press("Enter")
    is_open(page, "s11")


def test_keys_confirm_and_undo(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s12")
    page.keyboard.press("c")
    expect(card(page, "s12")).to_contain_text("confirmed")
    expect(page.locator("#needs")).to_have_text("7")
    is_open(page, "s12")
    page.keyboard.press("z")
    expect(card(page, "s12").locator(".tag.unsure")).to_be_visible()
    assert [judgement.withdrawn for judgement in site.record.judgements()] == [True]


def test_a_key_rejects_and_the_lead_counts_anew(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s27")
    page.keyboard.press("x")
    expect(card(page, "s27")).to_contain_text("rejected")
    expect(page.locator("h1")).to_contain_text("of these 28 statements")
    assert [judgement.decision for judgement in site.record.judgements()] == [Decision.REJECT]


def test_selected_words_become_the_speaker(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s12")
    page.evaluate(SELECT, "Emil Tran")
    box = page.get_by_role("dialog")
    expect(box.locator(".sel")).to_have_text("Emil Tran")
    box.locator("select").select_option(f"{DOCUMENT.id}/s12")
    page.keyboard.press("1")
    expect(card(page, "s12")).to_contain_text("Emil Tran")
    expect(card(page, "s12")).to_contain_text("corrected")
    line = site.record.statement("s12")
    assert [span.of(DOCUMENT.text) for span in line.statement.source] == ["Emil Tran"]


def test_selected_words_after_numbers_in_the_text_keep_their_place(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("")
    page.evaluate(SELECT, "of being typed")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("9")
    expect(page.locator("#s24")).not_to_contain_text("of being typed")
    assert site.record.statement("s24").words == "in the company’s own offices"


MEANT = [
    ("2", "Emil Tran", lambda line: line.addressees, ("Emil Tran",)),
    ("5", "second call", lambda line: line.statement.channel, "phone call"),
    ("6", "Radio Varn", lambda line: line.via, ("Radio Varn",)),
    ("7", "hotel in Halden", lambda line: line.statement.cue, (place("hotel in Halden"),)),
    ("8", "the council", lambda line: line.statement.source, (place("the council"),)),
]


@pytest.mark.parametrize("key, words, told, expected", MEANT, ids=[words for _, words, *_ in MEANT])
def test_selected_words_set_what_their_key_says(
    reader: Callable[[str], Page],
    site: Site,
    key: str,
    words: str,
    told: Callable[[SaidLine], object],
    expected: object,
) -> None:
    page = reader("#s13")
    page.evaluate(SELECT, words)
    box = page.get_by_role("dialog")
    expect(box.locator(".sel")).to_have_text(words)
    box.locator("select").select_option(f"{DOCUMENT.id}/s13")
    page.keyboard.press(key)
    expect(card(page, "s13")).to_contain_text("corrected")
    assert told(site.record.statement("s13")) == expected


def test_words_that_tell_no_date_by_themselves_are_asked_for_it(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s13")
    page.evaluate(SELECT, "later that week")
    box = page.get_by_role("dialog")
    expect(box).to_be_visible()
    box.locator("select").select_option(f"{DOCUMENT.id}/s13")
    page.keyboard.press("4")
    expect(page.get_by_label("It was said on")).to_be_focused()
    page.keyboard.type("2025-03-07")
    page.keyboard.press("Enter")
    expect(card(page, "s13")).to_contain_text("7 Mar 2025, printed “later that week”")
    assert site.record.statement("s13").when_words == "later that week"
    page.keyboard.press("z")
    expect(card(page, "s13")).to_contain_text("3 Mar 2025, printed “March 3”")


def test_words_are_selected_by_keyboard_too(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s12")
    page.keyboard.press("s")
    box = page.get_by_role("dialog")
    expect(box.locator(".sel")).to_have_text("“")
    page.keyboard.press("ArrowUp")
    for _ in range(19):
        page.keyboard.press("ArrowRight")
    expect(box.locator(".sel")).to_have_text("Lindqvist")
    page.keyboard.press("Shift+ArrowRight")
    expect(box.locator(".sel")).to_have_text("Lindqvist said")
    page.keyboard.press("Shift+ArrowLeft")
    box.locator("select").select_option(f"{DOCUMENT.id}/s12")
    page.keyboard.press("8")
    expect(card(page, "s12")).to_contain_text("corrected")
    assert site.record.statement("s12").statement.source == (place("Lindqvist", after="fixed rent"),)


def test_a_pronoun_leads_to_the_words_that_name_whom_it_means(reader: Callable[[str], Page]) -> None:
    page = reader("#s13")
    link = card(page, "s13").get_by_role("link", name="is Mara Lindqvist")
    link.hover()
    expect(page.locator(".ante.warm")).to_have_text("Lindqvist")
    link.click()
    expect(page.locator(".ante:target")).to_be_in_viewport()
    is_open(page, "s13")


def test_escape_closes_the_box_and_changes_nothing(reader: Callable[[str], Page], site: Site) -> None:
    page = reader("#s12")
    page.evaluate(SELECT, "the lawyer")
    # The box opens a moment after the mouse is let go.
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    is_open(page, "s12")
    assert site.record.judgements() == []


def test_a_correction_that_cannot_be_is_said_and_the_page_stays(served: str, page: Page, site: Site) -> None:
    page.goto(served + READER + "#s06")
    page.evaluate(SELECT, "Start with that. After that it will be a very easy talk,”")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.evaluate("document.querySelector('#pop [name=start]').value -= 1")
    page.evaluate("console.error = () => {}")
    with page.expect_response("**/judge") as answer:
        page.keyboard.press("9")
    assert answer.value.status == 422
    expect(page.get_by_role("status")).to_contain_text("Reject it instead.")
    is_open(page, "s06")


def test_e_leads_to_the_page_where_everything_can_be_corrected(reader: Callable[[str], Page]) -> None:
    page = reader("#s12")
    page.keyboard.press("e")
    expect(page.get_by_role("heading", name="Correct it")).to_be_visible()


def test_one_speaker_alone_is_an_address(reader: Callable[[str], Page]) -> None:
    page = reader("")
    page.get_by_role("link", name="Anton Reyes").click()
    expect(page).to_have_url(re.compile("speaker=a-reyes"))
    expect(page.locator(".card:visible")).to_have_count(7)
    page.reload()
    expect(page.locator(".card:visible")).to_have_count(7)
    page.get_by_text("Show everyone").click()
    expect(page.locator(".card:visible")).to_have_count(32)


def test_cards_fall_under_their_paragraph_where_there_is_no_margin(reader: Callable[[str], Page]) -> None:
    page = reader("")
    page.set_viewport_size({"width": 900, "height": 900})
    expect(card(page, "s05")).not_to_have_attribute("style", re.compile("px"))
    words, under = page.locator("#s05").bounding_box(), card(page, "s05").bounding_box()
    assert words is not None
    assert under is not None
    assert under["y"] >= words["y"] + words["height"]


def test_a_script_in_a_document_is_text_and_never_runs(served: str, page: Page, site: Site) -> None:
    nasty = reading(
        "<script>document.title = 'owned'</script><img src=x onerror=\"document.title='owned'\"> she said.",
        "<script>document.title = 'owned'</script>",
        speaker="<b>Nia</b>",
        title="<i>title</i>",
        source="javascript:alert(1)",
    )
    site.record.add(nasty)
    page.goto(f"{served}/documents/{nasty.document.id}")
    expect(page.locator(".txt")).to_contain_text("<script>document.title = 'owned'</script>")
    expect(page.locator(".card")).to_contain_text("<b>Nia</b>")
    assert "owned" not in page.title()
    assert page.locator("a[href^='javascript']").count() == 0


def test_a_name_that_runs_from_right_to_left_turns_nothing_but_itself(served: str, page: Page, site: Site) -> None:
    other_way = reading("“It holds,” she said.", "“It holds,”", speaker="נועה ברק", outlet="הארץ 24")
    site.record.add(other_way)
    page.goto(f"{served}/documents/{other_way.document.id}")
    for names in (".card .who .name", ".card .conf", ".txt .num", ".who-list a span", ".doc bdi"):
        expect(page.locator(names).first).to_have_css("unicode-bidi", "isolate")


def test_without_script_the_cards_stand_under_their_words_and_forms_still_work(
    served: str, page: Page, site: Site
) -> None:
    browser = page.context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    bare = plain.new_page()
    bare.goto(f"{served}{READER}#card-s12")
    expect(bare.locator("#card-s12 .more")).to_be_visible()
    bare.locator("#card-s12").get_by_role("button", name="Confirm").click()
    expect(bare).to_have_url(re.compile("#s12$"))
    expect(bare.locator("#card-s12")).to_contain_text("confirmed")
    plain.close()
    assert len(site.record.judgements()) == 1
