"""Definitions made by the product's own commands: wordings, drafts, answers."""

from __future__ import annotations

from uuid import UUID

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import CaseFree, case_free
from porchlight.kernel.ids import new_id

WORDINGS = {
    "services": "We keep every door open. We notice small steps.",
    "probation": "We keep every door open. We look at the whole of it before we answer.",
    "advocates": "We stay beside the young person. We notice small steps.",
}
PASSAGE = "A young person leads. We make each day a little safer."


def wordings(county) -> None:
    """Each of the three agencies says how it puts it."""
    for agency, words in WORDINGS.items():
        with county.by(f"{agency}.lead") as lead:
            definition.write_wording(words=case_free(words, by=lead), by=lead)


def written(passage: UUID | None = None, *, edition: int = 0, kind: str = "passage", **texts: str):
    """What a form sends; texts not named are empty."""
    columns = ("heading", "words", "heading_es", "words_es")
    return definition.Written(passage or new_id(), edition, kind, *(CaseFree(texts.get(name, "")) for name in columns))


def draft(county, *, words: str = PASSAGE) -> UUID:
    """An open draft with one passage; its id."""
    with county.by("chair") as chair:
        version = definition.open_round(by=chair)
        one = written(heading="What we mean", words=words, heading_es="Lo que decimos", words_es="La persona guía.")
        definition.write_passage(version, written=one, by=chair)
    return version


def closed(county, *, asked=("services", "probation", "advocates"), answers_by=None, words: str = PASSAGE) -> UUID:
    """A version that these agencies are asked about; its id."""
    version = draft(county, words=words)
    with county.by("chair") as chair:
        agencies = [county.agencies[name] for name in asked]
        definition.close_round(version, asked=agencies, answers_by=answers_by, by=chair)
    return version


def answers(county, version: UUID, **said: str) -> None:
    """Each named agency's signatory answers, in this order; a reason goes with whatever is no yes."""
    for agency, kind in said.items():
        with county.by(f"{agency}.signatory") as signatory:
            reason = "" if kind == "ratifies" else "Our board wants to see the first part again."
            definition.answer(version, kind=kind, reason=case_free(reason, by=signatory), by=signatory)


def in_force(county, *, words: str = PASSAGE) -> UUID:
    """A version in force, ratified by two and dissented from by one; its id."""
    version = closed(county, words=words)
    answers(county, version, services="ratifies", probation="ratifies", advocates="dissents")
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)
    return version


def one(county, version: UUID, who: str = "chair"):
    """That version as somebody of the county reads it."""
    with county.by(who) as visit:
        return next(found for found in definition.versions(by=visit) if found.id == version)


def text(county, version: UUID, who: str = "chair"):
    """Its passages as somebody of the county reads them."""
    with county.by(who) as visit:
        return definition.passages(version, by=visit)


def said(county, version: UUID, who: str = "chair"):
    """The answers and the standing."""
    with county.by(who) as visit:
        found = next(one for one in definition.versions(by=visit) if one.id == version)
        return definition.said(found, by=visit)
