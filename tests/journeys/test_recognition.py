"""A month of a home's taps becomes a true word; a correction takes it back, and says so without blame."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from porchlight.kernel import clock
from porchlight.progress.words import FACTS
from tests.journeys.looking import look_every_way, nothing_kept, only_ours
from tests.journeys.monday import FIVE_THEN_THREE, make_monday
from tests.journeys.people import comes_in, five_words, types_in

pytestmark = pytest.mark.browser
FEWER = {language: FACTS["fewer_leavings"].plain[language] for language in ("en", "es")}
WHY = {language: FACTS["fewer_leavings"].why[language] for language in ("en", "es")}
SAYS = {
    "en": ("Why do I see this?", "Keep it", "Our notes changed", "You did nothing wrong."),
    "es": ("¿Por qué veo esto?", "Guardar", "Nuestras notas cambiaron", "No hiciste nada malo."),
}
MONTH = 28


@pytest.fixture
def robin(cast):
    """Elm answers for Robin, whose home has tapped every day of the month before the last two weeks."""
    from porchlight.absences import api as absences
    from tests.needs.making import as_seat

    monday = make_monday(cast)
    today = clock.county_time(clock.now()).date()
    for ago in range(MONTH, 14, -1):
        day = today - timedelta(days=ago)
        evening = datetime.combine(day, time(20), tzinfo=clock.COUNTY_ZONE)
        with clock.standing_still(evening), as_seat(cast["CG"]) as home:
            absences.record_days(monday.robin, said={day: "home"}, by=home)
    assert len(FIVE_THEN_THREE) == 8
    return monday


def put_right(page, houses, youth, *, status):
    """The home changes two days of the week, in its own form."""
    page.goto(f"{houses.team}/y/{youth}/week")
    today = clock.county_time(clock.now()).date()
    for ago in (1, 2):
        page.select_option(f"select[name='day-{today - timedelta(days=ago)}']", status)
    page.locator("main form[action$='/week'] button").last.click()
    page.wait_for_url(f"{houses.team}/y/{youth}/days")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_month_of_taps_is_said_read_questioned_hidden_and_put_right(visit, houses, cast, robin, lang):
    youth = robin.robin
    why, keep, changed, blameless = SAYS[lang]

    home = visit(scripts=False)
    comes_in(home, houses.team, cast["CG"])
    home.goto(f"{houses.team}/y/{youth}/days")
    home.locator("button[name=status][value=home]").first.click()
    home.wait_for_load_state()

    elm = visit(width=1280)
    comes_in(elm, houses.team, robin.worker)
    elm.goto(f"{houses.team}/y/{youth}/good-word")
    look_every_way(elm)
    elm.locator("input[name=fact][value=fewer_leavings]").check()
    elm.get_by_role("button", name="See what they will read").click()
    assert "Nothing is sent yet." in elm.inner_text("main")
    elm.get_by_role("button", name="Send it").click()
    elm.wait_for_url(f"{houses.team}/y/{youth}/good-word")

    page = visit(scripts=False, lang=lang)
    types_in(page, houses.youth, five_words(youth, lang))
    page.goto(f"{houses.youth}/n/11")
    assert FEWER[lang] in page.inner_text("main")
    assert WHY[lang] not in page.inner_text("main")
    page.locator("summary", has_text=why).first.click()
    assert WHY[lang] in page.inner_text("main")
    page.locator("input[name=hidden][value=times]").check()
    page.get_by_role("button", name=keep).click()
    assert FEWER[lang] not in page.inner_text("main")
    page.locator("input[name=hidden][value=times]").uncheck()
    page.get_by_role("button", name=keep).click()
    assert FEWER[lang] in page.inner_text("main")

    put_right(home, houses, youth, status="not_known")
    page.reload()
    read = page.inner_text("main")
    assert changed in read
    assert blameless in read
    assert FEWER[lang] in read, "they are told what it was that we had said"
    assert page.locator("blockquote", has_text=FEWER[lang]).count() == 0
    elm.reload()
    assert "The record was put right." in elm.inner_text("main")

    put_right(home, houses, youth, status="home")
    page.reload()
    assert changed not in page.inner_text("main")
    only_ours(page, houses.youth)


def test_what_was_put_right_reads_well_on_every_screen_and_nothing_stays_behind(visit, houses, cast, robin):
    from porchlight.absences import api as absences
    from porchlight.flows import recognising
    from tests.needs.making import as_seat

    with as_seat(robin.worker) as sw:
        recognising.send_what_is_true(robin.robin, fact="fewer_leavings", words="I saw it.", by=sw)
    today = clock.county_time(clock.now()).date()
    with as_seat(cast["CG"]) as home:
        absences.record_days(robin.robin, said={today - timedelta(days=ago): "not_known" for ago in (1, 2)}, by=home)
    for lang in ("en", "es"):
        page = visit(lang=lang)
        types_in(page, houses.youth, five_words(robin.robin, lang))
        page.goto(f"{houses.youth}/n/11")
        assert SAYS[lang][2] in look_every_way(page, youth=True)
        nothing_kept(page)
