"""Say what is wrong and how to mend it, and whether real data may be kept here."""

from __future__ import annotations

import argparse
import json
import sys

from porchlight.kernel.secrets import Keys
from porchlight.project import settings_for
from porchlight.project.place import found


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the findings as JSON, for monitors")


def run(args: argparse.Namespace) -> int:
    """0 when nothing has to be mended, whatever is said about real data; else 1."""
    with found() as here:
        here.here()
        settings_for.use("owner")
        return report(here.keys, as_json=args.json)


def report(keys: Keys, *, as_json: bool) -> int:
    """Examine and print. Settings must be the owner's."""
    from porchlight.project.doctor.examine import examine  # noqa: PLC0415 - because models need settings first
    from porchlight.project.doctor.real import reasons_against  # noqa: PLC0415 - because it reads settings

    findings, reasons = list(examine(keys)), reasons_against()
    well = not any(finding.state == "bad" for finding in findings)
    if as_json:
        said = {"well": well, "findings": [finding.as_dict() for finding in findings]}
        said |= {"ready_for_real_data": not reasons, "because": reasons}
        sys.stdout.write(json.dumps(said, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(map(str, findings)) + "\n\n")
        sys.stdout.write(f"Ready for real data: no, because {'; '.join(reasons)}.\n" if reasons else "Ready.\n")
    return 0 if well else 1
