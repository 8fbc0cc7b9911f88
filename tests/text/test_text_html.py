import json

import pytest
from papers import PARAGRAPHS, article, p, page, read, refused

from sayso.errors import EmptyDocument, WrongFormat
from sayso.model import Document, DocumentKind

TEXT = "\n\n".join(PARAGRAPHS)
NAVIGATION = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
FOOTER = "<footer><p>© 2031 The Harbour Post. <a href='/p'>Privacy</a></p></footer>"


def text_of(*blocks: str, head: str = "") -> str:
    return read(article(*blocks, head=head), "story.html").text


def in_the_midst(block: str) -> str:
    """The text that an article has with this block before its last paragraph, without the other paragraphs."""
    text = text_of(p(*PARAGRAPHS[:3]), block, p(PARAGRAPHS[3]))
    assert text.startswith("\n\n".join(PARAGRAPHS[:3])), text
    assert text.endswith(PARAGRAPHS[3]), text
    return text[len("\n\n".join(PARAGRAPHS[:3])) : -len(PARAGRAPHS[3])].strip("\n")


def linked_data(**facts: object) -> str:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", **facts}
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


def facts(head: str = "", *blocks: str) -> Document:
    return read(article(*blocks, p(*PARAGRAPHS), head=head), "story.html")


def test_a_page_becomes_its_article() -> None:
    body = f"{NAVIGATION}<main><h1>Minister denies it</h1><article>{p(*PARAGRAPHS)}</article></main>{FOOTER}"
    assert read(page(body), "story.html").text == TEXT


@pytest.mark.parametrize(
    "wrapping", ["<main>{}</main>", "<div class='story'>{}</div>", "<div><div>{}</div></div>", "{}"]
)
def test_the_article_is_found_in_any_wrapping(wrapping: str) -> None:
    assert read(page(NAVIGATION + wrapping.format(p(*PARAGRAPHS)) + FOOTER), "story.html").text == TEXT


@pytest.mark.parametrize(
    "block, text",
    [
        ("<blockquote>“We will read it.”</blockquote>", "“We will read it.”"),
        ("<blockquote><p>“We will read it.</p><p>“Not before.”</p></blockquote>", "“We will read it.\n\n“Not before.”"),
        ("<blockquote>“It is over.”<cite>Ana Petrov</cite></blockquote>", "“It is over.”\n\nAna Petrov"),
        ("<h2>What the draft says</h2>", "What the draft says"),
        ("<ul><li>A harbour.</li><li>A pause.</li></ul>", "A harbour.\n\nA pause."),
        ("<ol><li>A harbour.</li><li>A pause.</li></ol>", "1. A harbour.\n\n2. A pause."),
        (
            "<ol start='4'><li><p>A harbour.</p><p>A quay.</p></li><li>A pause.</li></ol>",
            "4. A harbour.\n\nA quay.\n\n5. A pause.",
        ),
        ("<ol type='a'><li>A harbour.<ol type='i'><li>A quay.</li></ol></li></ol>", "a. A harbour.\n\ni. A quay."),
        ("<ol reversed><li>A harbour.</li><li value='7'>A pause.</li></ol>", "2. A harbour.\n\n7. A pause."),
        ("<ol><li>1. A harbour.</li></ol>", "1. A harbour."),
        ("<p>Short.</p>", "Short."),
        ("<p>“No.”</p><p>“Yes.”</p><p>“No.”</p>", "“No.”\n\n“Yes.”\n\n“No.”"),
        ("<p>First<br>second<br><br>third</p>", "First\nsecond\n\nthird"),
        ("<p>He said <q>no</q> twice.</p>", "He said “no” twice."),
        ("<p>She <del>promised</del> <ins>denied</ins> it&nbsp;all.</p>", "She denied it\u00a0all."),
        ("<p>A long&shy;boat,<!-- no --> <em>never</em> a\n  <strong>ship</strong>.</p>", "A longboat, never a ship."),
        (
            "<table><tr><th>Point</th><td>Harbour</td></tr><tr><td>4</td><td>no</td></tr></table>",
            "Point\tHarbour\n\n4\tno",
        ),
        ("<pre>4 boats\n  2 ports</pre>", "4 boats\n  2 ports"),
        (
            "<div>A paragraph in a box of its own, as some papers have it.</div>",
            "A paragraph in a box of its own, as some papers have it.",
        ),
        (
            "<section><h3>Background</h3><p>The talks began in 2030.</p></section>",
            "Background\n\nThe talks began in 2030.",
        ),
        ("<p>A &lt; B &amp; C</p>", "A < B & C"),
    ],
)
def test_nothing_of_the_article_is_lost(block: str, text: str) -> None:
    assert in_the_midst(block) == text


