"""Messages as they are exported from Signal: by tools for Signal Desktop, and by signal-cli."""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.text.message import SENDER, form_of

DESKTOP = form_of(rf"\[(?P<stamp>(?P<day>\d{{4}}-\d\d-\d\d),?[ T]\d\d:\d\d(?::\d\d)?)\] (?:{SENDER}:[ \u00a0])?")
"""`[2025-03-13 14:05:33] Ada Vento: words`; other programs print messages so too."""

_ENVELOPE = (
    r"Envelope from: [“\"]?(?P<sender>[^”\"\n]+?)[”\"]? (?=\+|\(device)[^\n]*\n"
    r"Timestamp: \d+ \((?P<stamp>(?P<day>\d{4}-\d\d-\d\d)T[^)\n]*)\)\n"
    r"(?:(?!Envelope from: |Body: )[^\n]*\n)*?(?:Body: |\n|\Z)"
)
CLI = replace(
    form_of(_ENVELOPE, "Signal"),
    trailer=re.compile(r"\n(?:With profile key|Attachments?:|Quote:|Group info:|Expires in:|Mentions:|Contacts:)"),
    is_group=lambda text: "\nGroup info:" in text,
)
"""`Envelope from: “Ada Vento” …`, its `Timestamp: …` and `Body: words`; without a body it is a receipt."""
