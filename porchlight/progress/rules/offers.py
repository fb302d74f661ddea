"""Everything that a person may choose to send, in one form: facts, then a pattern, then what lasts."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.progress.rules.lasting import Sustained
from porchlight.progress.rules.pattern import Pattern
from porchlight.progress.rules.recognise import Recognition
from porchlight.progress.rules.weekly import Candidate

PATTERN, SUSTAINED = "pattern", "sustained"


def offers(found: Recognition) -> tuple[Candidate, ...]:
    """What may be said after this look. The numbers of a pattern are its two counts; what lasts names its parts."""
    return (*found.facts, *_higher(found.pattern, found.sustained))


def _higher(pattern: Pattern | None, sustained: Sustained | None) -> Iterator[Candidate]:
    if pattern is not None:
        counts = {"now": int(pattern.now.count), "before": int(pattern.before.count)}
        yield Candidate(PATTERN, pattern.before.since, pattern.now.until, counts, pattern.rests_on)
    if sustained is not None:
        parts = {name: 1 for name, _chance in sustained.dimensions}
        yield Candidate(SUSTAINED, sustained.reference.since, sustained.now.until, parts, sustained.rests_on)
