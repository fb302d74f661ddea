"""From a bare PostgreSQL to ours: an old one is refused before anything is made, and nothing is made twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from porchlight.kernel.secrets import Keys
from porchlight.project import install
from porchlight.project.install import Place, TooOld, prepare

PLACE = Place("host=db.example user=boss password=secret sslmode=verify-full sslrootcert=/etc/ca.pem", "ours")


class Administrator:
    """An administrator's connection that writes down what it was asked."""

    def __init__(self, version: int, *, made: bool) -> None:
        self.info = SimpleNamespace(server_version=version)
        self.made = made
        self.asked: list[str] = []

    def execute(self, statement: object, values: object = None) -> SimpleNamespace:
        self.asked.append(statement if isinstance(statement, str) else statement.as_string(None))
        return SimpleNamespace(fetchone=lambda: (1,) if self.made else None)


def prepared(monkeypatch, version: int, *, made: bool = False) -> tuple[list[str], list[str]]:
    """What was asked of the administrator, and for which databases roles were made."""
    admin, roles = Administrator(version, made=made), []

    @contextmanager
    def connect(address: str, *, autocommit: bool) -> Iterator[Administrator]:
        assert (address, autocommit) == (PLACE.admin, True)
        yield admin

    monkeypatch.setattr(install.psycopg, "connect", connect)
    monkeypatch.setattr(install, "make_roles", lambda connection, *, keys, database: roles.append(database))
    try:
        prepare(PLACE, Keys.__new__(Keys))
    except TooOld:
        assert admin.asked == []
        raise
    return admin.asked, roles


def test_an_older_postgresql_is_told_and_left_as_it_is(monkeypatch):
    with pytest.raises(TooOld):
        prepared(monkeypatch, 159999)


@pytest.mark.parametrize("version", [160000, 160004, 180001])
def test_from_version_sixteen_on_the_database_is_made_in_plain_unicode_and_then_the_roles(monkeypatch, version):
    asked, roles = prepared(monkeypatch, version)
    assert asked[1:] == ["CREATE DATABASE \"ours\" ENCODING 'UTF8' TEMPLATE template0"]
    assert roles == ["ours"]


def test_a_database_that_is_there_is_kept_and_its_roles_are_put_right(monkeypatch):
    asked, roles = prepared(monkeypatch, 180000, made=True)
    assert len(asked) == 1
    assert roles == ["ours"]


def test_the_address_that_processes_get_keeps_the_encryption_and_leaves_out_who_the_administrator_is():
    assert PLACE.address() == "dbname=ours host=db.example sslmode=verify-full sslrootcert=/etc/ca.pem"
