"""Whether every key is there, closed to others, and the one that the data asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from porchlight.kernel.secrets import LOGINS, SIGNING, SIZE, Keys, SecretMissing
from porchlight.policy.context import pads
from porchlight.project.doctor.finding import Finding, either
from porchlight.project.doctor.tables import Ask
from porchlight.vault.key import NoKey, Ring

ASKED_FOR = "SELECT DISTINCT get_byte(wrapped, 0) * 256 + get_byte(wrapped, 1) FROM vault_key"
INSTALLED = "SELECT login::text, inner_pad, outer_pad FROM pl_secret.context_key"


def check_keys(ask: Ask, keys: Keys) -> Iterator[Finding]:
    """Files first, then whether they fit what lies in the database."""
    yield either(
        "key files",
        [*_missing(keys), *_open_to_others(keys.folder)],
        well="all there, and closed to others",
        mend="put them back from where they are kept safe; `chmod 600` the files and `chmod 700` their folders",
    )
    yield either(
        "keys and data",
        [*_signing(ask, keys), *_ring(ask, keys)],
        well="they fit the database",
        mend="PORCHLIGHT_KEYS must name the folder with which this data was written; `porchlight init` installs "
        "signing keys again, a missing master key comes only from its safe copy",
    )


def _missing(keys: Keys) -> Iterator[str]:
    wanted = [(login, "password") for login in LOGINS]
    sized = [("ring", "pepper.key"), *((login, f"{kind}.key") for login in SIGNING for kind in ("context", "process"))]
    for path in [*wanted, *sized]:
        try:
            if path in sized and len(keys.read(*path)) != SIZE:
                yield f"{'/'.join(path)} has the wrong length"
            keys.read(*path)
        except SecretMissing:
            yield f"{'/'.join(path)} can't be read"


def _open_to_others(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in ("", ".key") and path.stat().st_mode & 0o077:
            yield f"{path.relative_to(folder)} can be read by others"


def _signing(ask: Ask, keys: Keys) -> Iterator[str]:
    installed = {login: (bytes(inner), bytes(outer)) for login, inner, outer in ask(INSTALLED)}
    for login in SIGNING:
        try:
            if installed.get(login) != pads(keys.context(login)):
                yield f"the database has another signing key for {login}"
        except SecretMissing:
            continue  # said among the files


def _ring(ask: Ask, keys: Keys) -> Iterator[str]:
    try:
        here = set(Ring.read(keys.ring).keys)
    except NoKey:
        yield "there is no master key"
        return
    for (version,) in ask(ASKED_FOR):
        if version not in here:
            yield f"data asks for master key {version}, which is not here"
