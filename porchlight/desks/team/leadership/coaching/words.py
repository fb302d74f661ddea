"""Words about coaching, in the reader's language."""

from __future__ import annotations

from django.utils.translation import gettext as _

from porchlight.adoption.coaching.api import Support


def support_words() -> dict[Support, tuple[str, str]]:
    """Where a promise stands: the words and the mark beside them."""
    return {
        Support.OPEN: (_("Promised"), "waiting"),
        Support.DUE: (_("The day has passed"), "soon"),
        Support.KEPT: (_("It came"), "done"),
        Support.NOT_KEPT: (_("It did not come"), "open"),
    }
