"""Leavings and times away as the record knows them: with their ids, about when, and what is known of each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from porchlight.kernel.errors import Refused
from tests.absences.test_day_confirming import HOUR, NOON, away_since, home_again, in_touch, left, seat
from tests.support.connections import as_admin

pytestmark = pytest.mark.usefixtures("home_in_the_end")
LONG_AGO = NOON - timedelta(days=30)


def times(ari, *, role: str = "SW", at=NOON + 90 * HOUR):
    from porchlight.absences import api as absences

    with seat(ari, role, at=at) as visit:
        return absences.look_back(ari.youth, since=LONG_AGO, first=LONG_AGO.date(), by=visit).away


def leavings(ari):
    from porchlight.absences import api as absences

    with seat(ari, "SW", at=NOON + 90 * HOUR) as sw:
        return absences.look_back(ari.youth, since=LONG_AGO, first=LONG_AGO.date(), by=sw).leavings


def test_a_leaving_carries_its_id_and_may_be_about(ari):
    first = left(ari, NOON - 50 * HOUR)
    second = left(ari, NOON - 20 * HOUR, about=True)
    assert [(one.id, one.at, one.about) for one in leavings(ari)] == [
        (first, NOON - 50 * HOUR, False),
        (second, NOON - 20 * HOUR, True),
    ]


def test_told_twice_for_one_moment_it_is_one_leaving_with_the_first_ones_id(ari):
    first = left(ari, NOON)
    left(ari, NOON, told=NOON + HOUR)
    assert [one.id for one in leavings(ari)] == [first]


def test_a_leaving_that_ended_before_anybody_opened_an_absence_stays_a_leaving_and_a_time_away(ari):
    tap = left(ari, NOON)
    home_again(ari, NOON + 5 * HOUR, came_how="W02")
    assert [one.id for one in leavings(ari)] == [tap]
    (away,) = times(ari)
    assert (away.id, away.left_at, away.back_at) == (tap, NOON, NOON + 5 * HOUR)
    assert (away.own_return, away.contact) == (True, False)


def test_it_waits_for_nobody_any_more(ari):
    from porchlight.absences import api as absences

    left(ari, NOON)
    home_again(ari, NOON + 5 * HOUR)
    with seat(ari, "SW", at=NOON + 6 * HOUR) as sw:
        assert absences.waiting_for(ari.youth, by=sw) == ()
        assert absences.latest_tap(ari.youth, by=sw) is None


@pytest.mark.parametrize(("came_how", "own"), [("W01", True), ("W03", True), ("W08", False), ("", None)])
def test_an_absence_knows_whether_coming_back_was_their_own_deed(ari, came_how, own):
    away_since(ari, NOON)
    home_again(ari, NOON + 30 * HOUR, came_how=came_how)
    (away,) = times(ari)
    assert away.own_return is own


def test_contact_is_kept_when_a_word_came_while_they_were_away(ari):
    away_since(ari, NOON)
    assert times(ari)[0].contact is None
    in_touch(ari, at=NOON + 3 * HOUR)
    assert times(ari)[0].contact is True
    home_again(ari, NOON + 30 * HOUR)
    assert times(ari)[0].contact is True


def test_a_talk_with_somebody_else_is_no_word_from_them(ari):
    away_since(ari, NOON)
    in_touch(ari, at=NOON + 3 * HOUR, effort="E02", result="C4")
    home_again(ari, NOON + 30 * HOUR)
    assert times(ari)[0].contact is False


def test_a_word_after_they_came_home_is_no_contact_while_away(ari):
    away_since(ari, NOON)
    home_again(ari, NOON + 30 * HOUR)
    in_touch(ari, at=NOON + 40 * HOUR)
    assert times(ari)[0].contact is False


def test_a_home_learns_when_they_were_away_and_not_how_they_came_or_who_called(ari):
    away_since(ari, NOON)
    home_again(ari, NOON + 30 * HOUR, came_how="W01")
    in_touch(ari, at=NOON + 3 * HOUR)
    (away,) = times(ari, role="CG")
    assert (away.left_at, away.own_return, away.contact) == (NOON, None, None)


def test_a_time_away_carries_the_id_of_its_absence_and_says_about(ari):
    away_since(ari, NOON, about=True)
    (away,) = times(ari)
    with as_admin() as admin:
        episode = admin.execute("SELECT id FROM absences_episode WHERE youth_id = %s", [ari.youth]).fetchone()[0]
    assert (away.id, away.about) == (episode, True)
    home_again(ari, NOON + 30 * HOUR, about=True)
    (away,) = times(ari)
    assert (away.id, away.about) == (episode, True)


def test_coming_home_may_be_about_and_so_may_the_absence_from_a_tap(ari):
    from porchlight.absences import api as absences

    tap = left(ari, NOON, about=True)
    with seat(ari, "SW", at=NOON + HOUR) as sw:
        opened = absences.open_episode(ari.youth, state="concern", nonminor=False, tap=tap, by=sw)
        assert opened.about
        assert absences.away_or_home(ari.youth, by=sw).about
    home_again(ari, NOON + 5 * HOUR, about=True)
    with seat(ari, "SW", at=NOON + 6 * HOUR) as sw:
        assert absences.last_back(ari.youth, by=sw).about
        assert absences.home_now(ari.youth, by=sw).back.about


def test_a_contact_and_a_day_carry_the_id_by_which_they_are_on_record(ari):
    from porchlight.absences import api as absences

    away_since(ari, NOON)
    in_touch(ari, at=NOON + HOUR)
    with seat(ari, "SW", at=NOON + 2 * HOUR) as sw:
        (contact,) = absences.contacts(ari.youth, since=NOON, by=sw)
        (day,) = absences.days(ari.youth, since=date(2026, 11, 20), until=date(2026, 11, 20), by=sw)
    with as_admin() as admin:
        ids = [
            admin.execute(f"SELECT id FROM {table} WHERE youth_id = %s", [ari.youth]).fetchone()[0]
            for table in ("absences_contact", "absences_day")
        ]
    assert [contact.id, day.id] == ids


def test_days_are_read_from_the_first_one_on_as_they_hold_now(ari):
    from porchlight.absences import api as absences

    first, second, third = (date(2026, 11, day) for day in (17, 18, 19))
    said = ({third: "home"}, {second: "home", first: "away"}, {second: "away"}, {second: "elsewhere"})
    for hours, days in enumerate(said):
        with seat(ari, "CG", at=NOON + hours * HOUR) as home:
            absences.record_days(ari.youth, said=days, by=home)
    with seat(ari, "SW", at=NOON + 9 * HOUR) as sw:

        def since(day):
            found = absences.look_back(ari.youth, since=LONG_AGO, first=day, by=sw).days
            return [(one.on, one.status) for one in found]

        assert since(first) == [(first, "away"), (second, "elsewhere"), (third, "home")]
        assert since(second) == [(second, "elsewhere"), (third, "home")]


def test_what_was_over_before_the_moment_asked_for_is_not_read(ari):
    from porchlight.absences import api as absences

    left(ari, NOON)
    home_again(ari, NOON + 2 * HOUR)
    left(ari, NOON + 20 * HOUR)
    with seat(ari, "SW", at=NOON + 30 * HOUR) as sw:
        found = absences.look_back(ari.youth, since=NOON + 10 * HOUR, first=LONG_AGO.date(), by=sw)
    assert [one.at for one in found.leavings] == [NOON + 20 * HOUR]
    assert found.away == ()


def test_probation_asks_for_no_leaving(ari):
    from porchlight.absences import api as absences

    with seat(ari, "PO") as visit, pytest.raises(Refused):
        absences.look_back(ari.youth, since=LONG_AGO, first=LONG_AGO.date(), by=visit)
