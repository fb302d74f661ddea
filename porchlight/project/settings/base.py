"""What both houses share. Nothing here depends on who asks."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from psycopg.conninfo import conninfo_to_dict

from porchlight.kernel import clock
from porchlight.kernel.county import read_county
from porchlight.kernel.secrets import Keys

ROOT = Path(__file__).resolve().parents[2]

DEBUG = False
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
USE_I18N = True

ROOMS = [
    "vault",
    "policy",
    "audit",
    "people",
    "teams",
    "ownspace",
    "directory",
    "messaging",
    "safety",
    "absences",
    "needs",
    "progress",
    "adoption",
]
INSTALLED_APPS = [f"porchlight.{room}.app.Room" for room in ROOMS]
AUTH_USER_MODEL = "teams.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PASSWORD_HASHERS = ["porchlight.teams.passwords.Argon2id"]
TEMPLATES: list[dict[str, Any]] = []
MIDDLEWARE: list[str] = []
APPEND_SLASH = False
USE_X_FORWARDED_HOST = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000  # bytes of a form; files come with their own door
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS = ["porchlight.desks.uploads.UpToALimit"]
SILENCED_SYSTEM_CHECKS = ["urls.W002"]


def _exit_host(county: str) -> str:
    return read_county(county, on=clock.wall().date()).text("exit.host", "en")


# The clock of every record is UTC; rooms show county time through porchlight.kernel.clock.
PRODUCTION = os.environ.get("PORCHLIGHT_PRODUCTION") == "yes"
DEMO = os.environ.get("PORCHLIGHT_DEMO") == "yes"
COUNTY = os.environ.get("PORCHLIGHT_COUNTY", "sample")
# The hour of the county's clock at which the nightly run begins.
NIGHTLY_HOUR = int(os.environ.get("PORCHLIGHT_NIGHTLY_HOUR") or 3)
# Where the way out leads; without a setting, to the host that the county's file names.
NEUTRAL_SITE = os.environ.get("PORCHLIGHT_NEUTRAL_SITE") or f"https://{_exit_host(COUNTY)}/"

# PostgreSQL plans a statement once a connection, not once a request: planning row security costs more than reading.
PREPARED = {"server_side_binding": True, "prepare_threshold": 3}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "porchlight.project.logs.Quiet", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"porchlight": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}


def database(login: str, **options: Any) -> dict[str, Any]:
    """Django's entry for one login. The address is `PORCHLIGHT_DB`; the password lies in the key folder."""
    where = conninfo_to_dict(os.environ.get("PORCHLIGHT_DB", ""))
    return {
        "ENGINE": "porchlight.project.database",
        "NAME": where.get("dbname", "porchlight"),
        "HOST": where.get("host", ""),
        "PORT": where.get("port", ""),
        "USER": login,
        "PASSWORD": _password(login),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {"application_name": login, "connect_timeout": 5} | PREPARED | options,
        "TEST": {"MIRROR": None},
    }


def _password(login: str) -> str:
    return Keys.here().password(login) if os.environ.get("PORCHLIGHT_KEYS") else ""
