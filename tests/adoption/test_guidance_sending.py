"""Sending: to whom, what is counted, who sees it, what is asked and answered. A receipt is never a practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import transaction
from django.db.utils import DatabaseError

from porchlight.adoption.front import api as front
from porchlight.adoption.ground.api import case_free
from porchlight.adoption.guidance import api as guidance
from porchlight.adoption.guidance.sending_models import Recipient, SentAnswer, SentItem, SentQuestion, SentReceipt
from porchlight.kernel.errors import Refused
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.adoption.counties import make_county
from tests.adoption.guides import acknowledges, add, counted, draft, guide_of, opens, send, staff, today

WORKER = "services.worker"
SW = guidance.Audience(roles=("SW",))


def asks(county, name, version, words="What about weekends?"):
    with county.by(name) as reader:
        return guidance.ask_sender(version, words=case_free(words, by=reader), by=reader)


def answers(county, questions, *, who="chair", words="Yes, on weekends too.", shown_as=""):
    with county.by(who) as sender:
        said, shown = case_free(words, by=sender), case_free(shown_as, by=sender)
        return guidance.answer(questions, words=said, shown_as=shown, by=sender)


def given(county, name, version=None):
    with county.by(name) as reader:
        return guidance.given_items(version, by=reader)


def waiting(county, name):
    with county.by(name) as reader:
        return front.what_waits(by=reader).to_read


def also_supervises(cast, county, name: str) -> str:
    """The same person gets a second seat at their agency; the name of it in the county."""
    member = county[name]
    with in_house("team"), acting(cast.administrator) as adm:
        seat = teams.give_seat(member.person, agency=member.agency, role="SUP", name=member.name, phone="", by=adm)
    county.people[f"{name} as supervisor"] = replace(member, seat=seat, role="SUP")
    return f"{name} as supervisor"


def test_s16c_forty_people_get_it_and_every_count_is_exact(cast, county):
    names = staff(cast, county, 36)
    second = also_supervises(cast, county, names[0])
    version = add(county)
    sending = send(county, version, to=guidance.Audience(roles=("SW", "SUP"), agencies=(county.agencies["services"],)))
    # the lead, manager, trainer, signatory and worker of that agency are social workers too
    assert counted(county, sending) == [(41, 0, 0, 0)]
    for name in names[:7]:
        opens(county, name, version)
        opens(county, name, version)
    for name in names[:4]:
        acknowledges(county, name, version)
        acknowledges(county, name, version)
    for name in (names[20], second):
        acknowledges(county, name, version)
    for name in (names[1], names[1], names[0], second):
        asks(county, name, version)
    assert counted(county, sending) == [(41, 8, 5, 2)]


def test_somebody_in_two_seats_counts_once_and_is_reminded_under_whichever_hat_they_wear(cast, county):
    second = also_supervises(cast, county, WORKER)
    first, other = add(county, title="A"), add(county, title="B")
    both = guidance.Audience(seats=(county[WORKER].seat, county[second].seat))
    sending = send(county, first, other, to=both, asks=True)
    assert len(waiting(county, WORKER)) == len(waiting(county, second)) == 2
    acknowledges(county, WORKER, first)
    acknowledges(county, second, first)
    acknowledges(county, second, other)
    assert counted(county, sending) == [(1, 1, 1, 0), (1, 1, 1, 0)]
    with county.by("chair") as chair:
        assert [(one.opened, one.acknowledged) for one in guidance.people_of(sending, by=chair)] == [(2, 2)]


def test_who_got_it_stays_as_it_was_whoever_joins_later(cast, county):
    version = add(county)
    sending = send(county, version, to=guidance.Audience(agencies=(county.agencies["services"],)))
    (late,) = staff(cast, county, 1)
    opens(county, late, version)
    assert counted(county, sending) == [(5, 0, 0, 0)]
    assert given(county, late, version) == ()
    with county.by(late) as reader, pytest.raises(guidance.NotSentToYou):
        guidance.acknowledge(version, by=reader)
    with pytest.raises(guidance.NotSentToYou):
        asks(county, late, version)


def test_nobody_who_sends_gets_it_themself_and_nobody_at_all_is_refused(county):
    with county.by("chair") as chair:
        mine = next(seat.id for seat in teams.seats_of_county(by=chair) if seat.id == chair.actor)
        with pytest.raises(guidance.NobodyToSendTo):
            guidance.send([], to=SW, by=chair)
    for nobody in (guidance.Audience(roles=("CRT",)), guidance.Audience(seats=(mine,))):
        with pytest.raises(guidance.NobodyToSendTo):
            send(county, add(county), to=nobody)


def test_a_day_that_has_passed_is_refused_and_nothing_is_sent(county):
    version = add(county)
    with pytest.raises(guidance.DayPassed):
        send(county, version, due_on=today() - timedelta(days=1))
    with county.by("chair") as chair:
        assert guidance.sendings(by=chair) == ()


def test_a_lead_and_a_trainer_send_within_their_agency_and_a_member_to_the_county(county):
    version, everybody = add(county), guidance.Audience()
    sizes = {}
    for who in ("services.lead", "services.trainer", "member", "chair"):
        with county.by(who) as sender:
            sizes[who] = len(guidance.who_would_get(everybody, by=sender))
    assert sizes == {"services.lead": 4, "services.trainer": 4, "member": 16, "chair": 16}
    assert counted(county, send(county, version, who="services.lead", to=everybody)) == [(4, 0, 0, 0)]


@pytest.mark.parametrize("who", ["services.worker", "services.manager", "services.signatory"])
def test_who_holds_no_such_office_sends_nothing_and_sees_no_list(county, who):
    sending = send(county, add(county))
    with county.by(who) as visit:
        for act in (
            lambda: guidance.who_would_get(SW, by=visit),
            lambda: guidance.send([], to=SW, by=visit),
            lambda: guidance.sendings(by=visit),
            lambda: guidance.people_of(sending, by=visit),
            lambda: guidance.questions_of([], by=visit),
            lambda: guidance.answer([], words=case_free("Yes", by=visit), by=visit),
        ):
            with pytest.raises(Refused):
                act()


def test_sender_and_chair_see_who_and_a_recipient_sees_only_their_own_even_in_sql(county):
    version = add(county, who="services.lead")
    sending = send(county, version, who="services.lead")
    acknowledges(county, "services.manager", version)
    for who, people in (("services.lead", 4), ("chair", 4), ("probation.lead", 0)):
        with county.by(who) as visit:
            assert len(guidance.people_of(sending, by=visit)) == people
            assert bool(guidance.sendings(only=sending, by=visit)) == bool(people)
    with county.by(WORKER) as worker:
        assert set(Recipient.objects.values_list("seat", flat=True)) == {worker.actor}
        assert not SentReceipt.objects.exists()
    with county.by("services.manager") as manager:
        assert set(SentReceipt.objects.values_list("made_by", flat=True)) == {manager.actor}
    with county.by("probation.lead"):
        assert not Recipient.objects.exists()


def test_nobody_acknowledges_for_another_even_in_sql(county):
    version = add(county)
    sending = send(county, version)
    item, someone = given(county, WORKER, version)[0].item, county[WORKER].seat
    with county.by("chair") as chair, pytest.raises(DatabaseError), transaction.atomic():
        SentReceipt.objects.create(
            county=county.key, made_by=someone, item_id=item, kind="acknowledged", sender=chair.actor
        )
    with county.by("probation.worker") as other:  # who did not get it counts nowhere
        SentReceipt.objects.create(
            county=county.key, made_by=other.actor, item_id=item, kind="opened", sender=other.actor
        )
    with county.by("chair"), pytest.raises(DatabaseError), transaction.atomic():
        Recipient.objects.filter(sending_id=sending).update(seat=uuid4())
    assert counted(county, sending) == [(5, 0, 0, 0)]


def test_several_documents_are_counted_each_and_a_person_is_done_with_all_of_them(county):
    first, second = add(county, title="A"), add(county, title="B")
    sending = send(county, first, second, asks=True)
    acknowledges(county, WORKER, first)
    opens(county, WORKER, second)
    assert counted(county, sending) == [(5, 1, 1, 0), (5, 1, 0, 0)]
    with county.by("chair") as chair:
        steps = {one.seat: (one.opened, one.acknowledged) for one in guidance.people_of(sending, by=chair)}
    assert steps[county[WORKER].seat] == (2, 1)
    assert steps[county["services.manager"].seat] == (0, 0)


def test_a_reminder_stays_until_it_was_opened_or_where_asked_until_acknowledged(county):
    plain, asked = add(county, title="Plain"), add(county, title="Asked")
    send(county, plain)
    send(county, asked, asks=True, due_on=today())
    assert [(one.sheet.title, one.asks, one.due_on) for one in waiting(county, WORKER)] == [
        ("Asked", True, today()), ("Plain", False, None),
    ]  # fmt: skip
    opens(county, WORKER, plain)
    opens(county, WORKER, asked)
    assert [one.sheet.title for one in waiting(county, WORKER)] == ["Asked"]
    acknowledges(county, WORKER, asked)
    assert waiting(county, WORKER) == ()
    assert [one.is_done for one in given(county, WORKER)] == [True, True]
    assert len(waiting(county, "services.manager")) == 2


def test_a_document_in_two_languages_is_read_once_in_either_and_the_readers_own_stands_in_the_line(county):
    english = add(county, title="Open the door")
    with county.by("chair") as chair:
        guide = guidance.guide_version(english, by=chair).sheet.guide
        said = draft(chair, title="Abre la puerta", language="es")
        spanish = guidance.add_version(guide, draft=said, after=0, by=chair)
    sending = send(county, english, spanish, asks=True)
    assert [one.sheet.title for one in waiting(county, WORKER)] == ["Open the door"]
    with county.by(WORKER, language="es") as reader:
        assert [one.sheet.title for one in front.what_waits(by=reader).to_read] == ["Abre la puerta"]
    acknowledges(county, WORKER, spanish)
    opens(county, WORKER, english)
    assert waiting(county, WORKER) == ()
    assert counted(county, sending) == [(5, 1, 1, 0), (5, 0, 0, 0)]
    with county.by("chair") as chair:
        (one,) = guidance.sendings(only=sending, by=chair)
        done = [p for p in guidance.people_of(sending, by=chair) if p.acknowledged == one.documents == 1]
    assert [p.seat for p in done] == [county[WORKER].seat]


def test_a_question_goes_to_the_sender_and_one_answer_to_all_who_asked_the_same(county):
    version = add(county, who="services.lead")
    sending = send(county, version, who="services.lead")
    same = [asks(county, name, version) for name in (WORKER, "services.manager")]
    other = asks(county, "services.signatory", version, "May I print it?")
    with county.by("services.lead") as lead:
        item = guidance.sendings(only=sending, by=lead)[0].items[0]
        asked = guidance.questions_of([item.item], by=lead)
    assert [one.id for one in asked] == [*same, other]
    with county.by("probation.lead") as stranger:
        assert guidance.questions_of([item.item], by=stranger) == ()
        assert guidance.answer(same, words=case_free("No", by=stranger), by=stranger) == 0
    assert answers(county, same, who="services.lead") == 2
    assert answers(county, same, who="services.lead", words="Twice") == 0
    (mine,) = given(county, WORKER, version)
    assert [(one.words, one.answered) for one in mine.asked] == [("What about weekends?", "Yes, on weekends too.")]
    assert given(county, "services.signatory", version)[0].asked[0].answer is None
    assert counted(county, sending, who="services.lead") == [(4, 0, 0, 3)]


def test_an_answer_waits_for_its_asker_until_they_opened_the_page_and_for_nobody_else(county):
    version = add(county)
    send(county, version)
    opens(county, WORKER, version)
    answers(county, [asks(county, WORKER, version)])
    (line,) = waiting(county, WORKER)
    assert (line.is_answered, line.waits) == (True, False)
    opens(county, WORKER, version)
    assert waiting(county, WORKER) == ()
    with county.by("services.manager"):
        assert not SentAnswer.objects.exists()
        assert not SentQuestion.objects.exists()


def test_an_answer_can_stand_beside_the_document_in_the_senders_words_for_all_its_versions(county):
    version = add(county)
    send(county, version)
    asked = [asks(county, WORKER, version, "Does my night shift count?")]
    answers(county, asked, words="Any hour counts.", shown_as="Which hours count?")
    with county.by("probation.worker") as reader:
        ((question, said, _when),) = guidance.shown_answers(guide_of_reader(reader, version), by=reader)
        assert (question, said) == ("Which hours count?", "Any hour counts.")


def guide_of_reader(reader, version):
    return guidance.guide_version(version, by=reader).sheet.guide


def test_the_chair_answers_when_the_sender_is_gone(cast, county):
    version = add(county, who="services.lead")
    send(county, version, who="services.lead")
    asked = asks(county, WORKER, version)
    with in_house("team"), acting(cast.administrator) as adm:
        line = next(o.line for o in teams.offices(by=adm) if o.seat == county["services.lead"].seat)
        teams.end_office(line, by=adm)
    assert answers(county, [asked]) == 1


def test_the_same_version_sent_twice_is_opened_for_both_and_asked_of_the_last_sender(county):
    version = add(county)
    first = send(county, version)
    second = send(county, version, who="services.lead")
    acknowledges(county, WORKER, version)
    asks(county, WORKER, version)
    assert counted(county, first) == [(5, 1, 1, 0)]
    assert counted(county, second, who="services.lead") == [(4, 1, 1, 1)]


def test_what_is_sent_need_not_be_guidance(county):
    with county.by("member") as member:
        item = guidance.Item("minutes", uuid4(), uuid4(), case_free("Minutes of May", by=member), "en")
        guidance.send([item], to=SW, by=member)
    (one,) = given(county, WORKER)
    assert (one.sheet.kind, one.sheet.title, one.sheet.evidence) == ("minutes", "Minutes of May", "")


def test_another_county_gets_sees_and_counts_nothing(cast, county):
    elsewhere, version = make_county(cast), add(county)
    sending = send(county, version, to=guidance.Audience())
    with elsewhere.by("chair") as chair:
        assert guidance.sendings(by=chair) == ()
        assert guidance.people_of(sending, by=chair) == ()
        assert not SentItem.objects.exists()
    assert given(elsewhere, WORKER) == ()


def test_an_agency_that_left_the_county_gets_nothing_and_keeps_its_place_in_the_count(cast, county):
    version = add(county)
    sending = send(county, version)
    with in_house("team"), acting(cast.administrator) as adm:
        teams.agency_leaves(county.agencies["services"], by=adm)
    assert counted(county, sending) == [(5, 0, 0, 0)]
    with pytest.raises(guidance.NobodyToSendTo):
        send(county, version)
    assert guide_of(county, version)


def test_names_of_seats_that_ended_stay_readable_where_they_sent_something(cast, county):
    seat = county[WORKER].seat
    with county.by("chair") as chair:
        assert teams.seat_names([seat], by=chair) == {seat: county[WORKER].name}
        assert {one.agency for one in teams.seats_of_county(by=chair)} == set(county.agencies.values())


def test_of_some_seats_those_of_the_own_county_are_told_from_the_others(cast, county):
    elsewhere = make_county(cast)["services.worker"].seat
    with county.by("chair") as chair:
        found = teams.seats_of_county([county[WORKER].seat, elsewhere], by=chair)
    assert [one.id for one in found] == [county[WORKER].seat]
