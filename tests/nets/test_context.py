"""The fifth net's lock: a context is true for one connection of one house for a minute, or it is nothing."""

from __future__ import annotations

import time
from uuid import uuid4

import psycopg
import pytest
from django.db import connections, transaction

from porchlight.kernel.secrets import Keys
from porchlight.policy.context import ContextAlreadySet, Identity, pads, put_on
from porchlight.policy.registry import ABOUT_US, PUBLIC, Rule, the_registry
from porchlight.project.stage import acting, in_house
from tests.support.connections import as_admin, as_visitor, connect, context_for

PUT_ON = "SELECT set_config('pl.context', %s, true)"
CONTEXT_REFUSED = "PL001"


def refused(login: str, text: str) -> str:
    """The state that the database gives when this context asks who it is."""
    with connect(login, autocommit=False) as connection:
        connection.execute(PUT_ON, [text])
        with pytest.raises(psycopg.Error) as wrong:
            connection.execute("SELECT pl.actor()")
    return wrong.value.sqlstate or ""


def made_for(login: str, **changed: object):
    """A context text that is right but for what is changed, made for a connection that then asks."""
    kind = "youth" if login == "pl_youth" else "seat"
    with connect(login, autocommit=False) as connection:
        text = context_for(connection, login, changed.pop("kind", kind), uuid4(), **changed)
        connection.execute(PUT_ON, [text])
        try:
            connection.execute("SELECT pl.actor()")
        except psycopg.Error as wrong:
            return wrong.sqlstate
    return "taken"


@pytest.mark.parametrize("login", ["pl_team", "pl_youth"])
def test_a_true_context_is_taken(town, login):
    assert made_for(login) == "taken"


@pytest.mark.parametrize("login", ["pl_team", "pl_youth"])
def test_a_context_replayed_on_another_connection_is_refused(cast, login):
    kind = "youth" if login == "pl_youth" else "seat"
    with connect(login) as first:
        stolen = context_for(first, login, kind, cast["SW"].seat)
        assert refused(login, stolen) == CONTEXT_REFUSED


@pytest.mark.parametrize(("login", "other"), [("pl_team", "pl_youth"), ("pl_youth", "pl_team")])
def test_the_other_house_cannot_sign(town, login, other):
    assert made_for(login, key=Keys.here().context(other)) == CONTEXT_REFUSED
    assert made_for(login, key=b"guessed" * 5) == CONTEXT_REFUSED


@pytest.mark.parametrize("login", ["pl_team", "pl_youth"])
def test_a_house_cannot_speak_for_the_other_kind(town, login):
    wrong = "seat" if login == "pl_youth" else "youth"
    assert made_for(login, kind=wrong) == CONTEXT_REFUSED


@pytest.mark.parametrize("late", [-62, -3600, 8, 3600])
def test_a_context_past_its_minute_or_before_its_time_is_refused(town, late):
    assert made_for("pl_team", issued=time.time() + late) == CONTEXT_REFUSED


def test_a_context_that_gives_itself_longer_is_refused(town, monkeypatch):
    from datetime import timedelta

    from porchlight.policy import context

    monkeypatch.setattr(context, "LIFETIME", timedelta(seconds=90))
    assert made_for("pl_team") == CONTEXT_REFUSED


@pytest.mark.parametrize("garbage", ["x", "|", "a|b|c|d|e|f|g|h|i", "pl_team|seat" + "|" * 40, "'; DROP TABLE x; --"])
def test_garbage_is_refused_and_never_read_as_nobody(town, garbage):
    assert refused("pl_team", garbage)


def test_the_worker_has_no_key_and_so_no_context(town):
    with connect("pl_work", autocommit=False) as connection:
        connection.execute(PUT_ON, [context_for(connection, "pl_team", "seat", uuid4())])
        with pytest.raises(psycopg.Error):
            connection.execute("SELECT pl.audit_record('[{}]'::jsonb)")


