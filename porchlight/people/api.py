"""The door of people."""

from porchlight.people.commands import rename, welcome
from porchlight.people.queries import (
    PAGE,
    DetailSheet,
    NameSheet,
    called,
    detail,
    my_young_people,
    names_beside,
    names_everywhere,
    names_of,
)
from porchlight.people.rules import AUDIENCES, OneMore, age_on, birth_date_trouble, names_by_audience
from porchlight.people.trusted import (
    ASK_IF_AWAY,
    TrustedSheet,
    new_trusted_id,
    no_longer_trusted,
    one_more,
    trust,
    trusted,
)

__all__ = [
    "ASK_IF_AWAY",
    "AUDIENCES",
    "PAGE",
    "DetailSheet",
    "NameSheet",
    "OneMore",
    "TrustedSheet",
    "age_on",
    "birth_date_trouble",
    "called",
    "detail",
    "my_young_people",
    "names_beside",
    "names_by_audience",
    "names_everywhere",
    "names_of",
    "new_trusted_id",
    "no_longer_trusted",
    "one_more",
    "rename",
    "trust",
    "trusted",
    "welcome",
]
