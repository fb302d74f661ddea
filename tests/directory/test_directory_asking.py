from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.directory.rules import (
    Ages,
    Answer,
    Confirmed,
    CountyCheck,
    Words,
    as_choice,
    hours_words,
    line_as_service,
    read_hours,
    say_ages,
    spoken,
    what_they_ask,
    with_check,
    write_hours,
)
from porchlight.directory.rules.asking import POLICE_UNKNOWN
from porchlight.directory.seed import read_lines

from .invented import BLUE_HOUSE, DAY_OF_CHECK, MONDAY_NOON, answers, hours

ASKED = ("walk_in", "no_id", "no_parent", "ok_while_still_with_them", "no_police_call")
CHECK = CountyCheck(
    by="Sample County", on=DAY_OF_CHECK, phone=BLUE_HOUSE.phone, text=BLUE_HOUSE.text, hours=BLUE_HOUSE.hours
)
UNCHECKED = replace(BLUE_HOUSE, confirmed=None)


def asked(**known):
    return {words.en for words in what_they_ask(as_choice(replace(BLUE_HOUSE, **known), at=MONDAY_NOON))}


def test_what_is_not_known_is_not_said_but_for_police():
    assert asked() == {POLICE_UNKNOWN.en}


def test_what_is_known_is_said_either_way():
    assert "They ask for no ID." in asked(no_id=Answer.YES)
    assert "They ask for ID." in asked(no_id=Answer.NO)
    assert POLICE_UNKNOWN.en not in asked(no_police_call=Answer.NO)


@given(st.fixed_dictionaries(dict.fromkeys(ASKED, answers)))
def test_each_known_attribute_has_one_sentence(known):
    police = known["no_police_call"] is Answer.UNKNOWN
    assert len(asked(**known)) == sum(answer is not Answer.UNKNOWN for answer in known.values()) + police


def test_a_check_confirms_what_was_checked():
    assert with_check(UNCHECKED, check=CHECK).confirmed == Confirmed(by="Sample County", on=DAY_OF_CHECK)
    assert with_check(UNCHECKED, check=None).confirmed is None


@pytest.mark.parametrize("changed", [{"phone": "555-0192"}, {"hours": read_hours("24/7")}])
def test_a_check_of_another_number_or_hour_confirms_nothing(changed):
    assert with_check(replace(UNCHECKED, **changed), check=CHECK).confirmed is None


def test_a_number_that_answers_no_more_is_confirmed_by_nothing_and_shown_to_nobody():
    dead = replace(CHECK, answers=False)
    line = read_lines()[0]
    assert with_check(UNCHECKED, check=dead).confirmed is None
    assert line_as_service(line, check=dead).phone == ""
    assert line_as_service(line, check=dead).confirmed is None


@pytest.mark.parametrize(
    ("ages", "english", "spanish"),
    [
        (Ages(12, 24), "12 to 24", "de 12 a 24"),
        (Ages(youngest=12), "12 and older", "12 o más"),
        (Ages(oldest=17), "up to 17", "hasta 17"),
        (Ages(), "", ""),
        (Ages(12, 24, Words("12-24, and friends", "12 a 24, y amigos")), "12-24, and friends", "12 a 24, y amigos"),
    ],
)
def test_ages_are_said_by_their_limits_or_in_their_own_words(ages, english, spanish):
    assert say_ages(ages) == Words(english, spanish)


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("", ""),
        ("24/7", "24/7"),
        ("Mon 00:00-24:00; Tue-Sun 00:00-24:00", "24/7"),
        ("Daily 18:00-24:00", "Daily 18:00-24:00"),
        ("Fri,Sat 20:00-02:00", "Fri,Sat 20:00-02:00"),
        ("Sat 20:00-2:00; Mon-Fri 9:00-12:00, 13:00-17:00", "Mon-Fri 09:00-12:00, 13:00-17:00; Sat 20:00-02:00"),
        ("Mon,Wed,Fri 09:00-17:00", "Mon,Wed,Fri 09:00-17:00"),
        ("24/7; closed 2026-12-25", "24/7; closed 2026-12-25"),
    ],
)
def test_hours_are_written_as_people_write_them(written, tidy):
    assert write_hours(read_hours(written)) == tidy


@given(hours)
def test_written_hours_read_as_the_same_hours(some):
    written = write_hours(some)
    spans = tuple(sorted(set(some.spans or ())))
    if spans and all(span.closes - span.opens < 1440 for span in spans):
        assert read_hours(written) == replace(some, spans=spans)


@pytest.mark.parametrize(("code", "language"), [("es", "es"), ("es-MX", "es"), ("en", "en"), ("hmn", "en")])
def test_a_language_that_we_do_not_have_is_read_in_english(code, language):
    assert spoken(code) == language


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        ("", "", ""),
        ("24/7", "Day and night, every day.", "De día y de noche, todos los días."),
        (
            "Daily 18:00-06:00",
            "Every day, 6:00 pm to 6:00 am.",
            "Todos los días, de 6:00 p. m. a 6:00 a. m.",
        ),
        (
            "Tue 09:00-12:00, 13:00-16:00; Sat 18:00-24:00",
            "Tuesday, 9:00 am to noon and 1:00 pm to 4:00 pm. Saturday, 6:00 pm to midnight.",
            "Martes, de 9:00 a. m. a mediodía y de 1:00 p. m. a 4:00 p. m. Sábado, de 6:00 p. m. a medianoche.",
        ),
        (
            "Mon,Thu 00:00-24:00; closed 2026-12-25",
            "Monday and Thursday, all day. Closed on December 25, 2026.",
            "Lunes y jueves, todo el día. Cerrado el 25 de diciembre de 2026.",
        ),
        (
            "Mon-Wed 09:00-17:00; Sat,Sun 10:00-12:00",
            "Monday to Wednesday, 9:00 am to 5:00 pm. Saturday and Sunday, 10:00 am to noon.",
            "Lunes a miércoles, de 9:00 a. m. a 5:00 p. m. Sábado y domingo, de 10:00 a. m. a mediodía.",
        ),
        (
            "Mon,Wed,Fri 09:00-17:00",
            "Monday, Wednesday and Friday, 9:00 am to 5:00 pm.",
            "Lunes, miércoles y viernes, de 9:00 a. m. a 5:00 p. m.",
        ),
        (
            "Sat-Mon 09:00-17:00",
            "Monday, Saturday and Sunday, 9:00 am to 5:00 pm.",
            "Lunes, sábado y domingo, de 9:00 a. m. a 5:00 p. m.",
        ),
        (
            "Fri 20:00-01:30",
            "Friday, 8:00 pm to 1:30 am.",
            "Viernes, de 8:00 p. m. a 1:30 a. m.",
        ),
    ],
)
def test_hours_are_said_as_people_say_them(written, english, spanish):
    hours = read_hours(written)
    assert hours_words(hours, language="en") == english
    assert hours_words(hours, language="es") == spanish
