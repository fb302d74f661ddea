"""Reading the form of a policy."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pdf_field import PdfField
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.leadership.policies.county import owner_of
from porchlight.desks.team.leadership.policies.words import ASKED, asked_words
from porchlight.policy.api import Visit


def read_draft(form: Form, visit: Visit, *, pdf: PdfField) -> policies.PolicyDraft | None:
    """What was typed, with the file kept; None when something needs another look, and then the file waits."""
    title = plain(form, "title", by=visit, need=_("Please give it a title."), most=200, dated=True)
    owner = owner_of(form, visit)
    review_on = form.day("review_on")
    survivors = plain(form, "survivors_gave", by=visit)
    served = plain(form, "served_gave", by=visit)
    body = plain(form, "body", by=visit, most=DOCUMENT, dated=True)
    pdf.look(form, visit)
    if form.errors or owner is None:
        return None
    return policies.PolicyDraft(
        title=title, serves=form.choices("serves", [row.key for row in policies.shipped().rows]),
        owner=owner.seat, owner_name=owner.name, review_on=review_on,
        survivors_asked=ASKED.get(form.value("survivors_asked")), survivors_gave=survivors,
        served_asked=ASKED.get(form.value("served_asked")), served_gave=served, body=body, file=pdf.keep(visit),
    )  # fmt: skip


def typed(version: policies.VersionSheet) -> dict[str, str]:
    """A version as its form would have been filled in; ticked rows are shown from the version itself."""
    return {
        "title": version.title,
        "owner": str(version.owner),
        "review_on": str(version.review_on or ""),
        "survivors_asked": asked_words(version.survivors_asked),
        "survivors_gave": version.survivors_gave,
        "served_asked": asked_words(version.served_asked),
        "served_gave": version.served_gave,
        "body": version.body,
    }
