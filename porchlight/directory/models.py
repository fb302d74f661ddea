"""The county's own services, what it has checked, and which county this is. Nothing here is about a young person.

The real lines are not here: they come with the code, in `data/directory-seed.csv`.
"""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.kernel import clock


class AreaEntry(models.Model):
    """One part of the county, as a young person would pick it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name_en = models.TextField()
    name_es = models.TextField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "directory_area"


class ServiceEntry(models.Model):
    """One service as it stood from `made_at` to `ended_at`. A newer row of the same `service` replaces it.

    `rules.Service` explains each column. Answers are `yes`, `no` or `unknown`. `hours` is as `rules.read_hours`
    reads it. A confidential address is not held at all.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    service = models.UUIDField()
    name_en = models.TextField()
    name_es = models.TextField()
    what_it_is = ArrayField(models.TextField())
    area = models.UUIDField(null=True)
    phone = models.TextField()
    text_number = models.TextField()
    text_send_en = models.TextField()
    text_send_es = models.TextField()
    hours = models.TextField()
    hours_note_en = models.TextField()
    hours_note_es = models.TextField()
    away_ok = models.TextField()
    ok_while_still_with_them = models.TextField()
    no_id = models.TextField()
    no_parent = models.TextField()
    no_police_call = models.TextField()
    walk_in = models.TextField()
    youngest = models.IntegerField(null=True)
    oldest = models.IntegerField(null=True)
    ages_en = models.TextField()
    ages_es = models.TextField()
    gender_policy_en = models.TextField()
    gender_policy_es = models.TextField()
    languages_en = models.TextField()
    languages_es = models.TextField()
    disability_access_en = models.TextField()
    disability_access_es = models.TextField()
    reports_what_en = models.TextField()
    reports_what_es = models.TextField()
    confidential_address = models.BooleanField()
    street_address = models.TextField()
    address_yes_by = models.TextField()
    address_yes_on = models.DateField(null=True)
    source = models.TextField()
    source_read_on = models.DateField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "directory_service"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["service"], condition=models.Q(ended_at=None), name="one_current_entry"),
            models.CheckConstraint(
                condition=models.Q(confidential_address=False) | models.Q(street_address=""),
                name="no_confidential_address",
            ),
        ]


class Check(models.Model):
    """What a county person found when checking one line or service: all of it, or it is not a check.

    `subject` is the key of a line or the id of a service; the newest row counts. `answers` false: the number
    does not answer any more. `checked_by` is the county's name as the public reads it; `made_by` the seat.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    subject = models.TextField()
    answers = models.BooleanField()
    phone = models.TextField()
    text_number = models.TextField()
    text_send_en = models.TextField()
    text_send_es = models.TextField()
    hours = models.TextField()
    checked_by = models.TextField()
    checked_on = models.DateField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "directory_check"
        indexes: ClassVar = [models.Index(fields=["subject", "-made_at"], name="check_of_subject")]


class CountyChoice(models.Model):
    """Which county this deployment serves: the key of its file or its FIPS code. The newest row counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    key = models.TextField()
    made_by = models.UUIDField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        db_table = "directory_county"
