"""J4: a social worker on Monday. Who is away since the last contact, what nobody meets, a note kept, a true word."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from porchlight.kernel import clock
from porchlight.progress.words import FACTS
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.monday import make_monday
from tests.journeys.people import closes_after_a_while, comes_in, five_words, types_in
from tests.recognition.making import said
from tests.support.cast import PASSWORD
from tests.support.connections import as_admin

pytestmark = pytest.mark.browser
SCORES = re.compile(
    r"\brisk|\bscor(e|ing)|\brating\b|\bpredict|\bprobab|\blikel(y|ihood)\b|\blevel \d|%", re.IGNORECASE
)
FEWER, OWN = FACTS["fewer_leavings"].plain["en"], "I saw you try the longer way home."
NUMBERS = "Times you left this week: 3. Last week: 5."
NOTE = "Fridays with the drum group gave belonging."


@pytest.fixture
def monday(cast):
    return make_monday(cast)


@pytest.fixture
def elm(visit, houses, monday):
    """The worker's window, and a way to go about a young person."""
    page = visit(width=1280)
    comes_in(page, houses.team, monday.worker)
    return page


def in_the_audit(monday, since, *, by) -> set[tuple[str, str]]:
    """Verb and category of what was kept about Robin by that seat or young person since then."""
    with as_admin() as admin:
        rows = admin.execute(
            "SELECT event::jsonb ->> 'verb', coalesce(event::jsonb ->> 'category', '') FROM audit_leaf"
            " WHERE %s = ANY (youths) AND at >= %s AND event::jsonb ->> 'by' = %s",
            [monday.robin, since, str(by)],
        ).fetchall()
    return set(rows)


def test_monday_says_time_since_contact_what_is_due_and_what_nobody_meets(elm, houses, monday):
    elm.goto(f"{houses.team}/")
    said = look_every_way(elm)
    away = elm.locator("ul[aria-label=Away] li")
    assert away.count() == 1
    assert "Kai" in away.inner_text()
    assert "Last contact 2 h 0 min ago" in away.inner_text()
    assert "30 h" not in said
    assert "1 day" not in said
    assert elm.locator("ul[aria-label=Duties] li", has_text="Kai").count() > 0
    assert re.search(r"due in|late by", elm.locator("ul[aria-label=Duties]").inner_text())
    nobody = elm.locator("ul[aria-label='Needs without anyone'] li")
    assert "Belonging, family feeling" in nobody.first.inner_text()
    assert "Robin" in nobody.first.inner_text()
    assert not SCORES.search(said)
    only_ours(elm, houses.team)


def test_belonging_goes_to_the_advocate_with_a_date_and_opens_when_the_young_person_says_yes(
    visit, elm, houses, monday
):
    day = clock.county_time(clock.now()).date() + timedelta(days=5)
    began = clock.wall()
    elm.goto(f"{houses.team}/y/{monday.robin}/needs")
    said = look_every_way(elm)
    for title in ("Belonging, family feeling", "Money"):
        card = elm.locator("section.card", has_text=title)
        assert "Nobody meets this yet" in card.inner_text()
    elm.locator(f"main a[href='/y/{monday.robin}/needs/{monday.belonging}']").click()
    said += look_every_way(elm)
    elm.select_option("select[name=seat]", str(monday.advocate.seat))
    elm.locator("input[name=due_on]").fill(day.isoformat())
    elm.get_by_role("button", name="Save who meets it").click()
    elm.wait_for_url(f"{houses.team}/y/{monday.robin}/needs")
    said += look_every_way(elm)
    card = elm.locator("section.card", has_text="Belonging, family feeling").inner_text()
    assert monday.advocate.name in card
    assert f"{day:%b} {day.day}" in card

    advocate = visit(width=1280)
    comes_in(advocate, houses.team, monday.advocate)
    assert advocate.goto(f"{houses.team}/y/{monday.robin}/needs").status == 404
    page = visit(scripts=False)
    types_in(page, houses.youth, five_words(monday.robin))
    page.goto(f"{houses.youth}/n/10")
    assert f"May {monday.advocate.name} see this line?" in page.inner_text("main")
    page.locator("form[action$='/y'] button[value=yes]").click()
    assert f"{monday.advocate.name} can see this line." in page.inner_text("main")
    advocate.goto(f"{houses.team}/y/{monday.robin}/needs")
    said += look_every_way(advocate)
    assert "Belonging, family feeling" in advocate.inner_text("main")
    assert "Money" not in advocate.inner_text("main")
    assert not SCORES.search(said)
    kept = in_the_audit(monday, began, by=monday.worker.seat)
    assert {("read", "K09"), ("write", "K09")} <= kept
    assert ("read", "K09") in in_the_audit(monday, began, by=monday.advocate.seat)


