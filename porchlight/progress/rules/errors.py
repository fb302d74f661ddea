"""The errors of this room.

BadInput         the numbers of one question do not fit together
UnreadableCases  a whole file of cases could not be read
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class BadInput(Trouble):
    """Numbers were given that no record can hold: a negative count, days that end before they begin."""

    code = "PL-PRG-001"
    sentence = "These numbers do not fit together, so nothing was worked out from them."
    repair = "Compare the input with docs: counts are whole, days and shares are not negative, lists match."


class UnreadableCases(Trouble):
    """The text is not JSON of the form {"cases": [{"id", "fn", "input"}, ...]}."""

    code = "PL-PRG-002"
    sentence = "This file holds no cases that can be read."
    repair = 'Give JSON of the form {"cases": [{"id": "...", "fn": "...", "input": {...}}]}.'
