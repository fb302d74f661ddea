"""Six weeks of ordinary, kind story, told by the product's own commands on the days when they happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from porchlight.project.seed.county import County


def tell(county: County, data: dict[str, Any]) -> None:
    """Tell it, day by day up to today."""
