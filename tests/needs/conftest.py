from __future__ import annotations

import pytest


@pytest.fixture
def needs(town):
    """The room's door, imported once Django is ready."""
    from porchlight.needs import api

    return api
