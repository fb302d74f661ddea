"""What we promised, what came of it, and the young person's own word beside ours."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest

from porchlight.kernel.errors import Refused
from tests.goals.making import a_goal, a_promise, at_noon_of, outcome, show
from tests.needs.making import as_seat, as_youth, young_person

DUE, LATER = date(2026, 11, 20), date(2026, 11, 27)


def promised(youth):
    from porchlight.progress import api as progress

    with as_youth(youth) as me:
        return progress.promises(youth, by=me)


def test_a_promise_says_who_what_and_by_when(cast, progress):
    youth = young_person(cast, "ADV")
    a_promise(cast, youth, role="ADV", words="A ride to choir", due_on=DUE)
    (sheet,) = promised(youth)
    assert (sheet.seat, sheet.words, sheet.due_on) == (cast["ADV"].seat, "A ride to choir", DUE)
    assert sheet.standing is progress.Standing.OPEN
    assert sheet.happened is None


def test_another_date_leaves_the_first_to_be_seen_with_its_reason(cast, progress):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=DUE)
    outcome(cast, youth, promise, "moved", on=LATER, why="The office was shut")
    (sheet,) = promised(youth)
    assert (sheet.due_on, sheet.dates_before) == (LATER, (DUE,))
    assert sheet.is_open
    assert sheet.newest.why == "The office was shut"
    outcome(cast, youth, promise, "kept", on=LATER)
    assert promised(youth)[0].standing is progress.Standing.KEPT_LATE


def test_what_was_said_before_stays_and_the_newest_counts(cast, progress):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=DUE)
    outcome(cast, youth, promise, "not_kept", why="We forgot it")
    outcome(cast, youth, promise, "kept", on=DUE)
    (sheet,) = promised(youth)
    assert sheet.standing is progress.Standing.KEPT
    assert [one.what for one in sheet.outcomes] == ["not_kept", "kept"]


def test_the_young_persons_word_stands_beside_ours_whatever_we_say(cast, progress):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=DUE)
    with as_youth(youth) as me:
        progress.say_it_happened(youth, promise=promise, happened=False, by=me)
    outcome(cast, youth, promise, "kept", on=DUE)
    with as_seat(cast["SW"]) as sw:
        (sheet,) = progress.promises(youth, by=sw)
        assert (sheet.standing, sheet.happened) == (progress.Standing.KEPT, False)
        with pytest.raises(Refused):
            progress.say_it_happened(youth, promise=promise, happened=True, by=sw)
    with as_youth(youth) as me:
        progress.say_it_happened(youth, promise=promise, happened=True, by=me)
    assert promised(youth)[0].happened is True


def test_what_is_owed_stands_first_by_its_date(cast, progress):
    youth = young_person(cast)
    kept, late, soon = (a_promise(cast, youth, due_on=day) for day in (DUE, LATER, DUE))
    outcome(cast, youth, kept, "kept", on=DUE)
    assert [one.id for one in promised(youth)] == [soon, late, kept]


@pytest.mark.parametrize("role", ["CG", "ADV"])
def test_whoever_promised_sees_it_after_the_young_persons_yes(cast, progress, role):
    youth = young_person(cast, role)
    promise, other = a_promise(cast, youth, role=role, due_on=DUE), a_promise(cast, youth, due_on=DUE)
    with as_seat(cast[role]) as visit, pytest.raises(Refused):
        progress.promises(youth, by=visit)
    with as_youth(youth) as me:
        progress.show_promise(youth, promise=promise, to={cast[role].seat: role}, by=me)
        assert progress.who_sees_promises(youth, by=me) == {promise: frozenset({cast[role].seat})}
    with as_seat(cast[role]) as visit:
        seen = [one.id for one in progress.promises(youth, by=visit)]
    assert seen == [promise]
    assert other not in seen
    with as_youth(youth) as me:
        progress.show_promise(youth, promise=promise, to={}, by=me)
    with as_seat(cast[role]) as visit, pytest.raises(Refused):
        progress.promises(youth, by=visit)


def test_a_role_that_reads_them_anyway_is_not_asked_for(cast, progress):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=DUE)
    with as_youth(youth) as me, pytest.raises(progress.NotOpenToThem):
        progress.show_promise(youth, promise=promise, to={cast["SW"].seat: "SW"}, by=me)


def test_the_supervisor_reads_and_does_not_write_and_quinn_neither(cast, progress):
    youth = young_person(cast)
    promise = a_promise(cast, youth, due_on=DUE)
    with as_seat(cast["SUP"]) as supervisor:
        assert [one.id for one in progress.promises(youth, by=supervisor)] == [promise]
        with pytest.raises(Refused):
            progress.say_outcome(youth, promise=promise, what="kept", on=DUE, by=supervisor)
    with as_seat(cast.quinn) as quinn, pytest.raises(Refused):
        progress.promises(youth, by=quinn)


def test_a_promise_to_somebody_else_is_not_found(cast, progress):
    youth, other = young_person(cast), young_person(cast)
    promise = a_promise(cast, other, due_on=DUE)
    for wrong in (promise, uuid4()):
        with pytest.raises(progress.NoSuchPromise):
            outcome(cast, youth, wrong, "kept", on=DUE)
        with as_youth(youth) as me, pytest.raises(progress.NoSuchPromise):
            progress.say_it_happened(youth, promise=wrong, happened=True, by=me)


def test_another_agency_says_nothing_about_it_even_with_the_young_persons_yes(cast, progress):
    youth = young_person(cast, "ADV")
    promise = a_promise(cast, youth, role="ADV", due_on=DUE)
    with as_youth(youth) as me:
        progress.show_promise(youth, promise=promise, to={cast["ADV"].seat: "ADV"}, by=me)
    with as_seat(cast["ADV"]) as advocate, pytest.raises(progress.OtherKeeper):
        progress.say_outcome(youth, promise=promise, what="kept", on=DUE, by=advocate)


def test_the_engine_hears_of_the_days_on_which_promises_were_kept(cast, progress):
    youth = young_person(cast)
    early, kept, late, broken, turned = (a_promise(cast, youth, due_on=DUE) for _ in range(5))
    outcome(cast, youth, early, "kept", on=DUE - timedelta(days=30))
    outcome(cast, youth, late, "kept", on=LATER)
    outcome(cast, youth, kept, "kept", on=DUE)
    outcome(cast, youth, broken, "not_kept", why="The office was shut")
    outcome(cast, youth, turned, "kept", on=DUE)
    outcome(cast, youth, turned, "not_kept", why="It was another's ride")
    with as_seat(cast["SW"]) as sw:
        assert progress.promises_kept(youth, since=DUE, by=sw) == ((kept, DUE), (late, LATER))


def test_a_glance_shows_both_in_one_statement_each_as_far_as_it_may_be_read(cast, progress):
    from tests.pages.looking import statements

    youth = young_person(cast)
    goal, resting = a_goal(youth), a_goal(youth, words="A quiet room")
    done, owed = a_promise(cast, youth, due_on=DUE), a_promise(cast, youth, due_on=LATER)
    outcome(cast, youth, done, "kept", on=DUE)
    with as_seat(cast["SW"]) as sw:
        assert progress.glance(youth, by=sw).goals == ()
    show(youth, goal, cast["SW"])
    show(youth, resting, cast["SW"])
    with as_youth(youth) as me:
        progress.let_goal_rest(youth, goal=resting, by=me)
    with as_seat(cast["SW"]) as sw:
        sw.key(youth), sw.facts(youth)
        with statements() as said:
            found = progress.glance(youth, by=sw)
        assert len(said) == 1
        assert [one.id for one in found.goals] == [goal]
        assert [one.id for one in found.promises] == [owed]
        assert {event.category for event in sw.events if event.verb == "read"} >= {"K09", "K10"}


def test_the_day_of_a_promise_is_the_countys(cast, progress):
    youth = young_person(cast)
    with at_noon_of(DUE):
        a_promise(cast, youth, due_on=LATER)
    assert promised(youth)[0].made_on == DUE
