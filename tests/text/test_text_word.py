from typing import Any

import pytest
from papers import PARAGRAPHS, docx, docx_of, read, refused, with_part

from sayso.errors import DocumentTooLarge, EmptyDocument, WrongFormat

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(xml: str) -> bytes:
    """A DOCX with this as its body."""
    document = f"<w:document xmlns:w='{W}' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
    return with_part(docx_of("x"), "word/document.xml", f"{document}<w:body>{xml}</w:body></w:document>".encode())


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def paragraph(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def listed(levels: str, *places: tuple[int, int]) -> list[str]:
    """What is printed before points at these (list, level) places, when lists 1 and 2 count by these levels."""

    def build(word: Any) -> None:
        for number, level in places:
            point = word.add_paragraph("x")
            properties = point._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = number
            properties.get_or_add_ilvl().val = level

    numbering = (
        f"<w:numbering xmlns:w='{W}'><w:abstractNum w:abstractNumId='7'>{levels}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
        "<w:num w:numId='2'><w:abstractNumId w:val='7'/>"
        "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num></w:numbering>"
    )
    text = read(with_part(docx(build), "word/numbering.xml", numbering.encode()), "plan.docx").text
    return [point.removesuffix("x").strip() for point in text.split("\n\n")]


def level(depth: int, kind: str, pattern: str, start: int = 1) -> str:
    counting = f"<w:start w:val='{start}'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='{pattern}'/>"
    return f"<w:lvl w:ilvl='{depth}'>{counting}</w:lvl>"


def test_paragraphs_stand_apart_by_blank_lines() -> None:
    assert read(docx_of(*PARAGRAPHS), "plan.docx").text == "\n\n".join(PARAGRAPHS)


def test_title_and_author_come_from_the_properties_and_a_date_of_saving_is_no_publication() -> None:
    def build(word: Any) -> None:
        word.core_properties.title, word.core_properties.author = "Lake accord", "A. Petrov"
        word.add_paragraph("Over.")

    document = read(docx(build), "plan.docx")
    assert (document.title, document.author, document.published) == ("Lake accord", "A. Petrov", None)


def test_automatic_numbers_are_made_visible() -> None:
    def build(word: Any) -> None:
        word.add_paragraph("The plan")
        for words in ("A harbour.", "A pause."):
            word.add_paragraph(words, "List Number")
        word.add_paragraph("Boats.", "List Bullet")

    assert read(docx(build), "plan.docx").text == "The plan\n\n1. A harbour.\n\n2. A pause.\n\n• Boats."


@pytest.mark.parametrize(
    "levels, places, printed",
    [
        (level(0, "decimal", "%1."), [(1, 0), (1, 0)], ["1.", "2."]),
        (level(0, "decimal", "Article %1", 5), [(1, 0), (1, 0)], ["Article 5", "Article 6"]),
        (level(0, "lowerLetter", "(%1)", 25), [(1, 0)] * 4, ["(y)", "(z)", "(aa)", "(bb)"]),
        (level(0, "upperRoman", "%1.", 3), [(1, 0)] * 4, ["III.", "IV.", "V.", "VI."]),
        (level(0, "ordinal", "%1"), [(1, 0)] * 4, ["1st", "2nd", "3rd", "4th"]),
        (level(0, "decimalZero", "%1"), [(1, 0)], ["01"]),
        (
            level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"),
            [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)],
            ["1.", "1.1", "1.2", "2.", "2.1"],
        ),
        (level(0, "decimal", "%1."), [(1, 0), (1, 0), (2, 0), (2, 0)], ["1.", "2.", "1.", "2."]),
        (level(0, "none", ""), [(1, 0)], [""]),
        (level(0, "decimal", "%1."), [(9, 0), (1, 3)], ["", ""]),
    ],
)
def test_lists_count_as_word_counts(levels: str, places: list[tuple[int, int]], printed: list[str]) -> None:
    assert listed(levels, *places) == printed


@pytest.mark.parametrize(
    "xml, text",
    [
        (paragraph(run("one "), "<w:ins>", run("two"), "</w:ins>"), "one two"),
        (paragraph(run("one"), "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"), "one"),
        (paragraph("<w:moveFrom>", run("gone"), "</w:moveFrom>", "<w:moveTo>", run("here"), "</w:moveTo>"), "here"),
        (paragraph("<w:hyperlink>", run("a link"), "</w:hyperlink>", run(" on")), "a link on"),
        (paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/></w:r>"), "a\tb\n\u2011"),
        ("<w:sdt><w:sdtContent>" + paragraph(run("in a control")) + "</w:sdtContent></w:sdt>", "in a control"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("1")), "1"),
        (
            paragraph(run("host"), "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>", paragraph(run("box")),
                      "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>", paragraph(run("box")),
                      "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"),
            "host\n\nbox",
        ),
        (paragraph() + paragraph(run(" ")) + paragraph(run("only")), "only"),
    ],
)  # fmt: skip
def test_the_text_is_what_stands_there_with_all_changes_accepted(xml: str, text: str) -> None:
    assert read(body(xml), "plan.docx").text == text


def test_a_row_of_a_table_is_a_line_unless_its_cells_hold_paragraphs() -> None:
    def build(word: Any) -> None:
        table = word.add_table(2, 2)
        for cell, words in zip(
            [*table.rows[0].cells, *table.rows[1].cells], ("4", "Forty boats.", "5", "Ice."), strict=True
        ):
            cell.text = words
        table.rows[1].cells[1].add_paragraph("Diesel.")

    assert read(docx(build), "plan.docx").text == "4\tForty boats.\n\n5\n\nIce.\n\nDiesel."


@pytest.mark.parametrize("keep", [0.2, 0.6, 0.95])
def test_a_truncated_docx_is_refused(keep: float) -> None:
    data = docx_of(*PARAGRAPHS)
    error = refused(data[: int(len(data) * keep)], "cut.docx")
    assert isinstance(error, WrongFormat)
    assert str(error) == (
        "cut.docx is damaged, cut short, or no DOCX at all. Open it in a word processor, and save it anew."
    )


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = with_part(docx_of("x"), "word/media/bomb.bin", bytes(201_000_000))
    assert len(bomb) < 1_000_000
    error = refused(bomb, "bomb.docx")
    assert isinstance(error, DocumentTooLarge)
    assert "would unpack to more than 200 MB" in str(error)


def test_a_bomb_of_entities_is_refused_or_harmless() -> None:
    entities = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    document = f"<w:document xmlns:w='{W}'><w:body>{paragraph(run('&e11;'))}</w:body></w:document>"
    xml = f"<!DOCTYPE x [<!ENTITY e0 'boom'>{entities}]>{document}"
    refused(with_part(docx_of("x"), "word/document.xml", xml.encode()), "bomb.docx")


def test_a_docx_without_words_is_empty() -> None:
    assert isinstance(refused(docx_of(), "blank.docx"), EmptyDocument)


def test_another_zip_with_the_name_of_a_docx_is_refused() -> None:
    import zipfile
    from io import BytesIO

    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("notes.txt", "Over.")
    assert isinstance(refused(buffer.getvalue(), "archive.docx"), WrongFormat)
