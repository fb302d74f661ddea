"""A file that somebody sends along with a form: read into memory up to a limit, and never written to a disk of ours."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler
from django.http import HttpRequest

MOST_BYTES = 20_000_000


@dataclass(frozen=True)
class Upload:
    """What was sent: its name, its whole size in bytes, and its content, empty where it was over the limit."""

    name: str
    size: int
    body: bytes


class UpToALimit(FileUploadHandler):
    """Keeps what is small enough and only counts the rest, so that the form around it is read all the same."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing."""
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep the next piece while there is room."""
        if start + len(raw_data) <= MOST_BYTES:
            self.kept.write(raw_data)
        else:
            self.kept = BytesIO()

    def file_complete(self, file_size: int) -> UploadedFile[bytes]:
        """The file as Django hands it to a view; `size` is what was sent, kept or not."""
        body = self.kept if file_size <= MOST_BYTES else BytesIO()
        body.seek(0)
        return InMemoryUploadedFile(
            body, self.field_name, self.file_name or "", self.content_type or "", file_size, self.charset
        )


def uploaded(request: HttpRequest, name: str) -> Upload | None:
    """The file in that field, if one was sent."""
    found = request.FILES.get(name)
    if not isinstance(found, UploadedFile):
        return None
    return Upload(str(found.name or "")[:200], found.size or 0, found.read())
