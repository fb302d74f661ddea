"""A worker's plain mark that a harm is being looked into, with its last day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.conftest import welcome
from tests.needs.making import as_seat, as_youth, young_person
from tests.pages.looking import looked_at
from tests.support.client import team_browser
from tests.support.connections import as_visitor


@pytest.fixture
def progress(town):
    from porchlight.progress import api

    return api


def today():
    return clock.county_time(clock.now()).date()


def test_a_mark_is_open_until_its_day_and_ends_when_the_worker_says_so(cast, progress):
    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        progress.mark_harm(youth, until=today() + timedelta(days=28), by=sw)
        (mark,) = progress.harm_marks(youth, since=today(), by=sw)
        assert (mark.since, mark.until) == (today(), today() + timedelta(days=28))
    with as_seat(cast["SW"]) as sw:
        progress.end_harm(youth, by=sw)
        progress.end_harm(youth, by=sw)
        assert progress.harm_marks(youth, since=today(), by=sw) == ()


@pytest.mark.parametrize("days", [0, -1, 91])
def test_a_mark_ends_within_ninety_days_and_not_in_the_past(cast, progress, days):
    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw, pytest.raises(progress.NoSuchDay):
        progress.mark_harm(youth, until=today() + timedelta(days=days), by=sw)


def test_who_may_write_of_harm_may_not_set_the_workers_mark(cast, progress):
    youth = young_person(cast, "PH", "ED", "CG")
    for role in ("PH", "ED", "CG", "SUP"):
        with as_seat(cast[role]) as visit, pytest.raises(Refused):
            progress.mark_harm(youth, until=today() + timedelta(days=7), by=visit)
    with as_seat(cast.quinn) as quinn, pytest.raises(Refused):
        progress.harm_marks(youth, since=today(), by=quinn)


def test_homes_schools_courts_and_police_never_see_a_mark(cast, progress):
    youth = young_person(cast, "CG", "ED", "CRT", "LE", "PO")
    with as_seat(cast["SW"]) as sw:
        progress.mark_harm(youth, until=today() + timedelta(days=7), by=sw)
    for role in ("CG", "ED", "CRT", "LE", "PO"):
        with as_visitor("pl_team", "seat", cast[role].seat) as visitor:
            seen = visitor.execute("SELECT count(*) FROM progress_harm_mark WHERE youth_id = %s", [youth]).fetchone()
            assert seen == (0,), role
    with as_youth(youth) as me:
        assert len(progress.harm_marks(youth, since=today(), by=me)) == 1


def test_the_worker_marks_and_ends_it_on_a_page_and_the_good_word_asks_about_us(cast, progress):
    from porchlight.absences import api as absences

    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        absences.record_days(youth, said={today() - timedelta(days=n): "home" for n in range(1, 20)}, by=sw)
    address = f"/y/{youth}/harm-mark"
    with team_browser(cast["SW"]) as page:
        assert "A question about us" not in page.text(f"/y/{youth}/good-word")
        looked_at(page.text(address), house="team", address="harm-mark")
        for weeks in ("", "52"):
            wrong = page.send(address, do="send", weeks=weeks)
            assert wrong.status_code == 422
            assert "Pick how long it holds." in wrong.content.decode()
        assert page.send(address, do="send", weeks="2").status_code == 303
        assert "It ends by itself on" in looked_at(page.text(address), house="team", address="harm-mark")
        asks = page.text(f"/y/{youth}/good-word")
        assert "A question about us" in asks
        assert "Did we lose touch?" in asks
        assert page.send(address, do="discard").status_code == 303
        assert "A question about us" not in page.text(f"/y/{youth}/good-word")
    with team_browser(cast["PH"]) as page:
        assert page.get(address).status_code == 404


def test_without_the_right_to_read_marks_nothing_that_lasts_is_offered(cast, progress, monkeypatch):
    from porchlight.flows import recognising

    asked = []
    monkeypatch.setattr(
        recognising.progress, "recognise", lambda record, *, config, as_of, zone: asked.append(config) or found
    )
    found = recognising.progress.Recognition("", progress.USUAL, today(), (), None, None, None, (), ())
    lasting = progress.Config(sustained=True)
    monkeypatch.setattr("porchlight.progress.reading.config_of", lambda phi, *, is_on: lasting)
    from porchlight.absences import api as absences

    youth = welcome(cast)
    with as_seat(cast["SW"]) as sw:
        absences.record_days(youth, said={today(): "home"}, by=sw)
    for role in ("SW", "CG"):
        with as_seat(cast[role]) as visit:
            recognising.sayable(youth, by=visit)
    assert [config.sustained for config in asked] == [True, False]