@pytest.mark.parametrize("login", ["pl_team", "pl_youth"])
def test_without_a_context_there_are_no_rows(cast, login):
    for text in (None, ""):
        with connect(login, autocommit=False) as connection:
            if text is not None:
                connection.execute(PUT_ON, [text])
            for table in the_registry().values():
                ours = table.rule in (Rule.YOUTH, Rule.MINE, Rule.COUNTY, Rule.AGENCY, Rule.PAIR)
                if login == "pl_youth" and table.rule in ABOUT_US:
                    continue  # refused before any row is asked for: see below
                if (ours and PUBLIC not in table.open_to) or (table.rule is Rule.SHARED and table.readers != "all"):
                    assert connection.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (0,), table.name


def test_a_seat_that_the_ledger_does_not_know_sees_nothing(cast):
    with as_visitor("pl_team", "seat", uuid4()) as visitor:
        for table in the_registry().values():
            if table.rule is Rule.YOUTH:
                assert visitor.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (0,), table.name


@pytest.mark.parametrize("login", ["pl_team", "pl_youth", "pl_work"])
def test_closed_tables_are_closed_with_or_without_a_context(cast, login):
    with connect(login) as connection:
        for table in the_registry().values():
            if table.rule in (Rule.CLOSED, Rule.AUDIT) or login == "pl_work":
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(f"SELECT 1 FROM {table.name}")
        for hidden in ("pl_secret.context_key", "pl.clause"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(f"SELECT 1 FROM {hidden}")


def test_the_young_persons_house_reaches_no_table_about_ourselves(cast):
    with connect("pl_youth") as connection:
        for table in the_registry().values():
            if table.rule in ABOUT_US:
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(f"SELECT 1 FROM {table.name}")


def test_a_second_context_on_the_same_transaction_is_an_error_of_ours(cast):
    key = Keys.here().context("pl_team")
    with in_house("team"), acting(cast["SW"].seat), pytest.raises(ContextAlreadySet):
        put_on(Identity("seat", cast["CG"].seat), key=key)


def test_no_context_outlives_its_transaction(cast):
    key = Keys.here().context("pl_team")
    with in_house("team"):
        connection = connections["default"]
        for number in range(60):
            with pytest.raises(ZeroDivisionError) if number % 2 else _quietly(), transaction.atomic(durable=True):
                put_on(Identity("seat", cast["SW"].seat), key=key)
                if number % 2:
                    raise ZeroDivisionError
            with connection.cursor() as cursor:
                cursor.execute("SELECT coalesce(current_setting('pl.context', true), ''), pl.actor()")
                assert cursor.fetchone() == ("", None)


def _quietly():
    from contextlib import nullcontext

    return nullcontext()


def running_statement(pid: int) -> str:
    with as_admin() as admin:
        return admin.execute("SELECT query FROM pg_stat_activity WHERE pid = %s", [pid]).fetchone()[0]


def test_no_list_of_running_statements_shows_a_signature(cast):
    with in_house("team"), transaction.atomic(durable=True):
        put_on(Identity("seat", cast["SW"].seat), key=Keys.here().context("pl_team"))
        raw = connections["default"].connection
        shown = running_statement(raw.info.backend_pid)
        (text,) = psycopg.Cursor(raw).execute("SELECT current_setting('pl.context')").fetchone()
    assert "pl.context" in shown
    assert str(cast["SW"].seat) not in shown
    assert text.rsplit("|", 1)[1] not in shown


def test_sabotage_a_context_bound_on_our_side_would_be_shown(cast):
    with connect("pl_team", autocommit=False) as connection:
        text = context_for(connection, "pl_team", "seat", cast["SW"].seat)
        psycopg.ClientCursor(connection).execute(PUT_ON, [text])
        assert text.rsplit("|", 1)[1] in running_statement(connection.info.backend_pid)


def test_the_pads_are_those_of_hmac(town):
    import hashlib
    import hmac

    for key in (b"k" * 32, b"long" * 40):
        inner, outer = pads(key)
        made = hashlib.sha256(outer + hashlib.sha256(inner + b"said").digest()).digest()
        assert made == hmac.new(key, b"said", hashlib.sha256).digest()
