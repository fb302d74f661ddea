"""The watchman: every request passes here, and nothing is served that no door asked for.

He owns the transaction. He finds who came, puts the signed context on, asks what the door needs, runs it,
draws the page and adds the audit lines, all in one durable transaction; a refusal is kept in one of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.utils import DatabaseError, Error
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from porchlight.audit.api import record
from porchlight.kernel.errors import Refused, Trouble
from porchlight.policy import drafts, once
from porchlight.policy.api import Answer, Anybody, Door, Event, Go, Page, Visit, put_on
from porchlight.policy.network import OnlyHere, from_this_machine
from porchlight.project import rendering
from porchlight.project.houses import House, Left, this_house
from porchlight.project.language import language_of

SPOKEN = "porchlight.language"  # of whoever came; kept with the request, should it break later
REFUSALS = {"PL001", "PL002", "42501"}  # context refused, grant refused, row security


class Watchman:
    """Middleware; the last one, so that whatever it answers is what the view would have."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, params: dict[str, Any]
    ) -> HttpResponse:
        """Answer in the view's place. A view without doors does not exist."""
        doors: dict[str, Door] | None = getattr(view, "doors", None)
        if doors is None or _from_elsewhere(request):
            return not_found(request)
        door = doors.get("GET" if request.method == "HEAD" else str(request.method))
        if door is None:
            return HttpResponse(status=405, headers={"Allow": ", ".join(sorted(doors))})
        return serve(request, door, params, this_house())


def serve(request: HttpRequest, door: Door, params: dict[str, Any], house: House) -> HttpResponse:
    """Run one door for one request. Every way out has rolled back or committed, and said so in the audit."""
    visit = Visit(house=house.name, route=door.route, language=language_of(request))
    visit.extras["process_key"] = house.process_key
    if settings.PRODUCTION and house.only_here and not from_this_machine(request.META):
        return rendering.respond(request, Page("only_here.html", {"trouble": OnlyHere()}, status=422), house, visit)
    try:
        return _inside(request, door, params, house, visit)
    except Refused:
        return _refused(request, door, params, house, visit)
    except IntegrityError:
        answered = _answered_meanwhile(request, house, visit)
        if answered is None:
            raise
        return answered
    except DatabaseError as wrong:
        if getattr(wrong.__cause__, "sqlstate", "") not in REFUSALS:
            raise
        return _refused(request, door, params, house, visit)


def _inside(request: HttpRequest, door: Door, params: dict[str, Any], house: House, visit: Visit) -> HttpResponse:
    with transaction.atomic(durable=True):
        state = _find(request, params, house, visit)
        if visit.identity is None and not door.needs.answered(visit, None):
            left = _keep_what_was_typed(request, house, visit, state)
            return rendering.redirect(_entry(house, state, visit, left), house, visit)
        if not door.needs.answered(visit, _youth(params, visit)):
            raise Refused
        with translation.override(visit.language):
            answer = _answer(request, door, params, house, visit)
        response = rendering.respond(request, answer, house, visit)
        if response.status_code >= 500:
            transaction.set_rollback(True)
        else:
            record(visit.events)
        return response


def _keep_what_was_typed(request: HttpRequest, house: House, visit: Visit, state: str) -> Left:
    """The session closed while somebody was writing: keep it for when they are back, and say whether we did."""
    owner = drafts.owner_of(visit)
    if request.method != "POST" or state != "idle" or owner is None:
        return Left.NOTHING
    kept = drafts.keep(owner, request.path, _fields(request), key=house.process_key)
    return Left.KEPT if kept else Left.NOT_SENT


def _find(request: HttpRequest, params: dict[str, Any], house: House, visit: Visit) -> str:
    cookie = request.COOKIES.get(house.cookie) or ""
    state = house.sessions.find(cookie, visit, house.process_key) if cookie else ""
    request.META[SPOKEN] = visit.language
    if visit.identity is not None:
        put_on(visit.identity, key=house.context_key, about=_youth(params, visit))
    return str(state)


def _answer(request: HttpRequest, door: Door, params: dict[str, Any], house: House, visit: Visit) -> Answer:
    if door.method != "POST" or not door.form:
        return door.open(request, visit, **params)
    key = request.POST.get("once", "")
    try:
        once.check(key, visit, house.process_key)
    except once.StaleForm as stale:
        return _told(stale, request)
    sent = _sending(request)
    if visit.identity is not None and (earlier := once.earlier_answer(sent, visit)):
        return Go(earlier)
    answer = _try(request, door, params, visit)
    if visit.identity is not None and isinstance(answer, Go):
        if answer.keep:
            once.keep_answer(sent, visit, answer.to)
        drafts.sent_again(request.POST.get("draft", ""), visit)
    return answer


