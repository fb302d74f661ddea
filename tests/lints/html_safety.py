"""Checks that a page can live under our content-security policy and asks nothing of anybody else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from .tree import Element, Page

Said = Iterator[tuple[int, str, str]]

OWN_HOSTS = frozenset({"localhost", "127.0.0.1"})

_HANDLER = re.compile(r"on[a-z]+")
_FETCHED = {
    "link": ("href",),
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "track": ("src",),
    "iframe": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "input": ("src", "formaction"),
    "button": ("formaction",),
    "form": ("action",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
    "base": ("href",),
    "a": ("ping",),
}


def handlers_and_styles(page: Page) -> Said:
    """No style attribute or element, no on… attribute, no script without a file, no javascript: address."""
    for element in page.all():
        if "style" in element.attributes or element.tag == "style":
            yield element.line, "no-style", f"<{element.tag}> carries a style of its own"
        for name in element.attributes:
            if _HANDLER.fullmatch(name):
                yield element.line, "no-handlers", f"<{element.tag}> carries {name}"
        if element.tag == "script" and not element.attributes.get("src", "").strip():
            yield element.line, "no-inline-script", "a <script> without src"
        for name in ("href", "src", "action", "formaction"):
            if element.attributes.get(name, "").strip().lower().startswith("javascript:"):
                yield element.line, "no-inline-script", f"<{element.tag}> has a javascript: address"


def third_parties(page: Page) -> Said:
    """Nothing is fetched from or sent to another host. Ordinary links, tel: and sms: are not looked at."""
    for element in page.all():
        for address in _addresses(element):
            if _is_elsewhere(address):
                yield element.line, "third-party", f"<{element.tag}> asks {address!r}"


def _addresses(element: Element) -> Iterator[str]:
    for name in _FETCHED.get(element.tag, ()):
        value = element.attributes.get(name, "")
        parts = value.split(",") if name == "srcset" else [value]
        yield from (part.split()[0] for part in parts if part.split())
    if element.tag == "meta" and element.attributes.get("http-equiv", "").lower() == "refresh":
        _, _, address = element.attributes.get("content", "").partition("=")
        yield address.strip(" '\"")


def _is_elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    if parts.scheme not in {"", "http", "https", "ws", "wss"}:
        return False
    return bool(parts.netloc) and parts.hostname not in OWN_HOSTS
