"""A young person whose story was planted through the product's own forms, by everybody around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from uuid import UUID

from django.http import HttpResponse

from porchlight.kernel import clock
from porchlight.people import api as people
from porchlight.policy.api import doors
from porchlight.policy.session import hash_of
from porchlight.project.stage import acting, in_house
from porchlight.teams import api as teams
from tests.doors.addresses import address_of
from tests.support.browsers import Browser, member, staff, young
from tests.support.cast import Cast
from tests.support.connections import as_owner
from tests.support.filling import mark
from tests.support.walk import Walk

PLANTERS = ("CG", "BH", "PH", "ADV", "SW", "SUP")
OUTSIDE = ("AUD", "SC", "ST", "LE", "SUP")  # hats that stand beside nobody, or by their role alone


@dataclass
class Planted:
    """The young person, whoever walks, and every page that was shown while planting."""

    youth: UUID
    cast: Cast
    shown: list[tuple[str, str, HttpResponse]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)

    def browsers(self) -> Iterator[tuple[str, Browser]]:
        """A fresh browser for each who plants, the young person first and last."""
        yield "Y", young(self.youth)
        for role in PLANTERS:
            yield role, member(self.cast[role])
        yield "Y", young(self.youth)

    def starts(self, house: str) -> tuple[str, ...]:
        """Every address with a page that stands by itself or is about this young person."""
        plain = [d for d in doors(house) if d.method == "GET" and d.route.count("<") <= d.route.count("<uuid:youth>")]
        return ("/", *(address_of(door, self.youth) for door in plain))


def plant(cast: Cast) -> Planted:
    """Make a young person, let everybody fill in every form that they are shown, and put the team together again."""
    planted = Planted(_welcomed(cast), cast)
    _gather(planted)
    _settle_after_a_return(planted)
    for role, browser in planted.browsers():
        _on_call(planted)
        walk = Walk(browser, planted.starts(browser.house), planting=True)
        planted.shown += [(role, address, answer) for address, answer in walk.pages()]
        planted.troubles += [f"{role}: {trouble}" for trouble in walk.troubles]
    _gather(planted)
    _send_after_the_session_closed(planted)
    return planted


def administrator(cast: Cast) -> Browser:
    """A browser in the administrator's seat."""
    with in_house("team"), acting(cast.administrator) as adm:
        person = next(seat.person for seat in teams.seats(by=adm) if seat.id == cast.administrator)
    return staff(person, cast.administrator)


def _welcomed(cast: Cast) -> UUID:
    names = people.names_by_audience(legal="Wren Legal", used="Wren", pronoun="they/them", ticked=frozenset({"team"}))
    with in_house("team"), acting(cast["SW"].seat) as sw:
        return people.welcome(names=names, legal_name=mark(), birth_date=date(2010, 5, 4), language="en", by=sw)


def _settle_after_a_return(planted: Planted) -> None:
    """The page of the day after opens only once they have slept: so the return that it is about was yesterday."""
    browser = member(planted.cast["SW"])
    yesterday = clock.county_time(clock.now()) - timedelta(hours=20)
    for page, typed in (("back", {"back_at": f"{yesterday:%Y-%m-%dT%H:%M}"}), ("later", {"they_say": mark()})):
        once = browser.once(browser.get(f"/y/{planted.youth}/{page}"))
        assert browser.post(f"/y/{planted.youth}/{page}", once=once, **typed).status_code == 303


def _send_after_the_session_closed(planted: Planted) -> None:
    """What was typed is kept, sealed, until its writer is back."""
    browser = member(planted.cast["SW"])
    with as_owner() as owner:
        owner.execute(
            "UPDATE teams_session SET seen_at = now() - interval '16 minutes' WHERE hash = %s",
            [hash_of(browser.client.cookies["t"].value)],
        )
    assert browser.post(f"/y/{planted.youth}/plan/write/safe", words=mark()).status_code == 303


def _on_call(planted: Planted) -> None:
    """Somebody is on call at every hour, so that those who can be asked only then are asked."""
    with in_house("team"), acting(planted.cast["SUP"].seat) as sup:
        teams.add_shift(seat=planted.cast["SW"].seat, order="first", starts=time(0), ends=time(0), by=sup)


def _gather(planted: Planted) -> None:
    with in_house("team"), acting(planted.cast["SW"].seat) as sw:
        here = {beside.seat for beside in teams.team_of(planted.youth, by=sw)}
        for role, who in planted.cast.members.items():
            if role not in OUTSIDE and who.seat not in here:
                teams.join_team(planted.youth, seat=who.seat, footing="CFT_832", by=sw)
