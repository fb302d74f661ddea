"""The first screen's choices, for somebody who came in and for somebody who did not."""

from __future__ import annotations

from django.utils.translation import gettext as _

Choice = tuple[str, ...]  # address, words, a hint; "first" as a fourth marks the one that stands out


def right_now() -> list[Choice]:
    """What is there for anybody, signed in or not, and before everything else."""
    return [
        ("/n/3", _("I'm not safe"), _("People you can call now"), "first"),
        ("/n/2", _("Where can I go now"), _("You do not have to go back first.")),
    ]


def before_sign_in() -> list[Choice]:
    """What is useful to anybody and tells of nothing."""
    return [
        *right_now(),
        ("/n/1", _("Come in"), _("with your five words or your card")),
    ]


def at_home() -> list[Choice]:
    """The house."""
    return [
        *right_now(),
        ("/n/7", _("I'm OK"), _("Tell only the people you pick")),
        ("/n/8", _("I want to come back"), _("at any hour")),
        ("/n/9", _("I want something to change"), ""),
        ("/n/4", _("My plan"), ""),
        ("/n/5", _("My people"), ""),
        ("/n/6", _("Messages"), ""),
        ("/n/10", _("What I need"), ""),
        ("/n/11", _("Kind words"), ""),
        ("/n/15", _("People I trust"), ""),
        ("/n/14", _("My ways in"), ""),
    ]
