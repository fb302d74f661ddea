from __future__ import annotations

import pytest

from .html import inspect
from .pages import YOUTH, youth_with

EXIT = '<a href="/x" data-exit data-neutral="https://weather.example/">Leave</a>'


def rules(html: str) -> set[str]:
    return {finding.rule for finding in inspect(html, house="youth", path="/n/1")}


def test_a_page_without_a_way_out_is_found() -> None:
    assert "exit-first" in rules(YOUTH.replace(EXIT, ""))


@pytest.mark.parametrize(
    "before",
    [
        "<a href='/home'>Home</a>",
        "<button>Menu</button>",
        "<details><summary>Menu</summary></details>",
        "<p tabindex='0'>x</p>",
        "<label>Find <input autocomplete='off'></label>",
        "<p contenteditable>x</p>",
    ],
)
def test_nothing_comes_before_the_way_out_for_the_keyboard(before: str) -> None:
    assert "exit-first" in rules(YOUTH.replace(EXIT, before + EXIT))


@pytest.mark.parametrize(
    "before",
    [
        "<p>Words only</p>",
        "<a>no address</a>",
        "<button disabled>Later</button>",
        "<button hidden>Later</button>",
        "<div inert><a href='/home'>Home</a></div>",
        "<p tabindex='-1'>x</p>",
        "<input type='hidden' name='lang' value='en'>",
    ],
)
def test_what_the_keyboard_passes_over_may_come_before(before: str) -> None:
    assert "exit-first" not in rules(YOUTH.replace(EXIT, before + EXIT))


def test_the_way_out_may_be_the_very_first_stop() -> None:
    html = YOUTH.replace('<a href="#main">Skip to the page</a>\n', "")
    assert not rules(html)


def test_only_one_skip_link_may_come_before_the_way_out() -> None:
    assert "exit-first" in rules(YOUTH.replace(EXIT, f'<a href="#main">Skip again</a>{EXIT}'))


def test_a_tabindex_that_jumps_the_queue_is_found() -> None:
    assert "exit-first" in rules(youth_with("<a href='/n/2' tabindex='3'>Next</a>"))


def test_the_way_out_is_a_link_and_never_a_form_or_button() -> None:
    assert "exit-link" in rules(YOUTH.replace(EXIT, "<button data-exit>Leave</button>"))
    assert "exit-link" in rules(YOUTH.replace('href="/x" ', ""))


@pytest.mark.parametrize(
    "field",
    ["<input name='a'>", "<input type='tel' name='a' autocomplete='tel'>", "<textarea></textarea>"],
)
def test_a_field_that_the_browser_would_remember_is_found(field: str) -> None:
    assert "autocomplete" in rules(youth_with(f"<label>Say {field}</label>"))


@pytest.mark.parametrize(
    "field",
    [
        "<label>Say <input autocomplete='OFF'></label>",
        "<label>Code <input autocomplete='one-time-code'></label>",
        "<label>Yes <input type='checkbox' name='a'></label>",
        "<label>Yes <input type='radio' name='a'></label>",
        "<input type='submit' value='Send'>",
        "<form method='get' action='/n/2' autocomplete='off'><label>Say <input name='a'></label></form>",
    ],
)
def test_a_field_that_forgets_passes(field: str) -> None:
    assert not rules(youth_with(field))


def test_the_team_house_may_let_its_browser_remember() -> None:
    html = youth_with("<label>Say <input name='a'></label>")
    team = {finding.rule for finding in inspect(html, house="team", path="/page")}
    assert "autocomplete" not in team


@pytest.mark.parametrize(
    "loud",
    [
        "<p>Well done!</p>",
        "<p>¡Qué bueno!</p>",
        "<img src='/a.svg' alt='Great!'>",
        "<input type='submit' value='Go!'>",
        "<label>Say <input placeholder='Hi!' autocomplete='off'></label>",
    ],
)
def test_nothing_we_say_to_youth_is_loud(loud: str) -> None:
    assert "quiet" in rules(youth_with(loud))


@pytest.mark.parametrize(
    "kept",
    [
        "<blockquote>Yes!</blockquote>",
        "<p>She wrote <q>Yes!</q> today.</p>",
        "<p data-own-words>Yes!</p>",
        "<label>Say <textarea autocomplete='off'>Yes!</textarea></label>",
        "<label>Say <input value='Yes!' autocomplete='off'></label>",
        "<p hidden>Yes!</p>",
    ],
)
def test_what_people_wrote_themselves_stays_as_it_is(kept: str) -> None:
    assert "quiet" not in rules(youth_with(kept))


def test_an_identifier_is_never_shown_even_in_a_quote() -> None:
    assert "raw-id" in rules(youth_with("<blockquote>0f8b6a524c3e4c629f0a1f6a3d9f7c11</blockquote>"))
    assert "raw-id" not in rules(youth_with("<a href='/n/0f8b6a52-4c3e-4c62-9f0a-1f6a3d9f7c11'>My plan</a>"))
