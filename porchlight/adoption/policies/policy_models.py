"""An agency's register: policies, their versions, and the steps that each version took."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import AgencyRow
from porchlight.adoption.ground.words import CaseFreeField


class Policy(AgencyRow):
    """One policy of an agency. What it says and how it is called stand in its versions."""

    class Meta:
        db_table = "adoption_policy"
        indexes: ClassVar = [models.Index(fields=["county", "agency_id"], name="policy_county")]


class PolicyVersion(AgencyRow):
    """What a policy says, whom it serves and who looks after it, as one version has it. Never overwritten.

    `serves` are rows of the notice (`shipped.toml`). `owner` is a seat, with its name as it was. `survivors_asked` and
    `served_asked` (those whom the agency serves) are yes, no, or nobody said; `..._gave` is what came of it. The text
    stands in `body` as Markdown, or in a kept `file`, or in both.
    """

    policy = models.UUIDField()
    number = models.IntegerField()
    title = CaseFreeField()
    serves = ArrayField(models.TextField(), default=list)
    owner = models.UUIDField()
    owner_name = CaseFreeField()
    review_on = models.DateField(null=True)
    survivors_asked = models.BooleanField(null=True)
    survivors_gave = CaseFreeField(default="")
    served_asked = models.BooleanField(null=True)
    served_gave = CaseFreeField(default="")
    body = CaseFreeField(default="")
    file = models.UUIDField(null=True)

    class Meta:
        db_table = "adoption_policy_version"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["policy", "agency_id", "number"], name="policy_version_once")
        ]


class PolicyStep(AgencyRow):
    """That a version was drafted, consulted on, adopted, put in use or reviewed, on a day.

    A step that `corrects` another takes its place; without a day it says that the other never happened.
    """

    policy = models.UUIDField()
    number = models.IntegerField()
    state = models.TextField()
    on_day = models.DateField(null=True)
    corrects = models.UUIDField(null=True)

    class Meta:
        db_table = "adoption_policy_step"
        indexes: ClassVar = [models.Index(fields=["policy"], name="policy_step_policy")]
