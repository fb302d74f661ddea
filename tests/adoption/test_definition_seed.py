"""The demo's definition is told by the product's own commands and reads kindly."""

from __future__ import annotations

from porchlight.adoption.definition import api as definition
from porchlight.policy.api import Office
from porchlight.project.seed import adoption_definition as told
from porchlight.project.seed.county import County
from porchlight.teams import api as teams
from tests.adoption.counties import add_person, make_county
from tests.adoption.drafts import said
from tests.adoption.reading import CAREGIVER, trouble_with


def people(cast) -> tuple[object, County]:
    """A county with the people of the demo who sign, each at an agency of their own kind."""
    made = make_county(cast)
    seats = {told.CHAIR: made["chair"].seat}
    agencies = ("services", "probation", "advocates", "committee")
    for at, (name, _kind, _reason) in enumerate(told.ANSWERS):
        agency = f"agency {at}"
        from porchlight.project.stage import acting, in_house

        with in_house("team"), acting(cast.administrator) as adm:
            kind = "child_welfare" if at < len(agencies) else "probation"
            made.agencies[agency] = teams.add_agency(name=f"{name}'s", kind=kind, phone="", county=made.key, by=adm)
        role = "SW" if at < len(agencies) else "PO"
        seats[name] = add_person(cast, made, name, agency=agency, role=role, office=Office.SIGNATORY).seat
    return made, County(made["services.worker"].seat, seats=seats)


def test_the_story_ends_with_a_text_in_force_one_dissent_and_a_draft(cast):
    made, county = people(cast)
    told.tell(county)
    with made.by("services.lead") as lead:
        draft, first = definition.versions(by=lead)
        assert (draft.state, first.state) == (definition.DRAFT, definition.IN_FORCE)
        assert len(definition.wordings(by=lead)) == len(told.WORDINGS)
        assert definition.unread(by=lead) is None
        assert len(definition.comments(draft.id, by=lead)) == 1
    standing = said(made, first.id).standing
    assert [len(standing.ratified), len(standing.abstained), len(standing.dissented)] == [6, 1, 1]


def test_its_words_are_plain_and_kind_in_both_languages():
    english = [*told.WORDINGS.values(), *(one[1] for one in told.PASSAGES), told.YOUNG[0]]
    spanish = [told.COMMENT, *(one[3] for one in told.PASSAGES), told.YOUNG[1]]
    assert [trouble_with(words) for words in english] == [[]] * len(english)
    assert [trouble_with(words, language="es", limit=CAREGIVER) for words in spanish] == [[]] * len(spanish)
