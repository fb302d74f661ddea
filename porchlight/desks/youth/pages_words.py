"""Kind words: what people sent me, and how I want to hear it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.progress import api as progress


@door("n/11", needs=HERE, house="youth")
def kind_words(request: HttpRequest, visit: Visit) -> Answer:
    """What people sent, newest first; nothing of it while I asked for quiet."""
    wanted = progress.wishes(visit.actor, by=visit)
    words = () if wanted.quiet else progress.received(visit.actor, wanted=wanted, by=visit)
    language = visit.language
    values = {
        "wanted": wanted,
        "words": words,
        "say": lambda one: progress.phrase(one.fact, slots=one.slots, language=language, numbers=wanted.numbers),
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
