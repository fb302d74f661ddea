from __future__ import annotations

import pytest

from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house

from .keeping import DAY, as_keeper


def sheet_of(directory, key, *, by):
    return next(sheet for sheet in directory.lines(by=by) if sheet.line.key == key)


def found(directory, key, *, by, answers=True, phone="555-0197", hours="24/7"):
    opening = directory.read_hours(hours)
    directory.confirm_line(key, phone=phone, text=None, hours=opening, on=DAY, answers=answers, by=by)


def test_every_line_of_the_seed_is_read_by_everybody_signed_in(cast):
    from porchlight.directory import api as directory

    with in_house("team"), acting(cast["CG"].seat) as by:
        assert len(directory.lines(by=by)) == 22


def test_a_number_of_one_source_is_on_no_list_until_the_county_has_called_it(cast, unchecked):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        assert sheet_of(directory, "planned-parenthood", by=by).service.phone == ""
        found(directory, "planned-parenthood", by=by)
        checked = sheet_of(directory, "planned-parenthood", by=by).service
    assert (checked.phone, checked.confirmed.on) == ("555-0197", DAY)


def test_what_the_county_found_last_is_what_counts(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        found(directory, "poison-control", by=by, phone="555-0195")
        found(directory, "poison-control", by=by, phone="555-0196", hours="Mon-Fri 09:00-17:00")
        now = sheet_of(directory, "poison-control", by=by)
    assert now.service.phone == "555-0196"
    assert directory.write_hours(now.service.hours) == "Mon-Fri 09:00-17:00"


def test_a_line_that_answers_no_more_leaves_every_list_and_may_come_back(cast, unchecked):
    from porchlight.directory import api as directory

    key = "safespot-overdose-line"
    with as_keeper(cast) as by:
        assert key in {choice.key for choice in directory.open_while_away(by=by)}
        found(directory, key, by=by, answers=False)
        assert key not in {choice.key for choice in directory.open_while_away(by=by)}
        assert sheet_of(directory, key, by=by).service.confirmed is None
        found(directory, key, by=by)
        assert key in {choice.key for choice in directory.open_while_away(by=by)}


def test_only_a_confirmed_line_is_called_open(cast, unchecked):
    from porchlight.directory import api as directory

    key = "california-peer-run-warm-line"
    with as_keeper(cast) as by:
        before = next(choice for choice in directory.open_while_away(by=by) if choice.key == key)
        found(directory, key, by=by)
        after = next(choice for choice in directory.open_while_away(by=by) if choice.key == key)
    assert before.door is directory.DoorState.CALL_FIRST
    assert after.door is directory.DoorState.OPEN


def test_lines_for_staff_alone_are_never_offered_to_young_people(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        for_staff = {s.line.key for s in directory.lines(by=by) if "youth" not in s.line.audience}
        assert for_staff
        assert for_staff.isdisjoint(choice.key for choice in directory.open_while_away(by=by))


@pytest.mark.parametrize(("role", "key"), [("SUP", "no-such-line"), ("SW", "988"), ("CG", "988")])
def test_a_line_that_is_not_there_or_not_theirs_is_not_confirmed(cast, role, key):
    from porchlight.directory import api as directory

    with in_house("team"), acting(cast[role].seat) as by, pytest.raises(Refused):
        found(directory, key, by=by)
