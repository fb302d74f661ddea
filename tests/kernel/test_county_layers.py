"""A county's file on top of California's: what it may change, and what it may not."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.kernel.county import (
    AtLeast,
    BadRow,
    BusinessDays,
    County,
    LawLengthened,
    NoSuchKey,
    OutOfReach,
    Within,
    read_county,
)
from porchlight.kernel.county.dues import BeforeMonthEnd, Cadence, Days, SameDay, Step, is_no_looser
from porchlight.kernel.county.files import COUNTY_PARTS, STATE_PARTS, load
from porchlight.kernel.county.layers import check_layer, lay
from porchlight.kernel.county.rows import Row

TODAY = date(2026, 11, 22)
HEAD = '[county]\nname = "Hill"\n[unless_said]\nsince = 2026-01-01\nuntil = ""\n'
SOURCE = 'source = "Protocol of the county"\n'


def hill(folder: Path, rows: str, *, on: date = TODAY) -> County:
    """An invented county with these rows."""
    place = folder / str(len(list(folder.iterdir())))
    place.mkdir()
    path = place / "hill.toml"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_county(path, on=on)


def duty(key: str, more: str) -> str:
    return f'[[duty]]\nkey = "{key}"\n{SOURCE}{more}\n'


def value(key: str, more: str) -> str:
    return f'[[value]]\nkey = "{key}"\n{SOURCE}{more}\n'


def test_a_county_may_shorten_what_the_law_limits(tmp_path: Path) -> None:
    county = hill(tmp_path, duty("missing.le_report", "hours = 2"))
    rule = county.rule("missing.le_report")
    assert county.duration("missing.le_report") == timedelta(hours=2)
    assert (rule.kind, rule.source) == ("law", "Protocol of the county")
    assert rule.owners == ("SW", "PO")


def test_a_county_that_lengthens_a_limit_of_the_law_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(LawLengthened, match=r"missing\.le_report.*says 36 hours; the law says 24 hours"):
        hill(tmp_path, duty("missing.le_report", "hours = 36"))


def test_a_limit_of_the_law_may_be_said_again_as_it_is(tmp_path: Path) -> None:
    assert hill(tmp_path, duty("missing.le_report", "hours = 24")).duration("missing.le_report").days == 1


def test_a_notice_period_may_grow_and_never_shrink(tmp_path: Path) -> None:
    longer = hill(tmp_path, duty("placement.notice", "at_least_days = 21"))
    assert longer.rule("placement.notice").due == AtLeast(21)
    with pytest.raises(LawLengthened, match="at least 7 days; the law says at least 14 days"):
        hill(tmp_path, duty("placement.notice", "at_least_days = 7"))


def test_two_ways_of_counting_are_not_compared(tmp_path: Path) -> None:
    with pytest.raises(LawLengthened, match="1 business day; the law says 24 hours"):
        hill(tmp_path, duty("missing.le_report", "business_days = 1"))


def test_a_county_may_lengthen_its_own_time_for_what_the_law_asks(tmp_path: Path) -> None:
    county = hill(tmp_path, duty("return.conversation", "hours = 96"))
    assert county.duration("return.conversation") == timedelta(hours=96)


def test_a_county_may_override_a_local_value(tmp_path: Path) -> None:
    county = hill(tmp_path, value("message.moves_on", "value = 25"))
    assert county.minutes("message.moves_on") == 25
    assert county.minutes("idle.youth") == 5


def test_a_county_says_its_own_words_in_both_languages(tmp_path: Path) -> None:
    words = 'value = { en = "Come in.", es = "Pasa." }'
    assert hill(tmp_path, value("return.word", words)).text("return.word", "es") == "Pasa."


def test_words_in_one_language_are_not_enough(tmp_path: Path) -> None:
    with pytest.raises(BadRow, match="“es”"):
        hill(tmp_path, value("return.word", 'value = { en = "Come in." }'))


def test_a_county_may_shorten_an_idle_session_and_never_lengthen_it(tmp_path: Path) -> None:
    assert hill(tmp_path, value("idle.staff", "value = 10")).minutes("idle.staff") == 10
    with pytest.raises(LawLengthened, match=r"idle\.youth.*longer than 5 minutes"):
        hill(tmp_path, value("idle.youth", "value = 6"))


def test_a_check_in_is_passed_on_only_when_a_named_person_checked_that_it_must_be(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match=r"checkin\.passed_on.*checked_by"):
        hill(tmp_path, value("checkin.passed_on", "value = true"))


def test_a_checked_policy_on_check_ins_holds(tmp_path: Path) -> None:
    checked = 'value = true\nchecked_by = "Sam, county counsel"\nchecked_on = 2026-02-01'
    assert hill(tmp_path, value("checkin.passed_on", checked)).yes("checkin.passed_on")


def test_counsel_confirms_a_law_without_changing_it(tmp_path: Path) -> None:
    checked = 'checked_by = "Sam, county counsel"\nchecked_on = 2026-02-01'
    county = hill(tmp_path, duty("missing.le_report", checked))
    rule = county.rule("missing.le_report")
    assert rule.confirmed
    assert rule.counsel_note("en") == ""
    assert rule.due == Within(24)
    assert "missing.le_report" not in county.unconfirmed


def test_a_law_is_not_confirmed_before_the_day_of_its_check(tmp_path: Path) -> None:
    checked = 'checked_by = "Sam, county counsel"\nchecked_on = 2026-02-01'
    county = hill(tmp_path, duty("missing.le_report", checked), on=date(2026, 1, 31))
    assert not county.rule("missing.le_report").confirmed


def test_a_check_of_one_half_is_no_check(tmp_path: Path) -> None:
    with pytest.raises(BadRow, match="both “checked_by” and “checked_on”"):
        hill(tmp_path, duty("missing.le_report", 'checked_by = "Sam"'))


def test_a_value_holds_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    rows = value("message.moves_on", "value = 25\nsince = 2026-11-01\nuntil = 2026-11-30")
    found = {
        day: hill(tmp_path, rows, on=day).minutes("message.moves_on")
        for day in (date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 30), date(2026, 12, 1))
    }
    assert list(found.values()) == [10, 25, 25, 10]


def test_a_limit_that_would_be_lengthened_next_year_is_refused_today(tmp_path: Path) -> None:
    with pytest.raises(LawLengthened):
        hill(tmp_path, duty("missing.le_report", "hours = 48\nsince = 2027-06-01"))


def test_two_values_at_once_are_refused(tmp_path: Path) -> None:
    rows = value("message.moves_on", "value = 5") + value("message.moves_on", "value = 6")
    with pytest.raises(BadRow, match=r"message\.moves_on.*holds twice on 2026-11-22"):
        hill(tmp_path, rows)


@pytest.mark.parametrize("part", ["access", "grid", "roles", "gate", "holidays"])
def test_a_county_file_never_changes_who_sees_what(tmp_path: Path, part: str) -> None:
    with pytest.raises(OutOfReach, match=f"“{part}”.*never changes who sees what"):
        hill(tmp_path, f'[[{part}]]\nkey = "K05"\n')


@pytest.mark.parametrize(
    "field",
    [
        'owners = ["CG"]',
        'trigger = "state_missing"',
        'evidence = ["note"]',
        "gates = []",
        'time_kind = "local"',
        'en = "x"',
        "youth_may_defer = true",
    ],
)
def test_of_a_duty_a_county_decides_only_the_time(tmp_path: Path, field: str) -> None:
    with pytest.raises(OutOfReach, match="which a county does not decide"):
        hill(tmp_path, duty("missing.notice.parent", field))


def test_a_county_cannot_call_a_law_local(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="another “kind”"):
        hill(tmp_path, duty("missing.le_report", 'kind = "local"\nhours = 48'))


def test_a_county_cannot_change_what_a_number_counts(tmp_path: Path) -> None:
    with pytest.raises(OutOfReach, match="another “unit”"):
        hill(tmp_path, value("idle.youth", 'value = 5\nunit = "hours"'))


@pytest.mark.parametrize("field", ["at_most = 90", "needs_check = false"])
def test_a_county_cannot_lift_its_own_limit(tmp_path: Path, field: str) -> None:
    with pytest.raises(OutOfReach, match="does not decide"):
        hill(tmp_path, value("idle.youth", f"value = 5\n{field}"))


@pytest.mark.parametrize(("rows", "name"), [(value("a.b", "value = 1"), "a.b"), (duty("c.d", "hours = 1"), "c.d")])
def test_a_key_that_california_does_not_have_names_itself(tmp_path: Path, rows: str, name: str) -> None:
    with pytest.raises(NoSuchKey, match=f"“{name}” in hill.toml"):
        hill(tmp_path, rows)


def test_a_file_that_is_not_toml_says_so(tmp_path: Path) -> None:
    with pytest.raises(BadRow, match=r"hill\.toml is not written as TOML"):
        hill(tmp_path, "[[[")


def test_a_county_without_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "nameless.toml"
    path.write_text('[county]\nseat = "Hill"\n', encoding="utf-8")
    with pytest.raises(BadRow, match=r"“county” of nameless\.toml needs words under “name”"):
        read_county(path, on=TODAY)


def test_the_sample_county_changes_what_it_says_and_nothing_else() -> None:
    state, sample = read_county("california", on=TODAY), read_county("sample", on=TODAY)
    assert sample.rule("missing.supervisor_staffing").due == BusinessDays(1)
    changed = {key for key in state.values if state.values[key].content != sample.values[key].content}
    assert changed == {"desk.staffed", "desk.number", "return.word"}
    assert {key for key in state.rules if state.rules[key] != sample.rules[key]} == {"missing.supervisor_staffing"}


COUNTS = st.integers(min_value=1, max_value=400)


@given(ours=COUNTS, theirs=COUNTS)
def test_fewer_is_stricter_save_where_longer_protects(ours: int, theirs: int) -> None:
    for counted in (Within, Days, BusinessDays):
        assert is_no_looser(counted(ours), than=counted(theirs)) is (ours <= theirs)
    for counted in (AtLeast, BeforeMonthEnd):
        assert is_no_looser(counted(ours), than=counted(theirs)) is (ours >= theirs)


@given(ours=st.integers(1, 60), theirs=st.integers(1, 60))
def test_a_cadence_is_as_strict_when_no_turn_comes_later(ours: int, theirs: int) -> None:
    def every(days: int) -> Cadence:
        return Cadence(steps=(Step(every_days=days, every_months=0, until_day=None),), at_start=False)

    assert is_no_looser(every(ours), than=every(theirs)) is (ours <= theirs)


def test_a_first_time_on_the_day_itself_is_stricter() -> None:
    yearly = (Step(every_days=0, every_months=12, until_day=None),)
    at_once, later = Cadence(steps=yearly, at_start=True), Cadence(steps=yearly, at_start=False)
    assert is_no_looser(at_once, than=later)
    assert not is_no_looser(later, than=at_once)


def test_the_same_day_equals_only_itself() -> None:
    assert is_no_looser(SameDay(), than=SameDay())
    assert not is_no_looser(SameDay(), than=Within(24))


def laid_on_law(folder: Path, law: str, ours: str) -> None:
    """Check a county's value against a value that is law in an invented state file."""
    state, own = folder / "state.toml", folder / "own.toml"
    shared = '[county]\nname = "Any"\n[unless_said]\nsince = 2025-01-01\n'
    state.write_text(shared + value("limit.of_law", f'kind = "law"\n{law}'), encoding="utf-8")
    own.write_text(shared + value("limit.of_law", ours), encoding="utf-8")
    check_layer(load(own, parts=COUNTY_PARTS), state=load(state, parts=STATE_PARTS))


