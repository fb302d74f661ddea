from __future__ import annotations

import pytest

from .finding import report
from .html import House, inspect
from .pages import TEAM, YOUTH, team_with, youth_with


def rules(html: str, house: House = "team") -> set[str]:
    return {finding.rule for finding in inspect(html, house=house, path="/page")}


@pytest.mark.parametrize(("html", "house"), [(YOUTH, "youth"), (TEAM, "team")])
def test_a_good_page_has_nothing_to_mend(html: str, house: House) -> None:
    found = inspect(html, house=house, path="/page")
    assert not found, report(found)


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        ("nesting", "<p><b>one</p></b>"),
        ("nesting", "<p>one<div>two</div></p>"),
        ("nesting", "<li>alone</li>"),
        ("nesting", "<a href='/a'>one <button>two</button></a>"),
        ("nesting", "<div/>"),
        ("nesting", "<p>one</br>two</p>"),
        ("nesting", "<p>one</b></p>"),
        ("nesting", "<p class='a' class='b'>twice</p>"),
        ("nesting", "<form method='get' action='/a'><form method='get' action='/b'></form></form>"),
        ("one-h1", "<h1>Second</h1>"),
        ("ids", "<p id='main'>again</p>"),
        ("ids", "<p id='two words'>x</p>"),
        ("ids", "<a href='#nowhere'>there</a>"),
        ("ids", "<p aria-describedby='nowhere'>x</p>"),
        ("labels", "<input name='age'>"),
        ("labels", "<select name='age'><option>12</option></select>"),
        ("labels", "<label for='t'></label><textarea id='t'></textarea>"),
        ("forms", "<form action='/a'></form>"),
        ("forms", "<form method='get'></form>"),
        ("once", "<form method='post' action='/a'></form>"),
        ("once", "<form method='post' action='/a'><input type='hidden' name='once' value=''></form>"),
        ("once", "<form method='post' action='/a'><label>Key<input name='once' value='k'></label></form>"),
        (
            "once",
            "<form method='post' action='/a'>" + "<input type='hidden' name='once' value='k'>" * 2 + "</form>",
        ),
        ("names", "<button></button>"),
        ("names", "<button><svg aria-hidden='true'></svg></button>"),
        ("names", "<button><span aria-hidden='true'><b>x</b></span></button>"),
        ("names", "<a href='/a'><img src='/a.svg' alt=''></a>"),
        ("names", "<input type='submit'>"),
        ("alt", "<img src='/a.svg'>"),
        ("tables", "<table><tr><th>Name</th></tr></table>"),
        ("tables", "<table><caption>Names</caption><tr><td>Dee</td></tr></table>"),
        ("no-style", "<p style='color: red'>x</p>"),
        ("no-style", "<style>p { color: red }</style>"),
        ("no-handlers", "<p onclick='go()'>x</p>"),
        ("no-inline-script", "<script>go()</script>"),
        ("no-inline-script", "<a href='javascript:go()'>x</a>"),
        ("third-party", "<img src='https://other.example/a.png' alt=''>"),
        ("third-party", "<img src='//other.example/a.png' alt=''>"),
        ("third-party", "<img srcset='/a.png 1x, https://other.example/b.png 2x' alt=''>"),
        ("third-party", "<script src='https://other.example/a.js'></script>"),
        ("third-party", "<form method='get' action='https://other.example/'></form>"),
        ("third-party", "<meta http-equiv='refresh' content='0; url=https://other.example/'>"),
        ("raw-id", "<p>Case 0f8b6a52-4c3e-4c62-9f0a-1f6a3d9f7c11</p>"),
        ("leftover", "<p>Due at None</p>"),
        ("leftover", "<dd>None</dd>"),
        ("leftover", "<p>undefined</p>"),
        ("leftover", "<p>{{ name }}</p>"),
        ("leftover", "<a href='/n/None'>there</a>"),
        ("leftover", "<a href='/n/?who=undefined&amp;x=1'>there</a>"),
    ],
)
def test_one_bad_line_is_found_in_either_house(rule: str, line: str) -> None:
    assert rule in rules(team_with(line), "team")
    assert rule in rules(youth_with(line), "youth")


