from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .colours import Colour, contrast, read_colour
from .contrast import CONTROL, TEXT, Pair, Theme, low_contrast, ratio, read_tokens

IN_ONE = """
@layer tokens {
  :root { --paper: #ffffff; --ink: #333; --soft: #888; --alias: var(--ink); }
  @supports (color: light-dark(#000, #fff)) {
    :root {
      --paper: light-dark(#ffffff, #101b1d); --ink: light-dark(#333, rgb(241 233 220));
      --soft: light-dark(#888, var(--ink));
    }
  }
  @media (prefers-contrast: more) { :root { --soft: var(--ink); } }
  @media print { :root { --ink: #fff; } }
  .card { --ink: #fff; }
}
"""
IN_TWO = """
:root { --paper: white; --ink: #222; }
@media (prefers-color-scheme: dark) { :root { --paper: black; --ink: #ddd; } }
[data-theme="dark"] { --paper: #111; }
"""


@pytest.mark.parametrize(
    ("front", "back", "expected"),
    [
        ("#000", "#fff", 21.0),
        ("#fff", "#fff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("rgb(0 0 255)", "white", 8.59),
        ("#00000080", "#fff", 3.98),
    ],
)
def test_known_ratios_come_out_as_published(front: str, back: str, expected: float) -> None:
    assert ratio(front, back) == pytest.approx(expected, abs=0.035)


def test_a_ratio_just_below_the_limit_is_not_rounded_up() -> None:
    assert ratio("#777777", "#ffffff") < TEXT <= ratio("#767676", "#ffffff")


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("#abc", "#aabbcc"),
        ("rgb(255, 0, 0)", "#ff0000"),
        ("rgba(255 0 0 / 50%)", "#ff000080"),
        ("rgb(100% 0% 0%)", "#f00"),
        ("hsl(120deg 100% 25%)", "#008000"),
        ("hsl(0.5turn, 100%, 50%)", "#00ffff"),
        ("oklch(62.8% 0.25768 29.234)", "#ff0000"),
        ("oklch(1 0 none)", "white"),
        ("oklab(51.975% -0.1403 0.10768)", "#008000"),
    ],
)
def test_one_colour_written_in_two_ways_is_one_colour(written: str, same: str) -> None:
    one, other = read_colour(written), read_colour(same)
    assert one.channels() == pytest.approx(other.channels(), abs=0.004)
    assert one.alpha == pytest.approx(other.alpha, abs=0.005)


@pytest.mark.parametrize("written", ["", "#12", "#ggg", "rgb(1 2)", "var(--ink)", "color-mix(in srgb, red, blue)"])
def test_what_is_not_a_colour_is_refused_by_name(written: str) -> None:
    with pytest.raises(ValueError, match="cannot read the colour"):
        read_colour(written)


def test_a_ground_that_lets_light_through_has_no_contrast() -> None:
    with pytest.raises(ValueError, match="opaque"):
        ratio("#000", "transparent")


@pytest.mark.parametrize(
    ("theme", "paper", "ink"), [("light", "#ffffff", "#333"), ("dark", "#101b1d", "rgb(241 233 220)")]
)
def test_light_dark_in_one_block_is_worked_out(theme: Theme, paper: str, ink: str) -> None:
    tokens = read_tokens(IN_ONE, theme=theme)
    assert (tokens["--paper"], tokens["--ink"], tokens["--alias"]) == (paper, ink, ink)


def test_two_blocks_are_read_in_their_order() -> None:
    assert read_tokens(IN_TWO, theme="light") == {"--paper": "white", "--ink": "#222"}
    assert read_tokens(IN_TWO, theme="dark") == {"--paper": "#111", "--ink": "#ddd"}


def test_a_wish_for_more_contrast_is_another_reading() -> None:
    assert read_tokens(IN_ONE, theme="light")["--soft"] == "#888"
    assert read_tokens(IN_ONE, theme="light", more_contrast=True)["--soft"] == "#333"


def test_faint_pairs_are_named_with_theme_and_figure() -> None:
    found = low_contrast(IN_ONE, [Pair("--ink", "--paper"), Pair("--soft", "--paper")], path="tokens.css")
    assert [str(one) for one in found] == ["tokens.css:1: contrast: light: --soft on --paper is 3.54, it needs 4.5."]
    assert low_contrast(IN_ONE, [Pair("--soft", "--paper", CONTROL)], path="tokens.css") == []


def test_a_pair_of_a_token_that_is_not_there_is_found() -> None:
    found = low_contrast(IN_TWO, [Pair("--ink", "--sheet")], path="tokens.css")
    assert [one.said for one in found] == [
        "light: there is no token --sheet",
        "dark: there is no token --sheet",
    ]


def test_a_token_made_of_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="made of itself"):
        read_tokens(":root { --c: var(--a); --a: var(--b); --b: var(--a); }", theme="light")


def test_a_bracket_that_is_never_closed_is_refused() -> None:
    with pytest.raises(ValueError, match="never closed"):
        read_tokens(":root { --a: var(--b; }", theme="light")


def test_a_missing_token_takes_the_value_given_beside_it() -> None:
    tokens = read_tokens(":root { --a: var(--none, light-dark(#000, #fff)); }", theme="dark")
    assert tokens == {"--a": "#fff"}


CHANNEL = st.floats(0, 1)
OPAQUE = st.builds(Colour, CHANNEL, CHANNEL, CHANNEL)


@given(OPAQUE, OPAQUE)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: Colour, other: Colour) -> None:
    assert contrast(one, other) == pytest.approx(contrast(other, one))
    assert 1 <= contrast(one, other) <= 21.0000001
