"""The door of messaging."""

from porchlight.messaging.commands import (
    NobodyThere,
    ask_those_on_call,
    check_in,
    mark_read,
    reply,
    write_to,
)
from porchlight.messaging.queries import (
    MessageSheet,
    NowSheet,
    SafeWay,
    ThreadSheet,
    UnreadSheet,
    in_touch_on,
    messages,
    passed_on_to,
    safe_way,
    this_hour,
    thread_named,
    threads,
    to_write_to,
    unread,
)
from porchlight.messaging.rules import TOPICS, Number, must_pass_on

__all__ = [
    "TOPICS",
    "MessageSheet",
    "NobodyThere",
    "NowSheet",
    "Number",
    "SafeWay",
    "ThreadSheet",
    "UnreadSheet",
    "ask_those_on_call",
    "check_in",
    "in_touch_on",
    "mark_read",
    "messages",
    "must_pass_on",
    "passed_on_to",
    "reply",
    "safe_way",
    "this_hour",
    "thread_named",
    "threads",
    "to_write_to",
    "unread",
    "write_to",
]
