"""A form with a PDF that comes back: the file waits for its sender alone, can be replaced, and goes with the form."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction

from porchlight.adoption.files import api as files
from porchlight.adoption.files.models import File, FileAside
from porchlight.kernel import clock
from porchlight.kernel.errors import Refused
from tests.adoption.guides import today
from tests.adoption.test_files_and_publishing import a_pdf
from tests.adoption.test_steering import began
from tests.support.client import team_browser
from tests.support.statements import statements

KEPT = "Your file {} is kept. Pick another one to replace it."
the_pdf = cache(a_pdf)  # its moment of making stands in it
GUIDE = {"publisher": "The county", "language": "en", "part": "role", "evidence": "promising"}


def a_file(*lines: str, name: str = "beds.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, the_pdf(*lines))


def aside_in(answer) -> str:
    """The key that the page of a form sends along for the file that waits."""
    assert answer.status_code in {200, 422}
    return re.search(r'name="file_aside" value="([0-9a-f-]{36})"', answer.content.decode()).group(1)


def set_aside(county, who: str = "services.lead", **named):
    body = the_pdf("Ours.")
    with county.by(who) as by:
        return files.set_aside(named.get("name", "ours.pdf"), size=len(body), body=body, by=by).id


def forms(county) -> dict[str, tuple[str, dict[str, object], dict[str, object]]]:
    """Each form with a PDF: who sends it, what is missing at first, and the whole of it."""
    lead = county["services.lead"].seat
    guide = {**GUIDE, "review_on": today() + timedelta(days=90)}
    return {
        "/policies/new": ("services.lead", {"owner": lead}, {"owner": lead, "title": "A bed stays"}),
        "/guidance/new": ("chair", guide, {**guide, "title": "At the door"}),
        f"/committee/meetings/{began(county)[2]}/papers": ("chair", {}, {"paper": "Beds"}),
    }


def test_a_file_waits_while_another_field_is_wrong_and_goes_with_the_form_that_is_whole(county):
    for address, (who, lacking, whole) in forms(county).items():
        page = address.removesuffix("/papers")
        with team_browser(county[who]) as keeper:
            back = keeper.send(address, page=page, file=a_file("A bed stays a bed."), **lacking)
            assert back.status_code == 422, address
            assert KEPT.format("beds.pdf") in back.content.decode(), address
            row = aside_in(back)
            assert keeper.send(address, page=page, file_aside=row, **whole).status_code == 303, address
        with county.by(who) as by:
            assert files.aside(row, by=by) is None, "it waits no longer"
            kept = File.objects.filter(made_by=by.actor, name="beds.pdf").latest("made_at")
            assert files.file_body(kept.id, by=by) == ("beds.pdf", the_pdf("A bed stays a bed."))
            assert kept.id in files.files_saying("stays a bed", by=by)


def test_another_file_takes_its_place_and_one_that_is_none_leaves_it_there(one_county):
    lacking = {"owner": one_county["services.lead"].seat}
    with team_browser(one_county["services.lead"]) as lead:
        first = aside_in(lead.send("/policies/new", file=a_file("One.", name="one.pdf"), **lacking))
        letter = SimpleUploadedFile("letter.pdf", b"a letter")
        back = lead.send("/policies/new", file=letter, file_aside=first, **lacking)
        assert "is not a PDF" in back.content.decode()
        assert KEPT.format("one.pdf") in back.content.decode()
        other = {"file": a_file("Two.", name="two.pdf"), "file_aside": first}
        address = lead.send("/policies/new", title="Two", **other, **lacking).headers["Location"]
        assert lead.get(f"{address}/v/1/file").content == the_pdf("Two.")


def test_a_search_for_a_name_and_a_version_that_came_between_keep_the_file_too(one_county):
    owner = {"owner": one_county["services.lead"].seat}
    with team_browser(one_county["services.lead"]) as lead:
        looked = lead.send("/policies/new", file=a_file("Ours."), do="find", find="worker", **owner)
        assert KEPT.format("beds.pdf") in looked.content.decode()
        address = lead.send("/policies/new", title="Ours", **owner).headers["Location"]
        sent = {"title": "Ours", "after": "9", "file": a_file("Ours, anew."), **owner}
        row = aside_in(lead.send(f"{address}/write", **sent))
        kept = lead.send(f"{address}/write", title="Ours", after="1", file_aside=row, **owner)
        assert kept.status_code == 303
        assert lead.get(f"{address}/v/2/file").content == the_pdf("Ours, anew.")


def test_nobody_else_reads_uses_or_takes_away_what_waits(one_county):
    row = set_aside(one_county)
    for who in ("services.manager", "chair", "probation.lead"):
        with one_county.by(who) as other:
            assert files.aside(row, by=other) is None
            with pytest.raises(Refused):
                files.keep_aside(row, by=other)
            assert not FileAside.objects.filter(id=row).delete()[0]
    with one_county.by("services.lead") as lead:
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            FileAside.objects.filter(id=row).update(pages=9)
        assert files.aside(row, by=lead).name == "ours.pdf"
    with one_county.by("services.worker") as worker, pytest.raises(Refused):
        files.set_aside("ours.pdf", size=4, body=b"%PDF", by=worker)


def test_the_key_of_somebody_elses_file_and_no_key_at_all_bring_no_file(one_county):
    row = set_aside(one_county, "probation.lead")
    whole = {"owner": one_county["services.lead"].seat, "title": "Without a file"}
    with team_browser(one_county["services.lead"]) as lead:
        for key in (row, "nonsense"):
            address = lead.send("/policies/new", file_aside=key, **whole).headers["Location"]
            assert lead.get(f"{address}/v/1/file").status_code == 404


def test_what_waits_longer_than_a_day_goes_when_anybody_sends_the_next(one_county):
    with clock.standing_still(clock.now() - timedelta(hours=25)):
        old = set_aside(one_county)
    with clock.standing_still(clock.now() - timedelta(hours=23)):
        recent = set_aside(one_county)
    set_aside(one_county, "probation.lead")
    with one_county.by("services.lead") as lead:
        assert files.aside(old, by=lead) is None
        assert files.aside(recent, by=lead)


def test_a_file_that_points_at_somebody_is_refused_and_waits_nowhere(one_county):
    named = a_file("Date of birth: May 4, 2010.", name="named.pdf")
    with team_browser(one_county["services.lead"]) as lead, statements() as asked:
        back = lead.send("/policies/new", file=named, title="Beds", owner=one_county["services.lead"].seat)
    assert "looks like a birth date" in back.content.decode()
    assert "file_aside" not in back.content.decode()
    assert not any(sql.startswith('INSERT INTO "adoption_file') for sql in asked)
