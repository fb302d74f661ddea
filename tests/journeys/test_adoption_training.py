"""A trainer runs a session from the course to the question of sixty days later; a circle is written down and mended."""

from __future__ import annotations

import re
from uuid import UUID

import pytest

from porchlight.adoption.training import api as training
from tests.adoption.counties import make_county
from tests.adoption.training import NOTHING, attend, code_of, make_course, plan, says, today, young_person_beside
from tests.journeys.keyboard import pick, press, tab_to, type_into
from tests.journeys.looking import look, look_every_way, only_ours
from tests.journeys.people import comes_in
from tests.support.connections import as_owner

pytestmark = pytest.mark.browser
TWO = {"services.worker": "Ask before I advise", "probation.worker": "Ring on Sundays"}
IN_THE_WAY = "Two weeks without a car"
OTHERS = ("services.lead", "services.signatory", "advocates.worker")


@pytest.fixture
def county(cast):
    return make_county(cast)


@pytest.fixture
def opened(houses, visit, county):
    """A window of somebody of the county, at that address: `opened(name, address, **window)`."""

    def come(name: str, address: str, **how: object):
        page = visit(**how)
        comes_in(page, houses.team, county[name])
        page.goto(f"{houses.team}{address}")
        return page

    return come


def sixty_days_pass(session: UUID) -> None:
    """As if the session had been held sixty days before today."""
    with as_owner() as owner, owner.transaction():
        owner.execute("SET LOCAL pl.migration_window = 'open'")
        for table, column, key in (
            ("adoption_session", "held_on", "id"), ("adoption_attended", "done_on", "session"),
            ("adoption_intention", "ask_on", "session"),
        ):  # fmt: skip
            moved = owner.execute(f"UPDATE {table} SET {column} = {column} - 60 WHERE {key} = %s", [session])
            assert moved.rowcount


def answers(page, moment: str, number: str) -> None:
    for at in range(1, 6):
        pick(page, f"select[name={moment}{at}]", number)
    press(page, f"form[action$='/{moment}'] button")


def plans_a_session(trainer) -> None:
    """From our practice to a course, and from the course to a session of today."""
    press(trainer, "main a[href='/training/sessions']")
    press(trainer, "main a[href='/training/courses/new']")
    look(trainer)
    type_into(trainer, "input[name=title]", "Words first")
    pick(trainer, "select[name=hours]", "2")
    tab_to(trainer, "input[value='training.language']")
    trainer.keyboard.press("Space")
    type_into(trainer, "textarea[name=outline]", "# Begin slowly")
    press(trainer, "main form button")
    look(trainer)
    press(trainer, "main a[href^='/training/sessions?course=']")
    look(trainer)
    type_into(trainer, "input[name=room]", "Room 4")
    type_into(trainer, "input[name=led_by]", "Ana Ruiz")
    tab_to(trainer, "input[name=survivor]")
    trainer.keyboard.press("Space")
    press(trainer, "main details form button")
    look(trainer)


def is_there(page, *, code: str, will: str) -> None:
    """Somebody types the code, says how sure they are before and after, and what they will do differently."""
    press(page, "main a[href='/training/here']")
    look(page)
    type_into(page, "input[name=code]", code.lower())
    press(page, "main form button")
    look(page)
    answers(page, "before", "2")
    answers(page, "after", "4")
    type_into(page, "textarea[name=will]", will)
    press(page, "main form#f button:not([hidden])")
    assert will in page.inner_text("main")
    look(page)


def says_what_came(page, first_page: str, *, will: str, came: str) -> None:
    """Sixty days later the first page asks; once it is answered, it asks no more."""
    page.goto(first_page)
    assert will in page.inner_text("main")
    look(page)
    press(page, "main a[href^='/training/later/']")
    look(page)
    pick(page, "input[name=came]", came)
    type_into(page, "textarea[name=in_the_way]", IN_THE_WAY)
    press(page, "main form#f button:not([hidden])")
    page.goto(first_page)
    assert will not in page.inner_text("main")


