"""Serve the team house in three layouts, turn by turn, and compare how many lists of 50 young people each draws.

    python -m bench.workers              5 rounds of 4 seconds for each layout
    python -m bench.workers --seconds 1

The whole product answers: sign-in, signed context, row security, audit, page. An embedded PostgreSQL is started in
a folder that is removed afterwards; the people in it are invented. Eight clients ask one after the other, each on
its own connection, from one process beside the servers. Only the ratio means anything on another machine.
"""

from __future__ import annotations

import argparse
import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import geometric_mean, median

from porchlight.project import settings_for

LAYOUTS = {
    "2 workers of 1 thread": ("2", "1"),
    "2 workers of 4 threads": ("2", "4"),
    "1 worker of 4 threads": ("1", "4"),
}
ROUNDS, CLIENTS, YOUNG_PEOPLE = 5, 8, 50
PORT = 8290
WARM = 1.5  # seconds that every layout may work before it counts


def main() -> int:
    """Measure both layouts, or fill the database when called by itself for that."""
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description=__doc__)
    parser.add_argument("--seconds", type=float, default=4.0, help="of each round and layout")
    parser.add_argument("--fill", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.fill:
        return fill()
    with town() as environment:
        cookie = said(environment, "--fill").strip()
        rounds = [
            {name: lists_a_second(layout, environment, cookie, args.seconds) for name, layout in LAYOUTS.items()}
            for _ in range(ROUNDS)
        ]
    first = next(iter(LAYOUTS))
    for name in LAYOUTS:
        ratios = [turn[name] / turn[first] for turn in rounds]
        sys.stdout.write(
            f"{name:24}{median(turn[name] for turn in rounds):5.0f} lists/s   "
            f"{geometric_mean(ratios):.2f} of the first ({min(ratios):.2f} to {max(ratios):.2f})\n"
        )
    return 0


@contextmanager
def town() -> Iterator[dict[str, str]]:
    """A PostgreSQL with our schema in it, and what a child process needs to find it."""
    from porchlight.project.commands.init import make_ready  # noqa: PLC0415 - because only the measuring process needs it
    from porchlight.project.place import home  # noqa: PLC0415 - because only the measuring process needs it

    os.environ.pop("DATABASE_URL", None)
    with tempfile.TemporaryDirectory(prefix="porchlight-bench-") as folder:
        Path(folder).chmod(0o711)
        with home(Path(folder) / "data") as here:
            make_ready(here)
            yield os.environ | here.environment()


def said(environment: dict[str, str], word: str) -> str:
    """What this module says when it is called with that word, in a process of its own."""
    words = [sys.executable, "-m", "bench.workers", word]
    return subprocess.run(words, env=environment, check=True, capture_output=True, text=True).stdout


def fill() -> int:
    """Fifty young people beside one social worker; prints the cookie of that worker's session."""
    settings_for.use("stage")
    from django.db import connections  # noqa: PLC0415 - because they need settings first

    from porchlight.people import api as people  # noqa: PLC0415 - because they need settings first
    from porchlight.policy.models import Grant  # noqa: PLC0415 - because they need settings first
    from porchlight.project.first import first_administrator  # noqa: PLC0415 - because they need settings first
    from porchlight.project.stage import acting, in_house  # noqa: PLC0415 - because they need settings first
    from porchlight.teams import api as teams  # noqa: PLC0415 - because they need settings first
    from porchlight.teams import sessions  # noqa: PLC0415 - because they need settings first

    team, connections["default"] = connections["default"], connections["owner"]
    first_administrator(name="Ada", email="ada@county.example")
    administrator = Grant.objects.get(kind="seat", role="ADM").seat
    connections["default"] = team
    with in_house("team"):
        with acting(administrator) as adm:
            agency = teams.add_agency(name="Sample", kind="child_welfare", phone="555-0100", by=adm)
            worker = teams.add_person(name="Sam", email="sam@county.example", language="en", by=adm)
            seat = teams.give_seat(worker, agency=agency, role="SW", name="Sam", phone="555-0101", by=adm)
            session = sessions.begin(worker, seat, key=adm.extras["process_key"])
        with acting(seat) as sw:
            for number in range(YOUNG_PEOPLE):
                name = f"Young person {number:02}"
                names = people.names_by_audience(legal=name, used=name, pronoun="they", ticked=frozenset({"team"}))
                people.welcome(names=names, legal_name=name, birth_date=date(2010, 5, 4), language="en", by=sw)
    sys.stdout.write(session.cookie)
    return 0


def lists_a_second(layout: tuple[str, str], environment: dict[str, str], cookie: str, seconds: float) -> float:
    """Start the house in that layout, let every client ask for that long, and stop it."""
    workers, threads = layout
    words = [sys.executable, "-m", "granian", "--interface", "wsgi", "--factory", "--no-ws", "--workers", workers]
    words += ["--blocking-threads", threads, "--host", "127.0.0.1", "--port", str(PORT), "--log-level", "error"]
    settings = {"DJANGO_SETTINGS_MODULE": "porchlight.project.settings.team"}
    with subprocess.Popen([*words, "porchlight.project.wsgi:application"], env=environment | settings) as house:
        try:
            wait_for(cookie)
            ask_all(cookie, WARM)
            count = ask_all(cookie, seconds)
        finally:
            house.terminate()
    return count / seconds


def ask_all(cookie: str, seconds: float) -> int:
    """How many lists all clients together got in that time."""
    until = time.monotonic() + seconds
    with ThreadPoolExecutor(CLIENTS) as clients:
        return sum(clients.map(lambda _: asked(cookie, until), range(CLIENTS)))


def wait_for(cookie: str) -> None:
    """Until the list is there, at most 30 seconds."""
    until = time.monotonic() + 30
    while True:
        try:
            asked(cookie, time.monotonic() + 0.1)
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def asked(cookie: str, until: float) -> int:
    """How often one client got the list until then. Raises `OSError` when it got anything else."""
    from porchlight.teams.sessions import COOKIE  # noqa: PLC0415 - because only a measuring process has settings

    connection = http.client.HTTPConnection("localhost", PORT, timeout=10)
    count = 0
    while time.monotonic() < until:
        connection.request("GET", "/", headers={"Cookie": f"{COOKIE}={cookie}"})
        answer = connection.getresponse()
        page = answer.read()
        if answer.status != http.HTTPStatus.OK or b"Young person 49" not in page:
            raise OSError(f"the list did not come: {answer.status}")
        count += 1
    connection.close()
    return count


if __name__ == "__main__":
    raise SystemExit(main())
