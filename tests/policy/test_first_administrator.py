"""The first administrator is made on the machine itself, once, and comes in by a link."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connections, transaction

from porchlight.kernel import clock
from porchlight.kernel.secrets import Keys
from porchlight.policy.session import hash_of
from porchlight.project import first
from porchlight.project.commands import demo, init
from porchlight.project.install import Place
from porchlight.project.place import Home


@contextmanager
def a_county_without_one() -> Iterator[None]:
    """Django's connection is the owner's, as in the command; whatever is done is undone."""
    before = connections["default"]
    connections["default"] = connections["owner"]
    try:
        with transaction.atomic(), connections["default"].cursor() as owner:
            owner.execute("UPDATE policy_grant SET ended_at = now() WHERE kind = 'seat' AND role = 'ADM'")
            yield
            transaction.set_rollback(True)
    finally:
        connections["default"] = before


def asked(statement: str, *values: object) -> list[tuple[object, ...]]:
    with connections["default"].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def test_there_is_one_once_the_machine_has_made_them_and_no_second(cast):
    with a_county_without_one():
        assert not first.has_administrator()
        token = init.administrator_link(name="Ada", email="first.ada@county.example")
        assert token
        assert first.has_administrator()
        assert init.administrator_link(name="Ben", email="first.ben@county.example") is None


def test_their_link_is_kept_as_a_hash_for_thirty_minutes_and_no_password_opens_their_account(cast):
    with a_county_without_one():
        token = first.first_administrator(name="Ada", email="first.ada@county.example")
        ((person, made_at, ends_at),) = asked(
            "SELECT person_id, made_at, ends_at FROM teams_invitation WHERE hash = %s", hash_of(token)
        )
        assert ends_at - made_at == timedelta(minutes=30)
        assert abs(clock.wall() - made_at) < timedelta(minutes=1)
        assert asked("SELECT name, password FROM teams_person WHERE id = %s", person) == [("Ada", "!")]
        (line,) = asked(
            "SELECT role, footing, youth, agency FROM policy_grant WHERE kind = 'seat' AND person = %s", person
        )
        assert line[:3] == ("ADM", "EMPLOYED", None)
        assert asked("SELECT kind FROM teams_agency WHERE id = %s", line[3]) == [("administration",)]


@pytest.fixture
def home(tmp_path) -> Home:
    (tmp_path / "keys").mkdir()
    return Home(tmp_path, Keys(tmp_path / "keys"), Place("host=db.example"))


def test_the_demo_is_seeded_when_the_county_is_empty_and_its_keys_are_marked(town, home, monkeypatch, capsys):
    seeded = []
    monkeypatch.setattr(first, "has_administrator", lambda: False)
    monkeypatch.setattr("porchlight.project.seed.run_seed", lambda here, cast: seeded.append(cast))
    cast = home.folder / "keys" / "demo-cast.json"
    assert demo._seeded(home) == {"PORCHLIGHT_DEMO": "yes", "PORCHLIGHT_DEMO_CAST": str(cast)}
    assert seeded == [cast]
    assert (home.folder / "keys" / "demo").exists()
    assert "Come in by name" in capsys.readouterr().out
    cast.write_text("{}")
    demo._seeded(home)
    assert len(seeded) == 1


def test_a_county_that_is_half_made_is_said_so_and_not_seeded_over(town, home, monkeypatch):
    monkeypatch.setattr(first, "has_administrator", lambda: True)
    monkeypatch.setattr("porchlight.project.seed.run_seed", lambda here, cast: pytest.fail("it was seeded over"))
    with pytest.raises(demo.HalfMade):
        demo._seeded(home)
