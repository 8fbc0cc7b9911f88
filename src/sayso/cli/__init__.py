"""The command line: parse, call one function, print. One thin file a command.

Commands import what they need inside their functions: whoever asks for help, or asks a record, should not wait for
SQLAlchemy, the language pipeline or the web server that another command needs.
"""

from sayso.cli.app import main

__all__ = ["main"]
