"""All commands, and what is true of each: exit codes, complaints, `--airgap`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from io import TextIOWrapper
from typing import Annotated

import typer

from sayso import __version__
from sayso.cli import (
    check,
    contacts,
    demo,
    judge,
    knew,
    merges,
    outcomes,
    people,
    read,
    replies,
    said,
    schema,
    serve,
    show,
    timeline,
    trace,
    verify,
)
from sayso.cli.printing import complain
from sayso.errors import SaysoError

COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (read.read, read.EXAMPLES),
    (said.said, said.EXAMPLES),
    (show.show, show.EXAMPLES),
    (check.check, check.EXAMPLES),
    (judge.judge, judge.EXAMPLES),
    (people.people, people.EXAMPLES),
    (merges.merges, merges.EXAMPLES),
    (timeline.timeline, timeline.EXAMPLES),
    (contacts.contacts, contacts.EXAMPLES),
    (replies.replies, replies.EXAMPLES),
    (outcomes.outcomes, outcomes.EXAMPLES),
    (knew.knew, knew.EXAMPLES),
    (trace.trace, trace.EXAMPLES),
    (verify.verify, verify.EXAMPLES),
    (serve.serve, serve.EXAMPLES),
    (schema.schema, schema.EXAMPLES),
    (demo.demo, demo.EXAMPLES),
)
"""Every command, in the order of the help text, with the examples that end its help."""

EXAMPLES = """
sayso demo
sayso said "forty boats" --record demo.db
"""

FAILED, INTERRUPTED = 1, 130


def _epilog(examples: str) -> str:
    # "\b" keeps the help formatter from filling the lines of a paragraph.
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples.strip().splitlines())


app = typer.Typer(
    name="sayso",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help can be read, searched and pasted anywhere
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
for run, examples in COMMANDS:
    app.command(epilog=_epilog(examples))(run)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"sayso {__version__}")
        raise typer.Exit


@app.callback(epilog=_epilog(EXAMPLES))
def sayso(
    airgap: Annotated[
        bool,
        typer.Option("--airgap", help="Refuse every connection beyond this machine. May stand after a command too."),
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """On whose say-so? Read reports, transcripts and drafts, and ask who said what, to whom, when and how they know.

    Nothing leaves this machine. Every command explains itself: sayso COMMAND --help. All print JSON with --json, in
    which spans are [start, end], counted in characters (code points) of the document's text.

    Exit codes: 0 all is well; 1 something could not be read or found, or does not hold; 2 the command was mistyped.
    """
    if airgap:
        from sayso.text.airgap import airgap as raise_airgap

        raise_airgap()


def main(args: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name (those of the process, by default); the exit code."""
    _forgive_encodings()
    try:
        return _run(_airgap_first(list(sys.argv[1:] if args is None else args)))
    except SaysoError as error:
        complain(str(error))
        return FAILED
    except BrokenPipeError:
        return _stop_printing()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        complain(f"The answer cannot be written ({error.strerror or error}).")
        return FAILED


def _run(args: list[str]) -> int:
    try:
        app(args, prog_name="sayso")
    except SystemExit as end:
        # Here, where it can still be caught: the interpreter would flush too, and complain if nobody listens.
        sys.stdout.flush()
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _airgap_first(args: list[str]) -> list[str]:
    """`sayso serve --airgap` is what one types; the option belongs to the whole program."""
    end = args.index("--") if "--" in args else len(args)
    kept = [arg for arg in args[:end] if arg != "--airgap"]
    return (["--airgap"] if len(kept) < end else []) + kept + args[end:]


def _forgive_encodings() -> None:
    """A terminal that cannot show a curly quote shows a question mark, and the command goes on."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _stop_printing() -> int:
    """Whoever read our output has gone (`sayso said | head`): what is left of it goes nowhere, without complaint."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FAILED
