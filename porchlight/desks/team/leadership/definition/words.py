"""Words about the definition that everybody in the county reads, in both languages."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.days import on_day as on_day  # noqa: PLC0414 - because its pages say words.on_day

MOST_NAMES = 3  # of agencies in a foot; more are counted


def kinds() -> dict[str, str]:
    """The headings of a version's parts."""
    return {
        "passage": _("What we agreed on"),
        "will_not": _("What we will not do"),
        "term": _("What our words mean"),
        "youth": _("In young people's words"),
    }


def texts() -> dict[str, str]:
    """The texts of a version that say who wrote them."""
    return {
        "text": _("The text"),
        "spanish": _("The Spanish"),
        "youth": _("The young people's text"),
        "youth_spanish": _("The young people's text in Spanish"),
    }


def answer_words() -> dict[str, str]:
    """What an agency may say to a version."""
    return {
        definition.RATIFIES: _("ratifies"),
        definition.ABSTAINS: _("abstains"),
        definition.DISSENTS: _("dissents"),
    }


def standing_lines(now: definition.Standing) -> list[str]:
    """Where a version stands, one line for each thing that agencies said."""
    lines = (
        (now.ratified, _("Ratified by %(names)s.")),
        (now.abstained, _("%(names)s: abstains.")),
        (now.dissented, _("%(names)s: dissents.")),
        (now.waiting, _("%(names)s: not answered yet.")),
    )
    return [line % {"names": ", ".join(names)} for names, line in lines if names]


def foot_line(foot: definition.FootSheet | None) -> tuple[str, str]:
    """The version's number, and its standing in a few words; empty where no county says anything."""
    if foot is None:
        return "", ""
    number = str(foot.number)
    if foot.in_force_at:
        return number, _("in force since %(day)s") % {"day": on_day(foot.in_force_at)}
    if foot.state == definition.DRAFT:
        return number, _("draft, not ratified yet")
    count = len(foot.not_ratified)
    if not count:
        return number, _("ratified by all, not in force yet")
    if count > MOST_NAMES:
        said = ngettext("draft, not ratified by %(num)d agency", "draft, not ratified by %(num)d agencies", count)
        return number, said % {"num": count}
    return number, _("draft, not ratified by %(names)s") % {"names": ", ".join(foot.not_ratified)}


def standing_of(one: definition.VersionSheet) -> str:
    """Which version it is and where it stands, for a heading."""
    states = {
        definition.DRAFT: _("Version %(number)s, a draft"),
        definition.ANSWERING: _("Version %(number)s, closed, not in force yet"),
        definition.IN_FORCE: _("Version %(number)s, in force since %(day)s"),
        definition.EARLIER: _("Version %(number)s, an earlier one, in force from %(day)s"),
    }
    return states[one.state] % {"number": one.number, "day": on_day(one.in_force_at) if one.in_force_at else ""}
