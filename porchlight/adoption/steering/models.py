"""The committee, its places, its meetings and what came of them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from porchlight.adoption.ground.rows import CountyRow
from porchlight.adoption.ground.words import CaseFreeField


class Body(CountyRow):
    """The steering committee, or a taskforce beside it. `kind` is a code of `rules.BODIES`."""

    kind = models.TextField()
    name = CaseFreeField()
    purpose = CaseFreeField(default="")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_body"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["county"], condition=models.Q(kind="committee", ended_at=None), name="one_committee"
            )
        ]


class Place(CountyRow):
    """A place at the table: for whom it is, who holds it, who stands in. An empty holder is a vacancy.

    `partner` is a code of `rules.places`. A change of holder ends the row and begins another. `paid` says whether
    whoever brings lived experience is paid.
    """

    body_id = models.UUIDField()
    partner = models.TextField()
    name = CaseFreeField(default="")
    holder = CaseFreeField(default="")
    alternate = CaseFreeField(default="")
    paid = models.BooleanField(default=False)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_place"
        indexes: ClassVar = [models.Index(fields=["body_id"], name="place_of_body")]


class Meeting(CountyRow):
    """A meeting that was called. Its agenda may change until it has begun."""

    body_id = models.UUIDField()
    starts_at = models.DateTimeField()
    venue = CaseFreeField(default="")
    agenda = CaseFreeField(default="")
    called_off_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_meeting"
        indexes: ClassVar = [models.Index(fields=["county", "-starts_at"], name="meeting_county")]


class Paper(CountyRow):
    """A paper for a meeting: a file with a title."""

    meeting_id = models.UUIDField()
    title = CaseFreeField()
    file_id = models.UUIDField()

    class Meta:
        db_table = "adoption_paper"
        indexes: ClassVar = [models.Index(fields=["meeting_id"], name="paper_of_meeting")]


class Attendance(CountyRow):
    """Who came for a place: the holder, the alternate, or nobody. The newest row of a place counts."""

    meeting_id = models.UUIDField()
    place_id = models.UUIDField()
    came = models.TextField()

    class Meta:
        db_table = "adoption_attendance"
        indexes: ClassVar = [models.Index(fields=["meeting_id", "place_id", "-made_at"], name="attendance_newest")]


class Decision(CountyRow):
    """What a meeting decided, and how. `how` is a code of `rules.HOW`."""

    meeting_id = models.UUIDField()
    words = CaseFreeField()
    how = models.TextField()

    class Meta:
        db_table = "adoption_decision"
        indexes: ClassVar = [models.Index(fields=["meeting_id"], name="decision_of_meeting")]


class Action(CountyRow):
    """What somebody will do by a day, because a meeting asked for it."""

    meeting_id = models.UUIDField()
    words = CaseFreeField()
    owner = CaseFreeField()
    due_on = models.DateField()

    class Meta:
        db_table = "adoption_action"
        indexes: ClassVar = [models.Index(fields=["county", "due_on"], name="action_county")]


class ActionOutcome(CountyRow):
    """What came of an action; the newest counts."""

    action_id = models.UUIDField()
    done = models.BooleanField()
    words = CaseFreeField(default="")

    class Meta:
        db_table = "adoption_action_outcome"
        indexes: ClassVar = [models.Index(fields=["action_id", "-made_at"], name="outcome_of_action")]


class Minutes(CountyRow):
    """The minutes of a meeting, version by version. Once approved, a version is never written over."""

    meeting_id = models.UUIDField()
    number = models.IntegerField()
    words = CaseFreeField()
    approved_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "adoption_minutes"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting_id", "number"], name="minutes_by_number"),
        ]
