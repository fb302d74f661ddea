"""What each role is called on pages that caregivers read too."""

from __future__ import annotations

from django.utils.translation import gettext as _


def office_words() -> dict[str, str]:
    """The name of every office in the reader's language."""
    return {
        "chair": _("Steering committee chair"),
        "member": _("Steering committee member"),
        "lead": _("Agency lead"),
        "manager": _("Manager"),
        "trainer": _("Trainer"),
        "signatory": _("Signs for the agency"),
    }


def office_hints() -> dict[str, str]:
    """What each office is there to do, for the administrator and those who give offices."""
    return {
        "chair": _("Leads the county's committee: drafts the definition, sends guidance, keeps minutes."),
        "member": _("Sits on the committee and drafts with the chair."),
        "lead": _("Leads an agency: its own words, its policies, its managers, trainers and signatories."),
        "manager": _("Coaches the people of an agency and closes gaps in what they have learned."),
        "trainer": _("Gives courses and runs sessions."),
        "signatory": _("Answers for an agency: ratifies, abstains or dissents."),
    }


def role_words() -> dict[str, str]:
    """The name of every role in the reader's language; in English the name that the grid gives it."""
    return {
        "ATT": _("young person's attorney"),
        "CASA": _("court appointed special advocate"),
        "SW": _("social worker"),
        "SUP": _("supervisor"),
        "CG": _("caregiver"),
        "PH": _("public health nurse"),
        "BH": _("behavioral health clinician"),
        "LE": _("law enforcement contact"),
        "PO": _("probation officer"),
        "ED": _("educator"),
        "CRT": _("court officer"),
        "ADV": _("survivor advocate"),
        "PAR": _("parent or guardian"),
        "TRB": _("tribal representative"),
        "ADM": _("county administrator"),
        "AUD": _("auditor"),
        "SC": _("steering committee"),
        "ST": _("state"),
    }
