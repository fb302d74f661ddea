"""By keyboard alone, on a phone: a committee meets, decides, sends and counts; coaching is read by two."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.steering import api as steering
from porchlight.kernel import clock
from tests.adoption.counties import make_county
from tests.adoption.guides import acknowledges, staff
from tests.journeys.keyboard import press, tab_to, type_into
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.people import comes_in
from tests.journeys.test_adoption_guidance import TITLE, picks, ticks, version_sent

pytestmark = pytest.mark.browser


def today():
    return clock.county_time(clock.now()).date()


def opens_part(page, words: str) -> None:
    """Open the closed part of the page with these words."""
    summary = page.locator("main details summary", has_text=words)
    summary.focus()
    page.keyboard.press("Enter")


def picks_one(page, name: str, value: str) -> None:
    """Choose in a list as somebody does who types its beginning."""
    tab_to(page, f"select[name={name}]")
    page.locator(f"select[name={name}]").select_option(value)


def begun(county, meeting) -> None:
    """The hour of the meeting has come: as if it had been called for an hour ago."""
    from tests.support.connections import as_admin

    with as_admin() as admin:
        admin.execute("UPDATE adoption_meeting SET starts_at = now() - interval '1 hour' WHERE id = %s", [meeting])


def test_s16c_a_committee_meets_decides_sends_and_counts_acknowledgements_rightly(visit, houses, cast):
    county = make_county(cast)
    names = [f"services.{job}" for job in ("lead", "manager", "trainer", "signatory", "worker")]
    names += staff(cast, county, 3)
    page = visit(width=320)
    comes_in(page, houses.team, county["chair"])
    page.goto(f"{houses.team}/practice")
    look(page)
    begins(page, houses)
    calls(page, houses)
    with county.by("chair") as chair:
        (meeting,) = steering.meetings(by=chair)
    begun(county, meeting.id)
    meets(page)
    version = sends(page, houses)
    for name in names[:3]:
        acknowledges(county, name, version)
    page.reload()
    assert "3 of 8 said that they have read it" in look_every_way(page)
    only_ours(page, houses.team)


def begins(page, houses) -> None:
    """The committee, with one place that somebody holds."""
    press(page, "main a[href='/committee']")
    look(page)
    type_into(page, "input[name=name]", "Our committee")
    press(page, "form[action='/committee'] button")
    assert "No place yet for: Probation department." in looked_at(page)
    press(page, "main a[href$='/places']")
    picks_one(page, "partner", "probation")
    type_into(page, "input[name=holder]", "Ro Field")
    press(page, "form[action$='/places'] button")
    assert "Ro Field" in looked_at(page)


def calls(page, houses) -> None:
    """A meeting in three days, with an agenda."""
    page.goto(f"{houses.team}/committee")
    press(page, "main a[href$='/meetings/new']")
    page.locator("input[name=day]").fill((today() + timedelta(days=3)).isoformat())
    page.locator("input[name=starts]").fill("15:30")
    type_into(page, "textarea[name=agenda]", "- Beds after midnight")
    press(page, "main form button")
    assert "Beds after midnight" in looked_at(page)


def meets(page) -> None:
    """A decision, an action, and minutes that the meeting approves."""
    page.reload()
    opens_part(page, "Add a decision")
    type_into(page, "textarea[name=decision]", "One bed stays free at any hour")
    ticks(page, "input[name=how][value=agreed]")
    press(page, "form[action$='/decisions'] button")
    opens_part(page, "Add an action")
    type_into(page, "textarea[name=action]", "Ask the homes what it takes")
    type_into(page, "input[name=owner]", "Ro Field")
    page.locator("input[name=due_on]").fill((today() + timedelta(days=30)).isoformat())
    press(page, "form[action$='/actions'] button")
    press(page, "main a[href$='/minutes']")
    type_into(page, "textarea[name=minutes]", "We agreed on the beds.")
    press(page, "main form button")
    press(page, "form[action$='/minutes/approve'] button")
    said = looked_at(page)
    for words in ("One bed stays free at any hour", "Ask the homes what it takes", "We agreed on the beds."):
        assert words in said
    assert "Approved" in said


def sends(page, houses):
    """A document to every social worker of the county; which version it was."""
    page.goto(f"{houses.team}/guidance")
    opens_part(page, "Take")
    press(page, "form[action='/guidance/take'] button")
    page.goto(f"{houses.team}/committee")
    press(page, "main a[href='/guidance/send']")
    picks(page, TITLE)
    ticks(page, "input[name=roles][value=SW]")
    ticks(page, "input[name=asks]")
    press(page, "button[name=do][value=send]")
    return version_sent(page)


def looked_at(page) -> str:
    """What the page says, looked at in every way; the phone's width comes back."""
    said = look_every_way(page)
    page.set_viewport_size({"width": 320, "height": 740})
    return said


def test_s16b_a_manager_logs_coaching_and_a_leader_sees_kept_promises_without_a_word_of_it(visit, houses, cast):
    county = make_county(cast)
    worker = county["services.worker"]
    manager = visit(width=320)
    comes_in(manager, houses.team, county["services.manager"])
    manager.goto(f"{houses.team}/practice")
    press(manager, "main a[href='/coaching/new']")
    look_every_way(manager)
    manager.set_viewport_size({"width": 320, "height": 740})
    picks_one(manager, "coached", str(worker.seat))
    type_into(manager, "textarea[name=strategy]", "Opening the door before asking")
    type_into(manager, "textarea[name=support]", "A second person at night")
    manager.locator("input[name=support_by]").fill((today() + timedelta(days=5)).isoformat())
    press(manager, "main form button")
    assert "A second person at night" in look_every_way(manager)

    coached = visit(width=320)
    comes_in(coached, houses.team, worker)
    coached.goto(f"{houses.team}/practice")
    press(coached, "main a[href='/coaching']")
    opens_part(coached, "Did it come?")
    press(coached, "button[name=kept][value=yes]")
    assert "It came" in look_every_way(coached)

    lead = visit(width=320)
    comes_in(lead, houses.team, county["services.lead"])
    lead.goto(f"{houses.team}/practice")
    press(lead, "main a[href='/coaching/counts']")
    said = look_every_way(lead)
    row = lead.locator("main .card").first.locator("dd").all_inner_texts()
    assert [cell.strip() for cell in row] == ["1 of 3", "0 of 1", "1", "1", "0", "0"]
    for words in ("Opening the door", "A second person", worker.name):
        assert words not in said
    only_ours(lead, houses.team)
