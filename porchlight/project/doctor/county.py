"""The county's file, the words that nobody reviewed yet, and the roles that wait for their gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from porchlight.kernel import clock
from porchlight.kernel.coded import unreviewed
from porchlight.kernel.county import read_county
from porchlight.kernel.errors import Trouble
from porchlight.policy.grid import the_grid
from porchlight.project.doctor.finding import Finding, bad, good, note

CATALOGUE = Path(settings.ROOT) / "desks" / "youth" / "locale" / "es" / "LC_MESSAGES" / "django.po"
REVIEWED = "# reviewed_by:"
HEADING = 'msgid ""\nmsgstr ""'


def check_county() -> Iterator[Finding]:
    """Whether the county's file can be read, for the county's own today."""
    today = clock.county_time(clock.now()).date()
    try:
        county = read_county(settings.COUNTY, on=today)
    except Trouble as trouble:
        yield bad("county", trouble.said, mend=trouble.mend)
        return
    yield good("county", f"{county.place.name}: its file holds for {today.isoformat()}")


def check_words() -> Iterator[Finding]:
    """How many words for young people no survivor or young person has reviewed yet."""
    count = unreviewed_words()
    if count:
        mend = "have survivors and young people read them; enter who did as reviewed_by"
        yield note("words", f"{count} texts for young people were not reviewed yet", mend=mend)
    else:
        yield good("words", "every text for young people was reviewed")


def unreviewed_words() -> int:
    """Coded choices and texts of the young person's house without a reviewer."""
    return unreviewed() + unreviewed_in(CATALOGUE.read_text(encoding="utf-8") if CATALOGUE.exists() else "")


def unreviewed_in(catalogue: str) -> int:
    """Entries of a .po file that carry no `# reviewed_by:` comment; its heading is none."""
    entries = [entry for entry in catalogue.split("\n\n") if "\nmsgid " in f"\n{entry}"]
    return sum(REVIEWED not in entry for entry in entries if HEADING not in entry)


def closed_roles() -> dict[str, str]:
    """Roles that may not hold real seats yet, with what each waits for."""
    return {role.name: role.gate for role in the_grid().roles.values() if role.gate}


def check_gates() -> Iterator[Finding]:
    """Which roles are closed outside the demo."""
    closed = closed_roles()
    if closed:
        said = "; ".join(f"{name} waits for {gate}" for name, gate in closed.items())
        yield note(
            "roles' gates", f"closed outside the demo: {said}", mend="a role opens when what it waits for is built"
        )
    else:
        yield good("roles' gates", "every role is open")
