"""The generated script: what each rule of the registry becomes in SQL."""

from __future__ import annotations

import re

import pytest

from porchlight.policy.grid import the_grid
from porchlight.policy.registry import read_registry
from porchlight.policy.script import build, digest, release_of
from tests.support.connections import as_owner

EVERYTHING = """
rule = "youth"
category = "K06"
row = "r"
updates = ["a"]
deletes = true
audience = "who"
points = { p = "q" }
"""


def made(entry: str) -> str:
    """The script of a registry with one table `t`, whose entry this is."""
    registry = read_registry(f'[t]\nabout = "x"\n{entry}')
    return build(grid=the_grid(), registry=registry, functions=["SELECT 'a room';"])


def test_a_script_carries_its_own_hash():
    script = made('rule = "closed"')
    body = script.rsplit("\nINSERT INTO pl.release", 1)[0]
    assert release_of(script) == digest(body)
    assert release_of(made('rule = "mine"')) != release_of(script)


@pytest.mark.parametrize(
    ("entry", "has", "lacks"),
    [
        ('rule = "closed"', ["POLICY pl_closed ON t FOR ALL TO pl_owner"], ["GRANT SELECT", "pl_window ON t"]),
        ('rule = "audit"', ["GRANT SELECT, INSERT ON t TO pl_audit", "REVOKE UPDATE, DELETE, TRUNCATE ON t"], []),
        ('rule = "mine"', ["GRANT SELECT, INSERT ON t TO"], ["UPDATE (", "INSERT, DELETE ON t"]),
        ('rule = "mine"\ndeletes = true\nupdates = ["a"]', ["INSERT, DELETE ON t", "GRANT UPDATE (a) ON t"], []),
        ('rule = "shared"', ["pl_read ON t", "pl.role()) <> 'Y'"], ["pl_add ON t"]),
        ('rule = "shared"\nreaders = "all"', ["USING (true)"], []),
        ('rule = "shared"\nwriters = ["ADM"]', ["pl_add ON t", "ARRAY['ADM']"], ["pl_change ON t"]),
        ('rule = "shared"\nwriters = ["ADM"]\nupdates = ["a"]', ["pl_change ON t", "GRANT UPDATE (a)"], []),
        (
            'rule = "youth"\ncategory = "K10"\nown_hand = true',
            ["WITH CHECK (youth_id = (SELECT pl.actor()) AND made_by = (SELECT pl.actor())"],
            [],
        ),
        ('rule = "youth"\ncategory = "K01"', ["pl_add ON t", "t_whole"], ["pl_change ON t", "pl_remove ON t"]),
        (
            EVERYTHING,
            [
                "pl.may_own(",
                "(youth_id, r) IN (SELECT r.youth, r.row_id FROM pl.may_rows(",
                "pl_change ON t",
                "pl_remove ON t",
                "@> ARRAY[who]",
                "t_p_whole",
            ],
            [],
        ),
    ],
)
def test_each_rule_says_in_sql_what_the_registry_says(entry, has, lacks):
    script = made(entry).split("SELECT 'a room';")[1]
    assert all(words in script for words in has), [words for words in has if words not in script]
    assert not any(words in script for words in lacks), [words for words in lacks if words in script]


HERE = "county = (SELECT pl.my_county())"
OURS = "agency_id = (SELECT pl.agency())"
MINE = "made_by = (SELECT pl.actor())"
TWO = "(coach = (SELECT pl.actor()) OR coached = (SELECT pl.actor()))"
CHAIR = "(SELECT pl.offices()) && ARRAY['chair']::text[]"
NAMED = "holder = (SELECT pl.actor())"


