"""The door of people."""

from porchlight.people.commands import rename, welcome
from porchlight.people.queries import (
    PAGE,
    DetailSheet,
    NameSheet,
    called,
    detail,
    my_young_people,
    names_everywhere,
    names_of,
)
from porchlight.people.rules import AUDIENCES, age_on, birth_date_trouble, names_by_audience

__all__ = [
    "AUDIENCES",
    "PAGE",
    "DetailSheet",
    "NameSheet",
    "age_on",
    "birth_date_trouble",
    "called",
    "detail",
    "my_young_people",
    "names_by_audience",
    "names_everywhere",
    "names_of",
    "rename",
    "welcome",
]
