"""Leaves for a request: one statement, however many lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from django.db import connection

from porchlight.policy.api import Event


def record(events: Sequence[Event]) -> None:
    """Add the lines in the current transaction. If they can't be kept, nothing is served."""
    if events:
        lines = json.dumps([_line(event) for event in events])
        with connection.cursor() as cursor:
            cursor.execute("SELECT pl.audit_record(%s::jsonb)", [lines])


def _line(event: Event) -> dict[str, Any]:
    line: dict[str, Any] = {"verb": event.verb, "what": event.what, "route": event.route}
    if event.category:
        line |= {"category": event.category, "grain": event.grain}
    if event.youths:
        line["youths"] = [str(youth) for youth in event.youths]
    if event.why:
        line["why"] = event.why
    return line
