"""Agencies' own wordings: writing one's own, and reading them side by side."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.definition.pages_definition import PRACTICE
from porchlight.desks.team.leadership.plain import plain
from porchlight.desks.team.shell.frame import page
from porchlight.policy.api import Answer, Go, InOffice, OfCounty, Office, Visit, door

WORDERS = InOffice((Office.LEAD, Office.SIGNATORY))
COLUMNS = 3  # texts beside each other


@door("definition/wordings", needs=OfCounty(), house="team")
def side_by_side(request: HttpRequest, visit: Visit) -> Answer:
    """Up to three agencies' texts beside each other; what differs from the first is marked, word by word.

    Texts that were written apart are shown without marks first, because nobody could read them: a tick puts them in.
    """
    found = {str(one.agency): one for one in definition.wordings(by=visit)}
    picked = [request.GET.get(f"text{number}", "") for number in range(1, COLUMNS + 1)]
    chosen = list(dict.fromkeys(one for one in picked if one in found)) or list(found)[:COLUMNS]
    texts = [found[one].words for one in chosen]
    marked = [definition.compared(texts[0], text) for text in texts]
    marks = request.GET.get("marks") == "yes" if "text1" in request.GET else all(map(definition.reads_on, marked))
    shown = marked if marks else [definition.compared(text, text) for text in texts]
    return page(
        visit,
        "adoption/wordings.html",
        here=PRACTICE,
        marks=marks,
        columns=[(found[one], pieces) for one, pieces in zip(chosen, shown, strict=True)],
        agencies=[(agency, one.agency_name) for agency, one in found.items()],
        chosen=[*chosen, *[""] * (COLUMNS - len(chosen))],
    )


@door("definition/wording", needs=WORDERS, house="team")
def wording(request: HttpRequest, visit: Visit) -> Answer:
    """How one's own agency puts it, and what it said before."""
    return _wording(visit, going_back.typed_before(request, visit), kept=request.GET.get("kept") == "yes")


@door("definition/wording", needs=WORDERS, house="team", method="POST")
def write_wording(request: HttpRequest, visit: Visit) -> Answer:
    """Keep it; everybody in the county reads the newest one."""
    form = Form(request.POST)
    words = plain(form, "words", by=visit, need=_("Please write how your agency puts it."), dated=True)
    if form.errors:
        return _wording(visit, form)
    definition.write_wording(words=words, by=visit)
    return Go("/definition/wording?kept=yes")


def _wording(visit: Visit, form: Form, *, kept: bool = False) -> Answer:
    found = definition.own_wordings(by=visit)
    return page(
        visit,
        "adoption/wording.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        kept=kept and bool(found),
        newest=found[0].words if found else "",
        earlier=found[1:],
    )
