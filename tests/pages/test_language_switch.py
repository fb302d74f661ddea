"""The other language: on the same page, with what was typed, and never on a page of somebody else."""

from __future__ import annotations

import re

import pytest

from porchlight.desks.going_back import own_address
from porchlight.project.stage import in_house
from tests.messaging.household import make_household
from tests.pages.test_nothing_typed_is_lost import close_the_door
from tests.support.client import team_browser, youth_browser
from tests.support.connections import as_owner

TYPED = "A long walk by the water, und noch mehr"
ELSEWHERE = (
    "https://elsewhere.example/",
    "https://elsewhere.example//elsewhere.example",
    "//elsewhere.example/n/4",
    "/\\elsewhere.example",
    "/\t/elsewhere.example",
    "/n/4\r\nX: y",
    "javascript:alert(1)",
    "/nowhere",
    "/n/18",
    "/n/999999999999/x",
    "",
)


@pytest.fixture
def house(cast):
    return make_household(cast)


def back_of(html: str) -> str:
    """The hidden field beside the language button."""
    return re.search(r'name="back" value="([^"]*)"', html).group(1).replace("&amp;", "&")


@pytest.mark.parametrize("said", ELSEWHERE)
def test_it_leads_to_no_address_but_a_page_of_this_house(town, said):
    with in_house("youth"):
        assert own_address(said) == "/"


def test_it_keeps_the_page_with_what_its_address_asks_but_not_its_language(town):
    with in_house("youth"):
        assert own_address("/n/4") == "/n/4"
        assert own_address("/n/6?to=a b&l=es&k=1") == "/n/6?to=a+b"
    with in_house("team"):
        assert own_address("/rota?week=2026-11-22") == "/rota?week=2026-11-22"


@pytest.mark.parametrize("address", ["/", "/n/1", "/n/2/0/1", "/n/3", "/n/13"])
def test_somebody_who_did_not_come_in_stays_on_the_page(cast, address):
    with youth_browser() as page:
        answer = page.send("/l", page=address, lang="es", back=back_of(page.text(address)))
        assert answer.headers["Location"] == f"{address}?l=es"
        assert 'lang="es"' in page.text(answer.headers["Location"])


@pytest.mark.parametrize("address", ["/n/4", "/n/14", "/n/11", "/n/5"])
def test_somebody_who_came_in_stays_on_the_page(cast, address):
    with youth_browser(cast.dee) as page:
        answer = page.send("/l", page=address, lang="es", back=back_of(page.text(address)))
        assert answer.headers["Location"] == address
        assert '<html lang="es"' in page.text(address)


@pytest.mark.parametrize(
    ("address", "field"),
    [("/n/4/3", "words"), ("/n/7", "words"), ("/n/10/a", "gets_now"), ("/n/16", "may_know"), ("/n/21", "words")],
)
def test_what_was_typed_goes_along_and_is_sealed_on_the_way(cast, address, field):
    with youth_browser(cast.maya) as page:
        if page.get(address).status_code == 303:
            address = page.get(address).headers["Location"]
        html = page.text(address)
        assert 'form="f" formaction="/l"' in html
        answer = page.send("/l", page=address, lang="es", back=back_of(html), **{field: TYPED})
        assert answer.headers["Location"] == f"{address}?k=1"
        again = page.text(answer.headers["Location"])
        assert '<html lang="es"' in again
        assert TYPED in again
        assert page.get("/n/19").headers["Location"] == "/"
        back = page.send("/l", page=answer.headers["Location"], lang="en", back=back_of(again), **{field: TYPED + "."})
        assert TYPED + "." in page.text(back.headers["Location"])
    with as_owner() as owner:
        rows = owner.execute("SELECT sealed FROM policy_draft WHERE path = %s", [f"carried:{address}"]).fetchall()
    assert len(rows) == 1
    assert TYPED.encode() not in bytes(rows[0][0])


def test_once_it_is_sent_nothing_of_it_is_kept(cast):
    with youth_browser(cast.dee) as page:
        html = page.text("/n/4/5")
        moved = page.send("/l", page="/n/4/5", lang="es", back=back_of(html), words=TYPED).headers["Location"]
        draft = re.search(r'name="draft" value="([^"]+)"', page.text(moved)).group(1)
        assert page.send("/n/4/5", page=moved, words=" ", draft=draft).status_code == 422
        assert TYPED in page.text(moved)
        assert page.send("/n/4/5", page=moved, words=TYPED, draft=draft).status_code == 303
        assert 'name="draft"' not in page.text(moved)
    with as_owner() as owner:
        assert not owner.execute("SELECT 1 FROM policy_draft WHERE path = 'carried:/n/4/5'").fetchall()


def test_when_the_session_closed_meanwhile_the_text_waits_like_any_other(cast, house):
    with youth_browser(house.youth) as page:
        html = page.text("/n/4/6")
        close_the_door(page, "ownspace_session")
        page.client.post("/l", {"lang": "es", "back": back_of(html), "words": TYPED + " closed"})
    with youth_browser(cast.maya) as page:
        assert page.get("/n/19").headers["Location"] == "/"
    with youth_browser(house.youth) as page:
        assert TYPED + " closed" in page.text("/n/19")


def test_the_words_that_open_the_door_are_never_kept(cast):
    with youth_browser(cast.dee) as page:
        page.client.post("/l", {"lang": "es", "back": "/n/1", "words": "one two three four five"})
    with as_owner() as owner:
        assert not owner.execute("SELECT 1 FROM policy_draft WHERE path LIKE '%/n/1'").fetchall()


def test_a_caregiver_stays_on_the_page_with_what_they_typed(cast):
    address = f"/y/{cast.maya}/good-word"
    with team_browser(cast["CG"]) as page:
        html = page.text(address)
        assert 'form="f" formaction="/language"' in html
        answer = page.send("/language", page=address, lang="es", back=back_of(html), words=TYPED)
        assert answer.headers["Location"] == f"{address}?k=1"
        assert TYPED in page.text(answer.headers["Location"])
        plain = page.text(f"/y/{cast.maya}/")
        answer = page.send("/language", page=f"/y/{cast.maya}/", lang="en", back=back_of(plain))
        assert answer.headers["Location"] == f"/y/{cast.maya}/"
