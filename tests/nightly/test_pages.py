"""The method page in both houses, and the page on which a supervisor switches the third kind on."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from porchlight.kernel import clock
from porchlight.project.stage import acting, in_house
from tests.nightly.making import TODAY
from tests.support.browsers import member, young
from tests.support.connections import as_owner, as_visitor

SOURCE = Path(__file__).parents[2] / "docs" / "method.md"


def text_of(answer) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def squeezed(text: str) -> str:
    """Letters and numbers alone, so that marks and spaces of either side don't count."""
    return re.sub(r"[^\w%]+", "", text)


def figures(agency, *, phi: float | None, months: int) -> None:
    with as_owner() as owner:
        owner.execute(
            "SELECT pl.keep_dispersion(%s, %s, %s, %s, %s, 1000, 900)", [agency, TODAY, phi, 14 if phi else 4, months]
        )


def counting(small):
    return member(small["SUP"]).get("/counting")


def press(small, address: str, **typed: str):
    browser = member(small["SUP"])
    return browser.post(address, once=browser.once(browser.get("/counting")), **typed)


def config_of(small, youth):
    from porchlight.progress import api as progress

    with in_house("team"), acting(small["SW"].seat) as sw:
        return progress.agency_config(youth, by=sw)


@pytest.fixture
def ari(small):
    """A young person of the small agency."""
    from porchlight.people import api as people

    with in_house("team"), acting(small["SW"].seat) as sw:
        names = people.names_by_audience(legal="Ari", used="Ari", pronoun="they", ticked=frozenset({"team"}))
        return people.welcome(names=names, legal_name="Ari", birth_date=TODAY.replace(year=2010), language="en", by=sw)


def test_the_page_says_every_word_of_the_document(cast):
    words = re.sub(r"\s+\(\[\d+\]\([^)]+\)\)", "", SOURCE.read_text(encoding="utf-8"))
    words = re.sub(r"\]\([^)]*\)", "]", words)
    words = re.sub(r"^\|[-| ]+\|$", "", words, flags=re.MULTILINE).replace("# How small change is counted", "", 1)
    page = squeezed(text_of(member(cast["SW"]).get("/method")))
    for part in re.split(r"\n\s*\n|\n(?=- |\d\. |\|)", words):
        said = squeezed(re.sub(r"^\s*(- |\d\. )", "", part))
        assert said in page, part


def test_every_seat_finds_it_at_the_foot_of_its_first_page(cast):
    for role in ("CG", "SW", "SC", "LE"):
        assert 'href="/method"' in member(cast[role]).get("/").content.decode()


def test_the_page_shows_the_agencys_own_figure_to_that_agency_alone(cast, small):
    assert "no number of your own yet" in text_of(member(small["SW"]).get("/method"))
    figures(small["SW"].agency, phi=2.3, months=12)
    assert "jump about 2.3 times" in text_of(member(small["SW"]).get("/method"))
    assert "2.3 times" not in text_of(member(cast.quinn).get("/method"))


def test_a_caregiver_reads_the_short_part_in_spanish(cast):
    with as_owner() as owner:
        owner.execute("UPDATE teams_person SET language = 'es' WHERE id = %s", [cast["CG"].person])
    page = text_of(member(cast["CG"]).get("/method"))
    assert "Un día que nadie confirmó es un hueco" in page
    assert "made-up world" not in page


def test_a_young_person_reads_it_from_kind_words_and_without_an_increase(cast):
    browser = young(cast.maya)
    assert 'href="/n/24"' in browser.get("/n/11").content.decode()
    page = text_of(browser.get("/n/24"))
    for part in ("What is not counted", "Who sees it", "ask why you see it", "jump about: 1.5"):
        assert part in page


def test_only_a_supervisor_finds_the_switch(cast, small):
    assert counting(small).status_code == 200
    for who in (cast["SW"], cast["SC"], cast["CG"], cast.quinn):
        assert member(who).get("/counting").status_code == 404


def test_before_any_night_the_page_says_so(small):
    page = text_of(counting(small))
    assert "Not counted yet" in page
    assert "You have no figure of your own yet." in page
    assert "Switch it on" not in page.replace("Switch it on only", "")


@pytest.mark.parametrize(
    ("phi", "months", "sentence"),
    [
        (None, 12, "You have no figure of your own yet."),
        (1.8, 11, "In each of the last 12 months, 8 of 10 days have to be confirmed."),
    ],
)
def test_a_refusal_says_why_in_one_sentence(small, ari, phi, months, sentence):
    figures(small["SW"].agency, phi=phi, months=months)
    assert sentence in text_of(counting(small))
    answer = press(small, "/counting", looked="1.8")
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert not config_of(small, ari).sustained


