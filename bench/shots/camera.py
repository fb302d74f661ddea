"""The pictures: one look, one person, one name for each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

SHOTS = Path("shots")
WIDTHS = (320, 1280)
SCHEMES = ("light", "dark")


@dataclass(frozen=True)
class Look:
    """How wide the screen is, and whether it is `light` or `dark`."""

    width: int
    scheme: str

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme}"


LOOKS = tuple(Look(width, scheme) for width in WIDTHS for scheme in SCHEMES)


@dataclass(frozen=True)
class Camera:
    """A window in one look; `mark` begins the name of each picture."""

    page: Page
    house: str  # its address
    mark: str

    def go(self, address: str) -> bool:
        """Whether there is a page at this address of the house."""
        answer = self.page.goto(f"{self.house}{address}")
        return bool(answer and answer.ok)

    def shoot(self, name: str) -> None:
        """One full-page picture."""
        self.page.screenshot(path=str(SHOTS / f"{self.mark}-{name}.png"), full_page=True)

    def press(self, name: str) -> None:
        """Press the button with that name or value, or the page's last one."""
        self.page.locator(f"main button{name}").last.click()
        self.page.wait_for_load_state()

    def type_everywhere(self, words: str) -> None:
        """Type into each free text field of the page."""
        for field in self.page.locator("main textarea, main input.input:not([type]), main input[type=text]").all():
            if field.is_visible():
                field.fill(words)


@contextmanager
def window(browser: Browser, look: Look, *, house: str, mark: str, language: str = "en") -> Iterator[Camera]:
    """A fresh window, with nothing from any other."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 750},
        color_scheme="dark" if look.scheme == "dark" else "light",
        locale={"en": "en-US", "es": "es-US"}[language],
    )
    yield Camera(context.new_page(), house, mark)
    context.close()
