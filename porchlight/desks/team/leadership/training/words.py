"""The words of training in the reader's language, and what several of its pages show."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from porchlight.adoption.training import api as training
from porchlight.desks.forms import Form
from porchlight.kernel import clock
from porchlight.policy.api import the_county

MINE = "/training"
SESSIONS = "/training/sessions"
COURSES = "/training/courses"
CIRCLES = "/circles"
KINDS = {"missing": "waiting", "over": "waiting", "soon": "soon", "fine": "done"}  # states of `ui.status`
OURS = re.compile(r"\b(?:a d|D)esign default(?: \([A-Z]+-\d+\))?")


def today() -> date:
    """The day on the county's clock."""
    return clock.county_time(clock.now()).date()


def sure_items() -> tuple[str, ...]:
    """The five things of which people say how sure they are."""
    return (
        _("Stay in touch with somebody who is away, and not press them"),
        _("Say welcome back before you ask a thing"),
        _("Plan with a young person how to be a little safer"),
        _("See a small step and tell them"),
        _("Speak and write without blame"),
    )


def scale() -> list[tuple[str, str]]:
    """One to five, in words."""
    said = (_("Not sure at all"), _("A little sure"), _("Half and half"), _("Mostly sure"), _("Very sure"))
    return [("", _("Pick one")), *((str(number), words) for number, words in enumerate(said, 1))]


def survivor_words() -> dict[str, str]:
    """Whether a survivor trained, and was paid."""
    return {
        "paid": _("A survivor trained, and was paid"),
        "unpaid": _("A survivor trained, and was not paid"),
        "none": _("No survivor trained"),
    }


def how_words() -> dict[str, str]:
    """How somebody came onto the list of who was there."""
    return {"code": _("typed the code"), "marked": _("written down by the trainer")}


def tension_words() -> dict[str, str]:
    """The tensions of this work, under which the questions for circles stand."""
    return {
        "readiness": _("Waiting until they are ready, and the duty to protect"),
        "no_blame": _("No blame when somebody goes back"),
        "reputation": _("Our own good name"),
        "control": _("Control and help"),
        "needs": _("Needs that the unsafe situation met"),
        "success": _("What counts as success"),
        "inequity": _("Racism, poverty and what our systems did"),
        "definitions": _("One word, different meanings"),
        "worn_out": _("Being worn out"),
    }


def learning_words() -> dict[str, str]:
    """Ways of learning by oneself."""
    return {
        "reading": _("I read something"),
        "shadowing": _("I went along with somebody"),
        "online": _("I took a course by myself"),
        "other": _("Something else"),
    }


def outcome_words() -> dict[str, str]:
    """What came of what somebody wanted to do."""
    return {"yes": _("Yes"), "part": _("In part"), "not_yet": _("Not yet")}


def hours_words(hours: Decimal | None) -> str:
    """Hours, with no more signs than they need."""
    if hours is None:
        return ""
    return _("1 hour") if hours == 1 else _("%(hours)s hours") % {"hours": picked_hours(hours)}


def picked_hours(hours: Decimal) -> str:
    """Hours as their option is called, with no more signs than they need."""
    return f"{hours.normalize():f}"


def hours_options() -> list[tuple[str, str]]:
    """Hours to pick from."""
    return [(str(one), f"{one:f}") for one in training.HOURS]


def read_hours(form: Form, *, need: str = "") -> Decimal | None:
    """The hours that were picked."""
    found = form.choice("hours", [value for value, _words in hours_options()], need=need)
    return Decimal(found) if found else None


def set_names(language: str) -> dict[str, str]:
    """Every required training by its key."""
    return {key: rule.name(language) for key, rule in the_county().training_rules.items()}


def five(form: Form, mark: str) -> tuple[int, ...]:
    """Five answers that were picked; the sentence stands beside each that was not."""
    numbers = [str(number) for number in range(1, 6)]
    said = [form.choice(f"{mark}{at}", numbers, need=_("Please pick one.")) for at in range(1, 6)]
    return tuple(int(one) for one in said if one)


def source_words(source: str) -> str:
    """Where a rule comes from, for people who never saw our design."""
    return OURS.sub("Porchlight's own proposal", source)
