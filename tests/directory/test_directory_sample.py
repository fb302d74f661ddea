from __future__ import annotations

import re
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import pytest

from porchlight.directory.rules import (
    EVERYWHERE,
    UNCLEAR_HOURS,
    Answer,
    DoorState,
    OpenNow,
    Words,
    needs_neutral_name,
    open_at,
    where_can_i_go,
)
from porchlight.directory.seed import read_sample

TODAY = date(2026, 12, 1)
MIDNIGHT = datetime(2026, 12, 1, 8, tzinfo=UTC)
SAMPLE = read_sample(today=TODAY)
BY_KEY = {service.key: service for service in SAMPLE.services}
A_WEEK = [MIDNIGHT + timedelta(hours=hour) for hour in range(7 * 24)]


def test_sample_county_has_four_areas_and_every_service_stands_in_one_or_everywhere():
    areas = {area.key for area in SAMPLE.areas}
    assert len(areas) == 4
    assert {service.area for service in SAMPLE.services} == {*areas, EVERYWHERE}


def test_there_are_fourteen_to_eighteen_services_each_with_a_key_of_its_own():
    assert 14 <= len(SAMPLE.services) <= 18
    assert len(BY_KEY) == len(SAMPLE.services)


@pytest.mark.parametrize("service", SAMPLE.services, ids=lambda service: service.key)
def test_every_invented_number_can_belong_to_nobody(service):
    numbers = [service.phone, *([service.text.number] if service.text else [])]
    assert all(re.fullmatch(r"555-01\d\d", number) for number in numbers)
    assert service.source == "Invented for the demo; no such service exists"


def test_many_kinds_of_help_are_there_beds_food_health_law_and_a_ride():
    kinds = {code for service in SAMPLE.services for code in service.what_it_is}
    assert {"V01", "V02", "V03", "V04", "V09", "V15", "V18", "V19", "V24", "V25", "V27"} <= kinds
    assert len(kinds) >= 24


def test_the_sample_shows_every_state_that_a_real_county_has():
    services = SAMPLE.services
    assert any(service.away_ok is Answer.NO for service in services)
    assert any(service.away_ok is Answer.UNKNOWN for service in services)
    assert sum(service.confirmed is None for service in services) == 3
    assert [service.key for service in services if service.confidential_address] == ["night-lamp"]
    assert any(service.street_address and service.may_show_address is None for service in services)
    assert any(service.hours == UNCLEAR_HOURS for service in services)
    assert any(service.hours.closed_on for service in services)


def test_the_place_with_a_confidential_address_does_not_even_hold_it():
    assert BY_KEY["night-lamp"].street_address == ""


def test_days_count_back_from_the_day_of_seeding():
    assert BY_KEY["open-door"].confirmed.on == date(2026, 11, 10)
    assert BY_KEY["warm-towel"].source_read_on == date(2026, 10, 14)
    assert BY_KEY["open-door"].may_show_address.on == date(2026, 10, 2)


@pytest.mark.parametrize("at", A_WEEK[::3], ids=str)
def test_at_every_hour_each_area_has_an_open_door_and_no_closed_one_is_called_open(at):
    for area in SAMPLE.areas:
        choices = where_can_i_go(SAMPLE.services, at=at, area=area.key)
        is_open = [choice for choice in choices if choice.door is DoorState.OPEN]
        assert is_open
        assert all(open_at(BY_KEY[choice.key].hours, at) is OpenNow.OPEN for choice in is_open)


def test_over_the_week_only_the_written_yes_shows_a_street():
    with_yes = {service.key for service in SAMPLE.services if service.may_show_address}
    for at in A_WEEK:
        for choice in where_can_i_go(SAMPLE.services, at=at, area=EVERYWHERE):
            assert choice.address is None or choice.key in with_yes


def test_the_house_that_needs_a_placement_is_never_offered():
    for at in A_WEEK:
        assert "family-stay" not in {c.key for c in where_can_i_go(SAMPLE.services, at=at, area=EVERYWHERE)}


def words_of(service):
    return [value for part in fields(service) if isinstance(value := getattr(service, part.name), Words)]


@pytest.mark.parametrize("service", SAMPLE.services, ids=lambda service: service.key)
def test_no_invented_words_say_too_much_and_none_shout(service):
    for words in words_of(service):
        assert not needs_neutral_name(words.en)
        assert not needs_neutral_name(words.es)
        assert "!" not in words.en + words.es


@pytest.mark.parametrize("service", SAMPLE.services, ids=lambda service: service.key)
def test_invented_sentences_stay_short(service):
    for words in words_of(service):
        for sentence in re.split(r"[.;:?]", f"{words.en}. {words.es}"):
            assert len(sentence.split()) <= 18
