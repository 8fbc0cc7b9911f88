"""The acts behind the statements: calls, meetings, interviews, posts, requests, leaks."""

from sayso.communications.found import communications_in
from sayso.communications.own import own_communication
from sayso.communications.spoken import with_spoken

__all__ = ["communications_in", "own_communication", "with_spoken"]
