"""Run the seed in this process."""

from __future__ import annotations

import json
import os
from pathlib import Path

from porchlight.project import settings_for


def main() -> None:
    """Make the county and write the cast's file."""
    settings_for.use("stage")
    from porchlight.project.seed.county import make_county  # noqa: PLC0415 - because models need settings first

    cast = make_county()
    place = Path(os.environ["PORCHLIGHT_SEED_CAST"])
    with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(cast, file, indent=1)


if __name__ == "__main__":
    main()
