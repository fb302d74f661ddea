"""Words of the picture of weeks, on a page that caregivers read too."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from porchlight.desks.pictures import Picture, WeeksWords, weeks
from porchlight.flows.looking_back import Weeks


def weeks_picture(found: Weeks, *, labels: Sequence[str]) -> Picture:
    """The weeks drawn, each named by its Monday, in this house's words."""
    words = WeeksWords(
        title=_("Times left, week by week"),
        about=_("From the week of %(first)s to the week of %(last)s. The table below holds the same numbers.")
        % {"first": labels[0], "last": labels[-1]},
        counts=_("Times left"),
        days=_("Days confirmed, of 7"),
        seen=_("six or seven days confirmed"),
        not_seen=_("fewer days confirmed: there may be more"),
        middle=_("the middle of the full dots: %s"),
        at_least=_("%s or more"),
        nothing_said=_("nobody said"),
        columns=(_("Week from Monday"), _("Times left"), _("Days confirmed, of 7")),
    )
    return weeks(found.weeks, labels=labels, middle=found.middle, words=words, key="weeks")
