"""A form that comes just after the door closed is kept, sealed, for its writer alone."""

from __future__ import annotations

import re

import pytest

from porchlight.policy.session import hash_of
from porchlight.project.houses import this_house
from tests.support.client import ONCE, team_browser, youth_browser
from tests.support.connections import as_owner

WORDS = "A long sentence about the river that nobody else may read."


def close_the_door(page, table: str) -> None:
    """Let the session of this browser stand idle for twenty minutes, and no other."""
    cookie = page.client.cookies[this_house().cookie].value
    with as_owner() as owner:
        owner.execute(
            f"UPDATE {table} SET seen_at = seen_at - interval '20 minutes' WHERE hash = %s", [hash_of(cookie)]
        )


def test_a_worker_who_was_idle_finds_their_text_after_signing_in_again(cast):
    address = f"/y/{cast.maya}/plan/write/safe"
    with team_browser(cast["SW"]) as page:
        once = ONCE.search(page.text(address)).group(1)
        close_the_door(page, "teams_session")
        sent = page.client.post(address, {"once": once, "words": WORDS, "whose": "theirs"})
        assert sent.headers["Location"] == "/sign-in/?was=idle"
    with as_owner() as owner:
        rows = owner.execute("SELECT owner, path, sealed FROM policy_draft WHERE path = %s", [address]).fetchall()
        assert [row[0] for row in rows] == [cast["SW"].person]
        assert WORDS.encode() not in bytes(rows[0][2])
    with team_browser(cast["SUP"]) as page:
        assert page.get("/kept").headers["Location"] == "/"
    with team_browser(cast["SW"]) as page:
        kept = page.text("/kept")
        assert WORDS in kept
        assert f'action="{address}"' in kept
        assert "Maya" in kept
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
        assert page.send(address, page="/kept", words="", whose="theirs", draft=draft).status_code == 422
        assert WORDS in page.text("/kept"), "what was not taken is still kept"
        assert page.send(address, page="/kept", words=WORDS, whose="theirs", draft=draft).status_code == 303
        assert page.get("/kept").headers["Location"] == "/"


def test_what_is_let_go_is_gone_and_only_its_writer_can_take_it_away(cast):
    address = f"/y/{cast.maya}/plan/write/safe"
    with team_browser(cast["SW"]) as page:
        once = ONCE.search(page.text(address)).group(1)
        close_the_door(page, "teams_session")
        page.client.post(address, {"once": once, "words": WORDS, "whose": "theirs"})
    with team_browser(cast["SW"]) as page:
        draft = re.search(r'name="draft" value="([^"]+)"', page.text("/kept")).group(1)
    with team_browser(cast["CG"]) as other:
        there = f"/y/{cast.maya}/good-word"
        sent = other.send(f"{there}/send", page=there, do="send", words="Hello", draft=draft)
        assert sent.status_code == 303
    with team_browser(cast["SW"]) as page:
        assert WORDS in page.text("/kept")
        assert page.send(address, page="/kept", words=WORDS, whose="theirs", draft="not-one").status_code == 303
        assert WORDS in page.text("/kept")
        assert page.send("/kept", draft=draft).status_code == 303
        assert page.get("/kept").headers["Location"] == "/"


def test_a_young_person_finds_theirs_after_coming_in_again(cast):
    with youth_browser(cast.dee) as page:
        once = ONCE.search(page.text("/n/4/stay")).group(1)
        close_the_door(page, "ownspace_session")
        sent = page.client.post("/n/4/stay", {"once": once, "words": WORDS})
        assert sent.headers["Location"] == "/?was=idle"
        assert "closed after a quiet while" in page.text("/?was=idle")
    with youth_browser(cast.maya) as page:
        assert page.get("/n/19").headers["Location"] == "/"
    with youth_browser(cast.dee) as page:
        assert WORDS in page.text("/n/19")


def test_a_repeat_answers_the_first_result_and_another_form_of_the_same_page_is_not_mistaken_for_it(cast):
    with youth_browser(cast.dee) as page:
        once = ONCE.search(page.text("/n/4/signs")).group(1)
        first = page.client.post("/n/4/signs", {"once": once, "words": "When the bus is late"})
        again = page.client.post("/n/4/signs", {"once": once, "words": "When the bus is late"})
        other = page.client.post("/n/4/stay", {"once": once, "words": "A walk to the corner"})
        assert {answer.headers["Location"] for answer in (first, again, other)} == {"/n/4"}
        assert "A walk to the corner" in page.text("/n/4")
    with as_owner() as owner, owner.transaction():
        owner.execute("SET LOCAL pl.migration_window = 'open'")
        written = owner.execute("SELECT key FROM safety_writing WHERE youth_id = %s", [cast.dee]).fetchall()
    assert [key for (key,) in written].count("signs") == 1


@pytest.mark.parametrize("at", ["", "/", "/x", "/y/1/plan", "//elsewhere.example/n/4", "https://elsewhere.example/n/4"])
def test_leaving_keeps_what_was_typed_only_for_a_form_of_this_house(cast, at):
    with youth_browser(cast.maya) as page:
        assert page.client.post("/x", {"words": WORDS, "at": at}).status_code == 303
    with youth_browser(cast.maya) as page:
        assert page.get("/n/19").headers["Location"] == "/"


def test_what_was_being_typed_when_leaving_is_kept_without_the_forms_key_and_the_session_ends(cast):
    with youth_browser(cast.maya) as page:
        once = ONCE.search(page.text("/n/4/stay")).group(1)
        assert page.client.post("/x", {"once": once, "words": WORDS, "at": "/n/4/stay?l=es"}).status_code == 303
        assert WORDS not in page.text("/")
        assert page.get("/n/19").headers["Location"] == "/"
    with youth_browser(cast.maya) as page:
        kept = page.text("/n/19")
        assert WORDS in kept
        assert 'action="/n/4/stay"' in kept
        assert once not in kept
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
        assert page.send("/n/19", draft=draft).status_code == 303


def test_leaving_without_having_come_in_keeps_nothing(cast):
    with youth_browser() as page:
        assert page.client.post("/x", {"words": WORDS, "at": "/n/1"}).status_code == 303
    with as_owner() as owner:
        assert owner.execute("SELECT count(*) FROM policy_draft WHERE path = '/n/1'").fetchone() == (0,)
