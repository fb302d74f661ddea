"""The invented county, ready to walk through: sets up, seeds once, serves both houses."""

from __future__ import annotations

import argparse
import sys

from porchlight.project.commands import serve as serving
from porchlight.project.place import Home, default_folder
from porchlight.project.postgres import erase


def add(parser: argparse.ArgumentParser) -> None:
    serving.add(parser)
    parser.add_argument("--reset", action="store_true", help="forget the demo's data and begin again")


def run(args: argparse.Namespace) -> int:
    if args.reset:
        erase(default_folder())
    return serving.serve(args.team_port, args.youth_port, before=_seeded)


def _seeded(here: Home) -> dict[str, str]:
    """Seed when the county is empty; then say who can come in."""
    from porchlight.project import first  # noqa: PLC0415 - because models need settings first
    from porchlight.project.seed import run_seed  # noqa: PLC0415 - because models need settings first

    cast = here.folder / "keys" / "demo-cast.json"
    if not first.has_administrator():
        run_seed(here, cast)
    sys.stdout.write("Demo: everybody here is invented. Come in by name on the sign-in page.\n")
    return {"PORCHLIGHT_DEMO": "yes", "PORCHLIGHT_DEMO_CAST": str(cast)}
