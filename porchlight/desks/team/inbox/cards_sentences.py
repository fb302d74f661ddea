"""Sentences that young people let the court's side read, on its first page."""

from __future__ import annotations

from porchlight.desks.team.shell.slots import Filled, first_page_part
from porchlight.policy.api import Holding, Visit
from porchlight.progress import api as progress


@first_page_part(70, needs=Holding(tuple(sorted(progress.COURT_SIDE))))
def approved_sentences(visit: Visit) -> Filled | None:
    """Word for word as each young person approved it, and nothing beside it."""
    found = progress.sentences_for_me(by=visit)
    said = [(one.name, one.text(visit.language), one.made_at) for one in found]
    return Filled("part_sentences.html", {"sentences": said}) if found else None
