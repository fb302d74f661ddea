"""The generated script: what each rule of the registry becomes in SQL."""

from __future__ import annotations

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


def test_the_script_may_be_applied_again_and_changes_nothing(town):
    from porchlight.project.schema import the_script

    with as_owner() as owner:
        before = owner.execute("SELECT hash FROM pl.release").fetchall()
        policies = owner.execute("SELECT count(*) FROM pg_policy").fetchone()
        with owner.transaction(force_rollback=True):
            owner.execute(the_script())
            assert owner.execute("SELECT hash FROM pl.release").fetchall() == before
            assert owner.execute("SELECT count(*) FROM pg_policy").fetchone() == policies
