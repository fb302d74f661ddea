"""Words about our own practice from a form: refused beside their field when they may point at a young person."""

from __future__ import annotations

from porchlight.adoption.ground.api import CaseFree, NamesSomebody, case_free
from porchlight.desks.forms import MOST, Form
from porchlight.policy.api import Visit

DOCUMENT = 60_000  # characters of a text as long as a policy


def plain(
    form: Form, name: str, *, by: Visit, need: str = "", most: int = MOST, dated: bool = False, otherwise: str = ""
) -> CaseFree:
    """The words of one field. `dated` texts are documents; `otherwise` stands in for an empty field."""
    try:
        return case_free(form.text(name, need=need, most=most) or otherwise, by=by, dated=dated)
    except NamesSomebody as found:
        form.wrong(name, found.said)
        return CaseFree()
