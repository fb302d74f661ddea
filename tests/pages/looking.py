"""Looking at a page as the lints do: its HTML, its words, how hard it reads, what it cost."""

from __future__ import annotations

from contextlib import contextmanager

from tests.lints.grade import too_hard
from tests.lints.html import inspect
from tests.lints.visible import visible_blocks
from tests.lints.words import check_words

BARE = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def looked_at(html: str, *, house: str, address: str, simple: bool = False, spared: tuple[str, ...] = ()) -> str:
    """The page's HTML, after it passed every lint; `simple` pages read at sixth grade, but for spared blocks."""
    wrong = inspect(html, house=house, path=address)
    assert wrong == [], wrong
    blocks = [block for block in visible_blocks(html) if block not in spared]
    wrong = check_words("\n".join(blocks), house=house, path=address)
    assert wrong == [], wrong
    if simple:
        hard = [str(block) for block in too_hard("\n".join(blocks), "en")]
        assert hard == [], hard
    return html


@contextmanager
def statements():
    """Every SQL statement of this house in the block, without transaction marks."""
    from django.db import connection

    said: list[str] = []

    def note(execute, sql, params, many, context):
        if not str(sql).startswith(BARE):
            said.append(str(sql))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield said
