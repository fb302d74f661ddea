"""Doctor finds what is wrong, says how to mend it, and never says yes to real data."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from django.db import connections

from porchlight.kernel.secrets import Keys
from porchlight.policy.grid import the_grid
from porchlight.project.commands import doctor
from porchlight.project.doctor import clocks, county, release
from porchlight.project.doctor.examine import ask
from porchlight.project.doctor.finding import bad, good, note
from porchlight.project.doctor.functions import check_functions
from porchlight.project.doctor.keys import check_keys
from porchlight.project.doctor.real import reasons_against
from porchlight.project.doctor.roles import check_roles
from porchlight.project.doctor.tables import check_tables
from tests.support.connections import as_admin


@pytest.fixture
def as_doctor(town):
    """Django's connection is the owner's, as in the command."""
    before = connections["default"]
    connections["default"] = connections["owner"]
    yield
    connections["default"] = before


@pytest.fixture
def keys(town, tmp_path) -> Keys:
    """A copy of the key folder, to be spoilt."""
    shutil.copytree(Keys.here().folder, tmp_path / "keys")
    return Keys(tmp_path / "keys")


def asking(admin):
    return lambda sql, values=(): admin.execute(sql, list(values)).fetchall()


def test_a_sound_installation_needs_no_mending_and_real_data_must_wait(as_doctor, capsys):
    assert doctor.report(Keys.here(), as_json=False) == 0
    said = capsys.readouterr().out
    assert "BAD" not in said
    assert "Ready for real data: no, because" in said


def test_the_same_for_monitors(as_doctor, capsys):
    assert doctor.report(Keys.here(), as_json=True) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["well"] is True
    assert said["ready_for_real_data"] is False
    assert said["because"] == reasons_against()
    assert {finding["state"] for finding in said["findings"]} <= {"good", "note"}


def test_what_is_bad_says_how_to_mend_it_and_ends_with_one(as_doctor, keys, capsys):
    (keys.folder / "pl_team" / "context.key").write_bytes(b"z" * 32)
    assert doctor.report(keys, as_json=False) == 1
    said = capsys.readouterr().out
    assert "BAD   keys and data: the database has another signing key for pl_team" in said
    assert "mend: PORCHLIGHT_KEYS" in said


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda folder: (folder / "pl_youth" / "process.key").unlink(), "pl_youth/process.key can't be read"),
        (lambda folder: (folder / "pl_team" / "context.key").unlink(), "pl_team/context.key can't be read"),
        (lambda folder: (folder / "pl_work" / "password").unlink(), "pl_work/password can't be read"),
        (lambda folder: (folder / "ring" / "pepper.key").write_bytes(b"x"), "ring/pepper.key has the wrong length"),
        (lambda folder: (folder / "pl_team" / "password").chmod(0o644), "pl_team/password can be read by others"),
        (lambda folder: (folder / "ring" / "master-1.key").unlink(), "there is no master key"),
        (
            lambda folder: (folder / "ring" / "master-1.key").rename(folder / "ring" / "master-7.key"),
            "data asks for master key 1",
        ),
    ],
)
def test_each_spoilt_key_is_named(as_doctor, cast, keys, spoil, says):
    spoil(keys.folder)
    assert any(says in finding.says for finding in check_keys(ask, keys) if finding.state == "bad")


def test_a_missing_key_hides_no_wrong_one(as_doctor, keys):
    (keys.folder / "pl_team" / "context.key").unlink()
    (keys.folder / "pl_youth" / "context.key").write_bytes(b"z" * 32)
    said = " ".join(finding.says for finding in check_keys(ask, keys))
    assert "pl_team/context.key can't be read" in said
    assert "the database has another signing key for pl_youth" in said


@pytest.mark.parametrize(
    ("sabotage", "says"),
    [
        ("ALTER ROLE pl_team BYPASSRLS", "pl_team passes row security by"),
        ("ALTER ROLE pl_youth CREATEROLE", "pl_youth makes roles"),
        ("ALTER ROLE pl_owner LOGIN", "pl_owner may sign in"),
        ("ALTER ROLE pl_work NOLOGIN", "pl_work may not sign in"),
        ("GRANT pl_owner TO pl_team", "pl_team can become pl_owner"),
        ("ALTER ROLE pl_audit RENAME TO pl_other", "pl_audit is missing"),
        ("CREATE TABLE pl.mine (id int); ALTER TABLE pl.mine OWNER TO pl_team", "pl_team owns something"),
    ],
)
def test_a_role_with_a_right_too_many_is_named(town, sabotage, says):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute(sabotage)
        (finding,) = check_roles(asking(admin))
        assert finding.state == "bad"
        assert says in finding.says


def test_a_function_for_everybody_and_one_that_can_be_led_astray_are_named(town):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute("CREATE FUNCTION pl.loose() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'")
        (finding,) = check_functions(asking(admin))
        assert "pl.loose" not in finding.says
        assert "loose() can be led astray" in finding.says
        assert "loose() may be called by everybody" in finding.says


def test_a_loose_table_is_a_finding(town):
    with as_admin() as admin, admin.transaction(force_rollback=True):
        admin.execute("CREATE TABLE public.loose (id int)")
        (finding,) = check_tables(asking(admin))
        assert (finding.state, finding.says) == ("bad", "loose stands in no registry")


def test_clocks_that_differ_are_a_finding(town):
    from datetime import timedelta

    from porchlight.kernel import clock

    late = clock.wall() + timedelta(seconds=30)
    (finding,) = clocks.check_clock(lambda sql: [(late,)])
    assert finding.state == "bad"


@pytest.mark.parametrize(
    ("number", "python", "state"),
    [
        ("160000", "3.11.2", "good"),
        ("180001", "3.12.0", "good"),
        ("159999", "3.11.2", "bad"),
        ("180001", "3.10.9", "bad"),
    ],
)
def test_versions_that_are_too_old_are_a_finding(town, monkeypatch, number, python, state):
    told = {"SHOW server_version_num": number, "SHOW server_version": "shown"}
    monkeypatch.setattr(release.platform, "python_version", lambda: python)
    monkeypatch.setattr(release.platform, "python_version_tuple", lambda: tuple(python.split(".")))
    (finding,) = release._versions(lambda sql: [(told[sql],)])
    assert (finding.state, finding.says) == (state, f"Python {python}, PostgreSQL shown")


def test_a_database_of_another_release_and_a_migration_that_waits_are_findings(as_doctor, monkeypatch):
    assert {finding.state for finding in release.check_release(ask)} == {"good"}
    monkeypatch.setattr(release, "release_matches", lambda: False)
    monkeypatch.setattr(release, "_unapplied", lambda: ["people 0009_new"])
    _, migrations, policies = release.check_release(ask)
    assert (migrations.state, migrations.says) == ("bad", "people 0009_new")
    assert policies.state == "bad"
    assert all("run `porchlight migrate`" in finding.mend for finding in (migrations, policies))


def test_a_county_that_nobody_listed_is_a_finding(town, settings_of):
    settings_of(COUNTY="nowhere")
    (finding,) = county.check_county()
    assert finding.state == "bad"
    assert finding.mend


@pytest.fixture
def settings_of():
    """Change settings until the end of the test."""
    from django.test.utils import override_settings

    opened = []

    def change(**values):
        opened.append(override_settings(**values))
        opened[-1].enable()

    yield change
    for one in opened:
        one.disable()


def test_words_count_until_somebody_reviewed_them():
    heading = 'msgid ""\nmsgstr ""\n"Language: es"\n'
    two = f'{heading}\n#: x\nmsgid "a"\nmsgstr "b"\n\n# reviewed_by: a young person\nmsgid "c"\nmsgstr "d"\n'
    assert county.unreviewed_in(two) == 1
    assert county.unreviewed_in("") == 0


def test_what_is_not_reviewed_and_which_roles_wait_is_counted_and_said(town):
    waiting = {role.name: role.gate for role in the_grid().roles.values() if role.gate}
    (words,), (gates,) = county.check_words(), county.check_gates()
    assert (words.state, gates.state) == ("note", "note")
    assert words.says == f"{county.unreviewed_words()} texts for young people were not reviewed yet"
    assert county.unreviewed_words() >= county.unreviewed_in(county.CATALOGUE.read_text(encoding="utf-8")) > 100
    assert waiting
    assert all(f"{name} waits for {gate}" in gates.says for name, gate in waiting.items())
    assert gates.says.count(" waits for ") == len(waiting)
    reasons = reasons_against()
    assert f"{county.unreviewed_words()} texts for young people were not reviewed" in " ".join(reasons)
    assert f"{len(waiting)} roles wait for what protects them" in reasons


def test_when_all_is_reviewed_and_open_there_is_nothing_to_note(monkeypatch):
    monkeypatch.setattr(county, "unreviewed_words", lambda: 0)
    monkeypatch.setattr(county, "closed_roles", dict)
    assert [finding.state for check in (county.check_words, county.check_gates) for finding in check()] == ["good"] * 2


def test_a_line_is_plain_and_says_how_to_mend_only_what_is_not_good():
    assert str(good("x", "fine")) == "ok    x: fine"
    assert str(note("x", "so")) == "note  x: so"
    assert str(bad("x", "broken", mend="turn it")) == "BAD   x: broken\n      mend: turn it"


def test_the_command_is_there_for_operators():
    words = [sys.executable, "-m", "porchlight.project.command", "doctor", "--help"]
    assert "--json" in subprocess.run(words, capture_output=True, text=True, check=True).stdout
