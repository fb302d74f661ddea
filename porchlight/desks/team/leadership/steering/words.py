"""Words about the committee, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.steering.api import LIVED, Gap, Stands, places


def stands_words() -> dict[Stands, tuple[str, str]]:
    """Where an action stands: the words and the mark beside them."""
    return {
        Stands.OPEN: (_("To do"), "waiting"),
        Stands.LATE: (_("The day has passed"), "soon"),
        Stands.DONE: (_("Done"), "done"),
        Stands.NOT_DONE: (_("Not done"), "open"),
    }


def gap_words(gap: Gap) -> str:
    """What the committee lacks, in a sentence."""
    if gap.partner == LIVED:
        return {
            "few": _("At least two people with lived experience belong here, and each is paid."),
            "unpaid": _("Somebody with lived experience is not paid for this work."),
        }[gap.why]
    said = {"missing": _("No place yet for: %(who)s."), "vacant": _("Nobody holds the place of: %(who)s.")}
    return said[gap.why] % {"who": places()[gap.partner]}
