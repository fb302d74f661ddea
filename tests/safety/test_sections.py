"""What the parts of the plan are called, in both languages."""

from __future__ import annotations

import pytest

from porchlight.safety.rules import KEYS
from porchlight.safety.sections import section_texts, unreviewed_sections


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_part_has_a_title_of_its_own_and_a_hint_in_the_order_of_the_plan(language):
    texts = section_texts(language)
    assert tuple(texts) == KEYS
    assert all(text.key == key and text.title.strip() and text.hint.strip() for key, text in texts.items())
    assert len({text.title for text in texts.values()}) == len(KEYS)


def test_no_part_is_called_the_same_in_both_languages():
    english, spanish = section_texts("en"), section_texts("es")
    assert not [key for key in KEYS if english[key].title == spanish[key].title]
    assert not [key for key in KEYS if english[key].hint == spanish[key].hint]


def test_either_all_the_parts_are_reviewed_or_none():
    assert unreviewed_sections() in (0, len(KEYS))
