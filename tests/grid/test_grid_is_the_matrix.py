"""The shipped grid is the access matrix, cell by cell, and nothing else."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from porchlight.policy.grid import ON_CALL, read_grid, the_grid
from porchlight.policy.registry import Rule, the_registry
from porchlight.policy.values import Category

HERE = Path(__file__).parent
MATRIX = list(csv.DictReader((HERE / "access-matrix.csv").read_text(encoding="utf-8").splitlines()))
CELLS = tomllib.loads((HERE / "cells.toml").read_text(encoding="utf-8"))
RELEASED = ("aggregate", "published")  # figures that passed release: no slice of a record


def expected(category: str, role: str, words: str) -> set[str]:
    """The clauses of a matrix cell, less the slices that nobody has defined yet."""
    defined = role in CELLS["defined_slices"].get(category, {})
    return {
        clause for clause in CELLS["cells"][words] if " slice" not in clause or clause.endswith(RELEASED) or defined
    }


@pytest.mark.parametrize("row", MATRIX, ids=lambda row: row["category"])
def test_each_row_of_the_grid_says_what_the_matrix_says(row):
    category = Category(row["category"])
    for role in the_grid().roles:
        if role == ON_CALL:
            continue
        said = {str(clause) for clause in the_grid().cell(role, category)}
        assert said == expected(category, role, row[role]), f"{category} x {role}: {row[role]}"


def test_every_distinct_cell_is_translated_once_and_no_translation_is_left_over():
    used = {row[role] for row in MATRIX for role in row if role not in ("category", "name")}
    assert used == set(CELLS["cells"])


def test_words_that_are_no_permission_give_none():
    for words in ("own system", "fact check only", "technical, no content", "program audit rule"):
        assert CELLS["cells"][words] == []


def test_conditions_are_few_and_each_is_one_sentence_with_its_fact():
    conditions = the_grid().conditions
    assert len(conditions) <= 30
    for condition in conditions.values():
        assert condition.says.endswith(".")
        assert condition.says.count(".") == 1, condition.name
        assert condition.fact
    used = {clause.condition for _, _, clause in the_grid().clauses()} - {""}
    assert used == set(conditions)


def test_the_on_call_worker_never_reaches_what_domain_closes_to_them():
    closed = ("K05", "K08", "K11", "K12", "K14", "K15", "K19")
    assert all(not the_grid().cell(ON_CALL, Category(category)) for category in closed)


def test_three_places_stay_closed_to_administrators():
    for category in Category:
        assert not the_grid().cell("ADM", category)


def test_only_the_young_person_reaches_the_private_plan():
    assert [role for role in the_grid().roles if the_grid().cell(role, Category.PLAN_PRIVATE)] == ["Y"]


def test_day_status_never_opens_to_probation_court_police_or_auditor():
    for role in ("PO", "CRT", "LE", "AUD", "PAR", "TRB"):
        assert not the_grid().cell(role, Category.DAY_STATUS)


def test_the_command_prints_the_grid_in_the_shape_of_the_matrix():
    printed = subprocess.run(
        [sys.executable, "-m", "porchlight.project.command", "policy", "grid", "--csv"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = list(csv.DictReader(io.StringIO(printed)))
    assert list(rows[0]) == list(MATRIX[0])
    assert [row["category"] for row in rows] == [row["category"] for row in MATRIX]
    assert rows[4]["SW"] == "-"


def test_a_grid_with_an_unknown_role_or_condition_is_refused():
    good = '[roles.SW]\nname = "x"\n[conditions.own]\nsays = "x."\nfact = "x"\nmade_by = ""\n'
    with pytest.raises(ValueError, match="is not a role"):
        read_grid(good + '[categories.K01]\nname = "x"\nXX = ["read full"]')
    with pytest.raises(ValueError, match="is not a condition"):
        read_grid(good + '[categories.K01]\nname = "x"\nSW = ["read full if never"]')


def test_a_condition_without_a_room_cannot_be_made_true():
    """No room records it, so the ledger refuses its kind: the condition is false everywhere."""
    possible = Path(HERE.parents[1] / "porchlight/policy/sql/30_grant.sql").read_text(encoding="utf-8")
    for condition in the_grid().conditions.values():
        if not condition.made_by:
            assert f"'{condition.fact}'" not in possible, condition.name


def test_every_registered_table_about_a_young_person_names_a_category_that_exists():
    for table in the_registry().values():
        assert (table.rule is Rule.YOUTH) == (table.category is not None)
        assert table.about
