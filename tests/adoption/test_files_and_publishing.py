"""Files and published copies: what is kept, what is refused, and who may read it."""

from __future__ import annotations

from uuid import uuid4

import pytest

from porchlight.adoption.files import api as files
from porchlight.adoption.ground.api import NamesSomebody, case_free, fingerprint
from porchlight.adoption.publishing import api as publishing
from porchlight.desks.papers import Part, paper, written
from porchlight.kernel.errors import Refused
from tests.adoption.counties import make_county
from tests.support.client import team_browser


def a_pdf(*lines: str) -> bytes:
    return paper("A policy", language="en", parts=[written("Text", "\n\n".join(lines))])


def keep(county, who: str, body: bytes, name: str = "policy.pdf", size: int | None = None):
    with county.by(who) as visit:
        return files.keep_file(name, size=len(body) if size is None else size, body=body, by=visit)


def test_a_pdf_is_kept_whole_and_its_words_are_found(one_county):
    body = a_pdf("Nobody loses a bed for being away.")
    row = keep(one_county, "services.lead", body)
    with one_county.by("probation.worker") as visit:
        assert files.file_body(row, by=visit) == ("policy.pdf", body)
        assert files.files([row, uuid4()], by=visit)[row].pages == 1
        assert row in files.files_saying("AWAY bed", by=visit)
        assert row not in files.files_saying("bed lighthouse", by=visit)
        assert files.files_saying(" ", by=visit) == frozenset()


@pytest.mark.parametrize("body", [b"", b"a letter", b"%PDF-1.7 and then nothing", b"%PDF-1.4\n%%EOF"])
def test_what_is_no_pdf_is_refused(one_county, body):
    with pytest.raises(files.NotAPdf):
        keep(one_county, "services.lead", body)


def test_a_pdf_of_200_mb_is_refused_by_its_size_and_was_never_kept(one_county):
    with pytest.raises(files.TooLarge):
        keep(one_county, "services.lead", b"", size=200_000_000)


def test_a_pdf_that_names_a_birth_date_is_refused(one_county):
    with pytest.raises(NamesSomebody):
        keep(one_county, "services.lead", a_pdf("Date of birth: May 4, 2010."))


def test_a_worker_keeps_no_file_and_another_county_reads_none(cast, one_county):
    row = keep(one_county, "services.lead", a_pdf("Ours."))
    with pytest.raises(Refused):
        keep(one_county, "services.worker", a_pdf("Mine."))
    with make_county(cast).by("chair") as elsewhere:
        assert files.file_body(row, by=elsewhere) is None
        assert files.files([row], by=elsewhere) == {}


def publish(county, *, language="en", subject=None, text="We **open** the door.", file=None):
    with county.by("chair") as chair:
        return publishing.publish(
            "definition", subject=subject or uuid4(), title=case_free("What we agreed on", by=chair), language=language,
            body=case_free(text, by=chair), standing=case_free("Version 2", by=chair), file=file, by=chair,
        )  # fmt: skip


def test_a_published_copy_is_read_by_anybody_and_makes_way_for_the_next(cast):
    ours, subject = make_county(cast, key="sample-public"), uuid4()
    first = publish(ours, subject=subject, file=a_pdf("Whole."))
    with team_browser() as anybody:
        page = anybody.text(f"/published/{first}")
        assert "<strong>open</strong>" in page
        assert anybody.get(f"/published/{first}/file").headers["Content-Type"] == "application/pdf"
    second = publish(ours, subject=subject, text="We open it wider.")
    publish(ours, subject=subject, language="es", text="Abrimos.")
    with team_browser() as anybody:
        assert anybody.get(f"/published/{first}").status_code == 404
        assert anybody.get(f"/published/{first}/file").status_code == 404
        assert anybody.get(f"/published/{second}").status_code == 200
        assert anybody.get(f"/published/{second}/file").status_code == 404
    with ours.by("chair") as chair:
        assert {one.language for one in publishing.publications(by=chair, county=ours.key)} == {"en", "es"}
        assert publishing.withdraw(subject, language="es", by=chair)
        assert not publishing.withdraw(subject, language="es", by=chair)


def test_only_a_chair_publishes(one_county):
    with one_county.by("services.lead") as lead, pytest.raises(Refused):
        publishing.publish("definition", subject=uuid4(), title=case_free("x", by=lead), language="en", by=lead)


def test_scripts_and_pictures_in_a_text_are_shown_as_words(one_county):
    row = publish(one_county, text="<script>alert(1)</script> ![p](https://elsewhere.example/p.png) [x](javascript:y)")
    with team_browser() as anybody:
        page = anybody.text(f"/published/{row}")
    assert "<script>alert" not in page
    assert "<img" not in page
    assert 'href="javascript' not in page


def test_the_list_of_what_the_county_published_is_open_to_anybody():
    with team_browser() as anybody:
        assert anybody.get("/published").status_code == 200


def test_a_paper_has_tags_a_title_and_the_words():
    from porchlight.adoption.files.rules import read_pdf

    body = paper(
        "Minutes", language="es", facts=[("Versión", "2")], foot="AB12",
        parts=[
            written("Acuerdos", "# Uno\n\nDos *tres* `c`\n\n- a\n- b\n\n1. c"),
            Part("Tabla", columns=("A",), rows=(("1",),)),
        ],
    )  # fmt: skip
    assert b"/MarkInfo" in body or b"/StructTreeRoot" in body
    text = read_pdf(body).text
    for word in ("Minutes", "Acuerdos", "Dos", "Tabla", "AB12"):
        assert word in text


def test_a_sign_that_no_font_has_still_makes_a_paper():
    assert paper("中", language="en", parts=[]).startswith(b"%PDF-")


def test_two_copies_of_a_text_have_one_fingerprint_and_another_text_another():
    assert fingerprint("One.", "Two") == fingerprint("One. \r\n", "Two\n")
    assert fingerprint("One.", "Two") != fingerprint("One.Two", "")
    assert len(fingerprint("x").split()) == 5
