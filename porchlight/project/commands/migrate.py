"""Bring the database to this release: migrations and policies in one transaction."""

from __future__ import annotations

import argparse
import sys

from porchlight.project.commands.init import make_ready
from porchlight.project.place import home


def add(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(args: argparse.Namespace) -> int:
    with home() as here:
        make_ready(here)
    sys.stdout.write("The database carries this release's tables and policies.\n")
    return 0
