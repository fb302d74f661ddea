"""Long lists page by page: everybody is reached, counts stay exact, and nobody is passed over while others leave."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from porchlight.desks.team.leadership.guidance import pages_sending
from porchlight.desks.team.leadership.paging import part
from tests.adoption.guides import add, opens, send, staff
from tests.support.client import team_browser
from tests.support.statements import statements


def pages(rows: list[UUID], *, gone: set[UUID], most: int) -> list[UUID]:
    """Every page one after the other, as somebody who follows the links reads them."""
    read: list[UUID] = []
    after = ""
    while True:
        found = part(rows, key=lambda one: one, counts=lambda one: one not in gone, after=after, most=most)
        assert (found.first, found.last) == (len(read) + 1, len(read) + len(found.rows))
        assert found.of == len(rows) - len(gone)
        read += found.rows
        if not found.next:
            return read
        after = found.next


@given(st.lists(st.booleans(), max_size=40), st.integers(min_value=1, max_value=7))
def test_following_the_pages_reaches_everybody_who_counts_once(there, most):
    rows = [uuid4() for _one in there]
    gone = {row for row, here in zip(rows, there, strict=True) if not here}
    assert pages(rows, gone=gone, most=most) == [row for row in rows if row not in gone]


def test_nobody_is_passed_over_when_those_before_leave_the_list_meanwhile():
    rows = [uuid4() for _one in range(6)]
    first = part(rows, key=lambda one: one, counts=lambda _one: True, after="", most=3)
    second = part(rows, key=lambda one: one, counts=lambda one: one not in rows[:3], after=first.next, most=3)
    assert list(second.rows) == rows[3:]
    assert (second.first, second.of, second.next) == (1, 3, "")


def test_a_page_after_nobody_and_a_page_after_the_last_begin_anew():
    rows = [uuid4(), uuid4()]
    for after in ("", "nobody", str(rows[-1])):
        found = part(rows, key=lambda one: one, counts=lambda _one: True, after=after, most=5)
        assert list(found.rows) == rows


def test_s16c_a_sender_reaches_everybody_who_has_not_read_it_page_by_page(cast, county, monkeypatch):
    monkeypatch.setattr(pages_sending, "MOST_NAMES", 4)
    names = staff(cast, county, 3)
    version = add(county)
    sending = send(county, version)
    everybody = [county[name].name for name in names]
    everybody += [member.name for name, member in county.people.items() if name.startswith("services.")]
    opens(county, names[0], version)
    read, address = "", f"/guidance/sent/{sending}"
    with team_browser(county["chair"]) as chair:
        for first, last in ((1, 4), (5, 7)):
            with statements() as asked:
                page = chair.text(address)
            assert len(asked) <= 12
            assert "Not yet: 7" in page
            assert "1 of 8 have opened it" in page
            assert f"{first} to {last} of 7, by name." in page
            read += page.partition("Not yet: 7")[2]
            address = "".join(re.findall(r'href="(/guidance/sent/[0-9a-f-]{36}\?after=[0-9a-f-]{36})"', page))
    assert not address
    assert county[names[0]].name not in read
    assert all(name in read for name in everybody[1:])
