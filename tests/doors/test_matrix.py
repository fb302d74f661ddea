"""Every address of both houses x every member of the cast x {own, other youth, other agency, nonexistent}."""

from __future__ import annotations

import time
from datetime import date
from uuid import UUID, uuid4

import pytest

from porchlight.people import api as people
from porchlight.policy.api import Door, doors
from porchlight.policy.guard import Anybody, Change, Holding, See
from porchlight.project import desks
from porchlight.project.headers import HEADERS
from porchlight.project.stage import acting, in_house
from tests.doors.addresses import address_of, is_about_a_youth
from tests.support.browsers import Browser, member, same_for_everybody, stranger, young

HOUSES = ("team", "youth")
for house in HOUSES:
    desks.load(house)
EVERY = [door for house in HOUSES for door in doors(house)]
ROUTES = sorted({(door.house, door.route) for door in EVERY})
ABOUT_A_YOUTH = [door for door in EVERY if is_about_a_youth(door)]
OWN_WORK = {"x", "l", "language", "sign-out", "demo"}  # addresses that only end or change one's own session
ANSWERS = {200, 303, 404, 422}
MOST_STATEMENTS = 12
AFRESH = 300.0  # seconds


def name_of(door: Door) -> str:
    return f"{door.house}-{door.method}-{door.route or 'first'}"


@pytest.fixture(scope="session")
def far_away(cast) -> UUID:
    """A young person of Quinn's county."""
    names = people.names_by_audience(legal="Far Legal", used="Far", pronoun="", ticked=frozenset({"team"}))
    with in_house("team"), acting(cast.quinn.seat) as quinn:
        return people.welcome(names=names, legal_name="Far Legal", birth_date=date(2010, 1, 1), language="en", by=quinn)


