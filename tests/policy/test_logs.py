"""The log says where something broke, and never about whom."""

from __future__ import annotations

import logging

import psycopg
import pytest

from porchlight.project.logs import Quiet


def logged(action) -> str:
    """What the log would hold of the error that this action raises."""
    with pytest.raises((ValueError, psycopg.Error)) as raised:
        action()
    told = (raised.type, raised.value, raised.tb)
    return Quiet("%(message)s").format(logging.LogRecord("x", logging.ERROR, __file__, 1, "it broke", None, told))


def test_an_errors_words_stay_out_and_its_place_and_kind_stay_in():
    def break_it():
        raise ValueError("Maya was here")

    said = logged(break_it)
    assert "Maya" not in said
    assert "break_it" in said
    assert "builtins.ValueError" in said


def test_so_do_the_words_of_the_error_before_it():
    def break_it():
        try:
            {}["Maya"]
        except KeyError as first:
            raise ValueError("Dee") from first

    said = logged(break_it)
    assert "Maya" not in said
    assert "Dee" not in said
    assert said.index("KeyError") < said.index("ValueError")


def test_a_databases_error_gives_its_state_alone(town):
    from tests.support.connections import as_owner

    def break_it():
        with as_owner() as owner:
            owner.execute("SELECT %s::text::int", ["Maya"])

    said = logged(break_it)
    assert "Maya" not in said
    assert "[22P02]" in said


def test_an_error_without_an_error_says_nothing():
    assert Quiet().formatException((None, None, None)) == ""
