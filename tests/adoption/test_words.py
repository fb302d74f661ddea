"""Words about our own practice: what is refused, whose names are looked for, and that no table takes others."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import models

from porchlight.adoption.ground.words import CaseFree, CaseFreeField, NamesSomebody, case_free
from porchlight.policy.registry import ABOUT_US, the_registry
from porchlight.project.stage import acting, in_house
from tests.absences.conftest import welcome

TABLES = [model for model in apps.get_models() if model._meta.db_table.startswith("adoption_")]
# Texts that nobody types: codes of our own lists, languages, fingerprints, keys of counties.
CODES = {
    "came", "county", "evidence", "fingerprint", "how", "indicator", "kind", "language", "moment", "part",
    "partner", "role", "section", "sending", "sha256", "shipped_key", "state", "survivor_trainer",
}  # fmt: skip


def check(actor, text):
    with in_house("team"), acting(actor) as visit:
        return case_free(text, by=visit)


def test_a_name_of_somebody_beside_the_writer_is_refused_with_the_reason(cast):
    welcome(cast, name="Wrenna")
    with pytest.raises(NamesSomebody, match="“Wrenna” is the name of a young person beside whom you stand"):
        check(cast["SW"].seat, "Today wrenna laughed.")


def test_the_name_of_a_youth_whom_the_writer_does_not_stand_beside_is_an_unknown_name(cast):
    welcome(cast, name="Corliss")
    stranger, known = cast.quinn.seat, cast["SW"].seat
    assert check(stranger, "Corliss laughed.") == "Corliss laughed."
    assert check(stranger, "Nobodyatall laughed.") == "Nobodyatall laughed."
    with pytest.raises(NamesSomebody):
        check(known, "Corliss laughed.")


def test_a_refusal_asks_the_same_of_the_database_for_a_known_and_an_unknown_name(cast):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    welcome(cast, name="Tamsin")
    asked = []
    for name in ("Tamsin", "Nobodyatall"):
        with in_house("team"), acting(cast.quinn.seat) as visit, CaptureQueriesContext(connection) as caught:
            case_free(f"{name} laughed.", by=visit)
        asked.append([query["sql"] for query in caught.captured_queries if "people_name" in query["sql"]])
    assert asked[0] == asked[1]
    assert len(asked[0]) == 1


def test_looking_through_words_leaves_no_line_in_a_young_persons_history(cast):
    youth = welcome(cast, name="Oriole")
    with in_house("team"), acting(cast["SW"].seat) as visit:
        case_free("Nothing in particular.", by=visit)
        assert all(youth not in event.youths for event in visit.events)


@pytest.mark.parametrize(("text", "reason"), [("Case 23JV0012", "a case number"), ("born 5/4/2010", "a birth date")])
def test_numbers_and_birth_dates_are_refused_with_the_reason(cast, text, reason):
    with pytest.raises(NamesSomebody, match=reason) as refused:
        check(cast["SC"].seat, text)
    assert "send again" in refused.value.said


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model._meta.db_table)
def test_no_column_of_the_room_can_hold_a_youth(model):
    table = the_registry()[model._meta.db_table]
    assert table.rule in ABOUT_US or table.rule.value == "mine"
    names = {field.name for field in model._meta.get_fields()}
    assert not [name for name in names if "youth" in name or "young" in name or "child" in name]
    texts = [f for f in model._meta.get_fields() if isinstance(f, models.TextField | models.CharField)]
    open_texts = [f.name for f in texts if not isinstance(f, CaseFreeField) and f.name not in CODES]
    assert open_texts == [], "typed words stand in a CaseFreeField; a code of our own list is named in CODES"


def test_a_table_takes_no_words_that_nobody_looked_through(cast, county):
    from porchlight.adoption.files.models import File
    from porchlight.adoption.ground.rows import ours

    with county.by("services.lead") as lead, pytest.raises(TypeError, match="case_free"):
        File.objects.create(**ours(lead), name="plain.pdf", size=1, pages=1, sha256="x", body=b"x")


def test_the_words_come_back_as_they_were_typed(cast):
    typed = "We listened first.\n\n- then we asked"
    assert check(cast["SW"].seat, typed) == typed
    assert isinstance(check(cast["SW"].seat, typed), CaseFree)
