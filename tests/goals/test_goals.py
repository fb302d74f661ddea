"""Goals: written, moved, rested, shown and taken back, each by the young person's own hand."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import psycopg
import pytest

from porchlight.kernel.errors import Refused
from tests.goals.making import RUNGS, a_goal, at_noon_of, show
from tests.needs.making import as_seat, as_youth, young_person
from tests.support.connections import as_visitor

FIRST, SECOND, THIRD = date(2026, 11, 9), date(2026, 11, 11), date(2026, 11, 14)


def goals_of(youth):
    from porchlight.progress import api as progress

    with as_youth(youth) as me:
        return progress.goals(youth, by=me)


def seen_by(member, youth):
    from porchlight.progress import api as progress

    with as_seat(member) as visit:
        try:
            return [one.id for one in progress.goals(youth, by=visit)]
        except Refused:
            return []


def test_a_goal_is_kept_in_their_words_with_five_rungs_and_where_they_are(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth, place=1)
    (sheet,) = goals_of(youth)
    assert (sheet.id, sheet.words, sheet.rungs, sheet.place) == (goal, "Mornings that are mine", RUNGS, 1)
    assert sheet.goes_on
    assert not sheet.rests


def test_all_but_the_goal_itself_may_stay_empty(cast, progress):
    youth = young_person(cast)
    with as_youth(youth) as me:
        progress.write_goal(youth, words="A dog", by=me)
        with pytest.raises(progress.NoGoalWords):
            progress.write_goal(youth, words="  ", by=me)
    (sheet,) = goals_of(youth)
    assert (sheet.rungs, sheet.place, sheet.since, sheet.steps) == (("",) * 5, None, None, ())


def test_one_tap_moves_it_and_every_day_is_kept(cast, progress):
    youth = young_person(cast)
    with at_noon_of(FIRST):
        goal = a_goal(youth, place=3)
    for day, up in ((SECOND, True), (THIRD, False)):
        with at_noon_of(day), as_youth(youth) as me:
            progress.move_goal(youth, goal=goal, up=up, by=me)
    (sheet,) = goals_of(youth)
    assert sheet.steps == ((FIRST, 3), (SECOND, 4), (THIRD, 3))
    assert (sheet.place, sheet.since) == (3, THIRD)


def test_at_the_end_of_the_ladder_and_on_the_same_rung_nothing_new_is_kept(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth, place=4)
    with as_youth(youth) as me:
        progress.move_goal(youth, goal=goal, up=True, by=me)
        progress.place_goal(youth, goal=goal, place=4, by=me)
    assert len(goals_of(youth)[0].steps) == 1


def test_without_a_place_there_is_nothing_to_move_until_one_is_picked(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth, place=None)
    with as_youth(youth) as me:
        progress.move_goal(youth, goal=goal, up=True, by=me)
        assert progress.one_goal(youth, goal=goal, by=me).place is None
        progress.place_goal(youth, goal=goal, place=0, by=me)
        assert progress.one_goal(youth, goal=goal, by=me).place == 0


def test_a_rung_can_be_written_anew_and_taken_out(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth)
    with as_youth(youth) as me:
        progress.name_rungs(youth, goal=goal, rungs=("", *RUNGS[1:4], "I dance"), by=me)
    assert goals_of(youth)[0].rungs == ("", *RUNGS[1:4], "I dance")


def test_written_anew_begins_a_new_private_ladder_and_keeps_the_old(cast, progress):
    youth = young_person(cast, "ADV")
    old = a_goal(youth)
    show(youth, old, cast["ADV"])
    with as_youth(youth) as me:
        new = progress.write_goal_anew(youth, goal=old, words="Slow mornings", place=None, by=me)
        with pytest.raises(progress.NoSuchGoal):
            progress.move_goal(youth, goal=old, up=True, by=me)
    by_id = {one.id: one for one in goals_of(youth)}
    assert by_id[new].goes_on
    assert not by_id[old].goes_on
    assert not by_id[old].rests
    assert seen_by(cast["ADV"], youth) == []


def test_a_goal_rests_unseen_and_can_be_picked_up_again_in_private(cast, progress):
    youth = young_person(cast, "ADV")
    goal = a_goal(youth)
    show(youth, goal, cast["ADV"])
    with as_youth(youth) as me:
        progress.let_goal_rest(youth, goal=goal, by=me)
        assert progress.one_goal(youth, goal=goal, by=me).rests
        assert progress.who_sees_goals(youth, by=me) == {}
        progress.pick_goal_up(youth, goal=goal, by=me)
        assert progress.one_goal(youth, goal=goal, by=me).goes_on
        with pytest.raises(progress.NoSuchGoal):
            progress.pick_goal_up(youth, goal=goal, by=me)
    assert seen_by(cast["ADV"], youth) == []


@pytest.mark.parametrize("role", ["SW", "CG", "ADV", "ED"])
def test_nobody_sees_a_goal_until_it_is_shown_and_no_longer_once_it_is_taken_back(cast, progress, role):
    youth = young_person(cast, *({role} - {"SW"}))
    goal, other = a_goal(youth), a_goal(youth, words="A quiet room")
    assert seen_by(cast[role], youth) == []
    show(youth, goal, cast[role])
    assert seen_by(cast[role], youth) == [goal]
    with as_seat(cast[role]) as visit:
        assert progress.one_goal(youth, goal=other, by=visit) is None
        assert progress.one_goal(youth, goal=goal, by=visit).rungs == RUNGS
    show(youth, goal)
    assert seen_by(cast[role], youth) == []


def test_showing_it_to_two_and_then_to_one_leaves_one(cast, progress):
    youth = young_person(cast, "ADV", "CG")
    goal = a_goal(youth)
    show(youth, goal, cast["ADV"], cast["CG"])
    show(youth, goal, cast["CG"])
    with as_youth(youth) as me:
        assert progress.who_sees_goals(youth, by=me) == {goal: frozenset({cast["CG"].seat})}
    assert seen_by(cast["ADV"], youth) == []
    assert seen_by(cast["CG"], youth) == [goal]


def test_a_supervisor_can_be_shown_no_goal(cast, progress):
    from porchlight.policy.api import Category

    youth = young_person(cast)
    goal = a_goal(youth)
    assert not progress.can_be_shown("SUP", category=Category.RECOGNITION)
    with pytest.raises(progress.NotOpenToThem):
        show(youth, goal, cast["SUP"])


def test_a_seat_that_does_not_stand_beside_them_sees_nothing_by_a_yes(cast, progress):
    youth = young_person(cast)
    show(youth, a_goal(youth), cast["ADV"], cast.quinn)
    assert seen_by(cast["ADV"], youth) == seen_by(cast.quinn, youth) == []


def test_nobody_but_the_young_person_writes_or_moves_a_goal(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth)
    show(youth, goal, cast["SW"])
    with as_seat(cast["SW"]) as sw:
        for attempt in (
            lambda: progress.write_goal(youth, words="Ours", by=sw),
            lambda: progress.move_goal(youth, goal=goal, up=True, by=sw),
            lambda: progress.name_rungs(youth, goal=goal, rungs=("",) * 5, by=sw),
            lambda: progress.show_goal(youth, goal=goal, to={}, by=sw),
            lambda: progress.who_sees_goals(youth, by=sw),
        ):
            with pytest.raises(Refused):
                attempt()


def test_the_database_takes_a_step_from_nobody_else_either(cast, progress):
    youth = young_person(cast)
    goal = a_goal(youth)
    show(youth, goal, cast["SW"])
    row = [uuid4(), cast["SW"].agency, youth, cast["SW"].seat, goal]
    with as_visitor("pl_team", "seat", cast["SW"].seat) as visitor, pytest.raises(psycopg.errors.InsufficientPrivilege):
        visitor.execute(
            "INSERT INTO progress_goal_step (id, agency_id, youth_id, made_by, made_at, goal_id, level)"
            " VALUES (%s, %s, %s, %s, now(), %s, 2)",
            row,
        )


def test_a_goal_of_somebody_else_is_not_found(cast, progress):
    youth, other = young_person(cast), young_person(cast)
    goal = a_goal(other)
    with as_youth(youth) as me:
        assert progress.one_goal(youth, goal=goal, by=me) is None
        for wrong in (goal, uuid4()):
            with pytest.raises(progress.NoSuchGoal):
                progress.let_goal_rest(youth, goal=wrong, by=me)
        with pytest.raises(Refused):
            progress.goals(other, by=me)


def test_the_engine_hears_of_steps_up_that_this_visit_may_read_and_of_no_others(cast, progress):
    youth = young_person(cast, "ADV")
    with at_noon_of(FIRST):
        shown, private = a_goal(youth, place=1), a_goal(youth, words="A quiet room", place=2)
    for day, goal, up in ((SECOND, shown, True), (THIRD, private, True), (THIRD, shown, False)):
        with at_noon_of(day), as_youth(youth) as me:
            progress.move_goal(youth, goal=goal, up=up, by=me)
    show(youth, shown, cast["ADV"])
    with as_youth(youth) as me:
        assert [day for _row, day in progress.goal_steps_up(youth, since=FIRST, by=me)] == [SECOND, THIRD]
        assert [day for _row, day in progress.goal_steps_up(youth, since=THIRD, by=me)] == [THIRD]
    with as_seat(cast["ADV"]) as advocate:
        assert [day for _row, day in progress.goal_steps_up(youth, since=FIRST, by=advocate)] == [SECOND]
    with as_seat(cast["SW"]) as sw:
        assert progress.goal_steps_up(youth, since=FIRST, by=sw) == ()
    with as_seat(cast.quinn) as quinn, pytest.raises(Refused):
        progress.goal_steps_up(youth, since=FIRST, by=quinn)


def test_what_was_written_is_sealed(cast, progress):
    from tests.support.connections import as_owner

    youth = young_person(cast)
    a_goal(youth, words="A very particular sentence")
    with as_owner() as owner:
        owner.execute("SELECT set_config('pl.migration_window', 'open', false)")
        for table in ("progress_goal", "progress_goal_rung"):
            kept = [bytes(row[0]) for row in owner.execute(f"SELECT words FROM {table} WHERE youth_id = %s", [youth])]
            assert kept
            assert not any(b"particular" in words or b"breakfast" in words for words in kept)
