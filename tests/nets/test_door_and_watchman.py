"""The first two nets: an address exists only through a door, and only the watchman opens it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.urls import URLResolver, path

from porchlight.policy.api import Anybody, Door, Page, ask, doors
from porchlight.project.stage import in_house
from porchlight.project.urls import Dispatch, patterns
from tests.support.browsers import member, same_for_everybody, stranger, with_addresses

HOUSES = ("team", "youth")


@pytest.mark.parametrize("house", HOUSES)
def test_every_address_of_a_house_is_made_of_doors(town, house):
    with in_house(house):
        found = patterns(house)
    assert found
    views = list(all_views(found))
    for view in views:
        assert isinstance(view, Dispatch), view
        assert set(view.doors) <= {"GET", "POST"}
    assert sum(len(view.doors) for view in views) == len(list(doors(house)))


def all_views(patterns):
    for pattern in patterns:
        yield from all_views(pattern.url_patterns) if isinstance(pattern, URLResolver) else [pattern.callback]


@pytest.mark.parametrize("house", HOUSES)
def test_sabotage_a_view_without_a_door_is_not_there(town, house):
    ran = []

    def bare(request):
        ran.append(request)
        return HttpResponse("open to everybody")

    browser = with_addresses(stranger(house), path("bare", bare))
    assert same_for_everybody(browser.get("/bare")) == same_for_everybody(browser.get("/nothing-here"))
    assert not ran


def test_sabotage_an_address_without_the_watchman_breaks_instead_of_opening(town):
    with pytest.raises(RuntimeError, match="without the watchman"):
        Dispatch({})(None)


def test_two_doors_on_one_address_are_a_mistake_at_start_up(town):
    from porchlight.policy.api import door

    with in_house("team"):
        patterns("team")
    with pytest.raises(ValueError, match="has a door already"):
        door("sign-in/", needs=Anybody(), house="team")(lambda request, visit: Page("home.html"))


def rigged(view, *, needs=None) -> Dispatch:
    """An address whose door asks nothing of anybody."""
    return Dispatch({"GET": Door("team", "rigged", "GET", needs or Anybody(), view, "tests.rigged")})


REFUSED_BY_SQL = {
    "a grant that is not theirs to give": (
        "SELECT pl.grant('seat', NULL, %s, NULL, 'ADM', NULL, '', NULL, '', NULL, NULL)"
    ),
    "a line that is not theirs to write": (
        "INSERT INTO people_name (id, agency_id, youth_id, made_by, made_at, audience, name, folded, pronoun)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), %s, pl.actor(), now(), 'team', 'x', 'x', '')"
    ),
    "a table that is closed": "SELECT %s::uuid, password FROM teams_person",
    "a context of their own making": "SELECT %s::uuid, set_config('pl.context', 'a|b', true), pl.actor()",
}


@pytest.mark.parametrize("why", REFUSED_BY_SQL)
def test_what_the_database_refuses_looks_like_nothing_there(cast, why):
    def view(request, visit):
        ask(REFUSED_BY_SQL[why], [uuid4()])
        raise AssertionError("the database let it pass")

    browser = with_addresses(member(cast["CG"]), path("rigged", rigged(view)))
    assert same_for_everybody(browser.get("/rigged")) == same_for_everybody(browser.get("/nothing-here"))


@pytest.mark.parametrize("house", HOUSES)
def test_a_page_that_breaks_is_calm_and_tells_nothing(town, house):
    def view(request, visit):
        raise ZeroDivisionError("Maya")

    browser = with_addresses(stranger(house), path("rigged", rigged(view)))
    browser.client.raise_request_exception = False
    answer = browser.get("/rigged")
    assert answer.status_code == 500
    assert b"Maya" not in answer.content
    assert b"ZeroDivision" not in answer.content
    assert {"team": b"PL-KER-001", "youth": b"data-exit"}[house] in answer.content


def test_a_form_without_its_key_is_told_kindly_and_keeps_what_was_typed(cast):
    answer = member(cast["SW"]).post("/sign-out", note="words that took a while")
    assert answer.status_code == 422
    assert b"words that took a while" in answer.content


def test_a_form_from_another_site_is_not_taken(cast):
    browser = stranger("team")
    typed = {"once": browser.once(browser.get("/sign-in/")), "email": "a@b.example", "password": "x"}
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert browser.ask("POST", "/sign-in/", data=typed, headers=elsewhere).status_code == 404
    assert browser.ask("POST", "/sign-in/", data=typed).status_code == 422


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_answers_only_to_its_own_host(town, house):
    for host in ("porch.example", "localhost.example", "127.0.0.1" if house == "team" else "localhost"):
        answer = stranger(house).get("/", headers={"host": host, "X-Forwarded-Host": "localhost"})
        assert answer.status_code == 400
        assert not answer.content