@pytest.fixture
def browsers(cast, signed_in) -> dict[str, tuple[Browser, UUID | None]]:
    """A browser for everybody, with the seat or young person that they are."""
    turn = int(time.monotonic() // AFRESH)
    if turn not in signed_in:
        signed_in[turn] = everybody_signed_in(cast)
    return signed_in[turn]


@pytest.fixture(scope="session")
def signed_in() -> dict[int, dict[str, tuple[Browser, UUID | None]]]:
    """Everybody's browsers by turn: on a slow machine a session would come to rest before its next test."""
    return {}


def everybody_signed_in(cast) -> dict[str, tuple[Browser, UUID | None]]:
    everybody = {role: (member(who), who.seat) for role, who in cast.members.items()}
    everybody["QUINN"] = (member(cast.quinn), cast.quinn.seat)
    return everybody


def may(door: Door, actor: UUID, youth: UUID) -> bool:
    with in_house("team"), acting(actor) as visit:
        return door.needs.answered(visit, youth)


def send(browser: Browser, door: Door, address: str):
    return browser.ask(door.method, address, **({"data": {"once": "x.y"}} if door.method == "POST" else {}))


@pytest.mark.parametrize("door", ABOUT_A_YOUTH, ids=name_of)
def test_an_outsider_and_a_wrong_number_get_the_very_same_answer(cast, far_away, browsers, door):
    nobody = {role: same_for_everybody(send(b, door, address_of(door, uuid4()))) for role, (b, _) in browsers.items()}
    assert len(set(map(repr, nobody.values()))) == 1, "who asks makes a difference for what is not there"
    missing = nobody["QUINN"]
    assert missing[0] == 404
    seen = 0
    for role, (browser, seat) in browsers.items():
        for youth in (cast.maya, cast.dee, far_away):
            answer = send(browser, door, address_of(door, youth))
            if may(door, seat, youth):
                assert answer.status_code in ANSWERS, (role, answer.status_code)
                seen += 1
            else:
                assert same_for_everybody(answer) == missing, (role, youth)
    assert seen, "nobody of the cast may open this door"


@pytest.mark.parametrize("door", ABOUT_A_YOUTH, ids=name_of)
def test_quinn_sees_nothing_of_the_other_county(cast, far_away, browsers, door):
    quinn = browsers["QUINN"][0]
    for youth in (cast.maya, cast.dee):
        assert send(quinn, door, address_of(door, youth)).status_code == 404


@pytest.mark.parametrize("door", EVERY, ids=name_of)
def test_nobody_in_particular_is_sent_to_the_entry(cast, door):
    answer = send(stranger(door.house), door, address_of(door, cast.maya))
    if isinstance(door.needs, Anybody):
        assert answer.status_code in ANSWERS
    else:
        assert answer.status_code == 303
        assert answer.headers["Location"] == {"team": "/sign-in/", "youth": "/"}[door.house]
        assert not answer.content


@pytest.mark.parametrize("door", [door for door in EVERY if isinstance(door.needs, Holding)], ids=name_of)
def test_a_page_for_some_hats_is_not_there_for_the_others(browsers, door):
    missing = same_for_everybody(browsers["QUINN"][0].get("/nothing-here"))
    for role, (browser, _) in browsers.items():
        answer = send(browser, door, address_of(door))
        if role not in door.needs.roles and not (role == "QUINN" and "SW" in door.needs.roles):
            assert same_for_everybody(answer) == missing, role


@pytest.mark.parametrize(("house", "route"), ROUTES)
def test_other_methods_are_refused_and_cannot_be_smuggled(cast, house, route):
    here = {door.method: door for door in EVERY if (door.house, door.route) == (house, route)}
    address = address_of(next(iter(here.values())), cast.maya)
    browser = stranger(house)
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"} - set(here):
        answer = browser.ask(method, address)
        assert (answer.status_code, answer.content) == (405, b""), method
        assert answer.headers["Allow"] == ", ".join(sorted(here))
    if "GET" in here:
        plain = browser.get(address)
        disguised = browser.get(address, headers={"X-HTTP-Method-Override": "POST", "X-Method-Override": "DELETE"})
        assert same_for_everybody(plain) == same_for_everybody(disguised)
        assert browser.ask("HEAD", address).status_code == plain.status_code


ALLOWED = {"Content-Type", "Content-Length", "Location", "Allow", "Clear-Site-Data", "Content-Disposition"}


@pytest.mark.parametrize("door", EVERY, ids=name_of)
def test_every_answer_carries_exactly_our_headers(cast, browsers, door):
    who = young(cast.maya) if door.house == "youth" else browsers["SW"][0]
    if door.route in OWN_WORK:
        who = stranger(door.house)
    for browser in (stranger(door.house), who):
        check_headers(send(browser, door, address_of(door, cast.maya)))


@pytest.mark.parametrize("house", HOUSES)
def test_errors_and_what_is_not_there_carry_them_too(cast, house):
    browser = stranger(house)
    check_headers(browser.get("/nothing-here"))
    check_headers(browser.ask("DELETE", "/"))
    check_headers(browser.get("/", headers={"host": "porch.example"}))


def check_headers(answer) -> None:
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert set(answer.headers) <= set(HEADERS) | ALLOWED
    for cookie in answer.cookies.values():
        assert cookie["httponly"] or not cookie.value
        assert cookie["samesite"] == "Strict"


@pytest.mark.parametrize(
    "address", ["/Y/{}/", "/y/{}", "/y//{}/", "/y/{}/..", "/y/..;/{}/", "/y%2f{}%2f", "/y/{}/x.css", "/y/{}/%2e%2e/"]
)
def test_an_address_written_another_way_is_that_page_or_nothing(cast, browsers, address):
    quinn, worker = browsers["QUINN"][0], browsers["SW"][0]
    assert quinn.get(address.format(cast.maya)).status_code == 404
    answer = worker.get(address.format(cast.maya))
    assert answer.status_code == 404 or b"<h1" in answer.content


@pytest.mark.parametrize("door", [door for door in EVERY if door.method == "GET"], ids=name_of)
def test_no_page_asks_the_database_more_than_twelve_times(cast, browsers, door):
    for role in ("SW", "SUP", "CG", "BH") if door.house == "team" else ("Y",):
        browser = young(cast.maya) if door.house == "youth" else browsers[role][0]
        browser.get(address_of(door, cast.maya))
        context = 1  # the signed context goes past Django's count
        assert len(browser.statements) + context <= MOST_STATEMENTS, (role, browser.statements)


def test_a_need_about_a_young_person_stands_only_where_the_address_names_one(town):
    """In the young person's own house it is they themselves."""
    for door in EVERY:
        if isinstance(door.needs, See | Change) and door.house == "team":
            assert is_about_a_youth(door), door.name
