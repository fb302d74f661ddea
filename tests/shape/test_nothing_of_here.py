"""Nothing that is committed names a machine, a workplace or a package registry."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from tests.shape.tree import ROOT

LISTED = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False).stdout.decode()
FILES = [ROOT / name for name in LISTED.split("\0") if name] or sorted(ROOT.glob("porchlight/**/*.py"))
TEXT = {".py", ".md", ".toml", ".txt", ".html", ".css", ".js", ".sql", ".csv", ".svg", ".sh", ".po", ".json", ""}
HERE = "|".join(("/wor" + "k/", "/roo" + "t/", "/ho" + "me/", "/op" + "t/pypi"))
FOREIGN = re.compile(rf"(?:^|[\s\"'(=])(?:{HERE})|pypi\.|registry\.npm|files\.pythonhosted", re.IGNORECASE)


@pytest.mark.parametrize("folder", sorted({path.relative_to(ROOT).parts[0] for path in FILES}))
def test_no_file_names_this_machine_or_a_registry(folder):
    found = []
    for path in FILES:
        if path.relative_to(ROOT).parts[0] == folder and path.suffix in TEXT and path.is_file():
            found += _lines(path)
    assert found == []


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="utf-8", errors="replace")
    return [f"{path.name}:{n}: {line[:80]}" for n, line in enumerate(text.splitlines(), 1) if FOREIGN.search(line)]


def test_the_verbs_are_listed_by_make_alone():
    listed = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    written = re.findall(r"^([a-z][a-z0-9-]*):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(written) >= 10
    for verb in written:
        assert f"make {verb} " in listed
