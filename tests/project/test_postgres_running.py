"""What a running database promises: it answers its own people, and nobody else, and keeps quiet."""

from __future__ import annotations

import os
import stat
import subprocess
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict

from porchlight.project.postgres import Server
from porchlight.project.postgres.binaries import tool
from porchlight.project.postgres.errors import BinariesMissing
from porchlight.project.postgres.holders import servers_in
from porchlight.project.postgres.settings import server_settings
from tests.project.conftest import ALL, SMALL, admin, kept, kill_now, postmaster


def ask(server: Server, question: str) -> object:
    with admin(server) as connection:
        row = connection.execute(question).fetchone()
    assert row is not None
    return row[0]


def test_a_started_server_answers(running):
    assert str(ask(running, "show server_version")).startswith("18.")


def test_text_sorts_and_compares_alike_on_every_machine(running):
    assert ask(running, "select datlocale from pg_database where datname = 'postgres'") == "C.UTF-8"
    assert ask(running, "select datlocprovider::text from pg_database where datname = 'postgres'") == "b"
    assert ask(running, "select lower('ÁRBOL')") == "árbol"
    assert ask(running, "show server_encoding") == "UTF8"


def test_a_damaged_page_would_be_noticed(running):
    assert ask(running, "show data_checksums") == "on"


@pytest.mark.parametrize("password", ["", "not-the-password"])
def test_nobody_gets_in_without_the_password_not_even_on_the_socket(running, password):
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(running.dsn("postgres", user="pl_admin", password=password))


def test_no_address_of_the_network_leads_to_the_database(running):
    mine = {str(file.readlink()) for file in Path(f"/proc/{postmaster(running)}/fd").iterdir()}
    listening = {
        f"socket:[{line.split()[9]}]"
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]
    }
    assert ask(running, "show listen_addresses") == ""
    assert any(name.startswith("socket:") for name in mine)
    assert not mine & listening


def test_only_the_servers_user_and_root_may_touch_socket_password_and_data(running):
    socket = running.socket_dir / ".s.PGSQL.5432"
    assert len(os.fsencode(running.socket_dir)) < 90
    assert not running.socket_dir.is_relative_to(running.data_dir)
    for folder in (
        running.socket_dir,
        running.data_dir,
        running.data_dir / "cluster",
        running.data_dir / "log",
    ):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    assert stat.S_IMODE((running.data_dir / "admin-password").stat().st_mode) == 0o600
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in (running.data_dir / "log").iterdir())


def test_what_is_written_survives_a_power_cut_unless_a_test_asks_otherwise(tmp_path):
    usual = server_settings({}, socket_dir=tmp_path, log_dir=tmp_path)
    assert [usual[name] for name in ("fsync", "synchronous_commit", "full_page_writes")] == ["on"] * 3
    assert server_settings({"fsync": "off"}, socket_dir=tmp_path, log_dir=tmp_path)["fsync"] == "off"


@pytest.mark.parametrize("name", ["listen_addresses", "log_statement", "unix_socket_permissions", "port"])
def test_no_setting_opens_what_is_closed(tmp_path, name):
    with pytest.raises(ValueError, match=name):
        server_settings({name: "all"}, socket_dir=tmp_path, log_dir=tmp_path)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("log_statement", "none"),
        ("log_min_error_statement", "panic"),
        ("log_error_verbosity", "terse"),
        ("log_parameter_max_length", "0"),
        ("log_parameter_max_length_on_error", "0"),
        ("log_min_duration_statement", "-1"),
    ],
)
def test_each_way_by_which_words_could_reach_the_log_is_closed(running, name, value):
    assert ask(running, f"show {name}") == value


def test_no_word_of_a_statement_or_a_row_reaches_the_log(running):
    with admin(running) as connection:
        connection.execute("create table lantern (word text unique)")
        connection.execute("insert into lantern values ('marmalade')")
        for statement in (
            "insert into lantern values ('marmalade')",
            "select 'marmalade'::integer",
            "select marmalade",
            "do $$ begin raise exception 'marmalade'; end $$",
        ):
            with pytest.raises(psycopg.Error):
                connection.execute(statement)
        with pytest.raises(psycopg.Error):
            connection.execute("select %s::integer", ["marmalade"])
        connection.execute("drop table lantern")
    log = "".join(file.read_text() for file in (running.data_dir / "log").iterdir())
    assert "ready to accept connections" in log
    assert "marmalade" not in log


def test_stopping_leaves_no_process_and_no_socket(written):
    server = Server(written, settings=SMALL)
    server.start()
    socket_dir = server.socket_dir
    with closing(admin(server)) as signed_in:
        server.stop()
        with pytest.raises(psycopg.OperationalError):
            signed_in.execute("select 1")
    assert not socket_dir.exists()
    assert not server.is_running()
    assert servers_in(written / "cluster", server._account) == frozenset()
    server.stop()  # a second time harms nothing


def test_a_later_start_keeps_data_and_password(written):
    with Server(written, settings=SMALL) as first:
        password = first.admin_password
    with Server(written, settings=SMALL) as second:
        assert second.admin_password == password
        assert kept(second) == ALL


def test_one_server_is_started_once(running):
    with pytest.raises(RuntimeError, match="started already"):
        running.start()


def test_before_a_start_there_is_no_socket(tmp_path):
    with pytest.raises(RuntimeError, match="not started"):
        _ = Server(tmp_path).socket_dir


def test_version_16_starts_too(open_dir):
    with Server(open_dir / "data", version=16, settings=SMALL) as server:
        assert str(ask(server, "show server_version")).startswith("16.")
        assert ask(server, "show data_checksums") == "on"
        assert ask(server, "select lower('ÁRBOL')") == "árbol"


def test_a_server_that_ended_by_itself_comes_back_at_the_same_socket(written):
    with Server(written, settings=SMALL) as server:
        where = server.socket_dir
        assert server.revive() is False
        kill_now(postmaster(server))
        server._process.wait()
        assert server.is_running() is False
        assert server.revive() is True
        assert server.socket_dir == where
        assert kept(server) == ALL


def test_a_bundled_tool_runs_without_a_password_in_its_arguments(running):
    dump = subprocess.run(
        [running.tool("pg_dump"), "--schema-only"],
        env=running.tool_environment("postgres", user=running.admin_user, password=running.admin_password),
        capture_output=True,
        text=True,
        check=True,
    )
    assert "PostgreSQL database dump complete" in dump.stdout


@pytest.mark.parametrize("version", [16, 18])
def test_a_tool_is_found_without_a_server(version):
    said = subprocess.run([tool("pg_dump", version=version), "--version"], capture_output=True, check=True)
    assert f"{version}.".encode() in said.stdout


def test_a_tool_that_is_not_there_is_said_so():
    with pytest.raises(BinariesMissing, match="pg_nothing"):
        tool("pg_nothing")


@given(words=st.tuples(*[st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)] * 3))
def test_any_name_and_password_come_through_the_connection_words_unchanged(words):
    server = Server(Path("data"))
    server._socket_dir = Path("folder with space and 'quote'")
    database, user, password = words
    read = conninfo_to_dict(server.dsn(database, user=user, password=password))
    assert (read["dbname"], read["user"], read["password"]) == words
    assert read["host"] == "folder with space and 'quote'"
