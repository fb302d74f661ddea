"""What may point at one young person, and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from porchlight.adoption.ground.naming_rules import Found, found_in

TODAY = date(2026, 11, 22)
NAMES = ("Maya Rivers", "Bo", "Zoë")


def kinds(text: str, **more) -> list[str]:
    return [found.kind for found in found_in(text, names=NAMES, today=TODAY, **more)]


@pytest.mark.parametrize(
    "text",
    [
        "Case 23JV0012 came up.", "case no. 4471", "Docket #J-20817", "file number AB-99120", "expediente 55120",
        "JD12345 was hard", "the number 1234-5678-9012-3456789", "client 88123 again", "see 20394857",
    ],
)  # fmt: skip
def test_a_case_number_is_found(text):
    assert kinds(text) == ["number"]


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-0142 or (916) 651-6160.", "SB 1322 and AB 2108", "WIC 16501.35(a)(4)", "ACIN I-59-18, ACL 18-61",
        "We met 12 people on 3 days.", "Room 104", "at 10:30", "75 % of 40", "28 CFR 35",
    ],
)  # fmt: skip
def test_telephones_laws_and_counts_are_no_case_numbers(text):
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text", ["She was born May 4, 2010.", "2010-05-04", "5/4/2010", "4 de mayo de 2010", "5/4/10", "25/12/2011"]
)
def test_a_date_that_would_make_somebody_young_is_a_birth_date(text):
    assert kinds(text) == ["birth"]


@pytest.mark.parametrize("text", ["We meet on March 3, 2027.", "in force since 1999-01-01", "5/4", "in 2010", "May 4"])
def test_the_days_of_meetings_and_old_laws_are_not(text):
    assert kinds(text) == []


def test_in_a_document_a_date_counts_only_beside_a_word_for_being_born():
    assert kinds("Adopted on March 3, 2016.", dated=True) == []
    assert kinds("Adopted on March 3, 2016.") == ["birth"]
    assert kinds("DOB 3/3/1999", dated=True) == ["birth"]
    assert kinds("nacida el 3 de marzo de 2012", dated=True) == ["birth"]


def test_in_a_document_an_address_on_the_web_is_no_case_number_and_in_a_note_it_may_hold_one():
    cited = "See www.library.example/articles/PMC2528824/ and https://papers.example/doi/10.1111/12145."
    assert kinds(cited, dated=True) == []
    assert kinds(f"{cited} Case 23JV0012.", dated=True) == ["number"]
    assert "number" in kinds("https://records.example/23JV0012")


@pytest.mark.parametrize(
    "text", ["Maya did well.", "for maya", "MAYA", "the Rivers girl", "zoe came", "Zoë's plan", "Bo"]
)
def test_the_names_of_those_beside_whom_the_writer_stands_are_found(text):
    assert kinds(text) == ["name"]


@pytest.mark.parametrize("text", ["mayan ruins", "two rivers meet", "Dee did well", "bo", "Boston", "Zoes"])
def test_other_names_and_other_words_are_not(text):
    assert kinds(text) == []


def test_everything_is_told_at_once_in_its_own_words():
    text = "Maya, born May 4, 2010, case 4471"
    assert found_in(text, names=NAMES, today=TODAY) == (
        Found("number", "4471"), Found("birth", "May 4, 2010"), Found("name", "Maya Rivers"),
    )  # fmt: skip


def test_nothing_typed_and_no_names_find_nothing():
    assert found_in("", names=("", " "), today=TODAY) == ()
