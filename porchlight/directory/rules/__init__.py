"""Pure rules of the directory: hours, services, names, and where a young person can go now."""

from __future__ import annotations

from porchlight.directory.rules.asking import what_they_ask
from porchlight.directory.rules.choices import ORDER_IN_WORDS, Choice, DoorState, as_choice, where_can_i_go
from porchlight.directory.rules.hours import UNCLEAR_HOURS, Hours, Span, read_hours, write_hours
from porchlight.directory.rules.hours_said import hours_words
from porchlight.directory.rules.lines import CountyCheck, Line, is_for_young_people, line_as_service, with_check
from porchlight.directory.rules.naming import names_the_subject, needs_neutral_name, neutral_description
from porchlight.directory.rules.opening import OpenNow, open_at, open_until, opens_next
from porchlight.directory.rules.saying import Said, say, say_ages
from porchlight.directory.rules.service import (
    EVERYWHERE,
    Ages,
    Answer,
    Confirmed,
    MayShowAddress,
    Service,
    TextTo,
    address_to_show,
    is_confirmed,
)
from porchlight.directory.rules.times_said import day_words
from porchlight.directory.rules.words import Language, Words, spoken

__all__ = [
    "EVERYWHERE",
    "ORDER_IN_WORDS",
    "UNCLEAR_HOURS",
    "Ages",
    "Answer",
    "Choice",
    "Confirmed",
    "CountyCheck",
    "DoorState",
    "Hours",
    "Language",
    "Line",
    "MayShowAddress",
    "OpenNow",
    "Said",
    "Service",
    "Span",
    "TextTo",
    "Words",
    "address_to_show",
    "as_choice",
    "day_words",
    "hours_words",
    "is_confirmed",
    "is_for_young_people",
    "line_as_service",
    "names_the_subject",
    "needs_neutral_name",
    "neutral_description",
    "open_at",
    "open_until",
    "opens_next",
    "read_hours",
    "say",
    "say_ages",
    "spoken",
    "what_they_ask",
    "where_can_i_go",
    "with_check",
    "write_hours",
]
