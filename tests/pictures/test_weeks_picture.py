"""The picture of weeks shows what its table says, whatever the weeks were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.desks.pictures import WeeksWords, weeks
from porchlight.desks.pictures.weeks import BASE, LEFT, LOWEST_TOP, ONE_DAY, RIGHT, TOP
from tests.pictures.reading import NUMBER, Week, drawing, is_filled, numbers_of, outside, size, words_in

WORDS = WeeksWords(
    title="Times left, week by week",
    about="From Mar 2 to Mar 9.",
    counts="Times left",
    days="Days confirmed, of 7",
    seen="enough days",
    not_seen="too few days",
    middle="the middle: %s",
    at_least="%s or more",
    nothing_said="nobody said",
    columns=("Week", "Times left", "Days confirmed"),
)
ANY_WEEK = st.builds(Week, count=st.none() | st.integers(0, 7), confirmed=st.integers(0, 7), is_seen=st.booleans()).map(
    lambda week: Week(week.count, week.confirmed, week.is_seen and week.count is not None)
)
ANY_WEEKS = st.lists(ANY_WEEK, min_size=1, max_size=60)


def drawn(found, *, middle=None, key="weeks"):
    labels = [f"w{place}" for place in range(len(found))]
    return weeks(found, labels=labels, middle=middle, words=WORDS, key=key)


def counts_and_fills(found, svg):
    """Each dot of a week, read back from where it stands: its week, its count, whether it is full."""
    most = max([LOWEST_TOP, *(week.count for week in found if week.count is not None)])
    pitch = (RIGHT - LEFT) / len(found)
    return sorted(
        (
            round((float(dot.attrib["cx"]) - LEFT) / pitch - 0.5),
            round((BASE - float(dot.attrib["cy"])) * most / (BASE - TOP)),
            is_filled(dot, within=svg),
        )
        for dot in svg.iter("circle")
        if "cy" in dot.attrib
    )


@given(ANY_WEEKS)
def test_every_dot_stands_at_its_count_and_is_full_only_where_enough_is_confirmed(found):
    svg = drawing(drawn(found))
    said = [(place, week.count, week.is_seen) for place, week in enumerate(found) if week.count is not None]
    assert counts_and_fills(found, svg) == said


@given(ANY_WEEKS)
def test_the_table_says_the_same_as_the_marks(found):
    picture = drawn(found)
    dots = {place: (count, full) for place, count, full in counts_and_fills(found, drawing(picture))}
    assert len(picture.rows) == len(found)
    for place, (_, count, confirmed) in enumerate(picture.rows):
        told = [int(number) for number in NUMBER.findall(count)]
        assert told == ([dots[place][0]] if place in dots else [])
        assert ("or more" in count) == (place in dots and not dots[place][1])
        assert int(confirmed) == found[place].confirmed


@given(ANY_WEEKS)
def test_the_bars_stand_for_the_confirmed_days_of_each_week(found):
    bars = [float(bar.attrib["height"]) / ONE_DAY for bar in drawing(drawn(found)).iter("rect")]
    assert bars == [week.confirmed for week in found if week.confirmed]


@given(ANY_WEEKS, st.none() | st.floats(0, 7))
def test_every_mark_is_inside_and_every_number_is_one(found, middle):
    svg = drawing(drawn(found, middle=middle))
    assert size(svg)[0] == 288
    assert outside(svg) == []
    assert all(NUMBER.fullmatch(number) for number in numbers_of(svg))


@given(ANY_WEEKS)
def test_dots_of_two_weeks_never_touch(found):
    svg = drawing(drawn(found))
    pitch = (RIGHT - LEFT) / len(found)
    assert all(2 * float(dot.attrib["r"]) < pitch for dot in svg.iter("circle") if "cy" in dot.attrib)


def test_a_week_of_which_nobody_said_a_thing_has_no_dot_and_the_table_says_so():
    picture = drawn([Week(2, 7, True), Week(None, 0, False)])
    assert len([dot for dot in drawing(picture).iter("circle") if "cy" in dot.attrib]) == 1
    assert picture.rows == (("w0", "2", "7"), ("w1", "nobody said", "0"))


def test_a_week_with_too_few_days_is_hollow_and_reads_or_more():
    picture = drawn([Week(0, 3, False)])
    svg = drawing(picture)
    assert picture.rows == (("w0", "0 or more", "3"),)
    assert counts_and_fills([Week(0, 3, False)], svg) == [(0, 0, False)]
    assert "too few days" in words_in(svg)
    assert "enough days" not in words_in(svg)


@pytest.mark.parametrize("middle", [None, 2.5])
def test_the_middle_is_a_line_only_where_it_is_given(middle):
    svg = drawing(drawn([Week(count, 7, True) for count in (2, 3)], middle=middle))
    dashed = [path for path in svg.iter("path") if "stroke-dasharray" in path.attrib]
    assert len(dashed) == (0 if middle is None else 2), "the line, and the word for it"
    assert ("the middle: 2.5" in words_in(svg)) == (middle is not None)


def test_the_drawing_has_a_name_and_a_description_of_its_own():
    svg = drawing(drawn([Week(1, 7, True)], key="mine"))
    assert svg.attrib["role"] == "img"
    named = {element.attrib["id"]: element.text for element in svg if element.tag in ("title", "desc")}
    assert named == {"mine-title": WORDS.title, "mine-desc": WORDS.about}
    assert svg.attrib["aria-labelledby"].split() == list(named)


def test_beside_dates_and_counts_it_says_the_words_that_it_was_given_and_no_others():
    svg = drawing(drawn([Week(count, 7, count > 2) for count in range(8)], middle=3.5))
    said = words_in(svg)
    for words in ("Times left", "Days confirmed, of 7", "enough days", "too few days", "the middle: 3.5"):
        assert said.count(words) == 1
        said = said.replace(words, "")
    assert sorted(said.split()) == ["0", "7", "w0", "w7"]
