"""The fifth net: tables, policies, functions and keys, for every table that the registry will ever hold."""

from __future__ import annotations

from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from porchlight.policy.grid import the_grid
from porchlight.policy.registry import the_registry
from porchlight.policy.values import Action
from porchlight.project.doctor.functions import functions
from porchlight.project.doctor.tables import unguarded
from tests.grid.functions import listed
from tests.grid.world import columns, insert_statement, line, row_for, write, youth_tables
from tests.nets.policies import asked_once_a_row
from tests.support.connections import as_admin, as_owner, as_visitor

GOLDEN = Path(__file__).parents[1] / "grid" / "functions.txt"
POINTING = [(table, column) for table in youth_tables() for column in sorted(table.points)]
POINTING_BESIDE = [(table, column) for table in youth_tables() for column in sorted(table.beside)]
# Columns that name something which is not about one young person, so no composite key can hold them.
ABOUT_NOBODY = {"agency_id", "youth_id", "seat_id", "person_id", "service_id", "line_id", "way_id"}
# Columns so named that are no such pointer, each with its reason.
KNOWN = {
    "progress_sentence.word_id": "the word may be deleted for good; then the sentence is taken back",
    "safety_writing.section_id": "a section is a key that its writings share, not a row",
}


def asking(connection: psycopg.Connection):
    return lambda sql: connection.execute(sql).fetchall()


def test_every_table_is_registered_owned_and_under_forced_row_security(town):
    with as_owner() as owner:
        assert list(unguarded(asking(owner))) == []


@pytest.mark.parametrize(
    ("sabotage", "found"),
    [
        ("CREATE TABLE loose (id uuid)", "loose stands in no registry"),
        ("CREATE VIEW see_through AS SELECT * FROM people_name", "see_through is a view"),
        ("ALTER TABLE people_name NO FORCE ROW LEVEL SECURITY", "people_name has no forced row security"),
        ("ALTER TABLE people_name DISABLE ROW LEVEL SECURITY", "people_name has no forced row security"),
        ("ALTER TABLE policy_once OWNER TO pl_team", "policy_once belongs to pl_team"),
        ("DROP POLICY pl_closed ON policy_grant", "policy_grant has no policy"),
        ("ALTER TABLE policy_try RENAME TO tries", "policy_try is registered and is not there"),
    ],
)
def test_sabotage_a_table_that_slipped_through_is_named(town, sabotage, found):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute("SET LOCAL search_path = public")
        admin.execute(sabotage)
        assert any(line.startswith(found) for line in unguarded(asking(admin)))


def test_no_policy_asks_a_function_about_a_row(town):
    with as_admin() as admin:
        assert list(asked_once_a_row(admin)) == []


@pytest.mark.parametrize(
    "using",
    ["length(audience) > 3", "pl.responsible(youth_id) IS NOT NULL", "made_by = pl.actor()"],
)
def test_sabotage_a_policy_that_asks_once_a_row_is_named(town, using):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute(f"CREATE POLICY slow ON people_name FOR SELECT TO pl_team USING ({using})")
        assert any("people_name.slow" in line for line in asked_once_a_row(admin))


def test_the_functions_are_those_that_were_reviewed(town):
    """A change is a visible diff: `python -m tests.grid.functions > tests/grid/functions.txt`."""
    with as_owner() as owner:
        assert listed(owner) == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_function_that_lends_rights_has_its_search_path_pinned(town):
    with as_owner() as owner:
        lending = [function for function in functions(asking(owner)) if function.definer]
    assert len(lending) > 20
    assert [function.name for function in lending if not function.pinned] == []


def test_no_function_is_everybodys_and_the_ledger_has_no_caller(town):
    with as_owner() as owner:
        found = functions(asking(owner))
    assert not [function.name for function in found if "PUBLIC" in function.callers]
    assert [f.callers for f in found if f.name.startswith("ledger(")] == [()]


@pytest.mark.parametrize(("table", "column"), POINTING, ids=lambda part: getattr(part, "name", part))
@pytest.mark.parametrize("stranger", ["youth_id", "agency_id", "nobody"])
def test_a_row_can_not_point_to_another_young_person_or_agency(town, table, column, stranger):
    target = the_registry()[table.points[column]]
    with as_admin() as admin, admin.transaction(force_rollback=True):
        named = row_for(admin, target, id=uuid4(), agency_id=uuid4(), youth_id=uuid4())
        _plant(admin, target.name, named)
        ours = {name: named[name] for name in ("agency_id", "youth_id")}
        right = row_for(admin, table, id=uuid4(), **ours) | {column: named["id"]}
        _quiet_pointers(admin, table, right, but=column)
        wrong = right | {"id": uuid4()} | ({column: uuid4()} if stranger == "nobody" else {stranger: uuid4()})
        assert _stands(admin, table.name, right)
        assert not _stands(admin, table.name, wrong)


