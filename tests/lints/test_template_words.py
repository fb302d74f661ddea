from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from .template_words import template_words
from .words import check_words


def said(source: str) -> str:
    return " ".join(template_words(source).split())


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p class='failed'>{% if refused %}Not now{% endif %}</p>", "Not now"),
        ("<p>{{ _('Come in') }}</p>", "Come in"),
        ('{{ button(_("Send"), tone="quiet") }}', "Send quiet"),
        ("{# offender #}<!-- AWOL --><p>Hi</p>", "Hi"),
        ('<img src="/failed.svg" alt="A porch">', "A porch"),
        ("<p>1 < 2 and a > b</p>", "1 < 2 and a > b"),
        ('<input aria-invalid="true" data-state="failed">', ""),
    ],
)
def test_a_template_says_its_words_and_not_its_logic(source: str, words: str) -> None:
    assert said(source) == words


def test_a_finding_in_a_template_has_the_templates_own_line() -> None:
    source = "{# one\ntwo #}\n<p\n class='a'>{{ _('She went\nAWOL') }}</p>"
    (found,) = check_words(template_words(source), house="team", path="visit.html")
    assert found.line == 5


@given(st.text(st.sampled_from(list("ab{}%#<>\"'=- \n")), max_size=40))
def test_no_template_loses_or_gains_a_line(source: str) -> None:
    assert template_words(source).count("\n") == source.count("\n")
    assert len(template_words(source)) == len(source)