@pytest.mark.parametrize(
    "block",
    [
        "<script>var words = 'stolen words';</script>",
        "<style>p { color: red }</style>",
        "<noscript><p>Switch scripts on.</p></noscript>",
        "<template><p>Not yet.</p></template>",
        "<aside><h3>Related</h3><ul><li><a href='/1'>Ten harbours</a></li></ul></aside>",
        "<div class='share-tools'>Share this</div>",
        "<div class='newsletter'><p>Sign up for our letter</p></div>",
        "<p hidden>Not to be seen</p>",
        "<p style='display: none'>Not to be seen</p>",
        "<button>Subscribe</button>",
        "<iframe src='x'>A frame</iframe>",
        "<figure><img src='x'><figcaption>Ana Petrov in Velden.</figcaption></figure>",
        "<!-- a remark -->",
    ],
)
def test_what_is_no_text_of_the_article_stays_out(block: str) -> None:
    assert in_the_midst(block) == ""


@pytest.mark.parametrize(
    "last",
    ["<ul><li>A harbour.</li></ul>", "<blockquote>Over.</blockquote>", "<p>Over.</p>", "<h3>Note</h3><p>Over.</p>"],
)
@pytest.mark.parametrize("wrapping", ["<article>{}</article>", "<div class='story'>{}</div>", "{}"])
def test_the_last_block_is_kept_and_the_foot_of_the_page_is_not(last: str, wrapping: str) -> None:
    text = read(page(wrapping.format(p(*PARAGRAPHS) + last) + FOOTER), "story.html").text
    assert text.startswith(TEXT)
    assert text.endswith(("A harbour.", "Over."))


def test_the_title_stands_in_the_document_and_not_in_its_text() -> None:
    document = read(article("<h1>Minister <em>denies</em> it</h1>", p(*PARAGRAPHS)), "story.html")
    assert (document.title, document.text) == ("Minister denies it", TEXT)


def test_what_leads_into_the_text_belongs_to_it() -> None:
    head = "<h1>Over</h1><p class='byline'>By Mara Ilves</p><p class='standfirst'>She “never promised”.</p>"
    assert text_of(f"<header>{head}</header>", p(*PARAGRAPHS)) == f"She “never promised”.\n\n{TEXT}"


def test_a_page_saved_whole_in_one_file_is_the_same_page() -> None:
    from email.message import EmailMessage

    saved = EmailMessage()
    saved["From"] = "<Saved by Blink>"
    saved["Snapshot-Content-Location"] = "https://post.example/over"
    saved.set_content(article("<h1>Over</h1>", p(*PARAGRAPHS)).decode(), subtype="html")
    saved.add_related("p { color: red }", subtype="css")
    for name in ("story.mhtml", "unnamed"):
        document = read(bytes(saved), name)
        assert (document.title, document.text) == ("Over", TEXT)
    assert isinstance(refused(b"MIME-Version: 1.0\n\nno page", "story.mht"), WrongFormat)


def test_the_byline_is_no_paragraph() -> None:
    document = facts(linked_data(author=[{"@type": "Person", "name": "Mara Ilves"}]), "<p>By Mara Ilves</p>")
    assert (document.author, document.text) == ("Mara Ilves", TEXT)


