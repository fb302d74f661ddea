"""From the tap to the absence."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import psycopg
import pytest
from django.db import DatabaseError

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, in_house, leaving, teams
from tests.support.connections import as_admin, as_visitor

TEN = datetime(2026, 11, 20, 6, tzinfo=UTC)


def tap(ari, *, role: str = "CG", heard: str = "screen", at: datetime = TEN):
    with clock.standing_still(at), in_house("team"), acting(ari.seat(role)) as visit:
        return leaving.tell_leaving(ari.youth, left_at=at - timedelta(minutes=5), heard=heard, by=visit)


def waiting(ari, role: str = "SW"):
    with in_house("team"), acting(ari.seat(role)) as visit:
        return absences.waiting_for(ari.youth, by=visit)


def test_a_tap_is_with_the_desk_at_once_and_is_nothing_more_than_received(ari):
    tap(ari)
    (seen,) = waiting(ari)
    assert isinstance(seen, absences.WaitingTap)
    assert (seen.taken, seen.received_at, seen.left_at) == (False, TEN, TEN - timedelta(minutes=5))
    with in_house("team"), acting(ari.seat("CG")) as cg:
        mine = absences.latest_tap(ari.youth, by=cg)
    assert not mine.is_reported
    assert mine.called_at is None


def test_receipt_acknowledgement_and_call_are_three_rows(ari):
    told = tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.note_call(ari.youth, tap=told, by=cg)
        after_call = absences.latest_tap(ari.youth, by=cg)
    assert after_call.called_at
    assert not after_call.is_reported
    with in_house("team"), acting(ari.seat("SW")) as sw:
        absences.acknowledge_leaving(ari.youth, tap=told, by=sw)
        absences.acknowledge_leaving(ari.youth, tap=told, by=sw)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert absences.latest_tap(ari.youth, by=cg).is_reported
    with as_admin() as admin:
        steps = admin.execute("SELECT step, made_by FROM absences_tap_step WHERE tap_id = %s", [told]).fetchall()
    assert {(step, who) for step, who in steps} == {
        ("received", ari.seat("CG")),
        ("called", ari.seat("CG")),
        ("acknowledged", ari.seat("SW")),
    }


def test_a_caregiver_cannot_acknowledge_for_the_desk(ari):
    told = tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg, pytest.raises(Refused):
        absences.acknowledge_leaving(ari.youth, tap=told, by=cg)


def test_what_the_desk_hears_by_phone_is_marked_so_and_a_person_has_it(ari):
    tap(ari, role="SW", heard="phone")
    with in_house("team"), acting(ari.seat("CG")) as cg:
        seen = absences.latest_tap(ari.youth, by=cg)
    assert seen.heard == "phone"
    assert seen.is_reported


def test_a_tap_set_aside_waits_for_nobody_and_stays_in_the_record(ari):
    told = tap(ari)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.set_leaving_aside(ari.youth, tap=told, by=cg)
        assert absences.latest_tap(ari.youth, by=cg) is None
    assert waiting(ari) == ()
    with as_admin() as admin:
        assert admin.execute("SELECT count(*) FROM absences_tap WHERE id = %s", [told]).fetchone() == (1,)


def test_a_tap_opens_nothing_by_itself_unless_the_county_says_so(ari):
    tap(ari)
    with in_house("team"), acting(ari.seat("SW")) as sw:
        assert absences.open_absence(ari.youth, by=sw) is None


def test_where_the_county_says_so_a_caregivers_tap_opens_a_concern_of_the_responsible_agency(ari, county_says):
    county_says(leaving__tap_opens_episode=True)
    told = tap(ari)
    with in_house("team"), acting(ari.seat("SW")) as sw:
        episode = absences.open_absence(ari.youth, by=sw)
        assert (episode.state, episode.received_at) == (absences.CONCERN, TEN)
        kinds = {type(one) for one in absences.waiting_for(ari.youth, by=sw)}
        assert kinds == {absences.WaitingTap, absences.OpenAbsence}, "opened is not yet acknowledged"
        absences.turn_episode(ari.youth, state=absences.AWAY_KNOWN, nonminor=False, by=sw)
    with as_admin() as admin:
        row = admin.execute("SELECT agency_id, tap_id FROM absences_episode WHERE id = %s", [episode.id]).fetchone()
    assert row == (ari.cast["SW"].agency, told)
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert absences.away_or_home(ari.youth, by=cg).is_open


def test_a_second_tap_in_such_a_county_opens_no_second_absence(ari, county_says):
    county_says(leaving__tap_opens_episode=True)
    tap(ari)
    tap(ari, at=TEN + timedelta(hours=1))
    with in_house("team"), acting(ari.seat("SW")) as sw:
        assert absences.open_absence(ari.youth, by=sw).received_at == TEN


def test_duties_count_from_the_receipt_of_the_tap_however_late_somebody_calls_it_missing(ari):
    told = tap(ari)
    with clock.standing_still(TEN + timedelta(hours=9)), in_house("team"), acting(ari.seat("SW")) as sw:
        episode = leaving.begin_absence(ari.youth, state=absences.CONCERN, tap=told, by=sw)
        assert absences.duties(ari.youth, episode=episode.id, by=sw) == ()
        leaving.turn_absence(ari.youth, state=absences.MISSING, by=sw)
        duties = {duty.key: duty for duty in absences.duties(ari.youth, episode=episode.id, by=sw)}
    law = duties["missing.le_report"]
    assert (law.started_at, law.due_at) == (TEN, TEN + timedelta(hours=24))
    assert duties["missing.recheck"].started_at == TEN + timedelta(hours=9)


def test_opening_from_a_tap_is_taking_it(ari):
    told = tap(ari)
    with in_house("team"), acting(ari.seat("SW")) as sw:
        leaving.begin_absence(ari.youth, state=absences.MISSING, tap=told, by=sw)
    assert not [one for one in waiting(ari) if isinstance(one, absences.WaitingTap)]


def test_calling_it_missing_twice_opens_no_duty_twice(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        episode = leaving.begin_absence(ari.youth, state=absences.MISSING, by=sw)
        before = len(absences.duties(ari.youth, episode=episode.id, by=sw))
        leaving.turn_absence(ari.youth, state=absences.AWAY_KNOWN, by=sw)
        leaving.turn_absence(ari.youth, state=absences.MISSING, by=sw)
        assert len(absences.duties(ari.youth, episode=episode.id, by=sw)) == before == 13


def test_one_absence_at_a_time(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        leaving.begin_absence(ari.youth, state=absences.MISSING, by=sw)
        with pytest.raises(absences.OpenAlready):
            leaving.begin_absence(ari.youth, state=absences.CONCERN, by=sw)


def test_an_eighteen_year_old_begins_as_not_missing_and_owes_no_report(grown):
    with in_house("team"), acting(grown.seat("SW")) as sw:
        episode = leaving.begin_absence(grown.youth, state=absences.MISSING, by=sw)
        assert (episode.state, episode.nonminor) == (absences.CONCERN, True)
        assert absences.duties(grown.youth, episode=episode.id, by=sw) == ()


@pytest.mark.parametrize("said", ["under", "over", "unknown"])
def test_where_the_record_says_the_age_nobody_elses_word_counts(ari, grown, said):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        assert leaving.nonminor_of(ari.youth, said_age=said, by=sw) is False
        assert leaving.nonminor_of(grown.youth, said_age=said, by=sw) is True


@pytest.mark.parametrize(("said", "nonminor"), [("under", False), ("over", True), ("unknown", None), ("", None)])
def test_who_may_not_see_the_birth_date_says_the_age_or_that_nobody_knows(ari, said, nonminor):
    with in_house("team"):
        with acting(ari.seat("SW")) as sw:
            teams.join_team(ari.youth, seat=ari.seat("ED"), footing="EDU_USA", by=sw)
        with acting(ari.seat("ED")) as teacher:
            assert leaving.nonminor_of(ari.youth, said_age=said, by=teacher) is nonminor


def test_an_eighteen_year_old_is_called_missing_only_with_a_reason_which_is_sealed(grown):
    why = "somebody else drove, and the phone was left on the bed"
    with in_house("team"), acting(grown.seat("SW")) as sw:
        leaving.begin_absence(grown.youth, state=absences.AWAY_KNOWN, by=sw)
        with pytest.raises(absences.SayWhy):
            leaving.turn_absence(grown.youth, state=absences.MISSING, by=sw)
        leaving.turn_absence(grown.youth, state=absences.MISSING, why=why, by=sw)
        assert absences.open_absence(grown.youth, by=sw).state == absences.MISSING
    with as_admin() as admin:
        kept = [bytes(row[0]) for row in admin.execute("SELECT why FROM absences_turn WHERE why IS NOT NULL")]
    assert kept
    assert not any(why.encode() in sealed for sealed in kept)


def test_every_state_is_kept_with_its_time_and_its_writer(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        episode = leaving.begin_absence(ari.youth, state=absences.CONCERN, by=sw)
        leaving.turn_absence(ari.youth, state=absences.AWAY_KNOWN, by=sw)
    with as_admin() as admin:
        turns = admin.execute(
            "SELECT state, made_by FROM absences_turn WHERE episode_id = %s ORDER BY at", [episode.id]
        ).fetchall()
    assert turns == [(absences.CONCERN, ari.seat("SW")), (absences.AWAY_KNOWN, ari.seat("SW"))]


def test_coming_home_is_no_state_that_a_worker_picks(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        leaving.begin_absence(ari.youth, state=absences.CONCERN, by=sw)
        with pytest.raises(Refused):
            absences.turn_episode(ari.youth, state=absences.RETURNED, nonminor=False, by=sw)


def test_a_caregiver_opens_no_absence_but_from_a_tap_of_their_own(ari):
    told = tap(ari, role="SW", heard="phone")
    statement = "SELECT pl.open_episode(gen_random_uuid(), %s, %s, now(), now(), %s, false, now(), false)"
    for state, from_tap in (("missing", None), ("concern", None), ("concern", told), ("missing", told)):
        with as_visitor("pl_team", "seat", ari.seat("CG")) as visitor, pytest.raises(psycopg.Error, match="refused"):
            visitor.execute(statement, [ari.youth, state, from_tap])


def test_an_outsider_taps_nothing_and_opens_nothing(ari, cast):
    with in_house("team"), acting(cast.quinn.seat) as quinn, pytest.raises(Refused):
        leaving.tell_leaving(ari.youth, left_at=TEN, heard="screen", by=quinn)
    with as_visitor("pl_team", "seat", cast.quinn.seat) as visitor, pytest.raises(psycopg.Error, match="refused"):
        visitor.execute(
            "SELECT pl.open_episode(gen_random_uuid(), %s, 'concern', now(), now(), NULL, false, now(), false)",
            [ari.youth],
        )


def test_the_window_that_opening_uses_is_shut_again(ari):
    with as_visitor("pl_team", "seat", ari.seat("SW")) as visitor:
        visitor.execute(
            "SELECT pl.open_episode(gen_random_uuid(), %s, 'concern', now(), now(), NULL, false, now(), false)",
            [ari.youth],
        )
        assert visitor.execute("SELECT current_setting('pl.migration_window', true)").fetchone() == ("",)


def test_a_tap_of_another_young_person_opens_nothing(ari, grown):
    told = tap(ari)
    with in_house("team"), acting(grown.seat("SW")) as sw, pytest.raises((Refused, DatabaseError)):
        absences.open_episode(grown.youth, state=absences.CONCERN, nonminor=True, tap=told, by=sw)


def test_whom_to_tell_is_not_asked_by_a_word_that_nobody_uses(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg, pytest.raises(ValueError, match="heard is one of"):
        absences.record_leaving(ari.youth, left_at=TEN, heard="rumour", by=cg)
