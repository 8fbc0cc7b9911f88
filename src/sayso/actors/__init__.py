"""Mention → Actor: who is meant by the words that name a source."""

from sayso.actors.cast import Cast, cast_of

__all__ = ["Cast", "cast_of"]
