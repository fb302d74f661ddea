"""A county of its own for each test that needs one: agencies, and people who hold offices there."""

from __future__ import annotations

import pytest


@pytest.fixture
def county(cast):
    """A fresh county: a committee with a chair, and three agencies with a lead, a manager, a signatory and a worker."""
    from tests.adoption.counties import make_county

    return make_county(cast)


@pytest.fixture(scope="module")
def one_county(cast):
    """The same, one for all the tests of a module that only look."""
    from tests.adoption.counties import make_county

    return make_county(cast)
