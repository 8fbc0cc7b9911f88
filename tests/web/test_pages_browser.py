from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sample import DOCUMENT

from sayso.model import Decision
from sayso.record import SaidLine
from sayso.web.site import Site

pytestmark = pytest.mark.browser
PATHS = {
    "front": "/",
    "documents": "/documents",
    "reader": f"/documents/{DOCUMENT.id}",
    "statements": "/statements?words=road",
    "nothing found": "/statements?words=zeppelin",
    "statement": f"/statements/{DOCUMENT.id}/s09",
    "people": "/people",
    "person": "/people/Mara%20Lindqvist",
    "person with nothing said": "/people/Tellus%20Marine",
    "review": "/review",
    "review, to whom": f"/review?at={DOCUMENT.id}/s12&ask=addressees",
    "review, when": f"/review?at={DOCUMENT.id}/s12&ask=when",
    "check": "/check",
    "mistake": "/nowhere",
}
PAPER = {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 23, 25)"}


@pytest.mark.parametrize("width", [390, 768, 1280])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_no_page_scrolls_sideways(served: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    open_anyway(page, served + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_theme_follows_the_system_and_the_address_overrules_it(served: str, page: Page, theme: str) -> None:
    other = "dark" if theme == "light" else "light"
    body = page.locator("body")
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.goto(served)
    expect(body).to_have_css("background-color", PAPER[theme])
    page.goto(f"{served}/?theme={other}")
    expect(body).to_have_css("background-color", PAPER[other])
    page.get_by_role("link", name="Statements", exact=True).click()
    page.wait_for_url("**/statements?theme=*")
    expect(body).to_have_css("background-color", PAPER[other])


CONTRAST = """() => {
  const rgb = (c) => c.match(/[\\d.]+/g).map(Number);
  const linear = (v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = (c) => { const [r, g, b] = rgb(c).map(linear);
    return .2126 * r + .7152 * g + .0722 * b; };
  const behind = (e) => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
    if (rgb(c)[3] !== 0 && c !== "rgba(0, 0, 0, 0)") return c; } return "rgb(255, 255, 255)"; };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const e = node.parentElement;
    if (!node.data.trim() || !e.checkVisibility() || e.closest("svg, select, option")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(behind(e))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) poor.push(node.data.trim().slice(0, 40));
  }
  return poor;
}"""


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS.keys())
def test_all_words_stand_out_enough_from_their_ground(served: str, page: Page, path: str, theme: str) -> None:
    mark = "&" if "?" in path else "?"
    open_anyway(page, f"{served}{path}{mark}theme={theme}")
    assert page.evaluate(CONTRAST) == []


UNNAMED = """() => {
  const controls = "a:not(svg a), button, input:not([type=hidden]), select, textarea";
  const named = (e) => e.innerText || e.ariaLabel || e.labels?.length;
  const poor = [...document.querySelectorAll(controls)].filter((e) => e.checkVisibility() && !named(e));
  return poor.map((e) => e.outerHTML);
}"""


def test_every_control_has_a_name_and_every_page_one_heading_and_one_main(served: str, page: Page) -> None:
    for path in PATHS.values():
        open_anyway(page, served + path)
        assert page.evaluate(UNNAMED) == []
        expect(page.locator("h1")).to_have_count(1)
        expect(page.locator("main")).to_have_count(1)


def test_slash_searches_and_results_come_as_one_types(served: str, page: Page) -> None:
    page.goto(f"{served}/statements")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("road", delay=60)
    # Time enough for a busy machine: two searches may be under way.
    expect(page.get_by_role("heading", name="5 statements with “road”")).to_be_visible(timeout=20_000)
    expect(page).to_have_url(f"{served}/statements?words=road")
    expect(page.locator(".hit").first).to_have_text("road")
    expect(page.locator("#q")).to_be_focused()


def test_a_facet_narrows_and_its_second_choice_widens(served: str, page: Page) -> None:
    page.goto(f"{served}/statements?words=road")
    page.locator(".fac").get_by_role("link", name="Mara Lindqvist").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 statements with “road”")
    page.locator(".fac").get_by_role("link", name="Mara Lindqvist").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("5 statements with “road”")


def test_review_is_answered_by_keys(served: str, page: Page, site: Site) -> None:
    page.goto(f"{served}/review")
    expect(page.locator(".passage .st")).to_have_text("to run for thirty years19")
    page.keyboard.press("j")
    expect(page.locator(".passage")).to_contain_text("walkout")
    page.keyboard.press("Enter")
    expect(page.locator(".top-line")).to_contain_text("7 need you")
    page.keyboard.press("x")
    expect(page.locator(".top-line")).to_contain_text("6 need you")
    page.keyboard.press("z")
    expect(page.locator(".top-line")).to_contain_text("7 need you")
    page.keyboard.press("2")
    expect(page.locator(".top-line")).to_contain_text("6 need you")
    decisions = [judgement.decision for judgement in site.record.judgements() if not judgement.withdrawn]
    assert decisions == [Decision.CONFIRM, Decision.CORRECT]


def test_review_takes_a_name_that_is_typed_and_enter_does_not_confirm(served: str, page: Page, site: Site) -> None:
    page.goto(f"{served}/review")
    page.keyboard.press("0")
    page.keyboard.type("Harbour board")
    page.keyboard.press("Enter")
    expect(page.locator(".top-line")).to_contain_text("7 need you")
    assert [(one.decision, one.value) for one in site.record.judgements()] == [(Decision.CORRECT, "Harbour board")]


ASKED = [
    ("t", "To whom did Mara Lindqvist say it?", "2", lambda line: line.addressees, ("Brandt’s chairman",)),
    ("w", "When did Mara Lindqvist say it?", "2", lambda line: line.statement.when.edtf, "2025-04-08"),
    ("h", "Through which channel did Mara Lindqvist say it?", "3", lambda line: line.statement.channel, "report"),
    ("s", "Who advises this?", "2", lambda line: line.speaker, "Brandt’s chairman"),
]


@pytest.mark.parametrize("key, asked, answer, told, expected", ASKED, ids=[asked for _, asked, *_ in ASKED])
def test_each_part_of_a_statement_is_asked_and_answered_by_keys(
    served: str,
    page: Page,
    site: Site,
    key: str,
    asked: str,
    answer: str,
    told: Callable[[SaidLine], object],
    expected: object,
) -> None:
    before = site.record.statement("s12")
    page.goto(f"{served}/review?at={DOCUMENT.id}/s12&ask={'speaker' if key != 's' else 'when'}")
    page.keyboard.press(key)
    expect(page.get_by_role("heading", level=1)).to_have_text(asked)
    page.keyboard.press(answer)
    expect(page.locator(".top-line b")).to_have_text("7")
    assert told(site.record.statement("s12")) == expected
    page.keyboard.press("z")
    expect(page.locator(".top-line b")).to_have_text("8")
    assert told(site.record.statement("s12")) == told(before)


def test_a_date_or_a_channel_is_typed_where_no_key_has_it(served: str, page: Page, site: Site) -> None:
    page.goto(f"{served}/review?at={DOCUMENT.id}/s12&ask=when")
    page.keyboard.press("0")
    page.keyboard.type("2025-03")
    page.keyboard.press("Enter")
    expect(page.locator(".top-line")).to_contain_text("Kept: corrected, when is Mar 2025")
    when = site.record.statement("s12").statement.when
    assert when is not None
    assert when.edtf == "2025-03"


def test_what_the_text_does_not_say_is_an_answer(served: str, page: Page, site: Site) -> None:
    page.goto(f"{served}/review?at={DOCUMENT.id}/s12&ask=addressees")
    page.get_by_role("button", name="The text does not say").click()
    expect(page.locator(".top-line b")).to_have_text("7")
    assert site.record.statement("s12").addressees == ()


def test_review_ends_when_nothing_needs_you(served: str, page: Page) -> None:
    page.goto(f"{served}/review")
    for left in range(7, -1, -1):
        page.keyboard.press("u")
        if left:
            expect(page.locator(".top-line b")).to_have_text(str(left))
    expect(page.get_by_role("heading", name="Nothing needs you.")).to_be_visible()
    page.keyboard.press("z")
    expect(page.locator(".top-line b")).to_have_text("1")


def test_keys_pressed_faster_than_the_server_answers_each_answer_their_own_question(served: str, page: Page) -> None:
    page.goto(f"{served}/review")
    for _ in range(4):
        page.keyboard.press("u")
    expect(page.locator(".top-line b")).to_have_text("4")


def test_a_chosen_file_is_read_and_opens(served: str, page: Page) -> None:
    page.goto(served)
    words = "“The ferry sails at six,” Nia Vale said on Monday.\n".encode()
    page.set_input_files("#files", {"name": "ferry.txt", "mimeType": "text/plain", "buffer": words})
    page.wait_for_url("**/documents/d*", timeout=60_000)
    expect(page.locator("#text .st.direct")).to_contain_text("The ferry sails at six")


def test_files_dropped_anywhere_are_read_and_the_bad_ones_named(served: str, page: Page) -> None:
    page.goto(served)
    page.evaluate(DROP, [["good.txt", "“It holds,” Nia Vale said.\n"], ["empty.txt", ""]])
    page.wait_for_url("**/reading/*", timeout=60_000)
    expect(page.get_by_role("heading", name="One document read, 1 statement.")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("empty.txt is empty.")).to_be_visible()


DROP = """(files) => {
  const data = new DataTransfer();
  for (const [name, words] of files) data.items.add(new File([words], name));
  document.body.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


def test_a_text_is_pasted_into_a_bare_record(bare: str, page: Page) -> None:
    page.goto(bare)
    page.get_by_text("Or paste a text").click()
    page.get_by_label("Text").fill("“The ferry sails at six,” Nia Vale said.")
    page.get_by_label("Printed by").fill("The Gull")
    page.get_by_role("button", name="Read it").click()
    page.wait_for_url("**/documents/d*", timeout=60_000)
    expect(page.locator(".doc")).to_contain_text("The Gull")


def open_anyway(page: Page, address: str) -> None:
    """Open a page, also one whose status a browser would report as an error."""
    page.route(address, lambda route: route.fulfill(response=route.fetch(), status=200))
    page.goto(address)
