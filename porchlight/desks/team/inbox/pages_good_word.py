"""A good word: what may truly be said now, previewed as the young person will read it, sent by a person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.team.inbox.good_word_numbers import pattern_numbers
from porchlight.desks.team.shell.frame import page
from porchlight.flows.recognising import Sayable, as_it_holds, sayable, send_what_is_true
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
    chosen = next((one for one in found.offers if one.fact == fact), None)
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
    fact = form.choice("fact", [one.fact for one in found.offers])
    words = form.text("words", need="" if fact else _("Please write a few words, or pick something from the record."))
    return fact, words


def _page(visit: Visit, youth: UUID, form: Form, found: Sayable | None = None) -> Answer:
    found = found or sayable(youth, by=visit)
    language = visit.language
    name = people.called(youth, by=visit).name if NAME.answered(visit, youth) else ""
    values: dict[str, Any] = {
        "youth": youth,
        "name": name or _("a young person"),
        "offers": found.offers,
        "say": lambda one: _to_team(one.fact, one.slots, language),
        "why": lambda one: progress.MAY_SAY[one.fact][language],
        "numbers": pattern_numbers(found.found),
        "owed": _owed(found, language),
        "may_mark": visit.role == "SW",
        "looks_back": found.record is not None,
        "withheld": [
            (progress.ABOUT[one.fact][language], [progress.WITHHELD[reason][language] for reason in one.reasons])
            for one in found.withheld
        ],
        "sent": _sent(visit, youth, found),
        "form": form,
    }
    return page(visit, "good_word.html", status=422 if form.errors else 200, **values)


def _sent(visit: Visit, youth: UUID, found: Sayable) -> list[tuple[progress.WordSheet, str, bool]]:
    """What this seat sent last, in words, and whether the record still holds it."""
    mine = found.sent[:LAST_SENT]
    now = as_it_holds(youth, mine, seen=found, by=visit)
    return [
        (one, _to_team(one.fact, one.slots, visit.language) if one.fact else "", now.get(one.id, one) is not None)
        for one in mine
    ]


def _owed(found: Sayable, language: str) -> list[str]:
    """Questions about us, where the engine is curious; never a word about the young person."""
    curious = found.found is not None and found.found.curiosity is not None
    return [one[language] for one in progress.OWED] if curious else []


def _to_team(fact: str, slots: Any, language: str) -> str:
    return progress.phrase(progress.Item(fact, slots), audience=progress.Audience.TEAM, language=language).text


def _readings(visit: Visit, youth: UUID, chosen: progress.Candidate | None) -> list[tuple[str, str, str, str]]:
    """Code and name of each language they may read in, the sentence, and the one with numbers if it differs."""
    detail = people.detail(youth, by=visit) if LANGUAGE.answered(visit, youth) else None
    languages = [detail.language] if detail and detail.language in OWN_NAMES else list(OWN_NAMES)
    if chosen is None:
        return [(code, OWN_NAMES[code], "", "") for code in languages[:1]]
    item, found = progress.Item(chosen.fact, chosen.slots), []
    for code in languages:
        plain, numbers = (
            progress.phrase(
                item,
                audience=progress.Audience.YOUTH,
                language=code,
                preferences=progress.Preferences(numbers=wanted),
            ).text
            for wanted in (False, True)
        )
        found.append((code, OWN_NAMES[code], plain, numbers if numbers != plain else ""))
    return found
