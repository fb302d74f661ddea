"""A request about one young person sees and writes rows about nobody else, whatever its code asks for."""

from __future__ import annotations

from uuid import uuid4

import psycopg
import pytest

from porchlight.policy.registry import Rule, the_registry
from tests.support.client import team_browser
from tests.support.connections import as_visitor

NARROW = "SELECT set_config('pl.about', %s, true)"


@pytest.fixture
def two(cast):
    """Two young people beside whom the same worker stands."""
    return [cast.maya, cast.dee]


def names_seen(visitor: psycopg.Connection, among: list[object]) -> set[object]:
    rows = visitor.execute("SELECT youth_id FROM people_name WHERE youth_id = ANY (%s)", [among])
    return {row[0] for row in rows}


def test_without_it_both_are_seen_and_with_it_one(cast, two):
    with as_visitor("pl_team", "seat", cast["SW"].seat) as visitor:
        assert names_seen(visitor, two) == set(two)
        visitor.execute(NARROW, [str(two[0])])
        assert names_seen(visitor, two) == {two[0]}


def test_it_only_takes_away(cast, two):
    """Naming somebody beside whom one does not stand opens nothing, in no table."""
    with as_visitor("pl_team", "seat", cast.quinn.seat) as visitor:
        for named in (two[0], uuid4()):
            visitor.execute(NARROW, [str(named)])
            for table in the_registry().values():
                if table.rule is Rule.YOUTH:
                    assert visitor.execute(f"SELECT count(*) FROM {table.name}").fetchone() == (0,), table.name


def test_it_ends_with_its_transaction(cast, two):
    with as_visitor("pl_team", "seat", cast["SW"].seat) as visitor:
        visitor.execute(NARROW, [str(two[0])])
        visitor.rollback()
        assert visitor.execute("SELECT coalesce(current_setting('pl.about', true), '')").fetchone() == ("",)


def test_a_page_about_one_asks_so_and_a_list_does_not(cast, two, monkeypatch):
    from porchlight.project import watchman

    said = []
    put_on = watchman.put_on
    monkeypatch.setattr(
        watchman, "put_on", lambda who, **more: (said.append(more.get("about")), put_on(who, **more))[1]
    )
    with team_browser(cast["SW"]) as browser:
        assert browser.get(f"/y/{two[0]}/").status_code == 200
        assert browser.get("/").status_code == 200
    assert said == [two[0], None]
