"""A good word: what may truly be said now, previewed as the young person will read it, sent by a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.shell.frame import page
from porchlight.flows.recognising import Sayable, sayable, send_what_is_true
from porchlight.people import api as people
from porchlight.policy.api import Answer, Category, Change, Go, Grain, See, Visit, door
from porchlight.progress import api as progress

MAY_SEND = Change(Category.RECOGNITION)
NAME = See(Category.IDENTITY, Grain.SLICE)
LANGUAGE = See(Category.IDENTITY)
OWN_NAMES = {"en": "English", "es": "Español"}
LAST_SENT = 5


@door("y/<uuid:youth>/good-word", needs=MAY_SEND, house="team")
def good_word(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """What may be said now, why the rest may not, and room for own words."""
    return _page(visit, youth, going_back.typed_before(request, visit))


@door("y/<uuid:youth>/good-word", needs=MAY_SEND, house="team", method="POST")
def look_first(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Show exactly what the young person will read, before anything is sent."""
    form, found = Form(request.POST), sayable(youth, by=visit)
    fact, words = _read(form, found)
    if form.errors:
        return _page(visit, youth, form, found)
    chosen = next((one for one in found.found.facts if one.fact == fact), None)
    values: dict[str, Any] = {"youth": youth, "fact": fact, "words": words, "readings": _readings(visit, youth, chosen)}
    return page(visit, "good_word_look.html", signed=visit.name, **values)


@door("y/<uuid:youth>/good-word/send", needs=MAY_SEND, house="team", method="POST")
def send(request: HttpRequest, visit: Visit, youth: UUID) -> Answer:
    """Send it; or go back to change it. A fact is worked out once more, and only sent if it still holds."""
    form = Form(request.POST)
    if form.choice("do", ("send", "change")) != "send":
        return _page(visit, youth, form)
    fact, words = form.choice("fact", progress.FACTS), form.text("words")
    try:
        if fact:
            send_what_is_true(youth, fact=fact, words=words, by=visit)
        else:
            progress.send_kind_word(youth, words=words, by=visit)
    except (progress.NotSayable, progress.NoWords) as trouble:
        form.wrong("words", _(trouble.said))
        return _page(visit, youth, form)
    return Go(f"/y/{youth}/good-word")


def _read(form: Form, found: Sayable) -> tuple[str, str]:
    fact = form.choice("fact", [one.fact for one in found.found.facts])
    words = form.text("words", need="" if fact else _("Please write a few words, or pick something from the record."))
    return fact, words


def _page(visit: Visit, youth: UUID, form: Form, found: Sayable | None = None) -> Answer:
    found = found or sayable(youth, by=visit)
    language = visit.language
    name = people.called(youth, by=visit).name if NAME.answered(visit, youth) else ""
    sent = progress.received(youth, wanted=progress.Wishes(youth), by=visit)
    values: dict[str, Any] = {
        "youth": youth,
        "name": name or _("a young person"),
        "facts": found.found.facts,
        "say": lambda one: progress.phrase(one.fact, slots=one.slots, language=language, numbers=True),
        "why": lambda one: progress.MAY_SAY[one.fact][language],
        "withheld": [
            (progress.ABOUT[one.fact][language], [progress.WITHHELD[reason][language] for reason in one.reasons])
            for one in found.found.withheld
        ],
        "sent": [
            (word, progress.phrase(word.fact, slots=word.slots, language=language, numbers=True) if word.fact else "")
            for word in sent
            if word.is_mine
        ][:LAST_SENT],
        "form": form,
    }
    return page(visit, "good_word.html", status=422 if form.errors else 200, **values)


def _readings(visit: Visit, youth: UUID, chosen: progress.Candidate | None) -> list[tuple[str, str, str, str]]:
    """Code and name of each language they may read in, the sentence, and the one with numbers if it differs."""
    detail = people.detail(youth, by=visit) if LANGUAGE.answered(visit, youth) else None
    languages = [detail.language] if detail and detail.language in OWN_NAMES else list(OWN_NAMES)
    if chosen is None:
        return [(code, OWN_NAMES[code], "", "") for code in languages[:1]]
    found = []
    for code in languages:
        plain, numbers = (
            progress.phrase(chosen.fact, slots=chosen.slots, language=code, numbers=wanted) for wanted in (False, True)
        )
        found.append((code, OWN_NAMES[code], plain, numbers if numbers != plain else ""))
    return found
