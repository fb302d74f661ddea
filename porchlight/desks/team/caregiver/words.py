"""What days and taps are called on pages that caregivers read too."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.absences import api as absences


def day_words() -> dict[str, str]:
    """The four answers to where somebody is on a day, in the order of `absences.DAYS`."""
    said = (_("Home"), _("Away"), _("Elsewhere"), _("Not known"))
    return dict(zip(absences.DAYS, said, strict=True))


def day_options() -> list[tuple[str, str, str]]:
    """The same as choices, with a hint where one helps."""
    hints = {"elsewhere": _("we know with whom"), "not_known": _("that is a fine answer")}
    return [(code, word, hints.get(code, "")) for code, word in day_words().items()]


def heard_words() -> dict[str, str]:
    """How word of a leaving came to us."""
    said = (_("On this page"), _("By phone"), _("In person"), _("In a message"))
    return dict(zip(absences.HEARD, said, strict=True))


def channel_words() -> dict[str, str]:
    """By which way somebody reached out."""
    said = (_("A call"), _("A text"), _("In person"), _("Online, what all can see"), _("Through someone"))
    return dict(zip(absences.CHANNELS, said, strict=True))


def source_words() -> dict[str, str]:
    """How somebody knows where they were on a day, in the order of `absences.SOURCES`."""
    said = (
        _("someone said so"),
        _("a worker saw them"),
        _("a school day"),
        _("a worker talked with them"),
        _("they told us"),
        _("in touch while away"),
        _("they left that day"),
        _("they came home that day"),
    )
    return dict(zip(absences.SOURCES, said, strict=True))


def afresh_words() -> dict[str, str]:
    """Why comparing began afresh, in the order of `absences.WHY_AFRESH`."""
    said = (_("they asked for it"), _("they moved to another home"), _("days are kept in a new way"))
    return dict(zip(absences.WHY_AFRESH, said, strict=True))


STATUS_KIND = {"home": "home", "away": "away", "elsewhere": "elsewhere", "not_known": "unknown", "": "unknown"}
