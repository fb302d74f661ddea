"""The one clock: it stands still where a test or the seed says so, and never for signatures."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused, Trouble

THEN = datetime(2026, 3, 8, 9, 30, tzinfo=UTC)


def test_the_clock_stands_at_the_moment_that_was_said_and_goes_on_afterwards():
    with clock.standing_still(THEN):
        assert clock.now() == THEN
        with clock.standing_still(THEN + timedelta(days=1)):
            assert clock.now() == THEN + timedelta(days=1)
        assert clock.now() == THEN
    assert clock.now() > THEN


def test_the_clock_goes_on_after_something_broke():
    with pytest.raises(Trouble), clock.standing_still(THEN):
        raise Trouble
    assert clock.now() > THEN + timedelta(minutes=1)


def test_a_moment_told_in_county_time_is_kept_in_utc():
    with clock.standing_still(THEN.astimezone(clock.COUNTY_ZONE)):
        assert clock.now().tzinfo is UTC
        assert clock.now() == THEN
    assert clock.now().tzinfo is UTC


def test_signatures_and_sessions_go_by_the_machine_whatever_the_story_says():
    with clock.standing_still(THEN):
        assert clock.wall() > THEN + timedelta(days=1)
    assert clock.wall().tzinfo is UTC


def test_it_stands_still_for_its_own_thread_alone():
    heard: list[datetime] = []
    with clock.standing_still(THEN):
        other = Thread(target=lambda: heard.append(clock.now()))
        other.start()
        other.join()
    assert heard[0] > THEN + timedelta(days=1)


def test_county_time_shows_the_wall_clock_before_and_after_the_clocks_change():
    assert clock.county_time(THEN).strftime("%H:%M") == "01:30"
    assert clock.county_time(THEN + timedelta(hours=1)).strftime("%H:%M") == "03:30"
    assert clock.county_time(THEN) == THEN


def test_an_error_says_its_own_sentence_unless_it_is_given_one():
    assert (Refused().said, Refused().mend) == (Refused.sentence, Refused.repair)
    told = Refused("Ask the desk.", repair="Look at the rota.")
    assert (told.said, told.mend) == ("Ask the desk.", "Look at the rota.")
    assert str(told) == "PL-KER-002: Ask the desk."
