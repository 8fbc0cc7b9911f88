"""Does a story, or an AI's answer, quote what somebody really said?

The story's quotations, claims and their printed speakers (`asked`, `claims`, `cues`, `who`), the places in the record
that hold the words (`evidence`) or the sentence retold (`retelling`), whose they are there (`names`), and the verdict
(`quoting`, `claiming`, `checking`). Nothing here parses language.
"""

from __future__ import annotations

import sys
from types import ModuleType

from sayso.check.checked import Checked, Examined, Form, Retold
from sayso.check.checking import check, examine
from sayso.record import Record

__all__ = ["Checked", "Examined", "Form", "Retold", "check", "examine"]


class _Callable(ModuleType):
    """`sayso.check` is a name for both this package and its one function, whichever was imported first."""

    def __call__(self, text: str, record: Record) -> list[Checked]:
        return check(text, record)


# Importing a submodule binds it in its parent: without this, `sayso.check(...)` would fail once anything had
# imported `sayso.check`.
sys.modules[__name__].__class__ = _Callable
