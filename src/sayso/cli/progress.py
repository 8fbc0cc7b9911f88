"""A bar on standard error for work that takes long."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

from sayso.cli.printing import console, safe

LONG = 1.5
"""Seconds of work before a bar appears."""

Step = Callable[[str], None]


@contextmanager
def progress(total: int) -> Iterator[Step]:
    """Call what it gives after each of about `total` steps, with the name of what is done.

    Nothing is shown where standard error is no terminal, nor for short work.
    """
    if not sys.stderr.isatty():
        yield lambda name: None
        return
    # Here: the many commands and runs that never show a bar should not wait for it.
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn()
    bar = Progress(
        *columns, TextColumn("{task.description}", markup=False), console=console(stderr=True), transient=True
    )
    task = bar.add_task("", total=total)
    with _shown_after(LONG, bar.start, bar.stop):
        yield lambda name: bar.update(task, advance=1, description=safe(name))


@contextmanager
def _shown_after(seconds: float, start: Callable[[], None], stop: Callable[[], None]) -> Iterator[None]:
    timer = Timer(seconds, start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        stop()
