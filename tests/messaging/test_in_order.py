"""In which order messages are read, how many at once, and what counts as unread."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import timedelta

import pytest

from porchlight.kernel import clock
from tests.messaging.household import make_household
from tests.messaging.test_threads import answers, reads, says


@pytest.fixture
def house(cast):
    return make_household(cast)


@contextmanager
def hours_ago(hours: int):
    with clock.standing_still(clock.now() - timedelta(hours=hours)):
        yield clock.now()


@contextmanager
def acting_in(house, seat=None):
    from porchlight.project.stage import acting, in_house

    with in_house("team" if seat else "youth"), acting(seat or house.youth, youth=seat is None) as visit:
        yield visit


def threads(house, seat=None):
    from porchlight.messaging import api as messaging

    with acting_in(house, seat) as visit:
        return messaging.threads(house.youth, by=visit)


def unread(house):
    from porchlight.messaging import api as messaging

    with acting_in(house, house.worker.seat) as worker:
        return messaging.unread(by=worker)


def test_of_several_threads_the_newest_words_stand_first(cast, house):
    with hours_ago(3):
        first = says(house, cast["BH"].seat)
    with hours_ago(2):
        second = says(house, cast["ADV"].seat)
    assert [one.id for one in threads(house)] == [second, first]
    with hours_ago(1):
        answers(house, first, cast["BH"].seat, "I'm here.")
    assert [one.id for one in threads(house)] == [first, second]


def test_a_thread_says_who_wrote_last_and_whether_somebody_else_has_read_that(cast, house):
    seat = house.worker.seat
    thread = says(house, seat)
    (one,) = threads(house)
    assert (one.last_by, one.last_is_read) == (house.youth, False)
    reads(house, thread, seat)
    (one,) = threads(house)
    assert (one.last_by, one.last_is_read) == (house.youth, True)
    answers(house, thread, seat, "I'm here.")
    reads(house, thread, seat)
    (one,) = threads(house)
    assert (one.last_by, one.last_is_read) == (seat, False), "to read one's own words is no reading"


def test_words_are_read_from_the_oldest_to_the_newest_and_the_newest_are_never_left_out(house, monkeypatch):
    from porchlight.messaging import queries

    monkeypatch.setattr(queries, "PAGE", 3)
    for hours, words in ((4, "One."), (3, "Two."), (2, "Three."), (1, "Four.")):
        with hours_ago(hours):
            thread = says(house, house.worker.seat, words)
    assert [one.words for one in reads(house, thread)] == ["Two.", "Three.", "Four."]


def test_what_one_wrote_oneself_is_not_unread(house):
    seat = house.worker.seat
    thread = says(house, seat)
    reads(house, thread, seat)
    answers(house, thread, seat, "I'm here.")
    assert unread(house) == ()
    (asked, answered) = reads(house, thread, seat)
    assert (asked.is_new, answered.is_new) == (False, False)


def test_a_thread_is_unread_since_the_oldest_of_its_unread_words(house):
    with hours_ago(3):
        thread = says(house, house.worker.seat)
    with hours_ago(2) as second:
        reads(house, thread, house.worker.seat)
        says(house, house.worker.seat)
    with hours_ago(1):
        says(house, house.worker.seat, kind="ok")
    (one,) = unread(house)
    assert (one.thread, one.since, one.is_check_in, one.is_code_word) == (thread, second, False, False)


def test_a_check_in_that_is_alone_is_said_to_be_one(house):
    says(house, house.worker.seat, kind="ok")
    (one,) = unread(house)
    assert one.is_check_in


def test_new_are_only_the_words_that_were_not_on_this_screen_before(house):
    thread = says(house, house.worker.seat, "One.")
    assert [one.is_new for one in reads(house, thread, house.worker.seat)] == [True]
    says(house, house.worker.seat, "Two.")
    assert [(one.words, one.is_new) for one in reads(house, thread, house.worker.seat)] == [
        ("One.", False),
        ("Two.", True),
    ]
    assert [one.is_new for one in reads(house, thread)] == [False, False]


def test_a_safe_way_to_call_stays_although_more_is_written_without_one(house):
    from porchlight.messaging import api as messaging

    house.put_on_call(first=house.ana)
    with acting_in(house) as me:
        thread = messaging.ask_those_on_call(house.youth, topic="talk", words="Please.", reach="555-0151", by=me)
        (found,) = messaging.thread_named(thread, by=me)
        messaging.reply(house.youth, thread=found, words="Thank you.", by=me)
    with acting_in(house, house.ana.seat) as ana:
        assert [way.words for way in messaging.safe_way(thread, by=ana)] == ["555-0151"]


def test_in_the_newest_day_on_which_they_were_in_touch_no_older_day_shows(cast, house):
    from porchlight.messaging import api as messaging

    for hours in (1, 80, 200):
        with hours_ago(hours), acting_in(house) as me:
            messaging.check_in(house.youth, seats=[house.worker.seat], words="", tell_the_day=True, by=me)
    with acting_in(house, cast["BH"].seat) as clinician:
        found = messaging.in_touch_on(house.youth, by=clinician)
    assert found == clock.county_time(clock.now() - timedelta(hours=1)).date()
