"""A real terminal: what is typed stays out of the process list, and Ctrl-C leaves cleanly."""

import os
import select
import sys
import time
from pathlib import Path

import pytest

from invented import bundle_bytes

pty = pytest.importorskip("pty")
NAME = "Хвощинский Елизар"


def start(bundle: str, home: Path) -> tuple[int, int]:
    """Run `sverka check` at a terminal of its own. Returns: process, terminal."""
    pid, terminal = pty.fork()
    if not pid:
        os.environ.update(PYTHONPATH="src", HOME=str(home), COLUMNS="80", LC_ALL="C.UTF-8")
        command = [sys.executable, "-B", "-m", "sverka", "check", "--lang", "en", "--bundle", bundle]
        os.execv(sys.executable, command)
    return pid, terminal


def read_until(terminal: int, text: str) -> str:
    """What is shown until `text` is; at most a minute (a busy machine)."""
    shown, end = "", time.monotonic() + 60
    while text not in shown and time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                shown += os.read(terminal, 4096).decode("utf-8", "replace")
            except OSError:  # the other end has gone
                break
    assert text in shown, shown
    return shown


@pytest.fixture
def session(tmp_path: Path) -> tuple[int, int]:
    bundle = tmp_path / "lists.svk"
    bundle.write_bytes(bundle_bytes())
    return start(str(bundle), tmp_path)


def test_a_name_typed_at_the_prompt_is_in_no_command_line_and_no_file(
    session: tuple[int, int], tmp_path: Path) -> None:
    pid, terminal = session
    read_until(terminal, "any order): ")
    os.write(terminal, f"{NAME}\n".encode())
    read_until(terminal, "none): ")
    if sys.platform == "linux":
        assert NAME.encode() not in Path(f"/proc/{pid}/cmdline").read_bytes()
        assert NAME.encode() not in Path(f"/proc/{pid}/environ").read_bytes()
    os.write(terminal, b"\n")
    read_until(terminal, "leave it out): ")
    os.write(terminal, b"\n")
    read_until(terminal, "Closed register")
    os.write(terminal, b"\n")
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["lists.svk"]


def test_ctrl_c_ends_without_a_traceback(session: tuple[int, int]) -> None:
    pid, terminal = session
    read_until(terminal, "any order): ")
    os.write(terminal, b"\x03")
    rest = b""
    try:
        while chunk := os.read(terminal, 4096):
            rest += chunk
    except OSError:  # the other end has gone
        pass
    assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 130
    assert b"Traceback" not in rest
