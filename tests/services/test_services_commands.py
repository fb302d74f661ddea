from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house

from .keeping import DAY, a_service, as_keeper


def test_what_is_added_is_read_back_word_for_word(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        draft = a_service("Word for word", street_address="9 Sample Street", ages=directory.Ages(12, 24))
        which = directory.add_service(draft, by=by)
        found = directory.service(which, by=by).service
    assert found == replace(draft, key=str(which))


def test_a_confidential_address_is_not_even_held(cast):
    from porchlight.directory import api as directory

    draft = a_service("Hidden", street_address="9 Sample Street", confidential_address=True)
    with as_keeper(cast) as by:
        which = directory.add_service(draft, by=by)
        assert directory.service(which, by=by).service.street_address == ""


def test_a_change_is_a_new_version_and_the_older_one_stays_in_the_record(cast):
    from porchlight.directory import api as directory
    from porchlight.directory.models import ServiceEntry

    with as_keeper(cast) as by:
        which = directory.add_service(a_service("Before"), by=by)
        first = directory.service(which, by=by).version
        directory.change_service(which, version=first, draft=a_service("After"), by=by)
        now = directory.service(which, by=by)
        assert (now.service.name.en, now.version != first) == ("After", True)
        assert ServiceEntry.objects.filter(service=which).count() == 2


def test_of_two_changes_at_once_the_second_is_told_and_writes_nothing(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        which = directory.add_service(a_service("Shared"), by=by)
        seen = directory.service(which, by=by).version
        directory.change_service(which, version=seen, draft=a_service("First"), by=by)
        with pytest.raises(directory.ChangedMeanwhile):
            directory.change_service(which, version=seen, draft=a_service("Second"), by=by)
        assert directory.service(which, by=by).service.name.en == "First"


def test_a_service_that_ended_is_on_no_list(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        which = directory.add_service(a_service("Gone"), by=by)
        directory.end_service(which, version=directory.service(which, by=by).version, by=by)
        assert directory.service(which, by=by) is None
        assert str(which) not in {choice.key for choice in directory.open_while_away(by=by)}


def test_a_confirmation_holds_until_number_text_or_hours_change(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        which = directory.add_service(a_service("Checked"), by=by)
        directory.confirm_service(which, version=directory.service(which, by=by).version, on=DAY, by=by)
        confirmed = directory.service(which, by=by)
        assert confirmed.service.confirmed.on == DAY
        assert confirmed.service.confirmed.by == directory.the_county(by=by).title("en")
        other_words = replace(confirmed.service, languages=directory.Words("Spanish", "español"))
        directory.change_service(which, version=confirmed.version, draft=other_words, by=by)
        still = directory.service(which, by=by)
        assert still.service.confirmed is not None
        directory.change_service(which, version=still.version, draft=replace(other_words, phone="555-0198"), by=by)
        assert directory.service(which, by=by).service.confirmed is None


def test_a_version_that_is_not_on_screen_any_more_cannot_be_confirmed(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        which = directory.add_service(a_service("Not this one"), by=by)
        with pytest.raises(directory.ChangedMeanwhile):
            directory.confirm_service(which, version=uuid4(), on=DAY, by=by)


@pytest.mark.parametrize("role", ["SW", "CG", "PH", "LE", "ADV", "AUD"])
def test_who_does_not_keep_the_list_changes_nothing_in_it(cast, role):
    from porchlight.directory import api as directory

    with in_house("team"), acting(cast[role].seat) as by:
        with pytest.raises(Refused):
            directory.add_service(a_service("Mine"), by=by)
        assert isinstance(directory.services(by=by), tuple)


def test_the_database_itself_lets_only_keepers_write(cast):
    from porchlight.directory.entries import entry_of

    with pytest.raises(DatabaseError), in_house("team"), acting(cast["SW"].seat) as by:
        entry_of(a_service("Past the door"), which=uuid4(), made_by=by.actor).save(force_insert=True)


def test_a_name_of_an_area_is_given_once_and_can_be_mended(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        area = directory.add_area(directory.Words("Mill End", "El Molino"), by=by)
        directory.rename_area(area, name=directory.Words("Mill End", "Fin del Molino"), by=by)
        assert directory.Words("Mill End", "Fin del Molino") in {one.name for one in directory.areas(by=by)}
        with pytest.raises(directory.AreaKnownAlready):
            directory.add_area(directory.Words("mill end", "Otro"), by=by)


def test_an_area_keeps_to_its_own_services_and_what_is_everywhere(cast):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        here = directory.add_area(directory.Words("Here", "Aquí"), by=by)
        there = directory.add_area(directory.Words("There", "Allá"), by=by)
        added = {
            name: str(directory.add_service(a_service(name, area=area), by=by))
            for name, area in (("In here", str(here)), ("In there", str(there)), ("By phone", ""))
        }
        keys = {choice.key for choice in directory.open_while_away(by=by, area=here)}
    assert {added["In here"], added["By phone"]} <= keys
    assert added["In there"] not in keys


def test_what_stays_open_is_the_countys_own_first_in_one_statement(cast, county):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by, CaptureQueriesContext(connection) as asked:
        found = directory.stays_open(by=by)
        own = {str(sheet.id) for sheet in directory.services(by=by)}
    assert found
    assert {choice.key for choice in found} <= own
    assert len([one for one in asked if "directory_" in one["sql"]]) == 2


def test_a_county_without_services_of_its_own_still_has_the_lines(cast, county):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        before = transaction.savepoint()
        for sheet in directory.services(by=by):
            directory.end_service(sheet.id, version=sheet.version, by=by)
        found = {choice.key for choice in directory.stays_open(by=by)}
        transaction.savepoint_rollback(before)
        assert found
        assert found <= {one.line.key for one in directory.lines(by=by)}


def test_the_sample_is_added_once_with_its_areas_and_checks(cast, county):
    from porchlight.directory import api as directory

    with as_keeper(cast) as by:
        assert directory.add_sample(by=by) == 0
        by_name = {sheet.service.name.en: sheet.service for sheet in directory.services(by=by)}
        names = {str(area.id): area.name.en for area in directory.areas(by=by)}
    assert by_name["The Open Door"].confirmed.by == "Sample County"
    assert names[by_name["The Open Door"].area] == "Old Town"
    assert by_name["Night Lamp"].street_address == ""
    assert by_name["The Open Door"].confirmed.on <= clock.county_time(clock.now()).date()
