"""Whose comments have an answer that they were not shown yet, and that they were shown it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from porchlight.adoption.definition.models import ReplyReceipt
from porchlight.adoption.definition.sheets import AnsweredSheet, CommentSheet
from porchlight.adoption.ground.rows import here
from porchlight.policy.api import OfCounty, Visit, guarded

# Each part on which a comment of this seat has a newest answer by somebody else without a receipt, the newest first.
ANSWERED = """
  SELECT c.definition AS version, c.passage, p.heading, p.words, max(r.made_at) AS answered_at
  FROM adoption_definition_comment AS c
  JOIN LATERAL (
    SELECT id, made_by, made_at FROM adoption_definition_reply WHERE comment = c.id ORDER BY made_at DESC LIMIT 1
  ) AS r ON r.made_by <> %(actor)s
  JOIN LATERAL (
    SELECT CASE WHEN e.is_es THEN coalesce(nullif(e.heading_es, ''), e.heading) ELSE e.heading END AS heading,
      CASE WHEN e.is_es THEN e.words_es ELSE e.words END AS words
    FROM (SELECT *, words_es <> '' AND %(language)s = 'es' AS is_es FROM adoption_definition_passage
          WHERE definition = c.definition AND passage = c.passage ORDER BY edition DESC LIMIT 1) AS e
  ) AS p ON true
  WHERE c.made_by = %(actor)s AND c.county = %(county)s AND c.withdrawn_at IS NULL AND NOT EXISTS (
    SELECT 1 FROM adoption_definition_reply_receipt AS s WHERE s.reply = r.id AND s.made_by = %(actor)s)
  GROUP BY c.definition, c.passage, p.heading, p.words ORDER BY answered_at DESC, c.passage
"""


def answered_of(row: Mapping[str, Any]) -> AnsweredSheet:
    """A row of `ANSWERED` as it comes in JSON."""
    return AnsweredSheet(UUID(row["version"]), UUID(row["passage"]), row["heading"], row["words"])


@guarded(OfCounty())
def keep_answers_shown(found: Iterable[CommentSheet], *, by: Visit) -> None:
    """Keep that this seat was shown the answers to its own comments; twice is once."""
    rows = [ReplyReceipt(**here(by), reply=one.reply) for one in found if one.is_mine and one.reply]
    if rows:
        ReplyReceipt.objects.bulk_create(rows, ignore_conflicts=True)
