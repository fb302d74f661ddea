"""`python3 -m porchlight.project.postgres`: say in one sentence what this computer lacks, before set-up."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from porchlight.project.postgres.errors import PostgresTrouble
from porchlight.project.postgres.places import DEFAULT_DATA_DIR
from porchlight.project.postgres.preflight import preflight

if __name__ == "__main__":
    try:
        preflight(
            Path(os.environ.get("DATA_DIR") or DEFAULT_DATA_DIR),
            database_url=os.environ.get("DATABASE_URL", ""),
        )
    except PostgresTrouble as trouble:
        sys.exit(f"{trouble.code}: {trouble.said}")
