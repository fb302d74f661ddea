"""Production: nothing of the demo may carry it, and it says which roles it keeps closed."""

from __future__ import annotations

import os

from porchlight.kernel.errors import Trouble
from porchlight.kernel.secrets import Keys
from porchlight.policy.grid import the_grid

MARK = "demo"  # a file in the key folder: the demo made these keys, or opened its invented county with them


class DemoInProduction(Trouble):
    """`demo` was asked for while PORCHLIGHT_PRODUCTION says that this is no demo."""

    code = "PL-PRO-042"
    sentence = "The demo does not start in production: its people are invented and come in without a password."
    repair = "Leave PORCHLIGHT_PRODUCTION out for the demo, or use `porchlight init` and `porchlight serve`."


class DemoKeys(Trouble):
    """`serve` was asked for in production with keys that the demo made."""

    code = "PL-PRO-043"
    sentence = "These keys were made for the demo, whose words and passwords stand on its sign-in page."
    repair = "Set DATA_DIR to a new folder and run `porchlight init` there."


def is_production() -> bool:
    """Whether PORCHLIGHT_PRODUCTION says so."""
    return os.environ.get("PORCHLIGHT_PRODUCTION") == "yes"


def mark_as_demo(keys: Keys) -> None:
    """Say in the key folder that these keys are the demo's, for good."""
    place = keys.folder / MARK
    place.touch(mode=0o600)


def refuse_demo_keys(keys: Keys) -> None:
    """Raise `DemoKeys` in production for keys of the demo; the mend names the roles that stay closed anyway."""
    if is_production() and (keys.folder / MARK).exists():
        raise DemoKeys(repair=f"{DemoKeys.repair} {closed_roles()}")


def closed_roles() -> str:
    """Which roles nobody can hold in production yet, and what each waits for."""
    waiting = [f"{role.name} ({role.gate})" for role in the_grid().roles.values() if role.gate]
    return f"Closed in production until what they wait for is built: {'; '.join(waiting)}."
