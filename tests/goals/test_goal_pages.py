"""Goals, feelings and promises walked through in both houses by their own pages."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from porchlight.kernel import clock
from tests.goals.making import RUNGS, a_goal, a_promise, at_noon_of, outcome, show
from tests.lints.visible import visible_blocks
from tests.needs.making import as_youth, young_person
from tests.pages.looking import looked_at, statements
from tests.support.client import team_browser, youth_browser

NUMBERED = re.compile(r"[-\u2212+]\s?[0-2]\b|\b[0-9]+\b|\bT[- ]?score|\bscore|\bpoints?\b|%", re.IGNORECASE)
DATES = re.compile(r"\b(?:\d{1,2} [a-z]{3}|[A-Z][a-z]{2} \d{1,2})\b")


def today():
    return clock.county_time(clock.now()).date()


def the_goal(page) -> str:
    return re.search(r"/n/25/[0-9a-f-]{36}", page.text("/n/25")).group(0)


def test_a_young_person_writes_a_goal_names_its_steps_and_moves_it_by_one_tap(cast):
    youth = young_person(cast)
    with youth_browser(youth) as page:
        assert "No goal here yet" in page.text("/n/25")
        sent = page.send("/n/25/a", words="Mornings that are mine", place="1")
        steps = sent.headers["Location"]
        assert re.fullmatch(r"/n/25/[0-9a-f-]{36}/s", steps)
        fields = {f"rung{number}": words for number, words in enumerate(RUNGS)}
        assert page.send(steps, **fields).headers["Location"] == "/n/25"
        shown = page.text("/n/25")
        assert all(words in shown for words in RUNGS)
        assert page.send(f"{the_goal(page)}/m", page="/n/25", do="up").status_code == 303
        assert re.search(r"What I hope for.*?I am here.*?On the way there", page.text("/n/25"), re.DOTALL)
        assert page.send(f"{the_goal(page)}/m", page="/n/25", do="down").status_code == 303
        assert re.search(r"On the way there.*?I am here.*?hard day", page.text("/n/25"), re.DOTALL)


def test_where_i_am_can_be_picked_later(cast):
    youth = young_person(cast)
    a_goal(youth, place=None)
    with youth_browser(youth) as page:
        shown = page.text("/n/25")
        assert "Where am I now?" in shown
        assert "One step up" not in shown
        page.send(f"{the_goal(page)}/m", page="/n/25", place="4")
        shown = page.text("/n/25")
        assert "One step down" in shown
        assert "One step up" not in shown


def test_what_was_typed_is_not_lost_when_the_goal_is_missing(cast):
    with youth_browser(young_person(cast)) as page:
        sent = page.send("/n/25/a", words="", place="2")
        assert sent.status_code == 422
        assert "Write your goal" in sent.content.decode()
        assert re.search(r'value="2"[^>]* checked', sent.content.decode())
    youth = young_person(cast)
    a_goal(youth)
    with youth_browser(youth) as page:
        long = "so " * 100
        sent = page.send(f"{the_goal(page)}/s", rung0=long, rung1="Kept as typed")
        assert sent.status_code == 422
        assert "Kept as typed" in sent.content.decode()


def test_it_rests_goes_on_and_is_written_anew_without_a_word_of_blame(cast):
    youth = young_person(cast)
    a_goal(youth)
    with youth_browser(youth) as page:
        one = the_goal(page)
        page.send(f"{one}/r", page=one, do="rest")
        assert "This goal rests." in page.text(one)
        assert [page.get(f"{one}{ending}").headers["Location"] for ending in ("/s", "/w", "/a")] == [one] * 3
        page.send(f"{one}/r", page=one, do="go_on")
        new = page.send(f"{one}/a", words="Slow mornings", place="2").headers["Location"]
        assert page.get(new).status_code == 200
        assert "You wrote this goal anew." in page.text(one)
        shown = page.text("/n/25")
        assert "Slow mornings" in shown
        assert "How I put it before" in shown
        assert not re.search(r"\bfail|\bended\b|gave up|\bagain\b|\bstill\b", " ".join(visible_blocks(shown)))


def test_shown_to_a_caregiver_they_read_it_in_words_and_lose_it_when_it_is_taken_back(cast):
    youth = young_person(cast, "CG", "SUP", name="Robin")
    a_goal(youth)
    with team_browser(cast["CG"]) as page:
        assert page.get(f"/y/{youth}/goals").status_code == 200
        assert "Mornings that are mine" not in page.text(f"/y/{youth}/goals") + page.text(f"/y/{youth}/")
    with youth_browser(youth) as page:
        one = the_goal(page)
        offered = page.text(f"{one}/w")
        assert cast["CG"].name in offered
        assert cast["SUP"].name not in offered
        page.send(f"{one}/w", seats=str(cast["CG"].seat))
        assert f"you, {cast['CG'].name}" in page.text("/n/25")
    with team_browser(cast["CG"]) as page:
        assert "Mornings that are mine" in page.text(f"/y/{youth}/")
        shown = page.text(f"/y/{youth}/goals")
        assert "I get up by noon" in shown
        assert re.search(r"On the way there.*?They say they are here", shown, re.DOTALL)
        assert "<form" not in shown.split("<main")[1]
    with team_browser(cast["SW"]) as page:
        assert "Mornings that are mine" not in page.text(f"/y/{youth}/") + page.text(f"/y/{youth}/goals")
    with youth_browser(youth) as page:
        page.send(f"{one}/w")
        assert "Who can see this: you<" in re.sub(r"\s+<", "<", page.text("/n/25"))
    with team_browser(cast["CG"]) as page:
        assert "Mornings that are mine" not in page.text(f"/y/{youth}/goals")


@pytest.mark.parametrize("place", range(5))
def test_no_number_of_a_rung_is_ever_printed_in_either_house(cast, place):
    youth = young_person(cast, name="Robin")
    goal = a_goal(youth, place=2)
    with as_youth(youth) as me:
        from porchlight.progress import api as progress

        progress.place_goal(youth, goal=goal, place=place, by=me)
    show(youth, goal, cast["SW"])
    shown = []
    for accept in ("en", "es"):
        with youth_browser(youth, accept=accept) as page:
            shown += [page.text(address) for address in ("/n/25", f"/n/25/{goal}", f"/n/25/{goal}/s")]
    with team_browser(cast["SW"]) as page:
        shown.append(page.text(f"/y/{youth}/goals"))
    for html in shown:
        said = " ".join(visible_blocks(re.search(r"<main.*</main>", html, re.DOTALL).group(0)))
        assert not NUMBERED.search(DATES.sub("", said)), said


def test_how_it_feels_is_picked_changed_and_seen_in_words(cast):
    youth = young_person(cast)
    with youth_browser(youth) as page:
        page.send("/n/26", safe="1", belong="3")
        page.send("/n/26", safe="2")
        shown = page.text("/n/26")
        picked = shown.split("What I picked")[1]
        assert "Sort of" in picked
        assert "Mostly" in picked
        assert "I have a say" not in picked
        assert "picking higher" not in shown


def test_higher_lately_is_said_and_lower_never(cast):
    from porchlight.progress import api as progress

    youth = young_person(cast)
    for number, safe in enumerate((0, 1, 0, 1, 3, 4, 3, 4)):
        with at_noon_of(today() - timedelta(weeks=7 - number)), as_youth(youth) as me:
            progress.say_how_it_feels(youth, picked={"safe": safe, "belong": 4 - safe}, by=me)
    with youth_browser(youth) as page:
        shown = page.text("/n/26")
        assert "picking higher for “I feel safe” lately" in shown
        assert shown.count("picking higher") == 1
        assert "lower" not in shown


def test_a_worker_writes_a_promise_moves_it_keeps_it_and_the_young_person_says_their_word(cast):
    youth = young_person(cast, "CG", name="Robin")
    first, then = today() + timedelta(days=2), today() + timedelta(days=9)
    with team_browser(cast["SW"]) as page:
        new = f"/y/{youth}/promises/new"
        missing = page.send(new, words="A bus pass", seat="")
        assert missing.status_code == 422
        assert "A bus pass" in missing.content.decode()
        page.send(new, seat=str(cast["CG"].seat), words="A bus pass", due_on=first.isoformat())
        assert "A bus pass" in page.text(f"/y/{youth}/")
        one = re.search(rf"/y/{youth}/promises/[0-9a-f-]{{36}}", page.text(f"/y/{youth}/promises")).group(0)
        for wrong in (
            {"what": ""},
            {"what": "moved", "on": then.isoformat()},
            {"what": "moved", "why": "x"},
            {"what": "moved", "on": (first - timedelta(days=9)).isoformat(), "why": "x"},
            {"what": "kept", "on": then.isoformat()},
            {"what": "not_kept"},
        ):
            assert page.send(one, **wrong).status_code == 422, wrong
        page.send(one, what="moved", on=then.isoformat(), why="The shop was shut")
    with youth_browser(youth) as page:
        shown = page.text("/n/27")
        assert "A bus pass" in shown
        assert "The shop was shut" in shown
        assert "Said before" in shown
        answer = re.search(r"/n/27/[0-9a-f-]+/h", shown).group(0)
        page.send(answer, page="/n/27", happened="no")
        assert "You say: it did not happen" in page.text("/n/27")
    with team_browser(cast["SW"]) as page:
        page.send(one, what="kept")
        listed = page.text(f"/y/{youth}/promises")
        assert "It did not happen" in listed
        assert "What Robin says" in listed
    with youth_browser(youth) as page:
        shown = page.text("/n/27")
        assert "We did it on" in shown
        assert "You say: it did not happen" in shown


def test_whoever_promised_reads_it_after_a_yes(cast):
    youth = young_person(cast, "CG")
    a_promise(cast, youth, role="CG", due_on=today())
    a_promise(cast, youth, role="SW", words="A call to school", due_on=today())
    with team_browser(cast["CG"]) as page:
        assert page.get(f"/y/{youth}/promises").status_code == 404
    with youth_browser(youth) as page:
        shown = page.text("/n/27")
        assert shown.count("see this line?") == 1
        page.send(re.search(r"/n/27/[0-9a-f-]+/y", shown).group(0), page="/n/27", see="yes")
        assert f"{cast['CG'].name} can see this line." in page.text("/n/27")
    with team_browser(cast["CG"]) as page:
        listed = page.text(f"/y/{youth}/promises")
        assert "A bus pass" in listed
        assert "A call to school" not in listed
        assert "Write down a promise" not in listed


def test_a_day_that_passed_without_a_word_says_so_to_both(cast):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=today() - timedelta(days=1))
    with youth_browser(youth) as page:
        assert "we have not said what came of it" in page.text("/n/27")
    with team_browser(cast["SW"]) as page:
        assert "We owe them a word" in page.text(f"/y/{youth}/promises")
    outcome(cast, youth, promise, "not_kept", why="We had no car")
    with youth_browser(youth) as page:
        shown = page.text("/n/27")
        assert "We did not do it" in shown
        assert "We had no car" in shown


def test_leadership_reads_counts_and_no_name(cast):
    youth = young_person(cast, name="Robin")
    a_promise(cast, youth, words="A very particular promise", due_on=today())
    with team_browser(cast["SUP"]) as page:
        shown = looked_at(page.text("/promises"), house="team", address="/promises")
        assert 'href="/promises"' in page.text("/")
        assert "Promises" in shown
        assert "particular" not in shown
        assert str(youth) not in shown
    with team_browser(cast["SW"]) as page:
        assert page.get("/promises").status_code == 404
        assert 'href="/promises"' not in page.text("/")


def test_quinn_and_unknown_numbers_find_no_door(cast):
    youth = young_person(cast)
    goal, promise = a_goal(youth), a_promise(cast, youth, due_on=today())
    with team_browser(cast.quinn) as page:
        for address in ("goals", "promises", "promises/new", f"promises/{promise}"):
            assert page.get(f"/y/{youth}/{address}").status_code == 404
    with youth_browser(young_person(cast)) as page:
        assert page.get(f"/n/25/{goal}").status_code == 404
        for ending in ("/s", "/w", "/a"):
            assert page.get(f"/n/25/{goal}{ending}").headers["Location"] == f"/n/25/{goal}"
    with team_browser(cast["SW"]) as page:
        assert page.get(f"/y/{youth}/promises/{goal}").status_code == 404


@pytest.mark.parametrize("accept", ["en", "es"])
def test_every_page_passes_the_lints_reads_easily_and_costs_little(cast, accept):
    youth = young_person(cast, "CG", "ADV", name="Wren")
    goal, resting = a_goal(youth), a_goal(youth, words="A quiet room")
    show(youth, goal, cast["SW"], cast["CG"])
    kept, moved = (a_promise(cast, youth, role=role, due_on=today()) for role in ("SW", "CG"))
    outcome(cast, youth, kept, "kept", on=today())
    outcome(cast, youth, moved, "moved", on=today() + timedelta(days=7), why="The shop was shut")
    with as_youth(youth) as me:
        from porchlight.progress import api as progress

        progress.let_goal_rest(youth, goal=resting, by=me)
        progress.say_how_it_feels(youth, picked={"safe": 3}, by=me)
        progress.show_promise(youth, promise=moved, to={cast["CG"].seat: "CG"}, by=me)
    mine = ["/", "/n/25", "/n/25/a", "/n/26", "/n/27"]
    mine += [f"/n/25/{goal}{ending}" for ending in ("", "/s", "/w", "/a")] + [f"/n/25/{resting}"]
    with youth_browser(youth, accept=accept) as page:
        for address in mine:
            with statements() as said:
                html = looked_at(page.text(address), house="youth", address=address, simple=accept == "en")
            assert len(said) <= 12, (address, said)
            assert len(html.encode()) < 20_000
    theirs = {"SW": ("", "goals", "promises", "promises/new", f"promises/{kept}"), "CG": ("", "goals", "promises")}
    for role, addresses in theirs.items():
        with team_browser(cast[role]) as page:
            for address in addresses:
                with statements() as said:
                    looked_at(page.text(f"/y/{youth}/{address}"), house="team", address=address)
                assert len(said) <= 12, (role, address, len(said), [one[:90] for one in said])
