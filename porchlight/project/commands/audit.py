"""Seal the audit, or verify it from outside."""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time

from porchlight.project import settings_for
from porchlight.project.place import found

EVERY = 5.0  # seconds between two seals


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=("seal", "verify"))
    parser.add_argument("--keep-on", action="store_true", help="seal every five seconds until stopped")
    parser.add_argument("--json", action="store_true", help="the report as JSON")


def run(args: argparse.Namespace) -> int:
    if os.environ.get("PORCHLIGHT_DB"):
        return _work(args)
    with found() as here:
        here.here()
        return _work(args)


def _work(args: argparse.Namespace) -> int:
    settings_for.use("work")
    return _seal(keep_on=args.keep_on) if args.what == "seal" else _verify(as_json=args.json)


def _seal(*, keep_on: bool) -> int:
    from django.db import Error, connection  # noqa: PLC0415 - because they need settings first

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    signal.signal(signal.SIGINT, lambda *_: sys.exit(0))
    while True:
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pl.audit_seal()")
        except Error as wrong:
            if not keep_on:
                raise
            sys.stderr.write(f"sealing waits for the database: {type(wrong).__name__}\n")
            connection.close()
        if not keep_on:
            return 0
        time.sleep(EVERY)


def _verify(*, as_json: bool) -> int:
    from porchlight.audit.api import verify  # noqa: PLC0415 - because models need settings first

    report = verify()
    if as_json:
        sys.stdout.write(json.dumps(report.as_dict()) + "\n")
    elif report.good:
        sys.stdout.write(
            f"Good: {report.segments} segments, {report.leaves} leaves; {report.unsealed} wait for the sealer.\n"
        )
    else:
        sys.stdout.write(f"Bad: segment {report.first_bad}: {report.why}.\n")
    return 0 if report.good else 1
