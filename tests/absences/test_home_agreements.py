"""Agreements in the record: both their yes first, sleep first, and an end that comes by itself."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

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


def page(home, absences, youth, *, role="CG", at=None):
    with home.seen_by(role, at=at or home.next_day) as visit:
        return absences.later(youth, by=visit)


def settle(home, absences, youth, agreed, *, at=None, **more):
    with home.seen_by("CG", at=at or home.next_day) as caregiver:
        absences.settle(youth, agreed=agreed, by=caregiver, **more)


def test_what_the_worker_wrote_down_the_home_and_the_young_person_read_too(home, absences):
    youth = home.young_person()
    home.agree(youth, what="Two rides together", kind="shared_ride")
    for visit_of in (home.seen_by("CG"), home.as_youth(youth)):
        with visit_of as visit:
            (agreed,) = absences.agreements(youth, by=visit)
        assert (agreed.what, agreed.kind, agreed.rule.hours) == ("Two rides together", "shared_ride", 24)


def test_its_words_lie_sealed(home):
    from tests.support.connections import as_admin

    youth = home.young_person()
    home.agree(youth, what="A note on the lamp", why="The lamp is where we meet")
    with as_admin() as admin:
        lying = admin.execute("SELECT what, why FROM absences_agreed WHERE youth_id = %s", [youth]).fetchone()
    assert not any(b"lamp" in bytes(part) for part in lying)


@pytest.mark.parametrize("missing", ["they_said_yes", "caregiver_said_yes"])
def test_without_both_their_yes_nothing_is_kept(home, absences, missing):
    youth = home.young_person()
    with pytest.raises(absences.NotAgreedByBoth):
        home.agree(youth, **{missing: False})
    with home.seen_by("CG") as caregiver:
        assert absences.agreements(youth, by=caregiver) == ()


@pytest.mark.parametrize("hours", [0, -1, 49])
def test_nothing_lasts_longer_than_the_county_allows(home, absences, hours):
    with pytest.raises(absences.TooLong):
        home.agree(home.young_person(), hours=hours)


def test_what_touches_a_right_cannot_be_saved_by_anybody(home, absences):
    youth = home.young_person()
    for role in ("SW", "SUP", "CG"):
        with pytest.raises(absences.TouchesRights) as touched:
            home.agree(youth, role=role, what="No dinner with the others")
        assert "food" in touched.value.rights
    with pytest.raises(absences.NotOffered):
        home.agree(youth, kind="early_bedtime")


def test_on_the_night_of_a_return_nothing_new_is_agreed_on(home, absences):
    youth = home.young_person()
    home.come_back(youth)
    with pytest.raises(absences.NotYet):
        home.agree(youth, role="CG", at=home.night + timedelta(hours=2))
    assert home.agree(youth, role="CG", at=home.next_day)


def test_either_side_ends_it_and_ending_it_twice_is_no_error(home, absences):
    youth = home.young_person()
    rule = home.agree(youth, role="SW")
    for _time in (1, 2):
        with home.seen_by("CG") as caregiver:
            absences.end_agreement(youth, rule=rule, by=caregiver)
            assert absences.agreements(youth, by=caregiver) == ()


def test_on_the_night_of_return_the_page_offers_nothing_and_saves_nothing(home, absences):
    youth = home.young_person()
    home.agree(youth)
    home.leave(youth)
    home.come_back(youth, came_how="W08")
    for hours in (0, 1, 6, 11.99):
        at = home.night + timedelta(hours=hours)
        found = page(home, absences, youth, at=at)
        assert (found.state, found.offers) == (absences.Later.SLEEPING, ())
        with pytest.raises(absences.NotYet):
            settle(home, absences, youth, None, at=at)


def test_a_return_told_with_an_earlier_time_does_not_open_the_page_early(home, absences):
    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth)
    home.come_back(youth, at=home.night + timedelta(hours=1), back_at=home.night - timedelta(hours=12))
    assert page(home, absences, youth, at=home.night + timedelta(hours=2)).state is absences.Later.SLEEPING


def test_next_day_none_needed_is_enough(home, absences):
    youth = home.young_person()
    home.leave(youth)
    home.come_back(youth)
    assert page(home, absences, youth).state is absences.Later.OPEN
    settle(home, absences, youth, None)
    found = page(home, absences, youth)
    assert (found.state, found.settled.agreed, found.settled.ends_at) == (absences.Later.SETTLED, None, None)


def test_what_was_agreed_beforehand_ends_by_itself(home, absences):
    youth = home.young_person()
    home.agree(youth, hours=12)
    home.leave(youth)
    home.come_back(youth, came_how="W07")
    (offer,) = page(home, absences, youth).offers
    settle(home, absences, youth, offer.id, they_say="Fine, if it is only today")
    with home.as_youth(youth, at=home.next_day) as me:
        settled = absences.later(youth, by=me).settled
    assert settled.agreed.what == offer.what
    assert settled.ends_at == home.next_day + timedelta(hours=12)
    assert settled.they_say == "Fine, if it is only today"


def test_seeking_help_meets_nothing_without_that_very_yes(home, absences):
    for way in ("W01", "W02", "W03", "W04", "W05", "W06", ""):
        youth = home.young_person()
        home.agree(youth)
        mine = home.agree(youth, also_when_seeking_help=True)
        home.leave(youth)
        home.come_back(youth, came_how=way)
        assert [offer.rule.id for offer in page(home, absences, youth).offers] == [mine]


def test_what_was_agreed_while_they_were_away_is_not_offered(home, absences):
    youth = home.young_person()
    home.leave(youth)
    home.agree(youth, at=home.left + timedelta(hours=3))
    home.come_back(youth, came_how="W08")
    assert page(home, absences, youth).offers == ()


def test_only_an_offer_can_be_picked(home, absences):
    youth, other = home.young_person(), home.young_person()
    home.agree(other)
    home.leave(youth)
    home.come_back(youth, came_how="W08")
    with home.seen_by("CG") as caregiver:
        (theirs,) = absences.agreements(other, by=caregiver)
    for picked in (theirs.id, uuid4()):
        with pytest.raises(absences.NotOffered):
            settle(home, absences, youth, picked)


def test_once_settled_it_can_only_become_none(home, absences):
    youth = home.young_person()
    home.agree(youth)
    home.leave(youth)
    home.come_back(youth, came_how="W08")
    (offer,) = page(home, absences, youth).offers
    settle(home, absences, youth, offer.id)
    with pytest.raises(absences.NotOffered):
        settle(home, absences, youth, offer.id)
    settle(home, absences, youth, None)
    assert page(home, absences, youth).settled.agreed is None


def test_when_they_left_again_there_is_nothing_to_settle(home, absences):
    youth = home.young_person()
    home.come_back(youth)
    home.leave(youth, at=home.night + timedelta(hours=5))
    assert page(home, absences, youth).state is absences.Later.NOT_BACK
    with pytest.raises(absences.NoReturn):
        settle(home, absences, youth, None)


def test_a_young_person_who_never_left_has_nothing_to_settle(home, absences):
    with pytest.raises(absences.NoReturn):
        settle(home, absences, home.young_person(), None)


def test_a_night_shift_colleague_tells_the_return_and_the_day_shift_sees_how_they_came(home, absences):
    youth = home.young_person()
    home.agree(youth)
    home.leave(youth)
    home.come_back(youth, role="SW", came_how="W01")
    assert page(home, absences, youth, role="CG").offers == ()


def test_clinicians_write_no_agreements_and_quinn_reads_none(home, absences):
    youth = home.young_person()
    home.agree(youth)
    for role in ("BH", "PH", "ATT", "quinn"):
        with pytest.raises(Refused):
            home.agree(youth, role=role)
    with home.seen_by("quinn") as quinn, pytest.raises(Refused):
        absences.agreements(youth, by=quinn)
