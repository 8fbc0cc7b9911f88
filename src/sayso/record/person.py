"""Who decides, where nobody is named."""

from __future__ import annotations

import getpass
import os

WHO = "SAYSO_BY"
"""The variable of the environment that names the person."""


def whoever_judges() -> str | None:
    """The name under which judgements are kept: SAYSO_BY, else whoever is logged in, else None."""
    try:
        return os.environ.get(WHO, "").strip() or getpass.getuser()
    except (KeyError, OSError):  # no such user, as in some containers
        return None
