"""The values of a county: each answer typed, each with its source, each slip named."""

from __future__ import annotations

import csv
import operator
import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from porchlight.kernel.county import NoSuchCounty, NoSuchKey, NotThatUnit, read_county
from porchlight.kernel.county.listing import COUNTIES

TODAY = date(2026, 11, 22)
CALIFORNIA = read_county("california", on=TODAY)
SAMPLE = read_county("sample", on=TODAY)


@pytest.mark.parametrize(
    ("key", "minutes"),
    [
        ("message.moves_on", 10),
        ("agreement.sleep_first", 12 * 60),
        ("agreement.longest", 48 * 60),
        ("return.conversation", 72 * 60),
        ("idle.staff", 15),
        ("idle.youth", 5),
    ],
)
def test_the_numbers_that_pages_need_are_what_was_decided(key: str, minutes: int) -> None:
    assert CALIFORNIA.minutes(key) == minutes
    assert CALIFORNIA.duration(key) == timedelta(minutes=minutes)


def test_an_overdue_duty_reaches_the_supervisor_three_times_and_then_the_manager() -> None:
    steps = CALIFORNIA.steps("missing.escalation")
    assert [(step.after // timedelta(hours=1), step.to) for step in steps] == [
        (4, "SUP"),
        (12, "SUP"),
        (20, "SUP"),
        (24, "MANAGER"),
    ]


def test_the_two_lines_shown_without_sign_in_are_988_and_the_youth_crisis_line() -> None:
    assert CALIFORNIA.keys("crisis.lines") == ("988", "california-youth-crisis-line")


def test_no_county_is_taken_to_have_a_desk_or_to_pass_on_a_check_in_by_default() -> None:
    assert not CALIFORNIA.yes("desk.staffed")
    assert CALIFORNIA.text("desk.number", "en") == ""
    assert not CALIFORNIA.yes("checkin.passed_on")
    assert not CALIFORNIA.yes("leaving.tap_opens_episode")


def test_the_exit_leads_to_a_bare_host_in_both_languages() -> None:
    assert CALIFORNIA.text("exit.host", "en") == CALIFORNIA.text("exit.host", "es") == "www.weather.gov"


def test_the_county_keeps_pacific_time() -> None:
    assert CALIFORNIA.zone == ZoneInfo("America/Los_Angeles")


@pytest.mark.parametrize("county", [CALIFORNIA, SAMPLE], ids=lambda county: county.key)
def test_every_word_to_a_caregiver_is_there_in_both_languages_and_short(county) -> None:
    spoken = [key for key, value in county.values.items() if value.unit == "words"]
    assert {"return.word", "return.line.welcome", "return.line.food"} <= set(spoken)
    assert {"return.line.sleep", "return.line.health", "absence.word"} <= set(spoken)
    for key in spoken:
        assert county.text(key, "en") != county.text(key, "es")
        for language in ("en", "es"):
            sentences = re.split(r"[.?]\s*", county.text(key, language))
            assert max(len(sentence.split()) for sentence in sentences) <= 12
            assert "!" not in county.text(key, language)


def test_a_heading_names_the_county_in_each_language() -> None:
    alameda = read_county("06001", on=TODAY)
    assert (alameda.title("en"), alameda.title("es")) == ("Alameda County", "Condado de Alameda")
    assert CALIFORNIA.title("es") == "California"


def test_every_value_says_where_it_comes_from_and_since_when() -> None:
    for value in CALIFORNIA.values.values():
        assert value.provenance.source
        assert value.provenance.since <= TODAY
        assert value.provenance.kind in {"law", "local"}


def test_an_unknown_key_names_itself() -> None:
    for ask in (CALIFORNIA.duration, CALIFORNIA.minutes, CALIFORNIA.yes, CALIFORNIA.keys, CALIFORNIA.steps):
        with pytest.raises(NoSuchKey, match=r"no “moon\.phase” on 2026-11-22"):
            ask("moon.phase")
    with pytest.raises(NoSuchKey, match="moon"):
        CALIFORNIA.text("moon.phase", "en")
    with pytest.raises(NoSuchKey, match="moon"):
        CALIFORNIA.rule("moon.phase")


def test_an_unknown_trigger_names_itself_rather_than_giving_no_duties() -> None:
    with pytest.raises(NoSuchKey, match="“state_mising”"):
        CALIFORNIA.duties("state_mising")


def test_a_value_of_another_kind_is_never_read_as_something_else() -> None:
    with pytest.raises(NotThatUnit, match=r"idle\.staff.*not a yes or no"):
        CALIFORNIA.yes("idle.staff")
    with pytest.raises(NotThatUnit, match=r"desk\.staffed.*not a length of time"):
        CALIFORNIA.duration("desk.staffed")
    with pytest.raises(NotThatUnit, match=r"idle\.staff.*not words"):
        CALIFORNIA.text("idle.staff", "en")
    with pytest.raises(NotThatUnit, match="not a list of keys"):
        CALIFORNIA.keys("missing.escalation")
    with pytest.raises(NotThatUnit, match="not a list of steps"):
        CALIFORNIA.steps("crisis.lines")
    with pytest.raises(NotThatUnit, match=r"clock\.zone.*not words"):
        CALIFORNIA.text("clock.zone", "en")
    with pytest.raises(NotThatUnit, match=r"missing\.supervisor_staffing.*due_at"):
        CALIFORNIA.duration("missing.supervisor_staffing")


def test_a_third_language_is_refused_by_name_and_never_answered_in_english() -> None:
    with pytest.raises(NotThatUnit, match="“fr”"):
        CALIFORNIA.text("return.word", "fr")
    with pytest.raises(NotThatUnit, match="“fr”"):
        SAMPLE.title("fr")


def test_a_day_before_the_file_speaks_has_no_values_and_says_so() -> None:
    early = read_county("california", on=date(2024, 12, 31))
    with pytest.raises(NoSuchKey, match="2024-12-31"):
        early.minutes("idle.staff")


def test_a_length_of_time_can_be_asked_of_a_duty_that_counts_days() -> None:
    assert CALIFORNIA.duration("mdt.grant_expiry") == timedelta(days=30)
    assert CALIFORNIA.duration("placement.notice") == timedelta(days=14)


def test_a_zone_that_is_not_a_zone_is_never_taken_for_one() -> None:
    wrong = replace(CALIFORNIA, values={"clock.zone": CALIFORNIA.value("exit.host")})
    with pytest.raises(NotThatUnit, match="a time zone"):
        _ = wrong.zone


def test_the_sample_county_is_invented_down_to_its_numbers() -> None:
    assert re.fullmatch(r"555-01\d\d", SAMPLE.hotline)
    assert re.fullmatch(r"555-01\d\d", SAMPLE.text("desk.number", "en"))
    assert SAMPLE.yes("desk.staffed")
    assert SAMPLE.name not in {line["county"] for line in listing_lines()}


def listing_lines() -> list[dict[str, str]]:
    with (COUNTIES / "california-counties.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("line", listing_lines(), ids=lambda line: line["county"])
def test_every_county_of_california_can_be_chosen(line) -> None:
    county = read_county(line["fips"], on=TODAY)
    assert county.name == line["county"]
    assert county.hotline == line["child_welfare_hotline"]
    assert county.place.seat == line["seat"]
    assert county.duration("missing.le_report") == timedelta(hours=24)


@pytest.mark.parametrize("key", ["99999", "nowhere", "", "../sample", "Sample", "sample.toml"])
def test_a_county_that_is_not_there_names_itself(key: str) -> None:
    with pytest.raises(NoSuchCounty, match=re.escape(f"“{key}”")):
        read_county(key, on=TODAY)


def test_a_file_that_is_not_there_names_itself(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCounty, match=r"gone\.toml"):
        read_county(tmp_path / "gone.toml", on=TODAY)


def test_a_county_that_was_read_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        setattr(SAMPLE, "key", "another")  # noqa: B010 - because a plain assignment is already refused by the types
    with pytest.raises(TypeError):
        operator.setitem(SAMPLE.values, "idle.youth", SAMPLE.values["idle.staff"])
