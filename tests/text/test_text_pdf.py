from typing import Any

import pytest
from papers import PARAGRAPHS, pdf, pdf_of_lines, read, refused, scan

from sayso.errors import NoTextLayer, UnreadableDocument, WrongFormat
from sayso.model import Document
from sayso.text import read_bytes


def flowed(*paragraphs: str, **options: Any) -> bytes:
    """A PDF set in paragraphs, with a running head and page numbers."""
    from io import BytesIO

    from reportlab.lib.pagesizes import A5
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    def furniture(page: Any, document: Any) -> None:
        page.drawString(60, 560, "CONFIDENTIAL: Lake accord")
        page.drawString(200, 20, f"Page {document.page}")

    style = getSampleStyleSheet()["BodyText"]
    buffer = BytesIO()
    frame = SimpleDocTemplate(buffer, pagesize=A5, **options)
    frame.build([Paragraph(words, style) for words in paragraphs], onFirstPage=furniture, onLaterPages=furniture)
    return buffer.getvalue()


def test_paragraphs_come_out_as_they_went_in() -> None:
    document = read(flowed(*PARAGRAPHS, title="Lake accord", author="A. Petrov"), "plan.pdf")
    assert document.text.split("\n\n") == ["CONFIDENTIAL: Lake accord", *PARAGRAPHS]
    assert (document.title, document.author) == ("Lake accord", "A. Petrov")


def test_running_heads_and_page_numbers_interrupt_no_paragraph() -> None:
    long = " ".join(PARAGRAPHS * 3)
    text = read(flowed(*[long] * 6), "plan.pdf").text
    assert text.split("\n\n") == [long] * 6


def test_the_points_of_a_plan_stay_apart() -> None:
    points = [f"{number}. {PARAGRAPHS[number % 4]}" for number in range(1, 9)]
    assert read(flowed("The plan", *points), "plan.pdf").text.split("\n\n")[-9:] == ["The plan", *points]


def test_a_line_that_was_ended_on_purpose_ends_its_paragraph() -> None:
    lines = [
        "Velden, 14 March",
        "The harbour of the Lake states is not for sale, she said,",
        "and nobody will sell it.",
    ]
    text = read(pdf_of_lines(lines), "note.pdf").text
    assert (
        text == "Velden, 14 March\n\nThe harbour of the Lake states is not for sale, she said, and nobody will sell it."
    )


TURNED = (
    "The harbour of the Lake states is not for sale, said Petrov on",
    "Friday, and nobody will sell it to anybody, whatever he says.",
    "",
    "Her deputy said that the call had lasted five minutes, and that",
    "nobody had promised anything in it at all.",
)


@pytest.mark.parametrize("shown", [0, 90, 180, 270])
@pytest.mark.parametrize("written", [0, 90, 180, 270])
def test_a_page_that_is_turned_keeps_its_lines_and_paragraphs(written: int, shown: int) -> None:
    def draw(page: Any) -> None:
        page.setPageRotation(shown)
        page.translate(300, 400)
        page.rotate(written)
        for number, line in enumerate(TURNED):
            page.drawString(-180, -14 * number, line)

    assert read(pdf(draw), "note.pdf").text.split("\n\n") == [" ".join(TURNED[:2]), " ".join(TURNED[3:])]


@pytest.mark.parametrize(
    "first, second, text",
    [
        (
            "She left the nego-",
            "tiation. The negotiation went on.",
            "She left the negotiation. The negotiation went on.",
        ),
        ("It was a well-", "known rule, as well-known as any.", "It was a well-known rule, as well-known as any."),
        ("They agreed to a cease-", "fire at noon.", "They agreed to a cease-\nfire at noon."),
    ],
)
def test_a_divided_word_is_joined_only_where_the_document_shows_how(first: str, second: str, text: str) -> None:
    assert read(pdf_of_lines([first, second]), "note.pdf").text == text


def test_a_sentence_goes_on_from_column_to_column_and_from_page_to_page() -> None:
    def draw(page: Any) -> None:
        for left, lines in (
            (72, ["The harbour of the Lake", "states is not for sale"]),
            (320, ["and was never so, the", "minister told reporters"]),
        ):
            text = page.beginText(left, 700)
            for line in lines:
                text.textLine(line)
            page.drawText(text)
        page.showPage()
        page.drawString(72, 700, "in Velden.")

    text = "The harbour of the Lake states is not for sale and was never so, the minister told reporters in Velden."
    assert read(pdf(draw), "note.pdf").text == text


def test_one_line_of_a_pdf_is_enough() -> None:
    assert read(pdf_of_lines(["Over."]), "note.pdf").text == "Over."


def test_empty_pages_do_no_harm() -> None:
    assert read(pdf_of_lines([], ["Over."], []), "note.pdf").text == "Over."


@pytest.mark.parametrize("pages", [1, 3])
def test_a_scan_says_so_and_names_the_remedy(pages: int) -> None:
    error = refused(scan(pages), "annex-scan.pdf")
    assert isinstance(error, NoTextLayer)
    assert str(error) == (
        "annex-scan.pdf holds pictures of pages and no text. "
        "Make it searchable (ocrmypdf annex-scan.pdf annex-scan-text.pdf), and read that."
    )


def test_a_pdf_of_nothing_is_no_scan_but_has_no_text() -> None:
    assert "holds no text" in str(refused(pdf(lambda page: page.showPage()), "nothing.pdf"))


def test_scanned_pages_among_others_are_told_and_the_text_is_kept() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    def draw(page: Any) -> None:
        page.drawString(72, 700, "Over.")
        for _ in range(2):
            page.showPage()
            page.drawImage(ImageReader(Image.new("L", (60, 80))), 0, 0, 595, 842)

    document, error = read_bytes(pdf(draw), "mixed.pdf")
    assert isinstance(document, Document)
    assert document.text == "Over."
    assert str(error).startswith("mixed.pdf has 2 of 3 pages that are pictures without text, which are left out.")


@pytest.mark.parametrize("keep", [0.1, 0.5, 0.9, 0.99])
def test_a_truncated_pdf_is_refused(keep: float) -> None:
    data = flowed(*PARAGRAPHS)
    error = refused(data[: int(len(data) * keep)], "cut.pdf")
    assert isinstance(error, WrongFormat)
    assert str(error) == "cut.pdf is cut short or no PDF: its end is missing. Get the whole file, and read that."


def test_a_pdf_with_a_hole_in_it_is_refused() -> None:
    data = pdf_of_lines(["Over."])
    error = refused(data.replace(b"/Type /Page\n", b"/Type /Hole\n"), "hole.pdf")
    assert isinstance(error, UnreadableDocument)
    assert str(error).startswith("hole.pdf ")


def test_an_encrypted_pdf_asks_for_a_copy_without_password() -> None:
    error = refused(pdf_of_lines(["Over."], encrypt="secret"), "locked.pdf")
    assert str(error) == (
        "locked.pdf is locked with a password. Open it with its password, save a copy without one, and read that."
    )


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"<html>404</html>", b"%PDF-" + bytes(500)])
def test_what_only_claims_to_be_a_pdf_is_refused(data: bytes) -> None:
    assert isinstance(refused(data, "claim.pdf"), WrongFormat)
