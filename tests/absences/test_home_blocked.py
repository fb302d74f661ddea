"""No agreement takes away what is theirs by right, in either language, however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.absences.agreement_blocked import ALWAYS, NOT_TAKEN, RIGHTS, blocked_by

TOUCHED = [
    ("No dessert for a week", "food"),
    ("Dinner only after the talk", "food"),
    ("Sin cena esa noche", "food"),
    ("Comer aparte", "food"),
    ("Hand in her jacket", "clothing"),
    ("Se queda sin zapatos", "clothing"),
    ("Sleeps on the porch", "bed"),
    ("Loses the room for a night", "bed"),
    ("Dormir en la sala", "bed"),
    ("Pierde su cuarto", "bed"),
    ("Meds when the chores are done", "medication"),
    ("Las pastillas después de hablar", "medication"),
    ("No prom this year", "school"),
    ("No va a la escuela el viernes", "school"),
    ("Skip therapy this week", "care"),
    ("Se cancela la cita con la doctora", "care"),
    ("No phone for a day", "calls"),
    ("We take away their phone", "calls"),
    ("Hands in the phone at six", "calls"),
    ("Cannot call the lawyer", "calls"),
    ("Earns talks with the advocate", "calls"),
    ("Le quitamos el celular", "calls"),
    ("No puede llamar a su abogada", "calls"),
    ("No visit with her sister", "family"),
    ("Sees mom only when the week was quiet", "family"),
    ("No ve a su hermano", "family"),
    ("Misses church", "faith"),
    ("No va a misa", "faith"),
    ("We search the bag at the door", "searches"),
    ("Revisar su mochila al llegar", "searches"),
    ("The door is locked at ten", "locks"),
    ("Grounded for two days", "locks"),
    ("Con llave desde las diez", "locks"),
    ("Apologize to the group", "shaming"),
    ("Pedir perdón con un letrero", "shaming"),
    ("Half the allowance", "allowance"),
    ("Sin mesada", "allowance"),
    ("The birthday is later", "celebrations"),
    ("Se pasa la fiesta de cumpleaños", "celebrations"),
    ("Everyone stays in", "group"),
    ("Toda la casa se queda sin película", "group"),
]
FINE = [
    "Text by 9 pm, no later than 10",
    "If you won't be home by 9, you call",
    "Phones charge in the hall from 10 pm to 7 am",
    "We look at the plan with the social worker",
    "We sit on the porch and talk for a while",
    "Two rides together to school and back",
    "We say sorry to each other and start again",
    "Call home at six for two days",
    "Hablamos un rato en el porche",
    "Escribes un mensaje a las 9, a más tardar a las 10",
    "Vamos juntos en carro por dos días",
    "Vemos el plan con la trabajadora social",
]


@pytest.mark.parametrize(("words", "right"), TOUCHED)
def test_words_that_touch_a_right_are_not_saved_and_the_right_is_named(words, right):
    assert right in blocked_by(words)


@pytest.mark.parametrize("words", FINE)
def test_small_things_done_with_each_other_pass(words):
    assert blocked_by(words) == ()


def test_every_right_of_the_list_is_watched():
    assert set(RIGHTS) == {right for _words, right in TOUCHED}
    assert set(ALWAYS) | set(NOT_TAKEN) == set(RIGHTS)
    assert len(RIGHTS) == len(set(RIGHTS))


@given(st.sampled_from(TOUCHED), st.sampled_from(FINE), st.booleans())
def test_friendly_words_around_it_hide_nothing(touched, fine, first):
    words, right = touched
    texts = (fine, words) if first else (words, fine)
    assert right in blocked_by(*texts)
    assert right in blocked_by(". ".join(texts))


@given(st.sampled_from(TOUCHED), st.sampled_from(["\n", "  ", " - ", "_", " * "]))
def test_capitals_accents_and_breaks_hide_nothing(touched, between):
    words, right = touched
    assert right in blocked_by(between.join(words.upper().split(" ")))


def test_what_one_text_names_and_another_takes_is_one_agreement():
    assert blocked_by("Her sister comes on Sunday") == ()
    assert "family" in blocked_by("Her sister comes on Sunday", "Only if the week was quiet")


@given(st.text(max_size=200))
def test_whatever_is_typed_it_answers_with_rights_it_knows(words):
    assert set(blocked_by(words)) <= set(RIGHTS)
