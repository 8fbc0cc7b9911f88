import pytest
from papers import WORDS, read, refused

from sayso.errors import DocumentTooLarge, EmptyDocument, WrongFormat
from sayso.model import DocumentKind
from sayso.text import Given, from_text
from sayso.text.decode import decode, plain_text
from sayso.text.limits import MAX_CHARACTERS


def test_plain_text_is_the_decoded_file_with_its_windows_line_ends_made_plain() -> None:
    data = "  “One.”\r\n\r\n\r\n\ttwo \rthree\u00a0  \n\n".encode()
    assert read(data, "a.txt").text == "  “One.”\n\n\n\ttwo \rthree\u00a0  \n\n"


def test_markdown_keeps_its_marks() -> None:
    assert read(b"# Call\n\n> *no*, she said\n", "a.md").text == "# Call\n\n> *no*, she said\n"


@pytest.mark.parametrize(
    "data, text",
    [
        (b"\xef\xbb\xbfplain", "plain"),
        ("“Nein”, sagte er.".encode("utf-16"), "“Nein”, sagte er."),
        (b"\xff\xfe" + "é".encode("utf-16-le"), "é"),
        (b"\xfe\xff" + "é".encode("utf-16-be"), "é"),
        ("“é”".encode("utf-32"), "“é”"),
        ("“It’s over,” she said – at the café.".encode("cp1252"), "“It’s over,” she said – at the café."),
        (b"na\xefve", "naïve"),
        ("Он сказал, что договор подписан. Это неправда, ответила она.".encode("cp1251"), None),
    ],
)
def test_the_encoding_is_found(data: bytes, text: str | None) -> None:
    decoded = decode(data, "a.txt")
    assert decoded == (text if text is not None else data.decode("cp1251"))


def test_one_damaged_byte_does_not_turn_utf8_into_something_else() -> None:
    assert decode("“One” – “two” – ".encode() + b"\xff end", "a.txt") == "“One” – “two” – \ufffd end"


def test_only_the_mark_at_the_very_start_is_dropped() -> None:
    assert plain_text("\ufeffa\ufeffb".encode(), "a.txt") == "a\ufeffb"


@pytest.mark.parametrize(
    "data", [bytes(range(256)), b"text\0text", b"\x89PNG\r\n\x1a\n\0\0\0", b"\x01\x02\x03", b"\xff\xfeabc"]
)
def test_binary_junk_is_no_text(data: bytes) -> None:
    error = refused(data, "junk.txt")
    assert isinstance(error, WrongFormat)
    assert str(error).startswith("junk.txt ")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u00a0\u200b\n".encode()])
def test_a_file_without_words_is_empty(data: bytes) -> None:
    assert isinstance(refused(data, "blank.txt"), EmptyDocument)


def test_a_text_over_the_limit_is_refused_and_one_at_the_limit_is_read() -> None:
    assert len(read(b"a" * MAX_CHARACTERS, "long.txt").text) == MAX_CHARACTERS
    error = refused(b"a" * (MAX_CHARACTERS + 1), "long.txt")
    assert isinstance(error, DocumentTooLarge)
    assert str(error) == (
        "long.txt holds more than 2,000,000 characters, the limit for one document. Split it, and read the parts."
    )


@pytest.mark.parametrize(
    "text",
    [
        "ROSSI: Is it over?\nBIANCHI: It is over.\nROSSI: Then sign.\n",
        "Q: Did you promise it?\n\nA: No.\n",
        "Q. Did you promise it?\nA. No, I did not.\nQ. Did he?\nA. Ask him.",
        "Ana Petrov: Good morning.\nKarl Brandt (Velden): Good morning.\nAna Petrov: Shall we begin?",
        "CALL OF 14 MARCH\n\nPETROV: Yes.\n\nMR. BRANDT: No.\n\nIt rang off, and on.\n\nPETROV: Yes.\n",
    ],
)
def test_a_text_in_turns_is_a_transcript_and_stays_as_it_is(text: str) -> None:
    document = read(text.encode(), "call.txt")
    assert document.kind is DocumentKind.TRANSCRIPT
    assert document.text == text


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "TO: The minister\nFROM: Karl Brandt\nDATE: 14 March 2031\nSUBJECT: Harbour\n\nThe call was short.\n",
        "Name: Ana Petrov\nOffice: Minister\nAge: 51\n",
        "He said this: it is over.\nShe said that: it is not.\nHe said this: sign.\n",
        "2031: the plan\n2032: the harbour\n2031: the call\n",
        "Monologue: only one\nMonologue: ever speaks\n",
    ],
)
def test_other_texts_with_colons_are_reports(text: str) -> None:
    assert read(text.encode(), "memo.txt").kind is DocumentKind.REPORT


def test_text_from_the_program_is_a_document_too() -> None:
    document = from_text("One.\r\nTwo.", Given(outlet="The Harbour Post", published="2031-03-14", source="pasted"))
    assert (document.text, document.source) == ("One.\nTwo.", "pasted")
    assert (document.outlet, document.published) == ("The Harbour Post", "2031-03-14")


@pytest.mark.parametrize(
    "text, error", [(" ", EmptyDocument), ("a\0b", WrongFormat), ("a" * 2_000_001, DocumentTooLarge)]
)
def test_text_from_the_program_answers_to_the_same_limits(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        from_text(text)


def test_half_a_surrogate_pair_is_replaced_in_place() -> None:
    assert from_text("so \ud83d it ends").text == "so \ufffd it ends"
