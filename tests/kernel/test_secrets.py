"""The key folder: made once, read by its own user alone, and never made anew over what is there."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from porchlight.kernel.secrets import LOGINS, SIGNING, SIZE, Keys, SecretMissing
from porchlight.vault.key import Ring

FILES = {
    "ring/master-1.key",
    "ring/pepper.key",
    *(f"{login}/password" for login in LOGINS),
    *(f"{login}/{name}.key" for login in SIGNING for name in ("context", "process")),
}


@pytest.fixture
def keys(tmp_path) -> Keys:
    made = Keys(tmp_path / "keys")
    assert made.make() is True
    return made


def files_of(keys: Keys) -> dict[str, bytes]:
    return {str(p.relative_to(keys.folder)): p.read_bytes() for p in keys.folder.rglob("*") if p.is_file()}


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_every_login_and_house_gets_keys_of_its_own(keys):
    made = files_of(keys)
    assert set(made) == FILES
    assert len(set(made.values())) == len(FILES)
    assert {len(value) for name, value in made.items() if name.endswith(".key")} == {SIZE}
    assert all(len(keys.password(login)) > SIZE for login in LOGINS)


def test_nobody_but_its_user_reads_the_key_folder(keys):
    assert {mode(p) for p in keys.folder.rglob("*") if p.is_file()} == {0o600}
    assert {mode(p) for p in (keys.folder, *keys.folder.iterdir()) if p.is_dir()} == {0o700}


def test_keys_that_are_there_stay_as_they_are_and_what_is_missing_comes(keys):
    before = files_of(keys)
    (keys.folder / "pl_work" / "password").unlink()
    assert keys.make() is False
    after = files_of(keys)
    assert set(after) == FILES
    assert {name for name in FILES if after[name] != before[name]} == {"pl_work/password"}


def test_each_key_is_read_from_its_own_place(keys):
    said = files_of(keys)
    assert keys.pepper == said["ring/pepper.key"]
    assert Ring.read(keys.ring).keys == {1: said["ring/master-1.key"]}
    for login in SIGNING:
        assert keys.context(login) == said[f"{login}/context.key"]
        assert keys.process(login) == said[f"{login}/process.key"]


def test_a_password_that_an_editor_ended_with_a_line_is_read_without_it(keys):
    (keys.folder / "pl_work" / "password").write_text("a long one\n")
    assert keys.password("pl_work") == "a long one"


def test_a_missing_file_is_named_and_says_how_to_mend_it(tmp_path):
    with pytest.raises(SecretMissing) as found:
        Keys(tmp_path).context("pl_team")
    assert found.value.mend == "pl_team/context.key can't be read: run `porchlight init`."


@pytest.mark.parametrize("named", [None, ""])
def test_without_a_folder_named_there_are_no_keys(monkeypatch, named):
    monkeypatch.delenv("PORCHLIGHT_KEYS", raising=False)
    if named is not None:
        monkeypatch.setenv("PORCHLIGHT_KEYS", named)
    with pytest.raises(SecretMissing):
        Keys.here()


def test_the_folder_is_the_one_that_is_named(monkeypatch, keys):
    monkeypatch.setenv("PORCHLIGHT_KEYS", str(keys.folder))
    assert Keys.here() == keys
