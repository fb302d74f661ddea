from __future__ import annotations

import pytest

from .finding import Spared
from .grade import Language, grade, no_longer_needed, too_hard

EASY: list[tuple[str, Language]] = [
    ("You can come home any time you want.", "en"),
    ("Who can see this: only the people you pick.", "en"),
    ("A judge, or a lawyer in your case, can sometimes make the county show it.", "en"),
    ("Nobody has read this yet. If you can, call 1-800-843-5200.", "en"),
    ("Puedes volver a casa cuando quieras.", "es"),
    ("Te damos la bienvenida y no tienes que explicar nada esta noche.", "es"),
    ("Esto solo lo ven las personas que tú eliges.", "es"),
    ("Todavía nadie ha leído esto. Si puedes, llama a este número.", "es"),
]
HARD: list[tuple[str, Language]] = [
    ("Noncustodial notification obligations necessitate interagency coordination.", "en"),
    ("Eligibility determinations are communicated following administrative verification.", "en"),
    ("La información será divulgada a las autoridades correspondientes conforme a la legislación.", "es"),
    ("Las notificaciones reglamentarias necesitan coordinación interinstitucional inmediata.", "es"),
]
LONG_BUT_SHORT_WORDED = (
    "Si cierras esta página, tu nota se guarda y la puedes leer después de entrar otra vez"
    " con tus cinco palabras, en este o en otro teléfono que tengas a la mano."
)


@pytest.mark.parametrize(("text", "language"), EASY)
def test_plain_lines_for_youth_pass(text: str, language: Language) -> None:
    assert not too_hard(text, language)


@pytest.mark.parametrize(("text", "language"), HARD)
def test_office_lines_do_not_pass(text: str, language: Language) -> None:
    (found,) = too_hard(text, language)
    assert found.grade > 6
    assert found.text == text


def test_the_english_grade_is_flesch_kincaids() -> None:
    # 8 words, 1 sentence, 9 syllables.
    assert grade("You can come home any time you want.", "en") == pytest.approx(0.39 * 8 + 11.8 * 9 / 8 - 15.59)


def test_the_spanish_grade_is_crawfords() -> None:
    # 6 words, 1 sentence, 11 syllables.
    assert grade("Puedes volver a casa cuando quieras.", "es") == pytest.approx(
        -0.205 * 100 / 6 + 0.049 * 100 * 11 / 6 - 3.407
    )


def test_a_block_at_the_limit_itself_passes() -> None:
    text = "You can come home any time you want."
    assert not too_hard(text, "en", limit=grade(text, "en"))
    assert too_hard(text, "en", limit=grade(text, "en") - 0.01)


def test_four_words_are_too_few_to_judge_and_five_are_enough() -> None:
    assert not too_hard("Interagency coordination obligations necessitate.", "en")
    assert too_hard("Interagency coordination obligations necessitate verification.", "en")


def test_numbers_and_addresses_are_not_words() -> None:
    assert grade("Call 1-800-843-5200 now, any day: help.example.org", "en") == grade("Call now, any day:", "en")


@pytest.mark.parametrize(
    ("language", "winter", "spring"),
    [
        ("en", "They said it to us on January 12, 2027.", "They said it to us on May 12, 2027."),
        ("es", "Nos lo dijo en casa el 12 de septiembre.", "Nos lo dijo en casa el 12 de mayo."),
    ],
)
def test_no_page_gets_harder_with_the_month(language: Language, winter: str, spring: str) -> None:
    assert grade(winter, language) == grade(spring, language)


def test_a_month_that_is_no_date_is_a_word() -> None:
    assert grade("We begin in September with it.", "en") > grade("We begin in May with it.", "en")


def test_a_text_without_a_word_has_no_grade() -> None:
    with pytest.raises(ValueError, match="No words"):
        grade("988", "en")
    assert not too_hard("988\n\n", "en")


def test_every_line_is_a_block_of_its_own_and_the_hardest_sentence_is_shown() -> None:
    text = "You can call us any time.\nCome in. Eligibility determinations necessitate verification."
    (found,) = too_hard(text, "en")
    assert found.text.startswith("Come in.")
    assert found.hardest == "Eligibility determinations necessitate verification."
    assert "at most 6" in str(found)


def test_a_long_spanish_sentence_is_too_hard_even_with_short_words() -> None:
    (found,) = too_hard(LONG_BUT_SHORT_WORDED, "es")
    assert found.grade <= 6
    assert found.why == "32 words in one sentence, at most 25"


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    assert grade("We open at 9 a.m. on each day of the week.", "en") == grade(
        "We open at 9 am on each day of the week.", "en"
    )


def test_both_endings_of_a_spanish_word_count_once() -> None:
    assert grade("Aquí estás seguro/a y no estás solo/a.", "es") == grade("Aquí estás seguro y no estás solo.", "es")


def test_a_name_nobody_can_change_does_not_count() -> None:
    text = "California Youth Crisis Line is open now, any day."
    assert too_hard(text, "en")
    assert not too_hard(text, "en", names=["California Youth Crisis Line"])


def test_a_block_spared_with_a_reason_passes_and_its_neighbour_does_not() -> None:
    text, other = HARD[0][0], HARD[1][0]
    spared = [Spared(text, "the words of the law, explained right below")]
    (found,) = too_hard(f"{text}\n{other}", "en", spared=spared)
    assert found.text == other


def test_an_exception_that_is_no_longer_needed_is_named() -> None:
    needed = Spared(HARD[0][0], "the words of the law, explained right below")
    idle = Spared(EASY[0][0], "was once much longer than now")
    assert no_longer_needed([needed, idle], "en") == [idle]
