"""From an answer to bytes: this house's templates, in the person's language, with nothing else in reach."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, MutableMapping
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.http import content_disposition_header
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from porchlight.kernel import clock
from porchlight.policy import once
from porchlight.policy.api import Answer, Go, Paper, Visit
from porchlight.project import words
from porchlight.project.houses import House

STATIC = "/s/"
ROWS = (models.Model, models.QuerySet, models.Manager)


class SheetsOnly(Environment):
    """Templates read frozen sheets. A row would have relations to walk, so nothing of one can be read."""

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Our globals themselves: a chain of mappings before them would be walked for every name of every template."""
        return super().make_globals(d) if d else self.globals

    def getattr(self, obj: Any, attribute: str) -> Any:
        try:
            return getattr(_no_row(obj), attribute)
        except AttributeError:
            return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        return super().getitem(_no_row(obj), argument)


def _no_row(value: Any) -> Any:
    """The value, unless it is a row or rows. Raises `TypeError`."""
    if isinstance(value, ROWS):
        raise TypeError(f"a page was given {type(value).__name__}: a row of a table instead of a sheet")
    return value


@cache
def environment(root: Path) -> Environment:
    """The templates of the house whose they are. Values are escaped; a name that is not there is an error."""
    env = SheetsOnly(
        loader=FileSystemLoader(root),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        finalize=_no_row,
    )
    env.globals["static"] = static
    env.globals |= {"_": said, "gettext": said, "ngettext": said_of}
    env.filters.update(words.FILTERS)
    return env


def said(text: str, **values: Any) -> Markup:
    """A text of ours in the person's language, with values that are escaped. Only one with a % is a pattern."""
    known = _known(translation.get_language(), text)
    return known % values if "%" in known else known


def said_of(one: str, many: str, num: int, **values: Any) -> Markup:
    """The same for a number of things."""
    text = Markup(translation.ngettext(one, many, num))  # noqa: S704 - because it is our own text, not somebody's
    return text % {"num": num, **values} if "%" in text else text


@cache
def _known(language: str, text: str) -> Markup:
    """What the catalogue of the language that is spoken now says; texts of ours are as many as there are."""
    return Markup(translation.gettext(text))  # noqa: S704 - because it is our own text, not somebody's


def respond(request: HttpRequest, answer: Answer, house: House, visit: Visit) -> HttpResponse:
    """Draw a page or send the browser on."""
    with translation.override(visit.language):
        if isinstance(answer, Go):
            response = redirect(localised(answer.to, request), house, visit)
        elif isinstance(answer, Paper):
            response = HttpResponse(answer.body, content_type=answer.kind, status=answer.status)
            response.headers["Content-Disposition"] = content_disposition_header(False, answer.name) or "inline"
        else:
            page = environment(settings.TEMPLATE_ROOT).get_template(f"{house.name}/{answer.template}")
            values = _globals(request, house, visit) | dict(answer.values)
            values["draw"] = partial(_draw, house, values)
            response = HttpResponse(page.render(values), status=answer.status)
    for name, value in answer.headers.items():
        response.headers[name] = value
    for name, cookie in getattr(answer, "cookies", {}).items():
        _bake(response, name, cookie)
    return response


def _draw(house: House, around: Mapping[str, Any], filled: Any) -> Markup:
    """A slot of the page: its own template, with its own values over the page's."""
    template = environment(settings.TEMPLATE_ROOT).get_template(f"{house.name}/{filled.template}")
    return Markup(template.render({**around, **filled.values}))  # noqa: S704 - because the template escaped every value


def redirect(to: str, house: House, visit: Visit) -> HttpResponse:
    """A 303, so that going back never sends a form again."""
    return HttpResponse(status=303, headers={"Location": to})


def localised(to: str, request: HttpRequest) -> str:
    """Carry a language that was asked for by address along to our own pages."""
    asked = request.GET.get("l", "")
    if asked not in ("en", "es") or not to.startswith("/") or "l=" in to:
        return to
    page, mark, part = to.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{urlencode({'l': asked})}{mark}{part}"


def static(path: str) -> str:
    """The address of a file of this house; it changes when the file does."""
    return f"{STATIC}{path}?{_mark(path)}"


@cache
def _mark(path: str) -> str:
    for root in settings.STATIC_ROOTS:
        file = Path(root) / path
        if file.is_file():
            return hashlib.sha256(file.read_bytes()).hexdigest()[:8]
    raise FileNotFoundError(path)


def _globals(request: HttpRequest, house: House, visit: Visit) -> dict[str, Any]:
    return {
        "visit": visit if visit.identity is not None else None,
        "lang": visit.language,
        "once": once.fresh(visit, house.process_key),
        "here": request.path,
        "path": request.path,
        "back_to": _back_to(request),
        "to": partial(localised, request=request),
        "now": clock.now(),
        "demo": settings.DEMO,
        "exit_to": settings.NEUTRAL_SITE,
        "exit_label": translation.gettext("Leave this page"),
    }


def _back_to(request: HttpRequest) -> str:
    """Where a change of language leads back to: this very page."""
    asked = urlencode([(name, value) for name, value in request.GET.items() if name not in ("l", "k")])
    return f"{request.path}?{asked}" if asked else request.path


def _bake(response: HttpResponse, name: str, value: str | None) -> None:
    """A session cookie without an age, for our own pages only; None takes it away."""
    if value is None:
        response.delete_cookie(name, path="/", samesite="Strict")
    else:
        response.set_cookie(name, value, path="/", secure=settings.PRODUCTION, httponly=True, samesite="Strict")
