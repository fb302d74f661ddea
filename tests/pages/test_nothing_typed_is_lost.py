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
from tests.messaging.household import make_household
from tests.support.client import ONCE, team_browser, youth_browser
from tests.support.connections import as_owner

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
WORDS = "A long sentence about the river that nobody else may read."


@pytest.fixture
def house(cast):
    return make_household(cast)


def draft_for(address: str, kept: str) -> str:
    """The kept form that goes to this address; others of the same person may wait beside it."""
    return re.search(rf'action="{address}".*?name="draft" value="([^"]+)"', kept, re.DOTALL).group(1)


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
        assert f'action="{address}"' not in page.text("/kept")
    with team_browser(cast["SW"]) as page:
        kept = page.text("/kept")
        assert WORDS in kept
        assert f'action="{address}"' in kept
        assert "Maya" in kept
        draft = draft_for(address, kept)
        assert page.send(address, page="/kept", words="", whose="theirs", draft=draft).status_code == 422
        assert WORDS in page.text("/kept"), "what was not taken is still kept"
        assert page.send(address, page="/kept", words=WORDS, whose="theirs", draft=draft).status_code == 303
        assert f'action="{address}"' not in page.text("/kept")


def test_what_is_let_go_is_gone_and_only_its_writer_can_take_it_away(cast):
    address = f"/y/{cast.maya}/plan/write/safe"
    with team_browser(cast["SW"]) as page:
        once = ONCE.search(page.text(address)).group(1)
        close_the_door(page, "teams_session")
        page.client.post(address, {"once": once, "words": WORDS, "whose": "theirs"})
    with team_browser(cast["SW"]) as page:
        draft = draft_for(address, page.text("/kept"))
    with team_browser(cast["CG"]) as other:
        there = f"/y/{cast.maya}/good-word"
        sent = other.send(f"{there}/send", page=there, do="send", words="Hello", draft=draft)
        assert sent.status_code == 303
    with team_browser(cast["SW"]) as page:
        assert WORDS in page.text("/kept")
        assert page.send(address, page="/kept", words=WORDS, whose="theirs", draft="not-one").status_code == 303
        assert WORDS in page.text("/kept")
        assert page.send("/kept", draft=draft).status_code == 303
        assert f'action="{address}"' not in page.text("/kept")


def test_a_young_person_finds_theirs_after_coming_in_again_and_once_sent_it_is_not_offered_any_more(cast, house):
    readers = [str(house.worker.seat), str(cast["ADV"].seat)]
    with youth_browser(house.youth) as page:
        once = ONCE.search(page.text("/n/4/3")).group(1)
        close_the_door(page, "ownspace_session")
        sent = page.client.post("/n/4/3", {"once": once, "words": WORDS, "seats": readers})
        assert sent.headers["Location"] == "/?w=2"
        assert "did not go out, and it is kept" in page.text("/?w=2")
    with youth_browser(cast.maya) as page:
        assert page.get("/n/19").headers["Location"] == "/"
    with youth_browser(house.youth) as page:
        kept = page.text("/n/19")
        assert WORDS in kept
        assert all(f'name="seats" value="{seat}"' in kept for seat in readers)
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
        again = page.send("/n/4/3", page="/n/19", draft=draft, words=WORDS + " And more.", seats=readers)
        assert again.headers["Location"] == "/n/4"
        plan = page.text("/n/4")
        assert WORDS + " And more." in plan
        assert "you, Wren, Adv Person" in plan or "you, Adv Person, Wren" in plan
        assert page.get("/n/19").headers["Location"] == "/"


def test_one_short_word_is_shown_again_too_and_can_be_let_go(cast, house):
    with youth_browser(house.youth) as page:
        once = ONCE.search(page.text("/n/4/7")).group(1)
        close_the_door(page, "ownspace_session")
        page.client.post("/n/4/7", {"once": once, "words": "Bus"})
    with youth_browser(house.youth) as page:
        kept = page.text("/n/19")
        assert re.search(r"<textarea[^>]*>\s*Bus</textarea>", kept)
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
        assert page.send("/n/19", draft=draft).headers["Location"] == "/n/19"
        assert page.get("/n/19").headers["Location"] == "/"


def test_a_page_left_open_says_what_happened_and_a_tap_after_closing_is_never_taken_for_sent(cast):
    with youth_browser(cast.dee) as page:
        once = ONCE.search(page.text("/n/3")).group(1)
        close_the_door(page, "ownspace_session")
        assert page.get("/n/4").headers["Location"] == "/?w=1"
        assert "closed after a quiet while" in page.text("/?w=1")
        assert page.client.post("/n/3", {"once": once}).headers["Location"] == "/?w=3"
        assert "What you tapped did not go out." in page.text("/?w=3")


