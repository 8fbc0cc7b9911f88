"""Do these words stand there, and how exactly. Pins cannot lie.

Words stand in a text *verbatim*, *typographically* (quotation marks, dashes, spaces, ligatures, hyphenation at line
ends, ellipsis character, case of the first letter, closing stop or comma, Unicode form: nothing else), *altered* (at
least half of them, in order) or not at all.
"""

from sayso.pins.finding import (
    Comparison,
    Found,
    Nearest,
    compare,
    find,
    find_all,
    find_altered,
    find_faithful,
    nearest,
)
from sayso.pins.pinning import holds, pin

__all__ = [
    "Comparison",
    "Found",
    "Nearest",
    "compare",
    "find",
    "find_all",
    "find_altered",
    "find_faithful",
    "holds",
    "nearest",
    "pin",
]
