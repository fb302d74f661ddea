"""A wrong field names itself, so that a county can mend its own file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from porchlight.kernel.county import BadRow, Cadence, CountyTrouble, GateQuestion, Provenance
from porchlight.kernel.county.dues import read_due
from porchlight.kernel.county.duties import read_duty, read_gate
from porchlight.kernel.county.provenance import read_provenance
from porchlight.kernel.county.rows import Row
from porchlight.kernel.county.values import read_value
from porchlight.kernel.errors import Trouble

TODAY = date(2026, 11, 22)
BASE: dict[str, Any] = {"key": "a.b", "kind": "local", "source": "Ours", "since": date(2026, 1, 1)}
DUTY: dict[str, Any] = BASE | {
    "trigger": "t",
    "hours": 1,
    "owners": ["SW"],
    "evidence": ["note"],
    "en": "Do",
    "es": "Hacer",
}


def row(*layers: dict[str, Any]) -> Row:
    fields: dict[str, Any] = {}
    for layer in layers:
        fields |= layer
    return Row(where="“a.b” in hill.toml", fields=fields)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"source": " "}, "words under “source”"),
        ({"source": 3}, "words under “source”"),
        ({"since": "soon"}, "a day such as 2026-01-31 under “since”"),
        ({"since": datetime(2026, 1, 1, 9)}, "a day such as"),  # noqa: DTZ001 - because TOML gives such a value
        ({"until": date(2025, 12, 31)}, "ends before it begins"),
        ({"kind": "custom"}, "“law” or “local”"),
        ({"checked_by": 7}, "words, or nothing, under “checked_by”"),
        ({"checked_on": date(2026, 2, 1)}, "both “checked_by” and “checked_on”"),
    ],
)
def test_what_every_row_carries_is_checked(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRow, match=said) as trouble:
        read_provenance(row(BASE, change))
    assert "“a.b” in hill.toml" in trouble.value.said
    assert trouble.value.mend


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"unit": "weeks", "value": 1}, "a unit “weeks”"),
        ({"unit": "minutes", "value": 0}, "1 or more, under “value”"),
        ({"unit": "minutes", "value": True}, "1 or more, under “value”"),
        ({"unit": "minutes", "value": 1.5}, "1 or more, under “value”"),
        ({"unit": "yes_no", "value": "yes"}, "true or false under “value”"),
        ({"unit": "yes_no"}, "true or false under “value”"),
        ({"unit": "words", "value": "Hello"}, "both languages"),
        ({"unit": "words", "value": {"en": "Hi", "es": "Hola", "fr": "Salut"}}, "“fr”"),
        ({"unit": "host", "value": "https://www.example.org/"}, "bare host"),
        ({"unit": "zone", "value": "Mars/Base"}, "known time zone"),
        ({"unit": "zone", "value": "../etc"}, "known time zone"),
        ({"unit": "keys", "value": []}, "different keys"),
        ({"unit": "keys", "value": ["988", "988"]}, "different keys"),
        ({"unit": "keys", "value": "988"}, "a list of words"),
        ({"unit": "steps", "value": []}, "the earliest first"),
        ({"unit": "steps", "value": 4}, "a list of tables"),
        ({"unit": "steps", "value": [{"hours": 4, "to": "BOSS"}]}, "a role “BOSS”"),
        (
            {"unit": "steps", "value": [{"hours": 9, "to": "SUP"}, {"hours": 4, "to": "SUP"}]},
            "earliest first",
        ),
        ({"unit": "steps", "value": [{"hours": 9, "to": "SUP", "cc": "SW"}]}, "“cc”"),
        ({"unit": "phone", "value": 911}, "words, or nothing"),
        ({"unit": "minutes", "value": 1, "colour": "blue"}, "a field “colour” that is not known"),
    ],
)
def test_a_value_that_does_not_fit_its_unit_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRow, match=said):
        read_value(row(BASE, change), on=TODAY)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"owners": ["BOSS"]}, "an owner “BOSS”"),
        ({"owners": []}, "at least one of “owners”"),
        ({"evidence": []}, "at least one of “owners” and one of “evidence”"),
        ({"evidence": [3]}, "a list of words under “evidence”"),
        ({"gates": ["weather"]}, "a gate “weather”"),
        ({"es": ""}, "words under “es”"),
        ({"trigger": ""}, "words under “trigger”"),
        ({"time_kind": "soft"}, "“law” or “local” under “time_kind”"),
        ({"youth_may_defer": "yes"}, "true or false under “youth_may_defer”"),
        ({"ownres": ["SW"]}, "a field “ownres”"),
    ],
)
def test_a_duty_that_is_not_whole_is_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRow, match=said):
        read_duty(row(DUTY, change), gates={}, on=TODAY)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "exactly one way to be due"),
        ({"hours": 1, "days": 1}, "exactly one way to be due"),
        ({"same_day": False}, "leave it out"),
        ({"hours": -3}, "1 or more, under “hours”"),
        ({"cadence": []}, "“until_day” in every step"),
        ({"cadence": [{"every_days": 1, "until_day": 3}]}, "every step of “cadence” but the last"),
        ({"cadence": [{"every_days": 1}, {"every_days": 2}]}, "every step of “cadence” but the last"),
        ({"cadence": [{"every_days": 1, "every_months": 1}]}, "“every_days” or “every_months”"),
        ({"cadence": [{"until_day": 3}, {"every_days": 1}]}, "“every_days” or “every_months”"),
        ({"cadence": [{"every_days": 1, "times": 3}]}, "“times”"),
        (
            {
                "cadence": [
                    {"every_days": 1, "until_day": 9},
                    {"every_days": 2, "until_day": 3},
                    {"every_days": 1},
                ]
            },
            "do not follow each other",
        ),
    ],
)
def test_a_time_that_cannot_be_meant_is_refused(fields: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRow, match=said):
        read_due(row(fields))


def test_a_first_time_on_the_day_itself_is_read() -> None:
    due = read_due(row({"cadence": [{"every_months": 6}], "at_start": True}))
    assert isinstance(due, Cadence)
    assert due.at_start


def test_a_gate_needs_both_languages() -> None:
    assert read_gate(row({"key": "k", "en": "Q?", "es": "¿Q?"})) == GateQuestion(key="k", en="Q?", es="¿Q?")
    with pytest.raises(BadRow, match="“es”"):
        read_gate(row({"key": "k", "en": "Q?"}))


def lasting(since: date, until: date | None) -> Provenance:
    return Provenance(source="x", kind="local", since=since, until=until, checked_by="", checked_on=None)


def test_two_spans_meet_when_they_share_a_day() -> None:
    first_half = lasting(date(2026, 1, 1), date(2026, 6, 30))
    assert first_half.overlaps(lasting(date(2026, 6, 30), None))
    assert not first_half.overlaps(lasting(date(2026, 7, 1), None))
    assert not lasting(date(2026, 7, 1), None).overlaps(first_half)
    assert lasting(date(2026, 1, 1), None).overlaps(lasting(date(2030, 1, 1), None))


def test_every_trouble_of_the_county_has_its_own_code_a_sentence_and_a_repair() -> None:
    troubles = [CountyTrouble, *CountyTrouble.__subclasses__()]
    assert len({trouble.code for trouble in troubles}) == len(troubles)
    for trouble in troubles:
        assert trouble.code.startswith("PL-CTY-")
        assert trouble.sentence
        assert trouble.repair
        assert issubclass(trouble, Trouble)
