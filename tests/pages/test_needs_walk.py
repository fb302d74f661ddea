"""The needs map walked through in both houses by its own pages."""

from __future__ import annotations

import re

import pytest

from tests.needs.making import give, named_by, say, young_person
from tests.pages.looking import looked_at, statements
from tests.support.client import team_browser, youth_browser

LABELS = re.compile(r"exploit|traffick|victim|rescue|abuse", re.IGNORECASE)


def test_a_young_person_names_a_need_the_worker_gives_it_and_the_yes_opens_it(cast):
    youth = young_person(cast, "ADV", name="Robin")
    with youth_browser(youth) as page:
        assert page.send("/n/10/a", code="N07", matters="3", gets_now="With my cousins", verdict="sort_of").headers[
            "Location"
        ] == ("/n/10")
        shown = page.text("/n/10")
        assert "Belonging, family feeling" in shown
        assert "With my cousins" in shown
        assert "May " not in shown
    with team_browser(cast["SW"]) as page:
        needs = page.text(f"/y/{youth}/needs")
        assert "Nobody meets this yet" in needs
        assert "With my cousins" in needs
        one = re.search(rf"/y/{youth}/needs/([0-9a-f-]+)", needs).group(0)
        sent = page.send(f"{one}/give", page=one, seat=str(cast["ADV"].seat), due_on="2026-11-24", often="Fridays")
        assert sent.headers["Location"] == f"/y/{youth}/needs"
        needs = page.text(f"/y/{youth}/needs")
        assert cast["ADV"].name in needs
        assert "Nov 24" in needs
    with team_browser(cast["ADV"]) as page:
        assert page.get(f"/y/{youth}/needs").status_code == 404
        assert str(youth) not in page.text("/")
    with youth_browser(youth) as page:
        assert f"May {cast['ADV'].name} see this line?" in page.text("/n/10")
        answer = re.search(r"/n/10/[0-9a-f-]+/y", page.text("/n/10")).group(0)
        assert page.send(answer, page="/n/10", see="yes").status_code == 303
        assert f"{cast['ADV'].name} can see this line." in page.text("/n/10")
    with team_browser(cast["ADV"]) as page:
        first = page.text("/")
        assert "Given to you" in first
        assert f"/y/{youth}/needs" in first
        mine = page.text(f"/y/{youth}/needs")
        assert "Belonging, family feeling" in mine
        assert "Fridays" in mine
        assert "Robin" not in mine
        assert "Find somebody" not in mine
    with youth_browser(youth) as page:
        assert page.send(answer, page="/n/10", see="no").status_code == 303
        assert "You said no." in page.text("/n/10")
    with team_browser(cast["ADV"]) as page:
        assert page.get(f"/y/{youth}/needs").status_code == 404


def test_what_was_typed_is_not_lost_when_something_is_missing(cast):
    youth = young_person(cast)
    need = named_by(youth)
    with youth_browser(youth) as page:
        sent = page.send("/n/10/a", gets_now="At the library")
        assert sent.status_code == 422
        assert "At the library" in sent.content.decode()
        other = page.send("/n/10/a", code="other")
        assert "Write what you call it." in other.content.decode()
    with team_browser(cast["SW"]) as page:
        one = f"/y/{youth}/needs/{need}"
        sent = page.send(f"{one}/give", page=one, often="Sundays", due_on="soon")
        assert sent.status_code == 422
        shown = sent.content.decode()
        assert "Sundays" in shown
        assert "Please pick somebody" in shown


def test_the_worker_names_a_need_writes_answers_and_notes_and_takes_it_off(cast):
    youth = young_person(cast)
    with team_browser(cast["SW"]) as page:
        assert "Nothing on the map yet" in page.text(f"/y/{youth}/needs")
        assert page.send(f"/y/{youth}/needs/new", code="").status_code == 422
        one = page.send(f"/y/{youth}/needs/new", code="other", words="A drum", matters="2").headers["Location"]
        assert "A drum" in page.text(one)
        assert page.send(f"{one}/answer", page=one, gets_now="At school", verdict="works").status_code == 303
        assert page.send(f"{one}/note", before="some", words="Evenings with music").status_code == 303
        assert "At school" in page.text(one)
        assert "Evenings with music" in page.text(f"{one}/note")
        assert "written down beside them" in page.text(f"/y/{youth}/needs")
        assert page.send(f"{one}/off", page=one).status_code == 303
        assert page.get(one).status_code == 404
        assert "A drum" not in page.text(f"/y/{youth}/needs")


