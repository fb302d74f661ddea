"""The county of this deployment, as it stands on the day of a moment."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from porchlight.kernel import clock
from porchlight.kernel.county import County, read_county


def the_county(at: datetime | None = None) -> County:
    """Values and duties of our county on the day of `at`, else today."""
    return read_county(settings.COUNTY, on=clock.county_time(at or clock.now()).date())
