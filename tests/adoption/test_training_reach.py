"""Gaps and reach: by name to who can close them, as counts to everybody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from porchlight.adoption.training import api as training
from porchlight.adoption.training.models import Session
from porchlight.kernel.errors import Refused
from porchlight.policy.api import ask
from tests.adoption.counties import add_person
from tests.adoption.training import (
    WORDS,
    attend,
    make_course,
    on_day,
    plan,
    small_home,
    today,
)


def test_trn_02_gaps_are_shown_to_the_person_and_by_name_to_who_can_close_them(county):
    session = plan(county)
    attend(county, session, "services.worker")
    with county.by("services.worker") as by:
        mine = {one.rule.key: str(one.standing) for one in training.my_training(by=by).needed}
        assert mine[WORDS] == "fine"
        assert "missing" in mine.values()
    for name in ("services.lead", "services.manager"):
        with county.by(name) as by:
            found = {one.seat: one for one in training.gaps(by=by)}
            mine_of = {one.rule.key: str(one.standing) for one in found[county["services.worker"].seat].needed}
            assert mine_of == mine
            assert county["probation.worker"].seat not in found
    for name in ("services.worker", "services.trainer", "chair", "member"):
        with county.by(name) as by:
            with pytest.raises(Refused):
                training.gaps(by=by)
            assert ask("SELECT * FROM pl.training_of_agency()") == []


def test_a_training_in_one_seat_counts_for_every_seat_of_that_person(cast, county):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    worker = county["services.worker"]
    with in_house("team"), acting(cast.administrator) as adm:
        second = teams.give_seat(
            worker.person, agency=county.agencies["advocates"], role="ADV", name="Both", phone="", by=adm
        )
    attend(county, plan(county), "services.worker")
    with in_house("team"), acting(second) as by:
        mine = training.my_training(by=by)
    assert [one.title for one in mine.had] == ["Words first"]
    assert "fine" in {str(one.standing) for one in mine.needed if one.rule.key == WORDS}


def test_the_reach_of_training_is_counted_for_agencies_of_five_people_and_more(cast, county):
    from porchlight.kernel.county import read_county

    everything = tuple(read_county("california", on=today()).training_rules)
    add_person(cast, county, "sixth", agency="services")
    with county.by("chair") as chair:
        before = {one.agency: one for one in training.training_reach(by=chair)}
    assert (before[county.agencies["services"]].people, before[county.agencies["services"]].in_date) == (6, 0)
    session = plan(county, make_course(county, serves=everything))
    attend(county, session, "services.worker", "services.lead")
    with county.by("chair") as chair:
        after = {one.agency: one for one in training.training_reach(by=chair)}
        assert after[county.agencies["services"]].in_date == 2
        assert set(after) <= set(county.agencies.values())
    with on_day(today() + timedelta(days=366)), county.by("chair") as chair:
        later = {one.agency: one for one in training.training_reach(by=chair)}
    assert later[county.agencies["services"]].in_date == 0


def test_fewer_than_five_people_are_not_counted(cast, county):
    small = small_home(cast, county)
    with county.by("chair") as chair:
        found = {one.agency: one for one in training.training_reach(by=chair)}
    assert (found[small].people, found[small].in_date) == (None, None)


def test_sessions_with_a_paid_survivor_trainer_are_counted_and_no_name_stands_beside_it(county):
    course = make_course(county)
    for survivor in ("paid", "unpaid", "none"):
        plan(county, course, survivor=survivor)
    plan(county, course, on=today() + timedelta(days=3), survivor="paid")
    with county.by("probation.worker") as by:
        found = training.trainer_counts(since=today() - timedelta(days=90), by=by)
        assert training.trainer_counts(since=today() + timedelta(days=1), by=by) == ()
    assert [(one.agency, one.sessions, one.with_paid_survivor) for one in found] == [
        (county.agencies["services"], 3, 1)
    ]
    assert {field.name for field in Session._meta.get_fields()} & {"survivor", "survivor_name"} == set()


def test_each_figure_for_the_whole_county_is_one_statement(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with county.by("chair") as by:
        training.training_reach(by=by)  # the county's values are read once in ten seconds
        for figure in (
            lambda: training.training_reach(by=by),
            lambda: training.practice_figures(since=today(), by=by),
            lambda: training.trainer_counts(since=today(), by=by),
            lambda: training.my_training(by=by),
        ):
            with CaptureQueriesContext(connection) as caught:
                figure()
            assert len(caught) == 1


def test_after_an_agency_left_its_offices_open_no_training_and_what_it_wrote_stays(cast, county):
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    course = make_course(county, who="probation.trainer")
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["probation"], by=adm)
    with county.by("probation.trainer") as by, pytest.raises(Refused):
        training.sessions(by=by)
    with county.by("services.trainer") as by:
        assert training.curriculum(course, by=by).sheet.title == "Words first"
