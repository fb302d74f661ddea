"""A short fingerprint of a text, so that two printed copies can be compared by eye. Pure."""

from __future__ import annotations

import hashlib
import unicodedata

GROUPS, SIGNS = 5, 4  # 80 bits: enough that nobody finds a second text for a sheet by trying


def fingerprint(*texts: str) -> str:
    r"""Five groups of four signs. Spaces at line ends and the kind of line break make no difference; a letter does.

    >>> fingerprint("One text.") == fingerprint("One text. \r\n")
    True
    >>> fingerprint("One text.") == fingerprint("One text!")
    False
    """
    whole = "\x00".join("\n".join(line.rstrip() for line in text.strip().splitlines()) for text in texts)
    signs = hashlib.sha256(unicodedata.normalize("NFC", whole).encode()).hexdigest().upper()
    return " ".join(signs[at : at + SIGNS] for at in range(0, GROUPS * SIGNS, SIGNS))
