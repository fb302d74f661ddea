"""Courses of the county, and writing one or its next version."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.training import api as training
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.leadership.training import words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Visit, door

Written = tuple[CaseFree, Decimal, tuple[str, ...], CaseFree]


@door("training/courses", needs=training.KEEPERS, house="team")
def courses(request: HttpRequest, visit: Visit) -> Answer:
    """Every course of the county, in its newest version."""
    found = training.curricula(by=visit)
    return page(visit, "adoption/training_courses.html", here=PRACTICE, courses=found, hours=words.hours_words)


@door("training/courses/new", needs=training.KEEPERS, house="team")
def new(request: HttpRequest, visit: Visit) -> Answer:
    """A course that is not there yet."""
    return _write(visit, Form())


@door("training/courses/new", needs=training.KEEPERS, house="team", method="POST")
def write(request: HttpRequest, visit: Visit) -> Answer:
    """Keep its first version."""
    form = Form(request.POST)
    written = _read(form, visit)
    if written is None:
        return _write(visit, form)
    title, hours, serves, outline = written
    row = training.write_curriculum(title, hours=hours, serves=serves, outline=outline, by=visit)
    return Go(f"{words.COURSES}/{row}")


@door("training/courses/<uuid:row>/version", needs=training.KEEPERS, house="team")
def next_version(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The next version, beginning with what stands in this one."""
    return _write(visit, Form(), follows=_ours(visit, row))


@door("training/courses/<uuid:row>/version", needs=training.KEEPERS, house="team", method="POST")
def write_version(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Keep the next version; sessions that were held stay with theirs."""
    form = Form(request.POST)
    written = _read(form, visit)
    if written is None:
        return _write(visit, form, follows=_ours(visit, row))
    title, hours, serves, outline = written
    made = training.write_curriculum(title, hours=hours, serves=serves, outline=outline, by=visit, follows=row)
    return Go(f"{words.COURSES}/{made}")


def _ours(visit: Visit, row: UUID) -> training.WholeCurriculum:
    found = training.curriculum(row, by=visit)
    if found.sheet.agency != visit.agency:
        raise Refused
    return found


def _read(form: Form, visit: Visit) -> Written | None:
    title = plain(form, "title", by=visit, need=_("Please give the course a title."), most=SHORT, dated=True)
    hours = words.read_hours(form, need=_("Please pick how long it takes."))
    serves = form.choices("serves", words.set_names(visit.language))
    outline = plain(form, "outline", by=visit, most=DOCUMENT, dated=True)
    return None if form.errors or hours is None else (title, hours, serves, outline)


def _write(visit: Visit, form: Form, *, follows: training.WholeCurriculum | None = None) -> Answer:
    return page(
        visit,
        "adoption/training_course_new.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        follows=follows,
        hours=words.hours_options(),
        picked=words.picked_hours(follows.sheet.hours) if follows else "",
        sets=list(words.set_names(visit.language).items()),
        ticked=form.values("serves") if follows is None or not form.is_blank else list(follows.sheet.serves),
    )
