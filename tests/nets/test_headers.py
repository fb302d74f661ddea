"""What goes out with every answer: nothing from elsewhere, nothing kept, nothing told, no sensor opened."""

from __future__ import annotations

import re

import pytest
from django.test import override_settings
from django.urls import path

from porchlight.policy.api import Anybody, Door, Go, Page, Paper
from porchlight.project.headers import HEADERS
from porchlight.project.urls import Dispatch
from tests.support.browsers import member, stranger, with_addresses, young

HOUSES = ("team", "youth")
OPEN_TO_NOBODY = ("accelerometer", "camera", "clipboard-read", "geolocation", "gyroscope", "microphone", "payment")
PROMISED = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, noarchive",
    "Origin-Agent-Cluster": "?1",
}


def rigged(house: str, view) -> Dispatch:
    """An address whose door is open to anybody."""
    return Dispatch({"GET": Door(house, "rigged", "GET", Anybody(), view, "tests.rigged")})


def breaks(request, visit):
    raise ZeroDivisionError


ANSWERS = {
    "a page": ("GET", "/rigged", lambda request, visit: Page("not_found.html"), 200),
    "a way on": ("GET", "/rigged", lambda request, visit: Go("/"), 303),
    "a paper": ("GET", "/rigged", lambda request, visit: Paper(b"x", "x.pdf"), 200),
    "nothing there": ("GET", "/nothing-here", breaks, 404),
    "no such way in": ("DELETE", "/rigged", breaks, 405),
    "something broke": ("GET", "/rigged", breaks, 500),
}


@pytest.mark.parametrize("what", ANSWERS)
@pytest.mark.parametrize("house", HOUSES)
def test_every_kind_of_answer_carries_every_promise(town, house, what):
    method, address, view, status = ANSWERS[what]
    browser = with_addresses(stranger(house), path("rigged", rigged(house, view)))
    browser.client.raise_request_exception = False
    answer = browser.ask(method, address)
    assert answer.status_code == status
    assert {name: answer.headers.get(name) for name in PROMISED} == PROMISED
    assert answer.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]
    assert answer.headers["Permissions-Policy"] == HEADERS["Permissions-Policy"]


def test_an_answer_to_another_host_carries_them_too(town):
    answer = stranger("youth").get("/", headers={"host": "porch.example"})
    assert answer.status_code == 400
    assert {name: answer.headers.get(name) for name in PROMISED} == PROMISED


def test_a_page_takes_nothing_from_elsewhere_sends_nothing_there_and_runs_nothing_written_into_it():
    said = dict(part.split(" ", 1) for part in HEADERS["Content-Security-Policy"].split("; "))
    assert said.pop("default-src") == said.pop("base-uri") == said.pop("frame-ancestors") == "'none'"
    assert set(said) == {"script-src", "style-src", "img-src", "connect-src", "form-action"}
    assert set(said.values()) == {"'self'"}


def test_no_page_may_ask_a_device_where_it_is_or_what_it_hears_and_sees():
    told = HEADERS["Permissions-Policy"].split(", ")
    assert {f"{sensor}=()" for sensor in OPEN_TO_NOBODY} <= set(told)
    assert all(re.fullmatch(r"[a-z-]+=\(\)", one) for one in told)


def test_only_production_says_that_every_visit_must_be_encrypted(town):
    assert "Strict-Transport-Security" not in stranger("youth").get("/").headers
    with override_settings(PRODUCTION=True):
        said = stranger("youth").get("/").headers["Strict-Transport-Security"]
    assert said == "max-age=63072000; includeSubDomains"  # two years


@pytest.mark.parametrize("production", [False, True])
def test_a_cookie_has_no_age_and_no_script_and_no_other_site_gets_it(cast, production):
    def comes_in(request, visit):
        return Go("/", cookies={"t": "a new session"})

    browser = with_addresses(stranger("team"), path("rigged", rigged("team", comes_in)))
    with override_settings(PRODUCTION=production):
        cookie = browser.get("/rigged").cookies["t"]
    assert cookie.value == "a new session"
    assert cookie["httponly"] is True
    assert (cookie["samesite"], cookie["path"]) == ("Strict", "/")
    assert (cookie["expires"], cookie["max-age"], cookie["domain"]) == ("", "", "")
    assert bool(cookie["secure"]) is production


def test_the_way_out_takes_the_cookie_away(cast):
    cookie = young(cast.dee).get("/x").cookies["n"]
    assert (cookie.value, cookie["max-age"], cookie["path"]) == ("", 0, "/")


def test_in_production_the_cookie_is_bound_to_its_host(cast):
    from porchlight.project.houses import this_house

    assert this_house().cookie == "t"
    with override_settings(PRODUCTION=True):
        assert this_house().cookie == "__Host-t"
        browser = member(cast["SW"])
        assert [*browser.client.cookies] == ["__Host-t"]
        assert browser.get("/").status_code == 200
