from __future__ import annotations

from datetime import date

import pytest

from porchlight.progress.promise_rules import KEPT, MOVED, NOT_KEPT, Outcome, Standing, dates_before, due, standing

FIRST = date(2026, 11, 10)
EARLIER, LATER, MUCH_LATER = date(2026, 11, 8), date(2026, 11, 14), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("outcomes", "stands"),
    [
        ([], Standing.OPEN),
        ([Outcome(KEPT, EARLIER)], Standing.KEPT),
        ([Outcome(KEPT, FIRST)], Standing.KEPT),
        ([Outcome(KEPT, LATER)], Standing.KEPT_LATE),
        ([Outcome(NOT_KEPT)], Standing.NOT_KEPT),
        ([Outcome(MOVED, LATER)], Standing.OPEN),
        ([Outcome(MOVED, MUCH_LATER), Outcome(KEPT, LATER)], Standing.KEPT_LATE),
        ([Outcome(MOVED, MUCH_LATER), Outcome(KEPT, EARLIER)], Standing.KEPT),
        ([Outcome(NOT_KEPT), Outcome(KEPT, LATER)], Standing.KEPT_LATE),
        ([Outcome(KEPT, FIRST), Outcome(NOT_KEPT)], Standing.NOT_KEPT),
        ([Outcome(NOT_KEPT), Outcome(MOVED, LATER)], Standing.OPEN),
    ],
)
def test_the_newest_word_counts_and_another_date_does_not_make_it_in_time(outcomes, stands):
    assert standing(outcomes, first_due=FIRST) is stands


def test_the_date_that_was_said_first_stays_to_be_seen():
    twice = [Outcome(MOVED, LATER), Outcome(MOVED, MUCH_LATER)]
    assert due(twice, first_due=FIRST) == MUCH_LATER
    assert dates_before(twice, first_due=FIRST) == (FIRST, LATER)
    assert due([Outcome(NOT_KEPT)], first_due=FIRST) == FIRST
    assert dates_before([], first_due=FIRST) == ()


def test_only_a_date_that_was_moved_to_moves_what_is_owed():
    said = [Outcome(MOVED, LATER), Outcome(KEPT, MUCH_LATER), Outcome(NOT_KEPT), Outcome(MOVED)]
    assert due(said, first_due=FIRST) == LATER
    assert dates_before(said, first_due=FIRST) == (FIRST,)
    assert dates_before([Outcome(KEPT, LATER)], first_due=FIRST) == ()


def test_a_promise_that_somebody_kept_on_no_day_is_not_kept_yet():
    assert standing([Outcome(KEPT)], first_due=FIRST) is Standing.OPEN
