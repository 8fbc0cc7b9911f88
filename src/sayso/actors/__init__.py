"""Mention → Actor: who is meant by the words that name a source."""

from sayso.actors.cast import NOBODY, Cast, Floor, cast_of

__all__ = ["NOBODY", "Cast", "Floor", "cast_of"]
