"""Words about the definition that everybody in the county reads, in both languages."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from porchlight.adoption.definition import api as definition
from porchlight.desks.team.leadership.days import on_day

MOST_NAMES = 3  # of agencies in a foot; more are counted


def kinds(*, agreed: bool = False) -> dict[str, str]:
    """The headings of a version's parts; until it is in force, nobody says that we agreed."""
    return {
        "passage": _("What we agreed on") if agreed else _("What we want to agree on"),
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


def need_words(kind: str) -> dict[str, str]:
    """What stands beside a field that a part of that kind can't do without, while it is empty."""
    words = {
        "passage": _("Please write the passage."),
        "will_not": _("Please write what we will not do."),
        "term": _("Please write what the word means."),
        "youth": _("Please write what the young people said."),
    }[kind]
    return {"words": words} | ({"heading": _("Please write the word.")} if kind == "term" else {})


def answer_words() -> dict[str, str]:
    """What an agency may say to a version, and what is said of one that has not."""
    return {
        definition.RATIFIES: _("ratifies"),
        definition.ABSTAINS: _("abstains"),
        definition.DISSENTS: _("dissents"),
        "waiting": _("not answered yet"),
    }


def days_line(days: tuple[date, ...]) -> str:
    """Until when answers are asked for, and which days were named before; empty while none is named."""
    if not days:
        return ""
    said = _("Answers are asked for by %(day)s.") % {"day": on_day(days[-1])}
    if len(days) == 1:
        return said
    moved = _("The day has moved. Named before: %(days)s.") % {"days": "; ".join(map(on_day, days[:-1]))}
    return f"{said} {moved}"


def nobody_signs(lead: str | None) -> str:
    """What the chair reads beside an agency that has no signatory: who can name one."""
    said = _("Nobody signs for them yet. The administrator can name somebody.")
    if lead:
        said = _("Nobody signs for them yet. Their lead, %(name)s, or the administrator can name somebody.")
    then = _("You can ask now; it waits until somebody signs.")
    return f"{said % {'name': lead}} {then}"


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


def foot_means(one: definition.VersionSheet, *, foot: definition.FootSheet | None, is_waited: bool, today: date) -> str:
    """What “not ratified by” in the foot says of a text that agencies are asked about; empty where it doesn't stand."""
    if one.state != definition.ANSWERING or foot is None or foot.version != one.id or not foot.not_ratified:
        return ""
    day = {"day": on_day(one.answers_by)} if one.answers_by else {}
    if not is_waited:
        then = _("Each agency that was asked has answered. What each one said stands below.")
    elif one.answers_by is None:
        then = _("Agencies without an answer have time: no day is set. No answer yet is not a no.")
    elif one.answers_by < today:
        then = _("The day for answers was %(day)s. An answer counts after it, too. No answer yet is not a no.") % day
    else:
        then = _("Agencies without an answer have until %(day)s. No answer yet is not a no.") % day
    means = _("At the foot of each page, “not ratified by” means: no yes from them so far.")
    return f"{means} {then}"


def standing_of(one: definition.VersionSheet) -> str:
    """Which version it is and where it stands, for a heading."""
    states = {
        definition.DRAFT: _("Version %(number)s, a draft"),
        definition.ANSWERING: _("Version %(number)s, closed, not in force yet"),
        definition.IN_FORCE: _("Version %(number)s, in force since %(day)s"),
        definition.EARLIER: _("Version %(number)s, an earlier one, in force from %(day)s"),
    }
    return states[one.state] % {"number": one.number, "day": on_day(one.in_force_at) if one.in_force_at else ""}


def step_words(one: definition.StepSheet) -> tuple[str, str, str, str]:
    """What an office asks: a sentence, what the link is called, where it leads, and until when if a day is named."""
    return (*_step(one), days_line(one.days))


def _step(one: definition.StepSheet) -> tuple[str, str, str]:
    there = f"/definition/{one.version}"
    comments = ngettext("%(num)s comment has no answer yet.", "%(num)s comments have no answer yet.", one.count or 1)
    return {
        "begin": (
            _("No text is begun yet. You chair the committee: a draft is yours to open."),
            _("Open the definition"),
            "/definition",
        ),
        "comments": (comments % {"num": one.count}, _("Read the draft"), there),
        "answer": (
            _("Your agency is asked what it says to the text. You sign for it."),
            _("Answer for your agency"),
            f"{there}/answer",
        ),
        "name_signatory": (
            _("Your agency is asked what it says to the text. No one signs for it yet: you can name somebody."),
            _("Name who signs"),
            "/offices?office=signatory",
        ),
        "force": (_("The answers are in. You can declare the text in force."), _("Open the text"), there),
        "review": (_("The text is a year old. Its review is due."), _("Open the definition"), "/definition"),
        "wording": (
            _("Your agency has not written yet what harm reduction means to it."),
            _("Your agency's words"),
            "/definition/wording",
        ),
    }[one.step]
