"""A connection that the server closed is noticed before the next request, and a good one costs no question."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.db import OperationalError, connections
from django.db.backends.postgresql import base

from porchlight.project.stage import in_house
from tests.support.client import team_browser
from tests.support.connections import as_admin


def backend() -> int:
    return connections["default"].connection.info.backend_pid


def a_request_begins() -> None:
    """What the server's handler does before each request; a test's browser leaves it out."""
    connections["default"].close_if_unusable_or_obsolete()


def test_a_good_connection_is_kept_without_asking(cast, monkeypatch):
    asked = []
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda wrapper: asked.append(wrapper) or True)
    with team_browser(cast["SW"]) as browser:
        browser.get("/")
        before = backend()
        a_request_begins()
        assert browser.get("/").status_code == 200
        assert backend() == before
    assert asked == []


def test_a_connection_that_the_server_closed_is_replaced_before_anybody_notices(cast):
    with team_browser(cast["SW"]) as browser:
        browser.get("/")
        before = backend()
        with as_admin() as admin:
            admin.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
        a_request_begins()
        assert browser.get("/").status_code == 200
        assert backend() != before


def test_a_word_from_a_server_that_is_well_is_not_taken_for_its_end(town):
    with in_house("team"):
        connections["default"].ensure_connection()
        before = backend()
        with as_admin() as admin:
            admin.execute("ALTER ROLE pl_team SET application_name = 'heard'")
            admin.execute("ALTER ROLE pl_team RESET application_name")
        assert connections["default"].is_usable()
        assert backend() == before


def test_a_house_that_begins_while_the_database_recovers_waits_for_it(town, monkeypatch):
    from porchlight.project import serving

    tries, naps = iter([OperationalError("recovering"), OperationalError("recovering"), None]), []

    def connect():
        trouble = next(tries)
        if trouble:
            raise trouble

    monkeypatch.setattr(serving, "connection", SimpleNamespace(ensure_connection=connect))
    monkeypatch.setattr(serving.time, "sleep", naps.append)
    serving._wait_for_database()
    assert naps == [0.2, 0.2]


def test_a_house_does_not_wait_for_ever(town, monkeypatch):
    from porchlight.project import serving

    def connect():
        raise OperationalError("gone")

    monkeypatch.setattr(serving, "connection", SimpleNamespace(ensure_connection=connect))
    monkeypatch.setattr(serving, "PATIENCE", 0.0)
    with pytest.raises(OperationalError, match="gone"):
        serving._wait_for_database()
