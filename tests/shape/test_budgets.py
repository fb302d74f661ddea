"""How long files, functions and templates may be, so that anybody can read any of them in one sitting."""

from __future__ import annotations

from statistics import median

import pytest

from tests.shape.tree import CODE, ROOT, functions, length, lines, modules, share


def test_files_are_short():
    found = {path: lines(path) for path in modules() if path.name != "__init__.py"}
    assert {str(path) for path, count in found.items() if count > 400} == set()
    counts = list(found.values())
    assert median(counts) <= 80
    assert share(counts, 0.9) <= 250


def test_functions_are_short():
    counts = [length(function) for path in modules() for function in functions(path)]
    assert share(counts, 0.9) <= 30
    assert sum(count > 50 for count in counts) <= 0.02 * len(counts)


def test_templates_are_short():
    found = [path for path in CODE.rglob("templates/**/*.html") if path.name not in ("components.html", "pattern.html")]
    assert share([lines(path) for path in found], 0.9) <= 90


def test_there_is_more_test_than_product_and_not_far_more():
    """The house asks for 1.2 to 2 lines of test for each line of Python, prose and all; below 0.8 nothing lands."""
    product = sum(lines(path) for path in modules())
    tests = sum(lines(path) for path in modules(ROOT / "tests"))
    assert 0.8 * product <= tests <= 2.2 * product, f"{tests} lines of tests for {product}"


@pytest.mark.parametrize("path", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_requirements_name_no_host_and_every_file_has_its_hash(path):
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not [line for line in text.splitlines() if line.startswith("-")]
    packages = [line for line in text.splitlines() if "==" in line]
    assert packages
    for line in packages:
        assert line.rstrip().endswith("\\"), f"{line} has no hash"


def test_direct_dependencies_are_few():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) <= 16
