"""Draw the generated pages again: `python -m porchlight.project.catalogue`, or see with `--check` which are stale."""

from __future__ import annotations

import argparse
import sys

from porchlight.project import settings_for


def main(words: list[str] | None = None) -> int:
    """Write what is stale, or only name it. Ends with 1 when `--check` found something."""
    parser = argparse.ArgumentParser(prog="python -m porchlight.project.catalogue", description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, name what is stale")
    check = parser.parse_args(words).check
    settings_for.use("work")
    from porchlight.project.catalogue.pages import current, stale  # noqa: PLC0415 - because models need settings first

    behind = stale()
    for path in behind:
        if not check:
            path.write_text(current(path), encoding="utf-8")
        sys.stdout.write(f"{'stale' if check else 'written'}: {path.name}\n")
    return 1 if check and behind else 0


if __name__ == "__main__":
    raise SystemExit(main())
