"""Invented records put in past every check: days, taps and times away, as many months back as a test likes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from porchlight.absences.models import Day, DayKnown, Episode, Status, Tap, TapStep
from porchlight.absences.rules import is_confirmed
from porchlight.kernel import clock
from porchlight.policy.models import YouthFact
from porchlight.progress.rules import spans
from porchlight.progress.rules.weeks import monday_of
from tests.grid.world import insert_statement

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

    def add(self, model: type[YouthFact], **values: object) -> UUID:
        """One row of this table; what is not said is the table's default."""
        row = model(agency_id=self.agency, youth_id=self.youth, made_by=self.agency, **values)
        kept = {field.column: getattr(row, field.attname) for field in model._meta.concrete_fields}
        self.admin.execute(insert_statement(model._meta.db_table, kept), list(kept.values()))
        return row.id

    def day(self, on: date, status: str, *, corrects: UUID | None = None, said: timedelta = ONE_DAY) -> UUID:
        """One word about a day, and its slice."""
        at = datetime(on.year, on.month, on.day, 20, tzinfo=UTC) + said
        row = self.add(Day, made_at=at, day=on, status=status, corrects=corrects)
        self.add(DayKnown, id=row, made_at=at, day=on, confirmed=is_confirmed(status), corrects=corrects)
        return row

    def days(self, since: date, *, count: int, status: str = "home") -> None:
        """The same word about many days."""
        for n in range(count):
            self.day(since + n * ONE_DAY, status)

    def tap(self, at: datetime, *, set_aside: bool = False, over: datetime | None = None) -> None:
        """Somebody said that they left; `over`: they were back before anybody opened an absence."""
        tap = self.add(Tap, left_at=at, received_at=at, heard="screen")
        if over:
            self.add(TapStep, tap_id=tap, step="over", at=over)
        if set_aside:
            self.add(TapStep, tap_id=tap, step="set_aside", at=at)

    def away(self, left: datetime, back: datetime | None) -> None:
        """A time away, as the slice of its absence says it; None: still away."""
        state, seen = ("returned" if back else "concern"), {"left_at": left, "received_at": left, "changed_at": left}
        episode = self.add(Episode, made_at=left, state=state, closed_at=back, **seen)
        self.add(Status, made_at=left, episode_id=episode, is_open=True, left_at=left)
        if back:
            self.add(Status, made_at=back, episode_id=episode, is_open=False, left_at=left, back_at=back)

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
            "SELECT left_at, (SELECT at FROM absences_tap_step AS o WHERE o.tap_id = t.id AND o.step = 'over')"
            " FROM absences_tap AS t WHERE youth_id = %s"
            " AND NOT EXISTS (SELECT 1 FROM absences_tap_step AS s WHERE s.tap_id = t.id AND s.step = 'set_aside')",
            [self.youth],
        ).fetchall()
        left = {at for at, _ in (*taps, *away)}
        away += [(at, over) for at, over in taps if over]
        return {
            "days": tuple(spans.Day(on, status) for on, status in sorted(days)),
            "leavings": tuple(map(spans.Leaving, sorted(left))),
            "away": tuple(spans.Away(at, back) for at, back in sorted(away, key=lambda one: one[0])),
        }


def someone(admin, agency: UUID) -> Keeping:
    """A young person for whom that agency answers."""
    return Keeping(admin, agency=agency).answered_for()


def evening(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, 18, tzinfo=clock.COUNTY_ZONE)


def weeks_of(admin, youth: UUID, *, until: date) -> dict[date, tuple[int, float, int]]:
    """What the database makes of it, by Monday: leavings, days in care, confirmed days."""
    zone = clock.COUNTY_ZONE.key
    rows = admin.execute("SELECT * FROM pl.weeks_of(%s, %s, %s) ORDER BY monday", [youth, until, zone]).fetchall()
    return {monday: (leavings, days, confirmed) for monday, leavings, days, confirmed in rows}
