"""Which county this deployment serves: its hotline, its crisis lines, its values."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.directory import api as directory
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Holding, Visit, door

ADMINISTRATOR = Holding(("ADM",))


@door("setup/county", needs=ADMINISTRATOR, house="team")
def county(request: HttpRequest, visit: Visit) -> Answer:
    """The county as it stands, and the choice."""
    return _page(visit, Form())


@door("setup/county", needs=ADMINISTRATOR, house="team", method="POST")
def choose_county(request: HttpRequest, visit: Visit) -> Answer:
    """Serve this county from now on."""
    form = Form(request.POST)
    key = form.choice("county", [offer.key for offer in _offers()], need="Pick a county.")
    if form.errors:
        return _page(visit, form)
    directory.choose_county(key, by=visit)
    return Go("/setup/county")


@door("setup/sample-services", needs=ADMINISTRATOR, house="team", method="POST")
def fill_with_sample(request: HttpRequest, visit: Visit) -> Answer:
    """Invented services for trying things out. Not there outside the demo."""
    if not settings.DEMO:
        raise Refused
    directory.add_sample(by=visit)
    return Go("/services")


def _page(visit: Visit, form: Form) -> Answer:
    served = directory.the_county(by=visit)
    chosen = directory.county_chosen(by=visit)
    lines = [line.name.en for line in directory.crisis_lines(by=visit)]
    options = [("", "Pick a county"), *((offer.key, _label(offer)) for offer in _offers())]
    return page(
        visit,
        "county.html",
        here="/setup/",
        status=422 if form.errors else 200,
        form=form,
        served=served,
        chosen=chosen,
        lines=lines,
        options=options,
        demo=settings.DEMO,
    )


def _offers() -> list[directory.CountyOffer]:
    """Real counties; invented ones only in the demo."""
    return [offer for offer in directory.county_offers() if settings.DEMO or not offer.invented]


def _label(offer: directory.CountyOffer) -> str:
    if offer.invented:
        return f"{offer.name} (invented)"
    return f"{offer.name}, with its own values" if offer.own_file else offer.name
