"""The invented county on the list, whatever other tests did to it, and lines that nobody has called yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.support.connections import as_owner

from .keeping import a_service, as_keeper


@pytest.fixture
def county(cast):
    """The areas by name: those of the sample, and one with a place whose name and words say too much."""
    from porchlight.directory import api as directory

    telling = directory.Words("Help After Trafficking", "Ayuda después de la trata")
    told = directory.Words("They ask every victim first.", "Preguntan antes a cada víctima.")
    side = directory.Words("Telling Side", "Lado que dice")
    with as_keeper(cast) as by:
        directory.add_sample(by=by)
        there = {area.name: area.id for area in directory.areas(by=by)}
        area = there.get(side) or directory.add_area(side, by=by)
        if telling not in {sheet.service.name for sheet in directory.services(by=by)}:
            draft = a_service("", area=str(area), reports_what=told, street_address="9 Quiet Lane")
            directory.add_service(replace(draft, name=telling), by=by)
        return {one.name.en: one for one in directory.areas(by=by)}


@pytest.fixture
def unchecked():
    """Nobody at the county has called any line."""
    with as_owner() as owner:
        owner.autocommit = False
        owner.execute("SELECT set_config('pl.migration_window', 'open', true)")
        owner.execute("DELETE FROM directory_check WHERE subject !~ '^[0-9a-f]{8}-'")
        owner.commit()