def test_s16b_a_trainer_runs_a_session_from_the_course_to_the_question_of_sixty_days_later(houses, county, opened):
    trainer = opened("services.trainer", "/practice")
    plans_a_session(trainer)
    code, session = trainer.inner_text(".big-code"), UUID(trainer.url.rsplit("/", 1)[1])
    pages = {name: opened(name, "/practice") for name in TWO}
    for name, will in TWO.items():
        is_there(pages[name], code=code, will=will)
    attend(county, session, *OTHERS)
    others = {name: says(county, name, session) for name in OTHERS}
    trainer.reload()
    assert "Before: 5 answers. After: 5 answers." in trainer.inner_text("main")

    sixty_days_pass(session)
    for (name, will), came in zip(TWO.items(), ("yes", "not_yet"), strict=True):
        says_what_came(pages[name], f"{houses.team}/", will=will, came=came)
        only_ours(pages[name], houses.team)
    for name, intention in others.items():
        with county.by(name) as by:
            training.say_what_came(intention, came="part", in_the_way=NOTHING, by=by)
    trainer.reload()
    said = trainer.inner_text("main")
    assert re.search(r"It happened\s+1\s+In part\s+3\s+Not yet\s+1", said), said
    assert not [words for words in (*TWO.values(), IN_THE_WAY) if words in said]
    look(trainer)


def test_s16b_a_circle_is_refused_for_a_name_mended_and_kept(county, opened):
    young_person_beside(county, "services.manager", used="Linden")
    page = opened("services.manager", "/practice")
    press(page, "main a[href='/circles']")
    look(page)
    press(page, "main a[href='/circles/new']")
    look(page)
    tab_to(page, "main fieldset summary")
    page.keyboard.press("Enter")
    tab_to(page, "input[name=question]")
    page.keyboard.press("Space")
    type_into(page, "textarea[name=notes]", "We asked what Linden needs.")
    tab_to(page, f"input[value='{county['services.worker'].seat}']")
    page.keyboard.press("Space")
    press(page, "main form#f button:not([hidden])")
    assert "“Linden” is the name of a young person beside whom you stand" in page.inner_text(".field-error")
    assert page.input_value("textarea[name=notes]") == "We asked what Linden needs."
    look(page)
    tab_to(page, "textarea[name=notes]")
    page.keyboard.press("Control+A")
    page.keyboard.type("We asked what is needed.")
    press(page, "main form#f button:not([hidden])")
    assert "We asked what is needed." in page.inner_text("main")
    assert "2 people" in page.inner_text("main")
    look(page)
    worker = opened("services.worker", "/training")
    press(worker, "main a[href^='/circles/']")
    assert "We asked what is needed." in worker.inner_text("main")


SCREENS = {
    "services.worker": ("/practice", "/training", "/training/here", "/training/learned", "/training/at/{s}",
                        "/circles"),
    "services.manager": ("/training/sessions", "/training/sessions/{s}?q=worker", "/training/sessions/{s}/code",
                         "/training/courses", "/training/gaps", "/training/import", "/circles/new"),
    "chair": ("/training/reach", "/training/courses/new"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "es"])
def test_every_screen_of_training_is_sound_on_a_phone_and_on_a_desk(houses, county, opened, lang):
    session = plan(county, make_course(county))
    attend(county, session, "services.worker")
    for name, addresses in SCREENS.items():
        page = opened(name, "/practice")
        if lang == "es":
            page.locator("button[lang=es]").click()
        for address in addresses:
            page.goto(f"{houses.team}{address.format(s=session)}")
            assert page.locator("html").get_attribute("lang") == lang
            for folded in page.locator("main details").all():
                folded.locator("summary").first.click()
            look_every_way(page)


def test_a_file_is_looked_through_and_kept_without_scripts(county, opened):
    worker = county["services.worker"]
    table = f"E-mail,Title,Date\n{worker.email},Words,{today()}\nnobody@made.example,Words,{today()}\n"
    page = opened("services.lead", "/training/import", scripts=False)
    records = {"name": "records.csv", "mimeType": "text/csv", "buffer": table.encode()}
    page.set_input_files("input[name=file]", files=[records])
    page.get_by_role("button", name="Look at it first").click()
    assert "Rows that are fine: 1. Rows that would be left out: 1." in page.inner_text("main")
    page.get_by_role("button", name="Keep the rows that are fine").click()
    assert "Rows kept: 1." in page.inner_text("main")
    mine = opened("services.worker", "/training")
    assert "Words" in mine.inner_text("main")


def test_the_wall_shows_the_code_and_no_name(county, opened):
    session = plan(county)
    attend(county, session, "services.worker")
    wall = opened("services.trainer", f"/training/sessions/{session}/code", width=1280)
    said = wall.inner_text("main")
    assert code_of(county, session) in said
    assert county["services.worker"].name not in said
