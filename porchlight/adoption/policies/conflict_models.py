"""Conflicts: rules and practices that work against harm reduction, until they are fixed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Conflict(CountyRow):
    """That a policy or a practice of the agency `about` works against what we agreed on. Anybody may name one."""

    about = models.UUIDField()
    policy = models.UUIDField(null=True)
    kind = models.TextField()
    what = CaseFreeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_conflict"
        indexes: ClassVar = [models.Index(fields=["county", "about"], name="conflict_county")]


class ConflictPlan(AgencyRow):
    """Who of the agency sees to it, and by which day it is fixed. The newest counts."""

    conflict = models.UUIDField()
    owner = models.UUIDField()
    owner_name = CaseFreeField()
    due = models.DateField()

    class Meta:
        db_table = "adoption_conflict_plan"
        indexes: ClassVar = [models.Index(fields=["conflict"], name="conflict_plan_conflict")]


class ConflictFixed(AgencyRow):
    """That it is fixed: on which day, and how."""

    conflict = models.UUIDField()
    fixed_on = models.DateField()
    how = CaseFreeField()

    class Meta:
        db_table = "adoption_conflict_fixed"
        constraints: ClassVar = [models.UniqueConstraint(fields=["conflict", "agency_id"], name="conflict_fixed_once")]
