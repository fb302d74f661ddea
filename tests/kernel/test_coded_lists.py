"""The coded lists: whole, in both languages, and honest about who has reviewed them."""

from __future__ import annotations

import re

import pytest

from porchlight.kernel.coded import NoSuchCode, NoSuchLanguage, NoSuchList, coded, list_names, unreviewed
from porchlight.kernel.coded.lists import ALWAYS, DATA

SIZES = {
    "CL-1": 28,
    "CL-2": 24,
    "CL-3": 26,
    "CL-4": 12,
    "CL-5": 28,
    "CL-6": 22,
    "CL-7": 7,
    "CL-7b": 11,
    "CL-8": 29,
    "CL-9": 17,
    "CL-9 results": 9,
    "CL-10": 22,
    "CL-10 levels": 6,
    "CL-11": 6,
    "CL-12": 13,
}
ALL = [coded(name) for name in list_names()]
every_list = pytest.mark.parametrize("one", ALL, ids=lambda one: one.name)


def test_every_list_of_the_domain_is_there_and_no_other() -> None:
    assert {one.number for one in ALL} == set(SIZES)
    assert len(list_names()) == len(list(DATA.glob("*.toml"))) == len(SIZES)


@every_list
def test_a_list_has_all_its_choices_and_the_three_that_never_force_an_answer(one) -> None:
    assert len(one) == SIZES[one.number] + len(ALWAYS)
    assert [entry.code for entry in one][-3:] == ["other", "not_said", "not_sure"]


@every_list
def test_every_choice_has_words_in_both_languages_and_no_two_sound_alike(one) -> None:
    for language in ("en", "es"):
        labels = [entry.label(language) for entry in one]
        assert all(label.strip() for label in labels)
        assert len(set(labels)) == len(labels)


@every_list
def test_a_list_can_be_asked_for_by_its_name_or_its_number(one) -> None:
    assert coded(one.name) is coded(one.number) is one
    assert one.title("en") != one.title("es")


@every_list
def test_codes_run_without_a_gap(one) -> None:
    codes = [entry.code for entry in one][: -len(ALWAYS)]
    numbers = [int(re.sub(r"\D", "", code)) for code in codes]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@pytest.mark.parametrize(
    ("number", "code", "en", "es"),
    [
        ("CL-1", "R16", "Thought I was about to be moved", "Pensé que me iban a mudar"),
        ("CL-2", "N08", "Love, affection", "Cariño"),
        ("CL-4", "W02", "Called and was picked up", "Llamé y me recogieron"),
        ("CL-5", "P01", "Told someone before leaving", "Avisé antes"),
        ("CL-5", "P14", "Used code word", "Usé mi palabra clave"),
        ("CL-5", "P28", "Rested instead of leaving", "Descansé en vez de irme"),
        ("CL-6", "H09", "No place to sleep", "Sin dónde dormir"),
        ("CL-6", "H15", "Taken across county/state", "Me llevaron a otro condado o estado"),
        ("CL-6", "H22", "None I want to name", "Nada que quiera decir"),
        ("CL-7", "C5", "Met", "Nos vimos"),
        ("CL-12", "F04", "Quiet", "Silencio"),
        ("CL-12", "not_said", "Prefer not to say", "Prefiero no decir"),
    ],
)
def test_english_and_spanish_of_a_code_belong_together(number: str, code: str, en: str, es: str) -> None:
    assert (coded(number).label(code, "en"), coded(number).label(code, "es")) == (en, es)


def test_reasons_are_pushes_pulls_both_or_neither() -> None:
    reasons = coded("reasons_for_leaving")
    tags = {entry.code: entry.tag for entry in reasons if entry.code not in ALWAYS}
    assert set(tags.values()) == {"push", "pull", "both", "neither"}
    assert (tags["R01"], tags["R08"], tags["R09"], tags["R27"]) == ("pull", "both", "push", "neither")
    assert sum(tag == "pull" for tag in tags.values()) == 10


def test_the_first_six_ways_of_coming_back_count_as_seeking_help() -> None:
    helped = [entry.code for entry in coded("ways_back") if entry.tag == "help_seeking"]
    assert helped == ["W01", "W02", "W03", "W04", "W05", "W06"]


def test_what_only_the_young_person_may_share_is_marked() -> None:
    marked = [entry.code for entry in coded("protective_actions") if entry.tag == "youth_shared_only"]
    assert marked == ["P09"]


def test_a_place_that_was_given_is_marked_for_its_lane() -> None:
    assert coded("locating_results").entry("G07").tag == "lane_a_only"


def test_services_carry_their_attributes() -> None:
    attributes = coded("service_types").attributes
    assert attributes[:4] == ("away_ok", "no_id", "no_parent", "no_police_call")
    assert len(attributes) == len(set(attributes)) == 14
    assert coded("needs").attributes == ()


def test_a_code_is_in_its_list_or_it_is_not() -> None:
    needs = coded("needs")
    assert "N01" in needs
    assert "R01" not in needs
    assert None not in needs


def test_an_unknown_list_code_or_language_names_itself() -> None:
    with pytest.raises(NoSuchList, match="“CL-99”"):
        coded("CL-99")
    with pytest.raises(NoSuchCode, match="needs has no choice “R01”"):
        coded("needs").label("R01", "en")
    with pytest.raises(NoSuchLanguage, match="“fr”"):
        coded("needs").label("N01", "fr")
    with pytest.raises(NoSuchLanguage, match="“fr”"):
        coded("needs").title("fr")


def test_nobody_has_reviewed_the_words_for_young_people_yet_and_we_say_how_many() -> None:
    for_youth = [one for one in ALL if one.read_by == "youth"]
    assert {one.number for one in for_youth} == {
        "CL-1",
        "CL-2",
        "CL-4",
        "CL-5",
        "CL-6",
        "CL-8",
        "CL-11",
        "CL-12",
    }
    assert unreviewed() == sum(len(one) for one in for_youth)


def test_spanish_that_we_wrote_ourselves_is_marked() -> None:
    assert all(entry.translated == "ours" for entry in coded("CL-10") if entry.code not in ALWAYS)
    assert coded("CL-1").entry("R01").translated == ""
    assert {entry.translated for one in ALL for entry in one} == {"", "ours"}


def test_no_choice_that_a_young_person_reads_labels_them() -> None:
    words = " ".join(f"{entry.en} {entry.es}" for one in ALL if one.read_by == "youth" for entry in one).lower()
    for never in ("run" + "away", "aw" + "ol", "exploit", "traffick", "explot", "fugitiv"):
        assert never not in words
