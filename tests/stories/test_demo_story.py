"""The demo story keeps its promises: every quotation can be traced, but the one that is meant to be wrong."""

from __future__ import annotations

import email
import email.policy
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import trafilatura
from docx import Document as Word

ROOT = Path(__file__).parents[2]
LEAK = ROOT / "examples" / "leak"
REPORTS = sorted(LEAK.glob("*.html"))
MISQUOTED = "We have agreed to forty boats north of the line,"
TRUE_WORDS = "We have not agreed to forty boats north of the line."
MARKS = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "—": "-", "–": "-"})


def plain(words: str) -> str:
    """Lower case, straight marks, single spaces: what two prints of the same words share."""
    return " ".join(words.translate(MARKS).casefold().split())


def article(path: Path) -> str:
    return trafilatura.extract(path.read_text(encoding="utf-8"), include_comments=False) or ""


def quotations(text: str) -> list[str]:
    """The words between marks, a paragraph at a time: a quotation that runs on has no closing mark."""
    found = re.findall(r"“([^“”\n]+)|\"([^\"\n]+)\"", text)
    return [curly or straight for curly, straight in found]


def transcript() -> str:
    lines = (LEAK / "2026-09-24-call.vtt").read_text(encoding="utf-8").splitlines()
    return " ".join(re.sub(r"^<v [^>]+>", "", line) for line in lines if not re.match(r"\d+$|\d\d:", line))


def press_statement() -> str:
    mail = email.message_from_bytes(
        (LEAK / "2026-10-21-ministry-statement.eml").read_bytes(), policy=email.policy.default
    )
    body = mail.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def drafts() -> str:
    first = Word(str(LEAK / "drafts" / "plan-1-vessary.docx"))
    tabled = (LEAK / "drafts" / "plan-3-tabled.txt").read_text(encoding="utf-8")
    return " ".join([*(paragraph.text for paragraph in first.paragraphs), tabled])


@pytest.fixture(scope="module")
def sources() -> str:
    """Everything that was said or written outside the reports, and what people told reporters."""
    told = (Path(__file__).parent / "told_to_reporters.txt").read_text(encoding="utf-8")
    post = (LEAK / "2026-10-04-post.txt").read_text(encoding="utf-8")
    return plain(" ".join([transcript(), press_statement(), post, drafts(), told]))


def stands_in(sources: str, quotation: str) -> bool:
    return re.sub(r"[.,:]$", "", plain(quotation)) in sources


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_every_quotation_stands_in_a_source_but_the_misquotation(report: Path, sources: str) -> None:
    strange = [words for words in quotations(article(report)) if not stands_in(sources, words)]
    assert strange == ([MISQUOTED] if "gull" in report.stem else [])


def test_the_misquotation_drops_the_word_not_and_no_other() -> None:
    assert TRUE_WORDS in transcript()
    assert plain(TRUE_WORDS).replace("not ", "", 1).rstrip(".") == plain(MISQUOTED).rstrip(",")


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_has_the_length_of_a_report(report: Path) -> None:
    assert 250 <= len(article(report).split()) <= 515


def test_seven_reports_come_from_six_outlets() -> None:
    pages = [trafilatura.extract_metadata(path.read_text(encoding="utf-8")) for path in REPORTS]
    assert len(pages) == 7
    assert len({page.sitename for page in pages}) == 6
    assert [page.date for page in pages] == [path.stem[:10] for path in REPORTS]


def test_the_checked_story_holds_one_quotation_of_each_sort() -> None:
    story = (ROOT / "examples" / "check" / "ai-story.txt").read_text(encoding="utf-8")
    faithful, invented, altered, misattributed, typographic = (re.sub(r",$", "", q) for q in quotations(story))
    call = " ".join(transcript().split())
    assert faithful in call
    assert misattributed in call
    assert altered.replace("nine", "eight") in call
    assert typographic not in call
    assert plain(typographic) in plain(call)
    assert "feeds" in invented
    assert "feeds" not in call


def test_building_the_drafts_again_changes_nothing(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "examples" / "build.py", tmp_path], check=True)
    for made in sorted(tmp_path.iterdir()):
        assert contents(made) == contents(LEAK / "drafts" / made.name)


def contents(path: Path) -> object:
    """A Word file by its parts, since two zip libraries may pack the same bytes differently; anything else as it is."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
