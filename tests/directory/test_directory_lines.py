from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from importlib.resources import files

import pytest

from porchlight.directory import seed
from porchlight.directory.rules import (
    EVERYWHERE,
    UNCLEAR_HOURS,
    Ages,
    Answer,
    CountyCheck,
    DoorState,
    TextTo,
    Words,
    is_for_young_people,
    line_as_service,
    names_the_subject,
    read_hours,
    where_can_i_go,
)
from porchlight.directory.rules.hours import ALL_WEEK
from porchlight.directory.rules.troubles import SeedNotUnderstood

LINES = {line.key: line for line in seed.read_lines()}
FOR_YOUTH = [line_as_service(line) for line in LINES.values() if is_for_young_people(line)]
TWO_AM = datetime(2026, 12, 1, 10, tzinfo=UTC)


def test_the_seed_is_carried_over_unchanged():
    kept = (files("porchlight.directory") / "data" / "directory-seed.csv").read_bytes()
    assert hashlib.sha256(kept).hexdigest() == "7ee5bf887debc5645a96c91eb53dbb9ffb028a63fea92c9121c1d5fde5b290f2"


def test_all_lines_are_read_once_each():
    assert len(LINES) == 22
    assert next(iter(LINES)) == "cal-furs"


def test_every_line_carries_its_sources_and_the_day_they_were_read():
    for line in LINES.values():
        assert line.sources
        assert line.read_on == date(2026, 11, 22)
        assert line.source_date.startswith("read 2026-11-22")


@pytest.mark.parametrize("key", ["trevor-project", "national-runaway-safeline", "loveisrespect", "rainn"])
def test_a_weak_text_code_is_left_out_and_the_phone_stays(key):
    assert LINES[key].text is None
    assert LINES[key].phone
    assert line_as_service(LINES[key]).text is None


def test_a_number_from_one_source_is_not_shown_until_the_county_has_checked_it():
    line = LINES["planned-parenthood"]
    assert line.phone_is_weak
    assert line_as_service(line).phone == ""
    assert [key for key, each in LINES.items() if each.phone_is_weak] == ["planned-parenthood"]


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("988", TextTo("988")),
        ("crisis-text-line", TextTo("741741", Words("HOME", "HOME"))),
        ("california-peer-run-warm-line", TextTo("1-855-845-7415")),
        ("california-youth-crisis-line", None),
    ],
)
def test_a_text_number_is_read_with_the_word_it_asks_for(key, text):
    assert LINES[key].text == text


def test_steps_to_send_are_told_in_both_languages():
    steps = LINES["safe-place-txt4help"].text.send
    assert steps.en.startswith("SAFE + address")
    assert steps.es.startswith("SAFE + dirección")


def test_hours_are_read_and_what_is_not_sourced_stays_unclear():
    assert LINES["988"].hours.spans == ALL_WEEK
    assert LINES["calvcb"].hours == read_hours("Mon-Fri 08:00-17:00")
    assert LINES["planned-parenthood"].hours == UNCLEAR_HOURS
    assert LINES["california-peer-run-warm-line"].hours_note == Words("up to 3 calls a day", "hasta 3 llamadas al día")


def test_ages_are_ends_only_where_the_source_gives_a_plain_range():
    assert (
        LINES["california-youth-crisis-line"].ages.youngest,
        LINES["california-youth-crisis-line"].ages.oldest,
    ) == (
        12,
        24,
    )
    furs = LINES["cal-furs"].ages
    assert (furs.youngest, furs.oldest) == (None, None)
    assert furs.in_words.es.startswith("jóvenes que están")
    assert LINES["rainn"].ages == Ages()


def test_an_attribute_nobody_sourced_stays_unknown():
    assert all(line.no_parent is Answer.UNKNOWN for line in LINES.values())
    assert LINES["childhelp"].no_id is Answer.YES
    assert LINES["poison-control"].no_id is Answer.UNKNOWN
    assert LINES["rainn"].serves_while_away is Answer.UNKNOWN


def test_an_empty_rule_about_telling_others_stays_empty():
    assert not LINES["california-youth-crisis-line"].reports_what
    assert LINES["988"].reports_what.es.startswith("No comparten")


