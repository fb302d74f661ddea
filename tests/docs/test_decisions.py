"""Decision records are whole, numbered once, listed, and true about dependencies."""

from __future__ import annotations

import re
import tomllib
from collections import Counter

import pytest

from tests.docs.reading import DOCS, ROOT, Document, document

RECORDS = [Document(path) for path in sorted((DOCS / "adr").glob("[0-9]*.md"))]
PARTS = ["Context", "Decision", "Cost", "How we would know it was wrong"]
PAGES = [pytest.param(record, id=record.path.name) for record in RECORDS]


@pytest.mark.parametrize("record", PAGES)
def test_a_record_says_what_we_faced_decided_and_pay_and_how_it_could_be_wrong(record: Document):
    number = record.path.name[:3]
    assert re.match(rf"# {number} \S.*", record.text.splitlines()[0]), record.name
    assert record.headings()[1:] == PARTS, record.name
    assert all(part.strip() for part in re.split(r"^## .*$", record.text, flags=re.MULTILINE)[1:]), record.name


def test_no_number_is_given_twice():
    numbers = Counter(record.path.name[:3] for record in RECORDS)
    assert [number for number, count in numbers.items() if count > 1] == []


def test_every_record_is_in_the_index_and_nothing_else():
    listed = [row[0] for row in document("docs/adr/README.md").rows()]
    assert listed == [f"[{record.path.name[:3]}]({record.path.name})" for record in RECORDS]


def test_every_direct_dependency_has_its_line():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.split(r"[\[=<>]", entry)[0] for entry in project["dependencies"]}
    said = {row[0].strip("`") for row in document("docs/adr/002-dependencies.md").rows()}
    assert said == needed
    assert len(needed) <= 16


def test_records_that_the_code_points_at_exist():
    numbers = {record.path.name[:3] for record in RECORDS}
    pattern = re.compile(r"(?:docs/adr/|ADR )(\d{3})")
    places = ("porchlight/**/*.py", "porchlight/**/*.sql", "porchlight/**/*.toml", "tests/grid/*.toml")
    for path in (found for place in places for found in ROOT.glob(place)):
        assert set(pattern.findall(path.read_text(encoding="utf-8"))) <= numbers, path
