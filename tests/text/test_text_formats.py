import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module

import pytest

from sayso.model import Document
from sayso.text import FORMATS, Reader
from sayso.text.formats import Format, reader_by_looks, readers

HEAVY = (
    "trafilatura",
    "lxml",
    "pypdfium2",
    "docx",
    "webvtt",
    "srt",
    "charset_normalizer",
    "email",
    "http",
    "ssl",
    "zipfile",
)


class Telegrams:
    """A reader as a plug-in would bring it."""

    name = "telegrams"
    suffixes = (".tlg",)
    max_bytes = 1000
    is_corpus = False

    def recognises(self, data: bytes, /) -> bool:
        return data.startswith(b"STOP")

    def read(self, data: bytes, name: str, /) -> Iterator[Document]:
        yield Document(data.decode(), name)


def test_a_plug_in_is_of_the_same_shape_as_what_is_built_in() -> None:
    every: tuple[Reader, ...] = (Telegrams(), *FORMATS)
    assert len(every) == len(readers()) + 1


@pytest.mark.parametrize("built_in", FORMATS, ids=lambda built_in: built_in.name)
def test_every_format_is_a_module_that_recognises_and_reads(built_in: Format) -> None:
    module = import_module(built_in.module)
    assert callable(module.recognises)
    assert callable(module.read)


def test_no_suffix_is_promised_twice() -> None:
    suffixes = [suffix for built_in in FORMATS for suffix in built_in.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_unknown_bytes_are_taken_for_plain_text() -> None:
    assert reader_by_looks(b"words").name.startswith("plain text")


def test_importing_the_readers_loads_none_of_the_libraries() -> None:
    code = "import sys, sayso.text; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not set(HEAVY) & set(loaded)
