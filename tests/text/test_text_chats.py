"""Exported chats and Whisper's JSON. All people are invented."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import read, refused

from sayso.errors import EmptyDocument, UnreadableDocument, WrongFormat
from sayso.model import DocumentKind
from sayso.text import read_bytes
from sayso.text.chat import chat_in
from sayso.text.stamps import days_of

Said = list[tuple[str, str, str | None]]

ANDROID = """\
13/03/2025, 14:05 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.
13/03/2025, 14:05 - Ada Vento: The pier is lost.
All of it: wood and stone.
13/03/2025, 14:06 - Piet Maas: <Media omitted>
13/03/2025, 14:07 - Piet Maas: This message was deleted
14/03/2025, 09:00 - Piet Maas: Who says so? <This message was edited>
"""
AMERICAN = "3/4/25, 2:05\u202fPM - Ada Vento: One.\n3/14/25, 2:06 AM - Piet Maas: Two."
IOS = """\
[13.03.25, 14:05:11] Ada Vento: \u200eMessages and calls are end-to-end encrypted.
[13.03.25, 14:05:33] Ada Vento: One.
\u200e[13.03.25, 14:06:00] ~\u202fPiet Maas: \u200eimage omitted
[14.03.25, 09:00:12] ~\u202fPiet Maas: Two.
"""
DESKTOP = "[2025-03-13 14:05:33] Ada Vento: One.\n\n[2025-03-14 09:00] Me: Two."
CLI = """\
Envelope from: “Ada Vento” +4900000001 (device: 1) to +4900000002
Timestamp: 1741874733000 (2025-03-13T14:05:33.000Z)
Server timestamps: received: 1741874733000 (2025-03-13T14:05:33.000Z)
Sent by unidentified/sealed sender
Body: One.
Still one.
With profile key

Envelope from: “Piet Maas” +4900000003 (device: 1) to +4900000002
Timestamp: 1741874733000 (2025-03-13T14:05:34.000Z)
Received a receipt message

