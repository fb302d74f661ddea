"""S16d: ratified agency by agency, dissent recorded, in force, shown, and never overwritten."""

from __future__ import annotations

from datetime import timedelta
from math import inf

import pytest
from django.db import connection, transaction
from django.db.utils import DatabaseError

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import case_free, fingerprint
from porchlight.adoption.publishing import api as publishing
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.counties import make_county
from tests.adoption.drafts import answers, closed, draft, in_force, one, said, text
from tests.support.statements import statements


def answer(county, version, who: str, kind: str = "ratifies") -> None:
    with county.by(who) as visit:
        definition.answer(version, kind=kind, reason=case_free("Why.", by=visit), by=visit)


def declare(county, version) -> None:
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)


def test_s16d_closing_locks_the_text_under_its_fingerprint(county):
    from porchlight.adoption.definition.text_rules import whole

    version = closed(county)
    found = one(county, version)
    assert found.state == definition.ANSWERING
    assert found.fingerprint == fingerprint(*whole(text(county, version), {}))
    assert set(found.asked) == {county.agencies[name] for name in ("services", "probation", "advocates")}


def test_a_draft_without_a_passage_can_not_be_closed(county):
    with county.by("chair") as chair:
        version = definition.open_round(by=chair)
        definition.take_over(version, keys=["t-safe"], by=chair)
    with county.by("chair") as chair, pytest.raises(definition.NothingWritten):
        definition.close_round(version, asked=[], answers_by=None, by=chair)


def test_s16d_each_agency_answers_by_its_signatory_with_name_and_date(county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="abstains", advocates="dissents")
    found = said(county, version, "probation.worker")
    assert [one.kind for one in found.answers] == ["ratifies", "abstains", "dissents"]
    assert [one.signed for one in found.answers] == [
        county[f"{name}.signatory"].name for name in ("services", "probation", "advocates")
    ]
    assert [bool(one.reason) for one in found.answers] == [False, True, True]
    assert [len(names) for names in (found.standing.ratified, found.standing.abstained, found.standing.dissented)] == [
        1,
        1,
        1,
    ]
    assert found.standing.waiting == ()


def test_s16d_a_signatory_who_signs_twice_is_told_that_the_first_answer_stands(county):
    version = closed(county)
    answer(county, version, "services.signatory")
    with pytest.raises(definition.AnsweredAlready, match="The first answer stands"):
        answer(county, version, "services.signatory", "dissents")
    assert [one.kind for one in said(county, version).answers] == ["ratifies"]


@pytest.mark.parametrize("who", ["chair", "services.lead", "services.worker"])
def test_nobody_signs_but_a_signatory(county, who):
    version = closed(county)
    with pytest.raises(Refused):
        answer(county, version, who)


def test_a_draft_is_signed_by_nobody_and_neither_is_an_unknown_answer(county):
    version = draft(county)
    with pytest.raises(definition.TextIsClosed):
        answer(county, version, "services.signatory")
    with county.by("chair") as chair:
        definition.close_round(version, asked=[], answers_by=None, by=chair)
    with pytest.raises(definition.TextIsClosed):
        answer(county, version, "services.signatory", "perhaps")


FORGED = """INSERT INTO adoption_definition_answer (id, county, made_by, made_at, agency_id, definition, kind, signed,
    reason) VALUES (gen_random_uuid(), pl.my_county(), pl.actor(), now(), %s, %s, 'ratifies', 'x', '')"""


@pytest.mark.parametrize(("who", "agency"), [("services.worker", "services"), ("services.signatory", "probation")])
def test_the_database_takes_no_answer_of_another_hand_or_for_another_agency(county, who, agency):
    version = closed(county)
    with (
        county.by(who),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        cursor.execute(FORGED, [county.agencies[agency], version])


def test_s16d_an_agency_that_leaves_is_no_longer_waited_for_and_what_it_signed_stays(cast, county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="dissents")
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["advocates"], by=adm)
        teams.agency_leaves(county.agencies["probation"], by=adm)
    found = said(county, version)
    assert found.standing.waiting == ()
    assert len(found.standing.dissented) == 1
    declare(county, version)
    assert one(county, version).state == definition.IN_FORCE
    with pytest.raises(Refused):
        answer(county, version, "advocates.signatory")


def test_s16d_it_comes_in_force_by_the_chairs_word_and_not_before_the_answers_are_there(county):
    version = closed(county)
    answers(county, version, services="ratifies", probation="abstains")
    with pytest.raises(definition.NotYetInForce):
        declare(county, version)
    with county.by("services.lead") as lead, pytest.raises(Refused):
        definition.come_in_force(version, by=lead)
    answers(county, version, advocates="dissents")
    declare(county, version)
    assert one(county, version).in_force_at is not None
    with pytest.raises(definition.NotYetInForce, match="already"):
        declare(county, version)


