from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .pages import YOUTH
from .visible import spoken_labels, visible_blocks


def test_a_page_is_read_block_by_block() -> None:
    assert visible_blocks(YOUTH) == [
        "Skip to the page",
        "Leave",
        "Hi, Dee",
        "Call 555-0100 now.",
        "What you want to say",
        "Only tell Sam",
        "Send",
    ]


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Call <a href='/a'>us</a>, <b>any</b> time.</p>", ["Call us, any time."]),
        ("<nav><a href='/a'>One</a> <a href='/b'>Two</a></nav>", ["One", "Two"]),
        ("<ul><li>One<p>Two</p></li><li><a href='/a'>Three</a></li></ul>", ["One", "Two", "Three"]),
        ("<dl><div><dt>When</dt><dd>Today</dd></div></dl>", ["When", "Today"]),
        ("<table><tr><th>A</th><td>B</td></tr></table>", ["A", "B"]),
        ("<details><summary>More</summary>Words</details>", ["More", "Words"]),
        ("<p>First line<br>second line</p>", ["First line", "second line"]),
        ("<select><option>One</option><option>Two</option></select>", ["One", "Two"]),
        ("<div>Bare words<p>and more</p>after</div>", ["Bare words", "and more", "after"]),
        ("<input type='submit' value='Send it'>", ["Send it"]),
        ("<p>soft&shy;ly &amp; kindly</p>", ["soft\xadly & kindly"]),
    ],
)
def test_what_stands_together_is_read_together(html: str, blocks: list[str]) -> None:
    assert visible_blocks(html) == blocks


@pytest.mark.parametrize(
    "html",
    [
        "<title>My notes</title>",
        "<p hidden>x</p>",
        "<div hidden><p>x</p></div>",
        "<script>x</script>",
        "<style>x</style>",
        "<template><p>x</p></template>",
        "<svg><title>x</title><text>x</text></svg>",
        "<blockquote><p>x</p></blockquote>",
        "<textarea>x</textarea>",
        "<p data-own-words>x</p>",
        "<input type='hidden' value='x'>",
        "<!-- x -->",
    ],
)
def test_what_is_not_shown_or_not_ours_is_left_out(html: str) -> None:
    assert visible_blocks(html) == []


def test_labels_that_are_heard_are_listed_apart() -> None:
    html = "<nav aria-label='My pages'><img src='/a' alt='A porch'><p hidden title='no'>x</p></nav><img alt=''>"
    assert spoken_labels(html) == ["My pages", "A porch"]


@given(st.text(st.characters(exclude_characters="<>&", exclude_categories=["C", "Z"]), min_size=1))
def test_no_word_of_a_paragraph_is_lost(text: str) -> None:
    assert "".join(visible_blocks(f"<main><p>{text}</p></main>")) == text
