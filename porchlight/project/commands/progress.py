"""Answer cases of the progress rules, from a file or standard input. Needs no database, keys or settings."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from porchlight.progress.evaluate import evaluate
from porchlight.progress.rules.errors import UnreadableCases


def add(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="what", required=True)
    answers = verbs.add_parser("evaluate", help="print the results of the cases as JSON")
    answers.add_argument("file", help='{"cases": [{"id", "fn", "input"}, ...]} as JSON; - is standard input')


def run(args: argparse.Namespace) -> int:
    """0 when the file could be read, whatever single cases say."""
    sys.stdout.write(evaluate(_text(args.file)) + "\n")
    return 0


def _text(file: str) -> str:
    try:
        held = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        return held.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableCases from error
