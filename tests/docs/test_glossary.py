"""One row a word: every room, every table, every category, and no table that is not there."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import porchlight
from porchlight.policy.grid import the_grid
from porchlight.policy.registry import the_registry
from tests.docs.reading import document

GLOSSARY = document("docs/glossary.md")
ROWS = list(GLOSSARY.rows())
NONE = "-"  # a young person does not meet the word
WORD, MEANING, ROOM, TABLE, YOUTH_WORD, NOT_USED = range(6)


def packages() -> set[str]:
    """Every package directly below `porchlight`."""
    return {path.parent.name for path in Path(porchlight.__path__[0]).glob("*/__init__.py")}


def tables_named() -> set[str]:
    return {table for row in ROWS for table in re.findall(r"`(\w+)`", row[TABLE])}


def test_every_row_has_its_six_cells_and_a_meaning():
    for row in ROWS:
        assert len(row) == 6, row
        assert row[WORD], row
        assert row[MEANING], row
        assert row[YOUTH_WORD], row


def test_no_word_has_two_rows():
    counts = Counter(row[WORD] for row in ROWS)
    assert [word for word, count in counts.items() if count > 1] == []


def test_every_room_has_a_row():
    assert packages() - {row[WORD] for row in ROWS} == set()


def test_every_room_that_a_row_names_is_there():
    assert {row[ROOM] for row in ROWS} - {""} <= packages()


def test_every_table_has_a_row_and_no_row_names_a_table_that_is_not_there():
    assert set(the_registry()) - tables_named() == set()
    assert tables_named() - set(the_registry()) == set()


def test_every_category_has_a_row_with_the_name_that_the_grid_gives_it():
    wanted = {f"{category} {name}" for category, name in the_grid().names.items()}
    assert {row[WORD] for row in ROWS if re.match(r"K\d\d ", row[WORD])} == wanted


def test_a_table_of_a_category_stands_in_the_room_that_its_name_begins_with():
    for row in ROWS:
        for table in re.findall(r"`(\w+)`", row[TABLE]):
            prefix = table.split("_")[0]
            if row[ROOM] and prefix in packages() and row[ROOM] != "teams":
                assert prefix in (row[ROOM], "policy"), row


def test_what_a_young_person_reads_is_said_in_both_languages():
    for row in ROWS:
        if row[YOUTH_WORD] != NONE:
            english, slash, spanish = row[YOUTH_WORD].partition(" / ")
            assert english, row
            assert slash, row
            assert spanish, row


def test_a_word_that_is_not_used_comes_with_its_reason_where_it_judges_people():
    young = next(row for row in ROWS if row[WORD] == "young person")
    assert young[NOT_USED].count(":") >= 3


def test_the_spanish_word_is_the_one_that_the_youth_house_says():
    catalogue = (Path(porchlight.__path__[0]) / "desks/youth/locale/es/LC_MESSAGES/django.po").read_text(
        encoding="utf-8"
    )
    said = {
        one.lower(): other.lower()
        for one, other in re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue, re.MULTILINE)
    }
    words = [row[YOUTH_WORD].partition(" / ") for row in ROWS]
    differ = {
        one: said[one.lower()] for one, _, other in words if said.get(one.lower(), other.lower()) != other.lower()
    }
    assert differ == {}
