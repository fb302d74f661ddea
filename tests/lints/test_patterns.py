"""The pattern page of each house shows every component, so that one look sees them all."""

from __future__ import annotations

import pytest

from bench.shots.look import render
from tests.lints.patterns import called_in, components_of, not_shown

HOUSES = ("team", "youth")


@pytest.mark.parametrize("house", HOUSES)
def test_the_pattern_page_shows_every_component(house: str) -> None:
    assert not not_shown(house), f"add to {house}/pattern.html: {', '.join(sorted(not_shown(house)))}"


@pytest.mark.parametrize("house", HOUSES)
def test_there_are_components_to_show(house: str) -> None:
    assert len(components_of(house)) > 20


def test_a_component_that_another_one_draws_is_shown_with_it() -> None:
    parts = {"card": "{{ icon('lamp') }}", "icon": "<svg>", "alone": "<p>"}
    assert not_shown("team", components=parts, shown="{% call ui.card('x') %}{% endcall %}") == {"alone"}


def test_a_word_that_is_only_named_does_not_count_as_drawn() -> None:
    assert called_in("<p>card</p> {# card(x) is for later #} {{ ui.cards('x') }}") == {"cards"}
    assert called_in("the card (see there)") == set()


@pytest.mark.parametrize("house", HOUSES)
def test_the_pattern_page_can_be_drawn_to_be_looked_at(house: str) -> None:
    assert render(house, lang="en").rstrip().endswith("</html>")
