"""The young person's house."""

from __future__ import annotations

import os

from porchlight.project.settings.base import *  # noqa: F403 - because settings are a flat list of names
from porchlight.project.settings.base import ROOT, database

HOUSE = "youth"
ROOT_URLCONF = "porchlight.project.urls_youth"
DATABASES = {"default": database("pl_youth")}
ALLOWED_HOSTS = os.environ.get("PORCHLIGHT_YOUTH_HOST", "127.0.0.1").split(",")
STATIC_ROOTS = [ROOT / "desks" / "youth" / "static"]
TEMPLATE_ROOT = ROOT / "desks" / "youth" / "templates"
LOCALE_PATHS = [ROOT / "desks" / "youth" / "locale"]
MIDDLEWARE = ["porchlight.project.headers.Headers", "porchlight.project.watchman.Watchman"]
SECRET_KEY = "unused: sessions, forms and contexts have keys of their own"  # noqa: S105 - because it is no secret
