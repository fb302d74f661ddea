"""The generated pages say what the code says."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.docs.reading import ROOT, document

CONTRACT = """[importlinter:contract:layers]
layers =
    top
    left | right
    ground
"""


def test_no_generated_page_has_fallen_behind(town):
    from porchlight.project.catalogue.pages import stale

    assert [path.name for path in stale()] == [], "run python -m porchlight.project.catalogue"


def test_a_changed_page_is_noticed_and_only_its_generated_part_is_replaced(town):
    from porchlight.project.catalogue.pages import between

    page = "mine\n<!-- generated: x -->\nold\n<!-- end: x -->\nalso mine\n"
    assert between(page, name="x", new="new") == "mine\n<!-- generated: x -->\n\nnew\n\n<!-- end: x -->\nalso mine\n"


def test_a_page_without_its_marks_is_refused_rather_than_overwritten(town):
    from porchlight.project.catalogue.pages import MarkMissing, between

    with pytest.raises(MarkMissing, match="PL-PRO-070"):
        between("all mine\n", name="x", new="new")


def test_layers_are_read_from_the_top_down():
    from porchlight.project.catalogue.layers import drawn, layers

    assert layers(CONTRACT) == (("top",), ("left", "right"), ("ground",))
    assert drawn(CONTRACT) == "1. `top`\n2. `left`, `right`\n3. `ground`"


def test_the_architecture_names_every_layer_of_the_contract():
    from porchlight.project.catalogue.layers import layers

    page = document("docs/architecture.md").text
    contract = layers((ROOT / ".importlinter").read_text(encoding="utf-8"))
    assert all(f"`{room}`" in page for layer in contract for room in layer)


def test_a_bar_or_a_line_break_never_breaks_a_table():
    from porchlight.project.catalogue.tables import table

    assert table(("a", "b"), [("x|y", "one\n two"), ("", "z")]) == (
        "| a | b |\n| --- | --- |\n| x\\|y | one two |\n|   | z |"
    )


def test_no_two_errors_share_a_code(town):
    from porchlight.project.catalogue.errors import load_everything, troubles

    load_everything()
    codes = Counter(trouble.code for trouble in troubles())
    assert [code for code, count in codes.items() if count > 1] == []


def test_every_error_says_when_what_and_how_to_mend(town):
    from porchlight.project.catalogue.errors import load_everything, troubles

    load_everything()
    for trouble in troubles():
        assert trouble.__doc__, trouble
        assert trouble.sentence.rstrip().endswith((".", "?")), trouble
        assert trouble.repair.strip(), trouble
        assert trouble.code.startswith("PL-"), trouble


def test_the_catalogue_of_errors_has_every_error(town):
    from porchlight.project.catalogue.errors import load_everything, troubles

    load_everything()
    page = document("docs/errors.md").text
    assert all(f"`{trouble.code}`" in page and trouble.__name__ in page for trouble in troubles())


def test_the_access_page_shows_every_role_category_condition_and_table():
    from porchlight.policy.grid import the_grid
    from porchlight.policy.registry import the_registry

    page = document("docs/access-grid.md").text
    words = [*the_grid().roles, *the_grid().conditions, *the_registry()]
    assert all(f"`{word}`" in page for word in words)
    assert all(f"### {category} " in page for category in the_grid().names)


def test_an_empty_category_says_that_nobody_reaches_it():
    from porchlight.policy.grid import Grid, the_grid
    from porchlight.project.catalogue.access import drawn

    grid = the_grid()
    empty = Grid(grid.roles, grid.conditions, grid.names, {})
    assert drawn(empty, {}).count("Nobody reads or writes it.") == len(grid.names)
