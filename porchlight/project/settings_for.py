"""Choosing the settings of a process before Django is touched."""

from __future__ import annotations

import os

import django


def use(name: str) -> None:
    """Make this process a `team`, `youth`, `owner` or `work` process. Once per process."""
    os.environ["DJANGO_SETTINGS_MODULE"] = f"porchlight.project.settings.{name}"
    django.setup(set_prefix=False)
