"""Every room has the same shape, so that nobody searches."""

from __future__ import annotations

import ast
import configparser
import re
import tomllib

import pytest

from tests.shape.tree import (
    BENEATH_ROOMS,
    CODE,
    ROOT,
    exported,
    functions,
    imports,
    lines,
    modules,
    parsed,
    parts,
    rooms,
)

BENEATH = ("audit", "vault", "policy")  # entered by rooms of every layer; the layers contract holds them
REGISTRY = tomllib.loads((CODE / "policy" / "registry.toml").read_text(encoding="utf-8"))


def contracts() -> str:
    reader = configparser.ConfigParser()
    reader.read(ROOT / ".importlinter", encoding="utf-8")
    return "\n".join(reader[section].get("protected_modules", "") for section in reader.sections())


@pytest.mark.parametrize("room", rooms())
def test_a_room_has_a_readme_that_fits_on_a_screen(room):
    path = CODE / room / "README.md"
    assert path.exists(), f"write porchlight/{room}/README.md: owns, never does, words, where to change what"
    assert lines(path) <= 40


@pytest.mark.parametrize("room", [room for room in rooms() if room not in BENEATH])
def test_a_room_has_a_contract_that_it_is_entered_by_its_api_alone(room):
    assert f"porchlight.{room}" in contracts().split()


def test_every_folder_stands_in_the_layers():
    reader = configparser.ConfigParser()
    reader.read(ROOT / ".importlinter", encoding="utf-8")
    layers = set(re.findall(r"\w+", reader["importlinter:contract:layers"]["layers"]))
    packages = {path.parent.name for path in CODE.glob("*/__init__.py")}
    assert packages == layers


DOORS = [room for room in (*rooms(), *parts()) if (CODE / room / "api.py").exists()]


@pytest.mark.parametrize("room", DOORS)
def test_what_a_room_exports_says_in_a_sentence_what_is_true(room):
    silent = [name for name, file in exported(room).items() if _says_nothing(name, file)]
    assert silent == []


def _says_nothing(name, file) -> bool:
    named = [node for node in parsed(file).body if getattr(node, "name", "") == name]
    return any(not ast.get_docstring(node) for node in named)


@pytest.mark.parametrize("room", rooms())
def test_every_table_of_a_room_stands_in_the_registry(room):
    models = [*(CODE / room).glob("models.py"), *(CODE / room).glob("*/models.py")]
    tables = [name for path in models for name in re.findall(r'db_table = "(\w+)"', path.read_text(encoding="utf-8"))]
    assert set(tables) <= set(REGISTRY)
    assert all(table.startswith((f"{room}_", "policy_")) for table in tables)


RULES = [path for path in modules() if "rules" in path.relative_to(CODE).with_suffix("").parts]


@pytest.mark.parametrize("path", RULES, ids=lambda path: str(path.relative_to(CODE)))
def test_rules_are_pure(path):
    """No Django, no clock of their own, no files but those that come with the release."""
    assert not {name for name in imports(path) if name.split(".")[0] in ("django", "psycopg", "socket", "requests")}
    asked = [node.func.attr for node in ast.walk(parsed(path)) if _calls_by_name(node)]
    assert not {"now", "today", "utcnow", "wall"} & set(asked)


def _calls_by_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)


def test_desks_import_no_tables_and_own_none():
    for path in modules(CODE / "desks"):
        assert path.name != "models.py"
        for node in ast.walk(parsed(path)):
            named = node.module if isinstance(node, ast.ImportFrom) else ""
            assert not (named or "").endswith(".models"), path


def test_nobody_reads_the_time_but_the_clock():
    allowed = {CODE / "kernel" / "clock.py", CODE / "project" / "running.py"}
    for path in modules():
        if path not in allowed and "postgres" not in path.parts:
            assert not re.search(r"\bdatetime\.(now|utcnow)\(|\bdate\.today\(", path.read_text(encoding="utf-8")), path


def test_every_function_says_what_it_takes_and_gives():
    for path in modules():
        for function in functions(path):
            assert function.returns is not None, f"{path.name}: {function.name}"


def test_packages_beneath_rooms_are_those_of_the_plan():
    assert all((CODE / name).is_dir() for name in BENEATH_ROOMS)