def _fields(request: HttpRequest) -> dict[str, list[str]]:
    """Everything that the form sent, every value of a name."""
    return {name: [str(value) for value in request.POST.getlist(name)] for name in request.POST}


def _sending(request: HttpRequest) -> str:
    return once.sending(request.POST.get("once", ""), request.path, _fields(request))


def _try(request: HttpRequest, door: Door, params: dict[str, Any], visit: Visit) -> Answer:
    """Run the door in a savepoint, so that an expected trouble leaves nothing half done."""
    try:
        with transaction.atomic():
            return door.open(request, visit, **params)
    except Refused:
        raise
    except Trouble as trouble:
        visit.events.clear()
        visit.forget()
        return _told(trouble, request)


def _told(trouble: Trouble, request: HttpRequest) -> Page:
    """The trouble in a sentence, with everything that was typed."""
    return Page("trouble.html", {"trouble": trouble, "fields": _fields(request)}, status=422)


def _refused(request: HttpRequest, door: Door, params: dict[str, Any], house: House, visit: Visit) -> HttpResponse:
    """Keep the refusal, then answer as if nothing were there."""
    youth = params.get("youth")
    about = (youth,) if isinstance(youth, UUID) else ()
    with transaction.atomic(durable=True):
        if visit.identity is not None:
            put_on(visit.identity, key=house.context_key)
        record([Event("refused", door.name, youths=about, route=door.route)])
    return not_found(request)


def _answered_meanwhile(request: HttpRequest, house: House, visit: Visit) -> HttpResponse | None:
    """The other of two racing sendings of one form was first: give its answer."""
    if visit.identity is None or request.method != "POST":
        return None
    with transaction.atomic(durable=True):
        put_on(visit.identity, key=house.context_key)
        earlier = once.earlier_answer(_sending(request), visit)
    return rendering.redirect(earlier, house, visit) if earlier else None


def not_found(request: HttpRequest) -> HttpResponse:
    """The one answer for what is not there and for what is not yours, byte for byte."""
    house = this_house()
    visit = Visit(house=house.name, language=request.META.get(SPOKEN) or _spoken_by(request, house))
    return rendering.respond(request, Page("not_found.html", status=404), house, visit)


def _spoken_by(request: HttpRequest, house: House) -> str:
    """The language of whoever's session this is; the browser's where there is none, or no database to ask."""
    visit, cookie = Visit(house=house.name, language=language_of(request)), request.COOKIES.get(house.cookie)
    if cookie:
        with suppress(Error), transaction.atomic():
            house.sessions.find(cookie, visit, house.process_key)
    return visit.language


def _from_elsewhere(request: HttpRequest) -> bool:
    """Whether a page of another site sends this form. Browsers say so; signing in has no session to tell by."""
    return request.method == "POST" and request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")


def out_of_order(request: HttpRequest) -> HttpResponse:
    """Something broke on our side: a calm page of this house, without a word of what it was.

    A form may have been saved all the same, just before its answer was lost. So the page carries the very same
    form under the same key: sent again it counts once, whatever became of the first sending.
    """
    house = this_house()
    visit = Visit(house=house.name, language=request.META.get(SPOKEN) or language_of(request))
    page = Page("trouble.html", {"trouble": Trouble(), "fields": {}}, status=500)
    if _came_from_somebody(request):
        fields = [(name, request.POST.getlist(name)) for name in request.POST if name != "once"]
        page = Page("again.html", {"once": request.POST["once"], "fields": fields}, status=500)
    return rendering.respond(request, page, house, visit)


def _came_from_somebody(request: HttpRequest) -> bool:
    """Whether it is a form of somebody signed in. What is typed to come in is never shown again."""
    doors: dict[str, Door] = getattr(getattr(request.resolver_match, "func", None), "doors", {})
    door = doors.get(str(request.method))
    return door is not None and "once" in request.POST and not isinstance(door.needs, Anybody)


def _youth(params: dict[str, Any], visit: Visit) -> UUID | None:
    found = params.get("youth")
    if found is None and visit.is_youth:
        return visit.actor
    return found if isinstance(found, UUID) else None


def _entry(house: House, state: str, visit: Visit, left: Left) -> str:
    if visit.person is not None and state == "live":
        return "/seat"
    return f"{house.entry}?{house.closed[left]}" if state == "idle" else house.entry
