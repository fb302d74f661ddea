"""Colours as light: reading the ways we write them, laying one over another, and WCAG contrast."""

from __future__ import annotations

import colorsys
import math
import re
from dataclasses import dataclass

_FUNCTION = re.compile(r"(rgba?|hsla?|oklch|oklab)\((.+)\)", re.IGNORECASE)
_HEX = re.compile(r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_NAMED = {"black": "#000000", "white": "#ffffff", "transparent": "#00000000"}
_TURNS = {"deg": 360.0, "turn": 1.0, "rad": 2 * math.pi, "grad": 400.0}


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, green and blue as sRGB, and how opaque it is; each from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, back: Colour) -> Colour:
        """This colour laid over an opaque one. Raises `ValueError` when `back` lets light through."""
        if back.alpha < 1:
            raise ValueError("What lies behind must be opaque.")
        mixed = (
            self.alpha * front + (1 - self.alpha) * behind
            for front, behind in zip(self.channels(), back.channels(), strict=True)
        )
        return Colour(*mixed)

    def channels(self) -> tuple[float, float, float]:
        return self.red, self.green, self.blue

    def luminance(self) -> float:
        """Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2, relative luminance."""
        red, green, blue = (_linear(channel) for channel in self.channels())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: Colour, back: Colour) -> float:
    """WCAG 2.2 contrast ratio, 1 to 21, of a colour over an opaque one."""
    light, dark = sorted((front.over(back).luminance(), back.luminance()), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def read_colour(text: str) -> Colour:
    """A colour written as hex, rgb(), hsl(), oklch(), oklab(), black, white or transparent.

    Colours outside sRGB are brought to its edge, channel by channel. Raises `ValueError` for anything else.
    """
    plain = _NAMED.get(text.strip().lower(), text.strip())
    if _HEX.fullmatch(plain):
        return _from_hex(plain[1:])
    written = _FUNCTION.fullmatch(plain)
    if written is None:
        raise ValueError(f"We cannot read the colour {text!r}.")
    values = re.split(r"\s*[,/]\s*|\s+", written[2].strip())
    if len(values) not in {3, 4}:
        raise ValueError(f"We cannot read the colour {text!r}.")
    alpha = _share(values[3], whole=1.0) if len(values) == 4 else 1.0
    kind = {"rgba": "rgb", "hsla": "hsl"}.get(written[1].lower(), written[1].lower())
    red, green, blue = (_clamp(channel) for channel in _channels(kind, values))
    return Colour(red, green, blue, _clamp(alpha))


def _channels(kind: str, values: list[str]) -> tuple[float, float, float]:
    first, second, third = values[:3]
    if kind == "rgb":
        return _share(first, whole=255), _share(second, whole=255), _share(third, whole=255)
    if kind == "hsl":
        return colorsys.hls_to_rgb(_turn(first), _share(third, whole=100), _share(second, whole=100))
    if kind == "oklab":
        return _from_oklab(_share(first, whole=1), _axis(second), _axis(third))
    angle = 2 * math.pi * _turn(third)
    chroma = _axis(second)
    return _from_oklab(_share(first, whole=1), chroma * math.cos(angle), chroma * math.sin(angle))


def _from_hex(digits: str) -> Colour:
    full = "".join(digit * 2 for digit in digits) if len(digits) < 6 else digits
    return Colour(*(int(full[at : at + 2], 16) / 255 for at in range(0, len(full), 2)))


def _from_oklab(lightness: float, a: float, b: float) -> tuple[float, float, float]:
    """OKLab to sRGB. Source: CSS Color 4, sample code for OKLab."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short),
    )


def _share(text: str, *, whole: float) -> float:
    """A number as a share of its whole; a percentage is already one; `none` is 0."""
    if text.lower() == "none":
        return 0.0
    return float(text[:-1]) / 100 if text.endswith("%") else float(text) / whole


def _axis(text: str) -> float:
    """A chroma or an axis of OKLab, where 100 % is 0.4."""
    return _share(text, whole=1) * (0.4 if text.endswith("%") else 1.0)


def _turn(text: str) -> float:
    unit = next((unit for unit in ("deg", "grad", "turn", "rad") if text.endswith(unit)), "deg")
    return _share(text.removesuffix(unit), whole=_TURNS[unit]) % 1


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _encoded(light: float) -> float:
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def _clamp(channel: float) -> float:
    return min(1.0, max(0.0, channel))
