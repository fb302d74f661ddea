"""Control charts stay in the library: at these counts they mislead, so no page shows one and none is in reach."""

from __future__ import annotations

import re

import pytest

from porchlight.progress import api
from tests.shape.tree import CODE

NAMES = re.compile(r"\b(xmr_limits|u_chart|t_chart|g_chart|western_electric|mean_moving_range)\b")
VERDICTS = re.compile(r"out of control|in control\b|fuera de control|control chart|western electric", re.IGNORECASE)
PAGES = [path for folder in ("desks", "flows") for path in sorted((CODE / folder).rglob("*.py"))]
SAID = [path for ending in ("html", "po") for path in sorted((CODE / "desks").rglob(f"*.{ending}"))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(CODE)))
def test_no_desk_and_no_flow_names_a_control_chart(path):
    assert not NAMES.search(path.read_text(encoding="utf-8"))


def test_the_room_hands_none_of_them_out():
    assert not [name for name in dir(api) if NAMES.search(name)]


@pytest.mark.parametrize("path", [*PAGES, *SAID], ids=lambda path: str(path.relative_to(CODE)))
def test_no_page_and_no_word_of_either_house_says_such_a_verdict(path):
    assert not VERDICTS.search(path.read_text(encoding="utf-8"))


def test_sabotage_a_desk_that_draws_limits_is_found():
    assert NAMES.search("from porchlight.progress.rules.charts import u_chart")
    assert VERDICTS.search("This week is out of control")
