"""What a house answers before the watchman: whether it is well, and its files. And when it refuses to begin."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connections
from psycopg.conninfo import conninfo_to_dict

from porchlight.project import serving
from porchlight.project.rendering import static
from porchlight.project.stage import in_house
from tests.support.connections import as_owner
from tests.support.server import ENVIRONMENT


def asked(app, address: str, *, host: str = "127.0.0.1:8001") -> tuple[str, dict[str, str], bytes]:
    """One request to the whole house: status, headers, body."""
    told = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": address,
        "HTTP_HOST": host,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8001",
        "wsgi.url_scheme": "http",
        "wsgi.input": None,
    }
    body = app(environ, lambda status, headers, *more: told.append((status, dict(headers))))
    found = b"".join(body)
    getattr(body, "close", lambda: None)()
    return *told[0], found


@pytest.fixture(params=["team", "youth"])
def app(request, town):
    with in_house(request.param):
        yield serving.assemble()


def a_style() -> str:
    """One of this house's style sheets, by its path among the house's files."""
    root = Path(settings.STATIC_ROOTS[0])
    return str(next(root.rglob("*.css")).relative_to(root))


def beyond(environ, start_response):
    """A house that says that it was asked."""
    start_response("404 Not Found", [])
    return [b"asked"]


@pytest.mark.parametrize("host", ["127.0.0.1:8001", "localhost:8000", "localhost", "127.8.8.8", "[::1]:80"])
def test_on_its_own_machine_a_house_says_that_it_is_well(app, host):
    status, headers, body = asked(app, "/healthz", host=host)
    assert (status, body) == ("200 OK", b"ok\n")
    assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("host", ["porch.example", "localhost.example", "192.0.2.7:80", "", "127.0.0.1.example"])
def test_to_nobody_else_does_it_answer_that_question(town, host):
    assert asked(serving._with_health(beyond), "/healthz", host=host)[2] == b"asked"


def test_a_house_whose_database_went_to_another_release_or_is_away_is_not_well(town, monkeypatch):
    app, closed = serving._with_health(beyond), []

    def away():
        raise OperationalError

    monkeypatch.setattr(serving, "release_matches", lambda: False)
    assert asked(app, "/healthz")[::2] == ("503 Service Unavailable", b"not ready\n")
    monkeypatch.setattr(serving, "release_matches", away)
    monkeypatch.setattr("django.db.connection.close", lambda: closed.append(1))
    assert asked(app, "/healthz")[::2] == ("503 Service Unavailable", b"not ready\n")
    assert closed == [1], "the next question is asked on a new connection"


def test_a_file_comes_whole_and_the_young_persons_browser_keeps_none_of_it(app):
    status, headers, body = asked(app, f"/s/{a_style()}")
    assert (status, body) == ("200 OK", (Path(settings.STATIC_ROOTS[0]) / a_style()).read_bytes())
    kept = "no-store" if settings.HOUSE == "youth" else "public, max-age=604800, immutable"
    assert headers["Cache-Control"] == kept
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Access-Control-Allow-Origin" not in headers


def test_the_address_of_a_file_carries_a_mark_of_its_content_and_a_file_that_is_not_there_is_an_error(town):
    with in_house("youth"):
        address, mark = static(a_style()).split("?")
        assert address == f"/s/{a_style()}"
        assert len(mark) == 8
        with pytest.raises(FileNotFoundError):
            static("nowhere.css")


def test_a_house_does_not_begin_on_a_database_of_another_release(town):
    with as_owner() as owner, in_house("team"):
        owner.execute("UPDATE pl.release SET hash = 'x' || hash")
        try:
            with pytest.raises(serving.NotReady):
                serving.assemble()
        finally:
            owner.execute("UPDATE pl.release SET hash = substr(hash, 2)")


def test_a_house_does_not_begin_with_a_login_that_row_security_does_not_bind(town, monkeypatch):
    assert not serving._passes_by()
    monkeypatch.setattr(serving, "_passes_by", lambda: True)
    with pytest.raises(serving.NotReady):
        serving.assemble()


def test_who_passes_row_security_by_is_asked_of_the_database(town):
    before = connections["default"]
    superuser = conninfo_to_dict(json.loads(os.environ[ENVIRONMENT])["admin"])
    connections["default"] = before.copy()
    connections["default"].settings_dict |= {"USER": superuser["user"], "PASSWORD": superuser["password"]}
    try:
        assert serving._passes_by()
    finally:
        connections["default"].close()
        connections["default"] = before


def test_a_house_does_not_begin_in_production_with_keys_of_the_demo(town, monkeypatch, tmp_path):
    from porchlight.kernel.secrets import Keys
    from porchlight.project.production import DemoKeys, mark_as_demo

    (tmp_path / "keys").mkdir()
    mark_as_demo(Keys(tmp_path / "keys"))
    monkeypatch.setenv("PORCHLIGHT_PRODUCTION", "yes")
    monkeypatch.setenv("PORCHLIGHT_KEYS", str(tmp_path / "keys"))
    with pytest.raises(DemoKeys):
        serving.assemble()