@pytest.mark.parametrize(("table", "column"), POINTING_BESIDE, ids=lambda part: getattr(part, "name", part))
def test_a_row_of_another_agency_can_be_named_but_never_one_of_another_young_person(town, table, column):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        named = row_for(admin, the_registry()[table.beside[column]], id=uuid4(), agency_id=uuid4(), youth_id=uuid4())
        _plant(admin, table.beside[column], named)
        right = row_for(admin, table, id=uuid4(), youth_id=named["youth_id"]) | {column: named["id"]}
        _quiet_pointers(admin, table, right, but=column)
        assert _stands(admin, table.name, right)
        assert not _stands(admin, table.name, right | {"id": uuid4(), "youth_id": uuid4()})
        assert not _stands(admin, table.name, right | {"id": uuid4(), column: uuid4()})


def test_every_pointer_at_a_row_about_a_young_person_is_in_the_registry(town):
    """A column named …_id of such a table is declared in `points` or `beside`, or known to be about nobody."""
    loose = []
    with as_owner() as owner:
        for table in youth_tables():
            pointers = {n for n, kind in columns(owner, table.name).items() if n.endswith("_id") and kind == "uuid"}
            loose += [
                f"{table.name}.{name}"
                for name in pointers - ABOUT_NOBODY - set(table.points) - set(table.beside) - {table.row}
            ]
    assert set(loose) <= set(KNOWN)


ROW_TABLES = [table for table in youth_tables() if table.row]


@pytest.mark.parametrize("table", ROW_TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("whose", ["their own", "another's"])
def test_a_line_about_one_young_person_never_opens_a_row_of_another(town, table, whose):
    """Whoever may give consent about one could name any row; it opens only what is about that one."""
    role, kind = next(
        (role, clause.condition)
        for role, category, clause in the_grid().clauses()
        if category is table.category and role not in ("Y", "OC") and clause.condition not in ("", "own")
        if clause.reaches(Action.READ, table.grain)
    )
    seat, agency, about, other = uuid4(), uuid4(), uuid4(), uuid4()
    with as_admin() as admin:
        row = row_for(admin, table, id=uuid4(), agency_id=agency, youth_id=about if whose == "their own" else other)
        admin.execute("SET session_replication_role = replica")
        admin.execute(insert_statement(table.name, row), list(row.values()))
        named = row[table.row]
    with as_owner() as owner:
        write(
            owner,
            [
                line("seat", seat=seat, person=uuid4(), role=role, agency=agency),
                line("standing", youth=about, seat=seat),
                line(kind, youth=about, seat=seat, category=str(table.category), row_id=named),
            ],
        )
    with as_visitor("pl_team", "seat", seat) as visitor:
        found = visitor.execute(f"SELECT count(*) FROM {table.name} WHERE id = %s", [row["id"]]).fetchone()
    assert found == (int(whose == "their own"),)


def _plant(admin: psycopg.Connection, table: str, row: dict[str, object]) -> None:
    """Put a row in whatever its own pointers say."""
    admin.execute("SET LOCAL session_replication_role = replica")
    admin.execute(insert_statement(table, row), list(row.values()))
    admin.execute("SET LOCAL session_replication_role = origin")


def _quiet_pointers(admin: psycopg.Connection, table, row: dict[str, object], *, but: str) -> None:
    """Fill the other pointers with rows that are there, so that only one is on trial."""
    for column, name in {**table.points, **table.beside}.items():
        if column != but:
            other = row_for(admin, the_registry()[name], agency_id=row["agency_id"], youth_id=row["youth_id"])
            other["id"] = row[column] = uuid4()
            _plant(admin, name, other)


def _stands(admin: psycopg.Connection, table: str, row: dict[str, object]) -> bool:
    try:
        with admin.transaction(force_rollback=True):
            admin.execute(insert_statement(table, row), list(row.values()))
            admin.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except psycopg.errors.ForeignKeyViolation:
        return False
    return True
