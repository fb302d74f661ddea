"""The demo county's definition: eight agencies' words, a text in force with one dissent, and the next draft begun."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.desks.team.leadership.definition import copies
from porchlight.kernel import clock
from porchlight.kernel.ids import new_id
from porchlight.policy.api import Visit
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams

if TYPE_CHECKING:
    from porchlight.project.seed.county import County

CHAIR = "Chair Lena Moss"
NEW_HERE = "Walt Greene"  # has not signed in since the text came in force
WORDINGS = {
    "Grace Lindqvist": "Each day is made a little safer. No door closes because somebody is away. We say what we owe.",
    "Ruth Alvarez": "The door stays open and the soup stays warm. We are glad about every coming home, at any hour.",
    "Nurse Joy Tran": "Each day is made a little safer. Care goes on wherever somebody sleeps, and they decide.",
    "Officer Dana Reyes": "We look at the whole of it before we answer, and we begin with what helps most.",
    "Bee Watkins": "We stay beside the young person. They lead, they say what safe means, and we notice small steps.",
}
MEAN = (
    "A young person who was exploited was harmed, and is no less for it. We make each day a little safer with them. "
    "They lead, and they say what safe means."
)
MEAN_ES = (
    "Una persona joven que fue explotada sufrió un daño, y por eso no vale menos. Con ella hacemos cada día un poco "
    "más seguro. Ella guía y dice qué es estar a salvo."
)
AWAY = "No door closes. Help goes on, and coming back is possible by any road and at any hour."
AWAY_ES = "Ninguna puerta se cierra. La ayuda sigue. Se puede volver por donde sea y a la hora que sea."
PASSAGES = (
    ("What we mean", MEAN, "Qué queremos decir", MEAN_ES),
    ("While somebody is away", AWAY, "Cuando alguien está fuera", AWAY_ES),
)
YOUNG = (
    "We know what helps us. Ask us first. Keep the light on.",
    "Sabemos qué nos ayuda. Pregúntanos primero. Deja la luz prendida.",
)
STARTERS = ("w-door", "w-blame", "w-price", "w-body", "t-harm_reduction", "t-exploitation", "t-safe", "t-small_step")
ANSWERS = (
    ("Grace Lindqvist", "ratifies", ""),
    ("Bee Watkins", "ratifies", ""),
    ("Nurse Joy Tran", "ratifies", ""),
    ("Ruth Alvarez", "ratifies", ""),
    ("Dr. Sam Ortiz", "ratifies", ""),
    ("Officer Dana Reyes", "ratifies", ""),
    ("Clerk Omar Haddad", "abstains", "A court does not sign what it may have to weigh one day."),
    ("Detective Lee Novak", "dissents", "It does not say yet how we are told when somebody is in danger right now."),
)
COMMENT = "¿Se puede decir también que la cena espera?"


def tell(county: County) -> None:
    """From the first wording, some weeks ago, to the draft of these days."""
    with in_house("team"):
        for days_ago, (name, words) in enumerate(WORDINGS.items(), 70):
            with _on(county, name, days_ago) as visit:
                definition.write_wording(words=_said(words, visit), by=visit)
        first = _draft(county)
        for days_ago, (name, kind, reason) in zip(range(48, 40, -1), ANSWERS, strict=True):
            with _on(county, name, days_ago) as visit:
                definition.answer(first, kind=kind, reason=_said(reason, visit), by=visit)
        with _on(county, CHAIR, 38) as chair:
            definition.come_in_force(first, by=chair)
        with _on(county, CHAIR, 37) as chair:
            one = next(found for found in definition.versions(by=chair) if found.id == first)
            young = list(copies.copies(one, by=chair, youth=True))
            definition.publish_version(first, copies=list(copies.copies(one, by=chair)), youth=young, by=chair)
        _shown(county, first)
        _next_draft(county)


def _draft(county: County) -> UUID:
    with _on(county, CHAIR, 60) as chair:
        version = definition.open_round(by=chair)
        for heading, words, heading_es, words_es in PASSAGES:
            texts = [_said(text, chair) for text in (heading, words, heading_es, words_es)]
            definition.write_passage(version, written=definition.Written(new_id(), 0, "passage", *texts), by=chair)
        young, young_es = (_said(text, chair) for text in YOUNG)
        told = definition.Written(new_id(), 0, "youth", CaseFree(), young, CaseFree(), young_es)
        definition.write_passage(version, written=told, by=chair)
        definition.take_over(version, keys=STARTERS, by=chair)
        for kind, who in (("text", "The steering committee"), ("youth", "The county's youth board")):
            definition.say_who_wrote(version, kind=kind, words=_said(who, chair), by=chair)
    with _on(county, CHAIR, 50) as chair:
        signing = {name for name, _kind, _reason in ANSWERS}
        asked = {seat.agency for seat in teams.seats(by=chair) if seat.name in signing}
        definition.close_round(version, asked=asked, answers_by=None, by=chair)
    return version


def _shown(county: County, version: UUID) -> None:
    """Everybody of the county has signed in since, but for one."""
    with acting(county.administrator) as adm:
        here = {agency.id for agency in teams.agencies_of_county(by=adm)}
        seats = [seat.id for seat in teams.seats(by=adm) if seat.agency in here and seat.name != NEW_HERE]
    for seat in seats:
        with acting(seat) as visit:
            definition.keep_receipt(version, by=visit)


def _next_draft(county: County) -> None:
    with _on(county, CHAIR, 6) as chair:
        version = definition.open_round(by=chair)
    with _on(county, "Ruth Alvarez", 4) as ruth:
        (_first, second, *_more) = definition.passages(version, by=ruth)
        definition.comment(version, passage=second.passage, words=_said(COMMENT, ruth), by=ruth)


@contextmanager
def _on(county: County, name: str, days_ago: int) -> Iterator[Visit]:
    """That person, at ten in the morning of that day."""
    day = clock.county_time(clock.wall()).date() - timedelta(days=days_ago)
    at = datetime.combine(day, time(10), tzinfo=clock.COUNTY_ZONE)
    with clock.standing_still(at), acting(county.seats[name]) as visit:
        yield visit


def _said(words: str, by: Visit) -> CaseFree:
    return case_free(words, by=by, dated=True)
