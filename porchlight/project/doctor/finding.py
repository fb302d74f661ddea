"""What doctor says: one line for each thing looked at, and how to mend it where it is not as it should be."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

State = Literal["good", "note", "bad"]


@dataclass(frozen=True)
class Finding:
    """`good`, a `note` that no one has to act on today, or `bad`, which must be mended. `mend` says how."""

    about: str
    state: State
    says: str
    mend: str = ""

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    def __str__(self) -> str:
        sign = {"good": "ok  ", "note": "note", "bad": "BAD "}[self.state]
        repair = f"\n      mend: {self.mend}" if self.mend and self.state != "good" else ""
        return f"{sign}  {self.about}: {self.says}{repair}"


def good(about: str, says: str) -> Finding:
    return Finding(about, "good", says)


def note(about: str, says: str, *, mend: str = "") -> Finding:
    return Finding(about, "note", says, mend)


def bad(about: str, says: str, *, mend: str) -> Finding:
    return Finding(about, "bad", says, mend)


def either(about: str, wrong: list[str], *, well: str, mend: str) -> Finding:
    """Good when nothing is wrong, else bad with everything that is."""
    return bad(about, "; ".join(wrong), mend=mend) if wrong else good(about, well)
