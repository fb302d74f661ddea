"""The invented county on the list, once a worker, whatever the order of the tests."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .keeping import a_service, as_keeper


@pytest.fixture(scope="session")
def county(cast):
    """The areas by name: those of the sample, and one with a place whose name and words say too much."""
    from porchlight.directory import api as directory

    telling = directory.Words("Help After Trafficking", "Ayuda después de la trata")
    told = directory.Words("They ask every victim first.", "Preguntan antes a cada víctima.")
    with as_keeper(cast) as by:
        directory.add_sample(by=by)
        area = directory.add_area(directory.Words("Telling Side", "Lado que dice"), by=by)
        draft = a_service("", area=str(area), reports_what=told, street_address="9 Quiet Lane")
        directory.add_service(replace(draft, name=telling), by=by)
        return {one.name.en: one for one in directory.areas(by=by)}
