"""A form that comes just after the door closed is kept, sealed, for its writer alone."""

from __future__ import annotations

import html
import re
from uuid import uuid4

import pytest
from django.db import OperationalError

from porchlight.policy.session import hash_of
from porchlight.project import watchman
from porchlight.project.houses import this_house
from tests.support.client import ONCE, team_browser, youth_browser
from tests.support.connections import as_owner

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
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
        assert page.send(address, page="/kept", words=WORDS, whose="theirs").status_code == 303
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
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


@pytest.mark.parametrize("saved", [True, False], ids=["it was saved", "it was not"])
@pytest.mark.parametrize("house", ["team", "youth"])
def test_when_the_answer_was_lost_the_same_form_can_be_sent_again_and_counts_once(cast, monkeypatch, house, saved):
    mark = f"The long way round by the library {uuid4()}"
    address, browser = (
        (f"/y/{cast.maya}/plan/write/safe", team_browser(cast["SW"]))
        if house == "team"
        else ("/n/4/stay", youth_browser(cast.dee))
    )
    with browser as page:
        form = {"once": ONCE.search(page.text(address)).group(1), "words": mark, "whose": "theirs"}
        answer = lose_the_answer(page, monkeypatch, address, form, saved=saved)
        assert answer.status_code == 500
        shown = answer.content.decode()
        assert f'action="{address}"' in shown
        assert f"<p>{mark}</p>" in shown
        again = {field: html.unescape(value) for field, value in HIDDEN.findall(shown.partition("<main")[2])}
        assert again == form
        assert page.client.post(address, again).status_code == 303
    assert count_of(mark, cast) == 1


def test_what_was_typed_to_come_in_is_never_shown_again(cast, monkeypatch):
    with youth_browser() as page:
        form = {"once": ONCE.search(page.text("/n/1")).group(1), "words": "five words that nobody may see"}
        answer = lose_the_answer(page, monkeypatch, "/n/1", form, saved=False)
        assert answer.status_code == 500
        assert "five words" not in answer.content.decode()


def lose_the_answer(page, monkeypatch, address: str, form: dict[str, str], *, saved: bool):
    """Send the form while the database goes away, just after it has saved or just before."""
    inside = watchman._inside

    def lost(*asked):
        if saved:
            inside(*asked)
        raise OperationalError("the connection is lost")

    page.client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(watchman, "_inside", lost)
        return page.client.post(address, form)


def count_of(mark: str, cast) -> int:
    """How many times these words are kept, in plans of the two young people."""
    from porchlight.project.stage import acting, in_house
    from porchlight.safety.models import Words

    found = 0
    with in_house("youth"):
        for youth in (cast.maya, cast.dee):
            with acting(youth, youth=True) as visit:
                key = visit.key(youth)
                rows = Words.objects.filter(youth_id=youth)
                found += [key.open(row.words, place="safety_words.words", row=row.id) for row in rows].count(mark)
    return found
