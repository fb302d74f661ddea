"""Log lines that tell an operator where something broke, and nobody about whom."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType


class Quiet(logging.Formatter):
    """Frames and the kinds of errors, never their words: a database's error quotes the row that it is about."""

    def formatException(  # noqa: N802 - because logging calls it by this name
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        error = ei[1]
        return "\n".join(_told(error)) if error else ""


def _told(error: BaseException) -> list[str]:
    """The error that came first, first; each as its frames and its kind."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines = _told(before) if before else []
    frames = [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    state = getattr(error, "sqlstate", None)
    kind = f"{type(error).__module__}.{type(error).__qualname__}" + (f" [{state}]" if state else "")
    return [*lines, *frames, kind]
