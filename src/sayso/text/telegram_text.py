"""Telegram messages as sayso writes them out: `[2025-03-13 14:05:33] Ada Vento (edited): words`."""

from __future__ import annotations

import re

from sayso.text.message import SENDER, Form

CHAT, GROUP = "Telegram chat", "Telegram group"
"""What the first line begins with, for a chat of two and for any other."""
FORWARDED, REPLY = "forwarded from ", "reply to "

FORM = Form(
    re.compile(rf"(?:{CHAT}|{GROUP})\b"),
    re.compile(
        rf"^\[(?P<stamp>(?P<day>\d{{4}}-\d\d-\d\d) \d\d:\d\d:\d\d)\] {SENDER}(?: \((?P<note>[^)\n]*)\))?: ", re.M
    ),
    "Telegram",
    is_group=lambda text: text.startswith(GROUP),
)
