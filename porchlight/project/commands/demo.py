"""The invented county, ready to walk through: sets up, seeds once, serves both houses."""

from __future__ import annotations

import argparse
import os
import shutil
import sys

from porchlight.kernel.errors import Trouble
from porchlight.project.commands import serve as serving
from porchlight.project.place import Home, default_folder
from porchlight.project.postgres import erase
from porchlight.project.production import DemoInProduction, is_production, mark_as_demo


class NotOurs(Trouble):
    """`demo --reset` was asked for while DATABASE_URL names the database."""

    code = "PL-PRO-040"
    sentence = "This demo's data lies in the database that DATABASE_URL names, and only you may remove that."
    repair = "Drop that database yourself, or leave DATABASE_URL out."


class HalfMade(Trouble):
    """The demo's data was begun and never finished: the first start was stopped while it seeded."""

    code = "PL-PRO-041"
    sentence = "The demo's county is half made."
    repair = "Begin it again with `make demo-reset`."


def add(parser: argparse.ArgumentParser) -> None:
    serving.add(parser)
    parser.add_argument("--reset", action="store_true", help="forget the demo's data and begin again")


def run(args: argparse.Namespace) -> int:
    if is_production():
        raise DemoInProduction
    if args.reset:
        _forget()
    return serving.serve(args.team_port, args.youth_port, before=_seeded)


def _forget() -> None:
    """Remove the demo's data and the keys that open it. Raises `NotOurs`, or `AlreadyRunning` while it runs."""
    if os.environ.get("DATABASE_URL"):
        raise NotOurs
    place = erase(default_folder(), data_dir_given=bool(os.environ.get("DATA_DIR")))
    if (place / "keys").is_dir():
        shutil.rmtree(place / "keys")


def _seeded(here: Home) -> dict[str, str]:
    """Seed when the county is empty; then say who can come in."""
    from porchlight.project import first  # noqa: PLC0415 - because models need settings first
    from porchlight.project.seed import run_seed  # noqa: PLC0415 - because models need settings first

    mark_as_demo(here.keys)
    cast = here.folder / "keys" / "demo-cast.json"
    if not cast.exists():
        if first.has_administrator():
            raise HalfMade
        run_seed(here, cast)
    sys.stdout.write("Demo: everybody here is invented. Come in by name on the sign-in page.\n")
    return {"PORCHLIGHT_DEMO": "yes", "PORCHLIGHT_DEMO_CAST": str(cast)}
