"""Coming in to the team house: the link that sets a password, the password, and which hat is worn."""

from __future__ import annotations

import secrets
from contextlib import contextmanager
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.test import override_settings

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat
from tests.support.cast import PASSWORD
from tests.support.connections import as_owner

OTHER = "another lamp on a porch"


@pytest.fixture
def teams(town):
    from porchlight.teams import api

    return api


@contextmanager
def somebody(session: bytes = b""):
    """A browser of the team house that nobody knows yet, and the key of that house."""
    from porchlight.policy.visit import Visit
    from porchlight.project.houses import this_house
    from porchlight.project.stage import in_house

    with in_house("team"), transaction.atomic(durable=True):
        yield Visit(house="team", session=session), this_house().process_key


@contextmanager
def administrator(cast):
    from porchlight.project.stage import acting, in_house

    with in_house("team"), acting(cast.administrator) as adm:
        yield adm


@pytest.fixture
def rosa(cast, teams):
    """Somebody new with one seat and no password: person, e-mail."""
    email = f"rosa.{uuid4().hex[:8]}@county.example"
    with administrator(cast) as adm:
        person = teams.add_person(name="Rosa New", email=email, language="es", by=adm)
        give(cast, teams, person, adm, role="SW")
    return person, email


def give(cast, teams, person, adm, *, role):
    return teams.give_seat(person, agency=cast[role].agency, role=role, name="Rosa New", phone="555-0103", by=adm)


def invited(cast, teams, person) -> str:
    with administrator(cast) as adm:
        return teams.invite(person, by=adm)


def accepts(teams, token, password=PASSWORD):
    with somebody() as (visit, key):
        return teams.accept_invitation(token, password=password, key=key, by=visit)


def comes_in(teams, email, password=PASSWORD, *, network=None):
    with somebody() as (visit, key):
        network = network or secrets.token_bytes(32)
        return teams.sign_in(email, password, network=network, key=key, by=visit)


def state_of(new):
    """What that session is now, and the visit that it fills."""
    from porchlight.teams import sessions

    with somebody() as (visit, key):
        return sessions.find(new.cookie, visit, key), visit


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


def test_an_email_is_known_in_any_case_and_nobody_comes_in_without_a_password(cast, teams, rosa):
    person, email = rosa
    for password in ("", "!", PASSWORD):
        assert comes_in(teams, email, password) is None
    accepts(teams, invited(cast, teams, person))
    assert comes_in(teams, f"  {email.upper()} ") is not None
    assert comes_in(teams, f"x{email}") is None
    with administrator(cast) as adm, pytest.raises(teams.KnownAlready):
        teams.add_person(name="Rosa Again", email=email.upper(), language="en", by=adm)


def test_misses_slow_down_the_network_that_made_them_and_no_other(cast, teams, rosa):
    from porchlight.policy.network import FREE, TooFast

    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    here = secrets.token_bytes(32)
    for _ in range(FREE):
        assert comes_in(teams, email, OTHER, network=here) is None
    with pytest.raises(TooFast):
        comes_in(teams, email, network=here)
    assert comes_in(teams, email) is not None


def test_with_one_seat_somebody_sits_in_it_and_with_two_they_are_asked(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    one = comes_in(teams, email)
    assert state_of(one)[1].role == "SW"
    with administrator(cast) as adm:
        second = give(cast, teams, person, adm, role="CG")
    two = comes_in(teams, email)
    state, visit = state_of(two)
    assert (state, visit.role, visit.identity) == ("live", "", None)
    with somebody() as (_, key):
        assert {hat.role: hat.seat == second for hat in teams.hats(by=visit)} == {"SW": False, "CG": True}
        moved = teams.take_seat(second, key=key, by=visit)
    assert state_of(two)[0] == "", "one hat at a time"
    state, visit = state_of(moved)
    assert (state, visit.role, visit.actor) == ("live", "CG", second)


def test_nobody_takes_a_seat_that_is_not_theirs(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    new = comes_in(teams, email)
    _, visit = state_of(new)
    with somebody() as (_, key):
        assert teams.take_seat(cast["SUP"].seat, key=key, by=visit) is None
    assert state_of(new)[0] == "live"
    with somebody() as (nobody, key):
        assert teams.take_seat(cast["SUP"].seat, key=key, by=nobody) is None


def test_who_left_comes_in_no_more_and_an_open_browser_is_told_so(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    before = comes_in(teams, email)
    with as_owner() as owner:
        owner.execute("UPDATE teams_person SET left_at = now() WHERE id = %s", [person])
    assert state_of(before)[0] == "idle"
    assert comes_in(teams, email) is None
    with administrator(cast) as adm:
        assert person not in {one.person for one in teams.staff(by=adm)}


def test_a_seat_that_ended_is_no_hat_to_take(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    with administrator(cast) as adm:
        gone = give(cast, teams, person, adm, role="CG")
    with as_owner() as owner:
        ended = "UPDATE policy_grant SET ended_at = now() WHERE kind = 'seat' AND seat = %s"
        assert owner.execute(ended, [gone]).rowcount == 1
    new = comes_in(teams, email)
    _, visit = state_of(new)
    assert visit.role == "SW", "one hat is left, so they wear it"
    with somebody() as (_, key):
        assert [hat.role for hat in teams.hats(by=visit)] == ["SW"]
        assert teams.take_seat(gone, key=key, by=visit) is None


def test_whoever_signed_out_has_no_hats(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    _, visit = state_of(comes_in(teams, email))
    with somebody() as (_, key):
        teams.sign_out(by=visit)
        assert teams.take_seat(cast["SW"].seat, key=key, by=visit) is None
        assert teams.hats(by=visit) == []


@pytest.mark.parametrize(("asked", "reads"), [("en", "en"), ("es", "es"), ("fr", "es"), ("", "es")])
def test_somebody_reads_on_in_one_of_two_languages(cast, teams, rosa, asked, reads):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    new = comes_in(teams, email)
    _, visit = state_of(new)
    with somebody():
        teams.speak(asked, by=visit)
    assert state_of(new)[1].language == reads


def test_signing_out_ends_this_browser_and_no_other(cast, teams, rosa):
    person, email = rosa
    accepts(teams, invited(cast, teams, person))
    one, other = comes_in(teams, email), comes_in(teams, email)
    _, visit = state_of(one)
    with somebody():
        teams.sign_out(by=visit)
    assert (state_of(one)[0], state_of(other)[0]) == ("", "live")


@pytest.mark.parametrize(("hours", "state"), [(11.9, "live"), (12.1, "idle")])
def test_a_staff_session_ends_after_twelve_hours_however_busy_it_is(cast, monkeypatch, hours, state):
    from porchlight.teams import sessions

    begun = clock.wall() - timedelta(hours=hours)
    with somebody() as (_, key), monkeypatch.context() as patch:
        patch.setattr(clock, "wall", lambda: begun)
        new = sessions.begin(cast["SW"].person, cast["SW"].seat, key=key)
    found, visit = state_of(new)
    assert (found, visit.role) == (state, "SW" if state == "live" else "")


def test_a_role_whose_gate_is_closed_holds_nobody_in_production(cast, teams, rosa):
    with administrator(cast) as adm, override_settings(PRODUCTION=True):
        with pytest.raises(teams.GateClosed, match="waits for"):
            give(cast, teams, rosa[0], adm, role="ADV")
        assert give(cast, teams, rosa[0], adm, role="SUP")


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
