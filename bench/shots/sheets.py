"""Contact sheets: many pictures on one, each under its name, so that a house can be looked at in two minutes."""

from __future__ import annotations

import html
from pathlib import Path

from playwright.sync_api import Browser

PHONE, DESK = 320, 1280
ACROSS = {PHONE: 6, DESK: 3}
SHOWN = {PHONE: 320, DESK: 640}  # pixels of the sheet that one picture is wide
TALLEST = {PHONE: 1600, DESK: 1100}  # a longer page shows its beginning
STYLE = """body { margin: 8px; background: #888; font: bold 14px sans-serif; display: grid; gap: 8px; align-items: start }
figure { margin: 0 } div { overflow: hidden } img { display: block; inline-size: 100% }"""


def contact_sheets(browser: Browser, shots: Path, *, house: str, width: int, scheme: str) -> list[Path]:
    """Put the pictures of one house, width and scheme on sheets beside them; returns the sheets."""
    pictures = sorted(shots.glob(f"{house}-{width}-{scheme}-*.png"))
    starts = range(0, len(pictures), ACROSS[width])
    page = browser.new_page(viewport={"width": ACROSS[width] * (SHOWN[width] + 8) + 8, "height": 400})
    made = []
    for number, start in enumerate(starts):
        draft = shots / "sheet.html"
        draft.write_text(_sheet(pictures[start : start + ACROSS[width]], width=width), encoding="utf-8")
        page.goto(draft.absolute().as_uri())
        made.append(shots / f"sheet-{house}-{width}-{scheme}-{number:02}.png")
        page.screenshot(path=str(made[-1]), full_page=True)
        draft.unlink()
    page.close()
    return made


def _sheet(pictures: list[Path], *, width: int) -> str:
    columns = f"body {{ grid-template-columns: repeat({ACROSS[width]}, {SHOWN[width]}px) }}"
    limit = f"div {{ max-block-size: {TALLEST[width]}px }}"
    figures = "".join(
        f'<figure><figcaption>{html.escape(picture.stem)}</figcaption><div><img src="{picture.name}"></div></figure>'
        for picture in pictures
    )
    return f"<!doctype html><title>Sheet</title><style>{STYLE} {columns} {limit}</style>{figures}"
