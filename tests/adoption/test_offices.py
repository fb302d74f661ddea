"""Who may give which office, and what an office opens: rows about ourselves, and nothing about a young person."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from porchlight.policy.api import Category, Grain, InOffice, OfCounty, Office
from porchlight.policy.values import Action
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.absences.conftest import welcome
from tests.adoption.counties import add_person, make_county
from tests.support.client import team_browser

GIVERS = {
    "chair": {Office.MEMBER, Office.TRAINER},
    "services.lead": {Office.MANAGER, Office.TRAINER, Office.SIGNATORY},
    "services.manager": set(),
    "services.worker": set(),
    "member": set(),
}


def may_give(county, giver: str, seat, office: Office) -> bool:
    with county.by(giver) as visit:
        try:
            with transaction.atomic():
                line = teams.give_office(seat, office=office, by=visit)
        except DatabaseError:
            return False
        teams.end_office(line, by=visit)
        return True


@pytest.mark.parametrize("giver", GIVERS)
def test_the_database_lets_each_give_just_what_the_page_offers(cast, one_county, giver):
    someone = one_county.people.get("spare") or add_person(cast, one_county, "spare", agency="services")
    with one_county.by(giver) as visit:
        assert set(teams.may_give(visit)) == GIVERS[giver]
    given = {office for office in Office if may_give(one_county, giver, someone.seat, office)}
    assert given == GIVERS[giver]


def test_a_lead_gives_nothing_in_another_agency_and_a_chair_nothing_in_another_county(cast, one_county):
    elsewhere = make_county(cast)
    for office in Office:
        assert not may_give(one_county, "services.lead", one_county["probation.worker"].seat, office)
        assert not may_give(one_county, "chair", elsewhere["services.worker"].seat, office)


def test_an_office_opens_nothing_about_a_young_person(cast, one_county):
    youth = welcome(cast)
    for name, member in one_county.people.items():
        with in_house("team"), acting(member.seat) as visit:
            assert visit.facts(youth) == (), name
            for category in Category:
                assert not visit.may(youth, category, Grain.SLICE, Action.READ)


def test_who_holds_no_office_and_who_lost_it_is_not_in_office(cast, county):
    lead_needs = InOffice((Office.LEAD,))
    with county.by("services.lead") as lead:
        assert lead_needs.answered(lead, None)
    with in_house("team"), acting(cast.administrator) as adm:
        line = next(o.line for o in teams.offices(by=adm) if o.seat == county["services.lead"].seat)
        assert teams.end_office(line, by=adm)
        assert not teams.end_office(line, by=adm)
        assert line not in {held.line for held in teams.offices(by=adm)}
        again = teams.give_office(county["services.lead"].seat, office=Office.LEAD, by=adm)
        assert teams.end_office(again, by=adm)
    with county.by("services.lead") as lead:
        assert not lead_needs.answered(lead, None)
        assert lead.offices == frozenset()


def test_nobody_holds_one_office_twice(cast, county):
    with in_house("team"), acting(cast.administrator) as adm, pytest.raises(teams.HeldAlready):
        teams.give_office(county["chair"].seat, office=Office.CHAIR, by=adm)


def test_an_agency_that_left_the_county_belongs_to_none(cast, county):
    with in_house("team"), acting(cast.administrator) as adm:
        assert teams.agency_leaves(county.agencies["probation"], by=adm)
        assert not teams.agency_leaves(county.agencies["probation"], by=adm)
    with county.by("probation.lead") as left:
        assert left.county is None
        assert not OfCounty().answered(left, None)
    with county.by("chair") as chair:
        names = {agency.id for agency in teams.agencies_of_county(by=chair)}
        assert names == set(county.agencies.values()) - {county.agencies["probation"]}
        assert county["probation.lead"].seat not in {one.seat for one in teams.offices(by=chair)}
    with team_browser(county["probation.lead"]) as browser:
        assert browser.get("/practice").status_code == 404


def test_a_lead_gives_an_office_on_the_page_and_ends_it(cast, county):
    worker = county["services.worker"]
    with team_browser(county["services.lead"]) as lead:
        page = lead.text("/offices")
        assert county["probation.worker"].name not in page
        assert lead.send("/offices", seat=worker.seat, office="").status_code == 422
        assert lead.send("/offices", seat=worker.seat, office="trainer").status_code == 303
        assert lead.send("/offices", seat=worker.seat, office="trainer").status_code == 422
    with county.by("services.lead") as visit:
        line = next(one.line for one in teams.offices(by=visit) if one.seat == worker.seat)
    with team_browser(county["services.lead"]) as lead:
        assert lead.send(f"/offices/{line}/end", page="/offices").status_code == 303
    with county.by("services.worker") as visit:
        assert visit.offices == frozenset()


def test_the_administrator_says_that_an_agency_has_left(cast, county):
    agency = county.agencies["advocates"]
    with team_browser(person=_person_of(cast.administrator), seat=cast.administrator) as browser:
        assert browser.send("/setup/agencies/left", page="/setup/", leaves="").status_code == 422
        assert browser.send("/setup/agencies/left", page="/setup/", leaves=agency).status_code == 303
        assert "has left" in browser.text(f"/setup/?q=Advocates+{county.key.removeprefix('made-')}")


def _person_of(seat):
    from tests.support.connections import as_owner

    with as_owner() as owner:
        return owner.execute("SELECT person_id FROM teams_seat WHERE id = %s", [seat]).fetchone()[0]


def test_a_long_list_is_cut_found_by_a_search_and_keeps_whoever_was_picked(county, monkeypatch):
    from porchlight.desks.team.leadership import pages_practice

    monkeypatch.setattr(pages_practice, "MOST", 2)
    worker = county["services.worker"]
    with team_browser(county["services.lead"]) as lead:
        assert "Type a part of a name above" in lead.text("/offices")
        assert f'value="{worker.seat}"' not in lead.text("/offices"), "the first two by name are others"
        assert f'value="{worker.seat}"' in lead.text("/offices?q=worker")
        answer = lead.send("/offices", seat=worker.seat, office="")
        assert f'value="{worker.seat}" selected' in answer.content.decode()
