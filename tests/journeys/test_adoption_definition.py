"""J12, steps 1 to 3, and a dissent: three agencies' texts, a draft that is talked about, answers, in force."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from porchlight.adoption.files.rules import read_pdf
from tests.adoption.counties import make_county
from tests.adoption.drafts import WORDINGS, closed, draft, in_force, one, text, wordings
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.people import comes_in

pytestmark = pytest.mark.browser
TEXT = "A young person leads. We make each day a little safer, and no door closes."
THOUGHT = "Say that it holds at night, too."
REASON = "Our judges meet in December. We wait for them."
NO = "It does not say who answers at night."


@pytest.fixture
def agreeing(cast):
    """A county with three agencies whose texts stand there."""
    county = make_county(cast)
    wordings(county)
    return county


@pytest.fixture
def window(visit, houses, agreeing):
    """Somebody's window, by their place in the county."""

    def of(who: str, *, lang: str = "en") -> Page:
        page = visit(width=1280, lang=lang)
        comes_in(page, houses.team, agreeing[who])
        page.goto(f"{houses.team}/practice")
        return page

    return of


def go(page: Page, *names: str) -> Page:
    """Follow or press these, one after another, as they are called."""
    for name in names:
        page.get_by_role("main").locator("a:visible, button:visible").filter(has_text=name).first.click()
        page.wait_for_load_state()
    return page


def the_chair_compares(chair: Page) -> None:
    go(chair, "Open the definition", "Side by side")
    columns = chair.locator("main section.card")
    assert columns.count() == 3
    assert len({round(box["y"]) for box in map(box_of, columns.all())}) == 1, "beside each other on a desk"
    assert not chair.locator("ins").count(), "texts that were written apart are read first"
    chair.get_by_label("Mark what differs from the first").check()
    go(chair, "Show these")
    assert chair.locator("ins").count() > 1
    assert chair.locator("del").count() > 1
    said = look_every_way(chair)
    assert "stay beside the young person" in said
    assert "the whole of it" in " ".join(said.split())
    chair.set_viewport_size({"width": 320, "height": 740})
    places = [box_of(one) for one in columns.all()]
    assert len({round(box["x"]) for box in places}) == 1, "one below the other on a phone"
    chair.set_viewport_size({"width": 1280, "height": 740})


def box_of(found) -> dict[str, float]:
    box = found.bounding_box()
    assert box
    return box


def the_chair_drafts(chair: Page) -> str:
    go(chair, "One definition", "Open a draft", "Add a part")
    chair.locator("[name=heading]").fill("What we mean")
    chair.locator("[name=words]").fill(TEXT.replace(", and no door closes", ""))
    look(chair)
    go(chair, "Save it", "Take over ready sentences")
    look_every_way(chair)
    chair.locator("input[value=w-blame]").check()
    go(chair, "Take these over")
    look_every_way(chair)
    assert "We will not blame anybody for going back." in chair.inner_text("main")
    return chair.url


def a_worker_comments_and_the_chair_answers(chair: Page, worker: Page) -> None:
    go(worker, "a draft", "Comment")
    look_every_way(worker)
    worker.locator("[name=words]").fill(THOUGHT)
    go(worker, "Send the comment")
    assert THOUGHT in worker.inner_text("main")
    chair.reload()
    go(chair, "1 comment")
    look_every_way(chair)
    chair.get_by_label("Taken in", exact=True).check()
    go(chair, "Keep this answer", "Change this part")
    chair.locator("[name=words]").fill(TEXT)
    go(chair, "Save it")
    assert "and no door closes" in chair.inner_text("main")
    worker.reload()
    assert "Taken in" in worker.inner_text("main")
    assert "an earlier text of this part" in worker.inner_text("main")


def signs(page: Page, answer: str, reason: str = "") -> None:
    page.reload()
    go(page, "Answer for your agency")
    page.locator(f"input[value={answer}]").check()
    page.locator("[name=reason]").fill(reason)
    look_every_way(page)
    go(page, "Sign it")


def test_j12_from_three_texts_to_one_that_is_in_force_with_an_abstention(window, houses, agreeing):
    chair, worker = window("chair"), window("services.worker")
    the_chair_compares(chair)
    the_chair_drafts(chair)
    worker.reload()
    a_worker_comments_and_the_chair_answers(chair, worker)
    go(chair, "Close the text")
    look_every_way(chair)
    assert chair.locator("input[name=asked]:checked").count() == 3
    go(chair, "Close the text and ask them")
    for agency, answer, reason in (
        ("services", "ratifies", ""),
        ("probation", "ratifies", ""),
        ("advocates", "abstains", REASON),
    ):
        signs(window(f"{agency}.signatory"), answer, reason)
    chair.reload()
    go(chair, "Declare it in force")
    said = look_every_way(chair)
    assert "in force since" in said
    assert REASON in said
    assert all(agreeing[f"{agency}.signatory"].name in said for agency in WORDINGS)
    assert chair.locator("main a:has-text('Change or take out')").count() == 0
    only_ours(chair, houses.team)


