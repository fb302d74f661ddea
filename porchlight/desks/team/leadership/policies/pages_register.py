"""Registers of policies: the county's, an agency's, and one policy with its steps and versions."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.http import HttpRequest

from porchlight.adoption.files import api as files
from porchlight.adoption.policies import api as policies
from porchlight.desks.forms import Form
from porchlight.desks.team.leadership.pages_practice import PRACTICE
from porchlight.desks.team.leadership.policies.county import agency_names, keeps, name_of, today
from porchlight.desks.team.leadership.policies.words import kind_words, row_words, state_words
from porchlight.desks.team.shell.frame import page
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Answer, Go, Paper, SignedIn, Visit, door


@door("policies", needs=SignedIn(), house="team")
def county_register(request: HttpRequest, visit: Visit) -> Answer:
    """Open conflicts of the whole county, then its agencies by name, each with where its policies stand."""
    if visit.county is None:
        return Go(f"/policies/a/{visit.own_agency}")
    names = agency_names(visit)
    counts: dict[UUID, Counter[str]] = {agency: Counter() for agency in names}
    for one in policies.policies(by=visit):
        if one.agency in counts:
            counts[one.agency][one.standing.state] += 1
    found = [one for one in policies.open_conflicts(by=visit) if one.about in names]
    return page(visit, "adoption/policies.html", here=PRACTICE, names=names, counts=counts, **_conflicts(visit, found))


@door("policies/a/<uuid:agency>", needs=SignedIn(), house="team")
def agency_register(request: HttpRequest, visit: Visit, agency: UUID) -> Answer:
    """One agency's register: what works against it first, then its policies; what nothing serves yet."""
    names = agency_names(visit)
    name, found = name_of(agency, names), policies.policies(by=visit, agency=agency)
    rows = row_words(visit)
    said = policies.conflicts(agency, by=visit) if visit.county is not None else ()
    return page(
        visit,
        "adoption/policies_agency.html",
        here=PRACTICE,
        agency=agency,
        name=name,
        names=names,
        found=found,
        unserved=[rows[row] for row in policies.not_served((r for one in found for r in one.serves), rows=rows)],
        keeps=keeps(visit, agency),
        left=visit.county is None,
        fixed=[one for one in said if one.fixed_on],
        **_conflicts(visit, [one for one in said if not one.fixed_on]),
    )


@door("policies/<uuid:row>", needs=SignedIn(), house="team")
def policy(request: HttpRequest, visit: Visit, row: UUID) -> Answer:
    """One policy: whom it serves, who looks after it, every step with its day, its text or file."""
    return show_policy(visit, row, Form())


@door("policies/<uuid:row>/v/<int:number>", needs=SignedIn(), house="team")
def older_version(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """One version as it was."""
    return show_policy(visit, row, Form(), number=number)


@door("policies/<uuid:row>/v/<int:number>/file", needs=SignedIn(), house="team")
def policy_file(request: HttpRequest, visit: Visit, row: UUID, number: int) -> Answer:
    """The PDF that a version came with."""
    version = next((one for one in policies.versions(row, by=visit) if one.number == number), None)
    found = files.file_body(version.file, by=visit) if version and version.file else None
    if found is None:
        raise Refused
    return Paper(found[1], found[0])


def show_policy(visit: Visit, row: UUID, form: Form, *, number: int | None = None) -> Answer:
    """The page of a policy, with what was typed on it when a form came back."""
    every, names = policies.versions(row, by=visit), agency_names(visit)
    version = next((one for one in every if number in (None, one.number)), None)
    if version is None:
        raise Refused
    steps, rows = policies.steps(row, by=visit), row_words(visit)
    said = policies.open_conflicts(by=visit, agency=version.agency) if visit.county is not None else ()
    return page(
        visit,
        "adoption/policy.html",
        here=PRACTICE,
        status=422 if form.errors else 200,
        form=form,
        version=version,
        newest=every[0].number,
        every=every,
        name=name_of(version.agency, names),
        names=names,
        steps=steps,
        standing=policies.standing(steps, newest=every[0].number),
        gone=policies.corrected(steps),
        serves=[rows[key] for key in version.serves if key in rows],
        keeps=keeps(visit, version.agency),
        next_states=[(state, state_words()[state].capitalize()) for state in policies.STATES],
        left=visit.county is None,
        **_conflicts(visit, [one for one in said if one.policy == row]),
    )


def _conflicts(visit: Visit, found: list[policies.ConflictSheet]) -> dict[str, Any]:
    return {"conflicts": found, "kinds": kind_words(visit), "states": state_words(), "today": today()}
