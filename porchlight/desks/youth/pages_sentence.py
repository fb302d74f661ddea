"""One sentence that a court may read, if I say so. I read it first, word for word."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks.forms import Form
from porchlight.desks.youth.frame import HERE, Choosable, people_beside, role_word
from porchlight.flows.recognising import as_it_holds
from porchlight.people import api as people
from porchlight.policy.api import Answer, Go, Page, Visit, door
from porchlight.progress import api as progress


@door("n/30/<uuid:word>", needs=HERE, house="youth")
def sentence(request: HttpRequest, visit: Visit, word: UUID) -> Answer:
    """The sentence, who may read it now, and my yes or no."""
    return _page(visit, word, Form())


@door("n/30/<uuid:word>", needs=HERE, house="youth", method="POST")
def let_read(request: HttpRequest, visit: Visit, word: UUID) -> Answer:
    """My yes for the people I pick, or taking it back."""
    form = Form(request.POST)
    if form.choice("do", ("send", "discard")) == "discard":
        progress.take_back(visit.actor, word=word, by=visit)
        return Go(f"/n/30/{word}")
    found = _word(visit, word)
    picked = form.choices("seats", [str(one.seat) for one in _readers(visit)])
    if found is None:
        return Page("not_found.html", status=404)
    if not _holds(visit, found):
        return _page(visit, word, form)
    if not picked:
        form.wrong("seats", _("Pick who may read it, or go back."))
        return _page(visit, word, form)
    item = progress.Item(found.fact, found.slots)
    progress.let_read(
        visit.actor, word=word, item=item, name=_court_name(visit), seats=frozenset(map(UUID, picked)), by=visit
    )
    return Go(f"/n/30/{word}")


def _page(visit: Visit, word: UUID, form: Form) -> Answer:
    found = _word(visit, word)
    if found is None:
        return Page("not_found.html", status=404)
    item, audience = progress.Item(found.fact, found.slots, approved=True), progress.Audience.COURT
    readers = _readers(visit)
    let = next(iter(progress.sentences(visit.actor, word=word, by=visit)), None)
    values = {
        "word": word,
        "holds": _holds(visit, found),
        "name": _court_name(visit),
        "sentence": progress.phrase(item, audience=audience, language=visit.language).text,
        "options": [(str(one.seat), f"{one.name}, {role_word(one.role)}") for one in readers],
        "let": let,
        "names": ", ".join(one.name for one in readers if let and one.seat in let.seats),
        "form": form,
    }
    return Page("sentence.html", values, status=422 if form.errors else 200)


def _word(visit: Visit, word: UUID) -> progress.WordSheet | None:
    """The word, if it is mine and a court could read of it."""
    words = progress.received(visit.actor, wanted=progress.Wishes(visit.actor), by=visit)
    mine = (one for one in words if one.id == word and one.fact and progress.FACTS[one.fact].for_court)
    return next(mine, None)


def _holds(visit: Visit, word: progress.WordSheet) -> bool:
    """Whether the record as it is now still says so."""
    return as_it_holds(visit.actor, [word], by=visit).get(word.id, word.said) is not None or word.said is None


def _court_name(visit: Visit) -> str:
    """The name that I use before a court, or the one that I use here."""
    names = people.names_everywhere(visit.actor, by=visit)
    return next((names[audience][0] for audience in ("court", "me") if audience in names), "")


def _readers(visit: Visit) -> list[Choosable]:
    """Those on my team whom my yes would let read it, the police never."""
    return [one for one in people_beside(visit) if progress.may_be_let(one.role)]
