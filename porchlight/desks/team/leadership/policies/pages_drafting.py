"""Writing a protocol: the chair's draft, section by section, its partners, putting it forward, publishing it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.policies import api as policies
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.plain import DOCUMENT, plain
from porchlight.desks.team.leadership.policies.county import agency_names
from porchlight.desks.team.leadership.policies.pages_protocols import show_protocols
from porchlight.desks.team.leadership.policies.sheet import paper_of, sheet_of
from porchlight.desks.team.leadership.policies.words import not_yet_words, partner_words, section_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, InOffice, Office, Visit, door
from porchlight.teams import api as teams

CHAIRS = InOffice((Office.CHAIR,))


@door("protocols", needs=CHAIRS, house="team", method="POST")
def start(request: HttpRequest, visit: Visit) -> Answer:
    """Begin a protocol by its title."""
    form = Form(request.POST)
    title = plain(form, "title", by=visit, need=_("Please give it a title."), most=200, dated=True)
    if form.errors:
        return show_protocols(visit, form)
    return Go(f"/protocols/{policies.start_protocol(title, by=visit)}/draft")


@door("protocols/<uuid:row>/draft", needs=CHAIRS, house="team")
def draft(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """The draft: which sections are written, who fills each seat, what is still missing."""
    return _draft(visit, row, Form())


@door("protocols/<uuid:row>/draft/<slug:section>", needs=CHAIRS, house="team")
def section(request: HttpRequest, visit: Visit, row: UUID, section: str) -> Answer:
    """One section to write."""
    return _section(visit, row, section, Form())


@door("protocols/<uuid:row>/draft/<slug:section>", needs=CHAIRS, house="team", method="POST")
def write_section(request: HttpRequest, visit: Visit, row: UUID, section: str) -> Answer:
    """Keep it; when somebody wrote it meanwhile, show theirs beside what was typed."""
    form, newest = Form(request.POST), policies.draft(row, by=visit).texts.get(section)
    body = plain(form, "body", by=visit, most=DOCUMENT, dated=True)
    if form.value("after") != (str(newest.id) if newest else ""):
        form.wrong("body", _(policies.WrittenMeanwhile.sentence))
    if form.errors:
        return _section(visit, row, section, form)
    _known(section)
    policies.write_section(row, section=section, body=body, after=newest.id if newest else None, by=visit)
    return Go(f"/protocols/{row}/draft")


@door("protocols/<uuid:row>/partners", needs=CHAIRS, house="team", method="POST")
def partners(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Say which agency fills each seat; a seat that is left open is named as missing."""
    form, seats = Form(request.POST), dict[str, tuple[UUID, str] | None]()
    for partner, agencies in _may_fill(visit).items():
        found = form.uuid(partner, agencies)
        seats[partner] = (found, agencies[found]) if found else None
    policies.seat_partners(row, seats, by=visit)
    return Go(f"/protocols/{row}/draft")


@door("protocols/<uuid:row>/forward", needs=CHAIRS, house="team", method="POST")
def put_forward(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Put the draft forward for signing; from then on nobody changes that version."""
    form = Form(request.POST)
    try:
        policies.put_forward(row, by=visit)
    except (policies.SectionsMissing, policies.NothingNew) as why:
        form.wrong("forward", not_yet_words(why, visit))
        return _draft(visit, row, form)
    return Go(f"/protocols/{row}")


@door("protocols/<uuid:row>/publish", needs=CHAIRS, house="team", method="POST")
def publish(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """Let anybody read the newest version, with who signed it and who did not."""
    found = policies.protocol(row, by=visit)
    if found is None or found.version is None:
        raise Refused
    sheet = sheet_of(found, visit, agency_names(visit))
    signed = "\n".join(f"- **{partner}:** {agency}. {said}" for partner, agency, said in sheet.lines)
    parts = [*sheet.sections, (_("Partners"), signed), sheet.rests_on]
    body = "\n\n".join(f"# {name}\n\n{text}" for name, text in parts)
    values = {"number": sheet.version.number, "mark": sheet.version.fingerprint}
    standing = _("Version %(number)s, fingerprint %(mark)s") % values
    publishing.publish(
        "protocol", subject=row, title=CaseFree(sheet.title), language=visit.language, body=CaseFree(body),
        standing=CaseFree(standing), file=paper_of(sheet, visit), by=visit,
    )  # fmt: skip
    return Go("/published")


def _may_fill(visit: Visit) -> dict[str, dict[UUID, str]]:
    """For each partner the agencies of the county that may fill the seat."""
    agencies = teams.agencies_of_county(by=visit)
    return {
        partner.key: {one.id: one.name for one in agencies if policies.may_fill(partner, kind=one.kind)}
        for partner in policies.shipped().partners
    }


def _known(section: str) -> policies.ProtocolSection:
    found = next((one for one in policies.shipped().sections if one.key == section), None)
    if found is None:
        raise Refused
    return found


def _section(visit: Visit, row: UUID, section: str, form: Form) -> Answer:
    newest = policies.draft(row, by=visit).texts.get(section)
    meanwhile = bool(newest and form.error("body") == _(policies.WrittenMeanwhile.sentence))
    return page(
        visit,
        "adoption/protocol_section.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=Form({"body": newest.body}) if form.is_blank and newest else form,
        protocol=_protocol(visit, row),
        section=_known(section),
        said=partial(policies.said, _known(section), language=visit.language),
        after=newest.id if newest else "",
        theirs=newest.body if newest and meanwhile else "",
    )


def _draft(visit: Visit, row: UUID, form: Form) -> Answer:
    sheet, found = _protocol(visit, row), policies.draft(row, by=visit)
    known, may = policies.shipped().partners, _may_fill(visit)
    missing, not_in_it = _("Nobody yet: the seat is missing"), _("Not part of it")
    options = {
        one.key: [("", missing if one.required else not_in_it), *((str(a), name) for a, name in may[one.key].items())]
        for one in known
    }
    return page(
        visit,
        "adoption/protocol_draft.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        one=sheet,
        draft=found,
        sections=policies.shipped().sections,
        names=section_words(visit) | partner_words(visit),
        partners=known,
        options=options,
        rests_on=definition.version_in_force(by=visit),
    )


def _protocol(visit: Visit, row: UUID) -> policies.ProtocolSheet:
    found = policies.protocol(row, by=visit)
    if found is None:
        raise Refused
    return found
