"""S16d: agencies' own wordings, the county's draft, comments tied to passages, and two people at one passage."""

from __future__ import annotations

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import NamesSomebody, case_free
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.project.stage import acting, in_house
from tests.absences.conftest import welcome
from tests.adoption.counties import beside, make_county
from tests.adoption.drafts import PASSAGE, WORDINGS, closed, draft, in_force, one, text, wordings, written
from tests.support.client import team_browser


def test_s16d_each_agency_says_how_it_puts_it_and_everybody_in_the_county_reads_it(cast, county):
    wordings(county)
    with county.by("probation.worker") as worker:
        found = definition.wordings(by=worker)
    assert [one.words for one in found] == [WORDINGS[name] for name in ("advocates", "probation", "services")]
    with make_county(cast).by("chair") as elsewhere:
        assert definition.wordings(by=elsewhere) == ()


def test_the_newest_wording_counts_and_the_earlier_one_stays(county):
    for words in ("First.", "Second."):
        with county.by("services.signatory") as signatory:
            definition.write_wording(words=case_free(words, by=signatory), by=signatory)
    with county.by("services.worker") as worker:
        assert [one.words for one in definition.wordings(by=worker)] == ["Second."]
        assert [one.words for one in definition.own_wordings(by=worker)] == ["Second.", "First."]


@pytest.mark.parametrize("who", ["services.worker", "services.manager", "chair"])
def test_only_lead_and_signatory_speak_for_their_agency(one_county, who):
    with one_county.by(who) as visit, pytest.raises(Refused):
        definition.write_wording(words=case_free("Ours.", by=visit), by=visit)


def test_s16d_a_draft_has_a_number_and_there_is_one_at_a_time(county):
    version = draft(county)
    assert (one(county, version).number, one(county, version).state) == (1, definition.DRAFT)
    with county.by("chair") as chair, pytest.raises(definition.DraftIsOpen):
        definition.open_round(by=chair)


def test_a_member_drafts_and_a_lead_does_not(county):
    version = draft(county)
    with county.by("member") as member:
        definition.write_passage(version, written=written(words="Second."), by=member)
    with county.by("services.lead") as lead, pytest.raises(Refused):
        definition.write_passage(version, written=written(words="Third."), by=lead)
    assert [found.words for found in text(county, version, "services.worker")] == [PASSAGE, "Second."]


def test_s16d_two_people_at_one_passage_lose_nothing_and_the_second_sees_both(county):
    version = draft(county)
    (found,) = text(county, version)
    with county.by("member") as member:
        definition.write_passage(version, written=written(found.passage, edition=1, words="Theirs."), by=member)
    with county.by("chair") as chair, pytest.raises(definition.SomebodyElseWrote, match="Both texts") as refused:
        definition.write_passage(version, written=written(found.passage, edition=1, words="Mine."), by=chair)
    assert (refused.value.theirs.words, refused.value.theirs.edition) == ("Theirs.", 2)
    with county.by("chair") as chair:
        definition.write_passage(version, written=written(found.passage, edition=2, words="Both."), by=chair)
    assert [one.words for one in text(county, version)] == ["Both."]


def test_a_passage_is_taken_out_and_somebody_who_was_writing_it_is_told(county):
    version = draft(county)
    (found,) = text(county, version)
    with county.by("chair") as chair:
        definition.take_out(version, passage=found.passage, edition=1, by=chair)
        definition.take_out(version, passage=new_id(), edition=1, by=chair)
    assert text(county, version) == ()
    with county.by("member") as member, pytest.raises(definition.SomebodyElseWrote) as refused:
        definition.write_passage(version, written=written(found.passage, edition=1, words="Mine."), by=member)
    assert (refused.value.theirs.words, refused.value.theirs.edition) == ("", 2)


