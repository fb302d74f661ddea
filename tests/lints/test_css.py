from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .css import inspect
from .stylesheet import bare, parts, read_sheet

GOOD = """
/* #fff 12px !important: a comment is not a style */
@layer base, components;
@layer components {
  .card { padding: var(--space-4); border: 1px solid var(--line); border-radius: var(--round); }
  .card:hover { background: color-mix(in srgb, var(--deed), transparent); margin: 0 auto; }
  .card:active { box-shadow: 0 0 0 1px currentColor; }
  .card a[href="#main"] { inset-inline-start: -1px; inline-size: 50%; text-align: start; color: CanvasText; }
  .wheat-card, .tan { color: var(--red); transition: color .2s; font-family: "Tan Black"; }
  .card::before { content: "12px #fff; } !important"; background: url("data:image/svg+xml;#fff"); }
  .card { &:focus-visible { outline: var(--ring) solid Highlight; } }
  .mixed { color: rgb(from var(--ink) r g b / .5); inset: 0 1rem; margin: 1rem 2rem 3rem 2rem; }
}
@media (min-width: 40rem) { .card { border-radius: 1rem 1rem 0 0; } }
@page { size: letter; margin-left: 2cm; }
@keyframes rise { from { opacity: 0; } to { opacity: 1; } }
"""


def rules(css: str, path: str = "components.css") -> set[str]:
    return {finding.rule for finding in inspect(css, path=path)}


def test_a_good_sheet_has_nothing_to_mend() -> None:
    assert inspect(GOOD, path="components.css") == []


@pytest.mark.parametrize(
    ("rule", "css"),
    [
        ("no-raw-colour", ".a { color: #fff }"),
        ("no-raw-colour", ".a { color: #12474a80; }"),
        ("no-raw-colour", ".a { background: rgb(0 0 0 / 50%); }"),
        ("no-raw-colour", ".a { border: 1px solid oklch(50% 0.1 200); }"),
        ("no-raw-colour", ".a { color: red; }"),
        ("no-raw-colour", ".a { box-shadow: 0 0 1px Black; }"),
        ("no-raw-colour", ".a { background: color-mix(in srgb, var(--deed), white); }"),
        ("no-raw-colour", ".a { --mine: #fff; }"),
        ("no-raw-colour", ".a { color: var(--ink, #000); }"),
        ("no-pixels", ".a { padding: 12px; }"),
        ("no-pixels", ".a { margin-inline: -2px; }"),
        ("no-pixels", ".a { padding: calc(1rem + 1.5px); }"),
        ("no-pixels", "@media (min-width: 640px) { .a { margin: 0; } }"),
        ("no-id", "#main { margin: 0; }"),
        ("no-id", ".a, .b > p#main:hover { margin: 0; }"),
        ("no-id", ".a { & #main { margin: 0; } }"),
        ("no-important", ".a { margin: 0 !important; }"),
        ("no-important", ".a { margin: 0 ! IMPORTANT }"),
        ("third-party", ".a { background: url(https://other.example/a.png); }"),
        ("third-party", "@font-face { src: url('//other.example/a.woff2'); }"),
        ("logical", ".a { margin-left: 1rem; }"),
        ("logical", ".a { width: 10rem; }"),
        ("logical", ".a { top: 0; }"),
        ("logical", ".a { text-align: left; }"),
        ("logical", ".a { float: right; }"),
        ("logical", ".a { padding: 1rem 2rem 1rem 3rem; }"),
        ("logical", ".a { border-radius: 0 1rem 1rem 0; }"),
        ("logical", ".a { border-radius: 1rem 1rem 2rem 0; }"),
        ("logical", ".a { border-radius: 1rem / 1rem 2rem; }"),
        ("braces", ".a { margin: 0;"),
        ("braces", ".a { margin: 0; } }"),
    ],
)
def test_one_bad_line_is_found(rule: str, css: str) -> None:
    assert rule in rules(GOOD + css)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("margin-left: 0", "margin-inline-start"),
        ("scroll-padding-top: 0", "scroll-padding-block-start"),
        ("border-right-width: 0", "border-inline-end-width"),
        ("bottom: 0", "inset-block-end"),
        ("max-height: 0", "max-block-size"),
        ("border-top-left-radius: 0", "border-start-start-radius"),
        ("text-align: right", "end"),
    ],
)
def test_the_logical_word_is_named(written: str, instead: str) -> None:
    (found,) = inspect(f".a {{ {written}; }}", path="base.css")
    assert found.instead == instead


def test_raw_values_live_in_the_tokens_and_nowhere_else() -> None:
    raw = ":root { --ink: #20302f; --lift: 0 1px 2px rgb(0 0 0 / 10%); }"
    assert rules(raw, "static/team/tokens.css") == set()
    assert rules(f"@layer tokens {{ @supports (color: red) {{ {raw} }} }}", "youth.css") == set()
    assert rules(raw, "base.css") == {"no-raw-colour", "no-pixels"}
    assert rules(f"@layer tokens-too {{ {raw} }}", "youth.css") == {"no-raw-colour", "no-pixels"}


def test_tokens_too_are_never_important_nor_bound_to_an_id() -> None:
    assert rules("#a { --ink: #000 !important; }", "tokens.css") == {"no-id", "no-important"}


def test_a_finding_names_file_line_and_words() -> None:
    found = inspect(".a {\n  margin: 0;\n  color: #fff;\n}\n", path="base.css")
    assert [str(one) for one in found] == ["base.css:3: no-raw-colour: color: #fff. Instead: a token."]


def test_lines_are_right_after_comments_and_strings() -> None:
    css = '/* one\ntwo */\n.a::before {\n  content: "}";\n\n  color: red }\n'
    assert [finding.line for finding in inspect(css, path="base.css")] == [6]


def test_nested_rules_know_what_stands_around_them() -> None:
    sheet = read_sheet("@layer a { .b { margin: 0; &:hover { color: red } } }")
    assert [(one.name, one.around) for one in sheet.declarations] == [
        ("margin", ("@layer a", ".b")),
        ("color", ("@layer a", ".b", "&:hover")),
    ]


def test_a_value_is_parted_outside_brackets_only() -> None:
    assert parts("1px calc(1rem + 2px) var(--a, 0 1px)") == ["1px", "calc(1rem + 2px)", "var(--a, 0 1px)"]
    assert parts("a(b, c), d", at=",") == ["a(b, c)", "d"]
    assert bare("url(#x) \"#y\" '#z'") == 'url() "" ""'


@given(st.text(st.sampled_from(list("ab:;{}()\"'/*#@\\\n 1px")), max_size=60))
def test_no_sheet_however_broken_stops_the_reader(css: str) -> None:
    sheet = read_sheet(css)
    lines = [one.line for one in sheet.preludes] + [one.line for one in sheet.declarations]
    assert all(1 <= line <= css.count("\n") + 1 for line in lines)
