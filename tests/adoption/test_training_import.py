"""Trainings of another learning system: looked through first, good rows kept, nothing twice, nothing lost."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from porchlight.adoption.training import api as training
from porchlight.adoption.training import spreadsheet
from porchlight.adoption.training.import_rules import columns_of, day_of, hours_of, missing_columns, read_lines
from porchlight.adoption.training.models import Attended
from porchlight.desks.team.leadership.training.import_words import refused_words, why_words
from porchlight.kernel.errors import Refused
from tests.adoption.training import WORDS, on_day, today, young_person_beside

HEADER = ["E-mail", "Course title", "Completed on", "Hours", "Required set"]
DAY = date(2026, 11, 22)
SETS = {"words that do not blame": WORDS, WORDS: WORDS}


def read(*rows: list[str]):
    return read_lines([HEADER, *rows], today=DAY, sets=SETS, otherwise=("training.safe_contact",))


def as_csv(*rows: list[str], mark: str = ",") -> bytes:
    return "\r\n".join(mark.join(row) for row in rows).encode("utf-8-sig")


def as_xlsx(*rows: list[object]) -> bytes:
    book, out = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(out)
    return out.getvalue()


# Reading a file


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_text_table_is_read_with_each_mark_that_programs_write(mark):
    assert training.read_table(as_csv(["E-mail", "Título"], ["a@b.example", "Uno"], mark=mark)) == [
        ["E-mail", "Título"], ["a@b.example", "Uno"],
    ]  # fmt: skip


def test_an_older_program_writes_accents_in_its_own_way():
    assert training.read_table("Título\r\nDía".encode("cp1252")) == [["Título"], ["Día"]]


def test_a_workbook_is_read_with_its_dates_and_numbers():
    at_nine = datetime(2026, 3, 1, 9)  # noqa: DTZ001 - because a workbook knows no zone
    body = as_xlsx(["E-mail", "Date", "Hours", None], ["a@b.example", at_nine, 1.5, date(2026, 3, 2)], [None])
    assert training.read_table(body) == [
        ["E-mail", "Date", "Hours"], ["a@b.example", "2026-03-01", "1.5", "2026-03-02"], [],
    ]  # fmt: skip


def test_a_workbook_that_unpacks_to_far_too_much_is_not_opened():
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/sharedStrings.xml", b" " * (spreadsheet.MOST_UNPACKED + 1))
    assert len(out.getvalue()) < 200_000
    assert training.read_table(out.getvalue()) is None


@pytest.mark.parametrize("body", [b"", b"  \r\n", b"PK\x03\x04 and then nothing", b"a\x00b", b"\x89PNG\r\n\x1a\n\x00"])
def test_what_is_no_table_is_said_to_be_none(body):
    assert training.read_table(body) is None


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reader(body):
    found = training.read_table(body)
    assert found is None or all(isinstance(cell, str) for row in found for cell in row)


def test_more_rows_than_are_taken_are_read_as_one_too_many():
    assert len(training.read_table(b"a\n" * 9_999)) == training.MOST_ROWS + 2


# Rows


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (["", "Words", "2026-01-02", "", ""], "no e-mail"),
        (["a@b.example", "", "2026-01-02", "", ""], "no title"),
        (["a@b.example", "x" * 201, "2026-01-02", "", ""], "longer than 200"),
        (["a@b.example", "Words", "", "", ""], "no date"),
        (["a@b.example", "Words", "yesterday", "", ""], "“yesterday” can't be read"),
        (["a@b.example", "Words", "2026-02-30", "", ""], "can't be read"),
        (["a@b.example", "Words", "2026-11-23", "", ""], "has not come yet"),
        (["a@b.example", "Words", "2026-01-02", "many", ""], "hours “many”"),
        (["a@b.example", "Words", "2026-01-02", "-1", ""], "hours “-1”"),
        (["a@b.example", "Words", "2026-01-02", "NaN", ""], "hours “NaN”"),
        (["a@b.example", "Words", "2026-01-02", "", "Juggling"], "no required training of this county"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_which_it_is(row, why):
    good, bad = read(["b@b.example", "Words", "2026-01-02", "", ""], row)
    assert [one.number for one in good] == [2]
    assert [one.number for one in bad] == [3]
    assert why in why_words(bad[0])


def test_good_rows_keep_what_they_say_and_the_training_they_name():
    good, bad = read(
        ["A@B.example", " Words ", "11/2/2026", "1,5", "Words that do not blame"],
        [],
        ["a@b.example", "Words", "2026-11-03 09:00:00", "", ""],
    )
    assert bad == ()
    assert [(one.number, one.email, one.title, one.day, one.hours) for one in good] == [
        (2, "a@b.example", "Words", date(2026, 11, 2), Decimal("1.5")),
        (4, "a@b.example", "Words", date(2026, 11, 3), None),
    ]
    assert [one.serves for one in good] == [(WORDS,), ("training.safe_contact",)]


def test_the_same_row_twice_is_kept_once_and_said():
    good, bad = read(["a@b.example", "Words", "2026-01-02"], ["A@b.example", "WORDS", "1/2/2026"])
    assert [one.number for one in good] == [2]
    assert [(one.number, why_words(one)) for one in bad] == [(3, "the same as row 2")]


def test_columns_are_known_by_name_in_any_order_and_what_lacks_is_said():
    assert columns_of(["Fecha", "  Correo  ", "CURSO"]) == {"day": 0, "email": 1, "title": 2}
    assert missing_columns(["Name", "Course"]) == ("e-mail", "date")


@given(st.text(max_size=30))
def test_no_date_and_no_hours_break_the_reader(words):
    assert day_of(words) is None or isinstance(day_of(words), date)
    hours = hours_of(words)
    assert hours is None or 0 <= hours <= 200


# Keeping


def look(county, *rows: list[str], who="services.lead", serves="", keep=False, header=HEADER):
    do = training.take_over if keep else training.look_through
    with county.by(who) as by:
        return do([header, *rows], serves=serves, by=by)


def kept(county, name: str) -> list[Attended]:
    with county.by(name) as by:
        return list(Attended.objects.filter(seat=by.actor).order_by("done_on"))


def test_s16b_looking_writes_nothing_and_keeping_takes_the_good_rows_only(county):
    worker, elsewhere = county["services.worker"].email, county["probation.worker"].email
    rows = (
        [worker.upper(), "Words", "2026-01-02", "2", WORDS],
        ["nobody@made.example", "Words", "2026-01-02", "", ""],
        [elsewhere, "Words", "2026-01-02", "", ""],
        [worker, "Later", (today() + timedelta(days=1)).isoformat(), "", ""],
        [worker, "Born May 4, 2010", "2026-01-02", "", ""],
    )
    looked = look(county, *rows)
    assert kept(county, "services.worker") == []
    assert [one.number for one in looked.good] == [2]
    said = {one.number: why_words(one) for one in looked.bad}
    assert said[3] == "nobody at your agency has the e-mail nobody@made.example"
    assert said[4] == f"nobody at your agency has the e-mail {elsewhere}", "as somebody who works nowhere"
    assert "has not come yet" in said[5]
    assert "looks like a birth date" in said[6]
    assert look(county, *rows, keep=True) == looked
    found = kept(county, "services.worker")
    assert [(one.title, one.how, one.serves, one.session) for one in found] == [("Words", "import", [WORDS], None)]
    assert kept(county, "probation.worker") == []


def test_the_same_file_again_makes_nothing_twice(county):
    row = [county["services.worker"].email, "Words", "2026-01-02", "", ""]
    look(county, row, keep=True, serves=WORDS)
    again = look(county, row, keep=True, serves=WORDS)
    assert [why_words(one) for one in again.bad] == ["it is here already"]
    assert len(kept(county, "services.worker")) == 1


def test_what_was_taken_over_counts_for_the_person_until_its_months_are_over(county):
    look(county, [county["services.worker"].email, "Words", "2026-01-02", "", ""], keep=True, serves=WORDS)
    for day, standing in ((date(2026, 3, 1), "fine"), (date(2028, 1, 3), "over")):
        with on_day(day), county.by("services.worker") as by:
            needed = {one.rule.key: str(one.standing) for one in training.my_training(by=by).needed}
        assert needed[WORDS] == standing


def test_a_title_that_names_a_young_person_beside_the_sender_is_left_out_with_the_reason(county):
    young_person_beside(county, "services.lead", used="Larkin")
    looked = look(county, [county["services.worker"].email, "Larkin and others", "2026-01-02", "", ""])
    assert looked.good == ()
    assert "“Larkin” is the name" in why_words(looked.bad[0])


@pytest.mark.parametrize("header", [["Name", "Course"], []])
def test_a_file_without_the_columns_it_needs_is_not_taken(county, header):
    with pytest.raises(training.NotASpreadsheet, match="did not find"):
        look(county, header=header)


def test_an_empty_and_a_far_too_long_file_are_not_taken(county):
    with county.by("services.lead") as by, pytest.raises(training.NotASpreadsheet):
        training.look_through([], serves="", by=by)
    with pytest.raises(training.NotASpreadsheet, match="more than 2000 rows"):
        look(county, *[["a@b.example", "x", "2026-01-02"]] * 2001)


@pytest.mark.parametrize("who", ["services.worker", "services.signatory", "chair"])
def test_only_who_leads_manages_or_trains_at_the_agency_takes_over(one_county, who):
    for keep in (False, True):
        with pytest.raises(Refused):
            look(one_county, who=who, keep=keep)


def test_the_names_beside_the_sender_are_read_once_for_a_whole_file(county):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    email = county["services.worker"].email
    rows = [[email, f"Course {letter}", "2026-01-02", "", ""] for letter in "abcdefghij"]
    with county.by("services.lead") as by, CaptureQueriesContext(connection) as caught:
        looked = training.look_through([HEADER, *rows], serves="", by=by)
    assert len(looked.good) == 10
    assert len(caught) <= 4


def test_what_is_wrong_with_a_file_and_with_a_row_is_said_in_the_readers_language(county):
    row = ["nobody@made.example", "Words", "2026-01-02", "", ""]
    with pytest.raises(training.ColumnsMissing) as lacking:
        look(county, header=["Name", "Course"])
    (bad,) = look(county, row).bad
    with translation.override("es"):
        assert refused_words(lacking.value).endswith("Nada cambió. No encontramos: correo, fecha.")
        assert why_words(bad) == "nadie en tu agencia tiene el correo nobody@made.example"
    assert refused_words(training.NotASpreadsheet()) == training.NotASpreadsheet.sentence
