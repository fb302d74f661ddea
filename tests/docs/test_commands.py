"""A command that a page names can be typed."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pkgutil import iter_modules

import pytest

from porchlight.policy.values import Action, Category, Grain
from porchlight.project import commands
from tests.docs.reading import ROOT, Document, documents

PAGES = [pytest.param(page, id=page.name) for page in documents()]
VERB = re.compile(r"(?:^|[ /])porchlight ([a-z][\w-]*)")
MAKE = re.compile(r"^make(?: ([a-z][\w-]*))?(?: [A-Z_]+=\S+)*$")
MODULE = re.compile(r"python3? -m ([\w.]+)")
TARGET = re.compile(r"^([a-z][\w-]*):", re.MULTILINE)


def verbs() -> set[str]:
    return {module.name.replace("_", "-") for module in iter_modules(commands.__path__)}


@pytest.mark.parametrize("page", PAGES)
def test_every_verb_of_the_command_line_exists(page: Document):
    named = {verb for code in page.code() for verb in VERB.findall(code)}
    assert named <= verbs(), page.name


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_exists(page: Document):
    named = {found[1] for code in page.code() if (found := MAKE.match(code)) and found[1]}
    targets = set(TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8"))) if named else set()
    assert named <= targets, page.name


@pytest.mark.parametrize("page", PAGES)
def test_every_module_that_is_run_exists(page: Document):
    for module in {found for code in page.code() for found in MODULE.findall(code)}:
        assert find_spec(module), f"{page.name}: python -m {module}"


def test_the_grid_page_names_an_explanation_that_can_be_asked():
    from porchlight.project.commands.policy import explain

    said = explain("SW", Category.PLAN, Grain.FULL, Action.READ, [])
    assert said["answer"] == "no"
    assert said["would_help"] == ["consent"]


def test_what_a_command_line_is_made_of_is_found():
    assert VERB.findall("porchlight audit verify") == ["audit"]
    assert VERB.findall(".venv/bin/porchlight init --name Ada") == ["init"]
    assert MAKE.match("make demo TEAM_PORT=8080")[1] == "demo"
    assert not MAKE.match("make it so that")
    assert sys.executable
