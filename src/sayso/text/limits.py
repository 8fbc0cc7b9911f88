"""How much sayso takes in at once: stated limits, so that a hostile or mistaken file costs only itself."""

MAX_BYTES = 50_000_000
"""One file, page or mail, as it comes."""

MAX_CORPUS_BYTES = 1_000_000_000
"""One JSON lines corpus; each of its documents still answers to MAX_CHARACTERS."""

MAX_UNPACKED_BYTES = 200_000_000
"""What a packed file (DOCX) may unpack to."""

MAX_CHARACTERS = 2_000_000
"""One document's text, in code points."""
