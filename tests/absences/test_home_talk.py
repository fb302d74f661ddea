"""The talk is theirs: with whom they choose, when they want it, and no is an answer."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.kernel.errors import Refused


@pytest.fixture
def home(cast):
    from tests.absences.homecoming import Scene

    return Scene(cast)


@pytest.fixture
def absences(cast):
    from porchlight.absences import api

    return api


def wish(home, absences, youth, what, *, role="SW", at=None, **more):
    with home.seen_by(role, at=at or home.next_day) as visit:
        absences.wish_for_talk(youth, wish=absences.Wish(what), by=visit, **more)


def talk(home, absences, youth, told):
    with home.seen_by("SW", at=home.next_day) as sw:
        return absences.talk_after(youth, back=told.back, by=sw)


def test_it_is_booked_with_the_person_they_chose_inside_the_countys_time(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "booked", with_seat=home.cast["CG"].seat)
    found = talk(home, absences, youth, told)
    assert (found.with_seat, found.planned_on) == (home.cast["CG"].seat, date(2026, 11, 25))
    assert absences.talk_by(home.night) == home.night + timedelta(hours=72)


def test_when_that_time_has_passed_no_day_is_made_up(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "booked", at=home.night + timedelta(days=9), with_name="Coach Lee")
    found = talk(home, absences, youth, told)
    assert (found.with_name, found.planned_on) == ("Coach Lee", None)


@pytest.mark.parametrize("what", ["later", "declined"])
def test_later_and_no_need_no_person_and_no_day(home, absences, what):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, what, with_name="nobody", planned_on=date(2026, 11, 30))
    found = talk(home, absences, youth, told)
    assert (found.wish, found.with_name, found.planned_on) == (what, "", None)


def test_they_may_change_their_mind(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "declined")
    wish(home, absences, youth, "booked", at=home.next_day + timedelta(minutes=5), with_name="Coach Lee")
    assert talk(home, absences, youth, told).wish is absences.Wish.BOOKED


def test_somebody_beside_them_and_somebody_else_may_both_be_there(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "booked", with_seat=home.cast["BH"].seat, with_name="Coach Lee")
    found = talk(home, absences, youth, told)
    assert (found.with_seat, found.with_name) == (home.cast["BH"].seat, "Coach Lee")


def test_the_name_lies_sealed(home, absences):
    from tests.support.connections import as_admin

    youth = home.young_person()
    home.come_back(youth)
    wish(home, absences, youth, "booked", with_name="Coach Lee")
    with as_admin() as admin:
        (lying,) = admin.execute("SELECT with_name FROM absences_talk WHERE youth_id = %s", [youth]).fetchone()
    assert b"Coach" not in bytes(lying)


def test_a_booking_with_nobody_or_before_a_return_is_not_kept(home, absences):
    youth = home.young_person()
    with pytest.raises(absences.NoReturn):
        wish(home, absences, youth, "later")
    home.come_back(youth)
    with pytest.raises(absences.NobodyChosen):
        wish(home, absences, youth, "booked")


def test_the_young_person_is_shown_no_clock(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "later")
    with home.as_youth(youth, at=home.next_day) as me:
        found = absences.talk_after(youth, back=told.back, by=me)
    assert not {"due_at", "offer_by", "deadline"} & set(vars(found))
    assert found.planned_on is None


def test_whom_they_chose_stays_from_the_home_and_the_clinic(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    wish(home, absences, youth, "booked", with_name="Coach Lee")
    with home.seen_by("CG", at=home.next_day) as caregiver:
        assert absences.talk_after(youth, back=told.back, by=caregiver) is None
    with home.seen_by("BH", at=home.next_day) as clinician, pytest.raises(Refused):
        absences.talk_after(youth, back=told.back, by=clinician)


def test_the_four_outputs_are_kept_as_codes_and_read_as_codes(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    answers = {
        "why_they_left": absences.Answer.ANSWERED,
        "time_away": absences.Answer.DECLINED,
        "possible_harm": absences.Answer.THEY_ASKED_TO_WAIT,
    }
    with home.seen_by("SW", at=home.next_day) as sw:
        absences.note_outputs(youth, answers=answers, by=sw)
    with home.seen_by("CG", at=home.next_day) as caregiver:
        found = {one.output: one.answer for one in absences.outputs_after(youth, back=told.back, by=caregiver)}
    assert found == answers
    assert absences.still_to_ask(found) == ("what_the_home_changes", "possible_harm")


def test_the_newest_answer_holds(home, absences):
    youth = home.young_person()
    told = home.come_back(youth)
    for days, answer in ((1, absences.Answer.THEY_ASKED_TO_WAIT), (2, absences.Answer.ANSWERED)):
        with home.seen_by("SW", at=home.night + timedelta(days=days)) as sw:
            absences.note_outputs(youth, answers={"time_away": answer}, by=sw)
    with home.seen_by("SUP", at=home.night + timedelta(days=3)) as supervisor:
        (found,) = absences.outputs_after(youth, back=told.back, by=supervisor)
    assert found.answer is absences.Answer.ANSWERED


def test_a_caregiver_notes_no_outputs_and_nobody_notes_a_fifth(home, absences):
    youth = home.young_person()
    with home.seen_by("SW", at=home.next_day) as sw, pytest.raises(absences.NoReturn):
        absences.note_outputs(youth, answers={}, by=sw)
    home.come_back(youth)
    with home.seen_by("CG", at=home.next_day) as caregiver, pytest.raises(Refused):
        absences.note_outputs(youth, answers={"time_away": absences.Answer.ANSWERED}, by=caregiver)
    with home.seen_by("SW", at=home.next_day) as sw, pytest.raises(ValueError, match="their_story"):
        absences.note_outputs(youth, answers={"their_story": absences.Answer.ANSWERED}, by=sw)
