"""Why a file, or a row of it, can't be taken over, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks.team.leadership.plain import naming_words


def refused_words(refused: training.NotASpreadsheet) -> str:
    """What is wrong with the whole file; which columns it lacks, where it lacks some."""
    said = _(refused.sentence)
    if not isinstance(refused, training.ColumnsMissing):
        return said
    called = {"e-mail": _("e-mail"), "title": _("title"), "date": _("date")}
    names = ", ".join(called[one] for one in refused.lacking)
    lacking = _("We did not find: %(names)s.") % {"names": names}
    return f"{said} {lacking}"


def why_words(row: training.Bad) -> str:
    """Everything that is wrong with one row, in the order of its columns."""
    said = naming_words() | {
        "no_email": _("it has no e-mail"),
        "no_title": _("it has no title"),
        "long_title": _("its title is longer than %(words)s letters"),
        "no_day": _("it has no date"),
        "unread_day": _("the date “%(words)s” can't be read: write it like 2026-11-22"),
        "day_to_come": _("the date %(words)s has not come yet"),
        "unread_hours": _("the hours “%(words)s” can't be read"),
        "unknown_set": _("“%(words)s” is no required training of this county"),
        "twin": _("the same as row %(words)s"),
        "nobody": _("nobody at your agency has the e-mail %(words)s"),
        "kept": _("it is here already"),
    }
    return "; ".join(said[one.kind] % {"words": one.words} for one in row.why)
