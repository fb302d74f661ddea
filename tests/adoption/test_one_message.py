"""One approach, held by all: the same text in every agency's foot, and cited by the protocols between them."""

from __future__ import annotations

from datetime import timedelta

from porchlight.adoption.definition import api as definition
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.policies import api as policies
from porchlight.kernel import clock
from tests.adoption import drafts
from tests.support.client import team_browser


def in_force(county) -> definition.VersionSheet:
    """A version that every agency of the county ratified."""
    version = drafts.draft(county)
    with county.by("chair") as chair:
        asked = [county.agencies[name] for name in ("services", "probation", "advocates")]
        by_day = clock.county_time(clock.now()).date() + timedelta(days=20)
        definition.close_round(version, asked=asked, answers_by=by_day, by=chair)
    for name in ("services", "probation", "advocates"):
        with county.by(f"{name}.signatory") as signatory:
            definition.answer(version, kind=definition.RATIFIES, reason=CaseFree(""), by=signatory)
    with county.by("chair") as chair:
        definition.come_in_force(version, by=chair)
        return next(one for one in definition.versions(by=chair) if one.id == version)


def test_s16a_everybody_of_the_county_reads_the_same_version_in_the_foot_of_their_pages(county):
    found = in_force(county)
    definition.forget_foot()
    for who in ("services.worker", "probation.worker", "advocates.worker", "chair"):
        with team_browser(county[who]) as browser:
            foot = browser.text("/practice").split("page-foot", 1)[1]
        assert f"ersion {found.number}" in foot
        assert "not ratified" not in foot


def test_s16c_a_protocol_cites_the_ratified_definition_by_version_and_fingerprint(county):
    found = in_force(county)
    with county.by("chair") as chair:
        protocol = policies.start_protocol(CaseFree("How we work together"), by=chair)
    with team_browser(county["chair"]) as browser:
        page = browser.text(f"/protocols/{protocol}/draft")
    assert f"version {found.number}, fingerprint {found.fingerprint}" in page
