from __future__ import annotations

from pathlib import Path

import pytest

from .finding import Spared, report
from .untold import untold, untold_in_code

TEAM = Path(__file__).resolve().parents[2] / "porchlight" / "desks" / "team"
TEMPLATES = [*sorted((TEAM / "templates/team/adoption").glob("*.html")), TEAM / "templates/team/promise_counts.html"]
CODE = [*sorted((TEAM / "leadership").rglob("*.py")), TEAM / "shell/roles.py"]
SPARED = (
    Spared("English", "the name of a language, in that language"),
    Spared("Español", "the name of a language, in that language"),
    Spared("level name", "a column of the spreadsheet, named for machines"),
    Spared("as of", "a column of the spreadsheet, named for machines"),
    Spared("text/csv; charset=utf-8", "a kind of file, for browsers"),
    Spared("Porchlight's own proposal", "stands within a citation that the page marks as English"),
    *(
        Spared(text, "minutes are published as one English copy, and their fingerprint is taken of it")
        for text in ("Agenda", "Decisions", "Actions", "Minutes", "Minutes of ", "Approved")
    ),
)


@pytest.mark.parametrize(
    "source",
    [
        '<p>{{ _("Come in") }}</p>',
        '{{ ui.link_button(_("Come in"), "/door", "quiet") }}',
        '<p>{{ ngettext("%(num)s cup", "%(num)s cups", many) }}</p>',
        '{{ _("by %(day)s", day=one.on|day) }} · {{ one.words }}',
        '{% set at = "/door/%s"|format(one.id) %}<a href="/door?after={{ one.id }}">{{ _("Next") }}</a>',
        '{% extends "team/base.html" %}{% import "team/components.html" as ui %}',
        '<p lang="en">Come in. <b>It works</b> today.</p><br><p lang="es">Pasa.</p>',
        '{{ ui.status(said, "waiting") }}{% if part == "agenda" %}(PDF)&nbsp;·{% endif %}',
        '<input aria-label="{{ _("Rows of the file") }}">',
        "{# A note for us #}<p>{{ one.title }}</p>",
    ],
)
def test_words_that_a_catalogue_knows_and_signs_that_are_none_pass(source: str) -> None:
    assert untold(source, path="x.html") == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<p>Come in</p>", "Come in"),
        ("<p>{{ many }} people came</p>", "… people came"),
        ('{{ ui.button("Send") }}', "Send"),
        ('{{ _("To: %(name)s", name="Nobody yet") if x else "not yet, sorry" }}', "not yet, sorry"),
        ('{{ "%s of %s people"|format(one, all) }}', "%s of %s people"),
        ('<input aria-label="Rows of the file">', "Rows of the file"),
        ('<p lang="{{ lang }}">Come in</p>', "Come in"),
        ('<p lang="en">Fine</p><p>Come in</p>', "Come in"),
        ('{% call ui.card("Who came") %}{% endcall %}', "Who came"),
    ],
)
def test_words_that_no_catalogue_knows_are_found(source: str, words: str) -> None:
    assert f"“{words}” goes" in report(untold(source, path="x.html"))


def test_a_finding_has_the_line_of_the_template() -> None:
    assert [one.line for one in untold('<p>\n{{ _("A") }}\n</p>\n{{\nx }}<b>Come in</b>', path="x.html")] == [5]


def test_code_tells_its_sentences_and_its_docstrings_are_for_us() -> None:
    good = '"""For us."""\n@door("a b", needs=X)\ndef one(form):\n    """For us."""\n    return _("Come in"), "code"'
    assert untold_in_code(good, path="x.py") == []
    assert untold_in_code("said = f\"{_('Come in')} {name}\"", path="x.py"), "what gathers texts does not look in there"
    bad = 'NEED = {"a": "Please pick one."}\nform.wrong("a", f"We found nobody called {name}.")\nreturn_ = "Yes"'
    assert [one.line for one in untold_in_code(bad, path="x.py")] == [1, 2, 3]


def test_the_leadership_desk_says_everything_in_the_readers_language() -> None:
    found = [one for file in TEMPLATES for one in untold(file.read_text(encoding="utf-8"), path=file.name)]
    found += [one for file in CODE for one in untold_in_code(file.read_text(encoding="utf-8"), path=file.name)]
    spared = {f"“{one.text}” goes through no gettext" for one in SPARED}
    assert report([one for one in found if one.said not in spared]) == ""
    assert spared <= {one.said for one in found}, "an exception that nothing needs any more goes away"
