"""Copies of a version to print and to publish: one text, one fingerprint, what each agency said."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation
from django.utils.translation import gettext as _

from porchlight.adoption.definition import api as definition
from porchlight.desks.papers import Part, paper, written
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.definition import showing, words
from porchlight.policy.api import Visit, the_county

LANGUAGES = ("en", "es")


def printed(one: definition.VersionSheet, *, by: Visit, youth: bool = False) -> bytes:
    """The PDF of a version in the visit's language; `youth` prints the young people's text alone."""
    found = [part for part in _parts(one, by=by) if (part[0] == "youth") is youth or not youth]
    facts = [(_("County"), the_county().place.name), (_("Text"), words.standing_of(one))]
    if one.fingerprint:
        facts.append((_("Fingerprint of the text"), one.fingerprint))
    body = [written(heading, _markdown(kind, shown, by.language)) for kind, heading, shown in found]
    foot = one.fingerprint or words.standing_of(one)
    said = [] if youth else [*_signatures(one, by=by)]
    ends = [*said, *_writers(one, by=by, youth=youth)]
    return paper(_title(youth=youth), language=by.language, parts=[*body, *ends], facts=facts, foot=foot)


def copies(one: definition.VersionSheet, *, by: Visit, youth: bool = False) -> Iterator[definition.Copy]:
    """A copy in English and one in Spanish, each with its PDF; none where that text has not been written."""
    spoken = by.language
    for language in LANGUAGES:
        by.language = language
        try:
            with translation.override(language):
                found = [part for part in _parts(one, by=by) if (part[0] == "youth") is youth]
                if _is_in(found, language):
                    body = "\n\n".join(
                        f"# {heading}\n\n{_markdown(kind, shown, language)}" for kind, heading, shown in found
                    )
                    pdf = printed(one, by=by, youth=youth)
                    end = ("" if youth else f"\n\n{_said(one, by=by)}") + _wrote(one, by=by, youth=youth)
                    yield definition.Copy(language, _title(youth=youth), _standing(one), body + end, pdf)
        finally:
            by.language = spoken


def _parts(one: definition.VersionSheet, *, by: Visit) -> list[tuple[str, str, list[showing.Shown]]]:
    return showing.parts(definition.passages(one.id, by=by), by.language, agreed=showing.is_agreed(one))


def _is_in(found: list[tuple[str, str, list[showing.Shown]]], language: str) -> bool:
    return any(one.language == language for _kind, _heading, shown in found for one in shown)


def _title(*, youth: bool) -> str:
    return _("What we agreed on, in young people's words") if youth else _("What harm reduction means here")


def _standing(one: definition.VersionSheet) -> str:
    mark = _("Fingerprint of the text")
    return f"{words.standing_of(one)}. {mark}: {one.fingerprint}"


def _markdown(kind: str, shown: list[showing.Shown], language: str) -> str:
    if kind == "will_not":
        return "\n".join(f"- {_unspoken(one, language)}{one.words}" for one in shown)
    if kind == "term":
        return "\n".join(f"- {_unspoken(one, language)}**{one.heading}**: {one.words}" for one in shown)
    heads = [f"## {one.heading}\n\n" if one.heading else "" for one in shown]
    return "\n\n".join(f"{head}{_unspoken(one, language)}{one.words}" for head, one in zip(heads, shown, strict=True))


def _unspoken(one: showing.Shown, language: str) -> str:
    """Says so where a text stands in another language than the copy."""
    between, said = "\n\n" if one.kind in ("passage", "youth") else " ", _("This part is not in Spanish yet.")
    return "" if one.language == language else f"*{said}*{between}"


def _signatures(one: definition.VersionSheet, *, by: Visit) -> Iterator[Part]:
    """What each agency said, as a table; the reasons of those that said no, in their words."""
    said, names = definition.said(one, by=by), words.answer_words()
    rows = [(a.agency_name, names[a.kind], a.signed, on_day(a.made_at)) for a in said.answers]
    rows += [(name, names["waiting"], "", "") for name in said.standing.waiting]
    if rows:
        yield Part(
            _("What each agency said"), columns=(_("Agency"), _("The answer"), _("Signed by"), _("On")), rows=rows
        )
    for one_answer in said.answers:
        if one_answer.reason:
            heading = _("%(agency)s, in their words") % {"agency": one_answer.agency_name}
            yield written(heading, one_answer.reason)


def _writers(one: definition.VersionSheet, *, by: Visit, youth: bool) -> Iterator[Part]:
    wrote = _who_wrote(one, by=by, youth=youth)
    if wrote:
        yield Part(_("Who wrote it"), columns=(_("Text"), _("Written by")), rows=wrote)


def _who_wrote(one: definition.VersionSheet, *, by: Visit, youth: bool) -> list[tuple[str, str]]:
    """Who wrote each text of the version; `youth` leaves the young people's."""
    said = definition.written_by(one.id, by=by)
    return showing.writers({kind: who for kind, who in said.items() if kind.startswith("youth") or not youth})


def _said(one: definition.VersionSheet, *, by: Visit) -> str:
    """What each agency said, as Markdown for a published page."""
    said, names = definition.said(one, by=by), words.answer_words()
    lines = ["# " + _("What each agency said"), ""]
    for answer in said.answers:
        why = f": {' '.join(answer.reason.split())}" if answer.reason else ""
        signed = f"{answer.signed}, {on_day(answer.made_at)}"
        lines.append(f"- {answer.agency_name} {names[answer.kind]} ({signed}){why}")
    lines += [f"- {name}: {names['waiting']}" for name in said.standing.waiting]
    return "\n".join(lines)


def _wrote(one: definition.VersionSheet, *, by: Visit, youth: bool) -> str:
    """Who wrote the texts, as Markdown for a published page."""
    wrote = _who_wrote(one, by=by, youth=youth)
    heading = _("Who wrote it")
    return (f"\n\n# {heading}\n\n" if wrote else "") + "\n".join(f"- {name}: {by_whom}" for name, by_whom in wrote)