def test_it_is_switched_on_by_somebody_who_looked_and_their_name_and_figure_stay(small, ari):
    figures(small["SW"].agency, phi=1.8, months=12)
    assert config_of(small, ari).sustained is False
    answer = press(small, "/counting")
    assert answer.status_code == 422
    assert "Please say that you looked at your own figure first." in text_of(answer)
    assert press(small, "/counting", looked="1.8").status_code == 303
    assert "Switched on by SUP Small on" in text_of(counting(small))
    assert "who had looked at phi = 1.8" in text_of(counting(small))
    assert (config_of(small, ari).sustained, config_of(small, ari).phi) == (True, 1.8)


def test_a_figure_that_moved_meanwhile_has_to_be_looked_at_again(small, ari):
    figures(small["SW"].agency, phi=1.8, months=12)
    browser = member(small["SUP"])
    once = browser.once(browser.get("/counting"))
    figures(small["SW"].agency, phi=2.4, months=12)
    answer = browser.post("/counting", once=once, looked="1.8")
    assert answer.status_code == 422
    assert not config_of(small, ari).sustained


def test_it_can_be_switched_off_at_any_time(small, ari):
    figures(small["SW"].agency, phi=1.8, months=12)
    press(small, "/counting", looked="1.8")
    figures(small["SW"].agency, phi=1.9, months=3)
    assert config_of(small, ari).sustained
    assert press(small, "/counting/off").status_code == 303
    assert not config_of(small, ari).sustained
    assert config_of(small, ari).phi == 1.9


def test_without_a_figure_of_its_own_it_rests(small, ari):
    figures(small["SW"].agency, phi=1.8, months=12)
    press(small, "/counting", looked="1.8")
    figures(small["SW"].agency, phi=None, months=12)
    assert (config_of(small, ari).sustained, config_of(small, ari).phi) == (False, 1.5)
    assert "On, and waiting for a figure of your own" in text_of(counting(small))


def test_whoever_looks_one_record_is_read_in_one_way(cast, small, ari):
    """A nurse of another agency who stands beside them gets the figure of the agency that answers."""
    from porchlight.progress import api as progress
    from porchlight.teams import api as teams

    figures(small["SW"].agency, phi=2.2, months=12)
    with in_house("team"), acting(small["SW"].seat) as sw:
        teams.join_team(ari, seat=cast["PH"].seat, footing="CONSENT", by=sw)
    with as_visitor("pl_team", "seat", cast["PH"].seat) as nurse:
        assert nurse.execute("SELECT phi FROM pl.counting_beside(%s)", [ari]).fetchone() == (2.2,)
    with as_visitor("pl_team", "seat", cast.quinn.seat) as quinn:
        assert quinn.execute("SELECT phi FROM pl.counting_beside(%s)", [ari]).fetchone() is None
    assert progress.Config().phi == 1.5


@pytest.mark.parametrize("role", ["SW", "SC", "CG"])
def test_the_database_lets_nobody_but_a_supervisor_switch(cast, role):
    import psycopg

    with as_visitor("pl_team", "seat", cast[role].seat) as visitor, pytest.raises(psycopg.Error, match="refused"):
        visitor.execute("SELECT pl.switch_lasting(true, 1.8, 'Somebody', now())")


def test_the_database_asks_for_the_condition_again(small):
    figures(small["SW"].agency, phi=1.8, months=11)
    with as_visitor("pl_team", "seat", small["SUP"].seat) as sup:
        assert sup.execute("SELECT pl.switch_lasting(true, 1.8, 'Somebody', now())").fetchone() == (False,)


def test_summed_weeks_come_back_oldest_first_for_whoever_reads_days(small, ari, admin):
    from porchlight.absences import api as absences
    from tests.nightly.making import weeks_ago

    for monday, leavings in ((weeks_ago(60), 2), (weeks_ago(61), 1), (weeks_ago(2), 5)):
        admin.execute(
            "INSERT INTO absences_week VALUES (gen_random_uuid(), %s, %s, %s, now(), %s, %s, 6.5, 7)",
            [small["SW"].agency, ari, small["SW"].agency, monday, leavings],
        )
    with in_house("team"), acting(small["SW"].seat) as sw:
        first = weeks_ago(10)
        found = absences.look_back(ari, since=clock.now(), first=first, by=sw).weeks
    assert [(week.monday, week.leavings, week.days, week.confirmed) for week in found] == [
        (weeks_ago(61), 1, 6.5, 7),
        (weeks_ago(60), 2, 6.5, 7),
    ]
