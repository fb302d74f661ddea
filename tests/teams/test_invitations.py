"""Setting up people and agencies: the link that sets a password, once, and what an administrator keeps."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import override_settings

from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat
from tests.support.connections import as_owner
from tests.teams.coming_in import accepts, administrator, comes_in, invited, seat_for, somebody, state_of

OTHER = "another lamp on a porch"


def test_an_invitation_says_whom_it_is_for_and_sets_a_password_once(cast, teams, rosa):
    person, email = rosa
    token = invited(cast, teams, person)
    with somebody() as (visit, _):
        assert teams.invited(token, by=visit) == ("Rosa New", email)
    state, visit = state_of(accepts(teams, token))
    assert (state, visit.person, visit.role, visit.language) == ("live", person, "SW", "es")
    with pytest.raises(teams.LinkOver):
        accepts(teams, token, OTHER)
    with somebody() as (visit, _):
        assert teams.invited(token, by=visit) is None
    assert comes_in(teams, email) is not None
    assert comes_in(teams, email, OTHER) is None


@pytest.mark.parametrize(("minutes", "works"), [(29, True), (31, False)])
def test_an_invitation_works_for_thirty_minutes(cast, teams, rosa, minutes, works):
    token = invited(cast, teams, rosa[0])
    earlier = "UPDATE teams_invitation SET ends_at = ends_at - make_interval(mins => %s) WHERE person_id = %s"
    with as_owner() as owner:
        owner.execute(earlier, [minutes, rosa[0]])
    with somebody() as (visit, _):
        assert (teams.invited(token, by=visit) is not None) is works
    if works:
        assert accepts(teams, token)
    else:
        with pytest.raises(teams.LinkOver):
            accepts(teams, token)


def test_a_newer_invitation_ends_the_one_before(cast, teams, rosa):
    first, second = invited(cast, teams, rosa[0]), invited(cast, teams, rosa[0])
    with pytest.raises(teams.LinkOver):
        accepts(teams, first)
    assert accepts(teams, second)


def test_a_new_password_closes_every_browser_that_was_open(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    before = comes_in(teams, email)
    assert state_of(before)[0] == "live"
    after = accepts(teams, invited(cast, teams, person), OTHER)
    assert state_of(before)[0] == ""
    assert state_of(after)[0] == "live"
    assert comes_in(teams, email) is None
    assert comes_in(teams, email, OTHER) is not None


def test_a_role_whose_gate_is_closed_holds_nobody_in_production(cast, teams, rosa):
    with administrator(cast) as adm, override_settings(PRODUCTION=True):
        with pytest.raises(teams.GateClosed, match="waits for"):
            seat_for(cast, teams, rosa[0], adm, role="ADV")
        assert seat_for(cast, teams, rosa[0], adm, role="SUP")


def test_only_an_administrator_adds_invites_and_lists_people(cast, teams, rosa):
    with as_seat(cast["SUP"]) as sup:
        for act in (
            lambda: teams.add_person(name="X", email="x@county.example", language="en", by=sup),
            lambda: teams.invite(rosa[0], by=sup),
            lambda: teams.staff(by=sup),
            lambda: teams.add_agency(name="X", kind="court", phone="", by=sup),
        ):
            with pytest.raises(Refused):
                act()


def test_the_list_of_people_says_who_has_a_password(cast, teams, rosa):
    def listed():
        with administrator(cast) as adm:
            return next(one for one in teams.staff(by=adm) if one.person == rosa[0])

    assert (listed().name, listed().email, listed().has_password) == ("Rosa New", rosa[1], False)
    accepts(teams, invited(cast, teams, rosa[0]))
    assert listed().has_password


def test_an_agency_that_left_the_county_keeps_its_name_and_belongs_to_none(cast, teams):
    name = f"Leaving {uuid4().hex[:6]}"
    with administrator(cast) as adm:
        agency = teams.add_agency(name=name, kind="court", phone="555-0104", by=adm)
        assert agency in {one.id for one in teams.agencies_of_county(by=adm)}
        assert teams.agency_leaves(agency, by=adm) is True
        assert teams.agency_leaves(agency, by=adm) is False
        assert agency not in {one.id for one in teams.agencies_of_county(by=adm)}
        kept = next(one for one in teams.agencies(by=adm) if one.id == agency)
    assert (kept.name, kept.kind, kept.phone, kept.county) == (name, "court", "555-0104", None)
