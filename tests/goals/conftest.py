from __future__ import annotations

import pytest


@pytest.fixture
def progress(town):
    """The room's door, imported once Django is ready."""
    from porchlight.progress import api

    return api
