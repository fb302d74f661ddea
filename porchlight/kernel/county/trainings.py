"""Required training of the rule pack: which roles need what, and after how many months it is due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from porchlight.kernel.county.duties import time_kind
from porchlight.kernel.county.language import pick
from porchlight.kernel.county.provenance import Kind, Provenance, read_provenance
from porchlight.kernel.county.rows import PROVENANCE_FIELDS, Row

TRAINING_FIELDS = PROVENANCE_FIELDS | {"roles", "months", "time_kind", "en", "es"}
_ROLE = re.compile(r"[A-Z]{2,4}")


@dataclass(frozen=True)
class TrainingRule:
    """One required training, as it holds on the day for which the county was read.

    `roles` are codes of the grid. It is due anew `months` calendar months after it was done. `kind` says whether
    the training itself is law; `time_kind` whether the months are.
    """

    key: str
    roles: tuple[str, ...]
    months: int
    time_kind: Kind
    en: str
    es: str
    provenance: Provenance
    confirmed: bool

    @property
    def kind(self) -> Kind:
        return self.provenance.kind

    @property
    def source(self) -> str:
        return self.provenance.source

    @property
    def unconfirmed(self) -> bool:
        """Whether it is called law here and no named person has confirmed it: a page says so."""
        return self.kind == "law" and not self.confirmed

    def name(self, language: str) -> str:
        return pick(language, en=self.en, es=self.es)


def read_training(row: Row, *, on: date) -> TrainingRule:
    """Read one whole training as it stands on a day."""
    row.only(TRAINING_FIELDS)
    roles = row.several("roles")
    if not roles or len(set(roles)) != len(roles):
        raise row.wrong("needs different codes of roles under “roles”")
    for role in roles:
        if not _ROLE.fullmatch(role):
            raise row.wrong(f"names a role “{role}” that is no code of a role")
    provenance = read_provenance(row)
    return TrainingRule(
        key=row.words("key"),
        roles=roles,
        months=row.count("months"),
        time_kind=time_kind(row),
        en=row.words("en"),
        es=row.words("es"),
        provenance=provenance,
        confirmed=provenance.confirmed_on(on),
    )
