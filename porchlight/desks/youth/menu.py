"""The first screen's choices, for somebody who came in and for somebody who did not."""

from __future__ import annotations

from django.utils.translation import gettext as _

Choice = tuple[str, ...]  # address, words, a hint; "first" as a fourth marks the one that stands out


def before_sign_in() -> list[Choice]:
    """What is useful to anybody and tells of nothing."""
    return [
        ("/n/1", _("Come in"), _("with your five words or your card")),
    ]


def at_home() -> list[Choice]:
    """The house."""
    return [
        ("/n/4", _("My plan"), ""),
        ("/n/15", _("People I trust"), ""),
        ("/n/14", _("My ways in"), ""),
    ]
