"""Whoever commented finds the answer: one quiet line until they opened it, and a receipt that nobody else reads."""

from __future__ import annotations

import pytest
from django.db import connection

from porchlight.adoption.definition import api as definition
from porchlight.adoption.front import api as front
from porchlight.adoption.ground.api import case_free
from tests.adoption.drafts import draft, text, written
from tests.adoption.test_definition_drafting import comment, comments
from tests.support.client import team_browser

LINE = "Answered: your comment on “What we mean”"
WRITER = "services.worker"


def reply(
    county, version, *, words: str = "It stands there now.", is_taken: bool = True, row=None, who="chair"
) -> None:
    row = row or comments(county, version)[-1].id
    with county.by(who) as chair:
        definition.reply(version, row=row, is_taken=is_taken, words=case_free(words, by=chair), by=chair)


def waiting(county, who: str = WRITER, *, language: str = "en") -> list[str]:
    with county.by(who, language=language) as visit:
        return [one.heading or one.words for one in front.what_waits(by=visit).answered]


@pytest.fixture
def commented(county):
    """A draft with one comment by a worker; the version."""
    version = draft(county)
    comment(county, version, WRITER)
    return version


def part(county, version) -> str:
    return f"/definition/{version}/talk/{text(county, version)[0].passage}"


def test_s16d_whoever_commented_finds_the_answer_and_the_line_is_gone_once_they_opened_it(county, commented):
    assert waiting(county) == []
    reply(county, commented)
    with team_browser(county[WRITER]) as worker:
        assert LINE in worker.text("/")
        assert LINE in worker.text("/practice")
        address = part(county, commented)
        assert f'href="{address}"' in worker.text("/")
        assert "It stands there now." in worker.text(address)
        assert LINE not in worker.text("/")
        assert LINE not in worker.text("/practice")
    assert waiting(county) == []


@pytest.mark.parametrize("who", ["chair", "services.lead", "services.manager", "probation.worker"])
def test_nobody_else_is_told_and_their_opening_takes_no_line_away(county, commented, who):
    reply(county, commented)
    with team_browser(county[who]) as browser:
        assert "Answered: your comment" not in browser.text("/")
        browser.text(part(county, commented))
    assert waiting(county) == ["What we mean"]


def test_an_answer_anew_is_told_anew_and_says_what_counts_now(county, commented):
    reply(county, commented)
    with team_browser(county[WRITER]) as worker:
        worker.text(part(county, commented))
        reply(county, commented, words="We left it out after all.", is_taken=False)
        assert LINE in worker.text("/")
        assert "Not taken in" in worker.text(part(county, commented))
        assert LINE not in worker.text("/")


def test_several_comments_on_one_part_are_one_line_and_it_stands_while_one_answer_was_not_opened(county, commented):
    comment(county, commented, WRITER, "And in the morning?")
    first, second = comments(county, commented)
    reply(county, commented, row=first.id)
    reply(county, commented, row=second.id)
    assert waiting(county) == ["What we mean"]


def test_a_comment_that_was_taken_back_and_one_without_an_answer_tell_nothing(county, commented):
    reply(county, commented)
    (row,) = comments(county, commented)
    with county.by(WRITER) as worker:
        definition.withdraw_comment(row.id, by=worker)
    comment(county, commented, WRITER, "Something else.")
    assert waiting(county) == []


def test_a_chair_who_answers_an_own_comment_is_not_told(county):
    version = draft(county)
    comment(county, version, "chair")
    reply(county, version)
    assert waiting(county, "chair") == []


def test_the_part_is_named_in_the_readers_language_as_far_as_it_is_written(county, commented):
    reply(county, commented)
    with county.by("chair") as chair:
        definition.write_passage(commented, written=written(words="No Spanish yet."), by=chair)
    bare = next(one for one in text(county, commented) if one.words == "No Spanish yet.")
    with county.by(WRITER) as worker:
        words = case_free("Good.", by=worker)
        definition.comment(commented, passage=bare.passage, words=words, by=worker)
    reply(county, commented)
    assert waiting(county, language="es") == ["No Spanish yet.", "Lo que decimos"]
    assert waiting(county) == ["No Spanish yet.", "What we mean"]


def test_more_answers_than_three_are_counted_and_come_one_after_the_other(county):
    version = draft(county)
    for number in range(4):
        with county.by("chair") as chair:
            definition.write_passage(version, written=written(heading=f"Part {number}", words="Words."), by=chair)
    for found in text(county, version)[1:]:
        with county.by(WRITER) as worker:
            definition.comment(version, passage=found.passage, words=case_free("Yes.", by=worker), by=worker)
    for row in comments(county, version):
        reply(county, version, row=row.id)
    with team_browser(county[WRITER]) as worker:
        page = worker.text("/")
    assert [f"“Part {number}”" in page for number in range(4)] == [False, True, True, True]
    assert "Other parts with an answer to you: 1." in page


def test_an_answer_is_found_after_the_text_was_closed_too(county, commented):
    reply(county, commented)
    with county.by("chair") as chair:
        definition.close_round(commented, asked=[county.agencies["services"]], answers_by=None, by=chair)
    with team_browser(county[WRITER]) as worker:
        assert LINE in worker.text("/")
        assert "It stands there now." in worker.text(part(county, commented))
        assert LINE not in worker.text("/")


def test_what_was_said_of_a_part_that_was_taken_out_is_read_and_answered_all_the_same(county, commented):
    address = part(county, commented)
    (found,) = text(county, commented)
    with county.by("chair") as chair:
        definition.take_out(commented, passage=found.passage, edition=1, by=chair)
        assert [one.words for one in definition.taken_out(commented, by=chair)] == [found.words]
    with team_browser(county["chair"]) as chair:
        page = chair.text(f"/definition/{commented}")
        assert f'href="{address}"' in page
        assert '<details class="more" open><summary>Comments on parts that were taken out' in page
        page = chair.text(address)
        assert "This part was taken out of the draft." in page
        assert "Change this part" not in page
        assert "What do you think of this part?" not in page
        assert "Said of an earlier text" not in page
        row = comments(county, commented)[0].id
        assert chair.send(f"{address}/reply/{row}", page=address, outcome="yes", why="So we did.").status_code == 303
    with team_browser(county[WRITER]) as worker:
        assert LINE in worker.text("/")
        assert "So we did." in worker.text(address)
        assert LINE not in worker.text("/")


def test_a_part_that_was_taken_out_keeps_its_comments_in_the_list_of_a_closed_text(county, commented):
    address = part(county, commented)
    (found,) = text(county, commented)
    with county.by("chair") as chair:
        definition.write_passage(commented, written=written(words="Another."), by=chair)
        definition.take_out(commented, passage=found.passage, edition=1, by=chair)
        definition.close_round(commented, asked=[county.agencies["services"]], answers_by=None, by=chair)
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(f"/definition/{commented}")
    assert f'href="{address}"' in page.partition("Comments and answers")[2]
    assert page.count(": taken out of the draft") == 1


def test_a_receipt_says_that_it_was_shown_and_is_read_by_nobody_else(county, commented):
    reply(county, commented)
    with team_browser(county[WRITER]) as worker:
        for _again in range(2):
            worker.text(part(county, commented))
    answered = comments(county, commented)[0].reply
    for who, seen in ((WRITER, 1), ("chair", 0), ("services.lead", 0), ("services.manager", 0)):
        with county.by(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM adoption_definition_reply_receipt WHERE reply = %s", [answered])
            assert cursor.fetchone()[0] == seen, who