def test_starters_are_taken_over_once_and_the_others_are_left(county):
    version = draft(county)
    keys = [key for key, _one in definition.starter_rows()][:2]
    with county.by("chair") as chair:
        assert definition.take_over(version, keys=keys, by=chair) == 2
        assert definition.take_over(version, keys=[*keys, "t-safe"], by=chair) == 1
    kinds = [found.kind for found in text(county, version)]
    assert kinds == ["passage", "will_not", "will_not", "term"]
    assert all(found.words_es for found in text(county, version))


def test_who_wrote_each_text_is_said_and_the_newest_counts(county):
    version = draft(county)
    for words in ("A translator", "Two survivors and a translator"):
        with county.by("chair") as chair:
            definition.say_who_wrote(version, kind="spanish", words=case_free(words, by=chair), by=chair)
            definition.say_who_wrote(version, kind="nothing", words=case_free(words, by=chair), by=chair)
    with county.by("services.worker") as worker:
        assert definition.written_by(version, by=worker) == {"spanish": "Two survivors and a translator"}


def comment(county, version, who, words="What about nights?"):
    (found, *_more) = text(county, version)
    with county.by(who) as visit:
        definition.comment(version, passage=found.passage, words=case_free(words, by=visit), by=visit)


def comments(county, version, who="chair"):
    with county.by(who) as visit:
        return definition.comments(version, by=visit)


def test_s16d_every_seat_comments_on_a_passage_and_the_chair_says_what_became_of_it(county):
    version = draft(county)
    comment(county, version, "services.worker")
    comment(county, version, "probation.trainer", "Say who leads.")
    first, second = comments(county, version)
    assert (first.writer, first.is_mine) == (county["services.worker"].name, False)
    assert definition.open_comments((first, second)) == 2
    with county.by("chair") as chair:
        for is_taken, why in ((True, ""), (False, "It stands in the next part.")):
            definition.reply(version, row=second.id, is_taken=is_taken, words=case_free(why, by=chair), by=chair)
    second = comments(county, version, "probation.trainer")[1]
    assert (second.is_mine, second.is_taken, second.why) == (True, False, "It stands in the next part.")


def test_a_comment_is_withdrawn_by_its_writer_alone(county):
    version = draft(county)
    comment(county, version, "services.worker")
    (row,) = comments(county, version)
    for who, left in (("probation.worker", 1), ("services.lead", 1), ("chair", 1), ("services.worker", 0)):
        with county.by(who) as visit:
            definition.withdraw_comment(row.id, by=visit)
        assert len(comments(county, version)) == left, who


def test_only_the_chair_answers_comments_and_only_comments_that_are_there(county):
    version = draft(county)
    comment(county, version, "services.worker")
    (row,) = comments(county, version)
    with county.by("member") as member, pytest.raises(Refused):
        definition.reply(version, row=row.id, is_taken=True, words=case_free("", by=member), by=member)
    with county.by("chair") as chair, pytest.raises(Refused):
        definition.reply(version, row=new_id(), is_taken=True, words=case_free("", by=chair), by=chair)
    with county.by("services.worker") as worker, pytest.raises(Refused):
        definition.comment(version, passage=new_id(), words=case_free("Where?", by=worker), by=worker)


@pytest.mark.parametrize("planted", ["Philomel", "case 23JV0012", "born May 4, 2010"])
def test_a_comment_that_points_at_a_young_person_comes_back_with_the_reason_and_every_word(cast, county, planted):
    beside(cast, welcome(cast, name="Philomel"), county["services.worker"].seat)
    version = draft(county)
    (found,) = text(county, version)
    with team_browser(county["services.worker"]) as worker:
        answer = worker.send(f"/definition/{version}/talk/{found.passage}", words=f"When {planted} came home")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert f"When {planted} came home" in page
    assert "never about one young person" in page
    with county.by("chair") as chair:
        assert definition.comments(version, by=chair) == ()


def test_a_comment_names_no_young_person(cast, county):
    """The writer's own are refused with the reason; anybody else's name is a name like any other."""
    welcome(cast, name="Isolde")
    with in_house("team"), acting(cast["SW"].seat) as worker, pytest.raises(NamesSomebody, match="Isolde"):
        case_free("Isolde would not like this.", by=worker)
    with county.by("services.worker") as stranger:
        assert case_free("Isolde would not like this.", by=stranger)


