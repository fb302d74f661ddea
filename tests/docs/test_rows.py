"""Every row of the mission that our own practice fills has tests named after it, and a page that maps them."""

from __future__ import annotations

import re

import pytest

from tests.shape.tree import ROOT

PAGE = (ROOT / "docs" / "our-practice.md").read_text(encoding="utf-8")
ROWS = ("s2", "s5b", "s16a", "s16b", "s16c", "s16d")


def named_after(row: str) -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    return [name for text in texts for name in re.findall(rf"^def (test_{row}_\w+)", text, re.MULTILINE)]


@pytest.mark.parametrize("row", ROWS)
def test_a_row_has_tests_named_after_it(row):
    assert named_after(row), f"no test is named test_{row}_…"
    assert f"`test_{row}_`" in PAGE


def test_the_page_maps_these_rows_and_no_other():
    assert tuple(re.findall(r"`test_(s\w+)_`", PAGE)) == ROWS
