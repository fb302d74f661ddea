"""What is said, what is shown, and that nothing is shown in the place of what does not exist."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import translation

from porchlight.adoption.picture.indicators import indicators
from porchlight.adoption.picture.rules import (
    BY_POLICY,
    POLICY,
    Cell,
    Evidence,
    Said,
    Stands,
    levels_of,
    lived_evidence,
    policy_evidence,
)
from porchlight.desks.pictures.glasses import Glass
from porchlight.desks.team.leadership.picture.drawing import glass_of
from porchlight.desks.team.leadership.picture.words import days_words, level_words, standing_words

DAY = date(2026, 5, 4)
A03 = next(one for one in indicators() if one.key == "A03")


def said(level: int) -> Said:
    return Said(level, "", DAY)


def shown(level: int) -> tuple[Evidence, ...]:
    return (Evidence("A03", level, "in_use", "Open at any hour", DAY),)


@pytest.mark.parametrize(
    ("cell", "level", "stands"),
    [
        (Cell(A03), 0, Stands.NOTHING),
        (Cell(A03, said(4)), 4, Stands.SAID),
        (Cell(A03, said(0)), 0, Stands.NOTHING),
        (Cell(A03, said(4), shown(4)), 4, Stands.SHOWN),
        (Cell(A03, said(5), shown(4)), 5, Stands.SAID),
        (Cell(A03, said(1), shown(4)), 4, Stands.SHOWN),
        (Cell(A03, None, shown(2)), 2, Stands.SHOWN),
    ],
)
def test_a_level_without_evidence_is_said_and_not_shown(cell, level, stands):
    assert (cell.level, cell.stands) == (level, stands)


def test_a_rule_is_no_more_than_paper_while_a_conflict_is_open_against_it():
    assert Cell(A03, None, shown(4), against=1).shown == 2
    assert Cell(A03, None, shown(1), against=1).shown == 1
    assert Cell(A03, said(4), shown(4), against=1).stands is Stands.SAID


def test_the_highest_of_several_counts():
    assert Cell(A03, None, (*shown(1), *shown(4), *shown(2))).shown == 4


@pytest.mark.parametrize(("state", "level"), POLICY.items())
def test_a_policy_shows_the_indicators_whose_rows_it_serves_at_the_level_of_its_state(state, level):
    found = policy_evidence([("R6", state, "Weigh it whole", DAY)])
    assert found == (Evidence("A08", level, state, "Weigh it whole", DAY),)


def test_a_policy_in_no_state_and_a_row_that_no_indicator_needs_show_nothing():
    assert policy_evidence([("R6", "none", "x", None), ("S8", "in_use", "x", DAY)]) == ()


def test_one_policy_that_serves_two_rows_of_one_indicator_counts_once():
    assert len(policy_evidence([("S5", "in_use", "Welcome", DAY), ("R2", "in_use", "Welcome", DAY)])) == 1


def test_only_indicators_that_are_there_can_be_shown_by_a_policy_and_their_rows_are_theirs():
    rows = {one.key: set(one.rows) for one in indicators()}
    assert all(serves <= rows[key] for key, serves in BY_POLICY.items())


def test_cells_are_counted_by_what_is_on_record_and_never_added_up():
    cells = [Cell(A03), Cell(A03, said(4)), Cell(A03, None, shown(4))]
    assert levels_of(cells) == {0: 2, 1: 0, 2: 0, 3: 0, 4: 1, 5: 0}


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ([Cell(A03), Cell(A03)], "2 agencies: nothing yet."),
        ([Cell(A03), Cell(A03, said(4))], "2 agencies: 1 said, not shown; 1 nothing yet."),
        ([Cell(A03, None, shown(4)), Cell(A03)], "2 agencies: 1 in use; 1 nothing yet."),
        ([Cell(A03, said(5), shown(2))], "1 agency: adopted on paper. One says it is further than that."),
        (
            [Cell(A03, against=2), Cell(A03)],
            "2 agencies: nothing yet. At 1 agency a rule that works against it is not changed yet.",
        ),
    ],
)
def test_the_words_below_a_line_of_glasses_say_what_it_shows(cells, words):
    assert standing_words(cells) == words


def test_the_words_below_a_line_of_glasses_are_the_readers(town):
    with translation.override("es"):
        said_so = [Cell(A03, None, shown(4), against=1), Cell(A03, said(5), shown(2)), Cell(A03, said(3)), Cell(A03)]
        assert standing_words(said_so) == (
            "4 agencias: 2 aprobado en papel; 1 dicho, sin mostrar; 1 nada todavía. Una dice que va más adelante. "
            "En 1 agencia aún no ha cambiado una regla que va en contra."
        )
        assert days_words().month(DAY) == "may 2026"
    assert days_words().month(DAY) == "May 2026"


@pytest.mark.parametrize(("answer", "words"), [("abstains", "Abstained"), ("dissents", "Dissented")])
def test_an_agency_that_answered_otherwise_is_not_called_drafting(answer, words):
    answered = Cell(A03, None, (Evidence("A03", 1, "own_wording"), Evidence("A03", 1, answer)))
    assert level_words(answered) == words
    assert standing_words([answered]) == f"1 agency: {words.lower()}."


@pytest.mark.parametrize(
    ("paid", "unpaid", "met_on", "level"),
    [(0, 0, None, 0), (1, 0, DAY, 0), (2, 1, DAY, 0), (2, 0, None, 2), (2, 0, DAY, 4), (5, 0, DAY, 4)],
)
def test_paid_places_are_paper_until_those_who_hold_them_came_and_one_unpaid_shows_nothing(paid, unpaid, met_on, level):
    found = lived_evidence(paid, unpaid=unpaid, fewest=2, since=DAY, met_on=met_on)
    assert [one.level for one in found] == [level] * bool(level)
    assert {one.indicator for one in found} <= {"A16"}


@pytest.mark.parametrize("answer", ["abstains", "dissents"])
def test_a_no_is_drawn_as_an_answer_and_never_as_a_step_on_the_way(answer):
    otherwise = Cell(A03, None, (Evidence("A03", 1, answer),))
    assert glass_of(otherwise) == Glass(0, 0, is_otherwise=True)
    assert glass_of(Cell(A03, said(4), (Evidence("A03", 1, answer),))) == Glass(0, 4, is_otherwise=True)
    assert glass_of(Cell(A03, None, (Evidence("A03", 1, "own_wording"),))) == Glass(1, 0)
    assert glass_of(Cell(A03)) == Glass(0, 0)
