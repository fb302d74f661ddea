"""The command line: an expected trouble is one sentence and its repair, and nobody's data is removed by mistake."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.project import command
from porchlight.project.commands import demo, init, nightly, serve
from porchlight.project.install import Place
from porchlight.project.place import Home
from porchlight.project.production import DemoKeys, closed_roles, mark_as_demo


class Rained(Trouble):
    """It rained."""

    code = "PL-TST-001"
    sentence = "It rained on the papers."
    repair = "Hang them up."


def test_an_expected_trouble_is_a_sentence_its_repair_and_its_code(monkeypatch, capsys):
    def rains(args):
        raise Rained

    monkeypatch.setattr(demo, "run", rains)
    assert command.main(["demo"]) == 1
    assert capsys.readouterr().err == "It rained on the papers.\nHang them up.  [PL-TST-001]\n"


@pytest.mark.parametrize(("ended", "told"), [(None, 0), (0, 0), (1, 1)])
def test_the_exit_code_is_the_verbs(monkeypatch, ended, told):
    monkeypatch.setattr(demo, "run", lambda args: ended)
    assert command.main(["demo"]) == told


def test_an_unknown_verb_is_told_which_there_are(capsys):
    with pytest.raises(SystemExit):
        command.main(["fly"])
    assert "demo" in capsys.readouterr().err


def asked(module, *words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    module.add(parser)
    return parser.parse_args(words)


@pytest.mark.parametrize(
    ("environment", "words", "ports"),
    [
        ({}, (), (8000, 8001)),
        ({"TEAM_PORT": "", "YOUTH_PORT": ""}, (), (8000, 8001)),
        ({"TEAM_PORT": "8280", "YOUTH_PORT": "8281"}, (), (8280, 8281)),
        ({"TEAM_PORT": "8280"}, ("--team-port", "8282", "--youth-port", "8283"), (8282, 8283)),
    ],
)
def test_the_houses_ports_come_from_the_line_then_from_the_environment(monkeypatch, environment, words, ports):
    for name in ("TEAM_PORT", "YOUTH_PORT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    args = asked(serve, *words)
    assert (args.team_port, args.youth_port) == ports


def test_the_administrators_link_leads_to_the_port_of_this_installation(monkeypatch):
    monkeypatch.setenv("TEAM_PORT", "8280")
    assert asked(init).address == "http://localhost:8280"
    assert asked(init, "--address", "https://team.example").address == "https://team.example"


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("abc", "Ready. For Ada, once and within 30 minutes:\n  https://team.example/i/abc\n"),
        (None, "Ready. There is an administrator already; they invite everybody else.\n"),
    ],
)
def test_there_is_one_link_for_the_first_administrator_and_none_afterwards(monkeypatch, capsys, tmp_path, link, said):
    monkeypatch.setenv("DATABASE_URL", "host=db.example")
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setattr(init, "make_ready", lambda here: None)
    monkeypatch.setattr(init, "administrator_link", lambda *, name, email: link)
    assert init.run(asked(init, "--name", "Ada", "--address", "https://team.example")) == 0
    assert capsys.readouterr().out == said


def test_a_demo_in_somebodys_own_database_is_never_forgotten(monkeypatch):
    monkeypatch.delenv("PORCHLIGHT_PRODUCTION", raising=False)
    monkeypatch.setenv("DATABASE_URL", "host=db.example")
    monkeypatch.setattr(demo, "erase", lambda *_, **__: pytest.fail("it was removed"))
    with pytest.raises(demo.NotOurs):
        demo.run(asked(demo, "--reset"))


@pytest.mark.parametrize("given", [True, False])
def test_forgetting_the_demo_takes_its_keys_along_and_looks_where_the_data_was_put(monkeypatch, tmp_path, given):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    if given:
        monkeypatch.setenv("DATA_DIR", str(tmp_path / "mine"))
    else:
        monkeypatch.delenv("DATA_DIR", raising=False)
    looked = []

    def erase(folder: Path, *, data_dir_given: bool) -> Path:
        looked.append((folder, data_dir_given))
        return tmp_path / "elsewhere"

    Keys(tmp_path / "elsewhere" / "keys").make()
    (tmp_path / "elsewhere" / "note.txt").write_text("mine")
    monkeypatch.setattr(demo, "erase", erase)
    demo._forget()
    demo._forget()
    assert looked == [(tmp_path / ("mine" if given else "var/demo"), given)] * 2
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["note.txt"]


def test_the_nightly_run_looks_at_the_clock_every_minute(monkeypatch):
    looks, naps = [], []

    class Stopped(BaseException):
        """It was asked to stop."""

    def nap(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 2:
            raise Stopped

    monkeypatch.setattr(nightly.settings_for, "use", looks.append)
    monkeypatch.setattr(nightly.signal, "signal", lambda *_: None)
    monkeypatch.setattr(nightly, "_look", lambda ran_at: looks.append(ran_at) or "just now")
    monkeypatch.setattr(nightly.time, "sleep", nap)
    with pytest.raises(Stopped):
        nightly._work(keep_on=True)
    assert looks == ["work", None, "just now"]
    assert naps == [60.0, 60.0]


class Houses:
    """What `serve` starts and stops, written down instead of done."""

    def __init__(self, *, answer: bool) -> None:
        self.answer = answer
        self.done: list[object] = []
        self.environment: dict[str, str] = {}

    def begin(self, environment: dict[str, str], database: object) -> Houses:
        self.environment = environment
        return self

    def house(self, name: str, *, host: str, port: int) -> None:
        self.done.append((name, host, port))

    def wait_until_answering(self, *addresses: str) -> bool:
        self.done.append(addresses)
        return self.answer

    def wait(self) -> None:
        self.done.append("wait")
        raise KeyboardInterrupt

    def __getattr__(self, name: str) -> object:
        return lambda: self.done.append(name)


@pytest.fixture
def here(monkeypatch, tmp_path) -> Home:
    monkeypatch.delenv("PORCHLIGHT_PRODUCTION", raising=False)
    monkeypatch.setattr(serve, "make_ready", lambda here: None)
    keys = Keys(tmp_path / "keys")
    keys.make()
    return Home(tmp_path, keys, Place("host=db.example"), ("The data is kept elsewhere.",))


def stay(monkeypatch, here: Home, houses: Houses) -> int:
    monkeypatch.setattr(serve, "Running", houses.begin)
    return serve._stay(here, 8280, 8281, before=lambda _: {"MORE": "yes"})


STARTED = [
    ("team", "127.0.0.1", 8280),
    ("youth", "127.0.0.1", 8281),
    "sealer",
    "nightly",
    ("http://127.0.0.1:8280", "http://127.0.0.1:8281"),
]


def test_everything_is_started_said_kept_alive_and_stopped_at_the_end(monkeypatch, here, capsys):
    houses = Houses(answer=True)
    with pytest.raises(KeyboardInterrupt):
        stay(monkeypatch, here, houses)
    assert houses.done == [*STARTED, "wait", "stop"]
    assert houses.environment == here.environment() | {"MORE": "yes"}
    said = capsys.readouterr().out
    assert said.startswith("The data is kept elsewhere.\n")
    assert "Team house:  http://localhost:8280\nYouth house: http://127.0.0.1:8281\nCtrl-C stops everything." in said
    assert "Closed in production" not in said


def test_when_a_part_does_not_start_everything_is_stopped_and_the_exit_code_says_so(monkeypatch, here, capsys):
    houses = Houses(answer=False)
    assert stay(monkeypatch, here, houses) == 1
    assert houses.done == [*STARTED, "stop"]
    assert capsys.readouterr().out.endswith(
        "A part did not start, so everything is stopped. The lines above say why.\n"
    )


def test_production_says_what_stays_closed_and_never_starts_with_keys_of_the_demo(monkeypatch, here, capsys):
    monkeypatch.setenv("PORCHLIGHT_PRODUCTION", "yes")
    houses = Houses(answer=False)
    stay(monkeypatch, here, houses)
    assert f"{closed_roles()}\n" in capsys.readouterr().out
    mark_as_demo(here.keys)
    houses = Houses(answer=True)
    with pytest.raises(DemoKeys):
        stay(monkeypatch, here, houses)
    assert houses.done == []
