"""What messages are called on staff pages, and what stands beside them."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from porchlight.messaging import api as messaging
from porchlight.people import api as people
from porchlight.policy.api import Visit


def topic(thread: messaging.ThreadSheet) -> str:
    """What a thread is about."""
    return {
        "come_back": _("Wants to come back"),
        "change": _("Wants something to change"),
        "talk": _("Wrote to the people on call"),
        "backup": _("A caregiver needs backup"),
    }.get(thread.topic, _("Messages"))


def names(youths: set[UUID], visit: Visit) -> dict[UUID, str]:
    """What to call these young people here; one whose name is not open to this hat is called that way too."""
    return {sheet.youth: sheet.name for sheet in people.names_of(youths, by=visit)} if youths else {}


def unnamed() -> str:
    """For a young person who wrote to somebody who may not see their record."""
    return _("A young person who writes with you")


def pass_on(role: str) -> str:
    """One line on each thread: what this hat must pass on, as the young person reads it too."""
    if messaging.must_pass_on(role):
        return _(
            "What you must pass on: where they are, if you learn it, and that they or someone else could get hurt. "
            "They were told so before they wrote."
        )
    return _(
        "What you must pass on: only that they or someone else could get hurt now, and what the law makes you report. "
        "Where they are stays with you."
    )
