"""Whether process and database agree about the time."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.kernel import clock
from porchlight.project.doctor.finding import Finding, bad, good
from porchlight.project.doctor.tables import Ask

MOST = 2.0  # seconds; a signed context allows 5


def check_clock(ask: Ask) -> Iterator[Finding]:
    """The difference between the two clocks, in seconds."""
    before = clock.wall()
    (there,) = ask("SELECT clock_timestamp()")[0]
    skew = abs((there - before).total_seconds())
    if skew > MOST:
        yield bad("clock", f"database and program differ by {skew:.0f} s", mend="let both machines ask a time server")
    else:
        yield good("clock", "database and program agree")
