"""The picture as a newcomer reads it: its day, what "shown" counts, and a sign that concerns one agency alone."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from porchlight.adoption.picture import api as picture
from porchlight.adoption.picture.rules import BY_POLICY
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.team.leadership.days import on_day
from porchlight.desks.team.leadership.picture.drawing import drawn, sign_stands, summary
from porchlight.kernel import clock
from tests.adoption.drafts import answers, closed
from tests.adoption.policies_made import registered, stepped
from tests.adoption.test_picture import say
from tests.support.client import team_browser

ALONE = "One agency of the county has to do with this sign, so what stands here is about that agency."


def agencies(county):
    with county.by("chair") as chair:
        return picture.picture(by=chair)


def signs(county):
    return {sign.name: sign for part in drawn(agencies(county)).parts for sign in part.signs}


def test_one_agency_is_enough_for_a_sign_to_count_as_shown_and_the_sentence_says_so(county):
    many = len(signs(county))
    assert f"0 of {many} signs are shown by something on record at one agency or more." in summary(agencies(county))
    stepped(county, registered(county, serves=(min(BY_POLICY["A03"]),)), "adopted", "in_use")
    said = summary(agencies(county))
    shown = sum(any(one.shown for one in sign.glasses) for sign in signs(county).values())
    assert said.startswith(f"{shown} of {many} signs ")
    assert shown
    assert "In use there: 1." in said
    assert "Shown at each agency that the sign concerns: 0." in said


def test_a_sign_is_shown_at_each_agency_once_all_that_it_concerns_show_it(county):
    stepped(county, registered(county, who="probation.lead", serves=("R6",)), "adopted", who="probation.lead")
    said = summary(agencies(county))
    assert "In use there: 0." in said, "it stands on paper so far"
    assert "Shown at each agency that the sign concerns: 1." in said


def test_an_agency_that_did_not_agree_shows_nothing_and_is_not_nothing_either(county):
    version = closed(county)
    before = summary(agencies(county))
    answers(county, version, services="dissents", probation="abstains", advocates="dissents")
    after = summary(agencies(county))
    assert "Abstained or dissented: 1." in after
    assert after.partition(" signs")[0] == before.partition(" signs")[0]


def test_every_sign_is_counted_once(county):
    say(county, "services", "A03", 4)
    found = agencies(county)
    cells = [[c for one in found for c in one.cells if c.indicator is sign] for sign in picture.indicators()]
    kinds = [sign_stands(row) for row in cells if row and not row[0].indicator.figure]
    assert f"of {len(kinds)} signs" in summary(found)
    assert f"Said, not shown: {kinds.count('said')}." in summary(found)
    assert f"Nothing yet: {kinds.count('nothing')}." in summary(found)


def test_a_sign_that_concerns_one_agency_says_that_it_is_about_that_agency_and_no_other_does(county):
    found = signs(county)
    assert found["The whole is weighed first"].note == ALONE
    assert found["Being away costs nothing"].note == ""
    with team_browser(county["member"]) as member:
        page = member.text("/picture")
    assert page.count(ALONE) == sum(len(sign.glasses) == 1 for sign in found.values())


@pytest.mark.parametrize("address", ["/picture", "/picture/time", "/picture/sign/A03", "/picture/{services}"])
def test_the_picture_says_of_which_day_it_is(county, address):
    with team_browser(county["chair"]) as chair:
        page = chair.text(address.format(services=county.agencies["services"]))
    assert f"The picture of {on_day(clock.now())}." in page


def test_the_spreadsheet_says_of_which_day_it_is(county):
    with team_browser(county["chair"]) as chair:
        head, *rows = csv.reader(StringIO(chair.get("/picture.csv").content.decode("utf-8-sig")))
    assert head[-1] == "as of"
    assert {row[-1] for row in rows} == {f"{clock.county_time(clock.now()).date()}"}


def test_what_is_published_counts_no_agency_by_itself(county):
    say(county, "probation", "A08", 4)
    with team_browser(county["chair"]) as chair:
        assert chair.send("/picture/publish", page="/picture").status_code == 303
    with county.by("chair") as visit:
        found = publishing.publications(by=visit, county=county.key)
    (body,) = [one.body for one in found if one.kind == "picture" and one.language == "en"]
    listed, _heading, alone = body.partition("## Signs that concern one agency each")
    assert "The whole is weighed first" not in listed
    assert "The whole is weighed first" in alone.partition("##")[0]
    assert "1 agency:" not in body
    assert summary(agencies(county), alone=False) in body
