"""Words of days and leaving: kind, easy, and in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.lints.grade import too_hard
from tests.lints.template_words import template_words
from tests.lints.words import check_words

ROOT = Path(__file__).resolve().parents[2] / "porchlight"
TEMPLATES = ROOT / "desks" / "team" / "templates" / "team"
FOR_HOMES = ("days.html", "week.html", "left.html", "contact.html", "card_day.html", "part_today.html")
STAFF = ("absence.html", "absence_parts.html", "duty.html", "card_absence.html", "part_monday.html", "home_of.html")


def spanish():
    """What the catalogue says on the pages of days and leaving."""
    with (ROOT / "desks" / "team" / "locale" / "es" / "LC_MESSAGES" / "django.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="es") if message.id]
    ours = {f"desks/team/templates/team/{name}" for name in FOR_HOMES} | {"desks/team/caregiver/words.py"}
    return [message for message in messages if ours & {place for place, _ in message.locations}]


@pytest.mark.parametrize("name", FOR_HOMES + STAFF)
def test_no_page_blames_or_labels(name):
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    assert check_words(template_words(source), house="team", path=name) == []


def test_the_spanish_blames_nobody_and_speaks_to_one_person():
    assert len(spanish()) > 40
    for message in spanish():
        assert check_words(message.string, house="team", path=message.id) == []
        assert not {"usted", "su merced"} & set(message.string.lower().split())


def test_what_a_home_reads_is_at_most_sixth_grade_in_both_languages():
    for message in spanish():
        for text, language in ((message.id, "en"), (message.string, "es")):
            plain = text.replace("%(name)s", "Ari").replace("%(when)s", "9 pm")
            assert too_hard(plain, language) == [], plain
