"""S16d: the day for answers is named or moved while they are asked for, and every day that was named stays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError
from django.utils import translation

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.definition import words
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.adoption.counties import make_county
from tests.adoption.drafts import answers, closed, draft, in_force, one
from tests.support.client import team_browser


def in_days(many: int) -> date:
    return clock.county_time(clock.now()).date() + timedelta(days=many)


def name(county, version, day: date, who: str = "chair") -> None:
    with county.by(who) as visit:
        definition.name_day(version, day=day, by=visit)


def declare(county, version) -> None:
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)


def test_s16d_a_day_is_named_after_closing_and_the_text_comes_in_force_once_it_is_over(county):
    version = closed(county)
    answers(county, version, services="ratifies")
    assert one(county, version).answers_by is None
    name(county, version, in_days(2))
    assert one(county, version, "probation.worker").answers_by == in_days(2)
    with pytest.raises(definition.NotYetInForce):
        declare(county, version)
    with clock.standing_still(clock.now() + timedelta(days=3)):
        declare(county, version)
    assert one(county, version).state == definition.IN_FORCE


def test_s16d_a_day_that_was_moved_counts_and_every_earlier_one_stays_on_record(county):
    version = closed(county, answers_by=in_days(1))
    answers(county, version, services="ratifies")
    for day in (in_days(9), in_days(4), in_days(4)):
        name(county, version, day)
    assert one(county, version).days == (in_days(1), in_days(9), in_days(4))
    with clock.standing_still(clock.now() + timedelta(days=2)), pytest.raises(definition.NotYetInForce):
        declare(county, version)


def test_a_day_that_is_over_can_still_be_moved_on(county):
    version = closed(county, answers_by=in_days(0))
    with clock.standing_still(clock.now() + timedelta(days=5)):
        name(county, version, in_days(0))
        assert one(county, version).answers_by == in_days(0)


def test_no_day_is_named_that_is_over(county):
    version = closed(county, answers_by=in_days(3))
    with pytest.raises(definition.DayIsOver, match="Pick today or a later one"):
        name(county, version, in_days(-1))
    assert one(county, version).days == (in_days(3),)


@pytest.mark.parametrize("make", [draft, in_force])
def test_a_draft_and_a_text_in_force_take_no_day_and_say_so(county, make):
    version = make(county)
    with pytest.raises(definition.NotAnswering, match="No answers are asked for now"):
        name(county, version, in_days(3))
    with team_browser(county["chair"]) as chair:
        assert chair.get(f"/definition/{version}/day").headers["Location"] == f"/definition/{version}"
        refused = chair.send(f"/definition/{version}/day", page="/definition/wordings", day=f"{in_days(3)}")
    assert "No answers are asked for now." in refused.content.decode()


ROW = """INSERT INTO adoption_definition_day (id, county, made_by, made_at, definition, edition, day)
    VALUES (gen_random_uuid(), pl.my_county(), pl.actor(), now(), %s, 1, current_date + 9)"""


@pytest.mark.parametrize("make", [draft, in_force])
def test_the_database_takes_no_day_either_before_closing_and_once_in_force(county, make):
    version, refused = make(county), pytest.raises(DatabaseError, match="refused")
    with county.by("chair"), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(ROW, [version])


@pytest.mark.parametrize(
    "straight", ["UPDATE adoption_definition_day SET day = day", "DELETE FROM adoption_definition_day"]
)
def test_a_day_that_was_named_is_neither_changed_nor_taken_away(county, straight):
    name(county, version := closed(county), in_days(3))
    denied = pytest.raises(DatabaseError, match="denied")
    with county.by("chair"), connection.cursor() as cursor, denied, transaction.atomic():
        cursor.execute(straight)
    assert one(county, version).days == (in_days(3),)


@pytest.mark.parametrize("who", ["member", "services.lead", "services.signatory", "services.worker"])
def test_nobody_but_the_chair_names_a_day(county, who):
    version = closed(county)
    with pytest.raises(Refused):
        name(county, version, in_days(3), who)
    with team_browser(county[who]) as browser:
        assert browser.get(f"/definition/{version}/day").status_code == 404
        assert "day for answers</a>" not in browser.text(f"/definition/{version}")


def test_another_countys_chair_names_no_day(cast, county):
    version = closed(county)
    with make_county(cast).by("chair") as elsewhere, pytest.raises(Refused):
        definition.name_day(version, day=in_days(3), by=elsewhere)


def test_agencies_read_the_new_day_and_from_which_it_was_moved(county):
    version = closed(county, answers_by=in_days(2))
    with team_browser(county["chair"]) as chair:
        assert "Move the day for answers" in chair.text(f"/definition/{version}")
        assert chair.send(f"/definition/{version}/day", day=f"{in_days(8)}").status_code == 303
    said = f"Answers are asked for by {on_day(in_days(8))}. The day has moved. Named before: {on_day(in_days(2))}."
    with team_browser(county["services.signatory"]) as signatory:
        for address in ("/", "/practice", f"/definition/{version}", f"/definition/{version}/answer"):
            assert said in signatory.text(address), address
    with team_browser(county["services.worker"]) as worker:
        assert said in worker.text(f"/definition/{version}")
        assert "Answers are asked for" not in worker.text("/")
    with translation.override("es"):
        assert words.days_line((date(2026, 12, 1), date(2026, 12, 9))).endswith("El día cambió. Antes era: 1 dic 2026.")


def test_where_no_day_was_named_one_can_be_and_nothing_is_said_to_have_moved(county):
    version = closed(county)
    with team_browser(county["chair"]) as chair:
        assert "Answers are asked for by" not in chair.text(f"/definition/{version}")
        assert "Name a day for answers" in chair.text(f"/definition/{version}")
        chair.send(f"/definition/{version}/day", day=f"{in_days(8)}")
        page = chair.text(f"/definition/{version}")
    assert f"Answers are asked for by {on_day(in_days(8))}." in page
    assert "The day has moved" not in page


@pytest.mark.parametrize(("typed", "said"), [("", "pick a day"), ("soon", "read that date"), ("2020-01-01", "is over")])
def test_a_day_that_can_not_be_is_said_beside_the_field_and_stays_there(county, typed, said):
    version = closed(county)
    with team_browser(county["chair"]) as chair:
        answer = chair.send(f"/definition/{version}/day", day=typed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert f'name="day" value="{typed}"' in answer.content.decode()
    assert one(county, version).days == ()


def test_once_in_force_nobody_reads_of_a_day_for_answers(county):
    version = closed(county, answers_by=in_days(2))
    answers(county, version, services="ratifies", probation="ratifies", advocates="dissents")
    declare(county, version)
    with team_browser(county["chair"]) as chair:
        page = chair.text(f"/definition/{version}")
    assert "Answers are asked for by" not in page
    assert "day for answers</a>" not in page
