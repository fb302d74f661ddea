"""What the tables of this room begin with. None has a column for a young person (tests/adoption)."""

from __future__ import annotations

import uuid
from typing import Any

from django.db import models

from porchlight.kernel import clock
from porchlight.policy.api import Visit


class CountyRow(models.Model):
    """A row of one county. `county` is empty for the county that this deployment serves; `made_by` is a seat."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    county = models.TextField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        abstract = True


class AgencyRow(CountyRow):
    """A row that one agency of a county wrote."""

    agency_id = models.UUIDField()

    class Meta:
        abstract = True


class PairRow(AgencyRow):
    """A row between two seats: the coach, who writes it, and the coached."""

    coach = models.UUIDField()
    coached = models.UUIDField()

    class Meta:
        abstract = True


def here(by: Visit) -> dict[str, Any]:
    """The columns that every row of a county begins with."""
    return {"county": by.county, "made_by": by.actor}


def ours(by: Visit) -> dict[str, Any]:
    """The same for a row of the own agency."""
    return here(by) | {"agency_id": by.own_agency}