def policies(entry: str) -> dict[str, str]:
    """What each policy of a table about ourselves lets through or takes, by its name."""
    script = made(entry).split("SELECT 'a room';")[1]
    found = re.findall(r"CREATE POLICY (\w+) ON t FOR (\w+) TO pl_team (?:USING|WITH CHECK) \((.*)\);", script)
    return {f"{name} {command}": rows for name, command, rows in found}


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            'rule = "county"\nopen_to = ["anybody"]\nkept_by = ["chair"]',
            {"pl_read SELECT": f"{HERE} AND true", "pl_add INSERT": f"{MINE} AND {HERE} AND ({CHAIR})"},
        ),
        (
            'rule = "county"\nopen_to = ["chair"]\nkept_by = ["chair"]\nupdates = ["a"]',
            {
                "pl_read SELECT": f"{HERE} AND ({CHAIR} OR {MINE})",
                "pl_add INSERT": f"{MINE} AND {HERE} AND ({CHAIR})",
                "pl_change UPDATE": f"{HERE} AND ({CHAIR})",
            },
        ),
        (
            'rule = "county"\nopen_to = ["chair"]\nkept_by = ["anybody"]\nupdates = ["a"]\nnamed = "holder"',
            {
                "pl_read SELECT": f"{HERE} AND ({CHAIR} OR {MINE} OR {NAMED})",
                "pl_add INSERT": f"{MINE} AND {HERE} AND true",
                "pl_change UPDATE": f"{HERE} AND ({MINE} OR {NAMED})",
            },
        ),
        (
            'rule = "county"\nopen_to = ["chair"]\nkept_by = ["chair"]\nnamed = "holder"',
            {
                "pl_read SELECT": f"{HERE} AND ({CHAIR} OR {MINE} OR {NAMED})",
                "pl_add INSERT": f"{MINE} AND {HERE} AND ({CHAIR})",
            },
        ),
        (
            'rule = "county"\nopen_to = ["public"]\nkept_by = ["chair"]\nnamed = "holder"\nown_hand = true',
            {"pl_read SELECT": "true", "pl_add INSERT": f"{MINE} AND {HERE} AND ({CHAIR} OR {NAMED})"},
        ),
        (
            'rule = "agency"\nopen_to = ["chair"]\nkept_by = ["chair"]\nupdates = ["a"]',
            {
                "pl_read SELECT": f"({OURS}) OR ({HERE} AND ({CHAIR} OR {MINE}))",
                "pl_add INSERT": f"{MINE} AND {HERE} AND {OURS} AND ({CHAIR})",
                "pl_change UPDATE": f"{OURS} AND ({CHAIR})",
            },
        ),
        (
            'rule = "pair"',
            {
                "pl_read SELECT": TWO,
                "pl_add INSERT": f"{MINE} AND {HERE} AND coach = (SELECT pl.actor())",
            },
        ),
        (
            'rule = "pair"\nkept_by = ["either"]\ndeletes = true\nupdates = ["a"]',
            {
                "pl_read SELECT": TWO,
                "pl_add INSERT": f"{MINE} AND {HERE} AND {TWO}",
                "pl_change UPDATE": TWO,
                "pl_remove DELETE": TWO,
            },
        ),
    ],
)
def test_each_rule_about_ourselves_says_in_sql_who_reads_adds_changes_and_takes_away(entry, expected):
    assert policies(entry) == expected


def test_a_table_about_ourselves_is_the_team_houses_alone_and_changes_only_where_it_says():
    script = made('rule = "pair"\ndeletes = true\nupdates = ["a"]').split("SELECT 'a room';")[1]
    assert re.findall(r"GRANT (.*) ON t TO (.*);", script) == [
        ("SELECT, INSERT, DELETE", "pl_team"),
        ("UPDATE (a)", "pl_team"),
    ]
    bare = made('rule = "county"').split("SELECT 'a room';")[1]
    assert re.findall(r"GRANT (.*) ON t TO (.*);", bare) == [("SELECT, INSERT", "pl_team")]


def test_a_shared_table_is_written_by_these_roles_and_for_their_own_agency_where_it_names_one():
    script = made('rule = "shared"\nwriters = ["ADM", "SUP"]\nown = "agency_id"')
    writers = "(SELECT pl.role()) = ANY (ARRAY['ADM', 'SUP']) AND agency_id = (SELECT pl.agency())"
    assert f"CREATE POLICY pl_add ON t FOR INSERT TO pl_team, pl_youth WITH CHECK ({writers});" in script
    script = made('rule = "shared"\nwriters = ["ADM"]')
    assert "FOR INSERT TO pl_team, pl_youth WITH CHECK ((SELECT pl.role()) = ANY (ARRAY['ADM']));" in script


def test_single_rows_are_opened_only_where_the_registry_names_their_column():
    script = made('rule = "youth"\ncategory = "K01"').split("SELECT 'a room';")[1]
    assert "pl.may_rows(" not in script.split("CREATE UNIQUE INDEX")[0]


def test_the_script_may_be_applied_again_and_changes_nothing(town):
    from porchlight.project.schema import the_script

    with as_owner() as owner:
        before = owner.execute("SELECT hash FROM pl.release").fetchall()
        policies = owner.execute("SELECT count(*) FROM pg_policy").fetchone()
        with owner.transaction(force_rollback=True):
            owner.execute(the_script())
            assert owner.execute("SELECT hash FROM pl.release").fetchall() == before
            assert owner.execute("SELECT count(*) FROM pg_policy").fetchone() == policies
