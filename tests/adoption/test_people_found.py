"""Picking somebody where an agency has hundreds: few names on a page, the others by a search that loses nothing."""

from __future__ import annotations

import re

import pytest

from porchlight.adoption.coaching import api as coaching
from porchlight.desks.team.leadership import people_found
from porchlight.desks.team.leadership.coaching import pages_talk
from porchlight.policy.api import Office
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from porchlight.teams.models import Seat
from tests.adoption.counties import add_person, make_county
from tests.adoption.policies_made import named
from tests.support.client import team_browser
from tests.support.statements import statements

CUT = "Fifty names stand here at most"
TYPED = {"owner": "A title", "coached": "We opened the door.", "seat": "We listened to each other."}
FIELD = {"owner": "title", "coached": "strategy", "seat": "notes"}


@pytest.fixture(scope="module")
def large(cast):
    """A county whose first agency has sixty more people, and whose last is called Zed."""
    county = make_county(cast)
    county.people["zed"] = zed = add_person(cast, county, "zed lindqvist", agency="services")
    kept = {"person_id": zed.person, "agency_id": zed.agency, "role": zed.role}
    with in_house("team"), acting(cast.administrator):
        Seat.objects.bulk_create([Seat(name=f"Ana Moss {number}", **kept) for number in range(60)])
    return county


def offers(page: str) -> list[str]:
    """The seats that a page lets one pick."""
    return re.findall(r'(?:option|type="checkbox" name="seat") value="([0-9a-f-]{36})"', page)


def forms(county) -> dict[str, tuple[str, str]]:
    """Each form in which a colleague is picked: who fills it in, where, and the field."""
    conflict = named(county)
    return {
        "/policies/new": ("services.lead", "owner"),
        f"/conflicts/{conflict}": ("services.lead", "owner"),
        "/coaching/new": ("services.manager", "coached"),
        "/circles/new": ("services.manager", "seat"),
    }


def test_no_form_lists_more_than_fifty_colleagues_and_none_of_another_agency(large):
    for address, (who, _field) in forms(large).items():
        with team_browser(large[who]) as keeper:
            with statements() as asked:
                page = keeper.text(address)
            assert len(asked) <= 12, address
            assert len(offers(page)) == people_found.MOST, address
            assert CUT in page, address
            assert str(large["zed"].seat) not in page, address
            assert str(large["probation.worker"].seat) not in page, address


def test_a_search_finds_the_others_by_name_and_keeps_what_was_typed_and_picked(large):
    first = large["services.worker"].seat
    for address, (who, field) in forms(large).items():
        said = {FIELD[field]: TYPED[field], field: first, "find": "lindqvist", "do": "find"}
        to = f"{address}/plan" if address.startswith("/conflicts") else address
        with team_browser(large[who]) as keeper:
            answer = keeper.send(to, page=address, **said)
            assert answer.status_code == 200, address
            page = answer.content.decode()
        assert sorted(offers(page)) == sorted([str(first), str(large["zed"].seat)]), address
        assert re.search(rf'value="{first}"[^>]*(selected|checked)', page), address
        assert 'value="lindqvist"' in page, address
        assert CUT not in page, address
        if to == address:
            assert TYPED[field] in page, address


def test_whoever_was_found_can_be_picked_and_nobody_of_another_agency(large):
    words = {"title": "Doors stay open"}
    with team_browser(large["services.lead"]) as lead:
        assert lead.send("/policies/new", owner=large["probation.worker"].seat, **words).status_code == 422
        assert lead.send("/policies/new", owner="nobody", **words).status_code == 422
        assert lead.send("/policies/new", owner=large["zed"].seat, **words).status_code == 303


def test_a_search_that_finds_nobody_says_so(large):
    with team_browser(large["services.lead"]) as lead:
        page = lead.send("/policies/new", find="Nobody like this", do="find").content.decode()
    assert "Nobody by that name" in page
    assert offers(page) == []


def test_a_small_agency_is_asked_for_no_search(county):
    for address, (who, _field) in forms(county).items():
        with team_browser(county[who]) as keeper:
            page = keeper.text(address)
            assert 'name="find"' not in page, address
            assert offers(page), address


def test_a_keeper_whose_agency_left_the_county_still_opens_the_form(cast, county):
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["services"], by=adm)
    with team_browser(county["services.lead"]) as lead:
        assert str(county["services.worker"].seat) in lead.text("/policies/new")


def test_colleagues_are_found_by_words_in_their_name_and_a_percent_sign_is_only_a_sign(large):
    with large.by("services.worker") as worker:
        assert [one.seat for one in teams.colleagues(named="ZED", by=worker)] == [large["zed"].seat]
        assert teams.colleagues(named="%", by=worker) == ()
        assert len(teams.colleagues(named="Ana", most=7, by=worker)) == 7
        among = [large["zed"].seat, large["probation.worker"].seat]
        assert [one.seat for one in teams.colleagues(among=among, by=worker)] == [large["zed"].seat]


def test_a_chair_who_leads_an_agency_too_finds_leads_and_colleagues_once_each(cast, large):
    both = add_person(cast, large, "both", agency="services", office=Office.LEAD)
    with in_house("team"), acting(cast.administrator) as adm:
        teams.give_office(both.seat, office=Office.CHAIR, by=adm)
    with large.by("both") as visit:
        found = [one.seat for one in coaching.whom_i_coach(by=visit)]
        assert len(found) == len(set(found))
        assert {large["probation.lead"].seat, large["zed"].seat} < set(found)
        assert both.seat not in found
        assert [one.seat for one in coaching.whom_i_coach(named="Lead probation", by=visit)] == [
            large["probation.lead"].seat
        ]


def test_who_listens_after_a_hard_night_is_cut_and_found_by_name(county, monkeypatch):
    monkeypatch.setattr(pages_talk, "MOST", 1)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text("/hard-night")
        assert county["services.lead"].name in page
        assert county["services.manager"].name not in page
        with statements() as asked:
            found = worker.text("/hard-night?q=manager")
        assert len(asked) <= 12
        assert county["services.manager"].name in found
        assert "555-0101" in found
        assert "Nobody by that name" in worker.text("/hard-night?q=zzz")
