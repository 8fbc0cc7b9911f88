"""The trained reader: a small encoder that finds cues, and for each cue its source and content."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.attribution.found import Found
    from sayso.language.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Trained:
    """Finds attributions with the network whose files lie in `folder`."""

    folder: Path
    name: str = "trained reader"
    version: str = "2"

    def extract(self, analysis: Analysis) -> list[Found]:
        """Every attribution of the document in the order of the text."""
        # numpy and onnxruntime take long to import, and whoever only asks imports this module, too.
        from sayso.attribution.trained.extractor import extract

        return extract(analysis, self.folder, self.name)
