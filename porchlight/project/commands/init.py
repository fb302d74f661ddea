"""Make database, roles, keys and schema, and a link for the first administrator."""

from __future__ import annotations

import argparse
import os
import sys

from porchlight.project import settings_for
from porchlight.project.install import install_keys, prepare
from porchlight.project.place import Home, home


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="Administrator", help="the first administrator's name")
    parser.add_argument("--email", default="administrator@county.example", help="and e-mail")
    ours = f"http://localhost:{os.environ.get('TEAM_PORT') or 8000}"
    parser.add_argument("--address", default=ours, help="where the team house will be")


def run(args: argparse.Namespace) -> int:
    with home() as here:
        make_ready(here)
        link = administrator_link(name=args.name, email=args.email)
    if link is None:
        sys.stdout.write("Ready. There is an administrator already; they invite everybody else.\n")
    else:
        sys.stdout.write(f"Ready. For {args.name}, once and within 30 minutes:\n  {args.address}/i/{link}\n")
    return 0


def make_ready(here: Home) -> None:
    """Everything but people. Safe to repeat. Afterwards this process is an owner process."""
    here.here()
    prepare(here.place, here.keys)
    settings_for.use("owner")
    from porchlight.project.schema import migrate  # noqa: PLC0415 - because models need settings first

    migrate()
    install_keys(here.place, here.keys)


def administrator_link(*, name: str, email: str) -> str | None:
    """A token for the first administrator; None when there is one already."""
    from porchlight.project import first  # noqa: PLC0415 - because models need settings first

    return None if first.has_administrator() else first.first_administrator(name=name, email=email)
