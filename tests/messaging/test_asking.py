"""Asking those on call: who can open it and when, how it moves on, and that it ends by itself."""

from __future__ import annotations

import pytest
from psycopg.errors import InsufficientPrivilege

from tests.messaging.household import make_household
from tests.messaging.test_threads import answers, reads
from tests.support.connections import as_owner, as_visitor


@pytest.fixture
def house(cast):
    return make_household(cast)


def asks(house, topic="come_back", words="I want to come back.", reach=""):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as youth:
        return messaging.ask_those_on_call(house.youth, topic=topic, words=words, reach=reach, by=youth)


def stands(house, thread):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("youth"), acting(house.youth, youth=True) as youth:
        return teams.asked(house.youth, thread=thread, by=youth)


def calls(house, thread, seat):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(seat) as visit:
        (found,) = messaging.thread_named(thread, by=visit)
        messaging.settled_by_phone(house.youth, thread=found, by=visit)


def waits_for(person):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("team"), acting(person.seat) as visit:
        return [(one.thread, one.is_call) for one in teams.rota_waiting(by=visit)]


def test_the_first_on_call_reads_it_although_they_do_not_stand_beside(cast, house):
    house.put_on_call(first=house.ana, second=house.sam, desk=house.lee)
    thread = asks(house, reach="Text 555-0150, mornings")
    assert waits_for(house.ana) == [(thread, False)]
    (said,) = reads(house, thread, house.ana.seat)
    assert (said.words, said.reach) == ("I want to come back.", "Text 555-0150, mornings")
    for other in (house.sam.seat, house.lee.seat, house.worker.seat, cast["ADV"].seat, cast.quinn.seat):
        assert reads(house, thread, other) is None


def test_unread_it_moves_to_the_second_then_becomes_a_call_for_the_desk_and_the_lead(cast, house):
    house.put_on_call(first=house.ana, second=house.sam, desk=house.lee)
    thread = asks(house)
    assert stands(house, thread).standing.with_whom == "first"
    assert waits_for(house.sam) == waits_for(house.lee) == waits_for(house.lead) == []
    house.minutes_pass(10)
    assert stands(house, thread).standing.with_whom == "second"
    assert waits_for(house.sam) == [(thread, False)]
    assert waits_for(house.lee) == waits_for(house.lead) == []
    house.minutes_pass(10)
    assert stands(house, thread).standing.with_whom == "call"
    assert waits_for(house.ana) == waits_for(house.lee) == waits_for(house.lead) == [(thread, True)]
    house.minutes_pass(24 * 60)
    assert stands(house, thread).standing.with_whom == "over"
    assert waits_for(house.ana) == waits_for(house.lee) == []
    assert waits_for(house.lead) == [(thread, True)]


def test_read_once_it_goes_no_further_and_the_young_person_sees_by_whom(cast, house):
    house.put_on_call(first=house.ana, second=house.sam)
    thread = asks(house)
    assert stands(house, thread).heard_at is None
    reads(house, thread, house.ana.seat)
    found = stands(house, thread)
    assert found.heard_by == house.ana.seat
    assert found.heard_at is not None
    house.minutes_pass(15)
    assert waits_for(house.sam) == []
    assert reads(house, thread, house.sam.seat) is None
    assert waits_for(house.ana) == waits_for(house.lead) == [(thread, False)]
    answers(house, thread, house.ana.seat, "Stay where it's light. I'm calling now.")
    assert waits_for(house.ana) == waits_for(house.lead) == []
    assert [one.words for one in reads(house, thread)][-1] == "Stay where it's light. I'm calling now."


def test_settled_by_phone_it_waits_for_nobody_and_keeps_who_and_when(cast, house):
    house.put_on_call(first=house.ana, second=house.sam)
    thread = asks(house)
    house.minutes_pass(20)
    assert waits_for(house.lead) == [(thread, True)]
    calls(house, thread, house.sam.seat)
    assert waits_for(house.ana) == waits_for(house.sam) == waits_for(house.lead) == []
    found = stands(house, thread)
    assert found.called_by == found.heard_by == house.sam.seat
    assert found.answered_at is not None
    assert len(reads(house, thread)) == 1, "nothing is written in anybody's name"


