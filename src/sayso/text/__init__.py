"""From a file, folder, URL or stream to documents: one file per format."""

from sayso.text.formats import FORMATS, Format, Reader
from sayso.text.given import Given
from sayso.text.sources import from_text, read_bytes, read_documents

__all__ = ["FORMATS", "Format", "Given", "Reader", "from_text", "read_bytes", "read_documents"]
