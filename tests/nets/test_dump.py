"""What a stolen dump, a log or a backup would show of what was typed: nothing that was sealed."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.policy.registry import ABOUT_US, Rule, the_registry
from tests.nets.dumps import Cell, cells, dump
from tests.support.connections import as_admin
from tests.support.filling import MARK

# In clear on purpose, in a table of its own: lists are sorted by it (design: names can be sealed later).
CLEAR = {("people_name", "name"), ("people_name", "folded"), ("people_name", "pronoun")}
# Typed about agencies and staff, never about a young person.
ABOUT_STAFF = {"teams_agency", "teams_person", "teams_seat"}
# Written only in a case that the walk of forms does not always come to; their rooms' tests write each by hand.
NOT_ON_THE_WALK = {
    ("absences_bed", "place"): "only when the bed is not held",
    ("absences_evidence", "words"): "only for a duty that nobody has done yet",
    ("absences_return", "kind_word"): "only from somebody whose words do not go to the young person",
    ("progress_promise_outcome", "why"): "only for a promise that was not kept or got another date",
    ("progress_word", "ground"): "only beside a fact that the record holds",
    ("progress_sentence", "parts"): "only when something that lasts was sent, after months",
    ("absences_settled", "they_say"): "only the day after a return",
    ("absences_talk", "with_name"): "only when somebody beyond the team is chosen",
    ("absences_turn", "why"): "only for somebody of age",
}
EMPTY = ("\\N", "\\\\x")  # nothing, and nothing typed
SEALED = [(table.name, column) for table in the_registry().values() for column in table.sealed]


@pytest.fixture(scope="module")
def dumped(planted) -> list[Cell]:
    return list(cells(dump()))


def in_clear(dumped: list[Cell]) -> set[tuple[str, str]]:
    """Every column in which something that was typed can be read, as text or as the bytes of it."""
    as_bytes = MARK.encode().hex()
    return {(cell.table, cell.column) for cell in dumped if MARK in cell.value or as_bytes in cell.value}


def test_a_dump_shows_nothing_that_was_typed_about_a_young_person(dumped):
    found = {place for place in in_clear(dumped) if place[0] not in ABOUT_STAFF}
    shared = {table.name for table in the_registry().values() if table.rule in {Rule.SHARED, *ABOUT_US}}
    assert {place for place in found - CLEAR if place[0] not in shared} == set()


@pytest.mark.parametrize(("table", "column"), SEALED)
def test_every_sealed_column_was_planted_through_the_product_and_is_sealed(dumped, table, column):
    """Where nothing was planted the walk does not reach the form: make a page lead to it."""
    values = [cell.value for cell in dumped if (cell.table, cell.column) == (table, column) and cell.value not in EMPTY]
    assert values or (table, column) in NOT_ON_THE_WALK, f"no form that anybody is led to ever wrote {table}.{column}"
    if the_registry()[table].rule is Rule.YOUTH:
        assert all(value.startswith("\\\\x01") for value in values), "sealed under the young person's own key"
    assert (table, column) not in in_clear(dumped)


def test_sabotage_a_text_in_clear_would_be_found(planted):
    with as_admin() as admin:
        admin.execute("CREATE TABLE pl.leak AS SELECT %s::text AS words, %s::bytea AS bytes", [MARK, MARK.encode()])
        try:
            found = in_clear(list(cells(dump())))
        finally:
            admin.execute("DROP TABLE pl.leak")
    assert {("pl.leak", "words"), ("pl.leak", "bytes")} <= found


def test_the_dump_shows_no_key_that_opens_anything(dumped):
    from porchlight.vault.key import the_ring

    for key in the_ring().keys.values():
        assert not [cell for cell in dumped if key.hex() in cell.value]


def test_the_servers_log_shows_no_statement_and_nothing_typed(planted):
    with as_admin() as admin:
        (folder,) = admin.execute("SELECT current_setting('log_directory')").fetchone()
        admin.execute("SELECT %s::text", [f"{MARK}-statement"])
        with pytest.raises(Exception, match="invalid input"):
            admin.execute("SELECT %s::text::int", [f"{MARK}-wrong"])
    logs = [path.read_text(errors="replace") for path in Path(folder).iterdir()]
    assert logs
    for log in logs:
        assert MARK not in log
        assert "SELECT" not in log
