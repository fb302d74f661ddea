"""The secrets of a process, from files that only its user may read.

keys/ring/master-N.key, pepper.key       shared by web and worker processes
keys/pl_team/password, context.key, process.key
keys/pl_youth/…, keys/pl_work/password, keys/pl_migrate/password, keys/pl_admin/password
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from porchlight.kernel.errors import Trouble

SIZE = 32  # bytes
LOGINS = ("pl_team", "pl_youth", "pl_work", "pl_migrate")
SIGNING = ("pl_team", "pl_youth")


class SecretMissing(Trouble):
    """A file of the key folder is not there or can't be read."""

    code = "PL-KER-010"
    sentence = "The system isn't ready yet. Nothing was lost."
    repair = "Run `porchlight init`, or set PORCHLIGHT_KEYS to the folder that it made."


@dataclass(frozen=True)
class Keys:
    """The key folder. Values are read when asked for and never kept by this object."""

    folder: Path

    @classmethod
    def here(cls) -> Keys:
        """The folder that `PORCHLIGHT_KEYS` names. Raises `SecretMissing` when it names none."""
        named = os.environ.get("PORCHLIGHT_KEYS")
        if not named:
            raise SecretMissing
        return cls(Path(named))

    def read(self, *path: str) -> bytes:
        """One file's bytes. Raises `SecretMissing`."""
        try:
            return self.folder.joinpath(*path).read_bytes()
        except OSError as wrong:
            raise SecretMissing(repair=f"{'/'.join(path)} can't be read: run `porchlight init`.") from wrong

    def password(self, login: str) -> str:
        return self.read(login, "password").decode().strip()

    @property
    def ring(self) -> Path:
        return self.folder / "ring"

    @property
    def pepper(self) -> bytes:
        return self.read("ring", "pepper.key")

    def context(self, login: str) -> bytes:
        """The key that signs this login's contexts."""
        return self.read(login, "context.key")

    def process(self, login: str) -> bytes:
        """The key that seals this house's sessions."""
        return self.read(login, "process.key")

    def make(self) -> bool:
        """Make every key that is not there yet (0600, in folders of 0700). True when the ring is new."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # a mode is for the last folder of a path alone
        fresh = not (self.ring / "master-1.key").exists()
        self._once(("ring", "master-1.key"), secrets.token_bytes(SIZE))
        self._once(("ring", "pepper.key"), secrets.token_bytes(SIZE))
        for login in LOGINS:
            self._once((login, "password"), secrets.token_urlsafe(SIZE).encode())
        for login in SIGNING:
            self._once((login, "context.key"), secrets.token_bytes(SIZE))
            self._once((login, "process.key"), secrets.token_bytes(SIZE))
        return fresh

    def _once(self, path: tuple[str, ...], value: bytes) -> None:
        place = self.folder.joinpath(*path)
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if not place.exists():
            with os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(value)
