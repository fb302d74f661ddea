"""What the server is told when it starts.

Sized for a machine with 2 cores and 24 GB that serves both houses too. A smaller one works: the
memory is taken only as it is used.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

USUAL = {
    "max_connections": "100",
    "shared_buffers": "512MB",
    "effective_cache_size": "4GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "random_page_cost": "1.1",
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "timezone": "UTC",
}

# No statement, parameter or row may reach the log: it would be a second, unguarded record.
# Level "log" leaves out the errors of statements, whose text may quote a value; the web process that
# sent the statement gets each of them. What happens to the server itself is all kept.
QUIET_LOG = {
    "log_min_messages": "log",
    "logging_collector": "on",
    "log_filename": "postgres-%a.log",
    "log_file_mode": "0600",
    "log_rotation_age": "1d",
    "log_rotation_size": "0",
    "log_truncate_on_rotation": "on",
    "log_timezone": "UTC",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
}


def server_settings(asked: Mapping[str, str], *, socket_dir: Path, log_dir: Path) -> dict[str, str]:
    """Return all settings by name: the usual ones, changed as asked, and those nobody may change.

    Raises `ValueError` when the log, the socket or the closed network is asked to be different.
    """
    fixed = QUIET_LOG | {
        "log_directory": str(log_dir),
        "listen_addresses": "",
        "unix_socket_directories": str(socket_dir),
        "unix_socket_permissions": "0700",
        "ssl": "off",
    }
    refused = sorted(set(asked) & (set(fixed) | {"port"}))
    if refused:
        raise ValueError(f"these settings keep the data closed and cannot be changed: {', '.join(refused)}")
    return USUAL | dict(asked) | fixed
