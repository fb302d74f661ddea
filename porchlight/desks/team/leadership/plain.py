"""Words about our own practice from a form: refused beside their field when they may point at a young person."""

from __future__ import annotations

from django.utils.translation import gettext as _

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
        form.wrong(name, refusal_words(found))
        return CaseFree()


def refusal_words(refused: NamesSomebody) -> str:
    """Why the words are refused, with each thing that was found, in the reader's language."""
    why = naming_words()
    found = [why[one.kind] % {"words": one.words} for one in refused.found]
    return " ".join([_(refused.sentence), *found, _("Please take it out and send again.")])


def naming_words() -> dict[str, str]:
    """What each kind of thing that may point at a young person is said to be."""
    return {
        "number": _("“%(words)s” looks like a case number."),
        "birth": _("“%(words)s” looks like a birth date."),
        "name": _("“%(words)s” is the name of a young person beside whom you stand."),
    }
