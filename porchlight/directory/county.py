"""Which county this deployment serves, and with which values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from porchlight.directory.models import CountyChoice
from porchlight.kernel import clock
from porchlight.kernel.county import County, NoSuchCounty, list_counties, read_county
from porchlight.kernel.county.listing import COUNTIES
from porchlight.policy.api import Anybody, Event, Holding, Visit, county_changed, guarded
from porchlight.policy.api import the_county as in_force

STATE = "california"


@dataclass(frozen=True)
class CountyOffer:
    """One county that may be chosen: whether it has values of its own, and whether it is invented."""

    key: str
    name: str
    own_file: bool
    invented: bool


@guarded(Anybody())
def the_county(*, by: Visit) -> County:
    """The county as it stands today: the one the administrator chose, else the one of the settings."""
    return in_force()


@guarded(Anybody())
def county_chosen(*, by: Visit) -> str:
    """The key that the administrator chose; empty while nobody has."""
    return _chosen()


@guarded(Holding(("ADM",)))
def choose_county(key: str, *, by: Visit) -> County:
    """Serve this county from now on. Raises `NoSuchCounty` for a key that is not offered."""
    if key not in {offer.key for offer in county_offers()}:
        raise NoSuchCounty(f"There is no county “{key}” here.")
    chosen = read_county(key, on=_today())
    CountyChoice.objects.create(key=key, made_by=by.actor)
    county_changed()
    by.note(Event("write", "directory.choose_county", why=key))
    return chosen


def county_offers() -> tuple[CountyOffer, ...]:
    """The 58 counties by name, each with its own file where there is one; then counties that are invented."""
    files = [_offer(path.stem) for path in sorted(COUNTIES.glob("*.toml")) if path.stem != STATE]
    with_file = {offer.name for offer in files}
    listed = [CountyOffer(c.fips, c.name, False, False) for c in list_counties() if c.name not in with_file]
    return tuple(sorted([*files, *listed], key=lambda offer: (offer.invented, offer.name)))


def _offer(key: str) -> CountyOffer:
    place = read_county(key, on=_today()).place
    return CountyOffer(key, place.name, own_file=True, invented=not place.fips)


def _chosen() -> str:
    newest = CountyChoice.objects.order_by("-made_at").values_list("key", flat=True)
    return newest.first() or ""


def _today() -> date:
    return clock.county_time(clock.now()).date()
