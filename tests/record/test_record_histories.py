"""Replies, advice and who knew what, asked of a real record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.model import Document
from sayso.reading import read_document
from sayso.record import Record

ADVICE = (
    "In a call on Oct. 14, Ada Vento told Piet Maas that he should congratulate Joss Tamm on the nine-point plan.\n\n"
    "Vento also urged Maas to resign.\n\n"
    "Joss Tamm said on Monday that Maas had congratulated him on the nine-point plan.\n\n"
    "Piet Maas declined to comment.\n"
)
DENIAL = "Ada Vento denied that she had advised anybody on the nine-point plan.\n"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    path: Path = tmp_path_factory.mktemp("histories") / "sayso.db"
    with Record(path) as opened:
        opened.add(read_document(Document(ADVICE, title="The plan", outlet="The Courier", published="2025-10-22")))
        opened.add(read_document(Document(DENIAL, title="A denial", outlet="Radio Nord", published="2025-10-23")))
        yield opened


def test_a_refusal_is_one_reply_with_whoever_asked(record: Record) -> None:
    (reply,) = record.replies("Piet Maas")
    assert (reply.reply, reply.asked_by, reply.about) == ("declined", ("The Courier",), "The plan")
    assert reply.pin.span.of(ADVICE) == reply.pin.words


def test_a_denial_is_a_reply_to_the_words_denied(record: Record) -> None:
    (reply,) = record.replies("Ada Vento")
    assert (reply.reply, reply.about) == ("denied", "that she had advised anybody on the nine-point plan")


def test_advice_stands_beside_what_followed_and_what_did_not_is_counted(record: Record) -> None:
    found = record.outcomes()
    (link,) = found.followed
    assert (link.advice.speaker, link.outcome and link.outcome.speaker) == ("Ada Vento", "Joss Tamm")
    (adviser,) = found.advisers
    assert (adviser.name, adviser.advised, adviser.without_outcome) == ("Ada Vento", 2, 1)


@pytest.mark.parametrize(("day", "answer"), [("2025-10-13", "perhaps"), ("2025-10-14", "yes"), ("2025-10-23", "yes")])
def test_who_was_told_knew_from_that_day(record: Record, day: str, answer: str) -> None:
    found = record.knew('"nine-point plan"', who="Piet Maas", by=day)
    assert (found.by, found.recorded and found.recorded.latest, found.recorded and found.recorded.was_told) == (
        answer,
        "2025-10-14",
        True,
    )


def test_what_was_said_on_an_unknown_day_was_known_by_the_day_of_print_and_perhaps_before(record: Record) -> None:
    found = record.knew('"advised anybody"', who="Ada Vento", by="2025-10-22")
    assert (found.by, found.possible, found.recorded and found.recorded.latest) == ("perhaps", None, "2025-10-23")


def test_of_what_nobody_said_nothing_is_known(record: Record) -> None:
    found = record.knew("zeppelin")
    assert (found.recorded, found.possible, found.lines) == (None, None, ())
