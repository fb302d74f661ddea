"""A good word, from the person who looks to the page of the young person."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from tests.needs.making import as_seat, young_person
from tests.pages.looking import looked_at, statements
from tests.recognition.making import said
from tests.support.client import team_browser, youth_browser


def test_a_caregiver_previews_and_sends_a_kind_word_and_it_arrives_by_name(cast):
    youth = young_person(cast, "CG")
    address = f"/y/{youth}/good-word"
    with team_browser(cast["CG"]) as page:
        look = page.send(address, words="You made breakfast for all of us.")
        shown = look.content.decode()
        assert look.status_code == 200
        assert "Nothing is sent yet." in shown
        assert "You made breakfast for all of us." in shown
    with youth_browser(youth) as page:
        assert "breakfast" not in page.text("/n/11")
    with team_browser(cast["CG"]) as page:
        sent = page.send(f"{address}/send", page=address, do="send", words="You made breakfast for all of us.")
        assert sent.headers["Location"] == address
        assert "What you sent" in page.text(address)
    with youth_browser(youth) as page:
        words = page.text("/n/11")
        assert "You made breakfast for all of us." in words
        assert cast["CG"].name in words


def test_nothing_goes_without_words_and_changing_it_keeps_them(cast):
    youth = young_person(cast)
    address = f"/y/{youth}/good-word"
    with team_browser(cast["SW"]) as page:
        assert page.send(address, words=" ").status_code == 422
        back = page.send(f"{address}/send", page=address, do="change", words="A first try")
        assert "A first try" in back.content.decode()
        assert page.send(f"{address}/send", page=address, do="send", words=" ").status_code == 422


def test_a_fact_that_is_not_on_record_is_never_sent_however_the_form_is_filled(cast):
    youth = young_person(cast)
    address = f"/y/{youth}/good-word"
    with team_browser(cast["SW"]) as page:
        sent = page.send(f"{address}/send", page=address, do="send", fact="fewer_leavings", words="Well seen")
        assert sent.status_code == 422
        assert "not on record" in sent.content.decode()
        assert "Well seen" in sent.content.decode()
    with youth_browser(youth) as page:
        assert "Well seen" not in page.text("/n/11")


def test_a_seat_that_does_not_read_the_record_learns_why_and_may_always_write(cast):
    youth = young_person(cast, "ED")
    with team_browser(cast["ED"]) as page:
        shown = page.text(f"/y/{youth}/good-word")
        assert "Your seat does not read the days at home and away." in shown
        assert "In your own words" in shown


@pytest.mark.parametrize("role", ["ATT", "CRT", "PAR"])
def test_who_may_not_write_has_no_such_page(cast, role):
    youth = young_person(cast, role)
    with team_browser(cast[role]) as page:
        assert page.get(f"/y/{youth}/good-word").status_code == 404


@pytest.fixture
def long_ago(town, monkeypatch):
    """Words count as sent so long ago that nobody asks the record of them any more."""
    from porchlight.flows import recognising

    monkeypatch.setattr(recognising, "READ_AGAIN", timedelta(0))


def test_a_young_person_chooses_numbers_quiet_and_topics_and_takes_a_word_off(cast, long_ago):
    from porchlight.progress import api as progress

    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        progress.send_fact(youth, said=said("fewer_leavings", {"now": 3, "before": 5}), words="I saw it.", by=sw)
    with youth_browser(youth) as page:
        assert "You left fewer times this week than last week." in page.text("/n/11")
        assert "Why do I see this?" in page.text("/n/11")
        page.send("/n/11", numbers="yes", quiet="no")
        assert "Times you left this week: 3. Last week: 5." in page.text("/n/11")
        page.send("/n/11", numbers="yes", quiet="yes")
        quiet = page.text("/n/11")
        assert "You asked for quiet." in quiet
        assert "I saw it." not in quiet
        page.send("/n/11", hidden=["times"])
        assert "I saw it." not in page.text("/n/11")
        page.send("/n/11", quiet="no")
        word = re.search(r"/n/11/[0-9a-f-]+", page.text("/n/11")).group(0)
        assert page.send(word, page="/n/11").status_code == 303
        assert "I saw it." not in page.text("/n/11")


def test_it_reads_in_spanish_for_whoever_reads_spanish(cast, long_ago):
    from porchlight.progress import api as progress

    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        progress.send_fact(youth, said=said("own_return"), by=sw)
    with youth_browser(youth, accept="es") as page:
        assert "Tú decidiste volver." in page.text("/n/11")


@pytest.mark.parametrize("accept", ["en", "es"])
def test_every_page_of_the_good_word_passes_the_lints_and_costs_little(cast, town, accept):
    from porchlight.progress import api as progress

    youth = young_person(cast)
    with as_seat(cast["SW"]) as sw:
        for fact in ("own_return", "kept_contact", "plan_step"):
            progress.send_fact(youth, said=said(fact), words="I was glad.", by=sw)
    with youth_browser(youth, accept=accept) as page, statements() as asked:
        html = looked_at(page.text("/n/11"), house="youth", address="/n/11", simple=accept == "en")
        assert len(asked) <= 12
        assert "!" not in re.sub(r"<!doctype", "", html)
    with team_browser(cast["SW"], accept=accept) as page:
        with statements() as asked:
            looked_at(page.text(f"/y/{youth}/good-word"), house="team", address="good-word")
        assert len(asked) <= 12, (len(asked), [" ".join(one.split())[:70] for one in asked])
        look = page.send(f"/y/{youth}/good-word", words="I saw you help.").content.decode()
        looked_at(look, house="team", address="good-word look")
        looked_at(page.text(f"/y/{youth}/"), house="team", address="young person")
