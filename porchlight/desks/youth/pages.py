"""The first page, the way in and the way out."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import Form
from porchlight.desks.youth import menu
from porchlight.desks.youth.frame import my_lawyers
from porchlight.ownspace import api as ownspace
from porchlight.policy import drafts
from porchlight.policy.api import Answer, Anybody, Go, Page, Visit, door
from porchlight.policy.network import TooFast, network_key

WAY_IN = "/n/1"  # what is typed there is never kept
A_FORM = re.compile(r"/n(?:/[0-9a-z-]{1,36}){1,3}")  # where a form of this house may go
LEFT = {"Clear-Site-Data": '"cookies", "storage"'}


@door("", needs=Anybody(), house="youth")
def first(request: HttpRequest, visit: Visit) -> Answer:
    """The first page: useful to anybody, telling of nothing."""
    closed = request.GET.get("w", "")
    values: dict[str, Any] = {"closed": closed, "choices": menu.before_sign_in(was_here=bool(closed)), "groups": []}
    if visit.identity is not None:
        values |= {"choices": menu.at_home(), "groups": menu.groups(my_lawyers(visit))}
    return Page("first.html", values)


@door("n/1", needs=Anybody(), house="youth")
def way_in(request: HttpRequest, visit: Visit) -> Answer:
    """Where the five words, or the code from the card, are typed."""
    return Page("way_in.html", {"form": Form()})


@door("n/1", needs=Anybody(), house="youth", method="POST")
def come_in(request: HttpRequest, visit: Visit) -> Answer:
    """One path for right and wrong; what was typed is never shown again."""
    form = Form(request.POST)
    try:
        session = ownspace.come_in(
            form.value("words"),
            network=network_key(request.META.get("REMOTE_ADDR", "")),
            language=visit.language,
            key=visit.extras["process_key"],
            by=visit,
        )
    except TooFast as wait:
        form.wrong("words", _(wait.said))
        return Page("way_in.html", {"form": form}, status=422)
    if session is None:
        form.wrong("words", _(ownspace.NothingOpened.sentence))
        return Page("way_in.html", {"form": form}, status=422)
    return Go("/n/19", cookies={ownspace.COOKIE: session.cookie}, keep=False)


@door("x", needs=Anybody(), house="youth")
def leave(request: HttpRequest, visit: Visit) -> Answer:
    """The way out, as a plain link: end the session and go to the neutral site."""
    ownspace.leave(by=visit)
    return Go(settings.NEUTRAL_SITE, cookies={ownspace.COOKIE: None}, headers=LEFT)


@door("x", needs=Anybody(), house="youth", method="POST", form=False)
def leave_quietly(request: HttpRequest, visit: Visit) -> Answer:
    """The same for the page's script, which has already gone elsewhere. What was being typed is kept for them."""
    at = Form(request.POST).value("at").partition("?")[0]
    if visit.identity is not None and A_FORM.fullmatch(at):
        fields = {name: [str(value) for value in request.POST.getlist(name)] for name in request.POST if name != "at"}
        drafts.keep(visit.actor, at, fields, key=visit.extras["process_key"])
    return leave(request, visit)


@door("l", needs=Anybody(), house="youth", method="POST", form=False)
def change_language(request: HttpRequest, visit: Visit) -> Answer:
    """The other language on the same page, with what was typed; in the address while nobody came in.

    It carries no key: it changes nothing but one's own session, and a page of another site can't send it.
    """
    form = Form(request.POST)
    language = form.choice("lang", ("en", "es")) or "en"
    to = going_back.own_address(form.value("back"))
    if to != WAY_IN:
        to = going_back.carry(request, visit, to=to)
    if visit.identity is not None:
        ownspace.speak(language, by=visit)
        return Go(to, keep=False)
    return Go(f"{to}{'&' if '?' in to else '?'}l={language}", keep=False)
