"""Kill the database and the web processes under a load of writes, and see that nothing acknowledged is lost or doubled.

    python -m bench.soak                 50 kills
    python -m bench.soak --kills 5       the short form, which the tests run too
    python -m bench.soak --seed 8        other moments and other victims

An embedded PostgreSQL and both houses are served as `porchlight serve` does, in a folder that is removed afterwards;
the people in it are invented. Four clients fill in real forms; each sends the very same form again until it is
answered, and on every fourth hangs up once before the answer. Meanwhile, at a moment drawn by the seed, one process
gets SIGKILL: the postmaster or one of its backends in turn, a web worker, or the parent of a house. Porchlight
revives it, as in use. The exit code is 1 when an acknowledged write is not there, one is there twice, a write lacks
its audit or ledger lines, the audit does not verify, or a part does not come back. A killed process is not a power
cut: what the disk was told stays told.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event, Thread
from typing import Any

from bench.soak_kills import HOUSES, victims, workers
from bench.soak_verdict import faults
from bench.soak_writers import GIVES_UP, TIMEOUT, Writer, writers
from porchlight.kernel.secrets import Keys
from porchlight.project.install import Place
from porchlight.project.place import Home
from porchlight.project.postgres import Server
from porchlight.project.running import WORKERS, Running, is_healthy

KILLS, SEED = 50, 7
CALM = (0.2, 2.0)  # seconds between everything answering and the next kill
HASTY = 0.2  # share of kills after which the next one does not wait for the recovery
COMES_BACK = 60.0  # seconds in which everything must answer again
LAST_LINES = 40  # of what the parts said, shown when something went wrong

Say = Callable[[str], None]


@dataclass
class Soak:
    """One run: the houses, their writers, and what went wrong so far."""

    running: Running
    server: Server
    ports: dict[str, int]
    clients: list[Writer]
    say: Say
    faults: list[str] = field(default_factory=list)

    def kill(self, number: int, choose: random.Random, among: Iterator[Any]) -> None:
        """Wait for a moment, kill one, and mostly wait until everything answers again."""
        self._tend(choose.uniform(*CALM))
        victim = next(among)
        while victim is None or not victim.kill():
            self._tend(0.1)
            victim = next(among)
        hasty = choose.random() < HASTY
        took = self._tend(0.3) if hasty else self._recover()
        ending = "the next one does not wait" if hasty else f"all answering again after {took:.1f} s"
        answered = sum(sum(client.sent.values()) for client in self.clients)
        self.say(f"kill {number:2}: {victim.what} ({victim.pid}); {ending}; {answered} writes acknowledged")

    def settle(self) -> None:
        """Everything answers, and each house has all its workers."""
        self._recover()
        if not all(len(workers(self.running, house)) == int(WORKERS) for house in HOUSES):
            self.faults.append("a worker that was killed did not come back")

    def _recover(self) -> float:
        began = time.monotonic()
        self._tend(0.1)
        while not self._well():
            if time.monotonic() - began > COMES_BACK:
                self.faults.append(f"not everything answered within {COMES_BACK:.0f} seconds")
                break
            self._tend(0.1)
        return time.monotonic() - began

    def _well(self) -> bool:
        addresses = [f"http://127.0.0.1:{port}" for port in self.ports.values()]
        whole = all(len(workers(self.running, house)) == int(WORKERS) for house in HOUSES)
        return whole and self.running.all_alive() and all(is_healthy(address) for address in addresses)

    def _tend(self, seconds: float) -> float:
        """Let time pass as `porchlight serve` does."""
        until = time.monotonic() + seconds
        self.running.tend()
        while (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 0.2))
            self.running.tend()
        return seconds


def soak(*, kills: int = KILLS, seed: int = SEED, say: Say) -> list[str]:
    """Run it. Returns a sentence for everything that went wrong; none when all is well."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="porchlight-soak-")))
        folder.chmod(0o711)  # because root's database runs as somebody else
        stack.enter_context(_errors_to(folder / "errors"))
        server = stack.enter_context(Server(folder / "data"))
        keys = Keys(folder / "keys")
        keys.make()
        admin = server.dsn("postgres", user=server.admin_user, password=server.admin_password)
        here = Home(folder, keys, Place(admin), server=server)
        _apart(here, "bench.soak_people", "ready", said=admin)
        who = json.loads(_apart(here, "bench.soak_people", "fill"))
        running = Running(here.environment(), server, lambda sentence: say(f"         {sentence}"))
        stack.callback(running.stop)
        ports = {house: _serve(running, house) for house in HOUSES}
        running.sealer()
        clients = writers(who["actors"], who["cookies"], team_port=ports["team"], youth_port=ports["youth"])
        run = Soak(running, server, ports, clients, say)
        run.settle()
        with _writing(clients):
            choose = random.Random(seed)  # noqa: S311 - because it draws victims, not secrets
            among = victims(choose, server=server, running=running)
            for number in range(1, kills + 1):
                run.kill(number, choose, among)
                if run.faults:
                    break
            run.settle()
        found = json.loads(_apart(here, "bench.soak_people", "count", said=json.dumps(who["actors"])))
        verified = _verified(here)
        said = [*run.faults, *faults(clients, found), *([] if verified else ["the audit does not verify"])]
        _sum_up(clients, found, say)
        if said:
            say("".join((folder / "errors").read_text(errors="replace").splitlines(keepends=True)[-LAST_LINES:]))
    return said


