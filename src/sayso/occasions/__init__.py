"""Statement → the act of speech behind it: through which channel, when, to whom, through whose hands."""

from sayso.occasions.carrying import with_occasions

__all__ = ["with_occasions"]
