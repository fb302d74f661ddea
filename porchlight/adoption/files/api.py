"""The door of files."""

from porchlight.adoption.files.commands import NotAPdf, TooLarge, keep_file
from porchlight.adoption.files.queries import FileSheet, file_body, files, files_saying

__all__ = ["FileSheet", "NotAPdf", "TooLarge", "file_body", "files", "files_saying", "keep_file"]