def test_a_time_that_is_law_may_be_shorter_and_never_longer(tmp_path: Path) -> None:
    law = 'value = 30\nunit = "days"'
    laid_on_law(tmp_path, law, "value = 30")
    laid_on_law(tmp_path, law, "value = 1")
    with pytest.raises(LawLengthened, match="longer than 30 days"):
        laid_on_law(tmp_path, law, "value = 31")


def test_a_word_that_is_law_is_not_the_countys_to_change(tmp_path: Path) -> None:
    law = 'value = true\nunit = "yes_no"'
    laid_on_law(tmp_path, law, "value = true")
    with pytest.raises(OutOfReach, match="is law, and a county does not change it"):
        laid_on_law(tmp_path, law, "value = false")


def test_a_local_value_can_be_confirmed_without_being_changed(tmp_path: Path) -> None:
    checked = 'checked_by = "Sam, invented"\nchecked_on = 2026-02-01'
    county = hill(tmp_path, value("idle.youth", checked))
    assert county.value("idle.youth").confirmed
    assert county.minutes("idle.youth") == 5


def test_a_check_of_californias_time_says_nothing_about_a_time_the_county_changed(tmp_path: Path) -> None:
    checked = 'checked_by = "Sam, invented"\nchecked_on = 2026-02-01'
    beneath = Row(where="state", fields=tomllib.loads(f"hours = 24\n{checked}"))
    changed = lay(Row(where="own", fields={"hours": 2, "checked_by": ""}), on=beneath)
    assert changed.fields == {"hours": 2}
    untouched = lay(Row(where="own", fields={"checked_by": "", "checked_on": ""}), on=beneath)
    assert untouched.fields["checked_by"] == "Sam, invented"
