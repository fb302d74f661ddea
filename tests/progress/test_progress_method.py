"""The method page says the figures that the simulation found, in words that most people can read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bench import published
from porchlight.progress.rules.config import USUAL
from porchlight.progress.rules.facts import FEWEST_DAYS_IN_CARE, LEAST_KNOWN
from tests.lints.grade import FEWEST_WORDS, grade

PAGE = (Path(__file__).parents[2] / "docs" / "method.md").read_text(encoding="utf-8")
TEXT = " ".join(PAGE.split())
ROWS = re.findall(r"^\| (.+?) \| ([\d.]+) % \|", PAGE, re.MULTILINE)
TABLE_C = {
    "fewer times than last week": "fewer",
    "shorter times away than the week before": "shorter",
    "came back by own choice": "own return",
    "stayed in touch while away": "contact",
    "longest stay at home so far": "longest stay",
    "any of these": "any",
}

TIER_3 = {
    "nothing has changed": "none",
    "nothing has changed, and weeks jump about a lot": "rough",
    "they leave half as often again": "leaving x1.5",
    "only leaving fell, to six tenths": "only leaving x0.6",
    "a modest change in all four": "modest",
    "a good change in all four": "good",
    "a large change in all four": "large",
}


def blocks() -> list[str]:
    """Paragraphs and items as somebody reads them, without tables, links and marks."""
    plain = re.sub(r"^\|.*$", "", PAGE, flags=re.MULTILINE)
    plain = re.sub(r"[*`#\[\]]", "", re.sub(r"\]\([^)]*\)", "", plain))
    parts = re.split(r"\n\s*\n|\n(?=- |\d\. )", plain)
    return [text for part in parts if len((text := " ".join(part.split())).split()) >= FEWEST_WORDS]


@pytest.mark.parametrize("block", blocks(), ids=lambda block: block[:40])
def test_every_part_reads_at_ninth_grade_or_below(block):
    assert grade(block, "en") <= 9


def test_table_c_is_the_one_that_was_made_again():
    said = {TABLE_C[name]: float(value) / 100 for name, value in ROWS if name in TABLE_C}
    assert said == pytest.approx(published.TABLE_C_AGAIN["none"], abs=0.0005)


def test_the_table_of_tier_3_is_the_one_that_was_made_again():
    said = {TIER_3[name]: float(value) / 100 for name, value in ROWS if name in TIER_3}
    assert said == pytest.approx(published.TIER_3_AGAIN, abs=0.0005)
    assert "need three times away on each side" in TEXT
    assert USUAL.min_returns == 3


def test_the_numbers_of_the_rules_stand_on_the_page_as_they_are():
    assert f"must be {USUAL.pattern_on * 100:.0f} in 100" in TEXT
    assert f"falls under {USUAL.pattern_off * 100:.0f}" in TEXT
    assert f"{USUAL.alone_on * 100:g} in 100" in TEXT
    assert f"{USUAL.agree_on * 100:.0f} in 100" in TEXT
    assert f"last {USUAL.recent_min} to {USUAL.recent_max} weeks" in TEXT
    assert f"(*phi*, {USUAL.phi} here)" in TEXT
    assert (USUAL.reference_weeks, USUAL.stands, USUAL.min_days, USUAL.min_events) == (8, 12, 5, 3)
    assert (FEWEST_DAYS_IN_CARE, 5 / 7 < LEAST_KNOWN <= 6 / 7) == (2, True)


def test_what_is_off_is_said_to_be_off():
    assert not USUAL.sustained
    assert "This third kind is **off**." in PAGE
