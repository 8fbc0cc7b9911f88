"""Drafts that a text only speaks of: "a 20-point plan", "their own version", and how one came from another."""

from sayso.plans.relations import drafts_told

__all__ = ["drafts_told"]
