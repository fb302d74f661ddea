"""Required training is data: who needs what, how often, from which source, and who has checked it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from porchlight.kernel.county import BadRow, County, LawLengthened, NoSuchKey, OutOfReach, TrainingRule, read_county
from porchlight.kernel.county.files import COUNTY_PARTS, STATE_PARTS, load
from porchlight.kernel.county.layers import check_layer
from porchlight.kernel.county.rows import Row
from porchlight.kernel.county.trainings import read_training
from porchlight.policy.grid import the_grid
from tests.lints.grade import too_hard
from tests.lints.words import check_words

TODAY = date(2026, 11, 22)
STATE = read_county("california", on=TODAY)
ALL = tuple(STATE.training_rules.values())
HEAD = '[county]\nname = "Hill"\n[unless_said]\nsince = 2026-01-01\nuntil = ""\n'
WHOLE: dict[str, Any] = {
    "key": "training.one",
    "roles": ["SW"],
    "months": 12,
    "kind": "local",
    "source": "Ours",
    "since": date(2026, 1, 1),
    "en": "One",
    "es": "Uno",
}
each = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.key)


def hill(folder: Path, rows: str) -> County:
    """An invented county with these rows."""
    path = folder / "hill.toml"
    path.write_text(HEAD + rows, encoding="utf-8")
    return read_county(path, on=TODAY)


def training(key: str, more: str) -> str:
    return f'[[training]]\nkey = "{key}"\nsource = "Protocol of the county"\n{more}\n'


def read(**change: Any) -> TrainingRule:
    return read_training(Row(where="“training.one” in hill.toml", fields=WHOLE | change), on=TODAY)


def test_the_five_sets_are_there() -> None:
    assert list(STATE.training_rules) == [
        "training.identification",
        "training.sexual_health_rights",
        "training.confidentiality",
        "training.language",
        "training.safe_contact",
    ]


def test_a_role_is_told_what_it_needs_and_one_that_needs_nothing_gets_nothing() -> None:
    assert {rule.key for rule in STATE.trainings("SW")} == set(STATE.training_rules)
    assert "training.identification" not in {rule.key for rule in STATE.trainings("CG")}
    assert "training.sexual_health_rights" in {rule.key for rule in STATE.trainings("CG")}
    assert STATE.trainings("ADM") == STATE.trainings("Y") == ()


@each
def test_its_roles_are_roles_of_the_grid_and_never_the_young_person(rule: TrainingRule) -> None:
    assert set(rule.roles) <= set(the_grid().roles) - {"Y", "OC"}


@each
def test_what_is_law_is_unconfirmed_until_somebody_named_confirms_it_and_says_that_the_months_are_ours(
    rule: TrainingRule,
) -> None:
    assert not rule.confirmed
    assert rule.unconfirmed is (rule.kind == "law")
    assert rule.time_kind == "local"
    assert "design default" in rule.source.lower()
    assert (rule.key in STATE.unconfirmed) is rule.unconfirmed


@each
def test_its_name_is_kind_and_plain_in_both_languages(rule: TrainingRule) -> None:
    limits = {"en": 9.0, "es": 6.0}
    for language, limit in limits.items():
        assert check_words(rule.name(language), house="team", path=rule.key) == []
        assert too_hard(rule.name(language), "en" if language == "en" else "es", limit=limit) == []
    assert rule.name("en") != rule.name("es")


def test_a_county_sets_other_months_where_they_are_local(tmp_path: Path) -> None:
    county = hill(tmp_path, training("training.language", "months = 36"))
    rule = county.training_rules["training.language"]
    assert (rule.months, rule.source) == (36, "Protocol of the county")
    assert rule.roles == STATE.training_rules["training.language"].roles


def test_a_county_confirms_a_training_without_changing_it(tmp_path: Path) -> None:
    checked = 'checked_by = "Ana, invented"\nchecked_on = 2026-02-01'
    county = hill(tmp_path, training("training.identification", checked))
    rule = county.training_rules["training.identification"]
    assert rule.confirmed
    assert not rule.unconfirmed
    assert (rule.kind, rule.months) == ("law", 24)
    assert "training.identification" not in county.unconfirmed


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('roles = ["SW"]', "sets “roles”"),
        ('en = "Other"', "sets “en”"),
        ('time_kind = "law"', "sets “time_kind”"),
        ('kind = "local"', "another “kind”"),
    ],
)
def test_who_needs_it_and_what_it_is_are_not_the_countys_to_change(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(OutOfReach, match=said):
        hill(tmp_path, training("training.identification", more))


def test_a_training_that_california_does_not_have_is_not_taken_for_one(tmp_path: Path) -> None:
    with pytest.raises(NoSuchKey, match="not a training that California's file has"):
        hill(tmp_path, training("training.weather", "months = 12"))


def test_months_that_are_law_may_be_fewer_and_never_more(tmp_path: Path) -> None:
    shared = '[county]\nname = "Any"\n[unless_said]\nsince = 2025-01-01\n'
    law = 'kind = "law"\nroles = ["SW"]\nmonths = 24\nen = "A"\nes = "B"'
    state, own = tmp_path / "state.toml", tmp_path / "own.toml"
    state.write_text(shared + training("training.one", law), encoding="utf-8")

    def lay_months(months: int) -> None:
        own.write_text(shared + training("training.one", f"months = {months}"), encoding="utf-8")
        check_layer(load(own, parts=COUNTY_PARTS), state=load(state, parts=STATE_PARTS))

    lay_months(24)
    lay_months(6)
    with pytest.raises(LawLengthened, match="says 25 months; the law says 24"):
        lay_months(25)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"roles": []}, "different codes of roles"),
        ({"roles": ["SW", "SW"]}, "different codes of roles"),
        ({"roles": ["nurse"]}, "a role “nurse”"),
        ({"months": 0}, "1 or more, under “months”"),
        ({"es": ""}, "words under “es”"),
        ({"time_kind": "soft"}, "“law” or “local” under “time_kind”"),
        ({"month": 3}, "a field “month” that is not known"),
    ],
)
def test_a_training_that_is_not_whole_names_what_is_wrong(change: dict[str, Any], said: str) -> None:
    with pytest.raises(BadRow, match=said):
        read(**change)


def test_without_a_kind_of_its_own_the_time_is_what_the_training_is() -> None:
    assert read(kind="law").time_kind == "law"
    assert read(kind="law", time_kind="local").time_kind == "local"
    assert read().name("es") == "Uno"