def test_a_page_with_scripts_only_is_empty_and_says_what_to_do() -> None:
    error = refused(page("<div id='app'></div><script>render('stolen words')</script>"), "app.html")
    assert isinstance(error, EmptyDocument)
    assert str(error) == (
        "app.html is a page without text; perhaps its text comes from scripts. "
        "Open it in a browser, and save it once the text is there, or as PDF."
    )


@pytest.mark.parametrize(
    "data", [b"<html></html>", b"<!doctype html>", b"<!-- x -->", b"<html><head><title>T</title></head></html>"]
)
def test_a_page_without_text_is_empty(data: bytes) -> None:
    assert isinstance(refused(data, "bare.html"), EmptyDocument)


def test_a_binary_file_with_the_name_of_a_page_is_refused() -> None:
    assert isinstance(refused(b"\x89PNG\r\n\x1a\n\0\0", "picture.html"), WrongFormat)


@pytest.mark.parametrize(
    "head, body",
    [
        ("<meta charset='iso-8859-2'>", "Příliš žluťoučký kůň".encode("iso-8859-2")),
        (
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'>",
            "Příliš žluťoučký kůň".encode("iso-8859-2"),
        ),
        ("", "Příliš žluťoučký kůň".encode()),
        ("<meta charset='no-such-thing'>", "Příliš žluťoučký kůň".encode()),
    ],
)
def test_a_page_is_decoded_as_it_says(head: str, body: bytes) -> None:
    assert (
        read(f"<html><head>{head}</head><body><p>".encode() + body + b"</p></body></html>", "kun.html").text
        == "Příliš žluťoučký kůň"
    )


def test_xhtml_with_a_declaration_is_read() -> None:
    data = f"<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{p(*PARAGRAPHS)}</body></html>"
    assert read(data.encode(), "story.xhtml").text == TEXT


@pytest.mark.parametrize(
    "data", [b"<p>One unclosed <b>paragraph<p>Two", b"<div>" * 5000 + b"Deep", b"no tags at all", b"<<<>>><p>x"]
)
def test_broken_markup_is_read_or_refused_in_one_sentence(data: bytes) -> None:
    from sayso.text import read_bytes

    assert len(list(read_bytes(data, "broken.html"))) == 1


@pytest.mark.parametrize(
    "head",
    [
        linked_data(
            headline="Over",
            datePublished="2031-03-14T10:30:00+01:00",
            publisher={"name": "The Harbour Post"},
            author=[{"name": "Mara Ilves"}, {"name": "Jon Okafor"}],
        ),
        linked_data(
            headline="Over",
            datePublished="2031-03-14T10:30:00+01:00",
            publisher="The Harbour Post",
            author=["Mara Ilves", "Jon Okafor"],
        ),
        "<script type='application/ld+json'>"
        + json.dumps(
            {
                "@graph": [
                    {"@type": "Organization", "@id": "#o", "name": "The Harbour Post"},
                    {"@type": "WebPage", "name": "A page"},
                    {"@type": ["Article", "Thing"], "headline": "Over", "datePublished": "2031-03-14T10:30:00+01:00"}
                    | {"publisher": {"@id": "#o"}, "author": [{"name": "Mara Ilves"}, {"name": "Jon Okafor"}]},
                ]
            }
        )
        + "</script>",
        "<meta property='og:site_name' content='The Harbour Post'><meta property='og:title' content='Over'>"
        "<meta name='author' content='Mara Ilves, Jon Okafor'>"
        "<meta property='article:published_time' content='2031-03-14T10:30:00+01:00'>",
        "<script type='application/ld+json'>{broken</script><meta name='publisher' content='The Harbour Post'>"
        "<meta name='dc.title' content='Over'><meta name='byl' content='By Mara Ilves, Jon Okafor'>"
        "<meta name='pubdate' content='2031-03-14T10:30:00+01:00'>",
    ],
)
def test_the_facts_are_found_wherever_a_page_states_them(head: str) -> None:
    document = facts(head)
    assert (document.title, document.outlet) == ("Over", "The Harbour Post")
    assert (document.author, document.published) == ("Mara Ilves, Jon Okafor", "2031-03-14T10:30:00+01:00")


