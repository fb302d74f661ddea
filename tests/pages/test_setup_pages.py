"""Setup as a newcomer meets it: what was added, offices at once, another seat for somebody who is here."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.support.client import team_browser


@pytest.fixture
def setup(cast):
    """The administrator's browser, and what it reads."""
    with in_house("team"), acting(cast.administrator) as adm:
        ada = next(seat.person for seat in teams.seats(by=adm) if seat.id == cast.administrator)
    with team_browser(person=ada, seat=cast.administrator) as page:
        yield page


def added(setup, name: str) -> str:
    """A new agency's id, by the answer to its form."""
    sent = setup.send("/setup/agencies", page="/setup/", agency_name=name, kind="child_welfare")
    page = setup.text(sent.headers["Location"])
    assert f"{name} is in the list of agencies." in page
    assert '<details class="more" open><summary>Add an agency' in page, "so that the next one is one step away"
    return sent.headers["Location"].partition("added=")[2]


def adds(setup, agency: str, name: str, **more):
    email = f"{name.lower().replace(' ', '.')}@county.example"
    fields = {"name": name, "email": email, "language": "en", "agency": agency, "role": "SW"}
    return setup.send("/setup/people", page="/setup/", **fields | more)


def of(setup, name: str) -> str:
    """The address of somebody's page, as the list gives it."""
    found = re.search(rf'href="(/setup/people/[0-9a-f-]+)">{name}<', setup.text(f"/setup/?q={name.replace(' ', '+')}"))
    return found.group(1)


def offices_of(cast, name: str) -> list[str]:
    with in_house("team"), acting(cast.administrator) as adm:
        return sorted(one.office for one in teams.offices(by=adm) if one.name == name)


def test_somebody_is_added_with_their_offices(cast, setup):
    agency = added(setup, "Alder agency")
    assert adds(setup, agency, "Lia Alder", offices=["lead", "signatory"]).status_code == 200
    assert offices_of(cast, "Lia Alder") == ["lead", "signatory"]
    assert adds(setup, agency, "Max Alder").status_code == 200
    assert offices_of(cast, "Max Alder") == []


def test_an_office_that_is_none_is_not_given(cast, setup):
    agency = added(setup, "Birch agency")
    assert adds(setup, agency, "Ora Birch", offices=["king"]).status_code == 200
    assert offices_of(cast, "Ora Birch") == []


def test_what_was_picked_comes_back_with_an_error(setup):
    page = adds(setup, "", "Una Elder", offices=["trainer"]).content.decode()
    assert 'value="trainer" autocomplete="off" id="field-offices" checked' in page or re.search(
        r'value="trainer"[^>]* checked', page
    )
    assert "Please pick the agency." in page


def test_somebody_who_is_here_gets_another_seat_and_both_are_named(setup):
    first, second = added(setup, "Cedar agency"), added(setup, "Cedar home")
    adds(setup, first, "Ivo Cedar")
    again = adds(setup, second, "Ivo Cedar")
    assert again.status_code == 422
    assert "Open their name in the list to give them another seat." in again.content.decode()
    address = of(setup, "Ivo Cedar")
    person = address.rpartition("/")[2]
    refused = setup.send("/setup/seats", page=address, person=person, agency=second, role="")
    assert refused.status_code == 422
    assert "Please pick the role." in refused.content.decode()
    assert f'value="{second}" selected' in refused.content.decode()
    assert setup.send("/setup/seats", page=address, person=person, agency=second, role="SUP").status_code == 303
    page = setup.text(address)
    assert "social worker, Cedar agency" in page
    assert "supervisor, Cedar home" in page


def test_nobody_gets_a_seat_who_is_not_here(setup):
    assert setup.get(f"/setup/people/{uuid4()}").status_code == 404
    assert setup.send("/setup/seats", page="/setup/", person=uuid4()).status_code == 404


def test_the_list_says_who_has_not_come_in_yet(setup):
    adds(setup, added(setup, "Dogwood agency"), "Noa Dogwood")
    assert "has not come in yet" in setup.text("/setup/?q=Noa+Dogwood")
    assert "has not come in yet" in setup.text("/setup/?q=SW+pers"), "the cast uses no passwords"


def test_roles_stand_in_the_order_of_the_alphabet(setup):
    found = re.search(r'<select class="input" id="field-role".*?</select>', setup.text("/setup/"), re.DOTALL)
    names = re.findall(r'<option value="\w+">([^<]+)', found.group(0))
    assert names == sorted(names, key=str.casefold)
    assert len(names) > 10
