from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.directory.rules import Hours, Span, read_hours
from porchlight.directory.rules.hours import ALL_WEEK, DAYS
from porchlight.directory.rules.troubles import HoursNotUnderstood
from porchlight.kernel.errors import Trouble


def test_office_days_and_a_saturday_are_read_as_written():
    read = read_hours("Mon-Fri 09:00-17:00; Sat 10:00-14:00")
    assert read.spans == (*(Span(day, 540, 1020) for day in range(5)), Span(5, 600, 840))


@pytest.mark.parametrize("nothing", ["", "  ", ";", " ; "])
def test_nothing_written_means_unclear_and_never_closed(nothing):
    assert read_hours(nothing).spans is None


def test_day_and_night_is_all_of_every_day():
    assert read_hours("24/7") == Hours(spans=ALL_WEEK)
    assert read_hours("24/7").spans == read_hours("Daily 00:00-24:00").spans


def test_a_break_at_noon_makes_two_stretches():
    assert read_hours("Tue 09:00-12:00, 13:00-17:00").spans == (Span(1, 540, 720), Span(1, 780, 1020))


def test_an_evening_past_midnight_ends_on_the_next_day():
    assert read_hours("Fri 20:00-02:00").spans == (Span(4, 1200, 1560),)


def test_days_may_run_over_the_end_of_the_week():
    assert {span.day for span in read_hours("Sat-Mon 10:00-12:00").spans or ()} == {5, 6, 0}


def test_days_may_be_listed():
    assert [span.day for span in read_hours("Mon,Wed, Fri 8:00-12:00").spans or ()] == [0, 2, 4]


def test_closed_dates_are_read_beside_the_days():
    read = read_hours("24/7; closed 2026-12-25, 2027-01-01")
    assert read.closed_on == {date(2026, 12, 25), date(2027, 1, 1)}
    assert read.spans == ALL_WEEK


def test_capitals_and_spaces_do_not_matter():
    assert read_hours(" MON-fri  9:00 - 17:00 ;") == read_hours("Mon-Fri 09:00-17:00")


@pytest.mark.parametrize(
    "written",
    [
        "mostly mornings",
        "Mon 9-5",
        "Mon 09:00",
        "Mon 25:00-26:00",
        "Mon 24:00-02:00",
        "Mon 09:60-10:00",
        "Mon 09:00-10:75",
        "Mon 09:00-24:30",
        "Mon 09:00-09:00",
        "Mon-Wed-Fri 09:00-10:00",
        "Someday 09:00-10:00",
        "Mon-Moon 09:00-10:00",
        "Moon-Tue 09:00-10:00",
        "Mon 09:00-10:60",
        "Mon, 09:00-10:00",
        "Mon 09:00-17:00; closed Christmas",
        "closed 2026-12-25",
        "09:00-17:00",
        "24/7 (up to 3 calls)",
    ],
)
def test_hours_that_cannot_be_read_are_never_guessed(written):
    with pytest.raises(HoursNotUnderstood) as said:
        read_hours(written)
    assert isinstance(said.value, Trouble)
    assert "Mon-Fri 09:00-17:00" in said.value.said


clock = st.integers(0, 1439)


@given(st.sampled_from(range(7)), clock, clock)
def test_whatever_stretch_is_written_comes_back_the_same(day, opens, closes):
    written = f"{DAYS[day].title()} {opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"
    if opens == closes:
        with pytest.raises(HoursNotUnderstood):
            read_hours(written)
        return
    ends = closes if closes > opens else closes + 1440
    assert read_hours(written).spans == (Span(day, opens, ends),)


@given(st.text(max_size=40))
def test_any_text_is_read_as_hours_or_refused_by_name(text):
    with suppress(HoursNotUnderstood):
        assert read_hours(text).spans != ()
