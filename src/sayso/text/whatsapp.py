"""Messages as WhatsApp exports them, on Android and on iOS."""

from __future__ import annotations

from sayso.text.message import SENDER, form_of
from sayso.text.stamps import CLOCK, DATE

_STAMP = rf"(?P<stamp>(?P<day>{DATE}),? {CLOCK})"
# A tilde marks whoever is not in the address book.
_FROM = rf"(?:~[ \u00a0\u202f]?)?{SENDER}:[ \u00a0]"

ANDROID = form_of(rf"\u200e?{_STAMP} [-–] (?:{_FROM})?", "WhatsApp")
"""`13/03/2025, 14:05 - Ada Vento: words`"""
IOS = form_of(rf"\u200e?\[(?!\d{{4}}-){_STAMP}\] (?:{_FROM})?", "WhatsApp")
r"""`[13.03.25, 14:05:33] Ada Vento: words`; what the program says itself is marked with U+200E."""