Envelope from: “Piet Maas” +4900000003 (device: 1) to +4900000002
Timestamp: 1741942812000 (2025-03-14T09:00:12.000Z)
Body: Two.
"""
CHATS: list[tuple[str, Said]] = [
    (
        ANDROID,
        [
            ("Ada Vento", "The pier is lost.\nAll of it: wood and stone.", "2025-03-13"),
            ("Piet Maas", "Who says so?", "2025-03-14"),
        ],
    ),
    (AMERICAN, [("Ada Vento", "One.", "2025-03-04"), ("Piet Maas", "Two.", "2025-03-14")]),
    (IOS, [("Ada Vento", "One.", "2025-03-13"), ("Piet Maas", "Two.", "2025-03-14")]),
    (DESKTOP, [("Ada Vento", "One.", "2025-03-13"), ("Me", "Two.", "2025-03-14")]),
    (CLI, [("Ada Vento", "One.\nStill one.", "2025-03-13"), ("Piet Maas", "Two.", "2025-03-14")]),
]


def said(text: str) -> Said:
    chat = chat_in(text)
    return [(m.sender.of(text), m.words.of(text), m.day) for m in chat.messages] if chat else []


@pytest.mark.parametrize("text, messages", CHATS)
def test_a_message_has_its_sender_its_words_and_its_day(text: str, messages: Said) -> None:
    assert said(text) == messages


@pytest.mark.parametrize("text", [text for text, _ in CHATS])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_text_of_an_export_stays_the_file(text: str, encoding: str) -> None:
    document = read(text.encode(encoding), "chat.txt")
    assert (document.text, document.kind) == (text, DocumentKind.TRANSCRIPT)


def test_an_old_encoding_is_read_as_it_looks() -> None:
    assert said(read("13/03/25, 14:05 - Zoë: Café.".encode("cp1252"), "chat.txt").text)[0][:2] == ("Zoë", "Café.")


def test_windows_line_ends_change_nothing() -> None:
    assert said(read(ANDROID.replace("\n", "\r\n").encode(), "chat.txt").text) == said(ANDROID)


@pytest.mark.parametrize(
    "text",
    [
        "On 13/03/25, 14:05 - Ada Vento: One.",
        "VENTO: One.\n13/03/25, 14:05 - Piet Maas: Two.",
        "[1] Ada Vento: One.\n[2] Piet Maas: Two.",
        "2025 was a year.",
        "",
    ],
)
def test_other_texts_are_no_chats(text: str) -> None:
    assert chat_in(text) is None


def test_a_notice_that_quotes_a_colon_is_nobodys_message() -> None:
    notice = '13/03/25, 14:05 - Ada Vento changed the subject to "Pier: lost"\n'
    assert said(notice + "13/03/25, 14:06 - Ada Vento: One.") == [("Ada Vento", "One.", "2025-03-13")]


DAYS: list[tuple[list[str], list[str | None]]] = [
    (["03/04/25"], ["2025-03-04/2025-04-03"]),
    (["04/04/25"], ["2025-04-04"]),
    (["03/04/25", "13/04/25"], ["2025-04-03", "2025-04-13"]),
    (["03/04/25", "04/13/25"], ["2025-03-04", "2025-04-13"]),
    (["01/03/25", "02/03/25", "01/04/25"], ["2025-03-01", "2025-03-02", "2025-04-01"]),
    (["03/30/25", "04/01/25"], ["2025-03-30", "2025-04-01"]),
    (["03.04.25"], ["2025-04-03"]),
    (["2025-04-03"], ["2025-04-03"]),
    (["03/04/2025", "04/05/2025"], ["2025-03-04/2025-04-03", "2025-04-05/2025-05-04"]),
    (["13/04/25", "04/13/25", "03/04/25"], ["2025-04-13", "2025-04-13", "2025-03-04/2025-04-03"]),
    (["31/02/25"], [None]),
]


@pytest.mark.parametrize("printed, days", DAYS)
def test_a_day_is_read_from_the_evidence_of_its_file_or_stays_open(printed: list[str], days: list[str | None]) -> None:
    assert days_of(printed) == days


@given(st.lists(st.dates(), min_size=1, max_size=6).filter(lambda days: all(2000 <= day.year < 2100 for day in days)))
def test_the_true_day_is_always_among_those_allowed(days: list[Any]) -> None:
    printed = [f"{day.day:02}/{day.month:02}/{day.year}" for day in sorted(days)]
    for day, edtf in zip(sorted(days), days_of(printed), strict=True):
        assert edtf is not None
        assert edtf.split("/")[0] <= day.isoformat() <= edtf.split("/")[-1]


def message(id: int, sender: str | None, text: object, **more: object) -> dict[str, object]:
    date = f"2025-03-{12 + id}T14:05:33"
    return {"id": id, "type": "message", "date": date, "from": sender, "from_id": f"user{id}", "text": text} | more


def telegram(*messages: object, type: str = "personal_chat", name: str | None = "Piet Maas") -> dict[str, object]:
    return {"name": name, "type": type, "id": 7, "messages": list(messages)}


def as_file(data: object) -> bytes:
    return json.dumps(data, indent=1).encode()


TELEGRAM = telegram(
    message(1, "Ada Vento", ["See ", {"type": "link", "text": "the plan"}, "."]),
    message(2, "Ada Vento", "", type="service", action="phone_call"),
    message(3, "Piet Maas", "Why?", reply_to_message_id=1, edited="2025-03-16T00:00:00"),
    message(4, "Piet Maas", "It is over.", forwarded_from="Tova Brandt"),
    message(5, None, "Gone."),
    message(6, "Ada Vento", "", photo="a.jpg"),
)


@pytest.mark.parametrize("name", ["result.json", "standard input"])
def test_a_telegram_chat_becomes_a_text_of_messages(name: str) -> None:
    document = read(as_file(TELEGRAM), name)
    assert (document.kind, document.title) == (DocumentKind.TRANSCRIPT, "Piet Maas")
    assert document.text == (
        "Telegram chat Piet Maas\n\n"
        "[2025-03-13 14:05:33] Ada Vento: See the plan.\n\n"
        "[2025-03-15 14:05:33] Piet Maas (reply to Ada Vento; edited): Why?\n\n"
        "[2025-03-16 14:05:33] Piet Maas (forwarded from Tova Brandt): It is over.\n\n"
        "[2025-03-17 14:05:33] user5: Gone."
    )
    assert [words for _, words, _ in said(document.text)] == ["See the plan.", "Why?", "It is over.", "Gone."]


def test_an_account_has_a_document_for_every_chat() -> None:
    account = {"chats": {"list": [TELEGRAM, telegram(), telegram(message(1, "Ada Vento", "One."))]}}
    first, complaint, last = read_bytes(as_file(account), "result.json")
    assert isinstance(complaint, EmptyDocument)
    assert not isinstance(first, UnreadableDocument)
    assert not isinstance(last, UnreadableDocument)
    assert (first.source, last.source) == ("result.json:1", "result.json:3")


SEGMENTS = [{"start": 0.0, "end": 2.0, "text": " Good day."}, {"start": 2.0, "end": 3.5, "text": " Shall we?"}]
SPEAKERS = [
    SEGMENTS[0] | {"speaker": "SPEAKER_00"},
    SEGMENTS[1] | {"speaker": "SPEAKER_00"},
    {"start": 4.0, "end": 5.0, "text": " Yes.", "speaker": "Ada Vento"},
]
WHISPERS = [
    ({"text": " Good day. Shall we?", "segments": SEGMENTS, "language": "en"}, "Good day. Shall we?", [0.0, 2.0]),
    ({"segments": SPEAKERS}, "SPEAKER_00: Good day. Shall we?\n\nAda Vento: Yes.", [0.0, 2.0, 4.0]),
    (
        {"transcription": [{"offsets": {"from": 1500, "to": 2000}, "text": " Good day."}], "result": {}},
        "Good day.",
        [1.5],
    ),
    (SEGMENTS, "Good day. Shall we?", [0.0, 2.0]),
]


@pytest.mark.parametrize("data, text, seconds", WHISPERS)
def test_whisper_segments_become_turns_with_their_times(data: object, text: str, seconds: list[float]) -> None:
    document = read(as_file(data), "call.json")
    assert (document.text, document.kind) == (text, DocumentKind.TRANSCRIPT)
    assert [code.seconds for code in document.timecodes] == seconds


def test_segments_without_times_cost_only_themselves() -> None:
    _document, complaint = read_bytes(as_file({"segments": [*SEGMENTS, {"text": "lost"}]}), "call.json")
    assert isinstance(complaint, WrongFormat)
    assert "1 of 3 segments" in complaint.problem


BROKEN = [
    (as_file(TELEGRAM)[:-40], "is not valid JSON; its end may be missing"),
    (as_file(telegram()), "is a Telegram chat without messages"),
    (as_file(telegram() | {"messages": {"id": 1}}), "is a Telegram export whose messages are no list"),
    (as_file({"chats": {"list": []}}), "is a Telegram export without chats"),
    (as_file([message(1, "Ada Vento", "One.")]), "is data and no document"),
    (as_file({"segments": []}), "is a Whisper transcript without words"),
    (as_file({"segments": {}}), "is a Whisper transcript whose segments are no list"),
    (as_file({"answer": 42}), "is data and no document"),
    (as_file([]), "is data and no document"),
    (b"\xff\xfe\x00\xd8\x00", "begins as UTF-16 and does not go on so"),
    (b"", "is empty"),
    (b"[" * 100_000, "is not valid JSON; its end may be missing"),
]


@pytest.mark.parametrize("data, problem", BROKEN)
def test_a_broken_export_is_named_with_what_to_do(data: bytes, problem: str) -> None:
    complaint = refused(data, "export.json")
    assert (complaint.source, complaint.problem) == ("export.json", problem)
    assert complaint.advice


def test_a_chat_in_which_nobody_says_anything_is_refused() -> None:
    complaint = refused(ANDROID.splitlines()[0].encode(), "chat.txt")
    assert str(complaint) == "chat.txt is a chat without messages. Export the chat again, with its messages."


@given(st.text(alphabet='[]0123/.,:- \n\u200eAda<>“"PM'))
def test_no_text_breaks_the_reading_of_chats(text: str) -> None:
    chat = chat_in("13/03/25, 14:05 - Ada: " + text)
    assert chat is not None
    assert all(message.words.end <= len(text) + 23 for message in chat.messages)
