"""What was agreed beforehand: made together in quiet times, never on the night of a return."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.absences import api as absences
from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.caregiver import words_home as words
from porchlight.desks.team.shell.frame import page
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, Visit, door

NEEDS = Change(Category.ABSENCE, Grain.SLICE)


@door("y/<uuid:youth>/agreed", needs=NEEDS, house="team")
def agreed_page(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """What holds, and a form for one more with both their yes."""
    return _agreed(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/agreed", needs=NEEDS, house="team", method="POST")
def agree(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Keep one agreement, or say which right its words touch."""
    form = Form(request.POST)
    said = _read(form)
    if not form.errors:
        try:
            absences.agree(youth, said=said, by=visit)
        except absences.TouchesRights as touched:
            form.wrong("what", words.blocked_sentence(touched.rights))
    return _agreed(visit, youth, form) if form.errors else Go(f"/y/{youth}/agreed")


@door("y/<uuid:youth>/agreed/end", needs=NEEDS, house="team", method="POST")
def end(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """End one: either side may, at any time."""
    known = [one.rule.id for one in absences.agreements(youth, by=visit)]
    rule = Form(request.POST).uuid("rule", known)
    if rule:
        absences.end_agreement(youth, rule=rule, by=visit)
    return Go(f"/y/{youth}/agreed")


def _agreed(visit: Visit, youth: UUID, form: Form) -> Answer:
    return page(
        visit,
        "home_agreed.html",
        status=422 if form.errors else 200,
        youth=youth,
        called=people.called(youth, by=visit),
        agreed=absences.agreements(youth, by=visit),
        sleeping=absences.is_sleeping(youth, by=visit),
        kinds=words.agreement_kinds(),
        lengths=_lengths(),
        rights=list(words.rights().values()),
        form=form,
    )


def _lengths() -> list[tuple[str, str]]:
    return [(str(hours), f"{hours} h") for hours in absences.hours_to_choose(absences.longest_agreement())]


def _read(form: Form) -> absences.Said:
    """What was typed, read in the order of the page: so stands what is said about it."""
    kind = form.choice("kind", absences.KINDS, need=_("Please pick what it is."))
    what = form.text("what", need=_("Please write what you agreed on."), most=SHORT)
    why = form.text("why", need=_("Please write how it fits with being away."), most=SHORT)
    hours = form.choice("hours", [value for value, _label in _lengths()], need=_("Please pick how long."))
    yeses = form.choices("yes", ("youth", "home", "help"))
    if not {"youth", "home"} <= set(yeses):
        form.wrong("yes", _(absences.NotAgreedByBoth.sentence))
    return absences.Said(
        kind=kind,
        what=what,
        why=why,
        hours=int(hours or 0),
        also_when_seeking_help="help" in yeses,
        they_said_yes="youth" in yeses,
        caregiver_said_yes="home" in yeses,
    )
