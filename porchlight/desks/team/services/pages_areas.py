"""The parts of the county that a young person picks from."""

from __future__ import annotations

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.team.services.reading import read_words
from porchlight.desks.team.shell.frame import page
from porchlight.directory import api as directory
from porchlight.policy.api import Answer, Go, Holding, Visit, door

KEEPS = Holding(directory.WRITERS)


@door("services/areas", needs=KEEPS, house="team")
def areas(request: HttpRequest, visit: Visit) -> Answer:
    """Each part with its two names, and room for one more."""
    return _page(visit, Form())


@door("services/areas", needs=KEEPS, house="team", method="POST")
def name_area(request: HttpRequest, visit: Visit) -> Answer:
    """Add a part, or write a name anew."""
    form = Form(request.POST)
    name = read_words(form, "name", need=("Write its name in English.", "Write its name in Spanish."))
    area = form.uuid("area", [area.id for area in directory.areas(by=visit)])
    if form.errors:
        return _page(visit, form)
    try:
        if area:
            directory.rename_area(area, name=name, by=visit)
        else:
            directory.add_area(name, by=visit)
    except directory.AreaKnownAlready as trouble:
        form.wrong("name_en", trouble.said)
        return _page(visit, form)
    return Go("/services/areas")


def _page(visit: Visit, form: Form) -> Answer:
    found = directory.areas(by=visit)
    status = 422 if form.errors else 200
    options = [(str(area.id), area.name.en) for area in found]
    return page(visit, "areas.html", here="/services", status=status, areas=found, options=options, form=form)
