from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from porchlight.directory.rules import EVERYWHERE, DoorState, Words, hours, say, times_said, where_can_i_go
from porchlight.directory.rules.saying import MAY_BE_CLOSED
from porchlight.directory.rules.times_said import clock_words, day_words

from .invented import BLUE_HOUSE, county, moments, services, with_hours

NOON = county(2026, 6, 1, 12)
NIGHT = county(2026, 6, 2, 2)


def said(service, *, at=NOON, language="en", **asked):
    (choice,) = where_can_i_go([service], at=at, area=EVERYWHERE, **asked)
    return say(choice, at=at, language=language)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "No need to go back first."), ("es", "No tienes que volver primero.")]
)
def test_every_choice_says_that_nobody_has_to_go_back_first(language, words):
    assert said(BLUE_HOUSE, language=language).going_back == words


def test_an_open_door_says_until_when():
    assert said(BLUE_HOUSE).door == "Open now. Closes at 5:00 pm."
    assert said(BLUE_HOUSE, language="es").door == "Abierto ahora. Cierra a las 5:00 p. m."


def test_a_door_that_never_closes_says_day_and_night():
    assert said(with_hours("24/7"), at=NIGHT).door == "Open now, day and night."
    assert said(with_hours("24/7"), at=NIGHT, language="es").door == "Abierto ahora, de día y de noche."


def test_a_closed_door_says_when_it_opens():
    assert said(BLUE_HOUSE, at=NIGHT).door == "Closed now. Opens at 9:00 am."
    assert said(with_hours("Daily 13:00-14:00"), at=NIGHT, language="es").door == (
        "Ahora está cerrado. Abre a la 1:00 p. m."
    )


def test_the_next_day_is_named_because_tomorrow_means_two_days_at_two_in_the_morning():
    friday = county(2026, 6, 5, 22)
    late = {"at": friday, "later_within": timedelta(days=7)}
    assert said(BLUE_HOUSE, **late).door == "Closed now. Opens on Monday at 9:00 am."
    assert said(BLUE_HOUSE, language="es", **late).door == "Ahora está cerrado. Abre el lunes a las 9:00 a. m."


def test_midnight_and_noon_have_their_own_words():
    assert said(with_hours("Daily 10:00-24:00")).door == "Open now. Closes at midnight."
    assert said(with_hours("Daily 10:00-24:00"), language="es").door == "Abierto ahora. Cierra a medianoche."
    assert said(with_hours("Daily 12:00-13:00"), at=NIGHT).door == "Closed now. Opens at noon."
    assert said(with_hours("Daily 12:00-13:00"), at=NIGHT, language="es").door == (
        "Ahora está cerrado. Abre al mediodía."
    )


@pytest.mark.parametrize(
    ("moment", "english", "spanish"),
    [
        (county(2026, 6, 2), "at midnight", "a medianoche"),
        (county(2026, 6, 3), "on Tuesday at midnight", "el martes a medianoche"),
        (county(2026, 6, 7, 9), "on Sunday at 9:00 am", "el domingo a las 9:00 a. m."),
        (county(2026, 6, 8, 0), "on Sunday at midnight", "el domingo a medianoche"),
        (county(2026, 6, 8, 9), "on June 8, 2026 at 9:00 am", "el 8 de junio de 2026 a las 9:00 a. m."),
    ],
)
def test_a_day_of_the_coming_week_goes_by_its_name_and_midnight_counts_to_the_day_that_it_ends(
    moment, english, spanish
):
    monday = county(2026, 6, 1, 12)
    assert clock_words(moment, at=monday, language="en") == english
    assert clock_words(moment, at=monday, language="es") == spanish


def test_half_past_midnight_is_twelve_thirty_at_night():
    assert clock_words(county(2026, 6, 2, 0, 30), at=county(2026, 6, 2), language="en") == "at 12:30 am"


def test_an_opening_further_off_than_a_week_is_said_with_its_date():
    ahead = county(2026, 6, 20, 9)
    assert clock_words(ahead, at=NOON, language="en") == "on June 20, 2026 at 9:00 am"
    assert clock_words(ahead, at=NOON, language="es") == "el 20 de junio de 2026 a las 9:00 a. m."


def test_unclear_hours_say_call_first():
    assert said(with_hours("")).door == "Call first."
    assert said(with_hours(""), language="es").door == "Llama primero."


def test_unchecked_hours_that_say_closed_are_told_without_promising_an_opening():
    unchecked = replace(BLUE_HOUSE, confirmed=None)
    assert said(unchecked, at=NIGHT).door == MAY_BE_CLOSED.en
    assert said(unchecked, at=NIGHT, language="es").door == MAY_BE_CLOSED.es


def test_what_nobody_has_told_us_is_said_so_and_never_called_nothing():
    assert said(BLUE_HOUSE).tells_others == "We don't know: ask before giving your name."
    assert said(BLUE_HOUSE, language="es").tells_others == "No lo sabemos: pregunta antes de dar tu nombre."


def test_what_they_tell_others_is_said_in_their_words():
    told = replace(BLUE_HOUSE, reports_what=Words("They ask you first.", "Antes te preguntan."))
    assert said(told).tells_others == "They ask you first."
    assert said(told, language="es").tells_others == "Antes te preguntan."


def test_an_unchecked_entry_says_so_with_its_date():
    unchecked = replace(BLUE_HOUSE, confirmed=None)
    assert said(unchecked).checked == "Not yet confirmed by your county. We read this on March 1, 2026."
    assert said(unchecked, language="es").checked == (
        "Tu condado aún no lo ha confirmado. Lo leímos el 1 de marzo de 2026."
    )


def test_a_checked_entry_says_who_checked_it_and_when():
    assert said(BLUE_HOUSE).checked == "Checked by Sample County on March 1, 2026."
    assert said(BLUE_HOUSE, language="es").checked == "Lo revisó Sample County el 1 de marzo de 2026."


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name_in_both_languages(month):
    day = date(2026, month, 2)
    assert day_words(day, language="en") == f"{day:%B} 2, 2026"
    assert day_words(day, language="es").startswith("2 de ")


@given(services, moments)
def test_open_now_is_said_only_of_an_open_door_in_both_languages(service, at):
    for choice in where_can_i_go([service], at=at, area=EVERYWHERE):
        is_open = choice.door is DoorState.OPEN
        assert say(choice, at=at, language="en").door.startswith("Open now") is is_open
        assert say(choice, at=at, language="es").door.startswith("Abierto ahora") is is_open


@pytest.mark.parametrize("module", [hours, times_said])
def test_the_examples_in_the_docstrings_are_true(module):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed


OLD_CHECK = replace(BLUE_HOUSE, confirmed=replace(BLUE_HOUSE.confirmed, until=date(2026, 5, 30)))


def test_a_check_that_is_too_old_says_when_it_was_and_to_call_first():
    assert said(OLD_CHECK).checked == "Last checked on March 1, 2026. Call first."
    assert said(OLD_CHECK, language="es").checked == "Revisado por última vez el 1 de marzo de 2026. Llama primero."
    assert said(OLD_CHECK).door == "Call first."


def test_a_check_counts_until_the_day_on_which_it_is_to_be_done_again():
    day_before = county(2026, 5, 29, 12)
    assert said(OLD_CHECK, at=day_before).checked == "Checked by Sample County on March 1, 2026."
    assert said(OLD_CHECK, at=county(2026, 5, 30, 12)).checked.startswith("Last checked")
