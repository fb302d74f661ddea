"""Whoever holds an office reads the leadership desk in one language: theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from porchlight.adoption.coaching import api as coaching
from porchlight.adoption.ground.api import CaseFree
from porchlight.adoption.picture import api as picture
from porchlight.adoption.policies import api as policies
from porchlight.adoption.steering import api as steering
from porchlight.adoption.training import api as training
from porchlight.kernel import clock
from porchlight.policy.api import Office
from tests.adoption import drafts, guides, policies_made
from tests.adoption import training as trainings
from tests.adoption.counties import add_person
from tests.lints.visible import spoken_labels, visible_blocks
from tests.support.browsers import member
from tests.support.filling import Sheet, forms
from tests.support.walk import Walk
from tests.words.catalogues import build

DESK = re.compile(
    r"/(practice|definition|guidance|picture|training|circles|coaching|committee|policies|conflicts|protocols|offices"
    r"|hard-night|files|promises)\b"
)
HAT = re.compile(r'class="seat-hat"><span[^>]*>[^<]*</span>([^<,]+), ')
SLOT = re.compile(r"%\\?\(\w+\\?\)[sd]")
OFFICES = ("chair", "services.lead", "services.manager", "services.trainer", "services.signatory")
ASKED = frozenset({"input", "select", "textarea"})


@pytest.fixture(scope="module")
def english(town) -> re.Pattern[str]:
    """Every text of the team house in English whose Spanish is another one, and those of the room's own files."""
    texts = {
        text
        for message in build("team")
        if message.id and message.string not in (message.id, "")
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    }
    files = (
        *picture.indicators(), *picture.levels(), *training.questions(), *policies.shipped().rows,
        *policies.shipped().conflicts, *policies.shipped().partners, *policies.shipped().sections,
        *policies.shipped().sendings,
    )  # fmt: skip
    for one in files:
        texts |= {
            getattr(one, name)
            for name in vars(one)
            if getattr(one, f"{name}_es", getattr(one, name)) != getattr(one, name)
        }
    patterns = (SLOT.sub(".+?", re.escape(text)) for text in texts if re.search(r"[a-z]{3}", SLOT.sub("", text)))
    return re.compile("|".join(sorted(patterns, key=len, reverse=True)))


@pytest.fixture(scope="module")
def full_county(one_county, cast):
    """A county where something stands on every page, all that was typed being signs of no language."""
    county, day = one_county, clock.county_time(clock.now()).date()
    add_person(cast, county, "second", agency="services", office=Office.MANAGER)
    drafts.in_force(county, words="Xoxo.")
    drafts.closed(county, words="Xaxa.", answers_by=day + timedelta(days=9))
    drafts.draft(county, words="Xaxi.")
    version = guides.add(county, title="Xuxu", body="Xuxu.", moments=(("someone_left", "SW"),))
    guides.send(county, version, asks=True, due_on=day + timedelta(days=3), note=CaseFree("Xexe"))
    policy = policies_made.registered(county, title="Xixi", body="Xixi.")
    policies_made.stepped(county, policy, "adopted", "in_use")
    policies_made.named(county, what="Xoxo.")
    policies_made.put_forward(county, title="Xyxy")
    session = trainings.plan(county, trainings.make_course(county, title="Xaxo"))
    trainings.plan(county, on=day + timedelta(days=5))
    trainings.attend(county, session, "services.worker")
    with county.by("services.lead") as lead:
        picture.say_level("A03", level=4, words=CaseFree("Xexo"), by=lead)
        training.keep_circle(
            day,
            questions=("ready.pace",),
            own_question=CaseFree(""),
            notes=CaseFree("Xuxo"),
            seats=(),
            others=3,
            by=lead,
        )
        coaching.write_coaching(
            county["services.manager"].seat, on_day=day, strategy=CaseFree("Xixo"), support=CaseFree("Xoxi"),
            support_by=day, barrier=CaseFree(""), by=lead,
        )  # fmt: skip
    _meet(county)
    return county


@pytest.mark.parametrize("who", OFFICES)
def test_nobody_in_office_meets_a_text_of_ours_in_another_language(full_county, english, who):
    browser = member(full_county[who])
    browser.post("/language", once=browser.once(), lang="es", back="/")
    seen, found = set(), []
    for address, html in _pages(browser):
        seen.add(re.sub(r"/[0-9a-f-]{36}", "/_", address.partition("?")[0]))
        assert '<html lang="es"' in html, address
        found += [f"{address}: {text}" for text in [*_said(html), *HAT.findall(html)] if english.fullmatch(text)]
    assert sorted(set(found)) == []
    assert HAT.findall(html)
    assert len(seen) > 40, seen


def test_sabotage_an_english_text_on_a_page_is_found(english):
    texts = (
        "Close the text",
        "Cerrar el texto",
        "Version 3, a draft",
        "Leaders stand behind it",
        "Versión 3, un borrador",
    )
    html = "".join(f"<p>{text}</p>" for text in texts)
    assert [bool(english.fullmatch(text)) for text in _said(html)] == [True, False, True, True, False]


def _meet(county) -> None:
    with county.by("chair") as chair:
        body = steering.found_body("committee", name=CaseFree("Xaxu"), purpose=CaseFree(""), by=chair)
        steering.set_place(
            body, partner="probation", name=CaseFree(""), holder=CaseFree("Xo Xa"), alternate=CaseFree("Xu Xe"),
            paid=False, by=chair,
        )  # fmt: skip
        for starts_at in (clock.now() - timedelta(hours=1), clock.now() + timedelta(days=2)):
            steering.call_meeting(body, starts_at=starts_at, venue=CaseFree(""), agenda=CaseFree("Xe"), by=chair)


def _pages(browser) -> Iterator[tuple[str, str]]:
    """Every page of the desk that links lead to, and each of its forms sent with nothing in it."""
    sent: set[tuple[str, ...]] = set()
    for address, answer in Walk(browser, ("/practice",)).pages():
        if not DESK.match(address) or "html" not in answer.headers["Content-Type"]:
            continue
        html = answer.content.decode()
        yield address, html
        for sheet in forms(html, address):
            if sheet.shape not in sent and DESK.match(sheet.action) and _asks(sheet):
                sent.add(sheet.shape)
                again = browser.post(sheet.action, **_hidden(sheet))
                if again.status_code == 422:
                    yield sheet.action, again.content.decode()


def _asks(sheet: Sheet) -> bool:
    """Whether a person fills something in, so that a form that comes back empty says what it needs."""
    return any(one.tag in ASKED and one.attributes.get("type") != "hidden" for one in sheet.fields)


def _hidden(sheet: Sheet) -> dict[str, str]:
    hidden = [one.attributes for one in sheet.fields if one.attributes.get("type") == "hidden"]
    return {one["name"]: one.get("value", "") for one in hidden}


def _said(html: str) -> list[str]:
    return [*visible_blocks(html), *spoken_labels(html)]
