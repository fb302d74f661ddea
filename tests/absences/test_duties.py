"""Duties of the first 24 hours: their questions, their evidence, their time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.rooms import absences, acting, in_house, leaving, teams
from tests.support.connections import as_admin

TEN = datetime(2026, 11, 20, 6, tzinfo=UTC)
NOTICE = "missing.notice.parent"
SENT = {"sent_how": "by phone", "sent_when": "at noon"}
CALM = {"court_limited": "no", "part_of_harm": "no"}


@pytest.fixture
def owed(ari):
    """An absence that was told at ten, with its duties by key; and the acts of the people beside them."""
    with clock.standing_still(TEN), in_house("team"), acting(ari.seat("SW")) as sw:
        episode = leaving.begin_absence(ari.youth, state="missing", by=sw)
    return Owed(ari, episode.id)


class Owed:
    def __init__(self, ari, episode) -> None:
        self.ari, self.youth, self.episode = ari, ari.youth, episode

    def all(self, role: str = "SW"):
        with in_house("team"), acting(self.ari.seat(role)) as visit:
            return {duty.key: duty for duty in absences.duties(self.youth, episode=self.episode, by=visit)}

    def do(self, act: str, key: str, *, role: str = "SW", hours: float = 1, **values):
        duty = self.all()[key]
        at = TEN + timedelta(hours=hours)
        with clock.standing_still(at), in_house("team"), acting(self.ari.seat(role)) as visit:
            return getattr(absences, act)(self.youth, duty_id=duty.id, by=visit, **values)


def test_the_rule_packs_duties_stand_there_with_owner_and_due(owed):
    duties = owed.all()
    assert len([key for key in duties if key.startswith("missing.notice.")]) == 9
    assert duties["missing.le_report"].owners == ("SW", "PO")
    assert {duties[key].due_at for key in duties if key.startswith("missing.notice.")} == {TEN + timedelta(hours=24)}


def test_no_notice_is_done_before_its_questions_are_answered(owed):
    for key in [key for key in owed.all() if key.startswith("missing.notice.")]:
        with pytest.raises(absences.GateUnanswered):
            owed.do("complete_duty", key, words=SENT)
        with pytest.raises(absences.GateUnanswered):
            owed.do("withhold_notice", key, reason="not now")
    owed.do("answer_gate", NOTICE, answers={"court_limited": "no"})
    with pytest.raises(absences.GateUnanswered):
        owed.do("complete_duty", NOTICE, words=SENT)


def test_two_noes_and_its_evidence_make_a_notice_done(owed):
    owed.do("answer_gate", NOTICE, answers=CALM)
    owed.do("complete_duty", NOTICE, words=SENT)
    duty = owed.all()[NOTICE]
    assert duty.state == "done"
    with in_house("team"), acting(owed.ari.seat("SUP")) as sup:
        (kept,) = absences.evidence(owed.youth, duty_id=duty.id, by=sup)
    assert (kept.who, kept.at, dict(kept.words)) == (owed.ari.seat("SW"), TEN + timedelta(hours=1), SENT)


@pytest.mark.parametrize("doubt", ["yes", "unsure"])
def test_a_doubt_holds_the_notice_for_a_supervisor_and_the_clock_goes_on(owed, doubt):
    owed.do("answer_gate", NOTICE, answers=CALM | {"part_of_harm": doubt})
    before = owed.all()[NOTICE].due_at
    owed.do("answer_gate", NOTICE, answers=CALM)
    for act, values in (("complete_duty", {"words": SENT}), ("withhold_notice", {"reason": "x"})):
        with pytest.raises(absences.OnHold):
            owed.do(act, NOTICE, **values)
    with pytest.raises(absences.OnHold):
        owed.do("nobody_to_tell", NOTICE, how_known="a way round")
    with clock.standing_still(TEN + timedelta(hours=25)):
        held = owed.all()[NOTICE]
        assert (held.state, held.is_late, held.due_at) == ("hold", True, before)


def test_only_a_supervisor_reviews_and_after_a_yes_it_may_go_out(owed):
    owed.do("answer_gate", NOTICE, answers=CALM | {"court_limited": "unsure"})
    with pytest.raises(absences.SupervisorOnly):
        owed.do("review_hold", NOTICE, verdict="send", reason="I looked")
    with pytest.raises(absences.EvidenceMissing):
        owed.do("review_hold", NOTICE, role="SUP", verdict="send", reason=" ")
    owed.do("review_hold", NOTICE, role="SUP", verdict="send", reason="the order of May allows it")
    with pytest.raises(absences.ReviewedAlready):
        owed.do("answer_gate", NOTICE, answers=CALM)
    owed.do("complete_duty", NOTICE, words=SENT)
    assert owed.all()[NOTICE].is_settled


def test_held_back_it_cannot_be_sent_and_is_recorded_as_not_sent_with_the_reason(owed):
    owed.do("answer_gate", NOTICE, answers=CALM | {"part_of_harm": "yes"})
    owed.do("review_hold", NOTICE, role="SUP", verdict="hold_back", reason="counsel looks on Monday")
    with pytest.raises(absences.OnHold):
        owed.do("complete_duty", NOTICE, words=SENT)
    owed.do("withhold_notice", NOTICE, reason="counsel looks on Monday")
    assert owed.all()[NOTICE].kinds[-1] == "withheld"


def test_a_review_looks_at_all_the_answers(owed):
    owed.do("answer_gate", NOTICE, answers={"part_of_harm": "yes"})
    with pytest.raises(absences.GateUnanswered):
        owed.do("review_hold", NOTICE, role="SUP", verdict="send", reason="half of it")


def test_a_review_of_what_is_not_on_hold_is_no_review(owed):
    owed.do("answer_gate", NOTICE, answers=CALM)
    with pytest.raises(Refused):
        owed.do("review_hold", NOTICE, role="SUP", verdict="send", reason="just because")


def test_nobody_to_tell_takes_the_notice_out_of_the_count(owed):
    owed.do("nobody_to_tell", "missing.notice.tribe", how_known="asked the family and the tribe's desk")
    owed.do("answer_gate", NOTICE, answers=CALM)
    owed.do("complete_duty", NOTICE, words=SENT)
    counted = absences.count_notices((duty.key, duty.kinds) for duty in owed.all().values())
    assert (counted.done, counted.owed, counted.nobody) == (1, 8, 1)
    with pytest.raises(Refused):
        owed.do("nobody_to_tell", "missing.le_report", how_known="x")


def test_half_of_the_evidence_is_not_done(owed):
    with pytest.raises(absences.EvidenceMissing):
        owed.do("complete_duty", "missing.le_report", words={"agency": "Sample police"})
    assert not owed.all()["missing.le_report"].is_settled


def test_done_late_needs_a_word_about_why_and_moves_no_due_time(owed):
    words = {"report_number": "7", "time": "noon"}
    with pytest.raises(absences.SayWhyLate):
        owed.do("complete_duty", "missing.ncmec_report", hours=30, words=words)
    owed.do("complete_duty", "missing.ncmec_report", hours=30, words=words, late_because="the line was down")
    duty = owed.all()["missing.ncmec_report"]
    assert duty.kinds == ("late", "done")
    assert duty.due_at == TEN + timedelta(hours=24)


def test_a_word_about_why_it_is_late_can_come_before_it_is_done(owed):
    owed.do("explain_late", "missing.ncmec_report", hours=26, reason="the line is down")
    duty = owed.all()["missing.ncmec_report"]
    assert not duty.is_settled
    owed.do("complete_duty", "missing.ncmec_report", hours=30, words={"report_number": "7", "time": "noon"})
    assert owed.all()["missing.ncmec_report"].is_settled


def test_the_due_time_of_a_duty_cannot_be_moved_even_by_the_database_role(owed):
    from django.db import DatabaseError

    from porchlight.absences.duty_models import Duty

    with in_house("team"), pytest.raises(DatabaseError, match="permission denied"):  # noqa: SIM117 - because the visit's block ends with the error
        with acting(owed.ari.seat("SW")):
            Duty.objects.filter(youth_id=owed.youth).update(due_at=TEN + timedelta(days=9))


def test_a_duty_is_done_once(owed):
    owed.do("answer_gate", NOTICE, answers=CALM)
    owed.do("complete_duty", NOTICE, words=SENT)
    with pytest.raises(absences.SettledAlready):
        owed.do("complete_duty", NOTICE, words=SENT)


def test_reporting_starts_the_duty_to_confirm_the_entry(owed):
    assert "missing.ncic_confirm" not in owed.all()
    words = dict.fromkeys(("agency", "case_number", "officer", "time"), "x")
    owed.do("complete_duty", "missing.le_report", words=words, hours=2)
    assert owed.all()["missing.ncic_confirm"].due_at == TEN + timedelta(hours=26)


def test_looking_again_comes_again(owed):
    owed.do("complete_duty", "missing.recheck", words={"locating_effort": "texted"}, hours=2)
    with in_house("team"), acting(owed.ari.seat("SW")) as sw:
        turns = [d for d in absences.duties(owed.youth, episode=owed.episode, by=sw) if d.key == "missing.recheck"]
    assert [(duty.turn, duty.is_settled) for duty in turns] == [(1, True), (2, False)]
    assert turns[1].due_at > turns[0].due_at


def test_what_is_kept_elsewhere_is_settled_without_words(owed):
    with in_house("team"), acting(owed.ari.seat("SW")) as sw:
        absences.open_duties(owed.youth, episode=owed.episode, trigger="state_returned", at=TEN, by=sw)
        done = {"episode": owed.episode, "key": "return.conversation", "by": sw}
        assert absences.done_elsewhere(owed.youth, **done) == 1
        assert absences.done_elsewhere(owed.youth, **done) == 0


def test_evidence_is_sealed(owed):
    owed.do("answer_gate", NOTICE, answers=CALM)
    owed.do("complete_duty", NOTICE, words={"sent_how": "a letter under the blue door", "sent_when": "noon"})
    with as_admin() as admin:
        rows = admin.execute("SELECT words FROM absences_evidence WHERE youth_id = %s", [owed.youth]).fetchall()
    assert rows
    assert not any(b"blue door" in bytes(row[0]) for row in rows)


def test_a_caregiver_and_an_outsider_reach_no_duty(owed, cast):
    duty = owed.all()[NOTICE]
    for seat in (owed.ari.seat("CG"), cast.quinn.seat):
        with in_house("team"), acting(seat) as visit, pytest.raises(Refused):
            absences.answer_gate(owed.youth, duty_id=duty.id, answers=CALM, by=visit)


def test_a_duty_of_another_young_person_is_not_there(owed, grown):
    duty = owed.all()[NOTICE]
    with in_house("team"), acting(grown.seat("SW")) as sw:
        assert absences.duty(grown.youth, duty_id=duty.id, by=sw) is None
        with pytest.raises(Refused):
            absences.answer_gate(grown.youth, duty_id=duty.id, answers=CALM, by=sw)


def test_the_attorney_reads_the_duties_and_changes_none(owed):
    with in_house("team"):
        with acting(owed.ari.seat("SW")) as sw:
            teams.join_team(owed.youth, seat=owed.ari.seat("ATT"), footing="COURT_ORDER", by=sw)
        with acting(owed.ari.seat("ATT")) as attorney:
            assert len(absences.duties(owed.youth, episode=owed.episode, by=attorney)) == 13
        with pytest.raises(Refused):
            owed.do("answer_gate", NOTICE, role="ATT", answers=CALM)
