from datetime import date
from porchlight.kernel import clock


def test_smoke(cast):
    from porchlight.absences import api as absences
    from porchlight.flows import leaving
    from porchlight.teams import api as teams
    from porchlight.project.stage import acting, in_house
    with in_house("team"):
        with acting(cast["SW"].seat) as sw:
            teams.lives_with(cast.maya, agency=cast["CG"].agency, by=sw)
            print(teams.home_of(cast.maya, by=sw), len(teams.team_of(cast.maya, by=sw)))
        with acting(cast["CG"].seat) as cg:
            absences.record_days(cast.maya, said={date(2026, 11, 20): "home"}, by=cg)
            absences.record_days(cast.maya, said={date(2026, 11, 20): "away"}, by=cg)
            print(absences.days(cast.maya, since=date(2026,11,1), until=date(2026,11,30), by=cg))
            tap = leaving.tell_leaving(cast.maya, left_at=clock.now(), heard="screen", by=cg)
            print(absences.latest_tap(cast.maya, by=cg), absences.my_today(on=date(2026,11,20), by=cg))
        with acting(cast["SW"].seat) as sw:
            print(absences.my_waiting(by=sw))
            leaving.begin_absence(cast.maya, state="missing", tap=tap, by=sw)
        with acting(cast["SW"].seat) as sw:
            for w in absences.my_waiting(by=sw): print(w)
            e = absences.open_absence(cast.maya, by=sw)
            ds = absences.duties(cast.maya, episode=e.id, by=sw)
            absences.complete_duty(cast.maya, duty_id=ds[0].id, words={f: "x" for f in absences.fields_of(ds[0].rule)}, by=sw)
            print(absences.evidence(cast.maya, duty_id=ds[0].id, by=sw))
        with acting(cast["CG"].seat) as cg:
            print(absences.away_or_home(cast.maya, by=cg), absences.on_call_for(cast.maya, by=cg))
