"""What an operator is told by `porchlight audit`: in a sentence, as JSON for monitors, and by the exit code."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from django.db import OperationalError

from porchlight.project.commands import audit
from tests.audit.ledgers import add_committed, as_worker, forget_everything, report, seal_all
from tests.support.connections import as_admin


@pytest.fixture(autouse=True)
def _afresh(town):
    forget_everything()
    yield
    forget_everything()


def verify(capsys, *, as_json: bool = False) -> tuple[int, str]:
    with as_worker():
        ended = audit._verify(as_json=as_json)
    return ended, capsys.readouterr().out


def spoil() -> None:
    with as_admin() as admin:
        admin.execute("SET session_replication_role = replica")
        admin.execute("UPDATE audit_leaf SET at = at - interval '1 day'")


def test_a_good_audit_is_said_in_one_sentence_and_ends_with_nought(capsys):
    add_committed("one", "two")
    seal_all(2)
    add_committed("three")
    assert verify(capsys) == (0, "Good: 1 segments, 2 leaves; 1 wait for the sealer.\n")


def test_one_that_somebody_changed_names_the_segment_and_ends_with_one(capsys):
    add_committed("one")
    seal_all(1)
    spoil()
    ended, said = verify(capsys)
    assert ended == 1
    assert said.startswith("Bad: segment 1: leaf ")
    assert said.endswith(" was changed.\n")


def test_a_monitor_reads_the_same_as_json(capsys):
    add_committed("one")
    seal_all(1)
    ended, said = verify(capsys, as_json=True)
    assert (ended, json.loads(said)) == (0, report().as_dict())
    spoil()
    ended, said = verify(capsys, as_json=True)
    assert (ended, json.loads(said)["good"], json.loads(said)["first_bad"]) == (1, False, 1)


@pytest.fixture
def no_signals(monkeypatch):
    """This process keeps its own answer to being stopped."""
    monkeypatch.setattr(audit.signal, "signal", lambda *_: None)


def test_once_by_hand_seals_what_there_is(no_signals):
    add_committed("one")
    with as_worker():
        assert audit._seal(keep_on=False) == 0
    assert report().unsealed == 0


class Stopped(BaseException):
    """The sealer was asked to stop."""


def away(monkeypatch) -> list[str]:
    """A database that is away; what is done to its connection."""
    done: list[str] = []

    def cursor():
        raise OperationalError("Maya")

    gone = SimpleNamespace(cursor=cursor, close=lambda: done.append("closed"))
    monkeypatch.setattr("django.db.connection", gone)
    return done


def test_by_hand_a_database_that_is_away_is_an_error(no_signals, monkeypatch):
    away(monkeypatch)
    with pytest.raises(OperationalError):
        audit._seal(keep_on=False)


def test_the_sealer_waits_for_a_database_that_is_away_and_says_what_kind_of_error_it_was(
    no_signals, monkeypatch, capsys
):
    done, naps = away(monkeypatch), []

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            raise Stopped

    monkeypatch.setattr(audit.time, "sleep", nap)
    with pytest.raises(Stopped):
        audit._seal(keep_on=True)
    assert naps == [audit.EVERY] * 3
    assert done == ["closed"] * 3
    said = capsys.readouterr().err
    assert said == "sealing waits for the database: OperationalError\n" * 3
