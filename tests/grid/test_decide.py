"""The pure decision: every branch, as a promise."""

from __future__ import annotations

from uuid import UUID, uuid4

from porchlight.policy.decide import decide
from porchlight.policy.grid import the_grid
from porchlight.policy.values import Action, Category, Clause, Fact, Grain, Verdict

MAYA, DEE, ROW = (UUID(int=n) for n in (1, 2, 3))


def ask(facts, category, *, grain=Grain.FULL, action=Action.READ, youth=MAYA) -> Verdict:
    return decide(facts, youth=youth, category=category, grain=grain, action=action, grid=the_grid())


def test_without_a_fact_nothing_is_allowed():
    for category in Category:
        assert not ask([], category)


def test_a_standing_beside_one_young_person_says_nothing_of_another():
    assert ask([Fact(MAYA, "SW")], Category.IDENTITY)
    assert not ask([Fact(DEE, "SW")], Category.IDENTITY)


def test_what_stands_about_others_before_it_takes_nothing_away():
    assert ask([Fact(DEE, "SW"), Fact(MAYA, "SW", "", "K29"), Fact(MAYA, "SW")], Category.IDENTITY).every


def test_a_verdict_says_yes_to_all_rows_to_ones_own_or_to_one_and_else_no():
    assert [bool(Verdict(*found)) for found in ((True,), (False, True), (False, False, frozenset({ROW})))] == [True] * 3
    assert not Verdict(because=("a clause that opens nothing",))


def test_a_condition_opens_only_what_names_it():
    bare, consented = Fact(MAYA, "BH"), Fact(MAYA, "BH", "consent", "K04")
    assert not ask([bare], Category.PLAN)
    assert ask([bare, consented], Category.PLAN).every
    assert not ask([bare, consented], Category.NEEDS)


def test_a_yes_for_one_row_opens_that_row_alone():
    verdict = ask([Fact(MAYA, "BH"), Fact(MAYA, "BH", "consent", "K04", ROW)], Category.PLAN)
    assert verdict.rows == {ROW}
    assert not verdict.every
    assert verdict


def test_one_who_may_only_read_back_their_own_rows_is_told_so():
    verdict = ask([Fact(MAYA, "CG")], Category.ABSENCE)
    assert verdict.own
    assert not verdict.every
    assert verdict.because == ("CG K06: read full if own",)


def test_full_includes_slice_and_slice_does_not_include_full():
    assert ask([Fact(MAYA, "SW")], Category.IDENTITY, grain=Grain.SLICE).every
    assert ask([Fact(MAYA, "CG")], Category.IDENTITY, grain=Grain.SLICE).every
    assert not ask([Fact(MAYA, "CG")], Category.IDENTITY)


def test_a_standing_for_some_categories_carries_no_other():
    only_absence = Fact(MAYA, "SW", "", "K06")
    assert ask([only_absence], Category.ABSENCE)
    assert not ask([only_absence], Category.IDENTITY)


def test_an_unknown_role_has_no_cell():
    assert not ask([Fact(MAYA, "XX")], Category.IDENTITY)


def test_a_bare_fact_about_a_row_is_no_standing():
    assert not ask([Fact(MAYA, "SW", "", "", uuid4())], Category.IDENTITY)


def test_a_clause_reads_and_prints_the_same():
    for text in ("read full", "write slice if consent"):
        assert str(Clause.read(text)) == text