def test_a_note_that_the_idle_lock_met_is_there_on_the_right_young_person_after_coming_in_again(elm, houses, monday):
    elm.goto(f"{houses.team}/y/{monday.robin}/needs/{monday.money}/note")
    look_every_way(elm)
    elm.locator("textarea[name=words]").fill(NOTE)
    closes_after_a_while(elm, "team")
    elm.get_by_role("button", name="Save our note").click()
    elm.wait_for_url(f"{houses.team}/sign-in/?was=idle")
    assert "What you typed is kept" in elm.inner_text("main")
    assert NOTE not in elm.content()
    look_every_way(elm)
    elm.locator("input[name=email]").fill(monday.worker.email)
    elm.locator("input[name=password]").fill(PASSWORD)
    elm.locator("main form button").first.click()
    elm.wait_for_url(f"{houses.team}/kept")
    said = look_every_way(elm)
    assert "Robin" in said
    assert "Kai" not in said
    assert elm.locator("textarea[name=words]").input_value() == NOTE
    elm.get_by_role("button", name="Send it again").click()
    elm.wait_for_url(f"{houses.team}/y/{monday.robin}/needs/{monday.money}")
    elm.goto(f"{houses.team}/y/{monday.robin}/needs/{monday.money}/note")
    assert elm.locator("textarea[name=words]").input_value() == NOTE
    elm.goto(f"{houses.team}/kept")
    assert elm.url == f"{houses.team}/", "what was sent again is not offered once more"


def test_a_better_week_is_said_only_as_it_was_approved_and_as_she_wants_to_hear_it(visit, elm, houses, monday):
    began = clock.wall()
    elm.goto(f"{houses.team}/y/{monday.robin}/")
    said = look_every_way(elm)
    elm.get_by_role("link", name="Say it").click()
    said += look_every_way(elm)
    choice = elm.locator("label", has_text=NUMBERS).inner_text()
    assert "Enough of both weeks was written down" in choice, "the worker reads why it may be said"
    elm.locator("input[name=fact][value=fewer_leavings]").check()
    elm.locator("textarea[name=words]").fill(OWN)
    elm.get_by_role("button", name="See what they will read").click()
    said += look_every_way(elm)
    assert "Nothing is sent yet." in elm.inner_text("main")
    assert [quote.inner_text() for quote in elm.locator("blockquote").all()] == [FEWER, OWN, NUMBERS]

    page = visit(scripts=False)
    types_in(page, houses.youth, five_words(monday.robin))
    page.goto(f"{houses.youth}/n/11")
    assert OWN not in page.inner_text("main")
    elm.get_by_role("button", name="Send it").click()
    elm.wait_for_url(f"{houses.team}/y/{monday.robin}/good-word")
    assert "What you sent" in elm.inner_text("main")

    page.reload()
    read = page.inner_text("main")
    assert FEWER in read
    assert OWN in read
    assert monday.worker.name in read
    assert NUMBERS not in read
    page.locator("input[name=numbers][value=yes]").check()
    page.get_by_role("button", name="Keep it").click()
    assert NUMBERS in page.inner_text("main")
    said += page.inner_text("body")
    page.locator("input[name=quiet][value=yes]").check()
    page.get_by_role("button", name="Keep it").click()
    assert "You asked for quiet." in page.inner_text("main")
    assert OWN not in page.inner_text("main")
    assert not SCORES.search(said)
    kept = in_the_audit(monday, began, by=monday.worker.seat)
    assert {("read", "K29"), ("write", "K10")} <= kept
    assert ("read", "K10") in in_the_audit(monday, began, by=monday.robin)
    only_ours(page, houses.youth)


def test_the_page_with_the_kind_word_is_open_to_everybody_in_both_languages(visit, houses, monday):
    from tests.needs.making import as_seat

    with as_seat(monday.worker) as sw:
        from porchlight.progress import api as progress

        progress.send_fact(monday.robin, said=said("fewer_leavings", {"now": 3, "before": 5}), by=sw)
    for lang in ("en", "es"):
        page = visit(lang=lang)
        types_in(page, houses.youth, five_words(monday.robin))
        for place in ("n/10", "n/11"):
            page.goto(f"{houses.youth}/{place}")
            look_every_way(page, youth=True)


def test_the_keyboard_is_enough_from_the_list_to_the_word_that_is_sent(elm, houses, monday):
    elm.goto(f"{houses.team}/")
    press(elm, f"a.row-title[href='/y/{monday.robin}/needs/{monday.money}']")
    pick(elm, "select[name=seat]", str(monday.advocate.seat))
    type_into(elm, "input[name=often]", "Mondays")
    press(elm, "form[action$='/give'] button")
    assert "Mondays" in elm.inner_text("main")
    press(elm, "a[href$='/good-word']")
    pick(elm, "input[name=fact]", "")
    type_into(elm, "textarea[name=words]", "You kept the time we said.")
    press(elm, "form[action$='/good-word'] button")
    press(elm, "button[name=do][value=send]")
    assert "You kept the time we said." in elm.inner_text("main")
    tab_to(elm, "a[href='/harm-reduction']")
    look(elm)
