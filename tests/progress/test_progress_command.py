"""The command line answers the reference cases with nothing but the code: no database, no keys, no settings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.progress.test_progress_cases import CASES, passes

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def typed(file: str, *, text: bytes = b"", folder: Path = ROOT) -> subprocess.CompletedProcess[bytes]:
    """What the command does when it is typed where nothing is set."""
    command = [sys.executable, "-m", "porchlight.project.command", "progress", "evaluate", file]
    bare = {"PYTHONPATH": str(ROOT), "PATH": ""}
    return subprocess.run(command, input=text, capture_output=True, check=False, cwd=folder, env=bare, timeout=60)


def answered(cases: list[object]) -> list[dict[str, object]]:
    done = typed("-", text=json.dumps({"cases": cases}).encode())
    assert (done.returncode, done.stderr) == (0, b"")
    return json.loads(done.stdout)["results"]


def test_every_reference_case_comes_out_within_its_tolerance_through_the_command(tmp_path):
    done = typed(str(HERE / "cases.json"), folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    results = json.loads(done.stdout)["results"]
    assert [result["id"] for result in results] == [case["id"] for case in CASES]
    wrong = [
        case["id"]
        for case, result in zip(CASES, results, strict=True)
        if not passes(result.get("output"), case["expected"], within=case["tolerance"])
    ]
    assert wrong == []
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_function_or_bad_input_is_an_error_on_that_case_alone():
    good = {"id": "good", "fn": "gas_t", "input": {"scores": [1], "weights": [2], "rho": 0.3}}
    unknown, bad = {"id": 1, "fn": "guess", "input": {}}, {"id": 2, "fn": "gas_t", "input": {"scores": "one"}}
    first, second, third, fourth = answered([good, unknown, bad, good])
    assert first == fourth == {"id": "good", "output": {"t": pytest.approx(60)}}
    assert (second["id"], third["id"]) == (1, 2)
    assert "There is no function of this name." in second["error"]
    assert "output" not in second.keys() | third.keys()
    assert third["error"].startswith("PL-PRG-001")


@pytest.mark.parametrize("text", [b"", b"no cases", b'{"cases": 1}', b"\xff\xfe"])
def test_a_text_without_cases_is_one_sentence_and_no_result(text):
    done = typed("-", text=text)
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"This file holds no cases that can be read." in done.stderr
    assert b"[PL-PRG-002]" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_file_that_is_not_there_is_the_same_sentence(tmp_path):
    done = typed(str(tmp_path / "nothing.json"))
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"[PL-PRG-002]" in done.stderr


def test_a_file_with_a_byte_order_mark_is_read():
    assert typed("-", text=b'\xef\xbb\xbf{"cases": []}').stdout == b'{"results": []}\n'
