"""My Monday, and the contacts that its times are counted from."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, in_house, leaving, teams
from tests.support.connections import as_admin

TEN = datetime(2026, 11, 20, 6, tzinfo=UTC)
WHERE = ("place", "where", "location", "address", "whereabouts", "lat", "lon")


def leave(young, *, state: str = "missing", at: datetime = TEN):
    with clock.standing_still(at), in_house("team"), acting(young.seat("SW")) as sw:
        return leaving.begin_absence(young.youth, state=state, by=sw)


def reach_out(young, *, result: str, at: datetime, role: str = "SW") -> None:
    with in_house("team"), acting(young.seat(role)) as visit:
        absences.record_contact(young.youth, channel="text", effort="E01", result=result, at=at, by=visit)


def mine(young, kind, role: str = "SW", *, at: datetime = TEN + timedelta(hours=1)):
    with clock.standing_still(at), in_house("team"), acting(young.seat(role)) as visit:
        return [one for one in absences.my_waiting(by=visit) if isinstance(one, kind) and one.youth == young.youth]


def test_time_is_counted_from_the_last_contact_and_trying_is_not_contact(alone):
    leave(alone)
    assert mine(alone, absences.OpenAbsence)[0].last_contact_at is None
    reach_out(alone, result="C1", at=TEN + timedelta(hours=2))
    assert mine(alone, absences.OpenAbsence)[0].last_contact_at is None
    reach_out(alone, result="C3", at=TEN + timedelta(hours=3))
    reach_out(alone, result="C0", at=TEN + timedelta(hours=5))
    assert mine(alone, absences.OpenAbsence)[0].last_contact_at == TEN + timedelta(hours=3)


def test_a_contact_from_before_they_left_is_not_contact_while_away(alone):
    reach_out(alone, result="C5", at=TEN - timedelta(hours=1))
    leave(alone)
    assert mine(alone, absences.OpenAbsence)[0].last_contact_at is None


def test_every_contact_keeps_who_how_whom_and_how_it_went(ari):
    leave(ari)
    reach_out(ari, result="C4", at=TEN + timedelta(hours=1), role="CG")
    with in_house("team"), acting(ari.seat("SW")) as sw:
        (kept,) = absences.contacts(ari.youth, since=TEN, by=sw)
    assert (kept.who, kept.channel, kept.effort, kept.result) == (ari.seat("CG"), "text", "E01", "C4")


def test_no_table_of_the_room_has_a_field_for_a_place(town):
    with as_admin() as admin:
        columns = admin.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_name LIKE 'absences_%'"
        ).fetchall()
    mine = ("day", "day_known", "tap", "tap_step", "turn", "contact", "duty", "gate_answer", "evidence", "episode")
    own = [column for table, column in columns if table.removeprefix("absences_") in mine]
    assert len(own) > 60
    assert not [column for column in own if any(word in column.split("_") for word in WHERE)]


def test_a_code_that_says_a_place_is_never_a_result(ari):
    assert "G07" not in absences.results()
    assert all(code[0] == "C" for code in absences.results())
    assert all(code[0] == "E" for code in absences.efforts())
    with in_house("team"), acting(ari.seat("SW")) as sw, pytest.raises(ValueError, match="a contact has"):
        absences.record_contact(ari.youth, channel="text", effort="E01", result="G07", by=sw)


def test_a_caregiver_reads_only_the_contacts_that_they_kept(ari):
    leave(ari)
    reach_out(ari, result="C4", at=TEN, role="SW")
    reach_out(ari, result="C3", at=TEN, role="CG")
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert [one.result for one in absences.contacts(ari.youth, since=TEN, by=cg)] == ["C3"]


def test_duties_stand_soonest_first_and_say_when_they_are_late(alone):
    leave(alone)
    duties = mine(alone, absences.DueDuty)
    assert [duty.due_at for duty in duties] == sorted(duty.due_at for duty in duties)
    assert {duty.state for duty in duties} == {"open"}
    later = mine(alone, absences.DueDuty, at=TEN + timedelta(hours=25))
    assert {duty.late for duty in later if duty.key == "missing.le_report"} == {True}


def test_a_supervisor_meets_a_duty_that_stayed_open_four_hours(alone):
    leave(alone)
    early = mine(alone, absences.DueDuty, "SUP", at=TEN + timedelta(hours=3))
    assert {duty.key for duty in early} == {"missing.supervisor_staffing"}
    late = mine(alone, absences.DueDuty, "SUP", at=TEN + timedelta(hours=4))
    assert "missing.le_report" in {duty.key for duty in late}


def test_a_duty_on_hold_is_said_to_be_on_hold(alone):
    episode = leave(alone)
    with in_house("team"), acting(alone.seat("SW")) as sw:
        duty = next(d for d in absences.duties(alone.youth, episode=episode.id, by=sw) if d.rule.gates)
        absences.answer_gate(alone.youth, duty_id=duty.id, answers={"part_of_harm": "unsure"}, by=sw)
    assert [one.state for one in mine(alone, absences.DueDuty) if one.id == duty.id] == ["hold"]


def test_a_list_holds_nobody_beside_whom_the_seat_does_not_stand(ari, cast):
    leave(ari)
    with in_house("team"), acting(cast.quinn.seat) as quinn:
        assert absences.my_waiting(by=quinn) == ()
        with pytest.raises(Refused):
            absences.waiting_for(ari.youth, by=quinn)


def test_a_clinician_and_a_teacher_have_no_absences_on_a_list(ari):
    leave(ari)
    for role in ("BH", "ED"):
        with in_house("team"):
            with acting(ari.seat("SW")) as sw:
                teams.join_team(ari.youth, seat=ari.seat(role), footing="CFT_832", by=sw)
            with acting(ari.seat(role)) as visit:
                assert not [one for one in absences.my_waiting(by=visit) if one.youth == ari.youth]


def test_the_home_and_the_clinician_know_only_away_or_home(ari):
    leave(ari)
    with in_house("team"):
        with acting(ari.seat("SW")) as sw:
            teams.join_team(ari.youth, seat=ari.seat("BH"), footing="CFT_832", by=sw)
        for role in ("CG", "BH"):
            with acting(ari.seat(role)) as visit:
                assert absences.away_or_home(ari.youth, by=visit).is_open
        with acting(ari.seat("BH")) as visit, pytest.raises(Refused):
            absences.open_absence(ari.youth, by=visit)
