import json

import pytest
from papers import WORDS, read, refused

from sayso.errors import EmptyDocument, UnreadableDocument, WrongFormat
from sayso.model import Document, DocumentKind
from sayso.text import Given, read_bytes


def corpus(*lines: object) -> bytes:
    return "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode()


def test_every_line_is_a_document() -> None:
    found = list(read_bytes(corpus({"text": "One.", "id": "a"}, "", {"text": "Two.", "id": 7}), "c.jsonl"))
    assert [(d.source, d.text) for d in found if isinstance(d, Document)] == [("a", "One."), ("7", "Two.")]


def test_a_line_states_what_it_knows_and_other_fields_are_ignored() -> None:
    facts = {"outlet": "Post", "published": "2031-03-14", "title": "Over", "author": ["M. Ilves", "J. Okafor"]}
    line = {"text": "Over.", "wire": "NPA", "credit": "h/t: Tide ", "kind": "post", "attributions": [1, 2], **facts}
    assert read(corpus(line), "c.jsonl") == Document(
        "Over.", "c.jsonl:1", DocumentKind.POST, "Over", "Post", "2031-03-14", "M. Ilves, J. Okafor", "NPA", "h/t: Tide"
    )


def test_text_is_taken_as_it_is() -> None:
    text = " \r\n“One”\r\tTwo\u2028\ufeff \n\n"
    assert read(corpus({"text": text}), "c.jsonl").text == text


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "interview", "published": "soon", "outlet": None, "title": {}, "author": True, "id": ""},
        {"kind": ["post"]},
    ],
)
def test_an_optional_field_that_cannot_be_understood_is_not_stated(facts: dict[str, object]) -> None:
    assert read(corpus({"text": WORDS, **facts}), "c.jsonl") == Document(WORDS, "c.jsonl:1")


@pytest.mark.parametrize(
    "line, problem",
    [
        ("{broken", "is not valid JSON"),
        ("[1, 2]", "holds no “text”"),
        ('"text"', "holds no “text”"),
        ('{"words": "x"}', "holds no “text”"),
        ('{"text": 7}', "holds no “text”"),
        ('{"text": " "}', "holds no text"),
        ('{"text": "a\\u0000b"}', "holds NUL characters"),
        ("[" * 100_000, "is not valid JSON"),
        ('{"text": ' + "9" * 5000 + "}", "is not valid JSON"),
    ],
)
def test_a_bad_line_costs_only_itself(line: str, problem: str) -> None:
    first, error, last = read_bytes(corpus({"text": "One."}, line, {"text": "Three."}), "c.jsonl")
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(error, UnreadableDocument)
    assert str(error).startswith(f"c.jsonl:2 {problem}")


def test_a_line_of_binary_junk_costs_only_itself() -> None:
    error, document = read_bytes(b"\0\1\2\3\n" + corpus({"text": "Two."}), "c.jsonl")
    assert isinstance(error, WrongFormat)
    assert isinstance(document, Document)


def test_half_a_surrogate_pair_is_replaced_in_place() -> None:
    document = read(rb'{"text": "so \ud83d it ends", "id": "x\udc00", "title": "\ud83d\ude00"}', "c.jsonl")
    assert (document.text, document.source, document.title) == ("so \ufffd it ends", "x\ufffd", "\U0001f600")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_corpus_may_be_in_any_encoding(encoding: str) -> None:
    data = '{"text": "café – one"}\r\n{"text": "two"}\r\n'.encode(encoding)
    assert [d.text for d in read_bytes(data, "c.jsonl") if isinstance(d, Document)] == ["café – one", "two"]


def test_a_corpus_of_blank_lines_is_empty() -> None:
    assert isinstance(refused(b"\n\n", "c.jsonl"), EmptyDocument)


def test_what_the_user_gave_fills_only_what_a_line_leaves_out() -> None:
    lines = corpus({"text": "One.", "outlet": "Post", "kind": "post"}, {"text": "Two."})
    given = Given(outlet="Tide", published="2031-03-14", kind=DocumentKind.DRAFT)
    one, two = read_bytes(lines, "c.jsonl", given)
    assert isinstance(one, Document)
    assert isinstance(two, Document)
    assert (one.outlet, one.published, one.kind) == ("Post", "2031-03-14", DocumentKind.POST)
    assert (two.outlet, two.published, two.kind) == ("Tide", "2031-03-14", DocumentKind.DRAFT)
