"""The PDF of a form. Browsers never fill in a file again, so a good one waits here while another field needs a look."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from porchlight.adoption.files import api as files
from porchlight.adoption.ground.api import NamesSomebody
from porchlight.desks.forms import Form
from porchlight.desks.uploads import uploaded
from porchlight.policy.api import Visit


class PdfField:
    """One sending of such a form. `aside` is the file that waits, for the page to name it and to send its key along."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self.aside: files.AsideSheet | None = None

    def look(self, form: Form, visit: Visit) -> None:
        """Set aside what was sent; else what was set aside before is still there. What is wrong stands at the field."""
        self.aside = _before(form, visit)
        sent = uploaded(self._request, "file")
        if sent is None or not sent.name:
            return
        try:
            self.aside = files.set_aside(sent.name, size=sent.size, body=sent.body, by=visit)
        except (files.NotAPdf, files.TooLarge, NamesSomebody) as refused:
            again = _("Please pick a file again.")
            form.wrong("file", f"{_(refused.said)} {again}")

    def keep(self, visit: Visit) -> UUID | None:
        """Keep it with the form that is whole now; None when there is none."""
        return files.keep_aside(self.aside.id, by=visit) if self.aside else None


def _before(form: Form, visit: Visit) -> files.AsideSheet | None:
    try:
        row = UUID(form.value("file_aside"))
    except ValueError:
        return None
    return files.aside(row, by=visit)
