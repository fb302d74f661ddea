"""Courses, sessions, who was there, what it did: each row with whom it belongs to."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from porchlight.adoption.ground.api import case_free
from porchlight.adoption.training import api as training
from porchlight.adoption.training.models import Attended, Confidence, Curriculum, Intention
from porchlight.kernel.errors import Refused
from tests.adoption.counties import add_person, make_county
from tests.adoption.training import (
    NOTHING,
    SIXTY,
    WORDS,
    attend,
    code_of,
    make_course,
    on_day,
    plan,
    says,
    today,
)

FIVE = ("services.lead", "services.manager", "services.trainer", "services.signatory", "services.worker")


def came_of(county, session, *, who="services.trainer"):
    with county.by(who) as by:
        return training.what_came(session, by=by)


# Courses and sessions


def test_s16b_a_new_version_of_a_course_leaves_the_one_before_as_it_was(one_county):
    first = make_course(one_county, title="Open doors")
    with one_county.by("services.lead") as by:
        second = training.write_curriculum(
            case_free("Open doors, wider", by=by), hours=Decimal("1.5"), serves=[WORDS, "training.nothing"],
            outline=NOTHING, by=by, follows=first,
        )  # fmt: skip
        found = training.curriculum(first, by=by)
        assert [(row, number) for row, number, _day in found.versions] == [(second, 2), (first, 1)]
        assert found.sheet.title == "Open doors"
        assert "Slowly" in found.outline
        newest = [one for one in training.curricula(by=by) if one.series == found.sheet.series]
    assert [(one.id, one.version, list(one.serves)) for one in newest] == [(second, 2, [WORDS])]


def test_nobody_writes_the_next_version_of_another_agencys_course(one_county):
    course = make_course(one_county)
    with one_county.by("probation.trainer") as by, pytest.raises(Refused):
        training.write_curriculum(NOTHING, hours=Decimal(1), serves=(), outline=NOTHING, by=by, follows=course)


def test_a_session_may_be_planned_ahead_and_called_off_by_its_own_agency_alone(one_county):
    ahead = plan(one_county, on=today() + timedelta(days=9))
    with one_county.by("advocates.worker") as by:
        assert ahead in {one.id for one in training.coming_sessions(by=by)}
    with one_county.by("probation.trainer") as by:
        assert not training.call_off(ahead, by=by)
        with pytest.raises(Refused):
            training.session(ahead, by=by)
    with one_county.by("services.manager") as by:
        assert training.call_off(ahead, by=by)
        assert not training.call_off(ahead, by=by)
        assert training.session(ahead, by=by).is_off
        assert ahead in {one.id for one in training.sessions(by=by)}
    with one_county.by("advocates.worker") as by:
        assert ahead not in {one.id for one in training.coming_sessions(by=by)}


@pytest.mark.parametrize("who", ["services.worker", "services.signatory", "member"])
def test_who_holds_no_office_of_training_writes_and_plans_nothing(one_county, who):
    course = make_course(one_county)
    with one_county.by(who) as by:
        for refused in (
            lambda: training.write_curriculum(NOTHING, hours=Decimal(1), serves=(), outline=NOTHING, by=by),
            lambda: training.plan_session(
                course, held_on=today(), room=NOTHING, led_by=NOTHING, survivor_trainer="none", by=by
            ),
            lambda: training.call_off(uuid4(), by=by),
            lambda: training.mark_attended(uuid4(), seats=(), by=by),
            lambda: training.attended(uuid4(), by=by),
            lambda: training.sessions(by=by),
        ):
            with pytest.raises(Refused):
                refused()
        row = {"county": by.county, "agency_id": by.own_agency, "made_by": by.actor, "title": NOTHING, "hours": 1}
        with pytest.raises(DatabaseError), transaction.atomic():
            Curriculum.objects.create(**row)


def test_another_county_knows_of_no_course_and_no_session(cast, one_county):
    course = make_course(one_county)
    code = code_of(one_county, plan(one_county, course))
    with make_county(cast).by("services.trainer") as elsewhere:
        assert training.curricula(by=elsewhere) == ()
        assert training.coming_sessions(by=elsewhere) == ()
        with pytest.raises(Refused):
            training.curriculum(course, by=elsewhere)
        with pytest.raises(Refused):
            training.plan_session(
                course, held_on=today(), room=NOTHING, led_by=NOTHING, survivor_trainer="none", by=elsewhere
            )
        assert training.attend_by_code(code, by=elsewhere) is None


# Being there


def test_trn_01_the_code_on_the_wall_says_who_is_here_on_its_day(one_county):
    session = plan(one_county)
    attend(one_county, session, "probation.worker", "probation.worker")
    with one_county.by("services.trainer") as by:
        there = training.attended(session, by=by)
    assert [(one.seat, one.how) for one in there] == [(one_county["probation.worker"].seat, "code")]
    with one_county.by("probation.worker") as by:
        mine = training.my_training(by=by)
    assert [(one.title, one.day, list(one.serves)) for one in mine.had] == [("Words first", today(), [WORDS])]


def test_a_code_opens_nothing_the_day_before_the_day_after_or_when_the_session_was_called_off(county):
    session = plan(county)
    code = code_of(county, session)
    for day in (today() - timedelta(days=1), today() + timedelta(days=1)):
        with on_day(day), county.by("services.worker") as by:
            assert training.attend_by_code(code, by=by) is None
        with on_day(day):
            assert code_of(county, session) == ""
    with county.by("services.trainer") as by:
        training.call_off(session, by=by)
    with county.by("services.worker") as by:
        assert training.attend_by_code(code, by=by) is None
        assert training.my_training(by=by).had == ()


def test_wrong_codes_slow_down_who_types_them_and_nobody_beside_them(county):
    session = plan(county)
    code = code_of(county, session)
    for _try in range(5):
        with county.by("services.worker") as by:
            assert training.attend_by_code("WRNG22", by=by) is None
    with county.by("services.worker") as by, pytest.raises(training.ManyTries):
        training.attend_by_code(code, by=by)
    attend(county, session, "services.signatory")


def test_a_trainer_marks_by_name_from_the_day_on(county):
    ahead, now = plan(county, on=today() + timedelta(days=1)), plan(county)
    who = [county["probation.worker"].seat, county["services.worker"].seat]
    with county.by("services.trainer") as by:
        with pytest.raises(training.DayNotCome):
            training.mark_attended(ahead, seats=who, by=by)
        training.mark_attended(now, seats=who, by=by)
        training.mark_attended(now, seats=who[:1], by=by)
        assert {one.seat for one in training.attended(now, by=by)} == set(who)
        training.call_off(now, by=by)
        with pytest.raises(training.CalledOff):
            training.mark_attended(now, seats=who, by=by)


def test_who_came_by_code_is_marked_by_name_and_stands_on_the_list_once(county):
    attend(county, session := plan(county), "services.worker")
    with county.by("services.trainer") as by:
        training.mark_attended(session, seats=[county["services.worker"].seat], by=by)
        assert [one.how for one in training.attended(session, by=by)] == ["code"]


def test_nobody_is_marked_at_another_agencys_session_or_from_another_county(cast, county):
    session = plan(county)
    stranger = make_county(cast)["services.worker"].seat
    with county.by("probation.trainer") as by, pytest.raises(Refused):
        training.mark_attended(session, seats=[county["probation.worker"].seat], by=by)
    with county.by("services.trainer") as by, pytest.raises(Refused):
        training.mark_attended(session, seats=[stranger], by=by)
    with county.by("probation.trainer") as by:
        assert training.attended(session, by=by) == ()


def test_who_was_there_is_read_by_that_person_and_by_nobody_else_at_their_agency(one_county):
    session = plan(one_county)
    attend(one_county, session, "services.worker")
    for name in ("services.signatory", "services.lead", "chair", "probation.trainer"):
        with one_county.by(name) as by:
            assert not Attended.objects.filter(session=session).exists(), name
    with one_county.by("services.worker") as by:
        assert Attended.objects.get(session=session).seat == by.actor


def test_the_database_lets_nobody_write_a_training_for_a_colleague(one_county):
    with one_county.by("services.worker") as by, pytest.raises(DatabaseError), transaction.atomic():
        Attended.objects.create(
            county=by.county, made_by=by.actor, seat=one_county["services.signatory"].seat, title=NOTHING,
            done_on=today(), how="marked",
        )  # fmt: skip


# What it did


def test_s16b_confidence_and_what_i_will_do_differently_belong_to_the_person(one_county):
    session = plan(one_county)
    attend(one_county, session, "services.worker")
    says(one_county, "services.worker", session, will="Ask before I advise")
    with one_county.by("services.worker") as by:
        mine = training.my_session(session, by=by)
        assert mine.answered == {"before", "after"}
        assert mine.will_do == "Ask before I advise"
        assert mine.ask_on == today() + SIXTY
        with pytest.raises(training.SaidAlready):
            training.say_how_sure(session, moment="after", items=[1] * 5, by=by)
        with pytest.raises(training.SaidAlready):
            training.will_do_differently(session, words=case_free("More", by=by), by=by)
    for name in ("services.trainer", "services.lead", "chair", "services.signatory"):
        with one_county.by(name) as by:
            assert not Confidence.objects.filter(session=session).exists(), name
            assert not Intention.objects.filter(session=session).exists(), name
            with pytest.raises(Refused):
                training.my_session(session, by=by)


def test_only_who_was_there_answers_and_only_with_whole_answers(one_county):
    session = plan(one_county)
    attend(one_county, session, "services.worker")
    with one_county.by("probation.worker") as by, pytest.raises(Refused):
        training.say_how_sure(session, moment="before", items=[3] * 5, by=by)
    with one_county.by("services.worker") as by:
        for moment, items in (("during", [3] * 5), ("before", [3] * 4), ("before", [6] * 5)):
            with pytest.raises(Refused):
                training.say_how_sure(session, moment=moment, items=items, by=by)


def test_averages_begin_with_five_people_and_grow_by_fives(cast, county):
    session = plan(county)
    more = [f"more{number}" for number in range(2)]
    for name in more:
        add_person(cast, county, name, agency="services")
    attend(county, session, *FIVE, *more)
    for number, name in enumerate((*FIVE, *more), 1):
        with county.by("services.trainer") as by:
            seen = training.how_sure(session, by=by)
        if number <= 5:
            assert seen == {}, "four and fewer are nobody's business"
        else:
            assert {moment: (one.people, one.averages) for moment, one in seen.items()} == {
                "before": (5, (Decimal("1.8"),) * 5),
                "after": (5, (Decimal("4.2"),) * 5),
            }, "a sixth answer can't be worked out from a second look"
        says(county, name, session, before=1 if number == 1 else 2, after=5 if number == 1 else 4)


def test_s16b_after_sixty_days_it_is_asked_whether_it_happened(county):
    session = plan(county)
    attend(county, session, "services.worker")
    intention = says(county, "services.worker", session)
    with on_day(today() + SIXTY - timedelta(days=1)), county.by("services.worker") as by:
        assert training.asked_now(by=by) == training.my_training(by=by).asked == ()
        with pytest.raises(Refused):
            training.say_what_came(intention, came="yes", in_the_way=NOTHING, by=by)
    with on_day(today() + SIXTY):
        with county.by("services.signatory") as by, pytest.raises(Refused):
            training.say_what_came(intention, came="yes", in_the_way=NOTHING, by=by)
        with county.by("services.worker") as by:
            assert [one.intention for one in training.asked_now(by=by)] == [intention]
            assert training.asked_one(intention, by=by).words == "Ask first"
            assert [one.intention for one in training.my_training(by=by).asked] == [intention]
            with pytest.raises(Refused):
                training.say_what_came(intention, came="perhaps", in_the_way=NOTHING, by=by)
            training.say_what_came(intention, came="part", in_the_way=case_free("No time to ask", by=by), by=by)
            assert training.asked_now(by=by) == training.my_training(by=by).asked == ()
            with pytest.raises(training.SaidAlready):
                training.say_what_came(intention, came="yes", in_the_way=NOTHING, by=by)
            with pytest.raises(Refused):
                training.asked_one(intention, by=by)
        came = came_of(county, session)
    assert (came.said, came.asked, came.answered) == (1, 1, 1)
    assert (came.yes, came.part, came.not_yet) == (0, 0, 0), "what one person answered is theirs"


def test_what_came_of_a_session_is_counted_from_five_answers_on(county):
    session = plan(county)
    attend(county, session, *FIVE)
    intentions = {name: says(county, name, session) for name in FIVE}
    assert came_of(county, session).asked == 0
    with on_day(today() + SIXTY):
        for name, came in zip(FIVE, ("yes", "yes", "part", "not_yet", "yes"), strict=True):
            with county.by(name) as by:
                training.say_what_came(intentions[name], came=came, in_the_way=NOTHING, by=by)
        found = came_of(county, session)
        assert (found.answered, found.yes, found.part, found.not_yet) == (5, 3, 1, 1)
        assert came_of(county, session, who="probation.trainer").answered == 0


def test_learning_is_ones_own_record_and_never_of_tomorrow(one_county):
    with one_county.by("services.worker") as by:
        training.learned("shadowing", what=case_free("A morning beside an advocate", by=by), done_on=today(), by=by)
        with pytest.raises(training.DayNotCome):
            training.learned("reading", what=NOTHING, done_on=today() + timedelta(days=1), by=by)
        with pytest.raises(Refused):
            training.learned("dreaming", what=NOTHING, done_on=today(), by=by)
        assert [one.kind for one in training.my_learning(by=by)] == ["shadowing"]
    with one_county.by("services.lead") as by:
        assert training.my_learning(by=by) == ()


# Gaps, to the person first
