"""What is due, for those who can do something about it: by name at the own agency, as counts for the county."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.adoption.training import api as training
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.paging import part
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.frame import page
from porchlight.desks.team.shell.roles import role_words
from porchlight.policy.api import Answer, InOffice, Office, Visit, door, the_county
from porchlight.teams import api as teams

MOST_PEOPLE = 50  # on one page


@door("training/gaps", needs=training.CLOSERS, house="team")
def gaps(request: HttpRequest, visit: Visit) -> Answer:
    """Who at the own agency needs which training, the ones without anything due left out."""
    found = training.gaps(by=visit)
    due = [(one, [n for n in one.needed if n.standing is not training.Standing.FINE]) for one in found]
    after = request.GET.get("after", "")
    return page(
        visit,
        "adoption/training_gaps.html",
        here=PRACTICE,
        people=len(found),
        due=part(due, key=lambda row: row[0].seat, counts=lambda row: bool(row[1]), after=after, most=MOST_PEOPLE),
        roles=role_words(),
        kinds=words.KINDS,
        rules=list(the_county().training_rules.values()),
        source=words.source_words,
    )


@door("training/reach", needs=InOffice((Office.CHAIR,)), house="team")
def reach(request: HttpRequest, visit: Visit) -> Answer:
    """How far training reaches at each agency, by the name of the agency; nobody's name and no order of merit."""
    counted = {one.agency: one for one in training.training_reach(by=visit)}
    found = [(agency.name, one) for agency in teams.agencies_of_county(by=visit) if (one := counted.get(agency.id))]
    lines = [(name, one.people, one.in_date) for name, one in found if one.people is not None]
    few = [name for name, one in found if one.people is None]
    return page(visit, "adoption/training_reach.html", here=PRACTICE, lines=lines, few=few)
