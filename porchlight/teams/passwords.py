"""Passwords and the e-mail's look-up key."""

from __future__ import annotations

import hashlib
import hmac
from functools import cache

from django.contrib.auth.hashers import Argon2PasswordHasher, check_password, make_password

from porchlight.kernel.secrets import Keys


class Argon2id(Argon2PasswordHasher):
    """Argon2id with 19 MiB and two passes, OWASP's figures for a web sign-in."""

    time_cost = 2
    memory_cost = 19 * 1024  # KiB
    parallelism = 1


def email_key(email: str) -> bytes:
    """The look-up key of an e-mail address: keyed, folded, one way."""
    return hmac.new(Keys.here().pepper, email.strip().casefold().encode(), hashlib.sha256).digest()


def matches(password: str, stored: str | None) -> bool:
    """Whether the password fits. Somebody unknown costs the same work as somebody known."""
    return check_password(password, stored or _nobody()) and stored is not None


def hashed(password: str) -> str:
    """The form in which a password is kept."""
    return make_password(password)


@cache
def _nobody() -> str:
    return make_password("nobody's password, so that a miss takes as long as a hit")
