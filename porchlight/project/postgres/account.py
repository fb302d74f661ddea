"""Who the database server runs as: we ourselves, or, when we are root, another user that already exists."""

from __future__ import annotations

import os
import pwd
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from porchlight.project.postgres.errors import AccountUnusable

ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
"""All that a program we start gets to know; nothing of our own environment reaches it."""


@dataclass(frozen=True)
class Account:
    """An existing user of this computer. `switched` is true when we, as root, become somebody else."""

    name: str
    uid: int
    gid: int
    switched: bool

    def start(self, command: Sequence[str | Path], *, output: IO[bytes] | int) -> subprocess.Popen[bytes]:
        """Start a program as our child, as this user, in a process group of its own.

        Its own group, so that Ctrl-C in the terminal reaches us and not the program: we decide
        in which order things stop. Raises `OSError` when this user may not run it.
        """
        return subprocess.Popen(
            [os.fspath(part) for part in command],
            user=self.uid if self.switched else None,
            group=self.gid if self.switched else None,
            extra_groups=[] if self.switched else None,
            process_group=0,
            umask=0o077,
            cwd="/",  # because this user may not even look at the folder that we stand in
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )

    def run(self, command: Sequence[str | Path]) -> tuple[bool, str]:
        """Run a program as this user to its end: whether it went well, and what it said.

        A program that this user may not run did not go well.
        """
        try:
            process = self.start(command, output=subprocess.PIPE)
        except OSError as error:
            return False, str(error)
        with process:
            try:
                said = process.communicate()[0].decode(errors="replace")
            except BaseException:  # Ctrl-C while we wait: it may not go on behind our back
                process.kill()
                raise
        return process.returncode == 0, said

    def can(self, wishes: str, path: Path) -> bool:
        """Tell whether this user really may do all `wishes` (letters of "rwx") with `path`.

        Asked by trying it as that user, never worked out from modes: lists and mounts count too.
        """
        return all(self.run(["test", f"-{wish}", path])[0] for wish in wishes)

    def own(self, path: Path) -> None:
        """Give something that we just made to this user."""
        if self.switched:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)


def service_account(environment: Mapping[str, str]) -> Account:
    """Return who the server will run as: ourselves, or as root `PORCHLIGHT_DB_USER`, else `nobody`.

    Raises `AccountUnusable` when we are root and that user does not exist, is root, or cannot be
    switched to. Never creates a user.
    """
    if os.geteuid() != 0:
        return Account(str(os.geteuid()), os.geteuid(), os.getegid(), switched=False)
    name = environment.get("PORCHLIGHT_DB_USER") or "nobody"
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        raise AccountUnusable(
            f"There is no user “{name}” for the database: set PORCHLIGHT_DB_USER to an existing one."
        ) from None
    account = Account(name, entry.pw_uid, entry.pw_gid, switched=True)
    if entry.pw_uid == 0 or not account.run(["true"])[0]:
        raise AccountUnusable(
            f"The database cannot run as “{name}”: set PORCHLIGHT_DB_USER to an existing ordinary user."
        )
    return account
