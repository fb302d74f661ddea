"""That a part of the plan was used: the young person says it, and who may read that part may see it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from itertools import chain, combinations

import psycopg
import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.needs.making import as_seat, as_youth, young_person
from tests.safety.using import LONG_AGO, days_ago, seen_by, seen_by_them, today, took_back, used, wrote
from tests.support.connections import as_admin, as_visitor

ROLES = ("SW", "CG", "BH")
SUBSETS = list(chain.from_iterable(combinations(ROLES, size) for size in range(len(ROLES) + 1)))


@pytest.fixture
def youth(cast):
    return young_person(cast, "CG", "BH")


def rows_of(youth):
    with as_admin() as admin:
        return admin.execute(
            "SELECT made_at, day, ended_at FROM safety_used WHERE youth_id = %s ORDER BY id", [youth]
        ).fetchall()


def test_one_tap_keeps_the_part_and_the_county_day(cast, youth):
    part = wrote(youth, seats=[cast["SW"]])
    used(youth, part)
    assert seen_by_them(youth) == seen_by(cast["SW"], youth) == [(part, today())]


def test_a_second_tap_on_the_same_day_changes_nothing_and_another_day_is_another_fact(cast, youth):
    part = wrote(youth)
    with days_ago(2):
        used(youth, part)
        used(youth, part)
    used(youth, part)
    assert seen_by_them(youth) == [(part, today() - timedelta(days=2)), (part, today())]


def test_it_can_be_taken_back_on_the_same_day_and_said_anew(youth):
    part = wrote(youth)
    used(youth, part)
    took_back(youth, part)
    assert seen_by_them(youth) == []
    took_back(youth, part)
    used(youth, part)
    assert seen_by_them(youth) == [(part, today())]


def test_what_they_said_on_an_earlier_day_stays(youth):
    part = wrote(youth)
    with days_ago(1):
        used(youth, part)
    took_back(youth, part)
    assert seen_by_them(youth) == [(part, today() - timedelta(days=1))]


def test_neither_the_hour_of_the_tap_nor_that_of_taking_it_back_is_kept(youth):
    part = wrote(youth)
    used(youth, part)
    took_back(youth, part)
    midnight = datetime.combine(today(), time(), tzinfo=clock.COUNTY_ZONE)
    assert rows_of(youth) == [(midnight, today(), midnight)]


def test_two_taps_that_race_keep_one(youth):
    from porchlight.safety.models import Used

    part = wrote(youth)
    with as_youth(youth) as me:
        twice = [Used(**me.fact_about(youth), section_id=part, day=today()) for _ in range(2)]
        Used.objects.bulk_create(twice, ignore_conflicts=True)
    assert len(rows_of(youth)) == 1


@pytest.mark.parametrize("turned", [False, True], ids=["as opened first", "the other way round"])
def test_exactly_those_who_may_read_a_part_see_that_it_was_used(cast, youth, turned):
    """Every way to open a part to three people, each with a part of its own; and then each turned round."""
    from porchlight.safety import api as safety

    parts = {}
    for key, chosen in zip(safety.KEYS, SUBSETS, strict=False):
        part = wrote(youth, key, seats=[cast[role] for role in chosen])
        used(youth, part)
        if turned:
            chosen = tuple(role for role in ROLES if role not in chosen)
            wrote(youth, key, seats=[cast[role] for role in chosen])
        parts[part] = chosen
    for role in ROLES:
        seen = {part for part, _ in seen_by(cast[role], youth)}
        assert seen == {part for part, chosen in parts.items() if role in chosen}
    assert len(seen_by_them(youth)) == len(SUBSETS)


@pytest.mark.parametrize("role", ["SUP", "ATT", "LE", "CRT"])
def test_who_was_not_picked_sees_nothing_of_it(cast, youth, role):
    used(youth, wrote(youth, seats=[cast["SW"]]))
    assert seen_by(cast[role], youth) == []


def test_somebody_of_the_same_role_elsewhere_sees_nothing_of_it(cast, youth):
    used(youth, wrote(youth, seats=[cast["SW"]]))
    assert seen_by(cast.quinn, youth) == []


def test_nobody_says_it_for_them(cast, youth):
    from porchlight.safety import api as safety

    part = wrote(youth, seats=[cast["SW"]])
    used(youth, part)
    with as_seat(cast["SW"]) as sw:
        for say in (safety.say_used, safety.take_used_back):
            with pytest.raises(Refused):
                say(youth, section=part, by=sw)
    assert len(seen_by(cast["SW"], youth)) == 1


def test_only_a_part_in_their_own_words_is_theirs_to_have_used(cast, youth):
    from porchlight.safety import api as safety

    with as_seat(cast["SW"]) as sw:
        staff = safety.write_section(youth, key="stay", words="A walk.", together=False, seats=[], by=sw)
        beside = safety.write_section(youth, key="back", words="By the side door.", together=True, seats=[], by=sw)
    for part in (staff, young_person(cast)):
        with pytest.raises(safety.NotInYourWords):
            used(youth, part)
    used(youth, beside)
    wrote(youth, "stay")
    used(youth, staff)
    assert {part for part, _ in seen_by_them(youth)} == {staff, beside}


def test_since_leaves_out_earlier_days(youth):
    from porchlight.safety import api as safety

    part = wrote(youth)
    with days_ago(3):
        used(youth, part)
    with as_youth(youth) as me:
        assert safety.steps_used(youth, since=today() - timedelta(days=2), by=me) == ()
        assert len(safety.steps_used(youth, since=today() - timedelta(days=3), by=me)) == 1


def test_the_table_lets_nobody_move_a_day_or_delete_one(cast, youth):
    used(youth, wrote(youth, seats=[cast["SW"]]))
    for statement in ("UPDATE safety_used SET day = '2026-01-01'", "DELETE FROM safety_used"):
        with as_visitor("pl_team", "seat", cast["SW"].seat) as visitor, pytest.raises(psycopg.Error):
            visitor.execute(f"{statement} WHERE youth_id = %s", [youth])
    assert [day for _, day, _ in rows_of(youth)] == [today()]


def test_reading_it_is_kept_in_the_log(cast, youth):
    from porchlight.safety import api as safety

    with as_youth(youth) as me:
        safety.steps_used(youth, since=LONG_AGO, by=me)
        assert any(event.what == "safety.steps_used" for event in me.events)