@pytest.mark.parametrize(
    "line",
    [
        "<p>None of these. None needed.</p><dl><dt>Notices</dt><dd>none</dd></dl>",
        "<p>Undefined terms are in the glossary, nonetheless.</p>",
        "<p>Call <a href='tel:988'>988</a> or <a href='sms:988'>text</a>.</p>",
        "<a href='https://other.example/chat'>Chat with them</a>",
        "<img src='http://localhost:8000/a.svg' alt='A porch'>",
        "<img src='data:image/gif;base64,R0lGOD' alt=''>",
        "<table role='presentation'><tr><td>x</td></tr></table>",
        "<dialog id='d'><form method='dialog'><button>Close</button></form></dialog>",
        "<ul><li><p>one</p><ul><li>two</li></ul></li></ul>",
        "<details><summary>More</summary><p>x</p></details>",
        "<svg role='img' aria-label='Home'><title>Home</title><path d='M0 0'/></svg>",
        "<p id='why'>To call you.</p><label>Phone <input aria-describedby='why' autocomplete='off'></label>",
        "<a href='/n/7f3c'>0f8b6a52</a>",
        "<a href='#top'>Up</a>",
        "<template><p>{{ name }}</p></template>",
        "<blockquote>None of it. {{ smile }}</blockquote>",
    ],
)
def test_no_check_cries_wolf_in_either_house(line: str) -> None:
    found = inspect(team_with(line), house="team", path="/page")
    found += inspect(youth_with(line), house="youth", path="/page")
    assert not found, report(found)


def test_a_page_without_a_language_or_doctype_is_found() -> None:
    assert "language" in rules(TEAM.replace(' lang="en"', ""))
    assert "language" in rules(TEAM.replace('lang="en"', 'lang=" "'))
    assert "nesting" in rules(TEAM.replace("<!doctype html>", ""))


def test_what_is_not_closed_in_time_is_found_with_the_line_where_it_began() -> None:
    (found,) = inspect(TEAM.replace("</main>", ""), house="team", path="/page")
    assert found.said == "<main> of line 3 is not closed before </body>"


def test_a_page_without_a_heading_or_with_an_empty_one_is_found() -> None:
    assert "one-h1" in rules(TEAM.replace("<h1>Away now</h1>", ""))
    assert "one-h1" in rules(TEAM.replace("<h1>Away now</h1>", "<h1> </h1>"))


def test_the_youth_title_is_the_same_two_words_in_the_language_of_the_page() -> None:
    assert "title" in rules(YOUTH.replace("My notes", "My plan"), "youth")
    assert "title" in rules(YOUTH.replace("My notes", "Mis notas"), "youth")
    spanish = YOUTH.replace('lang="en"', 'lang="es"').replace("My notes", "Mis notas")
    assert "title" not in rules(spanish, "youth")
    assert "title" in rules(YOUTH.replace("<title>My notes</title>", ""), "youth")


def test_the_team_title_holds_the_heading() -> None:
    assert "title" in rules(TEAM.replace("<title>Away now - Porchlight</title>", "<title>Porchlight</title>"))
    assert "title" in rules(TEAM.replace("<title>Away now - Porchlight</title>", ""))


def test_a_field_sent_by_a_form_elsewhere_on_the_page_counts_for_that_form() -> None:
    apart = "<form id='f' method='post' action='/a'></form><input type='hidden' name='once' value='k' form='f'>"
    assert "once" not in rules(team_with(apart))
    lost = apart.replace("form='f'", "form='g'")
    assert {"once", "ids"} <= rules(team_with(lost))


def test_a_finding_names_page_and_line() -> None:
    found = inspect(team_with("<img src='/a.svg'>"), house="team", path="/away")
    assert [str(one) for one in found] == ["/away:8: alt: <img> has no alt; an empty one says that it is decoration."]