def test_s16d_whoever_signs_in_next_reads_it_once_and_every_foot_names_it(window, houses, agreeing, cast):
    in_force(agreeing)
    worker = window("services.worker")
    worker.goto(f"{houses.team}/kept")
    assert worker.url.endswith("/definition/first")
    look_every_way(worker)
    worker.get_by_role("button", name="I have seen it").click()
    worker.wait_for_url(f"{houses.team}/")
    assert "in force since" in worker.inner_text("footer")
    worker.goto(f"{houses.team}/kept")
    worker.wait_for_url(f"{houses.team}/")
    go_to_foot(worker)
    look_every_way(worker)


def go_to_foot(page: Page) -> None:
    page.locator("footer a").first.click()
    page.wait_for_load_state()
    assert page.url.endswith("/harm-reduction")


def test_s16d_a_signatory_dissents_and_the_sheet_says_so(window, houses, agreeing):
    version = closed(agreeing)
    signs(window("advocates.signatory"), "dissents", NO)
    reader = window("probation.worker")
    reader.goto(f"{houses.team}/definition/{version}")
    said = look_every_way(reader)
    for words in ("dissents", NO, agreeing["advocates.signatory"].name, one(agreeing, version).fingerprint):
        assert words in said
    sheet = reader.request.get(f"{houses.team}/definition/{version}/paper")
    assert sheet.headers["content-type"] == "application/pdf"
    assert NO in " ".join(read_pdf(sheet.body()).text.split())


def test_s16d_a_signatory_who_tries_twice_is_told_that_the_first_answer_stands(window, houses, agreeing):
    version = closed(agreeing)
    first, second = window("services.signatory"), window("services.signatory")
    for page in (first, second):
        page.goto(f"{houses.team}/definition/{version}/answer")
    first.locator("input[value=ratifies]").check()
    go(first, "Sign it")
    second.locator("input[value=dissents]").check()
    second.locator("[name=reason]").fill(NO)
    go(second, "Sign it")
    assert "The first answer stands." in second.inner_text("main")
    assert NO in second.inner_text("main")
    look(second)


def test_two_people_at_one_passage_see_both_texts(window, houses, agreeing):
    version = draft(agreeing)
    (found,) = text(agreeing, version)
    chair, member = window("chair"), window("member")
    for page, words in ((chair, "The chair's words."), (member, "The member's words.")):
        page.goto(f"{houses.team}/definition/{version}/write/{found.passage}")
        page.locator("[name=words]").fill(words)
    go(member, "Save it")
    go(chair, "Save it")
    assert "The member's words." in chair.inner_text("main")
    assert chair.input_value("[name=words]") == "The chair's words."
    look_every_way(chair)
    go(chair, "Save it")
    assert [one.words for one in text(agreeing, version)] == ["The chair's words."]


def test_the_keyboard_is_enough_to_compare_draft_and_sign(window, houses, agreeing):
    chair = window("chair")
    press(chair, "main a[href='/definition']")
    press(chair, "main a[href='/definition/wordings']")
    press(chair, "main a[href='/definition']")
    press(chair, "form[action='/definition'] button")
    press(chair, "main a[href$='/new/passage']")
    type_into(chair, "[name=heading]", "What we mean")
    type_into(chair, "[name=words]", TEXT)
    press(chair, "form#f .button-row button")
    assert TEXT in chair.inner_text("main")
    press(chair, "main a[href$='/close']")
    press(chair, "main form.form .button-row button")
    signatory = window("advocates.signatory")
    press(signatory, "main a[href$='/answer']")
    pick(signatory, "input[name=answer]", "dissents")
    type_into(signatory, "[name=reason]", NO)
    press(signatory, "form#f .button-row button")
    assert NO in signatory.inner_text("main")
    tab_to(signatory, "a[href='/harm-reduction']")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_caregivers_pages_speak_their_language_and_need_no_scripts(visit, houses, agreeing, lang):
    version = in_force(agreeing)
    page = visit(lang=lang, scripts=True)
    comes_in(page, houses.team, agreeing["services.worker"])
    page.goto(f"{houses.team}/definition/first")
    if lang == "es":
        page.get_by_role("button", name="Español").click()
        page.wait_for_load_state()
    said = look_every_way(page)
    assert ("Ya lo vi" if lang == "es" else "I have seen it") in said
    assert ("La persona guía." if lang == "es" else "A young person leads.") in said
    for address in ("/harm-reduction", "/definition", "/definition/wordings", f"/definition/{version}", "/practice"):
        page.goto(f"{houses.team}{address}")
        look_every_way(page)
    if lang == "es":
        page.get_by_role("button", name="English").click()
