"""Whatever dies, the next start opens the same data again, and says what it found."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from porchlight.project.postgres import Server, erase
from porchlight.project.postgres.account import Account, service_account
from porchlight.project.postgres.errors import (
    AlreadyRunning,
    DataIncomplete,
    DataReadableByOthers,
    DidNotStart,
    OtherVersion,
    StillHeld,
)
from porchlight.project.postgres.holders import free_folder, read_pid_file, servers_in
from porchlight.project.postgres.places import make_data_dir
from tests.project.conftest import ALL, SMALL, admin, kept, kill_now, postmaster

Launch = Callable[[Path], subprocess.Popen[str]]


def started(process: subprocess.Popen[str]) -> bool:
    assert process.stdout is not None
    return process.stdout.readline() == "started\n"


def test_a_second_start_from_the_same_folder_is_told_in_one_sentence(written, launcher: Launch):
    first = launcher(written)
    assert started(first)
    with pytest.raises(AlreadyRunning, match="already running from this folder") as told:
        Server(written, settings=SMALL).start()
    assert f"process {first.pid}" in told.value.said
    with pytest.raises(AlreadyRunning):
        erase(written)
    assert first.poll() is None


def test_a_killed_database_gives_back_every_acknowledged_row(written):
    server = Server(written, settings=SMALL)
    with server, admin(server) as connection:
        for number in range(101, 151):
            connection.execute("insert into kept values (%s)", [number])
        kill_now(postmaster(server))
    with server, admin(server) as connection:
        assert kept(server) == list(range(1, 151))
        connection.execute("delete from kept where number > 100")


def test_a_killed_launcher_leaves_nothing_in_the_way_of_the_next_start(written, launcher: Launch):
    first = launcher(written)
    assert started(first)
    left = read_pid_file(written / "cluster")
    assert left is not None
    assert left.socket_dir is not None
    first.kill()
    first.wait()
    with Server(written, settings=SMALL) as server:
        assert kept(server) == ALL
        assert server.said == ["A database that an earlier start left running in this folder was stopped first."]
        assert postmaster(server) != left.pid
        assert not left.socket_dir.exists()


def test_launcher_and_database_killed_together_are_recovered(written, launcher: Launch):
    first = launcher(written)
    assert started(first)
    left = read_pid_file(written / "cluster")
    assert left is not None
    first.kill()
    kill_now(left.pid)
    first.wait()
    with Server(written, settings=SMALL) as server:
        assert kept(server) == ALL


def test_a_session_still_busy_after_its_server_was_killed_is_asked_to_end(written):
    with Server(written, settings=SMALL) as server, closing(admin(server)) as busy:
        session = busy.info.backend_pid
        busy.pgconn.send_query(b"do $$ begin while clock_timestamp() < now() + '1 minute' loop end loop; end $$")
        time.sleep(0.2)
        kill_now(postmaster(server))
        server._process.wait()
        time.sleep(0.2)
        assert session in servers_in(written / "cluster", server._account)
        began = time.monotonic()
        assert server.revive()
        assert time.monotonic() - began < 10
        assert session not in servers_in(written / "cluster", server._account)
        assert kept(server) == ALL


@pytest.mark.parametrize("program", [["true"], ["sleep", "30"]], ids=["nobody reaped it", "another program"])
def test_a_process_number_that_is_no_server_any_more_does_not_block_the_start(written, program):
    account = Server(written)._account
    other = account.start(program, output=subprocess.DEVNULL)
    time.sleep(0.1)
    pid_file = written / "cluster" / "postmaster.pid"
    pid_file.write_text(f"{other.pid}\n{written / 'cluster'}\n1700000000\n5432\n\n\n1 1\nready\n")
    account.own(pid_file)
    try:
        with Server(written, settings=SMALL) as server:
            assert kept(server) == ALL
            assert server.said == []
        assert other.poll() in {None, 0}
    finally:
        other.terminate()
        other.wait()


def test_the_process_file_of_a_living_server_is_never_removed(running):
    blind = Account("nobody sees", 0, 0, switched=False)
    blind_run = (False, "no such shell")
    object.__setattr__(blind, "run", lambda command: blind_run)
    with pytest.raises(StillHeld):
        free_folder(running.data_dir / "cluster", account=blind, patience=0.1)
    assert read_pid_file(running.data_dir / "cluster") is not None
    assert running.is_running()


def test_waiting_for_a_server_that_does_not_leave_ends_in_one_sentence(running, monkeypatch):
    monkeypatch.setattr("os.kill", lambda process, request: None)  # it hears nothing
    with pytest.raises(StillHeld, match="wait a minute"):
        free_folder(running.data_dir / "cluster", account=running._account, patience=0.2)
    assert running.is_running()


def test_files_cut_short_while_being_made_are_made_anew(open_dir):
    server = Server(open_dir / "data", settings=SMALL)
    make_data_dir(open_dir / "data", server._account)
    unfinished = open_dir / "data" / "cluster.new"
    unfinished.mkdir()
    (unfinished / "pg_hba.conf").write_text("half a li")
    (open_dir / "data" / "admin-password").write_text("never used\n")
    with server, admin(server) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    assert not unfinished.exists()


def test_data_of_another_version_is_left_alone_and_said_so(written):
    with pytest.raises(OtherVersion, match="made by PostgreSQL 18, and this is 16"):
        Server(written, version=16).start()
    with Server(written, settings=SMALL) as server:
        assert kept(server) == ALL


def test_data_without_its_password_file_is_left_alone_and_said_so(written):
    (written / "admin-password").rename(written / "aside")
    with pytest.raises(DataIncomplete, match="admin-password"):
        Server(written, settings=SMALL).start()
    assert not (written / "admin-password").exists()
    (written / "aside").rename(written / "admin-password")
    with Server(written, settings=SMALL) as server:
        assert kept(server) == ALL


def test_what_postgresql_itself_refuses_is_told_with_its_reason(written):
    server = Server(written, settings={**SMALL, "work_mem": "plenty"})
    with pytest.raises(DidNotStart, match="reason is in the newest file") as told:
        server.start()
    assert "work_mem" in told.value.mend
    assert not server.is_running()
    with Server(written, settings=SMALL) as again:
        assert kept(again) == ALL


def test_a_data_folder_open_to_others_is_refused_and_its_mode_left_alone(open_dir):
    (open_dir / "data").mkdir(mode=0o750)
    (open_dir / "data").chmod(0o750)
    with pytest.raises(DataReadableByOthers, match=r"chmod 700 .*/data"):
        Server(open_dir / "data").start()
    assert (open_dir / "data").stat().st_mode & 0o777 == 0o750
    assert list((open_dir / "data").iterdir()) == []


def test_starting_afresh_removes_the_database_and_nothing_else(open_dir):
    with Server(open_dir / "data", settings=SMALL) as server:
        password = server.admin_password
    (open_dir / "data" / "letter").write_text("not ours")
    assert erase(open_dir / "data") == open_dir / "data"
    assert [path.name for path in (open_dir / "data").iterdir()] == ["letter"]
    with Server(open_dir / "data", settings=SMALL) as server:
        assert server.admin_password != password


def test_starting_afresh_ends_a_database_that_was_left_running(open_dir, launcher: Launch):
    first = launcher(open_dir / "data")
    assert started(first)
    left = read_pid_file(open_dir / "data" / "cluster")
    first.kill()
    first.wait()
    erase(open_dir / "data")
    assert left is not None
    assert left.socket_dir is not None
    assert not left.socket_dir.exists()
    assert list((open_dir / "data").iterdir()) == []


def test_starting_afresh_where_nothing_is_makes_nothing(open_dir):
    assert erase(open_dir / "data") == open_dir / "data"
    assert list(open_dir.iterdir()) == []


def test_a_moved_data_folder_starts_at_its_new_place(written):
    moved = written.rename(written.with_name("moved"))
    with Server(moved, settings=SMALL) as server:
        assert kept(server) == ALL
    moved.rename(written)


def test_a_program_that_we_no_longer_wait_for_does_not_go_on(monkeypatch):
    def interrupted(process: subprocess.Popen[bytes]) -> None:
        waited_for.append(process)
        raise KeyboardInterrupt

    waited_for: list[subprocess.Popen[bytes]] = []
    account = service_account({})
    monkeypatch.setattr(subprocess.Popen, "communicate", interrupted)
    with pytest.raises(KeyboardInterrupt):
        account.run(["sleep", "60"])
    assert waited_for[-1].wait(timeout=5) != 0
