"""SBV captions, as video sites hand them out, become transcripts for sayso."""

import re
from collections.abc import Iterator

from sayso.errors import WrongFormat
from sayso.model import Document, DocumentKind, Timecode
from sayso.text import Reader

CUE = re.compile(r"(\d+):(\d\d):(\d\d\.\d{3}),\d+:\d\d:\d\d\.\d{3}\n(.+?)(?:\n\n|\n*\Z)", re.DOTALL)


class Captions:
    """A Reader: every cue becomes a paragraph that knows its second in the recording."""

    name = "SBV captions"
    suffixes = (".sbv",)
    max_bytes = 10_000_000
    is_corpus = False

    def recognises(self, data: bytes, /) -> bool:
        """Does it begin with the times of a cue?"""
        return re.match(rb"\d+:\d\d:\d\d\.\d{3},\d+:", data) is not None

    def read(self, data: bytes, name: str, /) -> Iterator[Document]:
        """The one transcript in these bytes."""
        text, timecodes = "", []
        for hours, minutes, seconds, words in CUE.findall(data.decode("utf-8", "replace").replace("\r\n", "\n")):
            timecodes.append(Timecode(len(text), int(hours) * 3600 + int(minutes) * 60 + float(seconds)))
            text += " ".join(words.split()) + "\n\n"
        if not timecodes:
            raise WrongFormat(name, "holds no captions", "Export them again, or as VTT.")
        yield Document(text.rstrip("\n"), name, DocumentKind.TRANSCRIPT, timecodes=tuple(timecodes))


CAPTIONS: Reader = Captions()
