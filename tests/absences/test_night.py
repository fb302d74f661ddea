"""The on-call worker: beside the young person for the hours of the shift, while the night is open, and no longer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import psycopg
import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.values import Action, Category, Grain
from tests.absences.rooms import absences, acting, coming_home, in_house, leaving, people, policy
from tests.support.connections import as_owner, as_visitor

AT = datetime(2026, 11, 20, 6, tzinfo=UTC)
CLOSED_TO_ON_CALL = ("K05", "K08", "K11", "K12", "K14", "K15", "K19")


def tap(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg:
        return leaving.tell_leaving(ari.youth, left_at=AT, heard="screen", by=cg)


def sees(member, youth) -> bool:
    with in_house("team"), acting(member.seat) as visit:
        return bool(visit.facts(youth))


def test_nobody_is_beside_anybody_for_being_on_call_on_a_quiet_night(ari, rota, night_worker):
    rota.starts(night_worker)
    assert not sees(night_worker, ari.youth)


def test_a_tap_calls_the_on_call_worker_to_their_side_with_name_and_absence_and_no_more(ari, rota, night_worker):
    rota.starts(night_worker)
    tap(ari)
    with in_house("team"), acting(night_worker.seat) as visit:
        assert people.called(ari.youth, by=visit).name == "Ari"
        assert [type(one) for one in absences.waiting_for(ari.youth, by=visit)] == [absences.WaitingTap]
        assert {fact.role for fact in visit.facts(ari.youth)} == {"OC"}
        for category in CLOSED_TO_ON_CALL:
            for action in Action:
                assert not visit.may(ari.youth, Category(category), Grain.SLICE, action)


def test_when_the_shift_ends_the_worker_sees_nothing_and_the_next_one_does(ari, rota, night_worker, cast):
    rota.starts(night_worker)
    tap(ari)
    assert sees(night_worker, ari.youth)
    rota.ends(night_worker)
    assert not sees(night_worker, ari.youth)
    with in_house("team"), acting(night_worker.seat) as visit:
        assert not [one for one in absences.my_waiting(by=visit) if one.youth == ari.youth]
        with pytest.raises(Refused):
            people.called(ari.youth, by=visit)


def test_when_they_are_home_the_on_call_worker_sees_nothing(ari, rota, night_worker):
    rota.starts(night_worker)
    with in_house("team"):
        with acting(ari.seat("SW")) as sw:
            leaving.begin_absence(ari.youth, state=absences.MISSING, by=sw)
        assert sees(night_worker, ari.youth)
        with acting(ari.seat("CG")) as cg:
            coming_home.come_home(ari.youth, told=coming_home.Told(back_at=clock.now()), by=cg)
    assert not sees(night_worker, ari.youth)


def test_coming_home_without_an_absence_leaves_no_tap_and_no_night_behind(ari, rota, night_worker):
    rota.starts(night_worker)
    tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        coming_home.come_home(ari.youth, told=coming_home.Told(back_at=clock.now()), by=cg)
        assert absences.latest_tap(ari.youth, by=cg) is None
    assert not sees(night_worker, ari.youth)


def test_a_return_told_late_does_not_end_the_night_of_a_newer_leaving(ari, rota, night_worker):
    rota.starts(night_worker)
    tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        coming_home.come_home(ari.youth, told=coming_home.Told(back_at=AT - timedelta(hours=5)), by=cg)
        assert absences.latest_tap(ari.youth, by=cg) is not None
    assert sees(night_worker, ari.youth)


def test_the_on_call_worker_opens_the_absence_in_the_agencys_own_record_and_goes_on_with_it(ari, rota, night_worker):
    rota.starts(night_worker)
    told = tap(ari)
    with in_house("team"):
        with acting(night_worker.seat) as visit:
            episode = leaving.begin_absence(ari.youth, state=absences.MISSING, tap=told, said_age="under", by=visit)
            assert episode.state == absences.MISSING
        with acting(night_worker.seat) as visit:
            assert len(absences.duties(ari.youth, episode=episode.id, by=visit)) == 13
            leaving.turn_absence(ari.youth, state=absences.AWAY_KNOWN, by=visit)


def test_an_on_call_worker_who_does_not_know_the_age_begins_with_a_concern(ari, rota, night_worker):
    rota.starts(night_worker)
    told = tap(ari)
    with in_house("team"), acting(night_worker.seat) as visit:
        episode = leaving.begin_absence(ari.youth, state=absences.MISSING, tap=told, by=visit)
    assert episode.state == absences.CONCERN


def test_taking_a_tap_keeps_the_worker_beside_them_for_a_day_and_no_longer(ari, rota, night_worker):
    rota.starts(night_worker)
    told = tap(ari)
    with in_house("team"), acting(night_worker.seat) as visit:
        absences.acknowledge_leaving(ari.youth, tap=told, by=visit)
    assert sees(night_worker, ari.youth)
    with as_owner() as owner:
        (ends,) = owner.execute(
            "SELECT ends_at - starts_at FROM policy_grant WHERE kind = 'night' AND youth = %s AND ended_at IS NULL",
            [ari.youth],
        ).fetchone()
        assert ends.total_seconds() == 24 * 3600
        owner.execute(
            "UPDATE policy_grant SET ends_at = statement_timestamp() WHERE kind = 'night' AND youth = %s", [ari.youth]
        )
    assert not sees(night_worker, ari.youth)


def test_a_tap_set_aside_ends_the_night_unless_an_absence_is_open(ari, rota, night_worker):
    rota.starts(night_worker)
    told = tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.set_leaving_aside(ari.youth, tap=told, by=cg)
    assert not sees(night_worker, ari.youth)
    with in_house("team"), acting(ari.seat("SW")) as sw:
        leaving.begin_absence(ari.youth, state=absences.MISSING, by=sw)
    again = tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.set_leaving_aside(ari.youth, tap=again, by=cg)
    assert sees(night_worker, ari.youth)


def test_a_seat_of_another_agency_on_the_rota_gets_nothing(ari, rota, cast):
    with as_owner() as owner:
        owner.execute("INSERT INTO pl_secret.test_rota VALUES (%s, %s)", [cast.quinn.seat, ari.cast["SW"].agency])
    tap(ari)
    assert not sees(cast.quinn, ari.youth)


def test_a_person_whom_the_young_person_blocked_is_not_called_to_their_side(ari, rota, night_worker):
    rota.starts(night_worker)
    with in_house("youth"), acting(ari.youth, youth=True) as me:
        policy.grant("block", by=me, youth=ari.youth, person=night_worker.person)
    tap(ari)
    assert not sees(night_worker, ari.youth)


def test_one_night_calls_nobody_to_another_young_person(ari, grown, rota, night_worker):
    rota.starts(night_worker)
    tap(ari)
    assert not sees(night_worker, grown.youth)


def test_an_outsider_opens_and_closes_no_night(ari, cast):
    for call in ("SELECT pl.open_night(%s)", "SELECT pl.close_night(%s)"):
        with as_visitor("pl_team", "seat", cast.quinn.seat) as visitor, pytest.raises(psycopg.Error, match="refused"):
            visitor.execute(call, [ari.youth])


def test_no_line_of_the_ledger_names_the_on_call_worker(ari, rota, night_worker):
    rota.starts(night_worker)
    tap(ari)
    with as_owner() as owner:
        named = owner.execute(
            "SELECT count(*) FROM policy_grant WHERE seat = %s AND youth = %s", [night_worker.seat, ari.youth]
        ).fetchone()
    assert named == (0,)


def test_those_beside_them_know_whom_to_call_this_hour_and_outsiders_do_not(ari, rota, night_worker, cast):
    rota.starts(night_worker)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert [(one.name, one.phone) for one in absences.on_call_for(ari.youth, by=cg)] == [("Nell Night", "555-0177")]
    with in_house("team"), acting(cast.quinn.seat) as quinn, pytest.raises(Refused):
        absences.on_call_for(ari.youth, by=quinn)
    rota.ends(night_worker)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert absences.on_call_for(ari.youth, by=cg) == ()
