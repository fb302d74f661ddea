"""What the young person did with their plan and their people becomes something that may be said, never more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.absences.conftest import welcome
from tests.needs.making import as_seat, as_youth
from tests.pages.looking import statements
from tests.recognition.making import written_down
from tests.safety.using import days_ago, today, took_back, used, wrote
from tests.support.client import team_browser, youth_browser

CHANGED = "Our notes changed"
ONE_MORE = "You have one more person you trust."
USED = "You used a step of your plan."


@pytest.fixture
def recognising(town):
    """The flow, imported once Django is ready."""
    from porchlight.flows import recognising

    return recognising


def deeds(recognising, visit, youth, fact):
    return [(one.on, one.over) for one in recognising.history(youth, by=visit).deeds if one.fact == fact]


def offered(recognising, member, youth):
    with as_seat(member) as visit:
        return {one.fact for one in recognising.sayable(youth, by=visit).offers}


def names(youth, *, by, trusted=None):
    from porchlight.people import api as people

    said = people.TrustedSheet(
        youth=youth, id=trusted or people.new_trusted_id(), name="Aunt Lu", reach="", hours="", may_know="",
        ask_if_away="no",
    )  # fmt: skip
    people.trust(youth, said=said, by=by)
    return said.id


def named_themselves(youth, *, trusted=None):
    with as_youth(youth) as me:
        return names(youth, by=me, trusted=trusted)


def takes_off(youth, trusted):
    from porchlight.people import api as people

    with as_youth(youth) as me:
        people.no_longer_trusted(youth, trusted_id=trusted, by=me)


def sends(recognising, member, youth, fact):
    with as_seat(member) as visit:
        recognising.send_what_is_true(youth, fact=fact, words="I was glad.", by=visit)


def read(youth):
    with youth_browser(youth) as page:
        return page.text("/n/11")


@pytest.mark.parametrize("opened", ["SW", "CG"])
def test_a_used_part_may_be_said_by_whom_it_is_open_to_and_is_no_deed_for_anybody_else(crew, recognising, opened):
    youth = written_down(crew)
    used(youth, wrote(youth, seats=[crew[opened]]))
    for role in ("SW", "CG"):
        mine = [(today(), None)] if role == opened else []
        with as_seat(crew[role]) as visit:
            assert deeds(recognising, visit, youth, "plan_step") == mine
        assert ("plan_step" in offered(recognising, crew[role], youth)) == (role == opened)
    with as_youth(youth) as me:
        assert deeds(recognising, me, youth, "plan_step") == [(today(), None)]


def test_of_two_used_parts_a_seat_counts_the_one_that_is_open_to_it(crew, recognising):
    youth = written_down(crew)
    for key, role, days in (("stay", "SW", 1), ("back", "CG", 2)):
        part = wrote(youth, key, seats=[crew[role]])
        with days_ago(days):
            used(youth, part)
    for role, days in (("SW", 1), ("CG", 2)):
        with as_seat(crew[role]) as visit:
            assert deeds(recognising, visit, youth, "plan_step") == [(today() - timedelta(days=days), None)]


def test_a_part_that_was_closed_again_is_no_deed_any_more(crew, recognising):
    youth = written_down(crew)
    used(youth, wrote(youth, seats=[crew["SW"]]))
    wrote(youth, seats=[])
    assert "plan_step" not in offered(recognising, crew["SW"], youth)


def test_a_visit_that_may_read_no_plan_asks_nothing_of_it_and_one_that_may_asks_once(crew, recognising):
    youth = written_down(crew)
    used(youth, wrote(youth, seats=[crew["SW"]]))
    for role, times in (("SW", 1), ("CG", 0)):
        with as_seat(crew[role]) as visit, statements() as asked:
            recognising.history(youth, by=visit)
        assert len([one for one in asked if "safety_" in one]) == times
        assert len([one for one in asked if "people_trusted" in one]) == times


def test_it_is_sent_and_read_and_taking_the_tap_back_takes_it_back(crew, recognising):
    youth = written_down(crew)
    part = wrote(youth, seats=[crew["SW"]])
    used(youth, part)
    sends(recognising, crew["SW"], youth, "plan_step")
    shown = read(youth)
    assert USED in shown
    assert "You tapped that you used a part of your plan." in shown
    assert CHANGED not in shown
    took_back(youth, part)
    assert CHANGED in read(youth)


def test_closing_a_part_says_nothing_about_what_was_sent_from_it(crew, recognising):
    youth = written_down(crew)
    used(youth, wrote(youth, seats=[crew["SW"]]))
    sends(recognising, crew["SW"], youth, "plan_step")
    wrote(youth, seats=[])
    with team_browser(crew["SW"]) as page:
        shown = page.text(f"/y/{youth}/good-word")
    assert "I was glad." in shown
    assert "The record was put right." not in shown
    assert CHANGED not in read(youth)


def test_one_more_person_whom_they_named_themselves_is_a_deed_and_never_whom(crew, recognising):
    youth = written_down(crew)
    with as_seat(crew["SW"]) as sw:
        names(youth, by=sw)
    assert offered(recognising, crew["SW"], youth) == set()
    added = named_themselves(youth)
    with as_seat(crew["SW"]) as sw:
        (fact,) = recognising.sayable(youth, by=sw).offers
    assert (fact.fact, fact.since, fact.until, fact.slots) == ("trusted_person", today(), today(), {})
    assert str(added) not in repr(fact)
    assert "Lu" not in repr(fact)


def test_a_seat_that_does_not_read_the_list_hears_nothing_of_it(crew, recognising):
    youth = written_down(crew)
    named_themselves(youth)
    assert offered(recognising, crew["CG"], youth) == set()


def test_saying_something_new_about_somebody_adds_nobody(crew, recognising):
    youth = written_down(crew)
    with days_ago(20):
        known = named_themselves(youth)
    named_themselves(youth, trusted=known)
    assert offered(recognising, crew["SW"], youth) == set()


def test_when_somebody_came_off_the_list_nobody_offers_one_more_and_what_was_said_stands(crew, recognising):
    youth = written_down(crew)
    first = named_themselves(youth)
    named_themselves(youth)
    sends(recognising, crew["SW"], youth, "trusted_person")
    takes_off(youth, first)
    assert offered(recognising, crew["SW"], youth) == set()
    shown = read(youth)
    assert ONE_MORE in shown
    assert CHANGED not in shown


def test_somebody_who_is_added_after_another_came_off_is_one_more(crew, recognising):
    youth = welcome(crew)
    with days_ago(3):
        first = named_themselves(youth)
    with days_ago(2):
        takes_off(youth, first)
    named_themselves(youth)
    with as_seat(crew["SW"]) as sw:
        found = deeds(recognising, sw, youth, "trusted_person")
    assert found == [(today() - timedelta(days=3), today() - timedelta(days=2)), (today(), None)]


def test_with_both_at_hand_the_pages_cost_no_more_than_twelve_statements(crew, recognising):
    youth = written_down(crew, left=(5, 3, 1))
    used(youth, wrote(youth, seats=[crew["SW"]]))
    named_themselves(youth)
    for fact in ("plan_step", "trusted_person"):
        sends(recognising, crew["SW"], youth, fact)
    with team_browser(crew["SW"]) as page, statements() as asked:
        assert USED in page.text(f"/y/{youth}/good-word")
    assert len(asked) <= 12, "\n".join(" ".join(one.split())[:110] for one in asked)
    with youth_browser(youth) as page, statements() as asked:
        assert ONE_MORE in page.text("/n/11")
    assert len(asked) <= 12, "\n".join(" ".join(one.split())[:110] for one in asked)


def test_a_deed_of_long_ago_is_left_out(crew, recognising):
    youth = welcome(crew)
    part = wrote(youth, seats=[crew["SW"]])
    with days_ago(recognising.LOOK_BACK.days + 2):
        used(youth, part)
        named_themselves(youth)
    with as_seat(crew["SW"]) as sw:
        assert recognising.history(youth, by=sw).deeds == ()
