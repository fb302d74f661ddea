"""From what homes and workers wrote down to what may be said, in the visit of whoever looks."""

from __future__ import annotations

import pytest

from porchlight.kernel import clock
from tests.absences.conftest import welcome
from tests.needs.making import as_seat, as_youth
from tests.recognition.making import BEFORE, FIVE_THEN_THREE, ago, said, written_down
from tests.support.client import team_browser, youth_browser


@pytest.fixture
def recognising(town):
    """The flow, imported once Django is ready."""
    from porchlight.flows import recognising

    return recognising


def looked_at_by(recognising, member, youth):
    with as_seat(member) as visit:
        found = recognising.sayable(youth, by=visit)
    return {one.fact: dict(one.slots) for one in found.offers}, {one.fact: one.reasons for one in found.withheld}


@pytest.mark.parametrize("role", ["SW", "CG"])
def test_five_then_three_may_be_said_by_who_reads_the_days(crew, recognising, role):
    youth = written_down(crew, left=FIVE_THEN_THREE)
    facts, _ = looked_at_by(recognising, crew[role], youth)
    assert facts["fewer_leavings"] == {"now": 3, "before": 5}


def test_days_that_nobody_confirmed_make_it_unsayable(crew, recognising):
    youth = written_down(crew, left=FIVE_THEN_THREE, dark=(1, 3, 5))
    facts, withheld = looked_at_by(recognising, crew["SW"], youth)
    assert facts == {}
    assert withheld["fewer_leavings"] == ("not_enough_known",)


def test_a_tap_that_was_a_mistake_is_no_leaving(crew, recognising):
    from porchlight.absences import api as absences

    youth = written_down(crew, left=(*BEFORE, 6, 5, 4, 3, 2))
    with as_seat(crew["CG"]) as caregiver:
        tap = absences.record_leaving(youth, left_at=ago(11), by=caregiver)
        absences.set_leaving_aside(youth, tap=tap, by=caregiver)
    assert looked_at_by(recognising, crew["SW"], youth)[1]["fewer_leavings"] == ("not_fewer",)


@pytest.mark.parametrize("role", ["SUP", "ED", "BH"])
def test_a_seat_that_reads_less_gets_nothing_and_learns_why(crew, recognising, role):
    from porchlight.teams import api as teams

    youth = written_down(crew, left=FIVE_THEN_THREE)
    if role != "SUP":
        with as_seat(crew["SW"]) as sw:
            teams.join_team(youth, seat=crew[role].seat, footing="CFT_832", by=sw)
    assert looked_at_by(recognising, crew[role], youth) == ({}, {"everything": ("not_for_this_seat",)})


def test_without_a_record_nothing_is_said(crew, recognising):
    assert looked_at_by(recognising, crew["SW"], welcome(crew)) == ({}, {"everything": ("no_record",)})


def test_an_absence_that_no_tap_told_of_counts_too_and_being_in_touch_is_a_fact(crew, recognising):
    from porchlight.absences import api as absences

    youth = written_down(crew, left=FIVE_THEN_THREE, away=(1, 12, 13))
    with as_seat(crew["SW"]) as sw:
        absences.open_episode(youth, state="concern", nonminor=False, left_at=ago(1, 9), by=sw)
        absences.record_contact(youth, channel="text", effort="E01", result="C3", at=ago(1, 15), by=sw)
    facts, _ = looked_at_by(recognising, crew["SW"], youth)
    assert facts == {"kept_contact": {}, "fewer_leavings": {"now": 4, "before": 5}}
    with as_seat(crew["SW"]) as sw:
        (away,) = absences.look_back(youth, since=ago(30), first=ago(30).date(), by=sw).away
        assert (away.left_at, away.back_at) == (ago(1, 9), None)


def test_a_call_unanswered_or_after_the_return_or_with_somebody_else_is_no_word_from_them(crew, recognising):
    from porchlight.absences import api as absences
    from porchlight.flows import coming_home

    youth = welcome(crew)
    with as_seat(crew["SW"]) as sw:
        absences.open_episode(youth, state="concern", nonminor=False, left_at=ago(3), by=sw)
        for effort, result, at in (("E01", "C1", ago(3, 22)), ("E02", "C4", ago(3, 23)), ("E01", "C4", ago(1, 22))):
            absences.record_contact(youth, channel="call", effort=effort, result=result, at=at, by=sw)
        coming_home.come_home(youth, told=coming_home.Told(back_at=ago(2), came_how="W08"), by=sw)
        found = recognising.history(youth, by=sw)
    assert found.deeds == ()
    assert [(one.own_return, one.contact) for one in found.away] == [(False, False)]


