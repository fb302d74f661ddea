"""Drafting: passage by passage, what we will not do, what words mean, the young people's text, starters."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import CaseFree
from porchlight.desks import going_back
from porchlight.desks.forms import MOST, SHORT, Form
from porchlight.desks.team.leadership.definition import showing, words
from porchlight.desks.team.leadership.definition.pages_definition import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door

DRAFTERS = InOffice((Office.CHAIR, Office.MEMBER))
NOT_HEADED = ("will_not",)


@door("definition/<uuid:version>/new/<slug:kind>", needs=DRAFTERS, house="team")
def new(request: HttpRequest, visit: Visit, version: UUID, kind: str) -> Answer:
    """Begin a passage of that kind."""
    return _passage(visit, version, _empty(kind), going_back.typed_before(request, visit))


@door("definition/<uuid:version>/new/<slug:kind>", needs=DRAFTERS, house="team", method="POST")
def add(request: HttpRequest, visit: Visit, version: UUID, kind: str) -> Answer:
    """Put it into the draft."""
    return _save(request, visit, version, _empty(kind))


@door("definition/<uuid:version>/write/<uuid:passage>", needs=DRAFTERS, house="team")
def passage(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """Write a passage anew."""
    return _passage(visit, version, _there(visit, version, passage), going_back.typed_before(request, visit))


@door("definition/<uuid:version>/write/<uuid:passage>", needs=DRAFTERS, house="team", method="POST")
def write(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """Save it, unless somebody else saved the same passage meanwhile: then both texts are shown."""
    return _save(request, visit, version, _there(visit, version, passage))


@door("definition/<uuid:version>/out/<uuid:passage>", needs=DRAFTERS, house="team", method="POST")
def take_out(request: HttpRequest, visit: Visit, version: UUID, passage: UUID) -> Answer:
    """Take a passage out of the draft."""
    definition.take_out(version, passage=passage, edition=_edition(Form(request.POST)), by=visit)
    return Go(f"/definition/{version}")


@door("definition/<uuid:version>/starters", needs=DRAFTERS, house="team")
def starters(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """What comes with the product: take over what you like, leave the rest."""
    showing.version_of(version, by=visit)
    rows, there = definition.starter_rows(), {one.words for one in definition.passages(version, by=visit)}
    said = [(one.kind, (key, *definition.in_language(one, visit.language))) for key, one in rows]
    groups = [(words.kinds()[kind], [row for of, row in said if of == kind]) for kind in ("will_not", "term")]
    taken = {key for key, one in rows if one.words in there}
    return page(visit, "adoption/starters.html", here=PRACTICE, version=version, groups=groups, taken=taken)


@door("definition/<uuid:version>/starters", needs=DRAFTERS, house="team", method="POST")
def take_over(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Put the picked ones into the draft."""
    keys = Form(request.POST).choices("starter", [key for key, _one in definition.starter_rows()])
    definition.take_over(version, keys=keys, by=visit)
    return Go(f"/definition/{version}")


@door("definition/<uuid:version>/writers", needs=DRAFTERS, house="team")
def writers(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Who wrote the text, its Spanish, the young people's text."""
    return _writers(visit, version, going_back.typed_before(request, visit))


@door("definition/<uuid:version>/writers", needs=DRAFTERS, house="team", method="POST")
def say_who_wrote(request: HttpRequest, visit: Visit, version: UUID) -> Answer:
    """Keep what changed."""
    form = Form(request.POST)
    typed = {kind: plain(form, kind, by=visit, most=SHORT) for kind in definition.TEXTS}
    if form.errors:
        return _writers(visit, version, form)
    said = definition.written_by(version, by=visit)
    for kind, name in typed.items():
        if name != said.get(kind, ""):
            definition.say_who_wrote(version, kind=kind, words=name, by=visit)
    return Go(f"/definition/{version}")


def _save(request: HttpRequest, visit: Visit, version: UUID, there: definition.PassageSheet) -> Answer:
    form = Form(request.POST)
    typed = _typed(form, visit, there)
    if form.errors:
        return _passage(visit, version, there, form)
    written = definition.Written(
        there.passage if there.edition else new_id(), _edition(form) if there.edition else 0, there.kind, *typed
    )
    try:
        definition.write_passage(version, written=written, by=visit)
    except definition.SomebodyElseWrote as other:
        form.wrong("words", _(other.said))
        return _passage(visit, version, other.theirs, form, theirs=other.theirs)
    return Go(f"/definition/{version}#part-{written.passage}")


def _typed(form: Form, visit: Visit, there: definition.PassageSheet) -> tuple[CaseFree, ...]:
    needs = words.need_words(there.kind)
    limits = {"heading": SHORT, "words": MOST, "heading_es": SHORT, "words_es": MOST}
    return tuple(
        plain(form, name, by=visit, need=needs.get(name, ""), most=most, dated=True) for name, most in limits.items()
    )


def _edition(form: Form) -> int:
    said = form.value("edition")
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def _empty(kind: str) -> definition.PassageSheet:
    if kind not in definition.KINDS:
        raise Refused
    return definition.PassageSheet(UUID(int=0), 0, kind, 0)


def _there(visit: Visit, version: UUID, passage: UUID) -> definition.PassageSheet:
    found = next((one for one in definition.passages(version, by=visit) if one.passage == passage), None)
    if found is None:
        raise Refused
    return found


def _passage(
    visit: Visit,
    version: UUID,
    there: definition.PassageSheet,
    form: Form,
    *,
    theirs: definition.PassageSheet | None = None,
) -> Answer:
    one = showing.version_of(version, by=visit)
    action = f"/definition/{version}/" + (f"write/{there.passage}" if there.edition else f"new/{there.kind}")
    return page(
        visit,
        "adoption/passage.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=one,
        there=there,
        theirs=theirs,
        action=action,
        is_headed=there.kind not in NOT_HEADED,
        kinds=words.kinds(),
        edition=there.edition if theirs or form.is_blank else form.value("edition", str(there.edition)),
    )


def _writers(visit: Visit, version: UUID, form: Form) -> Answer:
    showing.version_of(version, by=visit)
    status = 422 if form.errors else 200
    said = definition.written_by(version, by=visit)
    values = {"version": version, "texts": words.texts(), "said": said, "form": form}
    return page(visit, "adoption/definition_writers.html", here=PRACTICE, status=status, **values)
