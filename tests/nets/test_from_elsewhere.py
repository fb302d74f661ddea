"""In production staff come in on the machine itself alone, until second factors are there."""

from __future__ import annotations

import pytest
from django.test import override_settings

from porchlight.policy.network import PASSED_ON, from_this_machine
from tests.support.client import HOSTS, team_browser, youth_browser

SAID = "opens only on its own machine"
ELSEWHERE = ({"REMOTE_ADDR": "192.0.2.7"}, {"REMOTE_ADDR": ""}, *({name: "192.0.2.7"} for name in PASSED_ON))


def answer(page, address: str, house: str, method: str = "get", **meta: str):
    return getattr(page.client, method)(address, headers={"Host": HOSTS[house]}, **meta)


@pytest.mark.parametrize("meta", ELSEWHERE)
@pytest.mark.parametrize(
    ("method", "address"),
    [("get", "/sign-in/"), ("post", "/sign-in/"), ("get", "/i/a"), ("post", "/i/a"), ("get", "/"), ("post", "/seat")],
)
def test_no_door_of_the_team_house_opens_from_elsewhere(cast, address, method, meta):
    with override_settings(PRODUCTION=True), team_browser(cast["SW"]) as page:
        said = answer(page, address, "team", method, **meta)
        assert said.status_code == 422
        assert SAID in said.content.decode()


def test_on_the_machine_itself_and_outside_production_it_opens(cast):
    with override_settings(PRODUCTION=True), team_browser() as page:
        assert answer(page, "/sign-in/", "team").status_code == 200
    with team_browser(cast["SW"]) as page:
        assert answer(page, "/", "team", REMOTE_ADDR="192.0.2.7").status_code == 200


@pytest.mark.parametrize("meta", ELSEWHERE)
def test_the_young_persons_house_opens_from_anywhere(cast, meta):
    with override_settings(PRODUCTION=True), youth_browser() as page:
        assert answer(page, "/", "youth", **meta).status_code == 200


def test_every_loopback_name_is_this_machine_and_nonsense_is_not():
    assert from_this_machine({"REMOTE_ADDR": "127.0.0.1"})
    assert from_this_machine({"REMOTE_ADDR": "127.3.2.1"})
    assert from_this_machine({"REMOTE_ADDR": "::1"})
    assert not any(from_this_machine({"REMOTE_ADDR": one}) for one in ("", "x", "10.0.0.1", "2001:db8::1"))
    assert not from_this_machine({})