def test_who_read_it_and_who_called_are_two_facts_and_the_first_call_stays(cast, house):
    house.put_on_call(first=house.ana, second=house.sam)
    thread = asks(house)
    house.minutes_pass(20)
    reads(house, thread, house.ana.seat)
    calls(house, thread, house.sam.seat)
    calls(house, thread, house.ana.seat)
    found = stands(house, thread)
    assert (found.heard_by, found.called_by) == (house.ana.seat, house.sam.seat)


def test_the_asker_cant_say_that_somebody_called(cast, house):
    house.put_on_call(first=house.ana)
    thread = asks(house)
    with as_visitor("pl_youth", "youth", house.youth) as visitor, pytest.raises(InsufficientPrivilege):
        visitor.execute("SELECT pl.rota_called(%s, %s)", [house.youth, thread])
    assert stands(house, thread).called_by is None


def test_the_on_call_standing_ends_by_itself(cast, house):
    house.put_on_call(first=house.ana)
    thread = asks(house)
    with as_visitor("pl_team", "seat", house.ana.seat) as visitor:
        roles = visitor.execute("SELECT DISTINCT role FROM pl.facts(%s)", [house.youth]).fetchall()
        assert roles == [("OC",)]
    with as_owner() as owner:
        (longest,) = owner.execute(
            "SELECT max(ends_at) - min(starts_at) FROM policy_grant WHERE footing = 'ONCALL' AND youth = %s",
            [house.youth],
        ).fetchone()
        assert longest.total_seconds() <= 24 * 3600
    house.minutes_pass(24 * 60)
    with as_visitor("pl_team", "seat", house.ana.seat) as visitor:
        assert visitor.execute("SELECT * FROM pl.facts(%s)", [house.youth]).fetchall() == []
        assert visitor.execute("SELECT * FROM messaging_message").fetchall() == []
    assert reads(house, thread, house.ana.seat) is None


