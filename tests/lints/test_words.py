from __future__ import annotations

import pytest

from .finding import Spared, report
from .word_rule import YOUTH, House, Rule
from .words import RULES, check_words, names_of_services

EVERY_RULE = [pytest.param(rule, id=f"{rule.language}-{rule.name}") for rule in RULES]


def _house(rule: Rule) -> House:
    return "youth" if rule.houses == YOUTH else "team"


def _rules_that_catch(line: str, house: House) -> set[str]:
    return {finding.rule for finding in check_words(line, house=house, path="page")}


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_every_rule_catches_its_bad_lines(rule: Rule) -> None:
    missed = [line for line in rule.bad_lines if rule.name not in _rules_that_catch(line, _house(rule))]
    assert rule.bad_lines
    assert not missed


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_no_rule_cries_wolf_over_a_good_line(rule: Rule) -> None:
    caught = {line: names for line in rule.good_lines if (names := _rules_that_catch(line, _house(rule)))}
    assert rule.good_lines
    assert not caught


@pytest.mark.parametrize("rule", EVERY_RULE)
def test_what_we_suggest_is_itself_allowed_where_the_rule_holds(rule: Rule) -> None:
    assert not _rules_that_catch(rule.instead, _house(rule))


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "word",
    [
        *("prostitute", "a runaway", "AWOL", "offender", "non-compliant"),
        *("refused", "manipulative", "failed", "relapse", "punishment"),
    ],
)
def test_every_word_that_the_page_rules_name_is_caught_in_both_houses(word: str) -> None:
    assert _rules_that_catch(f"The report says {word}.", "team")
    assert _rules_that_catch(f"The report says {word}.", "youth")


@pytest.mark.parametrize(
    "word", ["exploited", "trafficking", "victims", "rescue", "explotada", "víctimas", "la trata", "rescate"]
)
def test_the_youth_house_carries_no_label(word: str) -> None:
    assert _rules_that_catch(f"Ayuda / help: {word}", "youth")


@pytest.mark.parametrize("word", ["exploited", "trafficking", "victims", "explotada", "víctima"])
def test_the_team_house_may_name_what_was_done_to_a_child(word: str) -> None:
    assert not _rules_that_catch(f"El informe / the report: {word}", "team")


def test_the_name_of_a_real_service_stands_inside_the_directory() -> None:
    line = "National Human Trafficking Hotline: 1-888-373-7888"
    inside = check_words(
        line, house="youth", path="page", spared=names_of_services(["National Human Trafficking Hotline"])
    )
    assert not inside
    assert _rules_that_catch(line, "youth")


def test_sparing_a_name_does_not_spare_the_same_word_elsewhere() -> None:
    text = "Victim Services Line\nHelp for every victim"
    found = check_words(text, house="youth", path="page", spared=names_of_services(["Victim Services Line"]))
    assert [finding.line for finding in found] == [2]


def test_an_exception_without_a_reason_is_not_an_exception() -> None:
    with pytest.raises(ValueError, match="why"):
        Spared("offender", "because")
    with pytest.raises(ValueError, match="names the text"):
        Spared(" ", "there is a long reason")


def test_names_in_code_are_read_word_by_word() -> None:
    found = check_words("class OffenderPage:\n    awol_since = None\n", house="code", path="code.py")
    assert [finding.line for finding in found] == [1, 2]


def test_words_that_programs_need_are_left_alone_in_code() -> None:
    code = "raise Refused\nif save_failed: retry()\ncustomer = exploit_type\nrunning_away = 1\n"
    assert not check_words(code, house="code", path="code.py")


def test_a_finding_says_where_it_is_and_what_to_write_instead() -> None:
    (found,) = check_words("fine\nShe went AWOL.", house="team", path="visit.html")
    assert str(found).startswith("visit.html:2: away-not-AWOL: we don't write 'AWOL'")
    assert "away from care" in str(found)


def test_a_report_has_one_line_for_each_finding() -> None:
    found = check_words("AWOL\nfine\nrelapse", house="team", path="a")
    assert [line.split(": ")[0] for line in report(found).splitlines()] == ["a:1", "a:3"]


def test_a_word_inside_a_longer_word_is_not_the_word() -> None:
    assert not _rules_that_catch("a failsafe, a pimpernel, alienated, the Awolowo road", "youth")
