"""What is said kindly can be used for nothing else (SUC-05)."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

from porchlight.policy.registry import the_registry
from porchlight.policy.values import Category

ROOT = Path(__file__).resolve().parents[2] / "porchlight"
FLOWS = {"recognising.py", "history.py", "coming_home.py", "looking_back.py"}
DESKS = {
    "team/inbox/pages_good_word.py",
    "team/inbox/cards_good_word.py",
    "team/inbox/good_word_numbers.py",
    "team/inbox/cards_sentences.py",  # one sentence that the young person let a court read
    "team/social_worker/pages_harm_mark.py",  # a mark that silences; nothing is read there
    "youth/pages_words.py",
    "youth/pages_sentence.py",
    "team/setup/pages_counting.py",  # an agency's own figures, about no young person
    "team/shell/pages_method.py",  # how it is counted
    "youth/pages_method.py",
    "team/social_worker/goals_words.py",
    "team/social_worker/goals_pictures.py",
    "youth/pictures_mine.py",
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
    users = files_that_name("porchlight.flows.recognising")
    youths_own = {"desks/youth/pages_words.py", "desks/youth/pages_sentence.py"}
    assert users == {"desks/team/inbox/pages_good_word.py", *youths_own}
    youths = (ROOT / "desks/youth/pages_words.py").read_text(encoding="utf-8")
    assert "as_it_holds" in youths
    assert "sayable" not in youths


def test_the_days_and_what_is_said_are_out_of_reach_of_notices_duties_plans_and_exports():
    """What a violation, notice, warrant, placement or report is made of lies below progress and can't import it."""
    for room in ("absences", "safety", "needs", "messaging", "directory", "teams", "people", "audit"):
        named = {path for path in files_that_name("porchlight.progress") if path.startswith(f"{room}/")}
        assert not named, room
    for name in ("pages_duty.py", "pages_begin.py", "pages_plan.py", "pages_absence.py", "pages_return.py"):
        assert f"desks/team/social_worker/{name}" not in files_that_name("porchlight.progress")


def test_a_notice_has_no_field_for_a_day_status_or_a_recognition():
    from porchlight.absences.duty_rules import fields_of
    from porchlight.kernel.county import DutyRule, read_county

    county = read_county("california", on=date(2026, 11, 22))
    asked = {field for rule in county.rules.values() if isinstance(rule, DutyRule) for field in fields_of(rule)}
    assert asked
    assert not [field for field in asked if re.search(r"day_status|recogni|progress|kind_word|pattern", str(field))]


def test_weeks_to_look_back_on_are_asked_for_by_their_own_two_pages_alone():
    words = "desks/team/caregiver/words_weeks.py"
    pages = {"desks/team/caregiver/pages_weeks.py", "desks/youth/pages_looking_back.py"}
    assert files_that_name("porchlight.flows.looking_back") == {*pages, words}


def test_the_record_is_read_by_the_flows_of_recognition_and_by_the_page_of_days_for_its_link():
    flows = {"flows/recognising.py", "flows/looking_back.py"}
    assert files_that_name("porchlight.flows.history") == {*flows, "desks/team/caregiver/pages_days.py"}


def test_no_other_table_points_at_what_was_sent_or_holds_its_category():
    for name, table in the_registry().items():
        pointed_at = {*table.points.values(), *table.beside.values()}
        assert name.startswith("progress_") or not any(one.startswith("progress_") for one in pointed_at), name
        assert table.category is not Category.RECOGNITION or name.startswith("progress_"), name
        assert not {"progress_word", "progress_choice", "progress_sentence"} & pointed_at, name


def test_the_room_of_progress_reads_no_other_room():
    own = {path.relative_to(ROOT).as_posix() for path in (ROOT / "progress").rglob("*.py")}
    for room in ("absences", "needs", "safety", "messaging", "teams", "people"):
        assert not own & files_that_name(f"porchlight.{room}"), room
