"""Kind words: what people sent me, and how I want to hear it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE
from porchlight.flows.recognising import as_it_holds
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.progress import api as progress


@dataclass(frozen=True)
class Shown:
    """One word as I read it. `sentence` is from the record, or empty; `holds` is False once it was put right.

    `since` and `until`: the days that it is about, where it is a fact. `for_court`: a judge could read of it.
    """

    word: progress.WordSheet
    sentence: str
    holds: bool
    since: date | None
    until: date | None
    for_court: bool


@door("n/11", needs=HERE, house="youth")
def kind_words(request: HttpRequest, visit: Visit) -> Answer:
    """What people sent, newest first; nothing of it while I asked for quiet."""
    wanted = progress.wishes(visit.actor, by=visit)
    words = () if wanted.quiet else progress.received(visit.actor, wanted=wanted, by=visit)
    language = visit.language
    values = {
        "wanted": wanted,
        "shown": list(_shown(visit, words, wanted)),
        "why": lambda one: progress.why(one.fact, language=language),
        "topics": [(topic, words[language]) for topic, words in progress.TOPICS.items()],
    }
    return Page("kind_words.html", values)


@door("n/11", needs=HERE, house="youth", method="POST")
def choose(request: HttpRequest, visit: Visit) -> Answer:
    """How I want to hear it from now on."""
    form = Form(request.POST)
    progress.choose(
        visit.actor,
        quiet=form.choice("quiet", ("yes", "no")) == "yes",
        numbers=form.choice("numbers", ("yes", "no")) == "yes",
        hidden=form.choices("hidden", progress.TOPICS),
        by=visit,
    )
    return Go("/n/11")


@door("n/11/<uuid:word>", needs=HERE, house="youth", method="POST")
def delete(request: HttpRequest, visit: Visit, word: UUID) -> Answer:
    """Delete one for good."""
    progress.delete_word(visit.actor, word=word, by=visit)
    return Go("/n/11")


def _shown(visit: Visit, words: Iterable[progress.WordSheet], wanted: progress.Wishes) -> Iterable[Shown]:
    """Each word as the record holds it now: a corrected count reads as it is, and what is not so any more says so."""
    words = list(words)
    now = as_it_holds(visit.actor, words, by=visit)
    for one in words:
        said = now.get(one.id, one.said)
        sentence = _sentence(one.fact, said.slots if said else one.slots, visit, wanted) if one.fact else ""
        since, until = (one.ground.since, one.ground.until) if one.ground else (None, None)
        for_court = bool(one.fact) and progress.FACTS[one.fact].for_court is not None
        yield Shown(one, sentence, now.get(one.id, one) is not None, since, until, for_court)


def _sentence(fact: str, slots: progress.Slots, visit: Visit, wanted: progress.Wishes) -> str:
    item, audience = progress.Item(fact, slots), progress.Audience.YOUTH
    return progress.phrase(item, audience=audience, language=visit.language, preferences=wanted.preferences).text