def test_the_note_of_the_staff_stands_on_no_page_of_the_young_person(cast):
    youth = young_person(cast)
    need = named_by(youth)
    with team_browser(cast["SW"]) as page:
        one = f"/y/{youth}/needs/{need}"
        page.send(f"{one}/note", before="mostly", words="Our own thoughts on this")
    with youth_browser(youth) as page:
        assert "Our own thoughts" not in page.text("/n/10") + page.text(f"/n/10/{need}")


def test_their_own_no_said_beside_the_worker_is_kept(cast):
    youth = young_person(cast, "CG")
    need = named_by(youth)
    give(cast, youth, need, "CG")
    with team_browser(cast["SW"]) as page:
        one = f"/y/{youth}/needs/{need}"
        assert "does not see it yet" in page.text(one)
        page.send(f"{one}/yes", page=one, may_see="no")
        assert "They said no" in page.text(one)
        page.send(f"{one}/yes", page=one, may_see="yes")
        assert "They said yes" in page.text(one)


@pytest.mark.parametrize("role", ["ADV", "CG", "SUP"])
def test_nobody_but_the_worker_has_the_forms(cast, role):
    youth = young_person(cast, *({role} - {"SUP"}))
    need = named_by(youth)
    give(cast, youth, need, "CG" if role == "CG" else "SW" if role == "SUP" else "ADV")
    if role != "SUP":
        say(youth, need, may_see=True)
    with team_browser(cast[role]) as page:
        assert "Belonging" in page.text(f"/y/{youth}/needs")
        shown = page.get(f"/y/{youth}/needs/{need}")
        assert shown.status_code == 404 or "Save who meets it" not in shown.content.decode()


def test_quinn_finds_no_door(cast):
    youth = young_person(cast)
    need = named_by(youth)
    with team_browser(cast.quinn) as page:
        for address in ("needs", "needs/new", f"needs/{need}", "good-word"):
            assert page.get(f"/y/{youth}/{address}").status_code == 404


def test_an_unknown_need_is_not_there(cast):
    with youth_browser(young_person(cast)) as page:
        assert page.get(f"/n/10/{cast.maya}").status_code == 404


@pytest.mark.parametrize("accept", ["en", "es"])
def test_every_page_of_the_map_passes_the_lints_and_costs_little(cast, accept):
    youth = young_person(cast, "CG")
    need, given = named_by(youth, now="At home"), named_by(youth, code="N03", verdict="works")
    give(cast, youth, given, "CG", often="Mondays", next_step="Ask", barrier="B03")
    say(youth, given, may_see=True)
    with youth_browser(youth, accept=accept) as page:
        for address in ("/n/10", "/n/10/a", f"/n/10/{need}"):
            with statements() as said:
                html = looked_at(page.text(address), house="youth", address=address, simple=accept == "en")
            assert len(said) <= 12, (address, said)
            assert not LABELS.search(html)
            assert len(html.encode()) < 20_000
    for role in ("SW", "CG"):
        with team_browser(cast[role]) as page:
            for address in ("/", f"/y/{youth}/needs"):
                with statements() as said:
                    looked_at(page.text(address), house="team", address=address)
                assert len(said) <= 12, (address, len(said), [one[:110] for one in said])
    with team_browser(cast["SW"]) as page:
        for address in (f"/y/{youth}/needs/{need}", f"/y/{youth}/needs/{given}", f"/y/{youth}/needs/{need}/note"):
            with statements() as said:
                looked_at(page.text(address), house="team", address=address)
            assert len(said) <= 12, (address, len(said), said)
