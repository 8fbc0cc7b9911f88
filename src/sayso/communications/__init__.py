"""The acts behind the statements: calls, meetings, interviews, posts, requests, leaks."""

from sayso.communications.found import communications_in
from sayso.communications.own import own_communication

__all__ = ["communications_in", "own_communication"]
