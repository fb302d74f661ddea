"""The words of the needs map for staff and caregivers."""

from __future__ import annotations

from django.utils.translation import gettext as _


def matters_words() -> dict[str, str]:
    """How much a need matters, most first; by the number as text."""
    return {"3": _("Matters most"), "2": _("Matters a lot"), "1": _("Matters a little"), "0": _("Does not matter now")}


def verdict_words() -> dict[str, str]:
    """Whether where they get it now is OK for the young person."""
    return {"works": _("Works for them"), "sort_of": _("Sort of works"), "doesnt": _("Doesn't work for them")}


BEFORE_WORDS = {"no": "No", "some": "Some of it", "mostly": "Mostly", "not_sure": "Not sure"}