def test_with_nobody_on_call_nothing_is_kept_and_nothing_is_said_to_be_sent(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with pytest.raises(teams.NobodyOnCall):
        asks(house)
    house.put_on_call(first=house.ana)
    house.nobody_today()
    with pytest.raises(teams.NobodyOnCall):
        asks(house)
    with in_house("youth"), acting(house.youth, youth=True) as youth:
        assert messaging.threads(house.youth, by=youth) == ()
        assert not messaging.this_hour(house.youth, by=youth).can_ask


def test_when_the_rota_changes_what_is_unread_goes_to_whoever_is_on_call_then(cast, house):
    house.put_on_call(first=house.ana)
    thread = asks(house)
    house.take_off_call()
    assert stands(house, thread).standing.with_whom == "nobody"
    assert waits_for(house.ana) == []
    assert waits_for(house.lead) == [(thread, True)]
    house.put_on_call(first=house.sam)
    assert waits_for(house.sam) == [(thread, False)]
    assert reads(house, thread, house.ana.seat) is None


def test_a_second_question_in_the_thread_asks_again_only_after_the_first_was_read(cast, house):
    house.put_on_call(first=house.ana, second=house.sam)
    thread = asks(house)
    house.minutes_pass(7)
    before = stands(house, thread).asked_at
    write_on(house, thread, "Are you there?")
    assert stands(house, thread).asked_at == before
    reads(house, thread, house.ana.seat)
    write_on(house, thread, "One more thing.")
    again = stands(house, thread)
    assert again.asked_at > before
    assert again.heard_at is None
    assert (thread, False) in waits_for(house.ana)


def write_on(house, thread, words):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with in_house("youth"), acting(house.youth, youth=True) as youth:
        (found,) = messaging.thread_named(thread, by=youth)
        messaging.reply(house.youth, thread=found, words=words, by=youth)


def test_a_caregiver_asks_for_backup_and_gets_the_answer_and_the_young_person_is_not_in_it(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    house.put_on_call(first=house.ana)
    with in_house("team"), acting(cast["CG"].seat) as caregiver:
        thread = messaging.ask_those_on_call(house.youth, topic="backup", words="It's a hard night.", by=caregiver)
    assert reads(house, thread) is None
    assert waits_for(house.ana) == [(thread, False)]
    reads(house, thread, house.ana.seat)
    answers(house, thread, house.ana.seat, "I can be there at nine.")
    with in_house("team"), acting(cast["CG"].seat) as caregiver:
        assert thread in {one.thread for one in messaging.unread(by=caregiver)}


def test_a_young_person_never_asks_for_backup_and_staff_never_ask_in_their_name(cast, house):
    from porchlight.messaging import api as messaging
    from porchlight.project.stage import acting, in_house

    with pytest.raises(ValueError, match="backup"):
        asks(house, topic="backup")
    with in_house("team"), acting(house.worker.seat) as worker, pytest.raises(ValueError, match="come_back"):
        messaging.ask_those_on_call(house.youth, topic="come_back", words="", by=worker)


def test_only_somebody_in_the_thread_can_ask_in_it_or_say_that_it_was_read(cast, house):
    import psycopg

    house.put_on_call(first=house.ana)
    thread = asks(house)
    for statement, seat in (
        ("SELECT pl.ask_the_rota(%s, %s, 10)", cast["ADV"].seat),
        ("SELECT pl.rota_heard(%s, %s, true)", cast["ADV"].seat),
        ("SELECT pl.rota_heard(%s, %s, false)", cast.quinn.seat),
    ):
        with as_visitor("pl_team", "seat", seat) as visitor, pytest.raises(psycopg.errors.Error, match="refused"):
            visitor.execute(statement, [house.youth, thread])
    with as_visitor("pl_team", "seat", cast.quinn.seat) as visitor:
        assert visitor.execute("SELECT * FROM pl.asked(%s, %s)", [house.youth, thread]).fetchall() == []
        assert visitor.execute("SELECT * FROM pl.rota_now(%s, 10)", [house.youth]).fetchall() == []
        assert visitor.execute("SELECT * FROM pl.ever_beside(%s)", [house.youth]).fetchall() == []


def test_nobody_puts_another_agencys_people_or_a_caregiver_on_call(cast, house):
    from datetime import time

    from porchlight.kernel.errors import Refused
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    hours = {"order": "first", "weekday": 0, "starts": time(8), "ends": time(18)}
    with in_house("team"), acting(house.lead.seat) as lead, pytest.raises(teams.ShiftNotWhole, match="your own agency"):
        teams.add_shift(seat=cast["SW"].seat, by=lead, **hours)
    with in_house("team"), acting(cast["CG"].seat) as caregiver, pytest.raises(Refused):
        teams.add_shift(seat=cast["CG"].seat, by=caregiver, **hours)
    with in_house("team"), acting(house.lead.seat) as lead, pytest.raises(teams.ShiftNotWhole, match="quarters"):
        teams.add_shift(seat=house.ana.seat, by=lead, **(hours | {"ends": time(18, 10)}))
    house.put_on_call(first=house.ana)
    with in_house("team"), acting(house.lead.seat) as lead:
        (one, *_) = teams.shifts(by=lead)
    with in_house("team"), acting(cast["SW"].seat) as elsewhere:
        assert not teams.end_shift(one.id, by=elsewhere)
        assert one.id not in {shift.id for shift in teams.shifts(by=elsewhere)}


def test_in_an_open_night_whoever_is_on_call_by_the_rota_stands_beside_and_no_longer(cast, house):
    from porchlight.policy.api import ask
    from porchlight.project.stage import acting, in_house

    def roles():
        with as_visitor("pl_team", "seat", house.ana.seat) as visitor:
            return visitor.execute("SELECT DISTINCT role FROM pl.facts(%s)", [house.youth]).fetchall()

    with in_house("team"), acting(house.worker.seat):
        ask("SELECT pl.open_night(%s)", [house.youth])
    assert roles() == []
    house.put_on_call(first=house.ana)
    assert roles() == [("OC",)]
    house.take_off_call()
    assert roles() == []
