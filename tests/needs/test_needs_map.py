from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from porchlight.kernel.errors import Refused
from tests.needs.making import TODAY, as_seat, as_youth, give, named_by, say, seen_by, young_person


def test_a_young_person_says_what_matters_and_their_worker_reads_their_words(cast, needs):
    youth = young_person(cast)
    with as_youth(youth) as me:
        needs.name_need(
            youth, code="other", words="My guitar", matters=2, gets_now="From my cousin", verdict="sort_of", by=me
        )
    with as_seat(cast["SW"]) as sw:
        (sheet,) = needs.needs_map(youth, by=sw)
    assert (sheet.words, sheet.matters, sheet.gets_now, sheet.verdict) == ("My guitar", 2, "From my cousin", "sort_of")
    assert sheet.is_own_answer
    assert sheet.helper is None
    assert not sheet.is_met


def test_every_answer_can_be_skipped(cast, needs):
    youth = young_person(cast)
    need = named_by(youth, matters=None)
    with as_youth(youth) as me:
        sheet = needs.one_need(youth, need=need, by=me)
    assert sheet is not None
    assert (sheet.matters, sheet.gets_now, sheet.verdict, sheet.words) == (None, "", "", "")


def test_a_newer_answer_counts_and_says_who_wrote_it_down(cast, needs):
    youth = young_person(cast)
    need = named_by(youth, matters=3, now="At a friend's")
    with as_seat(cast["SW"]) as sw:
        needs.answer_need(youth, need=need, matters=1, gets_now="At home", verdict="works", by=sw)
        sheet = needs.one_need(youth, need=need, by=sw)
    assert sheet is not None
    assert (sheet.matters, sheet.gets_now, sheet.verdict) == (1, "At home", "works")
    assert not sheet.is_own_answer


def test_what_nobody_meets_stands_first(cast, needs):
    youth = young_person(cast)
    little, most, much = named_by(youth, matters=1), named_by(youth, matters=3), named_by(youth, matters=2)
    with as_youth(youth) as me:
        assert [sheet.id for sheet in needs.needs_map(youth, by=me)] == [most, much, little]


def test_a_row_opens_to_the_advocate_only_after_the_young_persons_yes_and_closes_when_they_take_it_back(cast, needs):
    youth = young_person(cast, "ADV")
    need, other = named_by(youth), named_by(youth, code="N03")
    give(cast, youth, need)
    assert seen_by(cast["ADV"], youth) == []
    say(youth, need, may_see=True)
    assert seen_by(cast["ADV"], youth) == [need]
    assert other not in seen_by(cast["ADV"], youth)
    say(youth, need, may_see=False)
    assert seen_by(cast["ADV"], youth) == []


@pytest.mark.parametrize(("role", "kind"), [("CG", "row"), ("ED", "row"), ("ADV", "consent")])
def test_the_yes_is_one_line_of_the_ledger_of_the_kind_that_the_role_needs(cast, needs, role, kind):
    from porchlight.policy.api import lines

    youth = young_person(cast, role)
    need = named_by(youth)
    give(cast, youth, need, role)
    say(youth, need, may_see=True)
    say(youth, need, may_see=True)
    with as_youth(youth) as me:
        (line,) = (line for line in lines(youth, by=me) if line.row == need)
    assert (line.kind, line.seat, line.category, line.footing) == (kind, cast[role].seat, "K09", "CONSENT_YOUTH")
    assert seen_by(cast[role], youth) == [need]


def test_a_yes_said_beside_the_worker_counts_too(cast, needs):
    youth = young_person(cast, "ADV")
    need = named_by(youth)
    give(cast, youth, need)
    with as_seat(cast["SW"]) as sw:
        needs.answer_helper(youth, need=need, may_see=True, by=sw)
    assert seen_by(cast["ADV"], youth) == [need]


def test_a_changed_date_keeps_the_yes_and_a_new_helper_needs_a_new_one(cast, needs):
    youth = young_person(cast, "ADV", "CG")
    need = named_by(youth)
    give(cast, youth, need)
    say(youth, need, may_see=True)
    give(cast, youth, need, due_on=date(2026, 12, 1), often="Fridays")
    assert seen_by(cast["ADV"], youth) == [need]
    give(cast, youth, need, "CG")
    assert seen_by(cast["ADV"], youth) == seen_by(cast["CG"], youth) == []
    give(cast, youth, need)
    assert seen_by(cast["ADV"], youth) == []
    with as_youth(youth) as me:
        sheet = needs.one_need(youth, need=need, by=me)
    assert sheet is not None
    assert sheet.helper is not None
    assert sheet.helper.may_see is None


def test_the_helper_reads_what_was_agreed_about_them_and_not_the_staffs_own_note(cast, needs):
    youth = young_person(cast, "ADV")
    need = named_by(youth, now="At a friend's")
    give(cast, youth, need, often="Fridays", next_step="A walk", due_on=date(2026, 12, 1), barrier="B03")
    say(youth, need, may_see=True)
    with as_seat(cast["SW"]) as sw:
        needs.note_on_need(youth, need=need, before="mostly", words="Company in the evenings", by=sw)
        note = needs.staff_note(youth, need=need, by=sw)
    assert note is not None
    assert (note.before, note.words) == ("mostly", "Company in the evenings")
    with as_seat(cast["ADV"]) as advocate:
        (sheet,) = needs.needs_map(youth, by=advocate)
        assert needs.staff_note(youth, need=need, by=advocate) is None
    assert sheet.gets_now == "At a friend's"
    assert sheet.helper is not None
    assert (sheet.helper.often, sheet.helper.next_step, sheet.helper.due_on) == (
        "Fridays",
        "A walk",
        date(2026, 12, 1),
    )
    assert sheet.helper.may_see is True


