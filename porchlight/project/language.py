"""Which language a page speaks: the signed-in person's own, else the one asked for, else the browser's."""

from __future__ import annotations

from django.http import HttpRequest

LANGUAGES = ("en", "es")


def language_of(request: HttpRequest) -> str:
    """`?l=es` first, then the browser's first language of ours, then English. Nothing is kept for it."""
    asked = request.GET.get("l", "")
    if asked in LANGUAGES:
        return asked
    accepted = request.headers.get("Accept-Language", "").split(",")
    for entry in accepted:
        code = entry.split(";")[0].strip()[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"
