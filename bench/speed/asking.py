"""How often something can be asked in a while: over HTTP of the product, over psycopg of the database.

A load is a small value that travels to the clients' processes; each client has one connection of its own and asks
one thing after the other about many young people in turn.
"""

from __future__ import annotations

import socket
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from itertools import count, cycle
from statistics import median
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import psycopg

from bench.speed.floor import by_hand, stand_on
from bench.speed.recording import CONTACT, Statement
from porchlight.policy.context import SET, Identity, sign

PROCESSES = 2  # of clients: as many as there are cores
WARM = 0.4  # seconds that every client may ask before it counts
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)

Ask = Callable[[], None]


@dataclass(frozen=True)
class Load(ABC):
    """Something to ask, about whom, and how to know a right answer."""

    youths: tuple[UUID, ...]

    @abstractmethod
    def client(self, number: int) -> AbstractContextManager[Ask]:
        """A connected client's one question, ready to be asked again and again."""


@dataclass(frozen=True)
class Statements(Load):
    """Recorded statements, filtered by hand (`key` None) or by policy as the signed seat."""

    dsn: str
    seat: UUID
    recorded: UUID
    statements: tuple[Statement, ...]
    key: bytes | None = None
    about_one: bool = False  # whether the request is about one young person, as the product says to the database
    way: str = ""  # in which way the filter is written by hand

    @contextmanager
    def client(self, number: int) -> Iterator[Ask]:
        with psycopg.connect(self.dsn, autocommit=True) as connection:
            if self.key is None:
                stand_on(connection, self.seat, self.way)
            turn = cycle(self.youths[number:] + self.youths[:number])

            def ask() -> None:
                youth = next(turn)
                with connection.transaction():
                    if self.key is not None:
                        connection.execute(SET, [self._context(connection), str(youth) if self.about_one else ""])
                    for sql, params in self.statements:
                        asked = by_hand(sql, self.way) if self.key is None else sql
                        done = connection.execute(asked, self._about(youth, sql, params))
                        if done.description:
                            done.fetchall()

            yield ask

    def _context(self, connection: psycopg.Connection[Any]) -> str:
        login, pid = connection.info.user, connection.info.backend_pid
        assert self.key is not None  # noqa: S101 - because only the policy's side signs
        return sign(Identity("seat", self.seat), login=login, pid=pid, issued=time.time(), key=self.key)

    def _about(self, youth: UUID, sql: str, params: Any) -> Any:
        """The same values about another young person; a new row gets a name of its own."""
        if isinstance(params, dict):
            return {name: youth if value == self.recorded else value for name, value in params.items()}
        values = [youth if value == self.recorded else value for value in params]
        return [uuid4(), *values[1:]] if sql.startswith("INSERT") else values


@dataclass(frozen=True)
class Pages(Load):
    """An address of the product, `{youth}` in its place; with `once`, a form that is sent there."""

    port: int
    cookie: str
    address: str
    once: str = ""

    @contextmanager
    def client(self, number: int) -> Iterator[Ask]:
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as wire:
            wire.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            requests = cycle(self._request(youth) for youth in self.youths[number:] + self.youths[:number])
            forms = (self._form(youth, number, turn) for turn, youth in zip(count(), cycle(self.youths), strict=False))
            expected = HTTPStatus.SEE_OTHER if self.once else HTTPStatus.OK
            yield lambda: exchange(wire, next(forms) if self.once else next(requests), expected)

    def _head(self, method: str, youth: UUID) -> str:
        address = self.address.format(youth=youth)
        return f"{method} {address} HTTP/1.1\r\nHost: localhost\r\nCookie: t={self.cookie}\r\n"

    def _request(self, youth: UUID) -> bytes:
        return f"{self._head('GET', youth)}\r\n".encode()

    def _form(self, youth: UUID, number: int, turn: int) -> bytes:
        """Never the same sending twice: the time differs."""
        at = LONG_AGO + timedelta(days=number, seconds=time.time_ns() // 1000 % 10**7 + turn)
        body = urlencode({"once": self.once, **CONTACT, "at": at.strftime("%Y-%m-%dT%H:%M:%S")})
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        return f"{self._head('POST', youth)}{kind}Content-Length: {len(body)}\r\n\r\n{body}".encode()


def exchange(wire: socket.socket, request: bytes, expected: int) -> None:
    """Send a request and read the whole answer. Raises `OSError` for any answer but the expected."""
    wire.sendall(request)
    got = bytearray()
    while (end := got.find(b"\r\n\r\n")) < 0:
        got += _more(wire)
    head = bytes(got[:end]).decode("latin-1").lower()
    if f" {expected}" not in head.partition("\r\n")[0]:
        raise OSError(head.partition("\r\n")[0])
    if "transfer-encoding: chunked" in head:
        while not got.endswith(b"0\r\n\r\n"):
            got += _more(wire)
        return
    length = int(head.partition("content-length:")[2].partition("\r\n")[0] or 0)
    while len(got) < end + 4 + length:
        got += _more(wire)


def _more(wire: socket.socket) -> bytes:
    got = wire.recv(65536)
    if not got:
        raise OSError("the house closed the connection")
    return got


def a_second(load: Load, *, clients: int, seconds: float, pool: Executor) -> float:
    """How often all clients together were answered in a second, after they were warm."""
    parts = min(PROCESSES, clients)
    shares = [clients // parts] * parts
    first = [sum(shares[:index]) for index in range(parts)]
    return sum(pool.map(_share, [load] * parts, first, shares, [seconds] * parts))


def _share(load: Load, first: int, clients: int, seconds: float) -> float:
    """One process's clients, each in a thread."""
    with ThreadPoolExecutor(clients) as threads:
        return sum(threads.map(lambda number: _client(load, number, seconds), range(first, first + clients)))


def _client(load: Load, number: int, seconds: float) -> float:
    spread = number * 7 % max(1, len(load.youths))
    with load.client(spread) as ask:
        _until(ask, time.perf_counter() + WARM)
        began = time.perf_counter()
        done = _until(ask, began + seconds)
        return done / (time.perf_counter() - began)


def _until(ask: Ask, end: float) -> int:
    done = 0
    while done == 0 or time.perf_counter() < end:
        ask()
        done += 1
    return done


def first_time(load: Load) -> float:
    """Seconds that the first question takes."""
    with load.client(0) as ask:
        began = time.perf_counter()
        ask()
        return time.perf_counter() - began


def middle_time(load: Load) -> float:
    """Seconds that a question takes once it is warm: the median of forty."""
    with load.client(0) as ask:
        for _ in range(20):
            ask()
        times = []
        for _ in range(40):
            began = time.perf_counter()
            ask()
            times.append(time.perf_counter() - began)
    return median(times)
