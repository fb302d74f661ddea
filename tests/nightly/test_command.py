"""The command: once by hand, and by itself once a day."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta

from django.db import OperationalError

from porchlight.kernel import clock
from porchlight.project.commands import nightly as command
from porchlight.project.commands import serve
from porchlight.project.running import Running
from tests.nightly.making import someone

LATER = datetime.now(UTC) + timedelta(days=1)


def test_by_hand_it_says_what_it_did(small, admin):
    someone(admin, small["SW"].agency)
    words = [sys.executable, "-m", "porchlight.project.command", "nightly"]
    settings = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(words, env=settings, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Done: ")
    assert " agencies counted, 0 days of 0 young people became 0 weeks." in done.stdout


def test_by_itself_it_runs_once_and_not_again_that_day(monkeypatch, town):
    runs = []
    monkeypatch.setattr("porchlight.project.nightly.run", lambda: runs.append(1))
    monkeypatch.setattr("porchlight.project.nightly.last_run", lambda: None)
    with clock.standing_still(LATER):
        ran_at = command._look(None)
        assert ran_at == LATER
        assert command._look(ran_at) == ran_at
    with clock.standing_still(LATER + timedelta(days=1)):
        assert command._look(ran_at) != ran_at
    assert len(runs) == 2


def test_a_database_that_is_away_is_asked_again_later(monkeypatch, town, capsys):
    def gone():
        raise OperationalError

    monkeypatch.setattr("porchlight.project.nightly.last_run", gone)
    monkeypatch.setattr("django.db.connection.close", lambda: None)
    assert command._look(None) is None
    assert capsys.readouterr().err == "the nightly run waits for the database: OperationalError\n"


def test_whoever_serves_both_houses_starts_it_too(monkeypatch):
    running = Running({})
    monkeypatch.setattr(running, "_add", lambda *part: running.parts.append(part))
    running.nightly()
    ((name, said, words, _),) = running.parts
    assert (name, said, words[-2:]) == ("nightly", "The nightly run", ["nightly", "--keep-on"])
    assert "running.nightly()" in inspect.getsource(serve)


def test_it_asks_the_database_no_more_often_for_more_young_people(night, eleven, small, admin):
    from django.db import connections

    asked = []

    def counted(execute, sql, params, many, context):
        asked.append(sql)
        return execute(sql, params, many, context)

    with connections["work"].execute_wrapper(counted):
        night()
        few = len(asked)
        for _ in range(20):
            someone(admin, small["SW"].agency).record([1, 0])
        night()
    assert len(asked) - 2 * few < 10  # and not twenty more, one for each of them
