"""The WSGI entry of either house. `DJANGO_SETTINGS_MODULE` says which."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from importlib import import_module

import django


def application() -> Callable[..., Iterable[bytes]]:
    """Set Django up, then assemble: the houses' modules hold models and can't be imported before."""
    django.setup(set_prefix=False)
    app: Callable[..., Iterable[bytes]] = import_module("porchlight.project.serving").assemble()
    gc.freeze()  # what is loaded now stays: the collector need not walk it again with every few requests
    return app
