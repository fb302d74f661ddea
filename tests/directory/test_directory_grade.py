"""What we wrote ourselves is easy to read. Words of real services are theirs and are not graded here."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.directory.rules import ORDER_IN_WORDS, saying
from porchlight.directory.rules.naming import _ANY_SERVICE, _BY_KIND
from porchlight.directory.rules.words import Words
from porchlight.directory.seed import read_sample
from tests.lints.grade import too_hard
from tests.lints.words import check_words

SAMPLE = read_sample(today=date(2026, 12, 1))
OUR_SENTENCES = [words for words in vars(saying).values() if isinstance(words, Words)]
OURS = [
    *OUR_SENTENCES,
    ORDER_IN_WORDS,
    _ANY_SERVICE,
    *_BY_KIND.values(),
    *(area.name for area in SAMPLE.areas),
    *(
        words
        for service in SAMPLE.services
        for words in (
            service.name,
            service.gender_policy,
            service.languages,
            service.disability_access,
            service.reports_what,
        )
        if words
    ),
]


def test_the_sentences_of_a_choice_are_among_the_graded():
    assert len(OUR_SENTENCES) >= 5


@pytest.mark.parametrize("words", OURS, ids=lambda words: words.en[:30])
def test_every_word_of_ours_reads_at_grade_six_or_below_in_both_languages(words):
    assert too_hard(words.en, "en") == []
    assert too_hard(words.es, "es") == []


@pytest.mark.parametrize("words", OURS, ids=lambda words: words.en[:30])
def test_no_word_of_ours_blames_or_labels_a_young_person(words):
    assert check_words(f"{words.en}\n{words.es}", house="youth", path="directory") == []
