"""The one statement behind the needs map: each live need with its newest answer, helper and yes."""

from __future__ import annotations

# Row security holds for each table by itself: a part that this visit may not read is empty.
THE_MAP = """
SELECT n.id, n.youth_id, n.agency_id, n.code, n.words,
       a.id AS answer_id, a.matters, a.gets_now, a.verdict, a.made_by AS answered_by, a.made_at AS answered_at,
       h.id AS helper_id, h.seat, h.who, h.often, h.next_step, h.starts_on, h.due_on, h.barrier, y.may_see
FROM needs_row AS n
LEFT JOIN LATERAL (SELECT * FROM needs_answer AS x WHERE x.need_id = n.id
                   ORDER BY x.made_at DESC, x.id LIMIT 1) AS a ON true
LEFT JOIN LATERAL (SELECT * FROM needs_helper AS x WHERE x.need_id = n.id AND x.ended_at IS NULL
                   ORDER BY x.made_at DESC, x.id LIMIT 1) AS h ON true
LEFT JOIN LATERAL (SELECT x.may_see FROM needs_yes AS x WHERE x.helper_id = h.stint_id
                   ORDER BY x.made_at DESC, x.id LIMIT 1) AS y ON true
WHERE n.ended_at IS NULL
"""
OF_ONE = THE_MAP + " AND n.youth_id = %s ORDER BY n.made_at, n.id"
# With the staff's newest word on where a need was met before: for their own pages alone.
BEFORE = """,
       (SELECT x.before FROM needs_note AS x WHERE x.need_id = n.id ORDER BY x.made_at DESC, x.id LIMIT 1) AS before"""
OF_ONE_NOTED = OF_ONE.replace("y.may_see", "y.may_see" + BEFORE)
TO_DO = (
    THE_MAP
    + """
  AND (h.seat = %s OR (%s AND a.matters >= 2 AND (h.id IS NULL OR a.verdict = 'doesnt')))
ORDER BY (h.seat = %s) IS TRUE DESC, h.due_on, a.made_at LIMIT %s
"""
)
