"""Reading the form of a service, and filling it with one that is there. Half a pair of languages is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.http import QueryDict

from porchlight.desks.forms import SHORT, Form
from porchlight.directory.api import (
    EVERYWHERE,
    Ages,
    Answer,
    AreaSheet,
    Hours,
    HoursNotUnderstood,
    MayShowAddress,
    Service,
    TextTo,
    Words,
    read_hours,
    write_hours,
)
from porchlight.kernel.coded import coded

ANSWERS = ("away_ok", "ok_while_still_with_them", "no_id", "no_parent", "no_police_call", "walk_in")
IN_BOTH_LANGUAGES = ("name", "hours_note", "gender_policy", "languages", "disability_access", "reports_what")
ONE_MORE = "Please write this in both languages, or leave both empty."
OLDEST = 130  # years


def service_types() -> list[tuple[str, str]]:
    """What a service may be: the codes of CL-8 with their English words."""
    return [(entry.code, entry.en) for entry in coded("service_types") if entry.code.startswith("V")]


def read_service(form: Form, *, areas: Sequence[AreaSheet], today: date) -> Service:
    """The service that was typed. Look at `form.errors` before using it."""
    name = read_words(form, "name", need=("Write its name in English.", "Write its name in Spanish."))
    main = form.choice("main", [code for code, _ in service_types()], need="Say what it is first of all.")
    also = form.choices("also", [code for code, _ in service_types() if code != main])
    # As on the page from here on: what is missing is said in this order.
    return Service(
        key="",
        kind=main,
        what_it_is=(main, *also),
        name=name,
        area=str(form.uuid("area", [area.id for area in areas]) or EVERYWHERE),
        phone=form.text("phone", need="Write a number that a young person can call.", most=SHORT),
        text=read_text(form),
        hours=read_opening(form),
        hours_note=read_words(form, "hours_note"),
        away_ok=_answer(form, "away_ok"),
        ok_while_still_with_them=_answer(form, "ok_while_still_with_them"),
        no_id=_answer(form, "no_id"),
        no_parent=_answer(form, "no_parent"),
        no_police_call=_answer(form, "no_police_call"),
        walk_in=_answer(form, "walk_in"),
        reports_what=read_words(form, "reports_what"),
        ages=_ages(form),
        gender_policy=read_words(form, "gender_policy"),
        languages=read_words(form, "languages"),
        disability_access=read_words(form, "disability_access"),
        confidential_address=form.value("confidential_address") == "yes",
        street_address=form.text("street_address", most=SHORT),
        may_show_address=_address_yes(form, today=today),
        source=form.text("source", need="Say where you know this from.", most=SHORT),
        source_read_on=past_day(form, "source_read_on", today=today) or today,
    )


def read_words(form: Form, name: str, *, need: tuple[str, str] = ("", "")) -> Words:
    """The same words in both languages; one language alone is an error of the form, and so is neither if `need`ed."""
    english, spanish = (form.text(f"{name}_{code}", need=say) for code, say in zip(("en", "es"), need, strict=True))
    if bool(english) != bool(spanish):
        if not any(need):
            form.wrong(f"{name}_es" if english else f"{name}_en", ONE_MORE)
        return Words()
    return Words(english, spanish)


def read_text(form: Form) -> TextTo | None:
    """The number for text messages and what to send first; None when it takes none."""
    number, send = form.text("text", most=SHORT), read_words(form, "send")
    return TextTo(number, send) if number else None


def read_opening(form: Form) -> Hours:
    """The hours as a person writes them; nothing written means unclear."""
    try:
        return read_hours(form.text("hours", most=SHORT))
    except HoursNotUnderstood as trouble:
        form.wrong("hours", trouble.said)
        return read_hours("")


def past_day(form: Form, name: str, *, today: date) -> date | None:
    """A day that has come already; None when nothing was typed."""
    day = form.day(name)
    if day is not None and day > today:
        form.wrong(name, "That day has not come yet. Pick today or an earlier day.")
    return day


def typed(service: Service) -> QueryDict:
    """What the form of a service holds before anybody types."""
    filled = QueryDict(mutable=True)
    for name in IN_BOTH_LANGUAGES:
        _fill(filled, name, getattr(service, name))
    _fill(filled, "ages", service.ages.in_words)
    _fill(filled, "send", service.text.send if service.text else Words())
    address_yes = service.may_show_address
    plain: dict[str, object] = {name: getattr(service, name).value for name in ANSWERS} | {
        "main": service.kind,
        "phone": service.phone,
        "text": service.text.number if service.text else "",
        "hours": write_hours(service.hours),
        "area": service.area,
        "youngest": service.ages.youngest,
        "oldest": service.ages.oldest,
        "confidential_address": "yes" if service.confidential_address else "",
        "street_address": service.street_address,
        "address_yes_by": address_yes.given_by if address_yes else "",
        "address_yes_on": address_yes.on if address_yes else None,
        "source": service.source,
        "source_read_on": service.source_read_on,
    }
    for name, value in plain.items():
        filled[name] = "" if value is None else str(value)
    filled.setlist("also", list(service.what_it_is[1:]))
    return filled


def _fill(filled: QueryDict, name: str, words: Words) -> None:
    filled[f"{name}_en"], filled[f"{name}_es"] = words.en, words.es


def _answer(form: Form, name: str) -> Answer:
    return Answer(form.choice(name, [answer.value for answer in Answer]) or Answer.UNKNOWN)


def _ages(form: Form) -> Ages:
    youngest, oldest = _years(form, "youngest"), _years(form, "oldest")
    if youngest is not None and oldest is not None and youngest > oldest:
        form.wrong("oldest", "The oldest age is below the youngest. Please look at both.")
    return Ages(youngest, oldest, read_words(form, "ages"))


def _years(form: Form, name: str) -> int | None:
    written = form.text(name, most=SHORT)
    if not written:
        return None
    if not written.isascii() or not written.isdigit() or int(written) > OLDEST:
        form.wrong(name, "Write the age as a number, such as 12.")
        return None
    return int(written)


def _address_yes(form: Form, *, today: date) -> MayShowAddress | None:
    """Their written yes to showing the street: who gave it and on which day, or neither."""
    by, on = form.text("address_yes_by", most=SHORT), past_day(form, "address_yes_on", today=today)
    if bool(by) != (on is not None):
        form.wrong("address_yes_by", "Say who at the service said yes in writing, and on which day.")
    return MayShowAddress(by, on) if by and on else None
