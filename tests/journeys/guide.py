"""Walking a how-to: only what the page of the documentation names in bold is pressed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page

BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)


@dataclass
class Guide:
    """A page of the documentation, and which of its bold names were pressed."""

    path: Path
    pressed: set[str] = field(default_factory=set)

    @property
    def named(self) -> set[str]:
        """Every name in bold below the first numbered heading, line breaks taken out."""
        steps = self.path.read_text(encoding="utf-8").partition("\n## ")[2]
        return {" ".join(name.split()) for name in BOLD.findall(steps)}

    def press(self, page: Page, name: str, *, called: str = "") -> None:
        """Press what the how-to calls `name`: a link, a button or a fold. `called` is how the page says it."""
        assert name in self.named, f"the how-to says nothing of “{name}”"
        self.pressed.add(name)
        found = _pressable(page, called or name)
        is_fold = found.evaluate("(one) => one.tagName") == "SUMMARY"
        found.click()
        if not is_fold:
            page.wait_for_load_state()


def _pressable(page: Page, name: str) -> Locator:
    exactly = re.compile(rf"^\s*{re.escape(name)}(?!\w)")
    everything = page.locator("a:visible, button:visible, summary:visible").filter(has_text=exactly)
    assert everything.count(), f"nothing on {page.url} is called “{name}”"
    return everything.first
