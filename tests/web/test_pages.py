import re
from dataclasses import fields, replace
from urllib.parse import quote, unquote

import pytest
from httpx import Client
from sample import DOCUMENT, READING, reading

from sayso.contract import as_json
from sayso.web.pages.documents import DocumentsPage
from sayso.web.pages.front import FrontPage
from sayso.web.pages.review import ReviewPage
from sayso.web.pages.statement import StatementPage
from sayso.web.pages.statements import StatementsPage
from sayso.web.site import Site

READER = f"/documents/{DOCUMENT.id}"
TWINS = {
    "/": FrontPage,
    "/documents": DocumentsPage,
    "/statements": StatementsPage,
    f"/statements/{DOCUMENT.id}/s02": StatementPage,
    "/review": ReviewPage,
}


@pytest.mark.parametrize("path, page", TWINS.items())
def test_the_json_of_a_page_has_the_fields_of_the_page(client: Client, path: str, page: type) -> None:
    assert client.get(path).status_code == 200
    assert list(client.get(f"{path}.json").json()) == [field.name for field in fields(page)]


def test_the_json_of_a_document_is_what_read_prints(client: Client) -> None:
    assert client.get(f"{READER}.json").json() == as_json(READING)


def test_every_page_links_its_own_json_with_the_same_state(client: Client) -> None:
    page = client.get("/statements?words=road&kind=direct").text
    assert 'href="/statements.json?words=road&amp;kind=direct"' in page


def test_no_page_links_to_a_page_that_is_not_there(client: Client) -> None:
    pages = ("/", "/documents", "/statements", "/review", "/check", READER)
    links = {part.split('"')[0].split("#")[0] for path in pages for part in client.get(path).text.split('href="/')[1:]}
    # One of a kind is enough: the statements of a page differ in their number alone.
    kinds = {re.sub(r"s\d\d$|=[^&]*", "", link): link.replace("&amp;", "&") for link in links}
    assert all(client.get(f"/{link}").status_code == 200 for link in kinds.values())


def test_the_front_page_says_what_is_there_and_what_needs_you(client: Client) -> None:
    page = client.get("/.json").json()
    assert page["sentence"] == "1 document holds 32 statements. Eight of them need you."
    assert page["needs"]["reasons"] == ["3 by nobody named", "2 quotations without a cue", "3 others"]
    assert page["not_said"] == 3


def test_a_file_that_could_not_be_read_is_named_on_the_front_page(client: Client, site: Site) -> None:
    site.record.failed("annex.pdf", "annex.pdf holds pictures of pages and no text. Make it searchable (OCR).")
    assert "annex.pdf holds pictures of pages" in client.get("/").text


def test_an_empty_record_says_what_to_do(bare: str) -> None:
    with Client(base_url=bare) as client:
        assert "Nothing has been read yet." in client.get("/").text
        assert "Nothing has been read yet." in client.get("/statements").text
        assert "Nothing has been read yet." in client.get("/documents").text
        assert "Nothing needs you." in client.get("/review").text
        assert "nothing to check against yet" in client.get("/check").text


