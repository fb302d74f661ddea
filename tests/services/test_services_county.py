from __future__ import annotations

import pytest
from django.test import override_settings

from porchlight.kernel.county import NoSuchCounty
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house
from tests.support.client import team_browser


@pytest.fixture
def administrator(cast):
    """Ada's browser; the county is the sample again afterwards."""
    from porchlight.directory import api as directory
    from porchlight.teams import api as teams

    with in_house("team"), acting(cast.administrator) as by:
        ada = next(person for person in teams.staff(by=by) if person.name == "Ada Admin")
    with team_browser(person=ada.person, seat=cast.administrator) as page:
        yield page
    with in_house("team"), acting(cast.administrator) as by:
        directory.choose_county("sample", by=by)


def test_while_nobody_has_chosen_it_is_the_county_of_the_settings(cast):
    from porchlight.directory import api as directory
    from porchlight.directory.models import CountyChoice

    with in_house("team"), acting(cast["SW"].seat) as by:
        chosen = CountyChoice.objects.exists()
        assert directory.the_county(by=by).key == "sample"
        assert bool(directory.county_chosen(by=by)) is chosen


def test_the_administrator_chooses_the_county_and_everybody_reads_it(cast, administrator):
    from porchlight.directory import api as directory

    assert administrator.send("/setup/county", county="06019").status_code == 303
    assert "Fresno County" in administrator.text("/setup/county")
    with in_house("team"), acting(cast["CG"].seat) as by:
        fresno = directory.the_county(by=by)
        assert (fresno.name, fresno.keys("crisis.lines")) == ("Fresno", ("988", "california-youth-crisis-line"))


def test_all_counties_are_offered_once_by_name(cast):
    from porchlight.directory import api as directory

    names = [offer.name for offer in directory.county_offers()]
    assert len(names) == len(set(names)) == 59
    assert [offer.name for offer in directory.county_offers() if offer.invented] == ["Sample"]
    assert names[:-1] == sorted(names[:-1])


def test_an_invented_county_is_offered_only_in_the_demo(administrator):
    assert "Sample (invented)" not in administrator.text("/setup/county")
    with override_settings(DEMO=True):
        assert "Sample (invented)" in administrator.text("/setup/county")
    assert administrator.send("/setup/county", county="sample").status_code == 422


def test_a_county_that_does_not_exist_is_not_chosen(cast):
    from porchlight.directory import api as directory

    with in_house("team"), acting(cast.administrator) as by, pytest.raises(NoSuchCounty):
        directory.choose_county("../secrets", by=by)


def test_nobody_but_the_administrator_chooses(cast):
    from porchlight.directory import api as directory

    with in_house("team"), acting(cast["SUP"].seat) as by, pytest.raises(Refused):
        directory.choose_county("06019", by=by)
    with team_browser(cast["SUP"]) as page:
        assert page.get("/setup/county").status_code == 404


def test_sample_services_are_filled_in_by_a_button_of_the_demo_alone(administrator, county):
    assert "Fill with the sample services" not in administrator.text("/setup/county")
    assert administrator.send("/setup/sample-services", page="/setup/county").status_code == 404
    with override_settings(DEMO=True):
        assert "Fill with the sample services" in administrator.text("/setup/county")
        assert administrator.send("/setup/sample-services", page="/setup/county").status_code == 303
