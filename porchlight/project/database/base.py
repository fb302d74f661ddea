"""Django's PostgreSQL, with a health check that costs nothing while the server is well."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base

GONE = select.POLLIN | select.POLLHUP | select.POLLERR


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection between requests has nothing to say, unless the server closed it."""

    def is_usable(self) -> bool:
        """Whether the server is still there. Asked once a request; a question is sent only if it said something."""
        poll = select.poll()
        poll.register(self.connection.fileno(), GONE)
        return not poll.poll(0) or super().is_usable()
