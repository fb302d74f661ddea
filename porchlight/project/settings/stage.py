"""Both houses in one process, for the seed and the tests: each on its own login, one at a time."""

from __future__ import annotations

from porchlight.project.settings.base import database
from porchlight.project.settings.team import *  # noqa: F403 - because the stage begins as the team house

DATABASES = {
    "default": database("pl_team"),
    "youth": database("pl_youth"),
    "work": database("pl_work"),
    "owner": database("pl_migrate", options="-c role=pl_owner"),
}