def test_it_comes_in_force_without_the_last_answer_once_its_day_is_over_and_that_answer_is_taken_later(county):
    day = clock.county_time(clock.now()).date() + timedelta(days=2)
    version = closed(county, answers_by=day)
    answers(county, version, services="ratifies")
    with pytest.raises(definition.NotYetInForce):
        declare(county, version)
    with clock.standing_still(clock.now() + timedelta(days=3)), county.by("chair") as chair:
        definition.come_in_force(version, by=chair)
    answers(county, version, probation="ratifies")
    assert len(said(county, version).standing.ratified) == 2


def test_s16d_an_earlier_version_stays_readable_and_takes_no_more_answers(county):
    first = in_force(county)
    second = closed(county, words="Anew.")
    assert one(county, first).state == definition.IN_FORCE
    answers(county, second, services="ratifies", probation="ratifies", advocates="ratifies")
    declare(county, second)
    assert one(county, first).state == definition.EARLIER
    assert len(text(county, first, "services.worker")) == 1
    assert len(said(county, first).answers) == 3
    with pytest.raises(definition.TextIsClosed):
        answer(county, first, "services.signatory")
    with pytest.raises(definition.NotYetInForce):
        declare(county, first)


def test_the_day_on_which_it_came_in_force_is_never_moved(county):
    version = in_force(county)
    sql = "UPDATE adoption_definition SET in_force_at = now() + interval '1 day' WHERE id = %s"
    with (
        county.by("chair"),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="refused"),
        transaction.atomic(),
    ):
        cursor.execute(sql, [version])


def foot(county, who="services.worker"):
    with county.by(who) as visit:
        return definition.foot(by=visit)


def test_s16d_the_foot_says_the_version_and_who_has_not_ratified_it(county):
    assert foot(county) is None
    version = closed(county)
    assert len(foot(county).not_ratified) == 3
    answers(county, version, services="ratifies", probation="abstains")
    assert foot(county).not_ratified == tuple(
        sorted(one.name for one in agencies(county) if one.id in names(county, "probation", "advocates"))
    )
    answers(county, version, advocates="ratifies")
    declare(county, version)
    assert (foot(county).state, foot(county).number) == (definition.IN_FORCE, 1)
    draft(county)
    assert foot(county).number == 1, "the one in force, while the next is being written"


def agencies(county):
    with county.by("chair") as chair:
        return teams.agencies_of_county(by=chair)


def names(county, *which):
    return [county.agencies[name] for name in which]


def test_the_foot_asks_the_database_once_in_ten_seconds(county, monkeypatch):
    from porchlight.adoption.definition import foot as module

    in_force(county)
    with county.by("services.worker") as worker, statements() as asked:
        for _page in range(5):
            definition.foot(by=worker)
        assert len(asked) == 1
        later = module.time.monotonic() + module.EVERY + 1
        monkeypatch.setattr(module.time, "monotonic", lambda: later)
        definition.foot(by=worker, oldest=inf)
        assert len(asked) == 1, "a page that has no statement to spare takes what was read last"
        definition.foot(by=worker)
        assert len(asked) == 2


def test_a_seat_of_no_county_hears_nothing_of_anybodys(cast, county):
    in_force(county)
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["probation"], by=adm)
    with county.by("probation.worker") as left, pytest.raises(Refused):
        definition.foot(by=left)
    assert foot(make_county(cast)) is None


def test_s16d_everybody_is_led_to_the_version_in_force_once(county):
    for who in ("services.worker", "chair"):
        with county.by(who) as visit:
            assert definition.unread(by=visit) is None
    version = in_force(county)
    for who in ("services.worker", "chair"):
        with county.by(who) as visit:
            assert definition.unread(by=visit) == version
            definition.keep_receipt(version, by=visit)
            definition.keep_receipt(version, by=visit)
        with county.by(who) as visit:
            assert definition.unread(by=visit) is None


def test_a_receipt_is_its_own_seats_and_nobody_counts_them(county):
    version = in_force(county)
    with county.by("services.worker") as worker:
        definition.keep_receipt(version, by=worker)
    for who, seen in (("services.worker", 1), ("services.lead", 0), ("chair", 0)):
        with county.by(who), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM adoption_definition_receipt WHERE definition = %s", [version])
            assert cursor.fetchone()[0] == seen, who


def publish(county, version) -> None:
    copies = [definition.Copy(language, f"Title {language}", "In force", "Text.") for language in ("en", "es")]
    with county.by("chair") as chair:
        definition.publish_version(version, copies=copies, youth=[copies[0]], by=chair)


def published(county):
    with county.by("chair") as chair:
        return publishing.publications(by=chair, county=county.key)


def test_the_version_in_force_is_published_and_makes_the_copies_of_earlier_ones_go(county):
    first = in_force(county)
    publish(county, first)
    assert {one.subject == first for one in published(county)} == {True, False}
    second = closed(county, words="Anew.")
    with pytest.raises(definition.TextIsClosed, match="in force"):
        publish(county, second)
    answers(county, second, services="ratifies", probation="ratifies", advocates="ratifies")
    declare(county, second)
    publish(county, second)
    assert len(published(county)) == 3
    assert first not in {one.subject for one in published(county)}
    with county.by("services.lead") as lead, pytest.raises(Refused):
        definition.publish_version(second, copies=[], youth=[], by=lead)
