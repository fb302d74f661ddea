"""Build the template database in a process of its own: schema, policies, keys, and the cast."""

from __future__ import annotations

import os

from porchlight.kernel.secrets import Keys
from porchlight.project import settings_for
from porchlight.project.install import Place, install_keys, prepare
from tests.support.server import TEMPLATE


def main() -> None:
    place, keys = Place(os.environ["PORCHLIGHT_TEST_ADMIN"], TEMPLATE), Keys.here()
    os.environ["PORCHLIGHT_DB"] = place.address()
    prepare(place, keys)
    settings_for.use("owner")
    from porchlight.project.schema import migrate

    migrate()
    install_keys(place, keys)


if __name__ == "__main__":
    main()
