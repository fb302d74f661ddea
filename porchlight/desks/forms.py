"""Reading a form: what was typed, what is still wrong with it. Nothing typed is lost on the way back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from porchlight.kernel import clock

MOST = 8000  # characters of a long text
SHORT = 200  # characters of a line


class Form:
    """One sending of a form. Ask for each field; then look at `errors`."""

    def __init__(self, typed: QueryDict | Mapping[str, str] | None = None) -> None:
        self._typed = typed if typed is not None else {}
        self.errors: list[tuple[str, str]] = []

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed yet: then the page shows what is on record."""
        return not self._typed

    def value(self, name: str, otherwise: str = "") -> str:
        """What was typed, to show again."""
        return str(self._typed.get(name, otherwise))

    def values(self, name: str) -> list[str]:
        """Every ticked box of that name."""
        if isinstance(self._typed, QueryDict):
            return [str(value) for value in self._typed.getlist(name)]
        return [self._typed[name]] if name in self._typed else []

    def error(self, name: str) -> str:
        """The sentence beside that field, if any."""
        return next((sentence for field, sentence in self.errors if field == name), "")

    def wrong(self, name: str, sentence: str) -> None:
        """Say what is wrong with one field."""
        self.errors.append((name, sentence))

    def text(self, name: str, *, need: str = "", most: int = MOST) -> str:
        """A text without the spaces around it. `need` is the sentence for when it is missing."""
        found = self.value(name).replace("\x00", "").strip()
        if need and not found:
            self.wrong(name, need)
        if len(found) > most:
            self.wrong(name, _("That is longer than we can keep (%(most)d letters).") % {"most": most})
        return found[:most]

    def choice(self, name: str, among: Collection[str], *, need: str = "") -> str:
        """One of the offered values, or empty. `need` is the sentence for when none was picked."""
        found = self.value(name)
        if found not in among:
            if need:
                self.wrong(name, need)
            return ""
        return found

    def choices(self, name: str, among: Collection[str]) -> tuple[str, ...]:
        """Those of the offered values that were ticked."""
        return tuple(value for value in self.values(name) if value in among)

    def uuid(self, name: str, among: Collection[UUID], *, need: str = "") -> UUID | None:
        """One of the offered identifiers."""
        found = self.choice(name, {str(value) for value in among}, need=need)
        return UUID(found) if found else None

    def day(self, name: str, *, need: str = "") -> date | None:
        """A date as the browser's date field sends it."""
        typed = self.text(name, need=need, most=SHORT)
        try:
            return date.fromisoformat(typed) if typed else None
        except ValueError:
            self.wrong(name, _("We could not read that date. Write it like 2026-11-22."))
            return None

    def moment(self, name: str, *, otherwise: datetime) -> datetime:
        """A day and hour on the county's clock, not in the future; `otherwise` when nothing was typed."""
        typed = self.text(name, most=SHORT)
        if not typed:
            return otherwise
        try:
            at = datetime.fromisoformat(typed).replace(tzinfo=clock.COUNTY_ZONE)
        except ValueError:
            self.wrong(name, _("We could not read that time. Write it like 2026-11-22T15:10."))
            return otherwise
        if at > clock.now() + timedelta(minutes=2):
            self.wrong(name, _("That time has not come yet. Pick now or earlier."))
        return at
