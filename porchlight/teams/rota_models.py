"""Who is on call when, and what the rota was asked."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from porchlight.kernel import clock

QUARTERS = (0, 15, 30, 45)


class Shift(models.Model):
    """Hours on call, on the county's wall clock: once on `day`, every week on `weekday`, or, with neither, every day.

    A dated shift stands in place of the others of its `order` for the hours that it covers; with no seat it says
    that nobody is there. `ends` at or before `starts` is on the next day. Whole quarters of an hour, so
    that the database may walk a night in quarters.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    seat_id = models.UUIDField(null=True)
    order = models.TextField()
    weekday = models.SmallIntegerField(null=True)
    day = models.DateField(null=True)
    starts = models.TimeField()
    ends = models.TimeField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "teams_shift"
        indexes: ClassVar = [
            models.Index(fields=["agency_id"], condition=models.Q(ended_at=None), name="shift_of_agency"),
        ]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(weekday=None) | models.Q(weekday__range=(0, 6), day=None),
                name="shift_weekday_or_day",
            ),
            models.CheckConstraint(
                condition=models.Q(day__isnull=False) | models.Q(seat_id__isnull=False),
                name="nobody_on_one_day_only",
            ),
            models.CheckConstraint(
                condition=models.Q(starts__minute__in=QUARTERS, ends__minute__in=QUARTERS),
                name="shift_in_quarters",
            ),
        ]


class Ask(models.Model):
    """One question to those on call: in which thread, since when, heard and answered when. No words.

    `called_by` is the seat that reached the asker by phone, at `answered_at`.
    `minutes` is the county's time after which an unread question moves on, as it was when it was asked.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    agency_id = models.UUIDField()
    youth_id = models.UUIDField()
    thread_id = models.UUIDField()
    asked_by = models.UUIDField()
    asked_at = models.DateTimeField()
    minutes = models.IntegerField()
    heard_at = models.DateTimeField(null=True)
    heard_by = models.UUIDField(null=True)
    answered_at = models.DateTimeField(null=True)
    called_by = models.UUIDField(null=True)

    class Meta:
        db_table = "teams_ask"
        indexes: ClassVar = [
            models.Index(fields=["thread_id", "-asked_at"], name="ask_of_thread"),
            models.Index(fields=["agency_id"], condition=models.Q(answered_at=None), name="ask_waiting"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["thread_id"], condition=models.Q(heard_at=None), name="one_open_ask_a_thread"
            ),
        ]
