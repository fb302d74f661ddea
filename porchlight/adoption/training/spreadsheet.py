"""Reading a table out of a file of another learning system: .csv or .xlsx, as rows of plain words."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from itertools import islice
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

MOST_ROWS = 2000
MOST_COLUMNS = 40
MOST_UNPACKED = 60_000_000  # bytes: a small file may unpack to a very large one
Table = list[list[str]]


def read_table(body: bytes) -> Table | None:
    """The rows of the first sheet, the first one naming the columns; None when it can't be read.

    One row more than `MOST_ROWS` is read at most, so that whoever asks sees that there are too many.
    """
    return _sheet(body) if body.startswith(b"PK") else _separated(body)


def _separated(body: bytes) -> Table | None:
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = body.decode("cp1252", errors="replace")  # because older office programs write it so
    if "\x00" in text or not text.strip():
        return None
    first = text.splitlines()[0]
    mark = max(",;\t", key=first.count)
    try:
        return [row[:MOST_COLUMNS] for row in islice(csv.reader(StringIO(text), delimiter=mark), MOST_ROWS + 2)]
    except csv.Error:
        return None


def _sheet(body: bytes) -> Table | None:
    try:
        if sum(part.file_size for part in ZipFile(BytesIO(body)).infolist()) > MOST_UNPACKED:
            return None
        book = load_workbook(BytesIO(body), read_only=True, data_only=True)
        found = book.worksheets[0].iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True)
        return [_filled([_words(cell) for cell in row]) for row in found]
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError, IndexError, OSError, SyntaxError):
        return None  # because a broken file breaks a reader in many ways, and each means the same to whoever sent it


def _filled(row: list[str]) -> list[str]:
    """The row without the empty cells at its end."""
    while row and not row[-1]:
        row.pop()
    return row


def _words(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