def test_when_a_form_does_not_work_the_page_says_what_happened_and_shows_every_word_again(cast):
    readers = [str(cast["SW"].seat), str(cast["ADV"].seat)]
    with youth_browser(cast.dee) as page:
        page.get("/n/4/9")
        old = page.client.post("/n/4/9", {"once": "old.key", "words": WORDS, "seats": readers})
        assert old.status_code == 422
        html = old.content.decode()
        assert "This page was open for too long" in html
        assert "Nothing you wrote is lost" in html
        assert WORDS in html
        assert all(f'name="seats" value="{seat}"' in html for seat in readers)
        fresh = ONCE.search(html[html.index("<main") :]).group(1)
        again = page.client.post("/n/4/9", {"once": fresh, "words": WORDS, "seats": readers})
        assert again.headers["Location"] == "/n/4"
        assert WORDS in page.text("/n/4")


def test_a_worker_gets_every_value_of_a_name_back(cast):
    with team_browser(cast["SW"]) as page:
        lists = {"once": "old.key", "words": WORDS, "seats": ["one seat", "another seat"]}
        html = page.client.post(f"/y/{cast.maya}/plan/write/safe", lists).content.decode()
        assert "one seat" in html
        assert "another seat" in html


@pytest.mark.parametrize("who", [None, "dee"])
def test_what_was_typed_at_the_way_in_is_never_shown_again(cast, who):
    with youth_browser(getattr(cast, who) if who else None) as page:
        page.get("/n/1")
        answer = page.client.post("/n/1", {"once": "old.key", "words": "lamp river candle stone bread"})
        assert answer.status_code == 422
        assert "candle" not in answer.content.decode()


def test_a_repeat_answers_the_first_result_and_another_form_of_the_same_page_is_not_mistaken_for_it(cast):
    with youth_browser(cast.dee) as page:
        once = ONCE.search(page.text("/n/4/2")).group(1)
        first = page.client.post("/n/4/2", {"once": once, "words": "When the bus is late"})
        again = page.client.post("/n/4/2", {"once": once, "words": "When the bus is late"})
        other = page.client.post("/n/4/3", {"once": once, "words": "A walk to the corner"})
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
        else ("/n/4/3", youth_browser(cast.dee))
    )
    with browser as page:
        form = {"once": ONCE.search(page.text(address)).group(1), "words": mark, "whose": "theirs"}
        answer = lose_the_answer(page, monkeypatch, address, form, saved=saved)
        assert answer.status_code == 500
        shown = answer.content.decode()
        assert f'action="{address}"' in shown
        assert f">{mark}</" in shown
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


@pytest.mark.parametrize("at", ["", "/", "/x", "/y/1/plan", "//elsewhere.example/n/4", "https://elsewhere.example/n/4"])
def test_leaving_keeps_what_was_typed_only_for_a_form_of_this_house(cast, at):
    with youth_browser(cast.maya) as page:
        assert page.client.post("/x", {"words": WORDS, "at": at}).status_code == 303
    with youth_browser(cast.maya) as page:
        assert page.get("/n/19").headers["Location"] == "/"


def test_what_was_being_typed_when_leaving_is_kept_without_the_forms_key_and_the_session_ends(cast):
    with youth_browser(cast.maya) as page:
        once = ONCE.search(page.text("/n/4/3")).group(1)
        assert page.client.post("/x", {"once": once, "words": WORDS, "at": "/n/4/3?l=es"}).status_code == 303
        assert WORDS not in page.text("/")
        assert page.get("/n/19").headers["Location"] == "/"
    with youth_browser(cast.maya) as page:
        kept = page.text("/n/19")
        assert WORDS in kept
        assert 'action="/n/4/3"' in kept
        assert once not in kept
        draft = re.search(r'name="draft" value="([^"]+)"', kept).group(1)
        assert page.send("/n/19", draft=draft).status_code == 303


def test_leaving_without_having_come_in_keeps_nothing(cast):
    with youth_browser() as page:
        assert page.client.post("/x", {"words": WORDS, "at": "/n/1"}).status_code == 303
    with as_owner() as owner:
        assert owner.execute("SELECT count(*) FROM policy_draft WHERE path = '/n/1'").fetchone() == (0,)
