"""Reading a drawing back: which marks it holds, where they stand, and what its words say."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from porchlight.desks.pictures import Picture

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Week:
    """A week as the picture takes it."""

    count: int | None
    confirmed: int
    is_seen: bool


def drawing(picture: Picture) -> ET.Element:
    """The drawing as XML. Raises `ParseError` when it is none."""
    return ET.fromstring(str(picture.svg))  # noqa: S314 - because it is our own


def size(svg: ET.Element) -> tuple[float, float]:
    left, top, width, height = map(float, svg.attrib["viewBox"].split())
    assert (left, top) == (0, 0)
    return width, height


def is_filled(element: ET.Element, *, within: ET.Element) -> bool:
    """Whether a shape is filled, by its own word or by that of the group around it."""
    if "fill" in element.attrib:
        return element.attrib["fill"] == "currentColor"
    around = {child: parent for parent in within.iter() for child in parent}
    return around.get(element, within).attrib.get("fill") == "currentColor"


def words_in(svg: ET.Element) -> str:
    return " ".join("".join(text.itertext()) for text in svg.iter("text"))


def outside(svg: ET.Element) -> list[tuple[float, ...]]:
    """The boxes of shapes and words that reach beyond the picture."""
    width, height = size(svg)
    boxes = [box for element in svg.iter() if (box := _box(element))]
    return [box for box in boxes if min(box[:2]) < 0 or box[2] > width + 0.01 or box[3] > height + 0.01]


def _box(element: ET.Element) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom; None for what is placed by the group around it, and for lines."""
    if element.tag == "circle" and "cx" in element.attrib:
        x, y, radius = (float(element.attrib[name]) for name in ("cx", "cy", "r"))
        return x - radius, y - radius, x + radius, y + radius
    if element.tag == "rect":
        x, y, width, height = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
        return x, y, x + width, y + height
    if element.tag == "text":
        x, y = (float(element.attrib[name]) for name in ("x", "y"))
        return x, y - 12, x, y + 4
    return None


def numbers_of(svg: ET.Element) -> list[str]:
    """Every value of an attribute that is to be a number."""
    names = ("x", "y", "cx", "cy", "r", "width", "height")
    return [element.attrib[name] for element in svg.iter() for name in names if name in element.attrib]
