"""My people: who stands beside me, with a number to call and a way to write."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.youth import talking
from porchlight.desks.youth.frame import HERE, ON_CALL_FOOTING, role_word, team_once
from porchlight.messaging import api as messaging
from porchlight.policy.api import Answer, Page, Visit, door


@door("n/5", needs=HERE, house="youth")
def my_people(request: HttpRequest, visit: Visit) -> Answer:
    """Everybody who is with me now; those on call only for a night are the number on top, not on this list."""
    beside = [one for one in team_once(visit) if one.footing != ON_CALL_FOOTING]
    writable = {one.seat for one in messaging.to_write_to(visit.actor, by=visit)}
    people = [(one, role_word(one.role), one.seat in writable) for one in beside]
    now = messaging.this_hour(visit.actor, by=visit)
    has_lawyer = any(one.role == "ATT" for one in beside)
    values = {"people": people, "has_lawyer": has_lawyer, "number": talking.number_words(now)}
    return Page("people.html", values)
