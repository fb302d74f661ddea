"""What every lint answers with, and how a line is spared with a reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: where it is, which rule it breaks, what is wrong and what to write instead."""

    path: str
    line: int
    rule: str
    said: str
    instead: str = ""

    def __str__(self) -> str:
        repair = f" Instead: {self.instead}." if self.instead else ""
        return f"{self.path}:{self.line}: {self.rule}: {self.said}.{repair}"


@dataclass(frozen=True, slots=True)
class Spared:
    """Text that a lint lets pass, and the reason why. Raises `ValueError` without a real reason."""

    text: str
    reason: str

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise ValueError("An exception names the text that it spares.")
        if len(self.reason.split()) < 3:
            raise ValueError(f"Say in at least three words why {self.text!r} is spared.")


def report(findings: list[Finding]) -> str:
    """Every finding on its own line, for the message of an assertion."""
    return "\n".join(str(finding) for finding in findings)
