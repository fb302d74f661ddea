"""The young person says after how many quiet minutes their house closes; nobody else can."""

from __future__ import annotations

import pytest

from tests.needs.making import as_youth, young_person
from tests.support.client import youth_browser
from tests.support.connections import as_owner


@pytest.fixture
def sky(cast):
    return young_person(cast)


def quiet_for(youth, *, minutes: float) -> None:
    """Let their sessions stand untouched for so long."""
    with as_owner() as owner:
        owner.execute(
            "UPDATE ownspace_session SET seen_at = seen_at - make_interval(secs => %s) WHERE youth_id = %s",
            [minutes * 60, youth],
        )


def is_open(page) -> bool:
    return page.get("/n/14").status_code == 200


def test_it_closes_after_five_quiet_minutes_when_nobody_chose(sky):
    with youth_browser(sky) as page:
        assert '<option value="5" selected>5 minutes</option>' in page.text("/n/14")
        quiet_for(sky, minutes=4.5)
        assert is_open(page)
        quiet_for(sky, minutes=5.5)
        assert not is_open(page)


def test_every_page_that_is_read_begins_the_quiet_minutes_anew(sky):
    with youth_browser(sky) as page:
        for _ in range(3):
            quiet_for(sky, minutes=3)
            assert is_open(page)
        quiet_for(sky, minutes=5.5)
        assert not is_open(page)
        assert not is_open(page), "to look at a closed house opens nothing"


def test_it_closes_after_the_minutes_that_they_chose(sky):
    with youth_browser(sky) as page:
        assert page.send("/n/14/1", page="/n/14", minutes="1").headers["Location"] == "/n/14"
        assert '<option value="1" selected>1 minute</option>' in page.text("/n/14")
        quiet_for(sky, minutes=1.5)
        assert not is_open(page)
    with youth_browser(sky) as page:
        page.send("/n/14/1", page="/n/14", minutes="10")
        quiet_for(sky, minutes=9)
        assert is_open(page)


def test_a_choice_holds_in_every_browser_that_they_opened(sky):
    with youth_browser(sky) as one:
        one.send("/n/14/1", page="/n/14", minutes="2")
    with youth_browser(sky) as other:
        quiet_for(sky, minutes=3)
        assert not is_open(other)


def test_the_choice_of_one_changes_nothing_for_another(cast, sky):
    other = young_person(cast)
    with youth_browser(sky) as page:
        page.send("/n/14/1", page="/n/14", minutes="1")
    with youth_browser(other) as page:
        quiet_for(other, minutes=4)
        assert is_open(page)


@pytest.mark.parametrize("minutes", ["0", "11", "-1", "x", ""])
def test_what_nobody_offered_changes_nothing(sky, minutes):
    with youth_browser(sky) as page:
        page.send("/n/14/1", page="/n/14", minutes=minutes)
        assert '<option value="5" selected>' in page.text("/n/14")


@pytest.mark.parametrize("minutes", [0, 11])
def test_the_table_keeps_no_other_number(sky, minutes):
    from django.db import IntegrityError

    from porchlight.ownspace import api as ownspace

    with pytest.raises(IntegrityError, match="one_to_ten_minutes"), as_youth(sky) as me:
        ownspace.close_after(minutes, by=me)