def _serve(running: Running, house: str) -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = int(found.getsockname()[1])
    running.house(house, host="127.0.0.1", port=port)
    return port


@contextmanager
def _writing(clients: list[Writer]) -> Iterator[None]:
    """Every client writes in a thread of its own until the end of the block, and ends the form it is at."""
    stop = Event()
    threads = [Thread(target=client.run, args=(stop,), daemon=True) for client in clients]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
    for thread in threads:
        thread.join(GIVES_UP + 2 * TIMEOUT)


@contextmanager
def _errors_to(path: Path) -> Iterator[None]:
    """What the parts say of their troubles goes into a file: there is much of it, and all of it is meant."""
    kept = os.dup(2)
    with path.open("wb") as file:
        os.dup2(file.fileno(), 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)


def _apart(here: Home, module: str, word: str, *, said: str = "") -> str:
    """What a module says when it is called with that word, in a process of its own."""
    words = [sys.executable, "-m", module, word]
    environment = os.environ | here.environment()
    return subprocess.run(words, env=environment, input=said, check=True, stdout=subprocess.PIPE, text=True).stdout


def _verified(here: Home) -> bool:
    words = [sys.executable, "-m", "porchlight.project.command", "audit"]
    environment = os.environ | here.environment()
    return all(
        subprocess.run([*words, what], env=environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for what in ("seal", "verify")
    )


def _sum_up(clients: list[Writer], found: dict[str, Any], say: Say) -> None:
    for client in clients:
        answered = sum(client.sent.values())
        there = len(found["marks"][client.kind])
        sent = f"{len(client.sent):5} sent, {answered:5} acknowledged, {there:5} there"
        say(f"{client.kind:8}{sent}; {client.tries} requests")


def main() -> int:
    """Run it by the words of the command line; 1 when anything went wrong."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak", description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=SEED)
    args = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    began = time.monotonic()
    try:
        said = soak(kills=args.kills, seed=args.seed, say=_say)
    except KeyboardInterrupt:
        _say("Stopped before the end: nothing is proved.")
        return 1
    for sentence in said:
        _say(sentence)
    verdict = (
        f"{len(said)} things went wrong" if said else "nothing lost, nothing doubled, nothing half; audit verified"
    )
    _say(f"{args.kills} kills in {time.monotonic() - began:.0f} s, seed {args.seed}: {verdict}.")
    return 1 if said else 0


def _say(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
