"""Make the first two drafts of the plan, as Word and as PDF, from the words below. Same words, same bytes.

Run it as `.venv/bin/python examples/build.py [FOLDER]`.
"""

from __future__ import annotations

import io
import sys
import zipfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from docx import Document as Word
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

HERE = Path(__file__).parent
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold


@dataclass(frozen=True, slots=True)
class Plan:
    """One draft: its heading, the line under it, who wrote it and when, and its points in order."""

    title: str
    status: str
    author: str
    written: datetime
    points: tuple[str, ...]

    @property
    def lines(self) -> list[str]:
        """The points as they are printed, numbered from one."""
        return [f"{number}. {point}" for number, point in enumerate(self.points, start=1)]


VESSARY = Plan(
    title="The Ellisk Bank: twelve points for a winter season",
    status="Draft of the delegation of Osmere, 21 September 2026. Not for circulation.",
    author="Office of the Premier, Vessary",
    written=datetime(2026, 9, 21, 16, 40),
    points=(
        "Both governments recognise the Dorrow line as the working boundary on the Ellisk Bank until 31 March 2028.",
        "Halvane and Osmere shall exchange catch figures every seven days.",
        "The joint closed season on the spawning ground shall last six weeks, from 1 April.",
        "Forty vessels registered in Osmere shall fish north of the Dorrow line from November to February.",
        "No vessel longer than 24 metres shall fish on the bank at night.",
        "The trawler Marigold Anne shall be returned to her owners when a fine of 90,000 crowns has been paid.",
        "Crews in distress shall be admitted to any port of either country without delay.",
        "Disputes shall be heard by a panel of three, sitting in Vessary.",
        "All herring landed under this plan shall be stored in the cold stores of Ormsted Ice at Vessary, "
        "at the published rate.",
        "Halvane shall open the fuel quay at Kestermouth to vessels of Osmere.",
        "Inspectors of either side shall not board a vessel without notice by radio.",
        "This plan shall be reviewed after two years.",
    ),
)

WORKING = Plan(
    title="The Ellisk Bank: twelve points for a winter season",
    status="Joint working text of the delegations of Halvane and Osmere, 2 October 2026. Nothing is agreed yet.",
    author="Secretariat of the Ellisk talks",
    written=datetime(2026, 10, 2, 11, 5),
    points=(
        "Both governments recognise the Dorrow line as the working boundary on the Ellisk Bank until 31 March 2028.",
        "Crews in distress shall be admitted to any port of either country without delay.",
        "Halvane and Osmere shall exchange catch figures every ten days.",
        "Thirty vessels registered in Osmere may fish north of the Dorrow line from November to February.",
        "No vessel longer than 18 metres shall fish on the bank at night.",
        "The trawler Marigold Anne shall be returned to her owners, and harbour dues of 90,000 crowns "
        "shall be invoiced.",
        "The joint closed season on the spawning ground shall last eight weeks, from 1 April.",
        "Halvane will open the fuel quay at Kestermouth to vessels of Osmere.",
        "All herring landed under this plan shall be stored in the cold stores of Ormsted Ice at Vessary, "
        "at the published rate.",
        "Disputes shall be heard by a panel of three, sitting in Kestermouth and in Vessary by turns.",
        "Inspectors of either side shall not board a vessel without notice by radio.",
        "This plan shall be reviewed after two years.",
    ),
)


def word_file(plan: Plan) -> bytes:
    """The plan as DOCX."""
    word = Word()
    word.core_properties.title = plan.title
    word.core_properties.author = plan.author
    word.core_properties.created = word.core_properties.modified = plan.written
    word.add_heading(plan.title, level=1)
    for line in (plan.status, *plan.lines):
        word.add_paragraph(line)
    out = io.BytesIO()
    word.save(out)
    return _without_clock(out.getvalue())


def _without_clock(archive: bytes) -> bytes:
    """The same zip file without the hour of its making."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf_file(plan: Plan) -> bytes:
    """The plan as PDF with a text layer."""
    styles = getSampleStyleSheet()
    story = [Paragraph(plan.title, styles["Title"]), Paragraph(plan.status, styles["Italic"]), Spacer(0, 18)]
    for line in plan.lines:
        story += [Paragraph(line, styles["BodyText"]), Spacer(0, 6)]
    out = io.BytesIO()
    # invariant leaves out the date of making and the random id.
    pages = SimpleDocTemplate(out, pagesize=A4, title=plan.title, author=plan.author, invariant=1)
    pages.build(story)
    return out.getvalue()


def build(folder: Path) -> None:
    """Write both drafts into the folder."""
    (folder / "plan-1-vessary.docx").write_bytes(word_file(VESSARY))
    (folder / "plan-2-working.pdf").write_bytes(pdf_file(WORKING))


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "leak" / "drafts")