@pytest.mark.parametrize(
    "path", ["/nowhere", "/documents/dnone", "/statements/none", "/reading/none", "/static/none.js"]
)
def test_an_address_that_leads_nowhere_says_so(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    if not path.startswith("/static"):
        assert "<h1>" in answer.text


def test_an_error_has_its_json_too(client: Client) -> None:
    answer = client.get("/documents/dnone.json")
    assert answer.status_code == 404
    assert answer.json()["code"] == 404


def test_search_finds_words_and_marks_them_in_place(client: Client) -> None:
    assert client.get("/statements.json?words=ferries").json()["sentence"] == "2 statements with “ferries”"
    assert '<span class="hit">ferries</span>' in client.get("/statements?words=ferries").text


def options(client: Client, query: str, label: str) -> dict[str, tuple[int, bool]]:
    facets = client.get(f"/statements.json{query}").json()["facets"]
    found = next(facet for facet in facets if facet["label"] == label)
    return {option["label"]: (option["count"], option["chosen"]) for option in found["options"]}


def test_a_facet_counts_what_each_of_its_values_would_leave(client: Client) -> None:
    chosen = options(client, "?speaker=Anton+Reyes", "Speaker")
    assert chosen["Anton Reyes"] == (7, True)
    assert chosen["Mara Lindqvist"] == (9, False)
    assert options(client, "?speaker=Anton+Reyes", "Kind") == {
        "direct": (2, False),
        "indirect": (3, False),
        "mixed": (2, False),
    }


def test_what_is_not_stated_comes_last_and_can_be_asked_for(client: Client) -> None:
    assert list(options(client, "", "Speaker"))[-1] == "nobody named"
    assert client.get("/statements.json?speaker=").json()["total"] == 3


def test_what_was_never_said_shows_only_when_asked_for(client: Client) -> None:
    assert client.get("/statements.json").json()["total"] == 29
    assert client.get("/statements.json?reality=all").json()["total"] == 32
    assert client.get("/statements.json?reality=not_said").json()["total"] == 1


def test_choosing_a_value_again_lets_it_go(client: Client) -> None:
    page = client.get("/statements.json?words=road&kind=direct").json()
    kind = next(facet for facet in page["facets"] if facet["label"] == "Kind")
    assert [option["address"] for option in kind["options"] if option["chosen"]] == ["/statements?words=road"]


def test_a_long_list_comes_in_leaves_and_the_last_one_answers_for_more(client: Client, site: Site) -> None:
    for number in range(30):
        site.record.add(
            reading(f"“We sail on day {number},” she said.", f"“We sail on day {number},”", source=f"{number}")
        )
    first, beyond = client.get("/statements.json").json(), client.get("/statements.json?page=9").json()
    assert (first["leaf"]["first"], first["leaf"]["last"], first["leaf"]["total"]) == (1, 50, 59)
    assert (first["leaf"]["after"], first["leaf"]["before"]) == ("/statements.json?page=2", "")
    assert (beyond["leaf"]["first"], beyond["leaf"]["before"]) == (51, "/statements.json")


@pytest.mark.parametrize(
    "query", ["page=x", "page=-1", "page=99999999999", "words=%22", "words=AND+NEAR(", "by=%00", "month=x"]
)
def test_whatever_stands_in_the_address_is_answered(client: Client, query: str) -> None:
    assert client.get(f"/statements?{query}").status_code == 200


@pytest.mark.parametrize("query", ["channel=smoke", "kind=x", "reality=x", "since=soon"])
def test_a_value_that_is_in_no_list_is_named(client: Client, query: str) -> None:
    answer = client.get(f"/statements?{query}")
    assert answer.status_code == 400
    assert query.partition("=")[2] in answer.text


def test_review_asks_about_the_least_sure_of_all_first(client: Client, site: Site) -> None:
    for number in range(60):
        newer = reading(f"“We sail on day {number},” she said.", f"“We sail on day {number},”", published="2031-01-01")
        site.record.add(replace(newer, statements=(replace(newer.statements[0], confidence=0.69),)))
    page = client.get("/review.json").json()
    assert page["case"]["line"]["statement"]["confidence"] == page["queue"][0]["confidence"] < 0.5
    assert client.get("/statements.json?unsure=1").json()["sub"] == "The least sure first."


def test_the_reader_leads_with_its_answer(client: Client) -> None:
    page = client.get(READER).text
    assert "Ten of these 29 statements come from one call of 3 March 2025, seen only through Northern Ledger." in page


def test_words_in_question_are_marked_by_the_address(client: Client) -> None:
    start = DOCUMENT.text.index("thirty years")
    page = client.get(f"{READER}?mark={start}-{start + 6}").text
    assert '<span class="hit" id="here">thirty</span>' in page
    assert client.get(f"{READER}?mark=9-99999999").status_code == 200


def test_the_text_of_a_document_is_given_as_it_is(client: Client) -> None:
    assert client.get(f"{READER}.txt").text == DOCUMENT.text


def test_the_page_is_saved_as_one_file(client: Client) -> None:
    answer = client.get(f"{READER}.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert "Ten of these 29 statements" in answer.text


def test_a_script_in_a_document_stays_text(client: Client, site: Site) -> None:
    nasty = reading("<script>alert(1)</script> she said <img src=x onerror=alert(2)>.", "<script>alert(1)</script>")
    site.record.add(nasty)
    for path in (f"/documents/{nasty.document.id}", "/statements", f"/statements/{nasty.document.id}/s1", "/"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "&lt;script&gt;alert(1)" in page


SAVED = ("", ".json", ".html", ".txt")


@pytest.mark.parametrize("path", [*TWINS, *(f"{path}.json" for path in TWINS), *(READER + end for end in SAVED)])
def test_head_answers_like_get_without_a_body(client: Client, path: str) -> None:
    got, headed = client.get(path), client.head(path)
    assert (headed.status_code, headed.content) == (200, b"")
    for name in ("content-type", "content-length", "content-disposition"):
        assert headed.headers.get(name) == got.headers.get(name)


@pytest.mark.parametrize(
    "path, allowed",
    [
        ("/", "GET, HEAD"),
        ("/documents", "GET, HEAD, POST"),
        ("/check.json", "GET, HEAD, POST"),
        ("/judge", "POST"),
        ("/static/page.js", "GET, HEAD"),
        *((READER + end, "GET, HEAD") for end in SAVED),
    ],
)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "BREW"])
def test_an_unknown_method_is_told_what_the_address_answers_to(
    client: Client, path: str, allowed: str, method: str
) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
    assert f"answer to {method}" in answer.text


def test_an_unknown_method_on_an_address_that_leads_nowhere_finds_nothing(client: Client) -> None:
    assert client.request("DELETE", "/nowhere").status_code == 404


def test_a_saved_page_is_named_after_its_title_whatever_stands_in_it(client: Client, site: Site) -> None:
    odd = reading("“Yes,” she said.", "“Yes,”", title='Either/or: "plans", 100\u202e% naïve')
    site.record.add(odd)
    told = client.get(f"/documents/{odd.document.id}.html").headers["content-disposition"]
    start, _, name = told.partition("; filename*=UTF-8''")
    assert start == f'attachment; filename="{odd.document.id}.html"'
    assert unquote(name) == 'Either/or: "plans", 100\ufffd% naïve.html'
    assert re.fullmatch(r"(?:[\w.~-]|%[0-9A-F]{2})+", name, re.ASCII)


STEERING = ("\x1b[31m", "\u202e", "\u2066", "\x9b", "\x07")


@pytest.mark.parametrize("steering", STEERING, ids=ascii)
def test_no_name_steers_a_page_and_none_is_lost_in_a_form(client: Client, site: Site, steering: str) -> None:
    name = f"Nia{steering}Vale"
    odd = reading("“It holds,” she said.", "“It holds,”", speaker=name, title=name, outlet=name, source=name)
    site.record.add(odd)
    site.record.failed(name, f"{name} is empty.")
    paths = ["/", "/documents", "/statements", f"/documents/{odd.document.id}", f"/documents/{odd.document.id}.html"]
    for path in (*paths, f"/statements?by={quote(name)}&words={quote(name)}", f"/statements/{quote(name)}"):
        page = re.sub(r' value="[^"]*"', "", client.get(path).text)
        assert "Nia" in page
        assert steering not in page
    assert f'value="{name}"' in client.get(f"/statements/{odd.document.id}/s1").text
