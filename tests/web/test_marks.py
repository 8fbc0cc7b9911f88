from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.reader.marks import Mark, marked, printable, shared_out
from sayso.model import Span


class Reading(HTMLParser):
    """What a browser would see: the words, and for each of them the marks around it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.open: list[str] = []
        self.around: list[frozenset[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(dict(attrs).get("class") or "")

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.words += data
        self.around += [frozenset(self.open)] * len(data)


def read(html: str) -> Reading:
    reading = Reading()
    reading.feed(str(html))
    reading.close()
    assert not reading.open
    return reading


def test_marks_that_cross_are_cut_and_nest() -> None:
    html = marked("abcdef", Span(0, 6), [Mark(Span(0, 4), "one", id="o"), Mark(Span(2, 6), "two", id="t")])
    assert html == ('<span class="one" id="o">ab<span class="two" id="t">cd</span></span><span class="two">ef</span>')


def test_an_outer_statement_stays_around_an_inner_one() -> None:
    html = marked("abcdef", Span(0, 6), [Mark(Span(2, 4), "in"), Mark(Span(0, 6), "out")])
    assert html == '<span class="out">ab<span class="in">cd</span>ef</span>'


def test_words_are_escaped_and_never_become_tags() -> None:
    assert marked('<b>&"', Span(0, 5), []) == "&lt;b&gt;&amp;&#34;"


def test_a_mark_goes_on_in_the_next_paragraph_without_a_second_id() -> None:
    mark = Mark(Span(0, 6), "x", id="s1")
    assert marked("abc\ndef", Span(4, 7), [mark]) == '<span class="x">de</span>f'


def test_marks_are_shared_out_to_every_place_they_reach() -> None:
    first, second = Mark(Span(0, 9), "both"), Mark(Span(6, 8), "second")
    assert shared_out([first, second], [Span(0, 4), Span(5, 9)]) == [[first], [first, second]]


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(max_size=30))
    edge = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edge, edge), max_size=6))
    return text, [Mark(Span(min(pair), max(pair)), f"m{n}") for n, pair in enumerate(pairs)]


@given(texts_with_marks())
def test_no_character_is_lost_and_each_bears_exactly_its_marks(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    seen = read(marked(text, Span(0, len(text)), marks))
    assert seen.words == printable(text)
    wanted = [frozenset(m.css for m in marks if m.span.start <= at < m.span.end) for at in range(len(text))]
    assert seen.around == wanted
