"""Invented records put in past every check: days, taps and times away, as many months back as a test likes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from porchlight.absences.rules import is_confirmed
from porchlight.kernel import clock
from porchlight.progress.rules.spans import Away, Day, Leaving
from porchlight.progress.rules.weeks import monday_of

ONE_DAY = timedelta(days=1)
TODAY = clock.county_time(datetime.now(UTC)).date()
THIS_MONDAY = monday_of(TODAY)


def weeks_ago(weeks: int) -> date:
    """The Monday so many weeks before this one."""
    return THIS_MONDAY - timedelta(weeks=weeks)


class Keeping:
    """Writes rows about one young person as the database's administrator."""

    def __init__(self, admin, *, agency: UUID, youth: UUID | None = None) -> None:
        self.admin, self.agency, self.youth = admin, agency, youth or uuid4()

    def answered_for(self) -> Keeping:
        """The agency answers for them."""
        self.admin.execute(
            "INSERT INTO policy_grant (id, kind, role, agency, youth, category, footing, starts_at)"
            " VALUES (gen_random_uuid(), 'responsible', '', %s, %s, '', 'CASE_RESP', now() - interval '2 years')",
            [self.agency, self.youth],
        )
        return self

    def day(self, on: date, status: str, *, corrects: UUID | None = None, said: timedelta = ONE_DAY) -> UUID:
        """One word about a day, and its slice."""
        row, at = uuid4(), datetime(on.year, on.month, on.day, 20, tzinfo=UTC) + said
        fact = [row, self.agency, self.youth, self.agency, at, on]
        self.admin.execute(
            "INSERT INTO absences_day (id, agency_id, youth_id, made_by, made_at, day, status, corrects)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [*fact, status, corrects],
        )
        self.admin.execute(
            "INSERT INTO absences_day_known (id, agency_id, youth_id, made_by, made_at, day, confirmed, corrects)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            [*fact, is_confirmed(status), corrects],
        )
        return row

    def days(self, since: date, *, count: int, status: str = "home") -> None:
        """The same word about many days."""
        for n in range(count):
            self.day(since + n * ONE_DAY, status)

    def tap(self, at: datetime, *, set_aside: bool = False) -> None:
        """Somebody said that they left."""
        tap = uuid4()
        fact = [self.agency, self.youth, self.agency]
        self.admin.execute(
            "INSERT INTO absences_tap (id, agency_id, youth_id, made_by, made_at, left_at, received_at, heard)"
            " VALUES (%s, %s, %s, %s, now(), %s, %s, 'screen')",
            [tap, *fact, at, at],
        )
        if set_aside:
            self.admin.execute(
                "INSERT INTO absences_tap_step (id, agency_id, youth_id, made_by, made_at, tap_id, step, at)"
                " VALUES (%s, %s, %s, %s, now(), %s, 'set_aside', now())",
                [uuid4(), *fact, tap],
            )

    def away(self, left: datetime, back: datetime | None) -> None:
        """A time away, as the slice of its absence says it; None: still away."""
        episode = uuid4()
        fact = [self.agency, self.youth, self.agency]
        state = "returned" if back else "concern"
        self.admin.execute(
            "INSERT INTO absences_episode (id, agency_id, youth_id, made_by, made_at, state, left_at, received_at,"
            " nonminor, changed_at, closed_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, false, %s, %s)",
            [episode, *fact, left, state, left, left, left, back],
        )
        for at, is_open in ((left, True), (back, False)) if back else ((left, True),):
            self.admin.execute(
                "INSERT INTO absences_status (id, agency_id, youth_id, made_by, made_at, episode_id, is_open, left_at,"
                " back_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)",
                [uuid4(), *fact, at, episode, is_open, left, None if is_open else back],
            )

    def record(self, weeks: list[int], *, until: date = THIS_MONDAY, hours: float = 4) -> Keeping:
        """So many leavings in each week before `until`, one a day from Monday on; every day at home is confirmed."""
        for place, count in enumerate(weeks):
            monday = until - timedelta(weeks=len(weeks) - place)
            self.days(monday, count=7)
            for n in range(count):
                left = evening(monday + n * ONE_DAY)
                self.tap(left)
                self.away(left, left + timedelta(hours=hours))
        return self

    def told(self) -> dict[str, object]:
        """What is kept, as the engine's plain facts; corrected days left out."""
        days = self.admin.execute(
            "SELECT day, status FROM absences_day AS d WHERE youth_id = %s"
            " AND NOT EXISTS (SELECT 1 FROM absences_day AS n WHERE n.corrects = d.id)",
            [self.youth],
        ).fetchall()
        away = self.admin.execute(
            "SELECT DISTINCT ON (episode_id) left_at, back_at FROM absences_status WHERE youth_id = %s"
            " ORDER BY episode_id, made_at DESC, is_open",
            [self.youth],
        ).fetchall()
        taps = self.admin.execute(
            "SELECT left_at FROM absences_tap AS t WHERE youth_id = %s"
            " AND NOT EXISTS (SELECT 1 FROM absences_tap_step AS s WHERE s.tap_id = t.id AND s.step = 'set_aside')",
            [self.youth],
        ).fetchall()
        left = {at for (at,) in taps} | {at for at, _ in away}
        return {
            "days": tuple(Day(on, status) for on, status in sorted(days)),
            "leavings": tuple(map(Leaving, sorted(left))),
            "away": tuple(Away(at, back) for at, back in sorted(away, key=lambda one: one[0])),
        }


def evening(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 18, tzinfo=clock.COUNTY_ZONE)


def weeks_of(admin, youth: UUID, *, until: date) -> dict[date, tuple[int, float, int]]:
    """What the database makes of it, by Monday: leavings, days in care, confirmed days."""
    zone = clock.COUNTY_ZONE.key
    rows = admin.execute("SELECT * FROM pl.weeks_of(%s, %s, %s) ORDER BY monday", [youth, until, zone]).fetchall()
    return {monday: (leavings, days, confirmed) for monday, leavings, days, confirmed in rows}
