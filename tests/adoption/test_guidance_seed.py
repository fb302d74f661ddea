"""The demo's story of guidance: ordinary, kind, and told by the product's own commands."""

from __future__ import annotations

from types import SimpleNamespace

from porchlight.adoption.guidance import api as guidance
from porchlight.project.seed import adoption_guidance
from tests.adoption.counties import add_person
from tests.adoption.guides import counted
from tests.adoption.reading import trouble_with


def test_the_story_leaves_a_library_two_sendings_and_one_answer(cast, county):
    add_person(cast, county, "home", agency="services", role="CG")
    seats = {
        adoption_guidance.CHAIR: county["chair"].seat,
        adoption_guidance.WORKER: county["services.worker"].seat,
        adoption_guidance.CAREGIVER: county["home"].seat,
    }
    adoption_guidance.tell(SimpleNamespace(seats=seats))
    with county.by("chair") as chair:
        assert not any(one.comes_along for one in guidance.library(by=chair).here)
        newest, first = guidance.sendings(by=chair)
    assert counted(county, newest.id) == [(5, 1, 1, 0)]
    assert counted(county, first.id) == [(1, 1, 1, 1), (1, 0, 0, 0)]
    with county.by("services.worker") as reader:
        ((_question, answer, _when),) = guidance.shown_answers(first.items[0].about, by=reader)
    assert answer == adoption_guidance.ANSWER


def test_its_words_are_kind_and_plain():
    for text in (adoption_guidance.NIGHT, adoption_guidance.QUESTION, adoption_guidance.ANSWER):
        assert trouble_with(text) == []
