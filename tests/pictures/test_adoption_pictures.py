"""The two pictures of our own practice: what is drawn is in the table, and what it says fits."""

from __future__ import annotations

from datetime import date

from porchlight.desks.pictures.days import DaysWords, Happened, days
from porchlight.desks.pictures.glasses import FULL, Glass, GlassesWords, Sign, glasses

WORDS = GlassesWords(
    "How far", "One glass an agency", ("none", "some", "full", "said", "not theirs"), ("Sign", "Agencies")
)


def drawn(*row: Glass | None) -> str:
    return str(glasses([Sign("A welcome at the door", row, ("A welcome at the door", "3"))], words=WORDS, key="g").svg)


def shapes(svg: str) -> tuple[int, int]:
    """How many glasses are filled somewhat, and how many dashed lines there are."""
    return svg.count("<rect"), svg.count("stroke-dasharray")


LEGEND = shapes(drawn())


def beyond_the_legend(*row: Glass | None) -> tuple[int, int]:
    filled, dashed = shapes(drawn(*row))
    return filled - LEGEND[0], dashed - LEGEND[1]


def test_a_glass_is_filled_as_far_as_is_shown_and_dashed_where_more_is_said():
    assert beyond_the_legend(Glass(0, 0)) == (0, 0)
    assert beyond_the_legend(Glass(2, 2)) == (1, 0)
    assert beyond_the_legend(Glass(2, 4)) == (1, 1)
    assert beyond_the_legend(Glass(0, 3)) == (0, 1)
    assert beyond_the_legend(Glass(4, 1)) == (1, 0)


def test_an_agency_that_a_sign_does_not_concern_has_no_glass_and_keeps_its_place():
    with_gap, without = drawn(Glass(0, 0), None, Glass(0, 0)), drawn(Glass(0, 0), Glass(0, 0), Glass(0, 0))
    assert with_gap != without
    assert beyond_the_legend(None, None) == (0, 0)


def test_forty_agencies_fit_in_two_lines_of_glasses():
    svg = drawn(*[Glass(FULL, FULL)] * 40)
    assert beyond_the_legend(*[Glass(FULL, FULL)] * 40) == (40, 0)
    assert "NaN" not in svg


def test_the_table_has_a_row_for_every_sign():
    signs = [Sign(name, (Glass(1, 1),), (name, "1")) for name in ("One", "Two")]
    assert glasses(signs, words=WORDS, key="g").rows == (("One", "1"), ("Two", "1"))


KINDS = DaysWords("What happened when", "By day", {"a": "Ratified", "b": "Rules"}, ("Day", "What"))


def test_every_day_of_the_last_two_years_is_a_mark_and_older_ones_stand_in_the_table():
    today = date(2026, 11, 22)
    found = [
        Happened(date(2026, 3, 1), "a", ("x",)),
        Happened(date(2020, 1, 1), "a", ("y",)),
        Happened(today, "b", ("z",)),
    ]
    picture = days(found, words=KINDS, today=today, key="d")
    assert str(picture.svg).count("<circle") == 2
    assert picture.rows == (("x",), ("y",), ("z",))
    assert "Ratified: 2" in picture.svg
    assert "2024-11" in picture.svg


def test_a_kind_that_never_happened_has_no_line():
    picture = days([], words=KINDS, today=date(2026, 1, 1), key="d")
    assert "Ratified" not in picture.svg
    assert "<circle" not in picture.svg
