"""Who "I" is outside of quotations: whoever the heading of a letter, telegram or memorandum names as its writer."""

from __future__ import annotations

import re

from sayso.model import Span

# Characters of a heading.
_HEADING = 400
_NUMBERED = r"\A\s*(?:\d+\.\s*)?"
_PATTERNS = (
    re.compile(_NUMBERED + r"(?:\w+ )?(?:Memorandum|Telegram|Letter|Airgram|Note|Message|Report) [Ff]rom (.+?) to "),
    re.compile(_NUMBERED + r"Memorandum of (?:an? )?(?:\w+ )?Conversation [Bb]etween (.+?) and "),
    re.compile(_NUMBERED + r"((?:The )?[^\n.]{3,120}? \([^)\n]+\)),? to (?:the |[A-Z])"),
    re.compile(r"\A(?:.*\n)?From: ([^\n<]+)"),
)  # fmt: skip


def writer(text: str) -> Span | None:
    """Where the heading names the writer.

    >>> heading = "Memorandum From Ada Vento to the Mayor"
    >>> writer(heading).of(heading)
    'Ada Vento'
    """
    heading = text[:_HEADING].split("\n\n")[0]
    found = next((match for pattern in _PATTERNS if (match := pattern.search(heading))), None)
    return Span(*found.span(1)) if found else None
