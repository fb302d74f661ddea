"""Week by week: what was told of leaving, and how much of each week is confirmed. To look at, not to judge by."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.team.caregiver.words_weeks import weeks_picture
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.social_worker.whole import SeeWhole
from porchlight.flows.looking_back import weeks_back
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Visit, door

READS_THE_DAYS = SeeWhole(Category.DAY_STATUS)


@door("y/<uuid:youth>/weeks", needs=READS_THE_DAYS, house="team")
def weeks_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """The last 26 weeks that are over, for who reads all days and all times away."""
    found = weeks_back(youth, by=visit)
    called = people.called(youth, by=visit)
    return page(visit, "weeks.html", youth=youth, called=called, found=found, chart=partial(weeks_picture, found))
