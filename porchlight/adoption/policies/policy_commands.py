"""Keeping an agency's register: new policies, new versions, steps with their days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from porchlight.adoption.ground.rows import ours
from porchlight.adoption.ground.words import CaseFree
from porchlight.adoption.policies import policy_queries as queries
from porchlight.adoption.policies.policy_models import Policy, PolicyStep, PolicyVersion
from porchlight.adoption.policies.rules import STATES, is_kept, living
from porchlight.adoption.policies.troubles import AgencyLeft, NotYetThere, StepKept, WrittenMeanwhile
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.policy.api import Event, InOffice, Office, Visit, guarded

KEEPERS = InOffice((Office.LEAD, Office.MANAGER), after_leaving=True)
NO_WORDS = CaseFree("")


@dataclass(frozen=True)
class PolicyDraft:
    """What a keeper says of a policy. `owner` is a seat of the agency, with its name as the page shows it."""

    title: CaseFree
    serves: tuple[str, ...]
    owner: UUID
    owner_name: str
    review_on: date | None = None
    survivors_asked: bool | None = None
    survivors_gave: CaseFree = NO_WORDS
    served_asked: bool | None = None
    served_gave: CaseFree = NO_WORDS
    body: CaseFree = NO_WORDS
    file: UUID | None = None


@guarded(KEEPERS)
def register_policy(draft: PolicyDraft, *, by: Visit) -> UUID:
    """Put a policy on the own agency's register, as its first version. Raises `AgencyLeft`."""
    in_a_county(by)
    policy = Policy.objects.create(**ours(by))
    _write(policy.id, 1, draft, by)
    return policy.id


@guarded(KEEPERS)
def write_version(policy: UUID, draft: PolicyDraft, *, after: int, by: Visit) -> int:
    """Keep a new version after the one that was read. Raises `WrittenMeanwhile` when another came between.

    A version without a file of its own keeps the file of the one before.
    """
    in_a_county(by)
    newest = _own(policy, by)
    if newest.number != after:
        raise WrittenMeanwhile
    _write(policy, after + 1, replace(draft, file=draft.file or newest.file), by)
    return after + 1


@guarded(KEEPERS)
def record_step(policy: UUID, *, state: str, on: date, by: Visit) -> UUID:
    """Keep that the newest version took a step on that day. Raises `NotYetThere`, `StepKept`, `ValueError`."""
    in_a_county(by)
    if state not in STATES:
        raise ValueError(f"{state} is no step of a policy")
    _has_come(on)
    number = _own(policy, by).number
    if is_kept(queries.steps(policy, by=by), number=number, state=state, on=on):
        raise StepKept
    return _step(policy, by, number=number, state=state, on_day=on)


@guarded(KEEPERS)
def correct_step(policy: UUID, step: UUID, *, on: date | None, by: Visit) -> UUID:
    """Keep another day for a step, or none when it never happened; what was kept before stays. Raises `NotYetThere`."""
    in_a_county(by)
    if on:
        _has_come(on)
    _own(policy, by)
    before = next((one for one in living(queries.steps(policy, by=by)) if one.id == step), None)
    if before is None:
        raise Refused
    return _step(policy, by, number=before.number, state=before.state, on_day=on, corrects=step)


def in_a_county(by: Visit) -> None:
    """Whether anything new may be written. Raises `AgencyLeft`."""
    if by.county is None:
        raise AgencyLeft


def _has_come(on: date) -> None:
    if on > clock.county_time(clock.now()).date():
        raise NotYetThere


def _own(policy: UUID, by: Visit) -> queries.VersionSheet:
    newest = next(iter(queries.versions(policy, by=by)), None)
    if newest is None or newest.agency != by.own_agency:
        raise Refused
    return newest


def _write(policy: UUID, number: int, draft: PolicyDraft, by: Visit) -> None:
    said = {**vars(draft), "serves": list(draft.serves), "owner_name": CaseFree(draft.owner_name)}
    try:
        with transaction.atomic():
            PolicyVersion.objects.create(**ours(by), policy=policy, number=number, **said)
    except IntegrityError as raced:
        raise WrittenMeanwhile from raced
    by.note(Event("write", "adoption.policy", why=str(policy)))


def _step(policy: UUID, by: Visit, **said: object) -> UUID:
    row = PolicyStep.objects.create(**ours(by), policy=policy, **said)
    by.note(Event("write", "adoption.policy_step", why=str(row.id)))
    return row.id
