"""One need's helper, yes and note touch no other need; and what waits, for a worker who has nobody else."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from tests.needs.making import TODAY, as_seat, as_youth, give, named_by, say, seen_by, young_person
from tests.support.cast import Member


@pytest.fixture
def small(cast):
    """The cast with a worker of an agency of its own, beside nobody yet."""
    from porchlight.project.stage import acting, in_house
    from porchlight.teams import api as teams

    email = f"wim.{uuid4().hex[:6]}@county.example"
    with in_house("team"), acting(cast.administrator) as adm:
        agency = teams.add_agency(name="A small agency", kind="child_welfare", phone="", by=adm)
        person = teams.add_person(name="Wim Small", email=email, language="en", by=adm)
        seat = teams.give_seat(person, agency=agency, role="SW", name="Wim Small", phone="", by=adm)
    return dict(cast.members) | {"SW": Member("Wim Small", email, "SW", person, seat, agency)}


def map_of(cast, needs, youth):
    with as_seat(cast["SW"]) as sw:
        return {sheet.id: sheet for sheet in needs.needs_map(youth, by=sw)}


def waiting(needs, member):
    with as_seat(member) as visit:
        return [(sheet.need, sheet.is_mine, sheet.due_on) for sheet in needs.waiting_needs(by=visit)]


def test_giving_one_need_leaves_who_meets_the_others(cast, needs):
    youth = young_person(cast, "ADV", "CG")
    music, friends = named_by(youth), named_by(youth, code="N03")
    give(cast, youth, music, "ADV")
    say(youth, music, may_see=True)
    give(cast, youth, friends, "CG")
    found = map_of(cast, needs, youth)
    assert (found[music].helper.seat, found[music].helper.may_see) == (cast["ADV"].seat, True)
    assert (found[friends].helper.seat, found[friends].helper.may_see) == (cast["CG"].seat, None)
    assert seen_by(cast["ADV"], youth) == [music]


@pytest.mark.parametrize("first", [True, False])
def test_a_yes_is_for_the_one_who_meets_that_need(cast, needs, first):
    youth = young_person(cast, "ADV", "CG")
    music, friends = named_by(youth), named_by(youth, code="N03")
    give(cast, youth, music, "ADV")
    give(cast, youth, friends, "CG")
    say(youth, music if first else friends, may_see=True)
    assert seen_by(cast["ADV"], youth) == ([music] if first else [])
    assert seen_by(cast["CG"], youth) == ([] if first else [friends])


def test_a_yes_is_for_the_one_who_meets_it_now_and_not_for_who_met_it_before(cast, needs):
    youth = young_person(cast, "ADV", "CG")
    need = named_by(youth)
    give(cast, youth, need, "ADV")
    give(cast, youth, need, "CG")
    say(youth, need, may_see=True)
    assert seen_by(cast["ADV"], youth) == []
    assert seen_by(cast["CG"], youth) == [need]


def test_a_yes_outlasts_every_change_of_dates(cast, needs):
    youth = young_person(cast, "ADV")
    need = named_by(youth)
    give(cast, youth, need)
    say(youth, need, may_see=True)
    for often in ("Fridays", "Saturdays", "Sundays"):
        give(cast, youth, need, often=often)
        helper = map_of(cast, needs, youth)[need].helper
        assert (helper.often, helper.may_see) == (often, True)
    assert seen_by(cast["ADV"], youth) == [need]


def test_a_need_that_nobody_meets_yet_waits_for_no_yes(cast, needs):
    youth = young_person(cast)
    need = named_by(youth)
    with as_youth(youth) as me, pytest.raises(needs.NotBeside):
        needs.answer_helper(youth, need=need, may_see=True, by=me)


@pytest.mark.parametrize("what", ["gone", "somebody else's", "none"])
def test_nothing_is_written_about_a_need_that_is_not_theirs_or_not_there(cast, needs, what):
    youth = young_person(cast, "ADV")
    gone, other = named_by(youth), named_by(young_person(cast))
    give(cast, youth, gone)
    with as_seat(cast["SW"]) as sw:
        needs.take_off(youth, need=gone, by=sw)
        need = {"gone": gone, "somebody else's": other, "none": uuid4()}[what]
        seat = cast["ADV"].seat
        with pytest.raises(needs.NoSuchNeed):
            needs.give_need(youth, need=need, seat=seat, starts_on=TODAY, by=sw)
        with pytest.raises(needs.NoSuchNeed):
            needs.answer_helper(youth, need=need, may_see=True, by=sw)
        with pytest.raises(needs.NoSuchNeed):
            needs.note_on_need(youth, need=need, before="some", words="", by=sw)
        assert needs.staff_note(youth, need=need, by=sw) is None


def test_the_newest_note_counts_and_each_need_has_its_own(cast, needs):
    youth = young_person(cast)
    music, friends = named_by(youth), named_by(youth, code="N03")
    with as_seat(cast["SW"]) as sw:
        needs.note_on_need(youth, need=music, before="no", words="Said in March", by=sw)
        needs.note_on_need(youth, need=music, before="mostly", words="Said in April", by=sw)
        needs.note_on_need(youth, need=friends, before="some", words="", by=sw)
        notes = [needs.staff_note(youth, need=need, by=sw) for need in (music, friends)]
        assert [(note.before, note.words) for note in notes] == [("mostly", "Said in April"), ("some", "")]
        noted = {sheet.id: sheet.before for sheet in needs.needs_map(youth, noted=True, by=sw)}
        assert noted == {music: "mostly", friends: "some"}
        assert {sheet.before for sheet in needs.needs_map(youth, by=sw)} == {""}


def test_what_waits_for_a_worker_is_what_matters_and_nobody_meets(small, needs):
    youth = young_person(small, "ADV")
    alone, met, unmet = named_by(youth), named_by(youth), named_by(youth, verdict="doesnt", matters=2)
    named_by(youth, matters=1)
    named_by(youth, matters=None)
    gone = named_by(youth)
    give(small, youth, met)
    give(small, youth, unmet)
    with as_youth(youth) as me:
        needs.take_off(youth, need=gone, by=me)
    assert waiting(needs, small["SW"]) == [(alone, False, None), (unmet, False, None)]


def test_what_was_given_to_a_worker_stands_first_by_the_day_it_is_due(small, needs):
    youth = young_person(small)
    alone, later, sooner = named_by(youth), named_by(youth, matters=0), named_by(youth)
    give(small, youth, later, "SW", due_on=date(2027, 2, 1))
    give(small, youth, sooner, "SW", due_on=date(2027, 1, 1))
    assert waiting(needs, small["SW"]) == [
        (sooner, True, date(2027, 1, 1)),
        (later, True, date(2027, 2, 1)),
        (alone, False, None),
    ]


def test_at_most_eight_needs_wait_on_a_first_page_the_oldest_first(small, needs):
    youth = young_person(small)
    named = [named_by(youth) for _ in range(9)]
    assert [need for need, _, _ in waiting(needs, small["SW"])] == named[:8]


def test_what_nobody_meets_waits_for_no_supervisor(small, needs):
    youth = young_person(small)
    named_by(youth)
    supervisor = Member("", "", "SUP", small["SUP"].person, small["SUP"].seat, small["SUP"].agency)
    assert not [need for need, mine, _ in waiting(needs, supervisor) if not mine]
