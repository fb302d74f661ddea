"""A duty of the rule pack: what is owed, by whom, by when, and what shows that it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from porchlight.kernel.county.dues import DUE_FIELDS, Due, read_due
from porchlight.kernel.county.language import pick
from porchlight.kernel.county.provenance import Kind, Provenance, read_kind, read_provenance
from porchlight.kernel.county.rows import PROVENANCE_FIELDS, Row

DUTY_FIELDS = (
    PROVENANCE_FIELDS
    | DUE_FIELDS
    | {
        "trigger",
        "owners",
        "evidence",
        "evidence_instead",
        "time_kind",
        "youth_may_defer",
        "gates",
        "en",
        "es",
    }
)

OWNERS: Mapping[str, str] = {
    "SW": "social worker",
    "PO": "probation officer",
    "SUP": "supervisor",
    "MANAGER": "the manager above the supervisor",
    "CG": "caregiver",
    "PH": "public health",
    "LE": "law-enforcement point of contact",
    "ADM": "county technical administrator",
    "Y": "the young person",
    "CHOSEN": "the person the young person chose",
    "ELIGIBILITY": "the agency's eligibility desk",
    "MDT_LEAD": "who leads the multidisciplinary team",
    "PRIVACY": "privacy officer",
    "REPORTER": "the mandated reporter",
    "RECIPIENT": "who received under the consent",
}


@dataclass(frozen=True)
class GateQuestion:
    """A question that must be answered before a notice may go out: yes, no or unsure."""

    key: str
    en: str
    es: str

    def ask(self, language: str) -> str:
        return pick(language, en=self.en, es=self.es)


@dataclass(frozen=True)
class DutyRule:
    """One rule, as it holds on the day for which the county was read.

    `kind` says whether the duty itself is law; `time_kind` whether its time is. `owners` are
    the roles on whose list it stands. `evidence` names the fields that complete it;
    `evidence_instead` those that stand in their place, such as a reason for withholding.
    """

    key: str
    trigger: str
    due: Due
    owners: tuple[str, ...]
    evidence: tuple[str, ...]
    evidence_instead: tuple[str, ...]
    gates: tuple[GateQuestion, ...]
    youth_may_defer: bool
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

    def name(self, language: str) -> str:
        return pick(language, en=self.en, es=self.es)

    def counsel_note(self, language: str) -> str:
        """What the screen says of a law rule that counsel has not confirmed; otherwise nothing."""
        if self.kind == "local" or self.confirmed:
            return ""
        return pick(
            language,
            en="This is law as we read it. County counsel has not confirmed it yet.",
            es="Esta es la ley como la leemos. El abogado del condado aún no la ha confirmado.",
        )


def read_gate(row: Row) -> GateQuestion:
    """Read one gate question; both languages are needed."""
    row.only(frozenset({"key", "en", "es"}))
    return GateQuestion(key=row.words("key"), en=row.words("en"), es=row.words("es"))


def read_duty(row: Row, *, gates: Mapping[str, GateQuestion], on: date) -> DutyRule:
    """Read one whole duty as it stands on a day."""
    row.only(DUTY_FIELDS)
    owners = row.several("owners")
    for owner in owners:
        if owner not in OWNERS:
            raise row.wrong(f"names an owner “{owner}” that is not known")
    for gate in row.several("gates"):
        if gate not in gates:
            raise row.wrong(f"names a gate “{gate}” that is not known")
    evidence = row.several("evidence")
    if not owners or not evidence:
        raise row.wrong("needs at least one of “owners” and one of “evidence”")
    provenance = read_provenance(row)
    return DutyRule(
        key=row.words("key"),
        trigger=row.words("trigger"),
        due=read_due(row),
        owners=owners,
        evidence=evidence,
        evidence_instead=row.several("evidence_instead"),
        gates=tuple(gates[gate] for gate in row.several("gates")),
        youth_may_defer=row.flag("youth_may_defer"),
        time_kind=time_kind(row),
        en=row.words("en"),
        es=row.words("es"),
        provenance=provenance,
        confirmed=provenance.confirmed_on(on),
    )


def time_kind(row: Row) -> Kind:
    """Whether the time of a duty is law: as the duty itself, unless the row says otherwise."""
    return read_kind(row, "time_kind" if row.has("time_kind") else "kind")
