"""The 58 counties of California, with the hotlines that were sourced."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from porchlight.kernel.county.troubles import NoSuchCounty

COUNTIES = Path(__file__).resolve().parents[3] / "counties"


@dataclass(frozen=True)
class CountyListing:
    """One county as listed. `child_welfare_hotline` is empty where no public source was read.

    The numbers were read, not dialed: show them as not yet confirmed by the county.
    """

    fips: str
    name: str
    seat: str
    child_welfare_hotline: str
    source: str


@cache
def list_counties() -> tuple[CountyListing, ...]:
    """Every county of California, in the order of its FIPS code. Read once a process."""
    path = COUNTIES / "california-counties.csv"
    if not path.is_file():
        raise NoSuchCounty("The list of counties is missing.", repair="Put back the folder counties/.")
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(
            CountyListing(
                fips=line["fips"],
                name=line["county"],
                seat=line["seat"],
                child_welfare_hotline=line["child_welfare_hotline"],
                source=line["hotline_source"],
            )
            for line in csv.DictReader(lines)
        )


def listed(fips: str) -> CountyListing | None:
    """The listing with this FIPS code, such as 06001; None when there is none."""
    return next((county for county in list_counties() if county.fips == fips), None)
