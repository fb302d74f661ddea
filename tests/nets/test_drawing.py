"""From an answer to what the browser gets: the language of the page, where links lead, what a paper is called."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.test import RequestFactory
from django.urls import path
from django.utils import translation

from porchlight.kernel import clock
from porchlight.policy.api import Anybody, Door, Paper
from porchlight.project import words
from porchlight.project.language import language_of
from porchlight.project.rendering import localised, said, said_of
from porchlight.project.urls import Dispatch
from tests.support.browsers import stranger, with_addresses


def request(address: str = "/", **headers: str):
    return RequestFactory().get(address, headers=headers)


@pytest.mark.parametrize(
    ("address", "accepted", "spoken"),
    [
        ("/", "", "en"),
        ("/", "es", "es"),
        ("/", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("/", "en-US,en;q=0.5, es;q=0.4", "en"),
        ("/", "fr-CA, ES;q=0.7", "es"),
        ("/", "tl,vi;q=0.8", "en"),
        ("/?l=es", "en", "es"),
        ("/?l=en", "es", "en"),
        ("/?l=fr", "es", "es"),
        ("/?l=", "es", "es"),
    ],
)
def test_a_page_speaks_what_was_asked_for_then_the_browsers_first_language_of_ours(town, address, accepted, spoken):
    assert language_of(request(address, **{"Accept-Language": accepted})) == spoken


@pytest.mark.parametrize(
    ("to", "asked", "leads"),
    [
        ("/n/4", "/?l=es", "/n/4?l=es"),
        ("/n/4", "/?l=en", "/n/4?l=en"),
        ("/n/4?k=1", "/?l=es", "/n/4?k=1&l=es"),
        ("/n/4#own", "/?l=es", "/n/4?l=es#own"),
        ("/n/4?k=1#own", "/?l=es", "/n/4?k=1&l=es#own"),
        ("/n/4?l=en", "/?l=es", "/n/4?l=en"),
        ("/n/4", "/", "/n/4"),
        ("/n/4", "/?l=fr", "/n/4"),
        ("https://weather.example/", "/?l=es", "https://weather.example/"),
    ],
)
def test_a_language_that_was_asked_for_by_address_goes_along_to_our_own_pages_alone(town, to, asked, leads):
    assert localised(to, request(asked)) == leads


def test_what_is_filled_into_a_text_is_escaped_and_a_text_without_values_may_hold_a_percent_sign(town):
    assert said("For %(name)s", name="<b>Ada</b>") == "For &lt;b&gt;Ada&lt;/b&gt;"
    assert said("100 days") == "100 days"
    assert said_of("%(num)d night", "%(num)d nights", 1) == "1 night"
    assert said_of("%(num)d night", "%(num)d nights", 3) == "3 nights"


def test_a_paper_is_shown_under_its_name_and_as_what_it_is(town):
    def view(request, visit):
        return Paper(b"%PDF-", "plan for mañana.pdf")

    door = Door("team", "rigged", "GET", Anybody(), view, "tests.rigged")
    answer = with_addresses(stranger("team"), path("rigged", Dispatch({"GET": door}))).get("/rigged")
    assert (answer.content, answer.headers["Content-Type"]) == (b"%PDF-", "application/pdf")
    assert answer.headers["Content-Disposition"].startswith("inline; filename*=utf-8''plan%20for%20ma%C3%B1ana")


@pytest.mark.parametrize(
    ("length", "english", "spanish"),
    [
        (timedelta(seconds=-5), "0 min", "0 min"),
        (timedelta(seconds=59), "0 min", "0 min"),
        (timedelta(minutes=59), "59 min", "59 min"),
        (timedelta(hours=1), "1 h 0 min", "1 h 0 min"),
        (timedelta(hours=47, minutes=59), "47 h 59 min", "47 h 59 min"),
        (timedelta(hours=48), "2 days", "2 días"),
        (timedelta(days=9, hours=23), "9 days", "9 días"),
    ],
)
def test_how_long_something_is_in_words(town, length, english, spanish):
    assert words.span(length) == english
    with translation.override("es"):
        assert words.span(length) == spanish


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        (time(0, 5), "12:05 am", "12:05 a. m."),
        (time(11, 59), "11:59 am", "11:59 a. m."),
        (time(12, 0), "12:00 pm", "12:00 p. m."),
        (time(23, 0), "11:00 pm", "11:00 p. m."),
        (datetime(2026, 11, 22, 11, 10, tzinfo=UTC), "3:10 am", "3:10 a. m."),
    ],
)
def test_an_hour_is_said_by_the_countys_clock(town, at, english, spanish):
    assert words.hour(at) == english
    with translation.override("es"):
        assert words.hour(at) == spanish


def test_a_moment_is_said_on_the_countys_day_which_may_be_the_one_before(town):
    at = datetime(2027, 1, 1, 2, 30, tzinfo=UTC)
    assert (words.dated(at), words.weekday(at)) == ("Dec 31, 2026", "Thursday")
    assert words.moment(at) == "Dec 31, 6:30 pm"
    assert words.moment(at, about=True) == "about Dec 31, 6:30 pm"
    with translation.override("es"):
        assert (words.dated(at), words.weekday(at)) == ("31 dic 2026", "jueves")


def test_how_long_ago_counts_from_now(town):
    now = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
    with clock.standing_still(now):
        assert words.ago(now - timedelta(minutes=20)) == "20 min ago"


def test_people_stand_in_the_order_of_what_they_are_called_whatever_the_capitals(town):
    ada, ben, zoe, unnamed = (SimpleNamespace(youth=uuid4()) for _ in range(4))
    names = {ada.youth: "ada", ben.youth: "Ben", zoe.youth: "zoe"}
    assert words.by_name([zoe, ben, unnamed, ada], names) == [unnamed, ada, ben, zoe]
