"""How far we have come: the county's picture, one agency's page, what it says of itself, time, export, publishing."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from typing import Any
from uuid import UUID, uuid5

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _

from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.adoption.picture import api as picture
from porchlight.adoption.publishing import api as publishing
from porchlight.adoption.training import api as training
from porchlight.desks.forms import Form
from porchlight.desks.pictures.glasses import glass
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.picture.drawing import (
    as_text,
    dated,
    drawn,
    exported,
    figures,
    glass_of,
    summary,
)
from porchlight.desks.team.leadership.picture.words import (
    evidence_words,
    figure_words,
    level_names,
    level_words,
    stands_words,
    told,
)
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, Office, Paper, Visit, door

LEADERSHIP = InOffice((Office.CHAIR, Office.MEMBER, Office.LEAD, Office.MANAGER))
PUBLISHED = UUID("6f2d1f0a-7a52-4f8e-9a0e-2f2f6d8a1c55")  # names the one picture of each county


@door("picture", needs=LEADERSHIP, house="team")
def whole(request: HttpRequest, visit: Visit) -> Answer:
    """Every sign and every agency."""
    agencies = picture.picture(by=visit)
    return page(
        visit,
        "adoption/picture.html",
        here=PRACTICE,
        agencies=agencies,
        drawn=drawn(agencies),
        summary=summary(agencies),
        figures=figures(agencies),
        day=on_day(_today()),
        chairs=Office.CHAIR in visit.offices,
    )


@door("picture/time", needs=LEADERSHIP, house="team")
def over_time(request: HttpRequest, visit: Visit) -> Answer:
    """What happened on which day: ratifications, steps of policies, trainings."""
    held = training.sessions_held(by=visit)
    drawing = dated(picture.picture(by=visit), held, today=_today())
    return page(visit, "adoption/picture_time.html", here=PRACTICE, drawn=drawing, day=on_day(_today()))


@door("picture/sign/<str:indicator>", needs=LEADERSHIP, house="team")
def one_sign(request: HttpRequest, visit: Visit, indicator: str) -> Answer:
    """One sign, agency by agency in the order of their names."""
    agencies = picture.picture(by=visit)
    found = [(one, cell) for one in agencies for cell in one.cells if cell.indicator.key == indicator]
    if not found:
        raise Refused
    values: dict[str, Any] = {"sign": found[0][1].indicator, "found": found, "shown": _shown(), "day": on_day(_today())}
    return page(visit, "adoption/picture_sign.html", here=PRACTICE, **values)


@door("picture/say/<str:indicator>", needs=InOffice((Office.LEAD,)), house="team")
def say_page(request: HttpRequest, visit: Visit, indicator: str) -> Answer:
    """Say how far the own agency has come with one sign."""
    return _say(visit, indicator, Form())


@door("picture/say/<str:indicator>", needs=InOffice((Office.LEAD,)), house="team", method="POST")
def say(request: HttpRequest, visit: Visit, indicator: str) -> Answer:
    """Keep what the agency says."""
    form = Form(request.POST)
    level = form.choice("level", {str(number) for number in level_names()}, need=_("Please pick how far you are."))
    words = plain(form, "words", by=visit)
    if form.errors:
        return _say(visit, indicator, form)
    picture.say_level(indicator, level=int(level), words=words, by=visit)
    return Go(f"/picture/{visit.own_agency}")


@door("picture/<uuid:agency>", needs=LEADERSHIP, house="team")
def one_agency(request: HttpRequest, visit: Visit, agency: UUID) -> Answer:
    """One agency, sign by sign: what it says, what is on record, since when."""
    found = _agency(visit, agency)
    own = Office.LEAD in visit.offices and found.id == visit.own_agency
    return page(
        visit,
        "adoption/picture_agency.html",
        here=PRACTICE,
        agency=found,
        own=own,
        day=on_day(_today()),
        shown=_shown(),
        earlier=picture.said_so_far(agency, by=visit),
        indicators={one.key: one for one in picture.indicators()},
    )


@door("picture.csv", needs=LEADERSHIP, house="team")
def export(request: HttpRequest, visit: Visit) -> Answer:
    """The whole picture as a spreadsheet."""
    out = StringIO()
    csv.writer(out).writerows(_safe(row) for row in exported(picture.picture(by=visit), today=_today()))
    return Paper(out.getvalue().encode("utf-8-sig"), f"adoption-{_today()}.csv", kind="text/csv; charset=utf-8")


@door("picture/publish", needs=InOffice((Office.CHAIR,)), house="team", method="POST")
def publish(request: HttpRequest, visit: Visit) -> Answer:
    """Let anybody read how many agencies stand where, without a name: a copy in English and one in Spanish."""
    agencies, subject = picture.picture(by=visit), uuid5(PUBLISHED, visit.county or "")
    for language in ("en", "es"):
        with translation.override(language):
            title, standing = CaseFree(_("How far we have come")), _("As of %(day)s") % {"day": on_day(clock.now())}
            publishing.publish(
                "picture",
                subject=subject,
                title=title,
                standing=case_free(standing, by=visit, dated=True),
                language=language,
                body=case_free(as_text(agencies), by=visit, dated=True),
                by=visit,
            )
    return Go("/published")


def _shown() -> dict[str, Any]:
    """What the pages of one agency and of one sign draw a cell with."""
    return {
        "names": level_names(),
        "told": told,
        "level": level_words,
        "stands": stands_words(),
        "evidence": evidence_words,
        "figure": figure_words,
        "glass": lambda cell: glass(glass_of(cell)),
    }


def _safe(row: tuple[str, ...]) -> tuple[str, ...]:
    """Cells that a spreadsheet would take for a formula are text."""
    return tuple(f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t") else cell for cell in row)


def _agency(visit: Visit, agency: UUID) -> picture.AgencyPicture:
    found = next((one for one in picture.picture(by=visit) if one.id == agency), None)
    if found is None:
        raise Refused
    return found


def _say(visit: Visit, indicator: str, form: Form) -> Answer:
    found = _agency(visit, visit.own_agency)
    cell = next((one for one in found.cells if one.indicator.key == indicator), None)
    if cell is None:
        raise Refused
    return page(
        visit,
        "adoption/picture_say.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        cell=cell,
        agency=found,
        levels=[(str(one.number), told(one, "name"), told(one, "means")) for one in picture.levels()],
        evidence=evidence_words,
        told=told,
    )


def _today() -> date:
    return clock.county_time(clock.now()).date()
