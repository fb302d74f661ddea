from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.directory.rules import (
    EVERYWHERE,
    Ages,
    Answer,
    DoorState,
    MayShowAddress,
    OpenNow,
    Words,
    open_at,
    where_can_i_go,
)
from porchlight.directory.rules.troubles import MomentWithoutZone
from porchlight.kernel.clock import county_time

from .invented import BLUE_HOUSE, DAY_OF_CHECK, county, moments, services, with_hours

NOON = county(2026, 6, 1, 12)  # a Monday
NIGHT = county(2026, 6, 2, 2)
many_services = st.lists(services, max_size=6, unique_by=lambda service: service.key)
areas = st.sampled_from(["north", "south", EVERYWHERE])


def keys(*offered, at=NOON, area=EVERYWHERE, **asked):
    return [choice.key for choice in where_can_i_go(offered, at=at, area=area, **asked)]


def named(key, service=BLUE_HOUSE, **changes):
    return replace(service, key=key, **changes)


@given(many_services, moments, areas)
def test_no_closed_place_is_ever_offered_as_open(offered, at, area):
    by_key = {service.key: service for service in offered}
    for choice in where_can_i_go(offered, at=at, area=area):
        if choice.door is DoorState.OPEN:
            assert open_at(by_key[choice.key].hours, at) is OpenNow.OPEN


@given(many_services, moments, areas)
def test_what_nobody_at_the_county_has_checked_is_always_call_first(offered, at, area):
    by_key = {service.key: service for service in offered}
    for choice in where_can_i_go(offered, at=at, area=area):
        checked = by_key[choice.key].confirmed
        if checked is None or checked.on > county_time(at).date():
            assert choice.door is DoorState.CALL_FIRST
            assert choice.confirmed is None
            assert choice.source_read_on == DAY_OF_CHECK


@given(many_services, moments, areas)
def test_no_street_address_leaks_without_the_written_yes(offered, at, area):
    by_key = {service.key: service for service in offered}
    for choice in where_can_i_go(offered, at=at, area=area):
        service = by_key[choice.key]
        said_yes = service.may_show_address and service.may_show_address.on <= county_time(at).date()
        if service.confidential_address or not said_yes:
            assert "Quiet Lane" not in str(asdict(choice))
        else:
            assert choice.address == "77 Quiet Lane"


@given(many_services, moments, areas)
def test_every_choice_has_a_phone_and_serves_young_people_who_are_away(offered, at, area):
    by_key = {service.key: service for service in offered}
    for choice in where_can_i_go(offered, at=at, area=area):
        assert choice.phone.strip()
        assert by_key[choice.key].away_ok is Answer.YES


@given(many_services, moments, areas)
def test_open_comes_before_call_first_and_later_comes_last(offered, at, area):
    doors = [choice.door for choice in where_can_i_go(offered, at=at, area=area)]
    assert doors == sorted(doors)


@given(many_services, moments, st.randoms(use_true_random=False))
def test_the_order_never_depends_on_who_was_entered_first(offered, at, chance):
    shuffled = chance.sample(offered, len(offered))
    first, second = (where_can_i_go(each, at=at, area=EVERYWHERE) for each in (offered, shuffled))
    assert first == second


@given(services, st.integers(0, 7 * 24 - 1))
def test_over_every_hour_of_a_week_a_choice_never_says_open_and_opens_later_at_once(service, hour):
    at = county(2026, 6, 1) + timedelta(hours=hour)
    for choice in where_can_i_go([service], at=at, area=EVERYWHERE):
        assert choice.door is not DoorState.OPEN or choice.opens_at is None
        assert choice.door is DoorState.OPEN or choice.open_until is None
        if choice.door is DoorState.OPENS_LATER:
            assert at < choice.opens_at <= at + timedelta(hours=24)


@pytest.mark.parametrize("answer", [Answer.NO, Answer.UNKNOWN])
def test_a_place_that_may_send_her_back_first_is_not_offered(answer):
    assert keys(replace(BLUE_HOUSE, away_ok=answer)) == []


def test_at_two_in_the_morning_only_what_answers_now_is_named_when_only_now_is_asked():
    night_line = named("night-line", with_hours("24/7"), area=EVERYWHERE)
    assert keys(BLUE_HOUSE, night_line, at=NIGHT, area="north", later_within=timedelta(0)) == ["night-line"]


def test_a_place_that_opens_in_the_morning_says_when():
    (choice,) = where_can_i_go([BLUE_HOUSE], at=NIGHT, area="north")
    assert choice.door is DoorState.OPENS_LATER
    assert choice.opens_at == county(2026, 6, 2, 9)


def test_a_place_that_opens_just_within_the_time_asked_for_is_offered_and_a_minute_later_is_not():
    early, hour = with_hours("Mon-Fri 09:00-17:00"), timedelta(hours=1)
    at = county(2026, 6, 2, 8)
    assert keys(early, at=at, later_within=hour) == [early.key]
    assert keys(early, at=at - timedelta(minutes=1), later_within=hour) == []


def test_a_place_that_opens_only_after_the_weekend_is_left_out_on_friday_night():
    assert keys(BLUE_HOUSE, at=county(2026, 6, 5, 22)) == []


def test_an_open_place_says_until_when():
    (choice,) = where_can_i_go([BLUE_HOUSE], at=NOON, area="north")
    assert (choice.door, choice.open_until) == (DoorState.OPEN, county(2026, 6, 1, 17))


