"""The team house."""

from __future__ import annotations

import os

from porchlight.project.settings.base import *  # noqa: F403 - because settings are a flat list of names
from porchlight.project.settings.base import ROOT, database

HOUSE = "team"
ROOT_URLCONF = "porchlight.project.urls_team"
DATABASES = {"default": database("pl_team")}
ALLOWED_HOSTS = os.environ.get("PORCHLIGHT_TEAM_HOST", "localhost").split(",")
STATIC_ROOTS = [ROOT / "desks" / "team" / "static"]
TEMPLATE_ROOT = ROOT / "desks" / "team" / "templates"
LOCALE_PATHS = [ROOT / "desks" / "team" / "locale"]
MIDDLEWARE = ["porchlight.project.headers.Headers", "porchlight.project.watchman.Watchman"]
SECRET_KEY = "unused: sessions, forms and contexts have keys of their own"  # noqa: S105 - because it is no secret
