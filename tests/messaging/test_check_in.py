"""I'm OK: to the picked people, and to no one else unless the page said so before."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import pytest

from tests.messaging.household import make_household
from tests.messaging.test_threads import reads


@pytest.fixture
def house(cast):
    return make_household(cast)


@pytest.fixture
def county_passes_on(monkeypatch):
    """A county that checked, and says that a check-in must be passed on."""
    from porchlight.messaging import county

    real = county._today()
    value = replace(real.value("checkin.passed_on"), content=True)
    says = replace(real, values=MappingProxyType({**real.values, "checkin.passed_on": value}))
    monkeypatch.setattr(county, "_today", lambda: says)


def checks_in(house, *seats, words="I'm OK, I ate.", tell=False):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as youth:
        return messaging.check_in(house.youth, seats=seats, words=words, tell_the_day=tell, by=youth)


def in_touch(house, seat):
    """The day that somebody sees; None also when nothing of the kind is open to them."""
    from porchlight.kernel.errors import Refused
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(seat) as visit:
        try:
            return messaging.in_touch_on(house.youth, by=visit)
        except Refused:
            return None


def test_only_the_picked_person_reads_a_check_in(cast, house):
    (thread,) = checks_in(house, cast["ADV"].seat)
    (said,) = reads(house, thread, cast["ADV"].seat)
    assert (said.kind, said.words) == ("ok", "I'm OK, I ate.")
    for other in (house.worker, house.lead, cast["BH"], cast["CG"], cast["LE"], cast.quinn):
        assert reads(house, thread, other.seat) is None
        assert in_touch(house, other.seat) is None


def test_two_picked_people_do_not_read_each_others_answers(cast, house):
    first, second = checks_in(house, cast["ADV"].seat, cast["BH"].seat, words="")
    assert reads(house, first, cast["BH"].seat) is None
    assert reads(house, second, cast["ADV"].seat) is None
    assert [one.words for one in reads(house, second, cast["BH"].seat)] == [""]


def test_where_the_county_makes_it_pass_on_the_worker_gets_it_too(cast, house, county_passes_on):
    threads = checks_in(house, cast["ADV"].seat)
    assert len(threads) == 2
    assert [one.words for one in reads(house, threads[1], house.worker.seat)] == ["I'm OK, I ate."]
    assert reads(house, threads[0], house.worker.seat) is None
    assert reads(house, threads[1], house.lead.seat) is None


def test_ticked_this_time_the_others_learn_the_day_and_nothing_more_and_police_learn_nothing(cast, house):
    from porchlight.kernel import clock

    (thread,) = checks_in(house, cast["ADV"].seat, tell=True)
    today = clock.county_time(clock.now()).date()
    for other in (house.worker, house.lead, cast["BH"], cast["CG"]):
        assert in_touch(house, other.seat) == today
        assert reads(house, thread, other.seat) is None
    for other in (cast["LE"], cast.quinn, house.ana):
        assert in_touch(house, other.seat) is None


def test_what_was_not_ticked_this_time_stays_between_two_although_it_was_ticked_before(cast, house):
    from datetime import timedelta

    from porchlight.kernel import clock

    with clock.standing_still(clock.now() - timedelta(days=3)):
        checks_in(house, cast["ADV"].seat, tell=True)
        earlier = clock.county_time(clock.now()).date()
    checks_in(house, cast["ADV"].seat)
    assert in_touch(house, cast["BH"].seat) == earlier


@pytest.mark.parametrize("today", ["home", "away"])
def test_if_they_like_today_counts_by_their_own_word(cast, house, today):
    sent, days = say_im_ok(cast, house, today=today)
    assert [(day.status, day.source) for day in days] == [(today, "check_in")]
    assert len(sent) == 1


@pytest.mark.parametrize("today", ["", "elsewhere", "not_known"])
def test_if_they_do_not_like_it_today_does_not_count_and_the_words_go_all_the_same(cast, house, today):
    sent, days = say_im_ok(cast, house, today=today)
    assert days == []
    (said,) = reads(house, sent[0], cast["ADV"].seat)
    assert said.words == "I'm OK."


def say_im_ok(cast, house, *, today: str):
    """Send it to the advocate; gives the threads, and what is kept of days."""
    from porchlight.absences.models import Day
    from porchlight.flows.checking_in import say_im_ok
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as me:
        seats = [cast["ADV"].seat]
        sent = say_im_ok(house.youth, seats=seats, words="I'm OK.", tell_the_day=False, today=today, by=me)
        return sent, list(Day.objects.filter(youth_id=house.youth))


def test_a_check_in_carries_no_place_in_any_column(cast, house):
    from tests.support.connections import as_admin

    with as_admin() as admin:
        columns = admin.execute(
            "SELECT column_name FROM information_schema.columns WHERE table_name LIKE 'messaging_%'"
        ).fetchall()
    assert {name for (name,) in columns} == {
        "id", "agency_id", "youth_id", "made_by", "made_at", "kind", "seat_id", "topic", "thread_id", "words",
        "reach", "message_id", "on_day", "ended_at",
    }  # fmt: skip
