"""A file of a list that is not whole is refused, and names what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from porchlight.kernel.coded import BadList, CodedTrouble
from porchlight.kernel.coded.lists import read_list
from porchlight.kernel.errors import Trouble

HEAD = 'name = "colours"\nnumber = "CL-0"\nen = "Colours"\nes = "Colores"\nread_by = "youth"\n'
RED = '{ code = "K1", en = "Red", es = "Rojo" },'
ALWAYS = """
    { code = "other", en = "Other (say what)", es = "Otro (di cuál)" },
    { code = "not_said", en = "Prefer not to say", es = "Prefiero no decir" },
    { code = "not_sure", en = "Not sure", es = "No sé" },
]
"""


def file_of(folder: Path, text: str, *, name: str = "colours") -> Path:
    path = folder / f"{name}.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_whole_file_is_read_in_its_order(tmp_path: Path) -> None:
    one = read_list(file_of(tmp_path, f"{HEAD}entries = [{RED}{ALWAYS}"))
    assert [entry.code for entry in one] == ["K1", "other", "not_said", "not_sure"]
    assert one.label("K1", "es") == "Rojo"


def test_a_review_of_one_choice_stands_before_that_of_the_file(tmp_path: Path) -> None:
    blue = '{ code = "K2", en = "Blue", es = "Azul", reviewed_by = "Youth board, invented" },'
    one = read_list(file_of(tmp_path, f'{HEAD}reviewed_by = "Ana, invented"\nentries = [{RED}{blue}{ALWAYS}'))
    assert one.entry("K1").reviewed_by == "Ana, invented"
    assert one.entry("K2").reviewed_by == "Youth board, invented"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("entries = [", "not written as TOML"),
        (HEAD.replace("colours", "shades") + f"entries = [{RED}{ALWAYS}", "its own name"),
        (HEAD.replace("youth", "anyone") + f"entries = [{RED}{ALWAYS}", "“read_by”"),
        (HEAD.replace('number = "CL-0"\n', "") + f"entries = [{RED}{ALWAYS}", "“number” in “colours”"),
        (f"{HEAD}entries = [{RED}{RED}{ALWAYS}", "the code “K1” twice"),
        (f"{HEAD}entries = [{RED}]", "does not end with other, not_said, not_sure"),
        (HEAD, "does not end with"),
        (f"{HEAD}entries = [{RED.replace('Rojo', ' ')}{ALWAYS}", "words under “es” in “K1”"),
        (f"{HEAD}entries = [{RED.replace('code', 'kode')}{ALWAYS}", "a field “kode”"),
    ],
)
def test_a_file_that_is_not_whole_names_what_is_wrong(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(BadList, match=said) as trouble:
        read_list(file_of(tmp_path, text))
    assert "colours.toml" in trouble.value.said


def test_every_trouble_of_a_list_has_its_own_code_and_a_repair() -> None:
    troubles = [CodedTrouble, *CodedTrouble.__subclasses__()]
    assert len({trouble.code for trouble in troubles}) == len(troubles)
    for trouble in troubles:
        assert trouble.code.startswith("PL-COD-")
        assert trouble.sentence
        assert trouble.repair
        assert issubclass(trouble, Trouble)