def test_checked_hours_that_are_unclear_mean_call_first():
    (choice,) = where_can_i_go([with_hours("")], at=NOON, area="north")
    assert (choice.door, choice.opens_at) == (DoorState.CALL_FIRST, None)


def test_a_check_dated_tomorrow_does_not_count_today():
    tomorrow = replace(BLUE_HOUSE.confirmed, on=date(2026, 6, 2))
    (choice,) = where_can_i_go([replace(BLUE_HOUSE, confirmed=tomorrow)], at=NOON, area="north")
    assert choice.door is DoorState.CALL_FIRST


def test_an_unchecked_place_whose_hours_say_closed_stands_behind_the_others_to_call():
    unchecked = replace(BLUE_HOUSE, confirmed=None)
    asks_nothing = named("says-closed", unchecked, no_id=Answer.YES, walk_in=Answer.YES)
    assert keys(asks_nothing, named("unclear", with_hours("", confirmed=None)), at=NIGHT) == [
        "unclear",
        "says-closed",
    ]


def test_the_area_keeps_its_own_places_and_what_serves_everywhere():
    south, line = named("south", area="south"), named("line", area=EVERYWHERE)
    assert set(keys(BLUE_HOUSE, south, line, area="north")) == {"blue-house", "line"}
    assert set(keys(BLUE_HOUSE, south, line, area=EVERYWHERE)) == {"blue-house", "south", "line"}


@pytest.mark.parametrize(("age", "kept"), [(11, False), (12, True), (17, True), (18, False), (None, True)])
def test_age_leaves_out_only_what_surely_excludes_it(age, kept):
    assert bool(keys(replace(BLUE_HOUSE, ages=Ages(12, 17)), age=age)) is kept


@pytest.mark.parametrize("ages", [Ages(), Ages(youngest=12), Ages(oldest=20)])
def test_ages_that_nobody_wrote_down_keep_nobody_out(ages):
    assert keys(replace(BLUE_HOUSE, ages=ages), age=16) == ["blue-house"]


def test_who_looks_for_food_finds_food():
    assert keys(BLUE_HOUSE, looking_for=frozenset({"V04"})) == ["blue-house"]
    assert keys(BLUE_HOUSE, looking_for=frozenset({"V03"})) == []


def test_the_place_that_asks_less_stands_higher_and_the_sooner_opening_first():
    easy = named("easy", no_id=Answer.YES, no_parent=Answer.YES, no_police_call=Answer.YES, walk_in=Answer.YES)
    assert keys(BLUE_HOUSE, easy) == ["easy", "blue-house"]
    sooner = named("sooner", with_hours("Daily 07:00-08:00"))
    assert keys(easy, sooner, at=NIGHT) == ["sooner", "easy"]


def test_equal_places_take_turns_over_the_days():
    equal = [named(key, with_hours("24/7")) for key in ("one", "two", "three")]
    first = {keys(*equal, at=NOON + timedelta(days=day))[0] for day in range(60)}
    assert first == {"one", "two", "three"}


def test_within_one_county_day_the_list_stands_still():
    equal = [named(key, with_hours("24/7")) for key in ("one", "two", "three")]
    assert keys(*equal, at=county(2026, 6, 1, 0, 5)) == keys(*equal, at=county(2026, 6, 1, 23, 55))


def test_a_confidential_address_stays_confidential_even_with_a_yes():
    written_yes = MayShowAddress("Blue House", on=DAY_OF_CHECK)
    sheltered = replace(
        BLUE_HOUSE, confidential_address=True, street_address="77 Quiet Lane", may_show_address=written_yes
    )
    (choice,) = where_can_i_go([sheltered], at=NOON, area="north")
    assert choice.address is None
    assert "Quiet Lane" not in repr(sheltered)


def test_a_name_that_says_too_much_stands_behind_plain_words():
    telling = replace(BLUE_HOUSE, kind="trafficking", name=Words("Stop Trafficking Now", "Alto a la Trata"))
    (choice,) = where_can_i_go([telling], at=NOON, area="north")
    assert choice.name_after_a_tap
    assert choice.heading == Words("A help line for staying safe", "Una línea de ayuda para estar a salvo")
    assert choice.phone == "555-0190"


def test_a_name_that_says_too_much_in_spanish_only_is_covered_in_both():
    telling = replace(BLUE_HOUSE, name=Words("Blue House", "Casa de Víctimas"))
    (choice,) = where_can_i_go([telling], at=NOON, area="north")
    assert choice.heading == Words("A place to drop in", "Un lugar para llegar sin cita")


def test_a_plain_name_is_shown_as_it_is():
    (choice,) = where_can_i_go([BLUE_HOUSE], at=NOON, area="north")
    assert (choice.heading, choice.name_after_a_tap) == (BLUE_HOUSE.name, False)


def test_telling_words_wait_behind_a_tap_too():
    telling = replace(BLUE_HOUSE, reports_what=Words("They work with the Exploited Fund.", "Con el fondo."))
    (choice,) = where_can_i_go([telling], at=NOON, area="north")
    assert choice.tells_others_after_a_tap


@pytest.mark.parametrize("offered", [[BLUE_HOUSE], []])
def test_a_time_without_a_zone_is_refused_even_when_nothing_is_on_the_list(offered):
    with pytest.raises(MomentWithoutZone):
        where_can_i_go(offered, at=datetime(2026, 6, 1, 12, tzinfo=UTC).replace(tzinfo=None), area="north")
