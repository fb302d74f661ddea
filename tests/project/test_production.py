"""What the demo made never carries production, and what stays closed there is said by name."""

from __future__ import annotations

import pytest

from porchlight.kernel.secrets import Keys
from porchlight.policy.grid import the_grid
from porchlight.project.commands import demo
from porchlight.project.production import (
    DemoInProduction,
    DemoKeys,
    closed_roles,
    is_production,
    mark_as_demo,
    refuse_demo_keys,
)


@pytest.fixture
def keys(tmp_path) -> Keys:
    found = Keys(tmp_path / "keys")
    found.make()
    return found


@pytest.fixture
def production(monkeypatch):
    monkeypatch.setenv("PORCHLIGHT_PRODUCTION", "yes")


def test_keys_of_the_demo_open_the_demo(keys, monkeypatch):
    monkeypatch.delenv("PORCHLIGHT_PRODUCTION", raising=False)
    mark_as_demo(keys)
    refuse_demo_keys(keys)
    assert not is_production()


def test_keys_that_the_demo_never_saw_carry_production(keys, production):
    refuse_demo_keys(keys)
    assert is_production()


def test_keys_that_the_demo_once_opened_never_carry_production_and_the_closed_roles_are_named(keys, production):
    mark_as_demo(keys)
    mark_as_demo(keys)
    with pytest.raises(DemoKeys) as told:
        refuse_demo_keys(keys)
    assert closed_roles() in told.value.mend


def test_every_role_with_a_gate_is_named_with_what_it_waits_for_and_no_other():
    said = closed_roles()
    for role in the_grid().roles.values():
        assert (f"{role.name} ({role.gate})" in said) == bool(role.gate), role.name


def test_the_demo_is_not_begun_in_production(production, monkeypatch):
    monkeypatch.setattr(demo, "_forget", lambda: pytest.fail("nothing is forgotten either"))
    with pytest.raises(DemoInProduction):
        demo.run(demo.argparse.Namespace(reset=True, team_port=0, youth_port=0))
