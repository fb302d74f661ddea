"""No state of the bed renders a promise that the record doesn't carry."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences.bed_rules import (
    BedFact,
    BedState,
    Line,
    LineKey,
    is_current,
    is_whole,
    tonight,
    welcome_line,
)
from porchlight.absences.bed_words import THEY, YOU, say_bed
from porchlight.kernel.clock import county_time
from tests.lints.grade import too_hard
from tests.lints.words import check_words

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)  # 11.30 pm of November 22 in the county
EVENING = date(2026, 11, 22)
LEFT = NOW - timedelta(days=2)
PLACE, OWN, COUNTY = "Aunt Rosa's couch", "555-0122", "555-0101"
PROMISES = {"here tonight", "is held", "place tonight", "está aquí", "está guardada", "Tu lugar", "Su lugar"}


def fact(state: BedState = BedState.OPEN, **changed: object) -> BedFact:
    known = {"last_night": EVENING, "place": PLACE, "call": OWN, "made_at": NOW - timedelta(days=1)}
    return BedFact(state, **(known | changed))


EVERY = [
    (state, night, place, call, made, county)
    for state, night, place, call, made, county in product(
        BedState,
        (None, EVENING - timedelta(days=1), EVENING, EVENING + timedelta(days=9)),
        ("", PLACE),
        ("", OWN),
        (LEFT - timedelta(hours=1), NOW - timedelta(hours=1)),
        ("", COUNTY),
    )
]


@pytest.mark.parametrize("record", EVERY)
def test_every_record_in_both_languages_says_only_what_it_carries(record):
    state, night, place, call, made, county = record
    bed = BedFact(state, night, place, call, made)
    line = welcome_line(bed, at=NOW, left_at=LEFT, call=county)
    current = night is not None and night >= EVENING and made >= LEFT
    for language, to_youth in product(("en", "es"), (True, False)):
        said = say_bed(line, language=language, to_youth=to_youth)
        assert "{" not in said
        holds = "is held" in said or "here tonight" in said or "está guardada esta noche," in said
        if not current or state is BedState.UNKNOWN:
            assert not any(promise in said for promise in PROMISES), said
            assert PLACE not in said
        if state is BedState.ELSEWHERE:
            assert not holds, said
            assert (PLACE in said) == (current and bool(place))
        if "any hour" in said or "a cualquier hora" in said:
            assert current, said
            assert state is BedState.OPEN, said


@pytest.mark.parametrize("county", ["", COUNTY])
def test_with_no_record_at_all_we_say_that_we_do_not_know(county):
    line = welcome_line(None, at=NOW, left_at=LEFT, call=county)
    assert say_bed(line, language="en", to_youth=True).startswith("We don't know yet where your bed is tonight.")
    assert (COUNTY in say_bed(line, language="es", to_youth=True)) == bool(county)


def test_call_first_without_any_number_is_not_said():
    bed = fact(BedState.CALL_FIRST, call="")
    assert welcome_line(bed, at=NOW, left_at=LEFT).key is LineKey.ASK_SOMEONE
    assert welcome_line(bed, at=NOW, left_at=LEFT, call=COUNTY) == Line(
        LineKey.CALL_FIRST, call=COUNTY, last_night=EVENING
    )


def test_the_records_own_number_goes_before_the_countys():
    assert welcome_line(fact(BedState.CALL_FIRST), at=NOW, left_at=LEFT, call=COUNTY).call == OWN
    assert welcome_line(fact(BedState.UNKNOWN), at=NOW, left_at=LEFT, call=COUNTY).call == OWN


def test_what_held_for_an_earlier_absence_is_no_promise_for_this_one():
    before = fact(last_night=EVENING + timedelta(days=30), made_at=LEFT - timedelta(days=5))
    assert not is_current(before, at=NOW, left_at=LEFT)
    assert is_current(before, at=NOW, left_at=None)
    assert is_current(fact(made_at=LEFT), at=NOW, left_at=LEFT), "what was said as they left is said for this time"


def test_the_night_goes_on_until_five_in_the_morning():
    half_past_four = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    five = datetime(2026, 11, 23, 13, 0, tzinfo=UTC)
    assert tonight(half_past_four) == EVENING
    assert tonight(five) == EVENING + timedelta(days=1)
    assert welcome_line(fact(), at=half_past_four, left_at=LEFT).key is LineKey.OPEN
    assert welcome_line(fact(), at=five, left_at=LEFT, call=COUNTY).key is LineKey.ASK


@given(st.integers(0, 366 * 24 * 60).map(lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)))
def test_a_night_never_lies_ahead_and_never_more_than_a_day_back(at):
    local = county_time(at).date()
    assert local - timedelta(days=1) <= tonight(at) <= local


@given(st.integers(0, 400), st.integers(0, 400))
def test_a_line_once_over_never_comes_back_by_itself(first, more):
    bed = fact(made_at=NOW - timedelta(days=1))
    earlier = welcome_line(bed, at=NOW + timedelta(hours=first), left_at=LEFT, call=COUNTY)
    later = welcome_line(bed, at=NOW + timedelta(hours=first + more), left_at=LEFT, call=COUNTY)
    assert (earlier.key, later.key) != (LineKey.ASK, LineKey.OPEN)


@pytest.mark.parametrize("key", LineKey)
def test_only_three_lines_know_where_they_can_sleep(key):
    assert Line(key).is_known is (key in (LineKey.OPEN, LineKey.CALL_FIRST, LineKey.ELSEWHERE))


def test_a_record_is_whole_only_with_what_its_sentence_needs():
    assert is_whole(BedState.UNKNOWN, last_night=None, place="")
    assert is_whole(BedState.OPEN, last_night=EVENING, place="")
    assert not is_whole(BedState.OPEN, last_night=None, place="")
    assert not is_whole(BedState.CALL_FIRST, last_night=None, place="")
    assert not is_whole(BedState.ELSEWHERE, last_night=EVENING, place="")
    assert is_whole(BedState.ELSEWHERE, last_night=EVENING, place=PLACE)


@pytest.mark.parametrize("words", [YOU, THEY])
def test_every_line_has_kind_plain_words_in_both_languages(words):
    assert set(words) == set(LineKey)
    for english, spanish in words.values():
        for text, language in ((english, "en"), (spanish, "es")):
            plain = text.replace("{call}", "").replace("{place}", "").rstrip(": ")
            assert too_hard(plain, language) == []
            assert check_words(plain, house="youth", path="bed_words") == []
            assert "!" not in text


def test_what_somebody_typed_is_shown_as_it_was_typed():
    line = Line(LineKey.ELSEWHERE, place="{call} my aunt's")
    assert say_bed(line, language="en", to_youth=True).endswith("Your place tonight is: {call} my aunt's")
