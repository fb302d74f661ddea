"""What is said kindly can be used for nothing else (SUC-05)."""

from __future__ import annotations

import ast
from pathlib import Path

from porchlight.policy.registry import the_registry
from porchlight.policy.values import Category

ROOT = Path(__file__).resolve().parents[2] / "porchlight"
FLOWS = {"recognising.py", "coming_home.py"}
DESKS = {
    "team/inbox/pages_good_word.py",
    "team/inbox/cards_good_word.py",
    "youth/pages_words.py",
    "team/social_worker/goals_words.py",
    "team/social_worker/pages_goals.py",
    "team/social_worker/pages_promises.py",
    "team/social_worker/cards_goals.py",
    "team/leadership/pages_promises.py",
    "youth/goals_page.py",
    "youth/pages_goals.py",
    "youth/pages_feeling.py",
    "youth/pages_promises.py",
    "team/caregiver/pages_later.py",  # a caregiver's own kind words stand first there; nothing is chosen by them
}


def files_that_name(module: str) -> set[str]:
    found = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [f"{node.module}.{one.name}" for one in node.names] if isinstance(node, ast.ImportFrom) else []
            names += [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if any(name == module or name.startswith(f"{module}.") for name in names):
                found.add(path.relative_to(ROOT).as_posix())
    return found


def test_recognition_is_read_by_its_own_pages_and_flows_and_by_nothing_else():
    users = {path for path in files_that_name("porchlight.progress") if not path.startswith("progress/")}
    allowed = {f"desks/{path}" for path in DESKS} | {f"flows/{path}" for path in FLOWS}
    assert users - allowed <= {path for path in users if path.startswith("project/")}
    assert "desks/team/inbox/pages_good_word.py" in users


def test_what_could_be_said_is_asked_for_by_the_senders_page_alone():
    assert files_that_name("porchlight.flows.recognising") == {"desks/team/inbox/pages_good_word.py"}


def test_no_other_table_points_at_what_was_sent_or_holds_its_category():
    for name, table in the_registry().items():
        pointed_at = {*table.points.values(), *table.beside.values()}
        assert name.startswith("progress_") or not any(one.startswith("progress_") for one in pointed_at), name
        assert table.category is not Category.RECOGNITION or name.startswith("progress_"), name
        assert not {"progress_word", "progress_choice"} & pointed_at, name


def test_the_room_of_progress_reads_no_other_room():
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "progress").rglob("*.py")}
    for room in ("absences", "needs", "safety", "messaging", "teams", "people"):
        assert not own & files_that_name(f"porchlight.{room}"), room
