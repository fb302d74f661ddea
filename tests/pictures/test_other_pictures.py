"""Needs, ladders and promises: each mark has its row, its shape and its word."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.desks.pictures import (
    BECAME,
    FROM,
    LadderWords,
    Move,
    MovesWords,
    Promise,
    PromisesWords,
    Rung,
    ladder,
    moves,
    promises,
)
from porchlight.desks.pictures.drawing import TEXT, WIDTH, lines_of, width_of
from tests.pictures.reading import NUMBER, drawing, is_filled, numbers_of, outside, words_in

SAID = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=200)
WORD = st.sampled_from(["a bed", "<b>&\"'", "Somebody who says goodnight, every night of the week", "пиши", "🙂" * 60])
MOVES = st.lists(
    st.builds(Move, name=WORD, was=st.sampled_from(FROM), was_word=WORD, is_met=st.booleans(), now_word=WORD),
    min_size=1,
    max_size=20,
)
MOVES_WORDS = MovesWords("Before and now", "One line each.", ("Need", "Before", "Now"))
LADDER_WORDS = LadderWords("My ladder", "Five rungs.", "Here now", "no words yet", ("Rung", "Now"))
NAMED = {"kept": "Kept", "late": "Kept, later", "open": "Not due yet", "not_kept": "Not kept"}
PROMISES_WORDS = PromisesWords("What we promised", "One mark each.", NAMED, ("What", "By when", "Became"))


def drawn_moves(needs):
    return moves(needs, words=MOVES_WORDS, key="moves")


def drawn_ladder(rungs):
    return ladder(rungs, words=LADDER_WORDS, key="ladder")


def drawn_promises(made):
    return promises(made, words=PROMISES_WORDS, key="promises")


def shapes(group):
    """What a mark is drawn with: enough to tell it from another without any colour."""
    return sorted(
        (one.tag, one.attrib.get("fill", ""), "stroke-dasharray" in one.attrib) for one in group if one.tag != "g"
    )


@given(MOVES)
def test_every_need_is_a_row_and_a_line_leads_to_those_that_somebody_meets(needs):
    picture = drawn_moves(needs)
    svg = drawing(picture)
    assert picture.rows == tuple((need.name, need.was_word, need.now_word) for need in needs)
    lines = [path for path in svg.iter("path") if path.attrib.get("class") == "mark"]
    assert len(lines) == sum(need.is_met for need in needs)
    assert outside(svg) == []
    assert all(NUMBER.fullmatch(number) for number in numbers_of(svg))


def test_where_a_need_was_met_before_is_told_by_the_shape_alone():
    drawn = [
        sorted(
            (one.tag, one.attrib.get("d", ""), one.attrib.get("fill", ""), one.attrib.get("stroke-dasharray", ""))
            for one in drawing(drawn_moves([Move("a", was, "b", is_met=False, now_word="c")]))
            if one.tag in ("path", "circle")
        )
        for was in FROM
    ]
    assert len({tuple(one) for one in drawn}) == len(FROM)


def test_somebody_and_nobody_look_different():
    met, open_ = (
        drawing(drawn_moves([Move("a", "not", "b", is_met=is_met, now_word="c")])) for is_met in (True, False)
    )
    assert sum(is_filled(one, within=met) for one in met.iter("circle")) == 1
    assert sum(is_filled(one, within=open_) for one in open_.iter("circle")) == 0


@given(st.lists(WORD, min_size=1, max_size=5), st.data())
def test_a_ladder_marks_the_one_rung_where_they_are_and_its_table_says_so(rungs, data):
    here = data.draw(st.integers(0, len(rungs) - 1))
    picture = drawn_ladder([Rung(words, is_here=place == here) for place, words in enumerate(rungs)])
    svg = drawing(picture)
    assert [now for _, now in picture.rows] == ["Here now" * (place == here) for place in range(len(rungs))]
    assert [words for words, _ in picture.rows] == rungs
    lamps = [one for one in svg.iter("circle") if one.attrib.get("fill") == "currentColor"]
    assert len(lamps) == 1
    steps = [path for path in svg.iter("path") if path.attrib["d"].count("H") == 1]
    assert len(steps) == len(rungs)
    assert f"M6 {lamps[0].attrib['cy']}H46" == steps[here].attrib["d"]
    assert words_in(svg).count("Here now") == 1
    assert outside(svg) == []


def test_a_rung_without_words_says_so_and_no_rung_has_a_number():
    picture = drawn_ladder([Rung("Sing"), Rung(""), Rung("Hum", is_here=True)])
    assert picture.rows == (("Sing", ""), ("no words yet", ""), ("Hum", "Here now"))
    assert not NUMBER.search(words_in(drawing(picture)) + str(picture.rows))


@given(st.lists(st.sampled_from(BECAME), min_size=1, max_size=40))
def test_every_promise_is_a_mark_and_a_row_and_the_words_count_them(became):
    picture = drawn_promises([Promise(f"p{n}", f"d{n}", one) for n, one in enumerate(became)])
    svg = drawing(picture)
    marks = [group for group in svg if group.tag == "g" and not list(group.iter("text"))]
    many = Counter(became)
    assert len(marks) == len(became) + len(many), "each promise, and each kind once with its word"
    assert [row[2] for row in picture.rows] == [NAMED[one] for one in became]
    for one, number in many.items():
        assert f"{NAMED[one]}: {number}" in words_in(svg)
    looks = {one: str(shapes(mark)) for one, mark in zip(became, marks, strict=False)}
    assert len(set(looks.values())) == len(many), "no two kinds look alike without colour"
    assert outside(svg) == []


@pytest.mark.parametrize("draw", [drawn_moves, drawn_ladder, drawn_promises])
def test_what_somebody_wrote_stays_text(draw):
    spice = "<i>&\"'</svg>"
    given = {
        drawn_moves: [Move(spice, "not", spice, is_met=True, now_word=spice)],
        drawn_ladder: [Rung(spice)],
        drawn_promises: [Promise(spice, spice, "kept")],
    }[draw]
    picture = draw(given)
    assert "<i>" not in picture.svg
    assert picture.rows[0][0] == spice
    assert drawing(picture).attrib["role"] == "img"


@pytest.mark.parametrize("draw", [drawn_moves, drawn_ladder, drawn_promises])
def test_each_has_a_name_a_description_and_no_style_of_its_own(draw):
    given = {
        drawn_moves: [Move("a", "not", "b", is_met=True, now_word="c")],
        drawn_ladder: [Rung("a")],
        drawn_promises: [Promise("a", "b", "kept")],
    }[draw]
    svg = drawing(draw(given))
    assert [element.tag for element in svg][:2] == ["title", "desc"]
    assert [element.attrib["id"] for element in list(svg)[:2]] == svg.attrib["aria-labelledby"].split()
    assert not [one for one in svg.iter() if {"style", "onclick", "href"} & set(one.attrib)]
    assert not list(svg.iter("script")) + list(svg.iter("style"))


@given(SAID, st.floats(40, 300), st.integers(1, 4))
def test_lines_fit_and_nothing_is_lost_but_behind_an_ellipsis(said, width, most):
    lines = lines_of(said, width=width, most=most)
    assert len(lines) <= most
    assert all(width_of(line) <= width for line in lines)
    if not (lines and lines[-1].endswith("…")):
        assert "".join(lines).replace(" ", "") == "".join(said.split())


def test_a_text_is_never_smaller_than_fourteen_on_the_narrowest_phone():
    svg = drawing(drawn_ladder([Rung("a")]))
    assert float(svg.attrib["font-size"]) * 288 / WIDTH >= TEXT == 14
    assert not [one for one in svg.iter() if one is not svg and "font-size" in one.attrib]
