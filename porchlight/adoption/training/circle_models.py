"""Tables of discussion: circles in which colleagues think together, and who sat in them."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from porchlight.adoption.ground.rows import AgencyRow, CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Circle(AgencyRow):
    """One circle of an agency: its day, questions by key of the bank and in own words, notes, how many people."""

    held_on = models.DateField()
    questions = ArrayField(models.TextField(), default=list)
    own_question = CaseFreeField(default="")
    notes = CaseFreeField(default="")
    people = models.IntegerField()

    class Meta:
        db_table = "adoption_circle"
        indexes: ClassVar = [
            models.Index(fields=["agency_id", "held_on"], name="circle_agency"),
            models.Index(fields=["county", "held_on"], name="circle_county"),
        ]


class Presence(CountyRow):
    """That a seat sat in a circle. Who it was is read by that person and by who wrote the circle down."""

    circle = models.UUIDField()
    seat = models.UUIDField()

    class Meta:
        db_table = "adoption_presence"
        constraints: ClassVar = [models.UniqueConstraint(fields=["circle", "seat"], name="presence_once")]
        indexes: ClassVar = [models.Index(fields=["seat"], name="presence_seat")]
