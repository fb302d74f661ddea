"""The root of every room's tree of errors.

    Trouble                 something we expected could go wrong
    └── Refused             this visit may not; an outsider sees the same as for nothing there

Every error carries a code, a sentence for the person and a repair for the operator.
`docs/errors.md` is generated from these classes.
"""

from __future__ import annotations

from typing import ClassVar


class Trouble(Exception):  # noqa: N818 - because our errors are named for what happened, in the words of life
    """Something expected went wrong. Nothing was saved, and nothing typed was lost."""

    code: ClassVar[str] = "PL-KER-001"
    sentence: ClassVar[str] = "That did not work. Nothing was saved and nothing was lost. Please try again."
    repair: ClassVar[str] = "Look at the last lines of the log for what stopped it."

    def __init__(self, sentence: str | None = None, *, repair: str | None = None) -> None:
        self.said = sentence or self.sentence
        self.mend = repair or self.repair
        super().__init__(f"{self.code}: {self.said}")


class Refused(Trouble):
    """This visit may not do that. The page answers as if nothing were there."""

    code = "PL-KER-002"
    sentence = "There is nothing here for you to open."
    repair = "Run `porchlight policy explain` with the seat, the category and the action."
