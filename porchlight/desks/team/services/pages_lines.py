"""The real lines: what public sources say, and what the county found when it called."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, QueryDict

from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.services.reading import past_day, read_opening, read_text
from porchlight.desks.team.services.showing import KNOWN, away_words, checked_words
from porchlight.desks.team.shell.frame import page
from porchlight.directory import api as directory
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Holding, SignedIn, Visit, door

KEEPS = Holding(directory.WRITERS)
HERE = "/services"


@door("lines", needs=SignedIn(), house="team")
def lines(request: HttpRequest, visit: Visit) -> Answer:
    """Every line with its number, and whether the county has confirmed it."""
    language = directory.spoken(visit.language)
    today, keeps = _today(), visit.role in directory.WRITERS
    found = [
        (
            sheet,
            away_words(sheet.service),
            KNOWN[sheet.service.away_ok],
            checked_words(sheet.service, language=language, today=today, keeps=keeps),
            "done" if directory.is_confirmed(sheet.service, on=today) else "unknown",
        )
        for sheet in directory.lines(by=visit)
    ]
    return page(visit, "lines.html", here=HERE, found=found, language=language, keeps=keeps)


@door("lines/<slug:line>", needs=KEEPS, house="team")
def line(request: HttpRequest, visit: Visit, line: str) -> Answer:
    """One line: what its sources say, and a form for what was found."""
    sheet = _sheet(visit, line)
    return _page(visit, sheet, Form(_typed(sheet)))


@door("lines/<slug:line>", needs=KEEPS, house="team", method="POST")
def confirm_line(request: HttpRequest, visit: Visit, line: str) -> Answer:
    """Keep what was found."""
    sheet, form = _sheet(visit, line), Form(request.POST)
    answers = form.choice("answers", ("yes", "no"), need="Say whether somebody answered.") != "no"
    phone = form.text("phone", need="Write the number that you called." if answers else "", most=SHORT)
    text, hours = read_text(form), read_opening(form)
    on = past_day(form, "on", today=_today()) or _today()
    if form.errors:
        return _page(visit, sheet, form)
    directory.confirm_line(sheet.line.key, phone=phone, text=text, hours=hours, on=on, answers=answers, by=visit)
    return Go("/lines")


def _page(visit: Visit, sheet: directory.LineSheet, form: Form) -> Answer:
    return page(
        visit,
        "line.html",
        here=HERE,
        status=422 if form.errors else 200,
        sheet=sheet,
        checked=checked_words(sheet.service, language="en", today=_today(), keeps=True),
        form=form,
        today=_today(),
    )


def _typed(sheet: directory.LineSheet) -> QueryDict:
    """What the form holds before anybody types: what is known now, and no answer about the call."""
    known = sheet.check or sheet.line
    filled = QueryDict(mutable=True)
    filled["phone"], filled["hours"] = known.phone, directory.write_hours(known.hours)
    if known.text:
        filled["text"] = known.text.number
        filled["send_en"], filled["send_es"] = known.text.send.en, known.text.send.es
    return filled


def _sheet(visit: Visit, key: str) -> directory.LineSheet:
    found = next((sheet for sheet in directory.lines(by=visit) if sheet.line.key == key), None)
    if found is None:
        raise Refused
    return found


def _today() -> date:
    return clock.county_time(clock.now()).date()
