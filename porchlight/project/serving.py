"""What answers a request of either house: health, files, then the watchman."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.db import Error, OperationalError, connection
from whitenoise import WhiteNoise

from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.project.production import refuse_demo_keys
from porchlight.project.rendering import STATIC
from porchlight.project.schema import release_matches

WEEK = 7 * 24 * 3600  # seconds that a team browser may keep a style sheet; its address changes with the file
PATIENCE = 60.0  # seconds that a database may take to come back

App = Callable[..., Iterable[bytes]]


class NotReady(Trouble):
    """The database does not carry this release's policies, or the login could pass them by."""

    code = "PL-PRO-030"
    sentence = "The system isn't ready yet. Nothing was lost."
    repair = "Run `porchlight migrate`, then start again. `porchlight doctor` says what differs."


def assemble() -> App:
    """Pages through the watchman, files straight from memory. Raises `NotReady` rather than serve unguarded."""
    refuse_demo_keys(Keys.here())
    _wait_for_database()
    if not release_matches() or _passes_by():
        raise NotReady
    files = WhiteNoise(WSGIHandler(), max_age=None, allow_all_origins=False, add_headers_function=_file_headers)
    for root in settings.STATIC_ROOTS:
        files.add_files(str(root), prefix=STATIC)
    return _with_health(files)


def _wait_for_database() -> None:
    """A worker that begins while the database recovers waits for it: to die of it would only begin another."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            connection.ensure_connection()
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _passes_by() -> bool:
    """Whether this login is one that row security does not bind."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def _with_health(app: App) -> App:
    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ.get("PATH_INFO") != "/healthz" or not _loopback(environ.get("HTTP_HOST", "")):
            return app(environ, start_response)
        good = _healthy()
        start_response(
            "200 OK" if good else "503 Service Unavailable",
            [("Content-Type", "text/plain"), ("Cache-Control", "no-store")],
        )
        return [b"ok\n" if good else b"not ready\n"]

    return answer


def _loopback(host: str) -> bool:
    name = host.rsplit(":", 1)[0].strip("[]")
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def _healthy() -> bool:
    try:
        return release_matches()
    except Error:
        connection.close()
        return False


def _file_headers(headers: Any, path: str, url: str) -> None:
    """The young person's browser keeps nothing, not even a style sheet."""
    keep = "no-store" if settings.HOUSE == "youth" else f"public, max-age={WEEK}, immutable"
    headers["Cache-Control"] = keep
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Referrer-Policy"] = "no-referrer"
