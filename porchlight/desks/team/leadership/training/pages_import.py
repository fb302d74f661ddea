"""Trainings from another learning system: look at what a file would do, then keep the good rows."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.training import import_words, words
from porchlight.desks.team.shell.frame import page
from porchlight.desks.uploads import uploaded
from porchlight.policy.api import Answer, Visit, door

MOST_SIGNS = 1_500_000  # of the rows that a looked-through file sends along
Table = list[list[str]]


@door("training/import", needs=training.IMPORTERS, house="team")
def choose(request: HttpRequest, visit: Visit) -> Answer:
    """Pick a file."""
    return _choose(visit, Form())


@door("training/import", needs=training.IMPORTERS, house="team", method="POST")
def look(request: HttpRequest, visit: Visit) -> Answer:
    """Say which rows are fine and which are not, and why. Nothing is kept yet."""
    form = Form(request.POST)
    sent = uploaded(request, "file")
    serves = form.choice("serves", words.set_names(visit.language))
    if sent is None:
        form.wrong("file", _("Please pick a file."))
        return _choose(visit, form)
    table = training.read_table(sent.body) or []
    try:
        looked = training.look_through(table, serves=serves, by=visit)
    except training.NotASpreadsheet as none:
        form.wrong("file", import_words.refused_words(none))
        return _choose(visit, form)
    return _looked(visit, looked, table=table, serves=serves)


@door("training/import/keep", needs=training.IMPORTERS, house="team", method="POST")
def keep(request: HttpRequest, visit: Visit) -> Answer:
    """Keep the good rows; each is looked at anew."""
    form = Form(request.POST)
    table = list(csv.reader(StringIO(form.value("rows")[:MOST_SIGNS])))
    serves = form.choice("serves", words.set_names(visit.language))
    kept = training.take_over(table, serves=serves, by=visit)
    return _looked(visit, kept, table=table, serves=serves, is_kept=True)


def _choose(visit: Visit, form: Form) -> Answer:
    sets = list(words.set_names(visit.language).items())
    status = 422 if form.errors else 200
    return page(visit, "adoption/training_import.html", here=PRACTICE, status=status, form=form, sets=sets)


def _looked(visit: Visit, looked: training.Looked, *, table: Table, serves: str, is_kept: bool = False) -> Answer:
    out = StringIO()
    csv.writer(out).writerows(table)
    values: dict[str, Any] = {"looked": looked, "serves": serves, "rows": out.getvalue(), "is_kept": is_kept}
    return page(
        visit,
        "adoption/training_looked.html",
        here=PRACTICE,
        sets=words.set_names(visit.language),
        why=import_words.why_words,
        **values,
    )