def test_the_facts_are_found_in_what_is_printed() -> None:
    document = facts(
        "", "<header><h1>Over</h1><p class='byline'>By Mara Ilves</p><time datetime='2031-03-14'>today</time></header>"
    )
    assert (document.title, document.author, document.published) == ("Over", "Mara Ilves", "2031-03-14")


def test_what_a_page_does_not_state_stays_unknown() -> None:
    document = facts("", "<p>It was signed on 3 March 2029, or 2030.</p>")
    assert (document.outlet, document.published, document.author, document.wire, document.credit) == (None,) * 5


@pytest.mark.parametrize(
    "block, wire, credit",
    [
        ("<p>VELDEN (NPA) — It is over.</p>", "NPA", "VELDEN (NPA)"),
        ("<p>VELDEN, March 14 (Northern Press) - Over.</p>", "Northern Press", "VELDEN, March 14 (Northern Press)"),
        ("<p>(Reuters) - It is over.</p>", "Reuters", "(Reuters)"),
        ("<p>Ana Petrov (Lake Party) — who else — spoke.</p>", None, None),
        ("<p class='byline'>By Mara Ilves, Northern Wire</p>", "Northern Wire", "By Mara Ilves, Northern Wire"),
        ("<p class='credit'>Copyright 2031 Northern Press.</p>", "Northern Press", "Copyright 2031 Northern Press."),
        ("<p class='credit'>© 2031 The Harbour Post Ltd. All rights reserved.</p>", None, None),
        ("<p>Rosa Lind contributed to this report.</p>", None, "Rosa Lind contributed to this report."),
        ("<figure><img src='x'><p class='credit'>Reuters</p></figure>", None, None),
    ],
)
def test_a_printed_credit_says_whose_text_it_is(block: str, wire: str | None, credit: str | None) -> None:
    document = facts("<meta property='og:site_name' content='The Harbour Post'>", block)
    assert (document.wire, document.credit) == (wire, credit)


@pytest.mark.parametrize(
    "stated, wire",
    [
        ({"sourceOrganization": {"name": "Northern Press"}}, "Northern Press"),
        ({"author": {"@type": "Organization", "name": "Northern Press"}}, "Northern Press"),
        ({"author": {"@type": "Organization", "name": "Post staff"}}, None),
        ({"creditText": "Northern Press"}, "Northern Press"),
    ],
)
def test_linked_data_says_whose_text_it_is(stated: dict[str, object], wire: str | None) -> None:
    assert facts(linked_data(**stated)).wire == wire


def test_the_credit_line_is_the_printed_one_that_names_the_agency() -> None:
    document = facts(
        linked_data(sourceOrganization={"name": "Northern Press"}), "<p>VELDEN (Northern Press) — Over.</p>"
    )
    assert (document.wire, document.credit) == ("Northern Press", "VELDEN (Northern Press)")


def test_an_interview_on_a_page_is_a_transcript() -> None:
    turns = p("Q: Did you promise it?", "A: No, I did not promise it.", "Q: Did he?", "A: Ask him, and not me.")
    assert read(article(turns), "interview.html").kind is DocumentKind.TRANSCRIPT


@pytest.mark.parametrize("tag", ["div", "span", "b", "blockquote", "ul><li"])
def test_a_page_whose_elements_are_nested_deeply_is_read_to_its_end(tag: str) -> None:
    shut = "".join(f"</{one}>" for one in reversed(tag.split("><")))
    nested = f"<{tag}>" * 900 + p(PARAGRAPHS[1]) + shut * 900
    assert text_of(p(PARAGRAPHS[0]), nested, p(*PARAGRAPHS[2:])) == TEXT


def test_a_page_nested_beyond_measure_is_refused_for_that_and_never_cut_short() -> None:
    nested = "<div>" * 5000 + p(PARAGRAPHS[1]) + "</div>" * 5000
    error = refused(article(p(PARAGRAPHS[0]), nested, p(*PARAGRAPHS[2:])), "story.html")
    assert str(error) == (
        "story.html holds elements within elements, thousands deep, more than can be read. "
        "Open it in a browser, and save it from there as text or PDF."
    )