def test_a_line_for_workers_is_not_for_young_people():
    assert not is_for_young_people(LINES["ncmec"])
    assert sum(is_for_young_people(line) for line in LINES.values()) == 21


def test_at_two_in_the_morning_seven_sourced_lines_are_offered_as_call_first():
    choices = where_can_i_go(FOR_YOUTH, at=TWO_AM, area=EVERYWHERE)
    assert {choice.door for choice in choices} == {DoorState.CALL_FIRST}
    assert {choice.key for choice in choices} == {
        "national-runaway-safeline",
        "national-human-trafficking-hotline",
        "california-youth-crisis-line",
        "988",
        "poison-control",
        "safespot-overdose-line",
        "california-peer-run-warm-line",
    }


def test_nothing_shown_before_a_tap_names_the_subject():
    choices = where_can_i_go(FOR_YOUTH, at=TWO_AM, area=EVERYWHERE)
    for choice in choices:
        shown = [choice.heading, choice.ages.in_words, choice.languages, choice.hours_note]
        if not choice.tells_others_after_a_tap:
            shown.append(choice.tells_others)
        assert not any(names_the_subject(words.en + words.es) for words in shown)
    assert {choice.key for choice in choices if choice.name_after_a_tap} == {
        "national-runaway-safeline",
        "national-human-trafficking-hotline",
    }


def test_a_county_that_has_checked_a_line_turns_it_to_open_with_its_own_values():
    check = CountyCheck(
        by="Sample County",
        on=date(2026, 11, 30),
        phone="555-0199",
        text=TextTo("555-0198"),
        hours=read_hours("24/7"),
    )
    checked = line_as_service(LINES["national-runaway-safeline"], check=check)
    (choice,) = where_can_i_go([checked], at=TWO_AM, area=EVERYWHERE)
    assert (choice.door, choice.phone, choice.text) == (DoorState.OPEN, "555-0199", TextTo("555-0198"))
    assert choice.confirmed.by == "Sample County"


def test_a_county_can_find_that_a_line_takes_no_texts():
    check = CountyCheck(by="Sample County", on=date(2026, 11, 30), phone="988", text=None, hours=UNCLEAR_HOURS)
    assert line_as_service(LINES["988"], check=check).text is None


def test_only_what_answers_at_all_hours_is_coded_as_such():
    assert line_as_service(LINES["988"]).what_it_is == ("V02",)
    assert line_as_service(LINES["calvcb"]).what_it_is == ("V29",)
    assert line_as_service(LINES["ca-foster-care-ombudsperson"]).what_it_is == ()


def test_a_line_without_a_street_has_no_address_to_leak():
    assert all(not service.street_address for service in FOR_YOUTH)


GOOD_ROW = {
    "key": "x",
    "name_en": "A line",
    "name_es": "Una línea",
    "kind": "crisis",
    "phone": "555-0190",
    "text_to": "",
    "chat_url_host": "",
    "hours": "24/7",
    "languages": "",
    "ages": "",
    "serves_while_away": "yes",
    "needs_parent": "yes",
    "needs_id": "no",
    "what_they_tell_others_en": "",
    "what_they_tell_others_es": "",
    "audience": "youth",
    "source_1": "Invented",
    "source_2": "",
    "source_date_or_read_on": "read 2026-11-22",
    "confidence": "two-sources",
}


def test_needing_a_parent_is_the_opposite_of_no_parent_needed():
    line = seed._line(GOOD_ROW)
    assert (line.no_parent, line.no_id) == (Answer.NO, Answer.YES)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("serves_while_away", "maybe"),
        ("needs_id", ""),
        ("ages", "an age nobody has put into Spanish"),
        ("languages", "a language nobody has put into Spanish"),
        ("text_to", "555-0191 (SEND) and wait"),
        ("source_date_or_read_on", "some day in spring"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_never_guessed(column, value):
    with pytest.raises(SeedNotUnderstood) as said:
        seed._line({**GOOD_ROW, column: value})
    assert value[:12] in said.value.said