def test_somebody_outside_the_team_can_meet_a_need_by_name_and_no_yes_is_asked(cast, needs):
    youth = young_person(cast)
    need = named_by(youth)
    with as_seat(cast["SW"]) as sw:
        needs.give_need(youth, need=need, seat=None, who="Her aunt Bea", starts_on=TODAY, by=sw)
        sheet = needs.one_need(youth, need=need, by=sw)
        assert sheet is not None
        assert sheet.helper is not None
        assert (sheet.helper.who, sheet.helper.seat) == ("Her aunt Bea", None)
        assert sheet.is_met
        with pytest.raises(needs.NotBeside):
            needs.answer_helper(youth, need=need, may_see=True, by=sw)


def test_a_need_is_not_given_to_somebody_who_does_not_stand_there_or_could_never_see_it(cast, needs):
    youth = young_person(cast, "TRB")
    need = named_by(youth)
    for role in ("ADV", "TRB", "LE"):
        with pytest.raises(needs.NotBeside):
            give(cast, youth, need, role)


def test_a_need_taken_off_is_gone_for_everybody(cast, needs):
    from porchlight.policy.api import lines

    youth = young_person(cast, "ADV")
    need = named_by(youth)
    give(cast, youth, need)
    say(youth, need, may_see=True)
    with as_youth(youth) as me:
        needs.take_off(youth, need=need, by=me)
        assert needs.needs_map(youth, by=me) == ()
        assert [line for line in lines(youth, by=me) if line.row == need] == []
        with pytest.raises(needs.NoSuchNeed):
            needs.answer_need(youth, need=need, matters=1, gets_now="", verdict="", by=me)
    assert seen_by(cast["ADV"], youth) == []


def test_a_need_of_somebody_else_or_of_nobody_is_not_found(cast, needs):
    youth, other = young_person(cast), young_person(cast)
    need = named_by(other)
    with as_seat(cast["SW"]) as sw:
        for wrong in (need, uuid4()):
            with pytest.raises(needs.NoSuchNeed):
                needs.take_off(youth, need=wrong, by=sw)
        assert needs.one_need(youth, need=need, by=sw) is None


def test_another_agency_does_not_write_on_the_map_even_with_the_young_persons_yes(cast, needs):
    youth = young_person(cast, "ADV")
    need = named_by(youth)
    give(cast, youth, need)
    say(youth, need, may_see=True)
    with as_seat(cast["ADV"]) as advocate, pytest.raises(needs.OtherAgency):
        needs.answer_need(youth, need=need, matters=0, gets_now="", verdict="works", by=advocate)


def test_quinn_sees_and_changes_nothing(cast, needs):
    youth = young_person(cast)
    need = named_by(youth)
    assert seen_by(cast.quinn, youth) == []
    with as_seat(cast.quinn) as quinn:
        assert needs.waiting_needs(by=quinn) == ()
        with pytest.raises(Refused):
            needs.take_off(youth, need=need, by=quinn)


def test_the_supervisor_reads_the_map_and_does_not_write_it(cast, needs):
    youth = young_person(cast)
    need = named_by(youth)
    assert seen_by(cast["SUP"], youth) == [need]
    with as_seat(cast["SUP"]) as supervisor, pytest.raises(Refused):
        needs.take_off(youth, need=need, by=supervisor)


def test_what_waits_is_what_nobody_meets_for_the_worker_and_what_was_given_for_the_helper(cast, needs):
    youth = young_person(cast, "ADV")
    alone, given, small = named_by(youth, matters=3), named_by(youth, code="N03"), named_by(youth, matters=1)
    give(cast, youth, given, due_on=date(2026, 12, 1))

    def waiting(role):
        with as_seat(cast[role]) as visit:
            return {sheet.need: sheet for sheet in needs.waiting_needs(by=visit) if sheet.youth == youth}

    assert waiting("ADV") == {}
    say(youth, given, may_see=True)
    mine = waiting("ADV")
    assert set(mine) == {given}
    assert mine[given].is_mine
    assert mine[given].due_on == date(2026, 12, 1)
    theirs = waiting("SW")
    assert given not in theirs
    assert small not in theirs
    assert alone in theirs or len(theirs) == 0  # other tests' needs may fill the eight lines


def test_a_line_of_the_ledger_never_opens_a_row_of_another_young_person(cast, needs):
    from porchlight.policy.api import grant

    mine, other = young_person(cast, "ADV"), young_person(cast, "ADV")
    need = named_by(other)
    with as_youth(mine) as me:
        grant("consent", by=me, youth=mine, seat=cast["ADV"].seat, category="K09", row=need)
    with as_seat(cast["ADV"]) as advocate:
        assert needs.needs_map(mine, by=advocate) == ()
    assert seen_by(cast["ADV"], other) == []
    with as_seat(cast["ADV"]) as advocate:
        assert need not in [sheet.need for sheet in needs.waiting_needs(by=advocate)]
