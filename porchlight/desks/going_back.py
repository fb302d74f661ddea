"""Back to the page that somebody was on: an address of this house, and what they were typing there."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve

from porchlight.desks.forms import Form
from porchlight.policy import drafts
from porchlight.policy.api import Visit

FIRST_PAGE = "/"
OWN = re.compile(r"(/[\w-]+)+/?", re.ASCII)  # never //elsewhere, never a backslash
CARRIED = "k"  # in an address: what was typed on this page waits in a draft
NOT_KEPT = frozenset({"l", CARRIED})
NOT_TYPED = frozenset({"once", "lang", "back", "draft"})


def own_address(said: str) -> str:
    """The page of this house that a form says it came from; the first page for anything else."""
    path, _mark, asked = said.partition("?")
    if not OWN.fullmatch(path) or not _has_a_page(path):
        return FIRST_PAGE
    query = urlencode([(name, value) for name, value in parse_qsl(asked) if name not in NOT_KEPT])
    return f"{path}?{query}" if query else path


def carry(request: HttpRequest, visit: Visit, *, to: str) -> str:
    """Keep what was typed on the page, sealed for its writer; the address that brings it up there again."""
    owner = drafts.owner_of(visit)
    fields = {name: [str(value) for value in request.POST.getlist(name)] for name in request.POST}
    typed = {name: values for name, values in fields.items() if name not in NOT_TYPED}
    if owner is None or not any(value.strip() for values in typed.values() for value in values):
        return to
    path, key = to.partition("?")[0], visit.extras["process_key"]
    if visit.identity is None:  # the session closed meanwhile: it waits for them as what was sent too late does
        drafts.keep(owner, path, typed, key=key)
        return to
    drafts.carry(owner, path, typed, key=key)
    return f"{to}{'&' if '?' in to else '?'}{CARRIED}=1"


def typed_before(request: HttpRequest, visit: Visit) -> Form:
    """The form as it was before the page's language changed; else an empty one."""
    if CARRIED not in request.GET or visit.identity is None:
        return Form()
    found = drafts.carried(request.path, key=visit.extras["process_key"])
    if found is None:
        return Form()
    typed = QueryDict(mutable=True)
    for name, values in found.fields.items():
        typed.setlist(name, values)
    typed["draft"] = str(found.id)
    return Form(typed)


def _has_a_page(path: str) -> bool:
    try:
        view = resolve(path).func
    except Resolver404:
        return False
    return "GET" in getattr(view, "doors", {})
