"""What a running Porchlight does when one of its processes is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from porchlight.project import running as module
from porchlight.project.running import Running, is_healthy

# A house in small: a parent with one worker, whose number it writes down.
HOUSE = 'sleep 60 & echo $! > "$1"; wait'


class Database:
    """A database that is there or not, as the test says."""

    def __init__(self) -> None:
        self.lives = True

    def is_running(self) -> bool:
        return self.lives

    def revive(self) -> bool:
        self.lives = True
        return True


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def database() -> Database:
    return Database()


@pytest.fixture
def running(said, database, monkeypatch) -> Iterator[Running]:
    monkeypatch.setattr("porchlight.project.parts.FIRST", 0.05)
    found = Running({}, database, said.append)
    yield found
    found.stop()


@pytest.fixture
def worker_of(running, tmp_path) -> Callable[[], int]:
    """Starts a house in small, and tells who its worker is now."""
    note = tmp_path / "worker"
    running._add("oak", "The oak house", ["sh", "-c", HOUSE, "sh", str(note)], {})

    def worker() -> int:
        wait_for(lambda: note.exists() and note.read_text().strip())
        return int(note.read_text())

    return worker


def wait_for(happens: Callable[[], object]) -> None:
    until = time.monotonic() + 10
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.02)


def is_gone(pid: int) -> bool:
    """Ended, whether or not somebody has reaped it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def tend_until(running: Running, happens: Callable[[], object]) -> None:
    def tended() -> object:
        running.tend()
        return happens()

    wait_for(tended)


def kill(running: Running) -> subprocess.Popen[bytes]:
    child = running.children["oak"]
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    return child


def test_a_house_whose_parent_was_killed_is_started_again_and_one_line_says_so(running, worker_of, said):
    worker_of()
    before = kill(running)
    assert not running.all_alive()
    tend_until(running, running.all_alive)
    assert running.children["oak"].pid != before.pid
    assert said == ["The oak house stopped by itself and is started again in 0.05 seconds."]


def test_workers_that_outlived_their_parent_are_gone_before_it_is_started_again(running, worker_of):
    orphan = worker_of()
    kill(running)
    assert not is_gone(orphan)
    tend_until(running, running.all_alive)
    assert is_gone(orphan)


def test_a_worker_that_will_not_end_is_made_to(running, tmp_path, monkeypatch):
    monkeypatch.setattr(module, "LEFT_BEHIND", 0.3)
    note = tmp_path / "worker"
    deaf = f'trap "" TERM; echo $$ > {note}; while :; do sleep 0.1; done'
    running._add("oak", "The oak house", ["sh", "-c", f"sh -c '{deaf}' & wait"], {})
    wait_for(lambda: note.exists() and note.read_text().strip())
    kill(running)
    running.stop()
    wait_for(lambda: is_gone(int(note.read_text())))


def test_stopping_leaves_nothing_also_of_a_parent_that_was_killed(running, worker_of):
    orphan = worker_of()
    kill(running)
    running.stop()
    wait_for(lambda: is_gone(orphan))


def test_a_database_that_ended_is_revived_before_anything_else_is_started(running, worker_of, database, said):
    worker_of()
    before = kill(running)
    database.lives = False
    running.tend()
    assert said == ["The database stopped by itself and is started again in 0.05 seconds."]
    assert running.children["oak"] is before
    tend_until(running, running.all_alive)
    assert database.lives
    assert running.children["oak"] is not before


def test_a_part_that_ends_before_the_houses_answer_is_not_waited_for(running, worker_of):
    worker_of()
    kill(running)
    began = time.monotonic()
    assert running.wait_until_answering("http://127.0.0.1:9") is False
    assert time.monotonic() - began < 5


def test_a_house_that_is_not_there_is_not_healthy():
    assert is_healthy("http://127.0.0.1:9") is False


class Answering(BaseHTTPRequestHandler):
    """A house that says it is well, or that it is not."""

    status = HTTPStatus.OK

    def do_GET(self) -> None:
        well = self.path == "/healthz" and self.status
        self.send_response(well or HTTPStatus.NOT_FOUND)
        self.end_headers()

    def log_message(self, *said: object) -> None:
        """Nothing."""


@pytest.fixture
def house(monkeypatch) -> Iterator[str]:
    """The address of a house that answers."""
    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_house_is_healthy_when_it_says_so_itself(house, monkeypatch):
    assert is_healthy(house) is True
    assert is_healthy(f"{house}/elsewhere") is False
    monkeypatch.setattr(Answering, "status", HTTPStatus.SERVICE_UNAVAILABLE)
    assert is_healthy(house) is False
    monkeypatch.setattr(Answering, "status", HTTPStatus.NO_CONTENT)
    assert is_healthy(house) is False


def test_everything_is_up_when_every_house_answers_within_its_time(running, worker_of, house, monkeypatch):
    worker_of()
    assert running.wait_until_answering(house, house)
    monkeypatch.setattr(module, "PATIENCE", 0.3)
    assert not running.wait_until_answering(house, "http://127.0.0.1:9")


@pytest.fixture
def begun(monkeypatch) -> list[tuple[list[str], dict[str, str]]]:
    """What is started instead of a process: its words and what it is told."""
    told = []

    def start(words, *, env, process_group):
        told.append((words, env))
        return SimpleNamespace(
            poll=lambda: None, send_signal=lambda _: None, wait=lambda timeout=None: 0, pid=2**22 + 1
        )

    monkeypatch.setattr(module.subprocess, "Popen", start)
    return told


def test_a_house_is_served_at_its_own_address_with_its_own_settings(begun, monkeypatch):
    monkeypatch.setenv("FROM_OUTSIDE", "kept")
    running = Running({"PORCHLIGHT_DB": "here"})
    running.house("youth", host="127.0.0.1", port=8281)
    ((words, told),) = begun
    said = " ".join(words[1:])
    assert "--interface wsgi --factory --no-ws" in said
    assert "--host 127.0.0.1 --port 8281" in said
    assert "--workers 2 --blocking-threads 1" in said
    assert "--respawn-failed-workers" in words
    assert words[-1] == "porchlight.project.wsgi:application"
    assert told["DJANGO_SETTINGS_MODULE"] == "porchlight.project.settings.youth"
    assert (told["PORCHLIGHT_DB"], told["FROM_OUTSIDE"]) == ("here", "kept")
    assert [part.name for part in running.parts] == ["The youth house"]


def test_the_sealer_keeps_on_and_what_was_started_is_alive(begun):
    running = Running({}, Database())
    running.sealer()
    assert begun[0][0][1:] == ["-m", "porchlight.project.command", "audit", "seal", "--keep-on"]
    assert [part.name for part in running.parts] == ["The database", "The sealer"]
    assert running.all_alive()


def test_all_are_asked_to_stop_before_anybody_is_waited_for_the_last_one_first(running, monkeypatch):
    order = []

    def child(name: str, *, ended: bool = False):
        return SimpleNamespace(
            poll=lambda: 0 if ended else None,
            send_signal=lambda sent: order.append((name, sent.name)),
            wait=lambda timeout=None: order.append((name, timeout)),
            pid=name,
        )

    monkeypatch.setattr(module, "_end_group", lambda leader: order.append((leader, "group")))
    running.children |= {"oak": child("oak"), "elm": child("elm", ended=True), "ash": child("ash")}
    running.stop()
    asked = [("ash", "SIGTERM"), ("oak", "SIGTERM")]
    waited = [(name, what) for name in ("ash", "elm", "oak") for what in (10, "group")]
    assert order == asked + waited
    running.children.clear()
