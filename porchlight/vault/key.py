"""The master keys and the young person's data key.

A young person's texts are sealed under a key of their own, which lies in the database wrapped by a versioned
master key that lies outside it. Destroying the wrapped key makes the texts unreadable for ever.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap, aes_key_wrap

from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys

SIZE = 32  # bytes of every key
NONCE = 12  # bytes


class NoKey(Trouble):
    """There is no key that opens this: it was erased, or the key ring is not the one it was sealed with."""

    code = "PL-VAU-001"
    sentence = "This can't be opened right now. Nothing was lost."
    repair = "Check PORCHLIGHT_KEYS: `porchlight doctor` says which key versions the data asks for."


class Tampered(Trouble):
    """The sealed value is not the one that was put in this place."""

    code = "PL-VAU-002"
    sentence = "This can't be opened. Someone who looks after the system has to look at it."
    repair = "The ciphertext was changed or moved between rows. Compare with a backup before anything else."


@dataclass(frozen=True)
class Ring:
    """Master keys by version; the newest wraps, all unwrap."""

    keys: dict[int, bytes]

    @property
    def newest(self) -> int:
        return max(self.keys)

    @classmethod
    def read(cls, folder: Path) -> Ring:
        """Read `master-N.key` files (32 bytes each). Raises `NoKey` when there is none."""
        keys = {int(p.stem.split("-")[1]): p.read_bytes() for p in sorted(folder.glob("master-*.key"))}
        if not keys or any(len(key) != SIZE for key in keys.values()):
            raise NoKey
        return cls(keys)


@cache
def the_ring() -> Ring:
    """The ring of this process, from the folder that `PORCHLIGHT_KEYS` names."""
    return Ring.read(Keys.here().ring)


@dataclass(frozen=True)
class DataKey:
    """One young person's key, ready for use. Lives as long as the request."""

    youth: UUID
    keys: dict[int, bytes]

    def seal(self, text: str, *, place: str, row: UUID) -> bytes:
        """Seal `text` for `place` ("table.column") of `row`; nothing else opens it there."""
        version = max(self.keys)
        head = bytes([1]) + version.to_bytes(2)
        nonce = os.urandom(NONCE)
        bound = self._bound(place, row, version)
        return head + nonce + AESGCMSIV(self.keys[version]).encrypt(nonce, text.encode(), bound)

    def open(self, sealed: bytes | memoryview, *, place: str, row: UUID) -> str:
        """The text again. Raises `NoKey` for an erased key, `Tampered` for a value out of its place."""
        sealed = bytes(sealed)
        version = int.from_bytes(sealed[1:3])
        if version not in self.keys:
            raise NoKey
        nonce, box = sealed[3 : 3 + NONCE], sealed[3 + NONCE :]
        try:
            return AESGCMSIV(self.keys[version]).decrypt(nonce, box, self._bound(place, row, version)).decode()
        except InvalidTag as wrong:
            raise Tampered from wrong

    def _bound(self, place: str, row: UUID, version: int) -> bytes:
        return f"{place}|{row}|{self.youth}|{version}".encode()


def new_data_key() -> bytes:
    """A new key for a young person, wrapped by the newest master key, with that key's version before it."""
    ring = the_ring()
    return wrap(os.urandom(SIZE), ring=ring)


def wrap(key: bytes, *, ring: Ring) -> bytes:
    """Wrap by the newest master key; two bytes of its version come first."""
    return ring.newest.to_bytes(2) + aes_key_wrap(ring.keys[ring.newest], key)


def unwrap(wrapped: bytes, *, ring: Ring) -> bytes:
    """The key inside. Raises `NoKey` when its master key is not on the ring."""
    master = ring.keys.get(int.from_bytes(wrapped[:2]))
    if master is None:
        raise NoKey
    try:
        return aes_key_unwrap(master, bytes(wrapped[2:]))
    except InvalidUnwrap as wrong:
        raise NoKey from wrong


def open_data_key(youth: UUID, rows: Sequence[tuple[int, bytes]]) -> DataKey:
    """The young person's key from the wrapped rows (version, wrapped). Raises `NoKey` when there are none."""
    if not rows:
        raise NoKey
    return DataKey(youth, {version: unwrap(bytes(wrapped), ring=the_ring()) for version, wrapped in rows})
