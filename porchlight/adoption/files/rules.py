"""Reading a PDF, pure: whether it is one, how many pages, which words."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

MOST_BYTES = 20_000_000
MOST_PAGES = 600
MOST_TEXT = 400_000  # characters that are kept for searching


@dataclass(frozen=True)
class Pdf:
    """What a PDF holds: pages, and the words in it (empty for pages that are pictures)."""

    pages: int
    text: str


def read_pdf(body: bytes) -> Pdf | None:
    """The PDF's pages and words; None when it is none, is locked, or can't be read."""
    if not body.startswith(b"%PDF-"):
        return None
    try:
        reader = PdfReader(BytesIO(body))
        if reader.is_encrypted or not 0 < len(reader.pages) <= MOST_PAGES:
            return None
        text = "\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        return None  # because a broken PDF breaks a reader in many ways, and each means the same to whoever sent it
    return Pdf(len(reader.pages), text.replace("\x00", "")[:MOST_TEXT])
