"""Coming in, changing hats, changing language, going out."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.desks import going_back
from porchlight.desks.forms import SHORT, Form
from porchlight.desks.team.shell import demo
from porchlight.policy.api import Answer, Anybody, Go, Page, Recognised, SignedIn, Visit, door
from porchlight.policy.network import TooFast, network_key
from porchlight.policy.session import NewSession
from porchlight.teams import api as teams


@door("sign-in/", needs=Anybody(), house="team")
def sign_in_page(request: HttpRequest, visit: Visit) -> Answer:
    """Where staff and caregivers come in."""
    return _sign_in(Form(), was=request.GET.get("was", ""))


@door("sign-in/", needs=Anybody(), house="team", method="POST")
def sign_in(request: HttpRequest, visit: Visit) -> Answer:
    """Check e-mail and password; a miss says the same whoever it was."""
    form = Form(request.POST)
    email = form.text("email", need=_("Please type your e-mail."), most=SHORT)
    password = form.value("password")[:SHORT]
    if form.errors:
        return _sign_in(form)
    try:
        session = teams.sign_in(
            email,
            password,
            network=network_key(request.META.get("REMOTE_ADDR", "")),
            key=visit.extras["process_key"],
            by=visit,
        )
    except TooFast as wait:
        form.wrong("email", _(wait.said))
        return _sign_in(form)
    if session is None:
        form.wrong("email", _(teams.NotRecognised.sentence))
        return _sign_in(form)
    return _in(session)


@door("seat", needs=Recognised(), house="team")
def seat_page(request: HttpRequest, visit: Visit) -> Answer:
    """One hat at a time: choose which."""
    return Page("seat.html", {"hats": teams.hats(by=visit), "roles": teams.role_names()})


@door("seat", needs=Recognised(), house="team", method="POST")
def take_seat(request: HttpRequest, visit: Visit) -> Answer:
    """Put on the chosen hat; the session starts anew."""
    hats = teams.hats(by=visit)
    seat = Form(request.POST).uuid("seat", [hat.seat for hat in hats])
    session = teams.take_seat(seat, key=visit.extras["process_key"], by=visit) if seat else None
    return _in(session) if session else Go("/seat", keep=False)


@door("sign-out", needs=SignedIn(), house="team", method="POST")
def sign_out(request: HttpRequest, visit: Visit) -> Answer:
    """End this browser's session, in this house only."""
    teams.sign_out(by=visit)
    return Go("/sign-in/", cookies={teams.COOKIE: None}, headers={"Clear-Site-Data": '"cache"'}, keep=False)


@door("language", needs=Anybody(), house="team", method="POST", form=False)
def change_language(request: HttpRequest, visit: Visit) -> Answer:
    """Speak the other language from here on, on the same page, with what was typed there.

    It carries no key: it changes nothing but one's own session, and a page of another site can't send it.
    """
    form = Form(request.POST)
    language = form.choice("lang", ("en", "es")) or "en"
    to = going_back.carry(request, visit, to=going_back.own_address(form.value("back")))
    if visit.person:
        teams.speak(language, by=visit)
        return Go(to, keep=False)
    return Go(f"/sign-in/?l={language}", keep=False)


def _sign_in(form: Form, *, was: str = "") -> Answer:
    values = {
        "form": form,
        "was": was,
        "demo_people": demo.people() if settings.DEMO else (),
        "demo_young": demo.young_people() if settings.DEMO else {},
    }
    return Page("sign_in.html", values, status=422 if form.errors else 200)


def _in(session: NewSession) -> Answer:
    return Go("/kept", cookies={teams.COOKIE: session.cookie}, keep=False)
