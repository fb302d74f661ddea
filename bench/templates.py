"""Draw one list of 50 young people with Django's templates and with Jinja2, turn by turn, and give the ratio.

    python -m bench.templates            5 rounds of 1 second for each way
    python -m bench.templates --seconds 0.2

Two ways to write the page are measured: its components as includes (Django) and macros (Jinja2), as the houses
have them; and everything in one template, as nobody would want to keep it. Both engines escape, translate one
word a row, and must give the same page but for spaces. Only the ratios mean anything on another machine.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import geometric_mean, median
from typing import Any, cast

import django
import jinja2
from django.conf import settings
from django.template import Context, Engine
from django.utils.translation import gettext, ngettext

ROWS = 50
ROUNDS = 5

DJANGO_ROW = """{% load i18n %}<li class="row"><div class="row-main"><a class="row-title" href="{{ href }}">\
{{ title }}</a>{% if about %}<p class="row-about">{{ about }}</p>{% endif %}</div>\
{% include "status.html" with text=status kind=kind %}</li>"""
DJANGO_STATUS = """{% load i18n %}<span class="status" data-state="{{ kind }}"><svg class="icon" \
viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h16"/></svg>{% translate text %}</span>"""
DJANGO_PAGE = """{% load i18n %}<h1>{% translate "Young people" %}</h1><ul class="rows">\
{% for row in rows %}{% include "row.html" with href=row.href title=row.name about=row.pronoun \
status=row.status kind=row.kind %}{% endfor %}</ul>"""
DJANGO_WHOLE = """{% load i18n %}<h1>{% translate "Young people" %}</h1><ul class="rows">\
{% for row in rows %}<li class="row"><div class="row-main"><a class="row-title" href="{{ row.href }}">\
{{ row.name }}</a>{% if row.pronoun %}<p class="row-about">{{ row.pronoun }}</p>{% endif %}</div>\
<span class="status" data-state="{{ row.kind }}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">\
<path d="M4 12h16"/></svg>{% translate row.status %}</span></li>{% endfor %}</ul>"""

JINJA_PARTS = """{% macro status(text, kind) %}<span class="status" data-state="{{ kind }}"><svg class="icon" \
viewBox="0 0 24 24" aria-hidden="true"><path d="M4 12h16"/></svg>{{ _(text) }}</span>{% endmacro %}\
{% macro row(title, href, about, text, kind) %}<li class="row"><div class="row-main"><a class="row-title" \
href="{{ href }}">{{ title }}</a>{% if about %}<p class="row-about">{{ about }}</p>{% endif %}</div>\
{{ status(text, kind) }}</li>{% endmacro %}"""
JINJA_PAGE = """{% import "parts.html" as ui %}<h1>{{ _("Young people") }}</h1><ul class="rows">\
{% for row in rows %}{{ ui.row(row.name, row.href, row.pronoun, row.status, row.kind) }}{% endfor %}</ul>"""
JINJA_WHOLE = """<h1>{{ _("Young people") }}</h1><ul class="rows">{% for row in rows %}<li class="row">\
<div class="row-main"><a class="row-title" href="{{ row.href }}">{{ row.name }}</a>\
{% if row.pronoun %}<p class="row-about">{{ row.pronoun }}</p>{% endif %}</div>\
<span class="status" data-state="{{ row.kind }}"><svg class="icon" viewBox="0 0 24 24" aria-hidden="true">\
<path d="M4 12h16"/></svg>{{ _(row.status) }}</span></li>{% endfor %}</ul>"""


@dataclass(frozen=True)
class Row:
    """One invented line of the list."""

    href: str
    name: str
    pronoun: str
    status: str
    kind: str


Draw = Callable[[], str]


def rows() -> list[Row]:
    """Fifty invented young people; every third without a pronoun, some names with signs to escape."""
    return [
        Row(f"/y/{n:04}/", f"Young <{n}> & friends", "" if n % 3 else "they/them", "home" if n % 2 else "away", "home")
        for n in range(ROWS)
    ]


def django_draw(page: str, values: Mapping[str, object]) -> Draw:
    """The page by Django's engine, its parts cached as in production."""
    parts = {"row.html": DJANGO_ROW, "status.html": DJANGO_STATUS}
    loader = ("django.template.loaders.cached.Loader", [("django.template.loaders.locmem.Loader", parts)])
    engine = Engine(loaders=[loader], libraries={"i18n": "django.templatetags.i18n"})
    template = engine.from_string(page)
    return lambda: template.render(Context(dict(values)))


def jinja_draw(page: str, values: Mapping[str, object]) -> Draw:
    """The page by Jinja2 with the settings of `porchlight.project.rendering`."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"parts.html": JINJA_PARTS}),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
    )
    cast("Any", environment).install_gettext_callables(gettext, ngettext, newstyle=True)
    template = environment.from_string(page)
    return lambda: template.render(dict(values))


def pages_a_second(draw: Draw, seconds: float) -> float:
    """How many times it is drawn, counted for at least that long."""
    began, count = time.perf_counter(), 0
    while (spent := time.perf_counter() - began) < seconds:
        draw()
        count += 1
    return count / spent


def same(one: str, other: str) -> bool:
    """Whether two pages differ in nothing but spaces."""
    return "".join(one.split()) == "".join(other.split())


def compare(name: str, by_django: Draw, by_jinja: Draw, seconds: float) -> str:
    """Five rounds turn by turn: the medians, and the ratio of each round with its range."""
    if not same(by_django(), by_jinja()):
        raise SystemExit(f"{name}: the two engines drew different pages")
    rounds = [(pages_a_second(by_django, seconds), pages_a_second(by_jinja, seconds)) for _ in range(ROUNDS)]
    ratios = [jinja / plain for plain, jinja in rounds]
    slow, fast = median(plain for plain, _ in rounds), median(jinja for _, jinja in rounds)
    return (
        f"{name:12}Django {slow:7.0f} pages/s   Jinja2 {fast:7.0f} pages/s   "
        f"ratio {geometric_mean(ratios):5.1f} ({min(ratios):.1f} to {max(ratios):.1f})\n"
    )


def main() -> int:
    """Measure both ways of writing the page and print a line for each."""
    parser = argparse.ArgumentParser(prog="python -m bench.templates", description=__doc__)
    parser.add_argument("--seconds", type=float, default=1.0, help="of each round and engine")
    seconds = parser.parse_args().seconds
    settings.configure(USE_I18N=True, LANGUAGE_CODE="en")
    django.setup()
    values = {"rows": rows()}
    for name, plain, jinja in (
        ("components", DJANGO_PAGE, JINJA_PAGE),
        ("one piece", DJANGO_WHOLE, JINJA_WHOLE),
    ):
        sys.stdout.write(compare(name, django_draw(plain, values), jinja_draw(jinja, values), seconds))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