def test_a_return_by_themselves_is_the_first_thing_that_may_be_said(crew, recognising):
    from porchlight.flows import coming_home

    youth = written_down(crew, left=FIVE_THEN_THREE)
    for way, fact in (("W02", "own_return"), ("W05", "helped_return")):
        with as_seat(crew["SW"]) as sw:
            coming_home.come_home(youth, told=coming_home.Told(back_at=clock.now(), came_how=way), by=sw)
        facts, _ = looked_at_by(recognising, crew["SW"], youth)
        assert fact in facts
    with as_seat(crew["SW"]) as sw:
        found = recognising.sayable(youth, by=sw)
    assert [one.fact for one in found.offers] == ["own_return", "helped_return"]


def test_being_brought_back_by_others_is_not_called_their_deed(crew, recognising):
    from porchlight.flows import coming_home

    youth = written_down(crew)
    with as_seat(crew["SW"]) as sw:
        coming_home.come_home(youth, told=coming_home.Told(back_at=clock.now(), came_how="W08"), by=sw)
    facts, withheld = looked_at_by(recognising, crew["SW"], youth)
    assert facts == {}
    assert withheld["deeds"] == ("nothing_seen",)


def test_the_worker_previews_in_both_ways_and_sends_and_it_is_worked_out_anew(crew):
    from porchlight.absences import api as absences

    youth = written_down(crew, left=FIVE_THEN_THREE)
    address = f"/y/{youth}/good-word"
    with team_browser(crew["SW"]) as page:
        assert "Times you left this week: 3. Last week: 5." in page.text(address)
        look = page.send(address, fact="fewer_leavings", words="I noticed.").content.decode()
        assert "You left fewer times this week than last week." in look
        assert "If they asked for numbers" in look
        assert "I noticed." in look
        sent = page.send(f"{address}/send", page=address, do="send", fact="fewer_leavings", words="I noticed.")
        assert sent.status_code == 303
    with youth_browser(youth) as page:
        words = page.text("/n/11")
        assert "You left fewer times this week than last week." in words
        assert "Times you left" not in words
    with as_seat(crew["CG"]) as caregiver:
        for n in (5, 3, 1):
            absences.record_leaving(youth, left_at=ago(n), by=caregiver)
    with team_browser(crew["SW"]) as page:
        sent = page.send(f"{address}/send", page=address, do="send", fact="fewer_leavings", words="I noticed.")
        assert sent.status_code == 422
        assert "The count is not lower than the week before." in sent.content.decode()
    with youth_browser(youth) as page:
        words = page.text("/n/11")
        assert words.count("You left fewer times") == 1
        assert "not lower" not in words


def test_what_could_be_said_is_kept_nowhere(crew, recognising):
    from porchlight.progress.models import Word

    youth = written_down(crew, left=FIVE_THEN_THREE)
    looked_at_by(recognising, crew["SW"], youth)
    with as_youth(youth):
        assert not Word.objects.filter(youth_id=youth).exists()


def test_a_step_up_a_ladder_is_a_fact_for_whom_the_goal_is_shown_to(crew, recognising):
    from porchlight.progress import api as progress

    youth = written_down(crew)
    with as_youth(youth) as me:
        goal = progress.write_goal(youth, words="Sing in front of people", place=1, by=me)
        progress.move_goal(youth, goal=goal, up=True, by=me)
        assert [one.fact for one in recognising.history(youth, by=me).deeds] == ["goal_step"]
    assert "goal_step" not in looked_at_by(recognising, crew["SW"], youth)[0]
    with as_youth(youth) as me:
        progress.show_goal(youth, goal=goal, to={crew["SW"].seat: "SW"}, by=me)
    assert looked_at_by(recognising, crew["SW"], youth)[0] == {"goal_step": {}}


def test_a_fact_that_was_sent_in_both_of_the_last_weeks_stands_back_for_another(crew, recognising):
    from porchlight.flows import coming_home

    youth = written_down(crew, left=FIVE_THEN_THREE)
    with as_seat(crew["SW"]) as sw:
        for way in ("W02", "W05"):
            coming_home.come_home(youth, told=coming_home.Told(back_at=clock.now(), came_how=way), by=sw)
    assert list(looked_at_by(recognising, crew["SW"], youth)[0]) == ["own_return", "helped_return"]
    for days in (8, 1):
        with clock.standing_still(ago(days)), as_seat(crew["SW"]) as sw:
            from porchlight.progress import api as progress

            progress.send_fact(youth, said=said("own_return"), by=sw)
    assert list(looked_at_by(recognising, crew["SW"], youth)[0]) == ["helped_return", "own_return"]
