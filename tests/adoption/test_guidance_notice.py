"""A county loads the State's notice, ties its nine examples to moments and sends it to forty people."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from porchlight.adoption.files import api as files
from porchlight.adoption.ground.api import case_free
from porchlight.adoption.guidance import api as guidance
from tests.adoption.counties import add_person
from tests.adoption.guides import acknowledges, add, counted, guide_of, opens, send, today
from tests.adoption.notice import EXAMPLES, nine_examples, texts
from tests.adoption.test_files_and_publishing import a_pdf
from tests.shape.tree import ROOT

FORTY = {"SW": 9, "CG": 7, "PH": 3, "BH": 5, "LE": 2, "PO": 6, "ED": 3, "CRT": 2, "ADV": 3}


@pytest.mark.parametrize("text", texts().values(), ids=texts().keys())
def test_s2_nine_examples_are_tied_to_their_moments_and_forty_people_get_the_whole(cast, county, text):
    whole = load(county, text)
    examples = nine_examples(text)
    assert len(examples) == len(EXAMPLES) == 9
    for one in examples:
        add(county, title=f"The State, for: {one.heading.title()}", body=one.says, roles=(one.role,),
            publisher="The State", evidence="promising", moments=[(one.moment, one.role)])  # fmt: skip
    names = [name for role, number in FORTY.items() for name in people(cast, county, role, number)]
    assert len(names) == 40

    for one in examples:
        reader = next(name for name in names if name.startswith(one.role))
        with county.by(reader) as visit:
            line = guidance.for_moment(one.moment, by=visit)
        assert line.title == f"The State, for: {one.heading.title()}"
        assert line.evidence == "promising"

    with county.by("chair") as chair:
        seats = tuple(county[name].seat for name in names)
        found = guidance.who_would_get(guidance.Audience(seats=seats), by=chair)
        assert guidance.how_many(found) == 40
    sending = send(county, whole, to=guidance.Audience(seats=seats), asks=True, due_on=today() + timedelta(days=14))
    assert counted(county, sending) == [(40, 0, 0, 0)]
    for name in names[:23]:
        opens(county, name, whole)
    for name in names[:17]:
        acknowledges(county, name, whole)
    with county.by(names[0]) as asker:
        guidance.ask_sender(whole, words=case_free("Who reads the plan at night?", by=asker), by=asker)
    assert counted(county, sending) == [(40, 23, 17, 1)]
    with county.by("chair") as chair:
        steps = guidance.people_of(sending, by=chair)
        assert len(steps) == 40
        assert sum(one.acknowledged for one in steps) == 17
        assert sum(one.opened for one in steps) == 23
    assert guide_of(county, whole)


def load(county, text: str):
    """The chair keeps the text as a PDF whose words are found, on a page that says who published it."""
    body = a_pdf(*text.split("\n\n"))
    with county.by("chair") as chair:
        pdf = files.keep_file("notice.pdf", size=len(body), body=body, by=chair)
    whole = add(county, title="The notice", publisher="The State", body="", file=pdf, part="introduction", roles=())
    with county.by("services.worker") as worker:
        assert whole in {one.version for one in guidance.library(by=worker, words="examples").here}
    return whole


def people(cast, county, role: str, number: int) -> list[str]:
    names = [f"{role}{n}" for n in range(number)]
    for name in names:
        add_person(cast, county, name, agency="services", role=role)
    return names


@pytest.mark.parametrize("text", texts().values(), ids=texts().keys())
def test_twelve_words_in_a_row_of_it_stand_nowhere_in_the_product(text):
    theirs = pieces(text)
    assert theirs
    for path in sorted((ROOT / "porchlight").rglob("*")):
        if path.suffix in {".md", ".toml", ".html", ".py", ".po"}:
            assert not pieces(path.read_text(encoding="utf-8")) & theirs, path


def pieces(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[at : at + 12]) for at in range(len(words) - 11)}
