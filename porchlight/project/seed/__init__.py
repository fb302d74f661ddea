"""The invented county: made by the product's own commands, as the people who would do it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from porchlight.project.place import Home


def run_seed(here: Home, cast: Path) -> None:
    """Seed in a process of its own, on the houses' own logins; then write down who can come in (0600)."""
    environment = {**os.environ, **here.environment(), "PORCHLIGHT_SEED_CAST": str(cast)}
    subprocess.run([sys.executable, "-m", "porchlight.project.seed"], env=environment, check=True)
