"""Sealing for a house: texts that belong to no young person's key yet, such as a form sent after the door closed."""

from __future__ import annotations

import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from porchlight.vault.key import NONCE, SIZE, Tampered


def seal_for(key: bytes, text: str, *, bound: str) -> bytes:
    """Seal `text` under a key made from the house's own; only the same `bound` opens it."""
    nonce = os.urandom(NONCE)
    return nonce + _box(key).encrypt(nonce, text.encode(), bound.encode())


def open_for(key: bytes, sealed: bytes | memoryview, *, bound: str) -> str:
    """The text again. Raises `Tampered` for another house's, another owner's or a changed value."""
    sealed = bytes(sealed)
    try:
        return _box(key).decrypt(sealed[:NONCE], sealed[NONCE:], bound.encode()).decode()
    except InvalidTag as wrong:
        raise Tampered from wrong


def _box(key: bytes) -> AESGCMSIV:
    return AESGCMSIV(HKDF(SHA256(), length=SIZE, salt=None, info=b"porchlight drafts").derive(key))
