"""The committee: who may write, what stays as it was, and that nothing typed is lost."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from porchlight.adoption.files.rules import read_pdf
from porchlight.adoption.ground.api import NamesSomebody, case_free
from porchlight.adoption.steering import api as steering
from porchlight.desks.papers import paper, written
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.absences.conftest import welcome
from tests.adoption.counties import make_county
from tests.support.client import ONCE, team_browser

HOUR = timedelta(hours=1)


def began(county, *, ago: timedelta = HOUR, agenda: str = "- Beds after midnight"):
    """A committee with one place and a meeting that began."""
    with county.by("chair") as chair:
        words = lambda text: case_free(text, by=chair)  # noqa: E731 - because each line below needs it
        body = steering.found_body("committee", name=words("Our committee"), purpose=words(""), by=chair)
        place = steering.set_place(
            body, partner="probation", name=words(""), holder=words("Ro Field"), alternate=words("Al Moon"), paid=False,
            by=chair,
        )  # fmt: skip
        meeting = steering.call_meeting(
            body, starts_at=clock.now() - ago, venue=words("Room 4"), agenda=words(agenda), by=chair
        )
    return body, place, meeting


def test_s16c_a_meeting_keeps_who_came_what_was_decided_and_who_does_what(county):
    _body, place, meeting = began(county)
    with county.by("chair") as chair:
        steering.note_attendance(meeting, place=place, came="nobody", by=chair)
        steering.note_attendance(meeting, place=place, came="alternate", by=chair)
        steering.decide_on(meeting, words=case_free("A bed at any hour", by=chair), how="agreed", by=chair)
        due = clock.county_time(clock.now()).date() + timedelta(days=30)
        action = steering.ask_for(
            meeting,
            words=case_free("Ask for a night bed", by=chair),
            owner=case_free("Ro Field", by=chair),
            due_on=due,
            by=chair,
        )
    with county.by("member") as member:
        (one,) = steering.actions_open(by=member)
        assert (one.owner, one.stands) == ("Ro Field", steering.Stands.OPEN)
        steering.say_action(action, done=False, words=case_free("Not yet", by=member), by=member)
        assert [a.stands for a in steering.actions_open(by=member)] == [steering.Stands.NOT_DONE]
        steering.say_action(action, done=True, words=case_free("", by=member), by=member)
        assert steering.actions_open(by=member) == ()
    with county.by("probation.worker") as anybody:
        whole = steering.meeting_whole(meeting, by=anybody)
    assert whole.came == {place: "alternate"}
    assert whole.decisions == (("A bed at any hour", "agreed"),)
    assert [a.stands for a in whole.actions] == [steering.Stands.DONE]


def test_s16c_minutes_are_versions_and_once_approved_they_stay(county):
    _body, _place, meeting = began(county)
    with county.by("chair") as chair:
        assert steering.write_minutes(meeting, words=case_free("First", by=chair), after=0, by=chair) == 1
        with pytest.raises(steering.WrittenMeanwhile):
            steering.write_minutes(meeting, words=case_free("Other", by=chair), after=0, by=chair)
        assert steering.write_minutes(meeting, words=case_free("Second", by=chair), after=1, by=chair) == 2
        assert not steering.approve_minutes(meeting, number=1, by=chair)
        assert steering.approve_minutes(meeting, number=2, by=chair)
        assert not steering.approve_minutes(meeting, number=2, by=chair)
        with pytest.raises(steering.MinutesApproved):
            steering.write_minutes(meeting, words=case_free("Third", by=chair), after=2, by=chair)
        assert steering.meeting_whole(meeting, by=chair).minutes.words == "Second"


def test_nothing_is_written_of_a_meeting_that_has_not_begun_and_no_agenda_of_one_that_has(county):
    body, place, meeting = began(county)
    with county.by("chair") as chair:
        words = case_free("x", by=chair)
        with pytest.raises(steering.HasBegun):
            steering.change_agenda(meeting, venue=words, agenda=words, by=chair)
        later = steering.call_meeting(body, starts_at=clock.now() + HOUR, venue=words, agenda=words, by=chair)
        steering.change_agenda(later, venue=words, agenda=case_free("New", by=chair), by=chair)
        for write in (
            lambda: steering.note_attendance(later, place=place, came="holder", by=chair),
            lambda: steering.decide_on(later, words=words, how="agreed", by=chair),
            lambda: steering.ask_for(later, words=words, owner=words, due_on=clock.now().date(), by=chair),
            lambda: steering.write_minutes(later, words=words, after=0, by=chair),
        ):
            with pytest.raises(steering.NotBegun):
                write()
        assert steering.call_off(later, by=chair)
        assert not steering.call_off(later, by=chair)
        with pytest.raises(Refused):
            steering.change_agenda(later, venue=words, agenda=words, by=chair)


def test_a_county_has_one_committee_and_any_number_of_taskforces(county):
    body, _place, _meeting = began(county)
    with county.by("chair") as chair:
        name = case_free("Another", by=chair)
        with pytest.raises(steering.OneCommittee):
            steering.found_body("committee", name=name, purpose=name, by=chair)
        task = steering.found_body("taskforce", name=name, purpose=name, by=chair)
        assert [one.id for one in steering.bodies(by=chair)] == [body, task]
        assert steering.end_body(task, by=chair)
        assert not steering.end_body(task, by=chair)
        assert [one.id for one in steering.bodies(by=chair)] == [body]


def test_a_change_of_holder_keeps_who_held_it_before(county):
    body, place, _meeting = began(county)
    with county.by("chair") as chair:
        empty = case_free("", by=chair)
        steering.set_place(
            body, partner="probation", name=empty, holder=empty, alternate=empty, paid=False, instead_of=place, by=chair
        )
        assert [one.is_vacant for one in steering.places_of(body, by=chair)] == [True]
        assert [one.holder for one in steering.places_of(body, by=chair, ended=True)] == ["Ro Field", ""]


@pytest.mark.parametrize("who", ["member", "services.lead", "services.worker"])
def test_only_the_chair_writes_and_only_the_table_says_what_came_of_an_action(county, who):
    body, _place, meeting = began(county)
    with county.by(who) as visit:
        words = case_free("x", by=visit)
        for write in (
            lambda: steering.found_body("taskforce", name=words, purpose=words, by=visit),
            lambda: steering.call_meeting(body, starts_at=clock.now(), venue=words, agenda=words, by=visit),
            lambda: steering.decide_on(meeting, words=words, how="agreed", by=visit),
            lambda: steering.write_minutes(meeting, words=words, after=0, by=visit),
        ):
            with pytest.raises(Refused):
                write()
        with pytest.raises(Refused):
            steering.say_action(uuid4(), done=True, words=words, by=visit)


def test_another_county_sees_no_committee_of_ours(cast, county):
    body, _place, meeting = began(county)
    elsewhere = make_county(cast)
    with elsewhere.by("chair") as chair:
        assert steering.bodies(by=chair) == ()
        assert steering.meeting_whole(meeting, by=chair) is None
        with pytest.raises(Refused):
            steering.call_meeting(
                body, starts_at=clock.now(), venue=case_free("", by=chair), agenda=case_free("", by=chair), by=chair
            )
    with team_browser(elsewhere["chair"]) as browser:
        assert browser.get(f"/committee/meetings/{meeting}").status_code == 404
        assert browser.get(f"/committee/meetings/{meeting}/minutes.pdf").status_code == 404


def test_minutes_name_no_young_person_and_nothing_typed_is_lost(cast, county):
    _body, _place, meeting = began(county)
    welcome(cast, name="Larkin")
    base = f"/committee/meetings/{meeting}"
    with team_browser(county["chair"]) as chair:
        answer = chair.send(f"{base}/minutes", minutes="About case 23JV0012", after="0")
        assert answer.status_code == 422
        assert "About case 23JV0012" in answer.content.decode()
        assert chair.send(f"{base}/minutes", minutes="We talked about beds.", after="0").status_code == 303
        answer = chair.send(f"{base}/minutes", minutes="Mine, written meanwhile", after="0")
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Mine, written meanwhile" in page
        assert "We talked about beds." in page
        assert chair.send(f"{base}/minutes", minutes="Both", after="1").status_code == 303


def test_s16c_the_chair_runs_a_meeting_on_the_page_and_everybody_of_the_county_reads_it(county):
    body, place, meeting = began(county)
    base = f"/committee/meetings/{meeting}"
    with team_browser(county["chair"]) as chair:
        for address, wrong, right in (
            (f"{base}/decisions", {"decision": ""}, {"decision": "Open at any hour", "how": "most"}),
            (
                f"{base}/actions",
                {"owner": "Al"},
                {"action": "Ask the homes", "owner": "Al Moon", "due_on": "2027-01-10"},
            ),
        ):
            assert chair.send(address, page=base, **wrong).status_code == 422
            assert chair.send(address, page=base, **right).status_code == 303
        assert chair.send(f"{base}/agenda", page=base, agenda="Too late").status_code == 422
        assert chair.send(f"{base}/came", page=base, **{f"came-{place}": "holder"}).status_code == 303
        assert chair.send(f"{base}/minutes", minutes="# Beds\n\nWe agreed.", after="0").status_code == 303
        assert chair.send(f"{base}/minutes/publish", page=base).status_code == 404, "not approved yet"
        assert chair.send(f"{base}/minutes/approve", page=base, number="1").status_code == 303
        assert chair.send(f"{base}/minutes/publish", page=base).status_code == 303
        assert "No place yet for: " in chair.text("/committee")
        assert chair.get(f"/committee/{body}/places").status_code == 200
        assert chair.get(f"/committee/{uuid4()}/places").status_code == 404
        assert chair.get(f"/committee/{uuid4()}/meetings/new").status_code == 404
    with team_browser(county["services.worker"]) as worker:
        page = worker.text(base)
        assert "Open at any hour" in page
        assert "Ask the homes" in page
        assert "Write the minutes" not in page
        assert "Came" in page
        text = read_pdf(worker.get(f"{base}/minutes.pdf").content).text
        assert "Open at any hour" in text
        assert "Ro Field" in text
        printed = worker.text(f"{base}/minutes/print")
        assert "We agreed." in printed
        (mark,) = set(re.findall(r"(?:[0-9A-F]{4} ){4}[0-9A-F]{4}", printed))
        assert mark in text, "two copies can be compared by their fingerprint"
        assert worker.get(f"{base}/minutes").status_code == 404
        worker.send("/language", page="/practice", lang="es", back="/")
        assert "Vino" in worker.text(base), "a caregiver reads this page too"
        assert "Departamento de probatoria" in worker.text("/committee")


def test_a_paper_is_a_pdf_and_everybody_of_the_county_opens_it(county):
    _body, _place, meeting = began(county)
    base = f"/committee/meetings/{meeting}"
    pdf = paper("Plan", language="en", parts=[written("Beds", "One bed.")])
    with team_browser(county["chair"]) as chair:

        def send(**fields):
            once = ONCE.search(chair.text(base)).group(1)
            return chair.client.post(f"{base}/papers", {"once": once, **fields})

        assert send(paper="A plan").status_code == 422
        bad = send(paper="A plan", file=SimpleUploadedFile("plan.pdf", b"a letter"))
        assert bad.status_code == 422
        assert "not a PDF that we can read" in bad.content.decode()
        large = send(paper="A plan", file=SimpleUploadedFile("plan.pdf", b"%PDF-" + b"0" * 20_000_001))
        assert large.status_code == 422
        assert "larger than 20 MB" in large.content.decode()
        assert "A plan" in large.content.decode()
        assert send(paper="A plan", file=SimpleUploadedFile("plan.pdf", pdf)).status_code == 303
    with county.by("chair") as visit:
        ((title, row),) = steering.meeting_whole(meeting, by=visit).papers
    assert title == "A plan"
    with team_browser(county["services.worker"]) as worker:
        assert worker.get(f"/files/{row}").content == pdf
        assert worker.get(f"/files/{uuid4()}").status_code == 404


def test_the_chair_begins_calls_and_sets_places_on_the_pages(county):
    with team_browser(county["chair"]) as chair:
        assert "No committee yet" in chair.text("/committee")
        assert chair.send("/committee", kind="committee", name="").status_code == 422
        assert chair.send("/committee", kind="committee", name="Our committee").status_code == 303
        assert chair.send("/committee", kind="committee", name="Twice").status_code == 422
        with county.by("chair") as visit:
            (body,) = steering.bodies(by=visit)
        places = f"/committee/{body.id}/places"
        assert chair.send(places, holder="Ro Field").status_code == 422
        assert chair.send(places, partner="lived_experience", holder="Ro Field", paid="yes").status_code == 303
        with county.by("chair") as visit:
            (place,) = steering.places_of(body.id, by=visit)
        assert "Ro Field" in chair.text(f"{places}?change={place.id}")
        changed = {"instead_of": place.id, "partner": "lived_experience", "holder": "Kim Vale", "paid": "yes"}
        assert chair.send(places, **changed).status_code == 303
        new = f"/committee/{body.id}/meetings/new"
        assert chair.send(new, day="2027-02-01", starts="half past").status_code == 422
        assert chair.send(new, day="2027-02-01", starts="15:30", agenda="- Beds").status_code == 303
        with county.by("chair") as visit:
            (meeting,) = steering.meetings(by=visit)
            (place,) = steering.places_of(body.id, by=visit)
        assert place.holder == "Kim Vale"
        assert (
            chair.send(
                f"/committee/meetings/{meeting.id}/agenda", page=f"/committee/meetings/{meeting.id}", agenda="- Food"
            ).status_code
            == 303
        )
        assert (
            chair.send(f"/committee/meetings/{meeting.id}/off", page=f"/committee/meetings/{meeting.id}").status_code
            == 303
        )
        assert "called off" in chair.text("/committee")
        assert chair.send(f"/committee/places/{place.id}/end", page="/committee").status_code == 303
        assert chair.send(f"/committee/{body.id}/end", page="/committee").status_code == 303
        assert "No committee yet" in chair.text("/committee")


def test_a_name_of_a_young_person_beside_the_writer_is_refused_in_an_action(cast, county):
    _body, _place, meeting = began(county)
    with county.by("chair") as chair, pytest.raises(NamesSomebody):
        steering.ask_for(
            meeting, words=case_free("For case 23JV0012", by=chair), owner=case_free("Al", by=chair),
            due_on=clock.now().date(), by=chair,
        )  # fmt: skip


def test_pages_of_the_committee_stay_within_twelve_statements(cast, county):
    from tests.support.browsers import member

    _body, _place, meeting = began(county)
    for who in ("chair", "services.worker"):
        browser = member(county[who])
        for address in ("/committee", f"/committee/meetings/{meeting}", "/practice", "/"):
            browser.get(address)
            assert len(browser.statements) + 1 <= 12, (who, address, browser.statements)
