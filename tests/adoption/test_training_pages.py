"""Training on the screen: what each sees, what comes back beside its field, and that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from io import BytesIO

import pytest

from porchlight.adoption.training import api as training
from porchlight.adoption.training.models import Attended
from porchlight.desks.team.leadership.training import pages_gaps
from porchlight.kernel import clock
from tests.adoption.training import (
    NOTHING,
    SIXTY,
    WORDS,
    attend,
    code_of,
    make_course,
    plan,
    says,
    small_home,
    today,
)
from tests.adoption.training import young_person_beside as beside
from tests.support.client import ONCE, team_browser
from tests.support.connections import as_admin


def uploads(visitor, address: str, name: str, body: bytes, **fields):
    """Send a file along with the form of that page."""
    found = BytesIO(body)
    found.name = name
    return visitor.send(address, file=found, **fields)


def test_everybody_of_the_county_finds_what_is_due_on_our_practice(one_county):
    with team_browser(one_county["services.worker"]) as page:
        practice, mine = page.text("/practice"), page.text("/training")
    for text in (practice, mine):
        assert "Words that do not blame" in text
        assert "Not had yet" in text
        for office in ("/training/sessions", "/training/gaps", "/training/reach", "/training/import"):
            assert f'href="{office}"' not in text
    assert "Nobody has checked yet what the law says" in mine


@pytest.mark.parametrize(
    ("who", "leads_to"),
    [
        ("services.trainer", {"/training/sessions", "/training/courses", "/training/import"}),
        ("services.manager", {"/training/sessions", "/training/courses", "/training/import", "/training/gaps"}),
        ("chair", {"/training/sessions", "/training/courses", "/training/reach"}),
    ],
)
def test_each_office_is_led_to_its_pages_and_to_no_other(one_county, who, leads_to):
    every = {"/training/sessions", "/training/courses", "/training/import", "/training/gaps", "/training/reach"}
    with team_browser(one_county[who]) as page:
        text = page.text("/training")
        assert {one for one in every if f'href="{one}"' in text} == leads_to
        for address in every:
            assert page.get(address).status_code == (200 if address in leads_to else 404), address


def test_a_trainer_writes_a_course_and_its_next_version(county):
    with team_browser(county["services.trainer"]) as page:
        short = page.send("/training/courses/new", title="", hours="", outline="# Kept")
        assert short.status_code == 422
        assert "# Kept" in short.content.decode()
        made = page.send(
            "/training/courses/new", title="Open doors", hours="2", serves=WORDS, outline="# One\n\n<b>x</b>"
        )
        course = made.headers["Location"]
        text = page.text(course)
        assert "Version 1 · 2 hours" in text
        assert "&lt;b&gt;x" in text, "what was typed is never markup"
        following = page.text(f"{course}/version")
        assert 'value="Open doors"' in following
        assert '<option value="2" selected>' in following
        assert f'value="{WORDS}" autocomplete="off" checked' in following
        second = page.send(f"{course}/version", title="Open doors, wider", hours="1.5", outline="").headers["Location"]
        assert course in page.text(second)
    with team_browser(county["probation.trainer"]) as page:
        assert page.get(f"{course}/version").status_code == 404
        assert page.get(course).status_code == 200


def test_a_session_is_planned_with_a_survivor_trainer_paid_and_the_page_names_nobody(county):
    course = make_course(county)
    with team_browser(county["services.trainer"]) as page:
        wrong = page.send("/training/sessions", course=course, day="", led_by="", survivor="")
        assert wrong.status_code == 422
        assert wrong.content.decode().count("field-error") == 3
        at = page.send("/training/sessions", course=course, day=today(), led_by="Ana", room="", survivor="paid")
        session = page.text(at.headers["Location"])
        wall = page.text(f"{at.headers['Location']}/code")
    code = code_of(county, at.headers["Location"].rsplit("/", 1)[1])
    assert "A survivor trained, and was paid" in session
    assert code in session
    assert code in wall
    assert "Ana" not in wall


def test_people_type_the_code_and_a_wrong_one_stands_beside_its_field(county):
    code = code_of(county, session := plan(county))
    with team_browser(county["probation.worker"]) as page:
        wrong = page.send("/training/here", code="nothing")
        assert wrong.status_code == 422
        assert 'value="nothing"' in wrong.content.decode()
        assert "No session of today has that code" in wrong.content.decode()
        assert page.send("/training/here", code=code.lower()).headers["Location"] == f"/training/at/{session}"
        assert "Before we begin" in page.text(f"/training/at/{session}")


def test_many_wrong_codes_are_told_to_wait_and_what_was_typed_stays(county):
    with team_browser(county["services.worker"]) as page:
        for _try in range(5):
            page.send("/training/here", code="nothing")
        told = page.send("/training/here", code="another").content.decode()
        assert "There were many tries" in told
        assert 'value="another"' in told


def test_before_after_and_one_thing_are_answered_each_by_itself(county):
    attend(county, session := plan(county), "services.worker")
    at = f"/training/at/{session}"
    with team_browser(county["services.worker"]) as page:
        part = page.send(f"{at}/before", page=at, before1="3")
        assert part.status_code == 422
        assert part.content.decode().count("Please pick one.") == 8  # four fields, each named at the top too
        assert page.send(f"{at}/before", page=at, **{f"before{n}": "2" for n in range(1, 6)}).status_code == 303
        text = page.text(at)
        assert "Before we begin" not in text
        assert page.send(f"{at}/after", page=at, **{f"after{n}": "5" for n in range(1, 6)}).status_code == 303
        assert page.send(at, will="").status_code == 422
        assert page.send(at, will="Ask first").status_code == 303
        assert "we ask you if it happened" in page.text(at)
        once = ONCE.search(page.text("/training/here")).group(1)
        assert "You have answered that" in page.client.post(at, {"once": once, "will": "More"}).content.decode()
    with team_browser(county["services.trainer"]) as page:
        assert page.get(at).status_code == 404


def test_the_question_of_sixty_days_later_stands_on_the_first_page_and_on_our_practice(county):
    attend(county, session := plan(county), "services.worker")
    intention = says(county, "services.worker", session, will="Ring before I visit")
    later = f"/training/later/{intention}"
    with team_browser(county["services.worker"]) as page:
        assert "Ring before I visit" not in page.text("/")
        assert page.get(later).status_code == 404
    with as_admin() as admin:  # the database's own day decides whether the first page asks at all
        admin.execute("UPDATE adoption_intention SET ask_on = ask_on - 60 WHERE id = %s", [intention])
    with team_browser(county["services.worker"]) as page:
        for address in ("/", "/practice", "/training"):
            assert later in page.text(address), address
        assert page.send(later, in_the_way="No time").status_code == 422
        assert page.send(later, came="part", in_the_way="No time").status_code == 303
        for address in ("/", "/practice", "/training"):
            assert later not in page.text(address), address
    with team_browser(county["services.trainer"]) as page:
        text = page.text(f"/training/sessions/{session}")
    assert "Ring before I visit" not in text
    assert "No time" not in text
    assert "counted from five answers on" in text


def test_a_trainer_finds_people_by_name_and_writes_them_down(county):
    session, ahead = plan(county), plan(county, on=today() + timedelta(days=2))
    worker = county["probation.worker"]
    address = f"/training/sessions/{session}"
    with team_browser(county["services.trainer"]) as page:
        assert "Nobody else by that name" in page.text(f"{address}?q=Nobodyatall")
        assert worker.name in page.text(f"{address}?q={worker.name.replace(' ', '+')}")
        none = page.send(f"{address}/people", page=f"{address}?q=worker", q="worker")
        assert none.status_code == 422
        assert page.send(f"{address}/people", page=address + "?q=w", q=worker.name, seat=worker.seat).status_code == 303
        assert "by name" in page.text(address)
        too_early = page.send(f"/training/sessions/{ahead}/people", page=address, q=worker.name, seat=worker.seat)
        assert "has not come yet" in too_early.content.decode()
        assert page.send(f"/training/sessions/{ahead}/off", page=f"/training/sessions/{ahead}").status_code == 303
        assert "called off" in page.text("/training/sessions")
        assert "called off" in page.text(f"/training/sessions/{ahead}")


def test_a_trainer_of_another_agency_finds_no_such_session(one_county):
    session = plan(one_county)
    with team_browser(one_county["probation.trainer"]) as page:
        for rest in ("", "/code"):
            assert page.get(f"/training/sessions/{session}{rest}").status_code == 404


def test_s16b_what_is_asked_after_sixty_days_waits_from_the_first_minute_of_that_day_in_the_county(county):
    attend(county, session := plan(county), "services.worker")
    says(county, "services.worker", session, will="Ask how they are first")
    midnight = datetime.combine(today() + SIXTY, time(0), tzinfo=clock.COUNTY_ZONE)
    for at, waits in ((midnight - timedelta(minutes=5), False), (midnight + timedelta(minutes=5), True)):
        with clock.standing_still(at), team_browser(county["services.worker"]) as page:
            assert ("Ask how they are first" in page.text("/")) is waits


def test_averages_and_what_came_of_it_stand_on_the_trainers_page_from_five_on(county):
    five = [f"services.{job}" for job in ("lead", "manager", "trainer", "signatory", "worker")]
    attend(county, session := plan(county), *five)
    said = {name: says(county, name, session) for name in five}
    with clock.standing_still(clock.now() + SIXTY):
        for name in five:
            with county.by(name) as by:
                training.say_what_came(said[name], came="yes", in_the_way=NOTHING, by=by)
    with team_browser(county["services.trainer"]) as page:
        text = page.text(f"/training/sessions/{session}")
    assert "Before: 5 answers. After: 5 answers." in text
    assert "2.0" in text
    assert "4.0" in text
    assert "It happened" in text


def test_learning_is_kept_and_shown_to_its_writer(county):
    with team_browser(county["services.worker"]) as page:
        tomorrow = today() + timedelta(days=1)
        wrong = page.send("/training/learned", kind="reading", what="A guide", day=tomorrow).content.decode()
        assert "That day has not come yet" in wrong
        assert 'value="A guide"' in wrong
        assert page.send("/training/learned", kind="reading", what="A guide", day=today(), hours="1").status_code == 303
        assert "A guide" in page.text("/training")
    with team_browser(county["services.lead"]) as page:
        assert "A guide" not in page.text("/training")


def test_words_that_point_at_a_young_person_are_refused_beside_their_field(county):
    beside(county, "services.worker", used="Sorrel")
    attend(county, session := plan(county), "services.worker")
    with team_browser(county["services.worker"]) as page:
        for address, field in (("/training/learned", "what"), (f"/training/at/{session}", "will")):
            told = page.send(address, **{field: "A walk with Sorrel", "kind": "reading"})
            assert told.status_code == 422
            assert "“Sorrel” is the name of a young person beside whom you stand" in told.content.decode()
            assert "A walk with Sorrel" in told.content.decode()


def test_what_is_due_goes_from_page_to_page_to_the_last_name(county, monkeypatch):
    monkeypatch.setattr(pages_gaps, "MOST_PEOPLE", 2)
    theirs = [member.name for name, member in county.people.items() if name.startswith("services.")]
    address, read = "/training/gaps", ""
    with team_browser(county["services.lead"]) as lead:
        for first in range(1, len(theirs) + 1, 2):
            page = lead.text(address)
            assert f"Something is due for {len(theirs)} of {len(theirs)} people." in page
            where = f"{first} to {first + 1}" if first < len(theirs) else f"{first}"
            assert f"{where} of {len(theirs)}, by name." in page
            read += page
            address = next(iter(re.findall(r'href="(/training/gaps\?after=[0-9a-f-]{36})"', page)), "")
    assert not address
    assert all(name in read for name in theirs)


def test_gaps_by_name_are_for_the_own_agency_and_counts_for_the_chair(cast, one_county):
    small_home(cast, one_county)
    with team_browser(one_county["services.lead"]) as page:
        gaps = page.text("/training/gaps")
    assert one_county["services.worker"].name in gaps
    assert one_county["probation.worker"].name not in gaps
    assert "16501.35" in gaps
    assert "Porchlight's own proposal" in gaps.replace("&#39;", "'")
    assert "esign default" not in gaps
    with team_browser(one_county["chair"]) as page:
        reach = page.text("/training/reach")
    assert "Fewer than five people, so no number: 1" in reach
    assert one_county["services.worker"].name not in reach


CSV = "E-mail,Title,Date\n{email},Words,2026-01-02\nnobody@made.example,Words,2026-01-02\n{email},Later,2099-01-01\n"


def test_a_file_is_looked_through_first_and_kept_in_a_second_step(county):
    worker = county["services.worker"]
    body = CSV.format(email=worker.email).encode()
    with team_browser(county["services.lead"]) as page:
        looked = uploads(page, "/training/import", "records.csv", body, serves=WORDS)
        text = looked.content.decode()
        assert "Rows that are fine: 1. Rows that would be left out: 2." in text
        assert "Row 3: nobody at your agency has the e-mail nobody@made.example" in text
        assert "Row 4: the date 2099-01-01 has not come yet" in text
        with county.by("services.worker") as by:
            assert not Attended.objects.filter(seat=by.actor).exists()
        rows = text.split('aria-label="Rows of the file">\n')[1].split("</textarea>")[0]
        kept = page.send("/training/import/keep", page="/training/import", serves=WORDS, rows=rows)
        assert "Rows kept: 1." in kept.content.decode()
        assert "it is here already" in uploads(page, "/training/import", "records.csv", body).content.decode()
    with team_browser(worker) as page:
        assert "Words" in page.text("/training")


@pytest.mark.parametrize("body", [b"", b"PK\x03\x04 and nothing", b"Name,Course\nA,B\n"])
def test_a_file_that_is_no_table_gets_a_clear_sentence(one_county, body):
    with team_browser(one_county["services.trainer"]) as page:
        told = uploads(page, "/training/import", "x.xlsx", body)
        assert told.status_code == 422
        assert "Nothing was changed" in told.content.decode() or "Please pick a file" in told.content.decode()
        missing = page.send("/training/import")
        assert "Please pick a file" in missing.content.decode()


def test_s16b_a_circle_is_refused_for_a_name_mended_and_kept(county):
    beside(county, "services.manager", used="Juniper")
    question = training.questions()[0]
    with team_browser(county["services.manager"]) as page:
        typed = {"day": today(), "question": question.key, "others": "1", "seat": county["services.worker"].seat}
        told = page.send("/circles/new", notes="We asked what Juniper needs.", **typed)
        text = told.content.decode()
        assert told.status_code == 422
        assert "“Juniper” is the name of a young person beside whom you stand" in text
        assert "We asked what Juniper needs." in text
        assert f'value="{question.key}" autocomplete="off" checked' in text
        kept = page.send("/circles/new", notes="We asked what is needed.", **typed)
        assert kept.status_code == 303
    with team_browser(county["services.worker"]) as page:
        circle = page.text(kept.headers["Location"])
        assert question.question in circle
        assert "We asked what is needed." in circle
        assert "3 people" in circle
        assert kept.headers["Location"] in page.text("/circles")
        assert kept.headers["Location"] in page.text("/training")
        assert page.get("/circles/new").status_code == 404
    with team_browser(county["probation.lead"]) as page:
        assert page.get(kept.headers["Location"]).status_code == 404


def test_a_circle_needs_a_question_and_a_day_that_has_come(county):
    with team_browser(county["services.trainer"]) as page:
        told = page.send("/circles/new", notes="Kept", day=today() + timedelta(days=1)).content.decode()
    assert "That day has not come yet" in told
    assert "Please tick a question" in told
    assert "Kept" in told


def test_no_page_of_training_asks_more_than_twelve_times(county):
    from tests.support.browsers import member

    attend(county, session := plan(county), "services.lead")
    addresses = (
        "/practice", "/training", "/training/learned", f"/training/at/{session}", "/training/courses",
        "/training/sessions", f"/training/sessions/{session}?q=worker", "/training/gaps", "/circles", "/circles/new",
    )  # fmt: skip
    browser = member(county["services.lead"])
    for address in addresses:
        assert browser.get(address).status_code == 200, address
        assert len(browser.statements) + 1 <= 12, (address, browser.statements)
