"""The rule pack: every duty of the seed is there, and says what it is."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.kernel.county import (
    OWNERS,
    AtLeast,
    BeforeMonthEnd,
    BusinessDays,
    Cadence,
    Days,
    NotThatUnit,
    SameDay,
    Within,
    read_county,
    say_due,
)

COUNTY = read_county("california", on=date(2026, 11, 22))
NOTICES = tuple(
    f"missing.notice.{member}"
    for member in (
        "parent",
        "guardian",
        "indian_custodian",
        "tribe",
        "attorney_child",
        "attorney_parent",
        "casa",
        "court",
        "sibling",
    )
)
SEED = {
    "missing.le_report": (Within(24), "law"),
    "missing.ncmec_report": (Within(24), "law"),
    **dict.fromkeys(NOTICES, (Within(24), "law")),
    "missing.ncic_confirm": (Within(24), "local"),
    "missing.new_info_push": (SameDay(), "law"),
    "missing.supervisor_staffing": (BusinessDays(2), "local"),
    "return.clear_reports": (Within(24), "local"),
    "return.health_offer": (SameDay(), "local"),
    "return.conversation": (Within(72), "law"),
    "return.cse_screen": (BusinessDays(5), "law"),
    "return.plan_review": (Within(72), "local"),
    "bed.month_end_alert": (BeforeMonthEnd(5), "local"),
    "placement.notice": (AtLeast(14), "law"),
    "mdt.grant_expiry": (Days(30), "law"),
    "consent.expiry": (Days(7), "local"),
    "imm.review.supervisor": (Within(24), "local"),
    "imm.review.mdt": (Within(72), "local"),
    "breakglass.review": (BusinessDays(3), "local"),
    "le_contact.verify": (Days(90), "local"),
    "scar.written": (Within(36), "law"),
}
CADENCES = {"missing.recheck": "local", "rights.copy": "law", "rights.sb89": "law"}


@pytest.mark.parametrize("key", SEED)
def test_every_duty_of_the_seed_has_its_time_and_its_kind(key: str) -> None:
    due, kind = SEED[key]
    rule = COUNTY.rule(key)
    assert (rule.due, rule.kind) == (due, kind)


@pytest.mark.parametrize("key", CADENCES)
def test_what_comes_back_again_and_again_is_a_cadence(key: str) -> None:
    rule = COUNTY.rule(key)
    assert isinstance(rule.due, Cadence)
    assert rule.kind == CADENCES[key]


def test_there_is_no_duty_that_the_seed_does_not_have() -> None:
    assert set(COUNTY.rules) == set(SEED) | set(CADENCES)


def test_everybody_who_must_be_told_within_a_day_stands_on_one_list() -> None:
    first_day = {rule.key for rule in COUNTY.duties("missing_information_received")}
    assert first_day == {"missing.le_report", "missing.ncmec_report", *NOTICES}


def test_duties_come_in_the_order_of_the_file() -> None:
    first, second, *_ = COUNTY.duties("missing_information_received")
    assert (first.key, second.key) == ("missing.le_report", "missing.ncmec_report")


@pytest.mark.parametrize("key", NOTICES)
def test_a_notice_asks_about_the_court_and_about_harm_before_it_goes_out(key: str) -> None:
    rule = COUNTY.rule(key)
    assert [gate.key for gate in rule.gates] == ["court_limited", "part_of_harm"]
    assert rule.gates[1].ask("en") == "Could someone there be part of the harm?"
    assert rule.gates[1].ask("es").startswith("¿")
    assert rule.evidence_instead == ("withheld_reason",)


def test_the_report_to_law_enforcement_is_shown_by_number_officer_and_time() -> None:
    rule = COUNTY.rule("missing.le_report")
    assert rule.evidence == ("agency", "case_number", "officer", "time")
    assert rule.gates == ()


def test_the_talk_is_law_but_its_hour_is_ours_and_the_young_person_may_put_it_off() -> None:
    rule = COUNTY.rule("return.conversation")
    assert (rule.kind, rule.time_kind) == ("law", "local")
    assert rule.youth_may_defer
    assert rule.owners == ("CHOSEN",)
    assert rule.evidence_instead == ("declined",)


def test_only_the_talk_can_be_put_off() -> None:
    assert [rule.key for rule in COUNTY.rules.values() if rule.youth_may_defer] == ["return.conversation"]


def test_every_duty_has_a_source_an_owner_we_know_and_a_name_in_both_languages() -> None:
    for rule in COUNTY.rules.values():
        assert rule.source
        assert set(rule.owners) <= set(OWNERS)
        assert rule.name("en") != rule.name("es")
        assert rule.trigger in COUNTY.triggers


def test_a_name_in_a_third_language_is_refused() -> None:
    with pytest.raises(NotThatUnit, match="“tl”"):
        COUNTY.rule("missing.le_report").name("tl")


def test_law_that_counsel_has_not_confirmed_says_so_in_both_languages() -> None:
    law = [rule for rule in COUNTY.rules.values() if rule.kind == "law"]
    assert len(law) == 19
    for rule in law:
        assert not rule.confirmed
        assert "not confirmed" in rule.counsel_note("en")
        assert "no la ha confirmado" in rule.counsel_note("es")


def test_a_local_rule_does_not_pretend_to_be_law() -> None:
    assert COUNTY.rule("missing.ncic_confirm").counsel_note("en") == ""


def test_everything_unconfirmed_is_listed_by_name() -> None:
    unconfirmed = COUNTY.unconfirmed
    assert "missing.le_report" in unconfirmed
    assert "holidays 2027" in unconfirmed
    assert "missing.ncic_confirm" not in unconfirmed
    assert len(unconfirmed) == len(set(unconfirmed)) == 19 + 2 + 3


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("missing.le_report", "24 hours"),
        ("missing.supervisor_staffing", "2 business days"),
        ("missing.new_info_push", "the same day"),
        ("bed.month_end_alert", "5 days before the end of the month"),
        ("placement.notice", "at least 14 days"),
        ("mdt.grant_expiry", "30 days"),
        ("missing.recheck", "every 1 day to day 3, then every 7 days to day 30, then every 1 month"),
    ],
)
def test_a_time_can_be_said_in_plain_words(key: str, said: str) -> None:
    assert say_due(COUNTY.rule(key).due) == said
