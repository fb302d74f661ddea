"""Where a young person lives, and what that opens and closes."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.kernel.errors import Refused
from porchlight.policy.values import Action, Category, Grain
from tests.absences.rooms import acting, in_house, people, teams


def says_days(visit, youth) -> bool:
    return bool(visit.may(youth, Category.DAY_STATUS, Grain.FULL, Action.WRITE))


def another_home(cast):
    with acting(cast.administrator) as adm:
        return teams.add_agency(name="Another home", kind="resource_family", phone="", by=adm)


def test_the_homes_caregiver_stands_beside_them_and_says_their_days(ari):
    with in_house("team"), acting(ari.seat("CG")) as cg:
        assert people.called(ari.youth, by=cg).name == "Ari"
        assert says_days(cg, ari.youth)


def test_after_a_move_the_former_home_sees_nothing(ari, cast):
    with in_house("team"):
        home = another_home(cast)
        with acting(ari.seat("SW")) as sw:
            teams.lives_with(ari.youth, agency=home, by=sw)
            assert teams.home_of(ari.youth, by=sw).name == "Another home"
        with acting(ari.seat("CG")) as cg:
            assert not says_days(cg, ari.youth)
            with pytest.raises(Refused):
                people.called(ari.youth, by=cg)


def test_a_move_ends_the_homes_lines_and_nobody_elses(ari, cast):
    with in_house("team"):
        home = another_home(cast)
        with acting(ari.seat("SW")) as sw:
            teams.join_team(ari.youth, seat=ari.seat("BH"), footing="CFT_832", by=sw)
            teams.join_team(ari.youth, seat=ari.seat("CG"), footing="CFT_832", by=sw)
            teams.lives_with(ari.youth, agency=home, by=sw)
            beside = {one.seat for one in teams.team_of(ari.youth, by=sw)}
        assert {ari.seat(role) for role in ("SW", "SUP", "BH", "CG")} <= beside, "who was asked by name stays"
        with acting(ari.seat("CG")) as cg:
            assert people.called(ari.youth, by=cg).name == "Ari"
            assert not says_days(cg, ari.youth), "they do not live there any more"


def test_until_somebody_says_where_they_live_nobody_knows(cast):
    with in_house("team"), acting(cast["SW"].seat) as sw:
        names = people.names_by_audience(legal="Ari", used="Ari", pronoun="they", ticked=frozenset())
        born = date(2010, 5, 4)
        youth = people.welcome(names=names, legal_name="Ari", birth_date=born, language="en", by=sw)
        assert teams.home_of(youth, by=sw) is None


def test_only_a_home_can_be_somebodys_home(ari):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        with pytest.raises(Refused):
            teams.lives_with(ari.youth, agency=ari.cast["ED"].agency, by=sw)
        assert teams.home_of(ari.youth, by=sw).agency == ari.cast["CG"].agency


def test_a_caregiver_and_an_outsider_cannot_move_anybody(ari, cast):
    for seat in (ari.seat("CG"), cast.quinn.seat):
        with in_house("team"), acting(seat) as visit, pytest.raises(Refused):
            teams.lives_with(ari.youth, agency=ari.cast["CG"].agency, by=visit)


def test_where_they_live_is_not_for_those_who_know_only_the_name(ari):
    with in_house("team"):
        with acting(ari.seat("SW")) as sw:
            teams.join_team(ari.youth, seat=ari.seat("ED"), footing="EDU_USA", by=sw)
        with acting(ari.seat("ED")) as teacher, pytest.raises(Refused):
            teams.home_of(ari.youth, by=teacher)


def test_names_come_for_those_beside_whom_one_stands_and_for_nobody_else(ari, grown, cast):
    with in_house("team"), acting(ari.seat("SW")) as sw:
        names = {name.youth: name.name for name in people.names_of([ari.youth, grown.youth], by=sw)}
    assert names == {ari.youth: "Ari", grown.youth: "Noor"}
    with in_house("team"), acting(cast.quinn.seat) as quinn:
        assert people.names_of([ari.youth], by=quinn) == ()
