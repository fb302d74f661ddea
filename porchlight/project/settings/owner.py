"""Migrations: the migrator's login, acting as the owner."""

from __future__ import annotations

from porchlight.project.settings.base import *  # noqa: F403 - because settings are a flat list of names
from porchlight.project.settings.base import database

HOUSE = "none"
DATABASES = {"default": database("pl_migrate", options="-c role=pl_owner")}
SECRET_KEY = "unused"  # noqa: S105 - because it is no secret
