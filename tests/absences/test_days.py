"""Days as the home and the worker say them."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, in_house, teams
from tests.support.connections import as_admin

DAY = date(2026, 11, 20)
WEEK = {"since": date(2026, 11, 14), "until": DAY}


def test_a_caregiver_says_a_day_and_puts_it_right_by_a_new_fact_that_names_the_old(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert absences.record_days(ari.youth, said={DAY: "home"}, by=cg) == 1
        assert absences.record_days(ari.youth, said={DAY: "away"}, by=cg) == 1
        (day,) = absences.days(ari.youth, **WEEK, by=cg)
    assert (day.status, day.corrected) == ("away", True)
    with as_admin() as admin:
        rows = admin.execute(
            "SELECT id, status, corrects FROM absences_day WHERE youth_id = %s ORDER BY made_at", [ari.youth]
        ).fetchall()
    assert [row[1] for row in rows] == ["home", "away"]
    assert rows[1][2] == rows[0][0]


def test_saying_the_same_again_adds_nothing(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.record_days(ari.youth, said={DAY: "home"}, by=cg)
        assert absences.record_days(ari.youth, said={DAY: "home"}, by=cg) == 0


def test_a_whole_week_is_one_act(ari):
    said = {date(2026, 11, 14 + n): status for n, status in enumerate(("home", "away", "elsewhere", "not_known"))}
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert absences.record_days(ari.youth, said=said, by=cg) == 4
        assert {day.day: day.status for day in absences.days(ari.youth, **WEEK, by=cg)} == said


def test_a_supervisor_learns_whether_a_day_is_confirmed_and_never_how(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg:
        absences.record_days(ari.youth, said={DAY: "away", date(2026, 11, 19): "not_known"}, by=cg)
    with in_house("team"), acting(ari.seat("SUP")) as sup:
        known = absences.days_known(ari.youth, **WEEK, by=sup)
        assert [(day.day.day, day.confirmed) for day in known] == [(20, True), (19, False)]
        assert not any(hasattr(day, "status") for day in known)
        with pytest.raises(Refused):
            absences.days(ari.youth, **WEEK, by=sup)


def test_a_corrected_day_is_confirmed_as_its_correction_says(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        absences.record_days(ari.youth, said={DAY: "home"}, by=sw)
        absences.record_days(ari.youth, said={DAY: "not_known"}, by=sw)
    with in_house("team"), acting(ari.seat("SUP")) as sup:
        assert [day.confirmed for day in absences.days_known(ari.youth, **WEEK, by=sup)] == [False]


def test_a_caregiver_of_another_home_neither_says_nor_sees_a_day(ari, cast):
    with in_house("team"):
        with acting(cast.administrator) as adm:
            home = teams.add_agency(name="The other home", kind="group_home", phone="", by=adm)
        with acting(ari.seat("SW")) as sw:
            teams.lives_with(ari.youth, agency=home, by=sw)
            teams.join_team(ari.youth, seat=ari.seat("CG"), footing="CFT_832", by=sw)
        with acting(ari.seat("CG")) as cg:
            with pytest.raises(Refused):
                absences.record_days(ari.youth, said={DAY: "home"}, by=cg)
            with pytest.raises(Refused):
                absences.days(ari.youth, **WEEK, by=cg)


def test_probation_police_court_auditor_and_an_outsider_see_no_day(ari, cast):
    with in_house("team"):
        with acting(ari.seat("SW")) as sw:
            for role in ("PO", "LE", "CRT", "AUD"):
                teams.join_team(ari.youth, seat=ari.seat(role), footing="COURT_ORDER", by=sw)
            absences.record_days(ari.youth, said={DAY: "home"}, by=sw)
        for seat in [*(ari.seat(role) for role in ("PO", "LE", "CRT", "AUD")), cast.quinn.seat]:
            with acting(seat) as visit, pytest.raises(Refused):
                absences.days_known(ari.youth, **WEEK, by=visit)


def test_the_young_person_reads_and_says_their_own_days(ari):
    with in_house("youth"), acting(ari.youth, youth=True) as me:
        absences.record_days(ari.youth, said={DAY: "elsewhere"}, by=me)
        assert [day.status for day in absences.days(ari.youth, **WEEK, by=me)] == ["elsewhere"]


def test_a_word_that_is_no_answer_is_not_kept(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg, pytest.raises(ValueError, match="a day is one of"):
        absences.record_days(ari.youth, said={DAY: "gone"}, by=cg)


def test_a_home_sees_today_of_those_who_live_there_said_or_not(ari, grown, cast):
    with in_house("team"):
        with acting(cast.administrator) as adm:
            home = teams.add_agency(name="A small home", kind="resource_family", phone="", by=adm)
            person = teams.add_person(name="Bo", email=f"bo.{home.hex[:6]}@county.example", language="es", by=adm)
            bo = teams.give_seat(person, agency=home, role="CG", name="Bo", phone="", by=adm)
        with acting(ari.seat("SW")) as sw:
            teams.lives_with(ari.youth, agency=home, by=sw)
            teams.lives_with(grown.youth, agency=home, by=sw)
        with acting(bo) as caregiver:
            absences.record_days(ari.youth, said={DAY: "home"}, by=caregiver)
            absences.record_days(ari.youth, said={DAY: "away"}, by=caregiver)
            today = [(one.youth, one.status) for one in absences.my_today(on=DAY, by=caregiver)]
    assert sorted(today) == sorted([(ari.youth, "away"), (grown.youth, "")])
