"""The bench's clients: one answer read whole before the next is asked, and a wrong answer never counted."""

from __future__ import annotations

import socket
from uuid import uuid4

import pytest

from bench.speed.asking import Pages, exchange
from bench.speed.fill import Sizes

YOUTH = uuid4()


def answered(*parts: bytes, expected: int = 200) -> bytes:
    """What is left on the wire after one exchange with a house that says these parts."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for part in parts:
            theirs.sendall(part)
        theirs.shutdown(socket.SHUT_WR)
        exchange(ours, b"GET / HTTP/1.1\r\n\r\n", expected)
        return ours.recv(100)


def test_a_body_is_read_to_its_length():
    assert answered(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n", b"abc") == b""
    assert answered(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\na", b"bc") == b""


def test_a_body_in_pieces_is_read_to_its_end():
    head = b"HTTP/1.1 303 See Other\r\ntransfer-encoding: chunked\r\n\r\n"
    assert answered(head, b"0\r\n\r\n", expected=303) == b""


@pytest.mark.parametrize("status", [b"303 See Other", b"404 Not Found", b"500 Internal Server Error"])
def test_any_other_answer_ends_the_bench(status):
    with pytest.raises(OSError, match=status[:3].decode()):
        answered(b"HTTP/1.1 " + status + b"\r\nContent-Length: 0\r\n\r\n")


def test_a_house_that_hangs_up_ends_the_bench():
    with pytest.raises(OSError, match="closed"):
        answered(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na")


def test_no_form_is_sent_twice_the_same():
    house = Pages((YOUTH,), 0, "cookie", "/y/{youth}/contact", "once")
    first, second = house._form(YOUTH, 0, 0), house._form(YOUTH, 0, 1)
    assert first != second
    assert f"POST /y/{YOUTH}/contact HTTP/1.1".encode() in first
    head, _, body = first.partition(b"\r\n\r\n")
    assert f"Content-Length: {len(body)}".encode() in head


def test_a_smaller_county_keeps_its_proportions():
    small = Sizes().parted(20)
    assert (small.youths, small.workers, small.episodes, small.contacts) == (1000, 10, 10_000, 20_000)
    assert small.beside == 300
    assert Sizes().parted(100).beside == 200
