"""Do the night's work once: how each agency's counts jump about, and days that are kept no longer."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import time
from datetime import datetime

from porchlight.project import settings_for
from porchlight.project.place import found

EVERY = 60.0  # seconds between two looks at the clock


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keep-on", action="store_true", help="once a day at NIGHTLY_HOUR by the county's clock")


def run(args: argparse.Namespace) -> int:
    if os.environ.get("PORCHLIGHT_DB"):
        return _work(keep_on=args.keep_on)
    with found() as here:
        here.here()
        return _work(keep_on=args.keep_on)


def _work(*, keep_on: bool) -> int:
    settings_for.use("work")
    from porchlight.project import nightly  # noqa: PLC0415 - because models need settings first

    if not keep_on:
        sys.stdout.write(f"Done: {nightly.run()}.\n")
        return 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    ran_at: datetime | None = None
    while True:
        ran_at = _look(ran_at)
        time.sleep(EVERY)


def _look(ran_at: datetime | None) -> datetime | None:
    """Run if it is time; says when this process last did. A database that is away is asked again at the next look."""
    from django.conf import settings  # noqa: PLC0415 - because they need settings first
    from django.db import Error, connection  # noqa: PLC0415 - because they need settings first

    from porchlight.kernel import clock  # noqa: PLC0415 - because it comes with them
    from porchlight.project import nightly  # noqa: PLC0415 - because models need settings first

    now = clock.now()
    try:
        if nightly.is_due(ran_at or nightly.last_run(), now=now, hour=settings.NIGHTLY_HOUR):
            nightly.run()
            return now
    except Error as wrong:
        sys.stderr.write(f"the nightly run waits for the database: {type(wrong).__name__}\n")
        connection.close()
    return ran_at
