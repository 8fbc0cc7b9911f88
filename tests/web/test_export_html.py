import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sample import READING, reading

from sayso.export.html import page as exported
from sayso.model import Document
from sayso.reading import read_document


@pytest.fixture
def saved(tmp_path: Path) -> str:
    """The address of the sample report kept as one file."""
    path = tmp_path / "report.html"
    path.write_text(exported(READING), "utf-8")
    return path.as_uri()


def test_the_file_names_no_other_file() -> None:
    html = exported(READING)
    assert not re.findall(r'(?:src|href)="(?![#?])', html)
    assert "@import" not in html
    assert "url(" not in html
    assert "/judge" not in html


def test_the_text_of_the_document_cannot_end_the_page() -> None:
    html = exported(reading("</p></main><script>alert(1)</script> she said.", "<script>alert(1)</script>"))
    assert "<script>alert(1)" not in html
    assert html.count("</main>") == 1


def test_a_document_without_statements_makes_a_page_too() -> None:
    assert "Nobody is recorded as having said anything here." in exported(reading("The tide came in.\n"))
    assert "Nobody is recorded as having said anything here." in exported(reading(""))


def test_a_page_says_what_was_not_read_of_a_text_in_another_language() -> None:
    note = "This text does not look like English: only its quotation marks were read, and not who says what."
    assert note not in exported(READING)
    text = "„Der Hafen wird im Winter geschlossen“, sagte Anna Vento am Dienstag vor dem Rat der Stadt. " * 3
    assert exported(read_document(Document(text))).count(f'<p class="note-line small">{note}</p>') == 1


@pytest.mark.browser
def test_the_file_asks_nothing_of_the_network_and_its_own_policy_lets_it_work(page: Page, saved: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.partition("#")[0]))
    page.goto(f"{saved}#s09")
    expect(page.locator("#card-s09 .more")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator("#card-s10 .more")).to_be_visible()
    page.get_by_role("link", name="Anton Reyes").click()
    expect(page.locator(".card:visible")).to_have_count(7)
    assert asked == [saved]
    expect(page.get_by_role("button")).to_have_count(0)


@pytest.mark.browser
def test_whatever_got_into_the_file_its_policy_would_not_run_it(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "tampered.html"
    path.write_text(exported(READING).replace("</main>", "<script>document.title = 'owned'</script></main>"), "utf-8")
    refused: list[str] = []
    page.context.on("console", lambda said: refused.append(said.text))
    tab = page.context.new_page()
    tab.goto(path.as_uri())
    assert tab.title() != "owned"
    assert any("Content Security Policy" in text for text in refused)
    tab.close()
