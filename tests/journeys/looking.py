"""What every state of every journey is checked for."""

from __future__ import annotations

from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Error, Page

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOURS = ["color-contrast"]  # what another theme at the same width can break, and nothing else


def look(page: Page, *, youth: bool = False, rules: list[str] = TAGS) -> None:
    """No axe violation, no sideways scroll; in the young person's house the exit stands first after the skip link.

    Axe is put in past the page's policy by the browser's own hand, so it needs scripts to be on.
    """
    found = _axe(page, rules)
    broken = [f"{v['id']}: {[node['html'] for node in v['nodes']][:3]}" for v in found["violations"]]
    assert not broken, broken
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"sideways scroll on {page.url}"
    if youth:
        first = page.evaluate(
            "[...document.querySelectorAll('a[href],button,input,select,textarea,summary')][1].outerHTML"
        )
        assert "data-exit" in first
        box = page.locator("[data-exit]").bounding_box()
        assert box
        assert box["width"] >= 44
        assert box["height"] >= 44


def look_every_way(page: Page, *, youth: bool = False) -> str:
    """The same state on a phone and on a desk, light and dark; the words that stand on it."""
    ways = ((320, "light", TAGS), (320, "dark", COLOURS), (1280, "dark", TAGS), (1280, "light", COLOURS))
    for width, scheme, rules in ways:
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        look(page, youth=youth, rules=rules)
    return f"{page.title()}\n{page.inner_text('body')}"


def _axe(page: Page, rules: list[str]) -> dict:
    """What axe finds; asked again when the page changed under its eyes, as a click may still be on its way."""
    asked = f"() => {{ if (!window.axe) {{ {AXE} }} return window.axe.run({{runOnly: {rules}}}); }}"
    try:
        return page.evaluate(asked)
    except Error:
        page.wait_for_load_state()
        return page.evaluate(asked)


def nothing_kept(page: Page) -> None:
    """No storage of any kind holds anything of this origin."""
    kept = page.evaluate(
        """async () => ({
            local: localStorage.length, session: sessionStorage.length, cookies: document.cookie,
            caches: (await caches.keys()).length, databases: (await indexedDB.databases()).length,
            workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length,
        })"""
    )
    assert kept == {"local": 0, "session": 0, "cookies": "", "caches": 0, "databases": 0, "workers": 0}


def only_ours(page: Page, *ours: str) -> None:
    """No request went anywhere else."""
    strange = [url for url in page.requests_made if not url.startswith(ours)]
    assert strange == []
