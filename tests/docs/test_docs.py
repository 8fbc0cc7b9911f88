"""What is documented is compared with what exists."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from inspect import getmembers, isclass, isfunction
from pathlib import Path

import pytest

import sayso
from sayso import model, record
from sayso.cli.app import COMMANDS
from sayso.contract import as_json

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("examples/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]*))?\)")
NOUNS = [name for name, noun in getmembers(model, isclass) if noun.__module__ == model.__name__]
LISTS = [noun for _, noun in getmembers(model, isclass) if issubclass(noun, StrEnum) and noun is not StrEnum]


def text_of(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


def anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_file_and_a_heading(page: Path) -> None:
    for path, anchor in LINK.findall(page.read_text(encoding="utf-8")):
        target = (page.parent / path) if path else page
        assert target.exists(), f"{page.name} links to {path}, which is not there"
        assert not anchor or anchor in anchors(target), f"{page.name} links to #{anchor}, which {target.name} lacks"


def test_every_page_is_reached_from_the_readme() -> None:
    linked = {Path(path).name for path, _ in LINK.findall(text_of("README.md"))}
    assert {page.name for page in ROOT.glob("docs/*.md")} <= linked


def test_generated_pages_are_fresh() -> None:
    check = [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_command_is_documented() -> None:
    described = text_of("docs/commands.md")
    shown = text_of("README.md", "docs/start.md")
    for run, _ in COMMANDS:
        assert f"## sayso {run.__name__}\n" in described
        assert f"sayso {run.__name__}" in shown, f"neither README nor start.md shows sayso {run.__name__}"


@pytest.mark.parametrize("name", sayso.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    assert f"sayso.{name}" in text_of("docs/python.md")


@pytest.mark.parametrize("name", [name for name, _ in getmembers(record.Record, isfunction) if name[0] != "_"])
def test_every_question_to_a_record_is_documented(name: str) -> None:
    assert f"`{name}(" in text_of("docs/python.md") or f"record.{name}(" in text_of("docs/python.md")


@pytest.mark.parametrize("name", [name for name in record.__all__ if name != "Record"])
def test_every_noun_of_an_answer_is_documented(name: str) -> None:
    assert name in text_of("docs/python.md")


@pytest.mark.parametrize("name", [name for name in NOUNS if name not in {one.__name__ for one in LISTS}])
def test_every_noun_is_explained(name: str) -> None:
    assert f"`{name}`" in text_of("docs/concepts.md")


@pytest.mark.parametrize("closed", LISTS, ids=lambda closed: closed.__name__)
def test_every_closed_list_is_printed_in_full(closed: type[StrEnum]) -> None:
    rows = [set(re.findall(r"\w+(?: \w+)*", row.split("|")[2])) for row in rows_of("docs/concepts.md")]
    assert any({str(value) for value in closed} <= row for row in rows)


def rows_of(page: str) -> Iterator[str]:
    """The rows of its tables, remarks in brackets left out."""
    for line in text_of(page).splitlines():
        if line.startswith("|"):
            yield re.sub(r" \(.*?\)", "", line)


def test_the_json_of_a_reading_is_documented_field_by_field() -> None:
    plain = as_json(sayso.read("Ada Vento told Leo Marsh, the mayor, on 3 May 2031 that it was over.\n"))
    for field in set(fields_of(plain)):
        assert f'"{field}"' in text_of("docs/extend.md")


def fields_of(plain: object) -> Iterator[str]:
    if isinstance(plain, dict):
        yield from plain
        for value in plain.values():
            yield from fields_of(value)
    elif isinstance(plain, list):
        for value in plain:
            yield from fields_of(value)


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    listed = [*project["dependencies"], *(one for extra in project["optional-dependencies"].values() for one in extra)]
    reasons = text_of("docs/decisions.md").partition("## Dependencies")[2]
    for name in {re.split(r"[<>=!~ \[;]", one)[0] for one in listed}:
        assert re.search(rf"^\|[^|]*\b{re.escape(name)}\b", reasons, flags=re.MULTILINE), f"{name} has no reason"


def test_the_sample_plug_in_is_printed_as_it_is_tested() -> None:
    printed = text_of("docs/extend.md")
    for path in ("tests/plugin/src/sayso_sbv.py", "tests/plugin/pyproject.toml"):
        assert text_of(path) in printed, f"docs/extend.md shows another {path}"


@pytest.mark.parametrize(
    "claim, row",
    [(r"full F1: (\d+)", "all full"), (r"better \((\d+)\)", "direct full"), (r"worse \((\d+)\)", "indirect full")],
)
def test_the_figures_of_the_readme_are_those_measured(claim: str, row: str) -> None:
    claimed = re.search(claim, text_of("README.md"))
    measured = re.search(rf"^{row} +[\d.]+ +[\d.]+ +([\d.]+)", text_of("docs/benchmarks.md"), flags=re.MULTILINE)
    assert claimed
    assert measured
    assert int(claimed[1]) == round(float(measured[1]))
