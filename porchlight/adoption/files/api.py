"""The door of files."""

from porchlight.adoption.files.commands import NotAPdf, TooLarge, keep_aside, keep_file, set_aside
from porchlight.adoption.files.queries import AsideSheet, FileSheet, aside, file_body, files, files_saying

__all__ = [
    "AsideSheet",
    "FileSheet",
    "NotAPdf",
    "TooLarge",
    "aside",
    "file_body",
    "files",
    "files_saying",
    "keep_aside",
    "keep_file",
    "set_aside",
]
