"""Serve both houses, with the embedded database unless DATABASE_URL names another."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Callable

from porchlight.project.commands.init import make_ready
from porchlight.project.place import Home, default_folder, home
from porchlight.project.postgres import preflight
from porchlight.project.production import closed_roles, is_production, refuse_demo_keys
from porchlight.project.running import Running


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--team-port", type=int, default=int(os.environ.get("TEAM_PORT") or 8000))
    parser.add_argument("--youth-port", type=int, default=int(os.environ.get("YOUTH_PORT") or 8001))


def run(args: argparse.Namespace) -> int:
    return serve(args.team_port, args.youth_port, before=_nothing_more)


def serve(team_port: int, youth_port: int, *, before: Callable[[Home], dict[str, str]]) -> int:
    """Start everything, say where it is, and stay until Ctrl-C. `before` may add to the environment."""
    preflight(default_folder(), ports=(team_port, youth_port), database_url=os.environ.get("DATABASE_URL", ""))
    signal.signal(signal.SIGTERM, _as_interrupt)
    if signal.getsignal(signal.SIGHUP) == signal.SIG_DFL:  # the terminal was closed; `nohup` may forbid it
        signal.signal(signal.SIGHUP, _as_interrupt)
    try:
        with home() as here:
            return _stay(here, team_port, youth_port, before=before)
    except KeyboardInterrupt:
        _say("\nStopped.")
        return 0


def _stay(here: Home, team_port: int, youth_port: int, *, before: Callable[[Home], dict[str, str]]) -> int:
    """Serve until Ctrl-C, which passes through and stops every part. One that ends by itself is started again."""
    for sentence in here.said:
        _say(sentence)
    refuse_demo_keys(here.keys)
    if is_production():
        _say(closed_roles())
    make_ready(here)
    running = Running(here.environment() | before(here), here.server)
    team, youth = f"http://localhost:{team_port}", f"http://127.0.0.1:{youth_port}"
    try:
        running.house("team", host="127.0.0.1", port=team_port)
        running.house("youth", host="127.0.0.1", port=youth_port)
        running.sealer()
        running.nightly()
        if running.wait_until_answering(f"http://127.0.0.1:{team_port}", youth):
            _say(f"\nTeam house:  {team}\nYouth house: {youth}\nCtrl-C stops everything.")
            running.wait()
        _say("A part did not start, so everything is stopped. The lines above say why.")
    finally:
        running.stop()
    return 1


def _nothing_more(_: Home) -> dict[str, str]:
    return {}


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def _as_interrupt(*_: object) -> None:
    raise KeyboardInterrupt
