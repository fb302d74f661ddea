"""Both houses as they run for real, on any database of the test server; and somebody else's site to leave to."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from porchlight.project.running import Running

NEUTRAL = "<!doctype html><title>Weather</title><h1>Mild, light wind</h1>"


@dataclass
class Houses:
    """Where both houses and the neutral site are."""

    team: str
    youth: str
    neutral: str


class NeutralSite(BaseHTTPRequestHandler):
    """Somebody else's page about the weather."""

    def do_GET(self) -> None:
        body = NEUTRAL.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing."""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def serving(database: str) -> Iterator[Houses]:
    """Both houses on that database, with the keys of this run, until the end of the block."""
    site = ThreadingHTTPServer(("127.0.0.2", 0), NeutralSite)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    neutral = f"http://127.0.0.2:{site.server_port}/"
    keys = os.environ["PORCHLIGHT_KEYS"]
    running = Running({"PORCHLIGHT_KEYS": keys, "PORCHLIGHT_DB": database, "PORCHLIGHT_NEUTRAL_SITE": neutral})
    team, youth = free_port(), free_port()
    try:
        running.house("team", host="127.0.0.1", port=team)
        running.house("youth", host="127.0.0.1", port=youth)
        assert running.wait_until_answering(f"http://127.0.0.1:{team}", f"http://127.0.0.1:{youth}")
        yield Houses(f"http://localhost:{team}", f"http://127.0.0.1:{youth}", neutral)
    finally:
        running.stop()
        site.shutdown()
        site.server_close()
