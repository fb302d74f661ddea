"""Guidance as tests make it: documents by their keepers, sendings, and people who read them."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from porchlight.adoption.ground.api import case_free
from porchlight.adoption.guidance import api as guidance
from porchlight.kernel import clock
from tests.adoption.counties import MadeCounty, add_person


def today() -> date:
    return clock.county_time(clock.now()).date()


def draft(by, *, title="For workers: begin small", body="Ask first.\n\n- then listen", language="en", **more):
    """What a keeper writes; the rest as it mostly is."""
    said = {"publisher": "The county", "part": "role", "evidence": "promising", "roles": ("SW",)}
    said |= {"review_on": today() + timedelta(days=365), "file": None} | more
    publisher = case_free(said.pop("publisher"), by=by)
    return guidance.Draft(
        title=case_free(title, by=by), publisher=publisher, language=language,
        body=case_free(body, by=by, dated=True), **said,
    )  # fmt: skip


def add(county: MadeCounty, *, who="chair", moments=(), **said) -> UUID:
    """A document of the county, tied to moments; its first version."""
    with county.by(who) as keeper:
        version = guidance.add_guide(draft(keeper, **said), by=keeper)
        if moments:
            guide = guidance.guide_version(version, by=keeper).sheet.guide
            guidance.tie(guide, moments=set(moments), by=keeper)
    return version


def guide_of(county: MadeCounty, version: UUID) -> UUID:
    with county.by("chair") as chair:
        return guidance.guide_version(version, by=chair).sheet.guide


def item(county: MadeCounty, version: UUID, *, who="chair") -> guidance.Item:
    with county.by(who) as sender:
        one = guidance.guide_version(version, by=sender).sheet
        title = case_free(one.title, by=sender)
        return guidance.Item("guidance", version, one.guide, title, one.language, one.evidence)


def send(county: MadeCounty, *versions: UUID, who="chair", to=None, **more) -> UUID:
    """Send these; to the workers of every agency unless said otherwise."""
    items = [item(county, version, who=who) for version in versions]
    with county.by(who) as sender:
        return guidance.send(items, to=to or guidance.Audience(roles=("SW",)), by=sender, **more)


def staff(cast, county: MadeCounty, number: int, *, agency="services", role="SW") -> list[str]:
    """That many more people with that role; their names in the county."""
    names = [f"{role.lower()}{n}" for n in range(1, number + 1)]
    for name in names:
        add_person(cast, county, name, agency=agency, role=role, office=None)
    return names


def opens(county: MadeCounty, name: str, version: UUID):
    with county.by(name) as reader:
        return guidance.note_opened(version, by=reader)


def acknowledges(county: MadeCounty, name: str, version: UUID) -> None:
    with county.by(name) as reader:
        guidance.acknowledge(version, by=reader)


def counted(county: MadeCounty, sending: UUID, *, who="chair") -> list[tuple[int, int, int, int]]:
    """For each document by title: sent to, opened, acknowledged, asked."""
    with county.by(who) as sender:
        (one,) = guidance.sendings(only=sending, by=sender)
        return [(i.sent_to, i.opened, i.acknowledged, i.asked) for i in one.items]
