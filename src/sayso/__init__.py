"""On whose say-so? A record of who said what, to whom, when, through which channel, according to which source.

>>> import sayso
>>> reading = sayso.read("“It is over,” Ada Vento said.\\n")
>>> reading.statements[0].words
'“It is over,”'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.check import check
    from sayso.many import read_all
    from sayso.reading import read
    from sayso.record import Record

__version__ = "0.1.0"
__all__ = ["Record", "check", "read", "read_all"]

# Each name is imported when it is first asked for: asking a record needs no language pipeline, reading needs no SQL.
_HOMES = {"Record": "sayso.record", "check": "sayso.check", "read": "sayso.reading", "read_all": "sayso.many"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"sayso has no {name}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value
