"""Coming in to the team house: the password, and which hat is worn."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest

from porchlight.kernel import clock
from tests.support.cast import PASSWORD
from tests.support.connections import as_owner
from tests.teams.coming_in import accepts, administrator, comes_in, invited, seat_for, somebody, state_of

OTHER = "another lamp on a porch"


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
        second = seat_for(cast, teams, person, adm, role="CG")
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


def quiet_for(person, *, minutes: float) -> None:
    """Let every session of theirs stand untouched for so long."""
    earlier = "UPDATE teams_session SET seen_at = seen_at - make_interval(secs => %s) WHERE person_id = %s"
    with as_owner() as owner:
        owner.execute(earlier, [minutes * 60, person])


@pytest.mark.parametrize(("minutes", "state"), [(14.8, "live"), (15.2, "idle")])
def test_a_staff_session_closes_after_fifteen_quiet_minutes(cast, teams, rosa, minutes, state):
    new = accepts(teams, invited(cast, teams, rosa[0]))
    quiet_for(rosa[0], minutes=minutes)
    assert state_of(new)[0] == state


def test_every_page_that_is_read_begins_the_quiet_minutes_anew(cast, teams, rosa):
    new = accepts(teams, invited(cast, teams, rosa[0]))
    for _ in range(3):
        quiet_for(rosa[0], minutes=10)
        assert state_of(new)[0] == "live"
    quiet_for(rosa[0], minutes=15.2)
    assert [state_of(new)[0] for _ in range(2)] == ["idle", "idle"], "to look at a closed session opens nothing"


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
        gone = seat_for(cast, teams, person, adm, role="CG")
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
