"""The two pictures of our own practice: what is drawn is in the table, and what it says fits."""

from __future__ import annotations

import re
from datetime import date

from porchlight.desks.pictures.days import DaysWords, Happened, days
from porchlight.desks.pictures.glasses import FULL, Glass, Glasses, Part, Sign, glass


def sign(*row: Glass, name: str = "A welcome at the door") -> Sign:
    return Sign(name, "It is written down.", "/picture/sign/A05", row, "3 agencies: nothing yet.", (name, "3"))


def shapes(*row: Glass) -> tuple[int, int]:
    """How many glasses are filled somewhat, and how many hold a dashed box."""
    svg = str(sign(*row).svg)
    return svg.count('class="mark"'), svg.count("stroke-dasharray")


def test_a_glass_is_filled_as_far_as_is_shown_and_dashed_where_more_is_said():
    assert shapes(Glass(0, 0)) == (0, 0)
    assert shapes(Glass(2, 2)) == (1, 0)
    assert shapes(Glass(2, 4)) == (1, 1)
    assert shapes(Glass(0, 3)) == (0, 1)
    assert shapes(Glass(4, 1)) == (1, 0)


def test_another_answer_is_an_empty_glass_with_a_bar_before_those_with_nothing():
    assert shapes(Glass(0, 0, is_otherwise=True)) == (0, 0)
    svg = str(sign(Glass(0, 0), Glass(0, 0, is_otherwise=True), Glass(2, 2)).svg)
    assert svg.count('class="otherwise"') == 1
    assert svg.index('class="mark"') < svg.index('class="otherwise"') < svg.rindex("<path")


def test_the_fullest_glass_stands_first_so_that_no_place_is_an_agencys_own():
    assert sign(Glass(0, 0), Glass(4, 4), Glass(0, 2)).svg == sign(Glass(4, 4), Glass(0, 2), Glass(0, 0)).svg


def test_forty_agencies_fit_in_three_lines_of_glasses():
    svg = str(sign(*[Glass(FULL, FULL)] * 40).svg)
    assert svg.count('class="mark"') == 40
    assert sorted({float(y) for y in re.findall(r'<rect x="[^"]*" y="([^"]*)"', svg)}) == [1, 33, 65]


def test_a_glass_alone_is_as_full_as_it_is_shown():
    assert 'height="26"' in glass(Glass(FULL, 0))
    assert 'class="mark"' not in glass(Glass(0, 0))


def test_the_table_has_a_row_for_every_sign_of_every_part():
    parts = (Part("Agreed", (sign(name="One"),)), Part("Changed", (sign(name="Two"),)))
    assert Glasses("How far", (), parts, ("Sign", "Agencies")).rows == (("One", "3"), ("Two", "3"))


KINDS = DaysWords("What happened when", "By day", {"a": "Ratified", "b": "Rules"}, ("Day", "What"), "{:%b %Y}".format)


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
    assert "Nov 2024" in picture.svg


def test_the_line_begins_with_the_month_of_the_first_thing_so_that_marks_stand_apart():
    picture = days([Happened(date(2026, 3, 9), "a", ("x",))], words=KINDS, today=date(2026, 11, 22), key="d")
    assert "Mar 2026" in picture.svg


def test_a_kind_that_never_happened_has_no_line():
    picture = days([], words=KINDS, today=date(2026, 1, 1), key="d")
    assert "Ratified" not in picture.svg
    assert "<circle" not in picture.svg