def test_s16d_a_new_draft_begins_with_the_text_before_it_and_overwrites_nothing(county):
    first = in_force(county)
    with county.by("chair") as chair:
        second = definition.open_round(by=chair)
    (found,) = text(county, second)
    assert (found.words, one(county, second).number) == (PASSAGE, 2)
    with county.by("chair") as chair:
        definition.write_passage(second, written=written(found.passage, edition=1, words="Anew."), by=chair)
    assert [one.words for one in text(county, first)] == [PASSAGE]
    assert [one.words for one in text(county, second)] == ["Anew."]


CLOSED = {
    "passage": lambda v, by: definition.write_passage(v, written=written(words="Late."), by=by),
    "starters": lambda v, by: definition.take_over(v, keys=["t-safe"], by=by),
    "writers": lambda v, by: definition.say_who_wrote(v, kind="text", words=case_free("Us", by=by), by=by),
    "comment": lambda v, by: definition.comment(v, passage=new_id(), words=case_free("Late.", by=by), by=by),
    "reply": lambda v, by: definition.reply(v, row=new_id(), is_taken=True, words=case_free("", by=by), by=by),
    "close": lambda v, by: definition.close_round(v, asked=[], answers_by=None, by=by),
}


@pytest.mark.parametrize("what", CLOSED)
def test_s16d_a_text_that_was_closed_is_edited_by_nobody(county, what):
    version = closed(county)
    with county.by("chair") as chair, pytest.raises(definition.TextIsClosed, match="closed"):
        CLOSED[what](version, chair)


STRAIGHT = {
    "a passage": """INSERT INTO adoption_definition_passage (id, county, made_by, made_at, definition, passage, edition,
        kind, place, heading, words, heading_es, words_es, is_out)
        SELECT gen_random_uuid(), county, pl.actor(), now(), id, gen_random_uuid(), 1, 'passage', 9, '', 'Late.', '',
        '', false FROM adoption_definition WHERE id = %s""",
    "the fingerprint": "UPDATE adoption_definition SET fingerprint = 'Another' WHERE id = %s",
    "whom it asks": "UPDATE adoption_definition SET asked = '{}' WHERE id = %s",
    "open again": "UPDATE adoption_definition SET closed_at = NULL WHERE id = %s",
    "its number": "UPDATE adoption_definition SET number = 9 WHERE id = %s",
    "away with it": "DELETE FROM adoption_definition WHERE id = %s",
}


@pytest.mark.parametrize("what", STRAIGHT)
def test_a_closed_text_can_not_be_changed_straight_in_the_database_either(county, what):
    version = closed(county)
    with (
        county.by("chair"),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match=r"refused|denied"),
        transaction.atomic(),
    ):
        cursor.execute(STRAIGHT[what], [version])


def test_an_open_draft_takes_no_answer_and_nothing_of_another_county(cast, county):
    """The database holds rows of one county together."""
    version, elsewhere = draft(county), make_county(cast)
    sql = """INSERT INTO adoption_definition_comment (id, county, made_by, made_at, agency_id, definition, passage,
        edition, words) VALUES (gen_random_uuid(), pl.my_county(), pl.actor(), now(), pl.agency(), %s,
        gen_random_uuid(), 1, 'Hello')"""
    refused = pytest.raises(DatabaseError, match="refused")
    with elsewhere.by("chair"), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute(sql, [version])
    with county.by("chair"), connection.cursor() as cursor:
        cursor.execute(sql, [version])


def test_another_countys_chair_finds_no_such_version(cast, county):
    version = draft(county)
    with make_county(cast).by("chair") as elsewhere:
        assert definition.passages(version, by=elsewhere) == ()
        assert definition.comments(version, by=elsewhere) == ()
        with pytest.raises(Refused):
            definition.write_passage(version, written=written(words="x"), by=elsewhere)
        with pytest.raises(Refused):
            definition.close_round(version, asked=[], answers_by=None, by=elsewhere)
