"""What the pages point at is there, and they point at nothing of anybody's machine."""

from __future__ import annotations

import re

import pytest

from tests.docs.reading import ROOT, Document, documents

PAGES = [pytest.param(page, id=page.name) for page in documents()]
OURS = ("http://localhost:", "http://127.0.0.1:")
ADDRESS = re.compile(r"https?://[^\s)`>|]*")
MACHINE = re.compile(r"(?<![\w.])/(?:home|mnt|opt|private|root|tmp|Users|work)/")
FOLDERS = ("bench/", "counties/", "docs/", "porchlight/", "requirements/", "tests/")
PLACE = re.compile(r"[\w./-]+")


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: Document):
    for link in page.links():
        if link.startswith(OURS):
            continue
        path, _, anchor = link.partition("#")
        target = (page.path.parent / path).resolve() if path else page.path
        assert target.exists(), f"{page.name}: {link}"
        assert not anchor or anchor in Document(target).anchors(), f"{page.name}: {link}"


@pytest.mark.parametrize("page", PAGES)
def test_every_file_that_a_page_names_is_there(page: Document):
    for code in page.code():
        named = [word.rstrip(".,:;") for word in PLACE.findall(code) if word.startswith(FOLDERS)]
        missing = [word for word in named if "ROOM" not in word and not (ROOT / word).exists()]
        assert not missing, f"{page.name}: {missing}"


@pytest.mark.parametrize("page", PAGES)
def test_no_page_names_a_host_or_a_path_of_a_machine(page: Document):
    assert [found for found in ADDRESS.findall(page.text) if not found.startswith(OURS)] == []
    assert MACHINE.findall(page.text) == []


def test_the_index_leads_to_every_page():
    reached, waiting = set(), [ROOT / "docs" / "index.md"]
    while waiting:
        path = waiting.pop()
        reached.add(path)
        found = {(path.parent / link.partition("#")[0]).resolve() for link in Document(path).links()}
        waiting += sorted(target for target in found - reached if target.suffix == ".md" and target not in waiting)
    assert {page.path for page in documents()} <= reached


def test_a_heading_is_read_as_its_anchor():
    index = Document(ROOT / "docs" / "architecture.md")
    assert "a-page-is-read" in index.anchors()
    assert "context-who-and-what-is-around-it" in index.anchors()
