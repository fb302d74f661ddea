"""A first walk through both houses by the product's own pages."""

from __future__ import annotations

import re

from tests.support.client import team_browser, youth_browser


def test_a_worker_finds_their_young_people_and_opens_one(cast):
    with team_browser(cast["SW"]) as page:
        assert "Maya" in page.text("/?q=Maya"), "the list of all is cut at fifty names"
        young = page.text(f"/y/{cast.maya}/")
        assert "<h1>Maya</h1>" in young
        assert "<h2>The plan</h2>" in young


def test_an_outsider_and_nonexistent_look_the_same(cast):
    from uuid import uuid4

    with team_browser(cast.quinn) as page:
        there, nowhere = page.get(f"/y/{cast.maya}/"), page.get(f"/y/{uuid4()}/")
        assert there.status_code == nowhere.status_code == 404


def test_a_young_person_comes_in_by_start_code_and_makes_a_plan_with_the_worker(cast):
    with team_browser(cast["SW"]) as page:
        shown = page.send(f"/y/{cast.dee}/start-code", page=f"/y/{cast.dee}/team").content.decode()
        code = re.search(r"<code>([0-9A-Z-]{9})</code>", shown).group(1)
    with youth_browser() as page:
        assert page.send("/n/1", words="these are not right words").status_code == 422
        answer = page.send("/n/1", words=code.lower())
        assert answer.status_code == 303, answer.content
        words = page.send("/n/14", make="words", list="es").content.decode()
        five = re.findall(r"<li>(\w+)</li>", words)
        assert len(five) == 5
        assert (
            page.send("/n/4/1", words="A locked door and my own key", seats=[str(cast["SW"].seat)]).status_code == 303
        )
        assert page.send("/n/18", page="/n/4").status_code == 303
        assert "You said yes. Your worker has not yet." in page.text("/n/4")
    with youth_browser() as page:
        assert page.send("/n/1", words=" ".join(five).upper()).status_code == 303
        assert page.send("/n/1", words=code).status_code == 422
    with team_browser(cast["SW"]) as page:
        plan = page.text(f"/y/{cast.dee}/plan")
        assert "A locked door and my own key" in plan
        assert page.send(f"/y/{cast.dee}/plan/yes", page=f"/y/{cast.dee}/plan", who="worker").status_code == 303
        assert "Both said yes" in page.text(f"/y/{cast.dee}/plan")
    with team_browser(cast["CG"]) as page:
        assert page.get(f"/y/{cast.dee}/plan").status_code == 404


def test_an_administrator_sets_up_and_somebody_new_comes_in(cast):
    with team_browser(person=None) as page:
        assert page.get("/setup/").status_code == 303
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    with in_house("team"), acting(cast.administrator) as adm:
        ada = next(person for person in teams.staff(by=adm) if person.name == "Ada Admin")
    with team_browser(person=ada.person, seat=cast.administrator) as page:
        assert (
            page.send("/setup/agencies", page="/setup/", agency_name="Lakeside home", kind="group_home").status_code
            == 303
        )
        shown = page.text("/setup/")
        agency = re.search(r'<option value="([0-9a-f-]+)">Lakeside home', shown).group(1)
        link = page.send(
            "/setup/people",
            page="/setup/",
            name="Kim New",
            email="kim@county.example",
            language="es",
            agency=agency,
            role="CG",
        ).content.decode()
        token = re.search(r"/i/([\w-]+)<", link).group(1)
    with team_browser() as page:
        assert page.send(f"/i/{token}", password="short").status_code == 422
        assert page.send(f"/i/{token}", password="a kettle and two cups").status_code == 303
        assert "Aún no hay nadie" in page.text("/") or "Nobody yet" in page.text("/")
        assert "does not work any more" in page.text(f"/i/{token}") or "ya no sirve" in page.text(f"/i/{token}")
    with team_browser() as page:
        assert page.send("/sign-in/", email="kim@county.example", password="a kettle and two cups").status_code == 303
