"""Going through a page by keyboard alone, as somebody does who has no mouse: where the focus is can be seen."""

from __future__ import annotations

from playwright.sync_api import Page

MOST_STEPS = 150
SEEN = """() => {
  const found = document.activeElement, box = found.getBoundingClientRect();
  const shown = found.closest("label") || found;
  const inside = !found.matches(":focus");  // the calendar button of a date field: the browser draws its ring
  const ring = inside || [found, shown].some((one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  });
  const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);  // a long text shows where one types
  const over = top < bottom && document.elementFromPoint(box.x + box.width / 2, (top + bottom) / 2);
  return {ring, covered: !over || !(shown.contains(over) || over.contains(found)), html: found.outerHTML.slice(0, 200)};
}"""


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there; each stop on the way can be seen and lies under nothing."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        seen = page.evaluate(SEEN)
        if not seen["html"].startswith("<body"):
            assert seen["ring"], f"the focus can't be seen: {seen['html']}"
            assert not seen["covered"], f"something lies over the focus: {seen['html']}"
        if page.evaluate("(there) => document.activeElement.matches(there)", selector):
            return
    raise AssertionError(f"the keyboard never came to {selector} on {page.url}")


def press(page: Page, selector: str, key: str = "Enter") -> None:
    """Go there and press it; what opens next is waited for."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def type_into(page: Page, selector: str, words: str) -> None:
    """Go there and type."""
    tab_to(page, selector)
    page.keyboard.type(words)


def pick(page: Page, selector: str, wanted: str) -> None:
    """Go to a list, or to a group of choices, and move by arrow to the one of that value."""
    tab_to(page, selector)
    for _step in range(MOST_STEPS):
        if page.evaluate("() => document.activeElement.value") == wanted:
            if page.evaluate("() => document.activeElement.type === 'radio' && !document.activeElement.checked"):
                page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError(f"no arrow led to {wanted} at {selector}")
