"""`sverka check` as a person meets it: prompts, files, refusals, exit statuses."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from invented import bundle_bytes
from sverka.cli import check as command
from sverka.cli import main

LISTED, UNLISTED = "Хвощинский Елизар Прохорович", "Незнайкина Аристархия Львовна"


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("lists") / "lists.svk"
    path.write_bytes(bundle_bytes())
    return str(path)


class Terminal(io.StringIO):
    """Standard input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def check(lists: str, *args: str, typed: str = "", monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    return main(["check", "--bundle", lists, "--lang", "en", *args])


def test_a_name_is_asked_for_and_found(lists: str, monkeypatch: pytest.MonkeyPatch,
                                       capsys: pytest.CaptureFixture[str]) -> None:
    assert check(lists, typed=f"{LISTED}\n\n1971\n", monkeypatch=monkeypatch) == 1
    out, err = capsys.readouterr()
    assert "1 listing with this name" in out and "question, not an answer" in out
    assert "12 May 2023" in out and "on the list as of 16 July 2026" in out
    assert err.startswith("What you type here stays on this computer")
    assert "Хвощинский" not in err


def test_a_name_that_is_not_listed_gives_status_0_and_no_promise(
    lists: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(lists, typed=f"{UNLISTED}\nСтарая Фамилия\n\n\n", monkeypatch=monkeypatch) == 0
    out = capsys.readouterr().out
    assert "Not found in 2 lists as of 16 July 2026." in out
    assert "Closed register" in out and "safe" not in out


def test_an_organisation_is_asked_for_by_any_of_its_marks(
    lists: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(lists, "-o", typed="Незнайка и партнёры\n1027700000000\n\n", monkeypatch=monkeypatch) == 1
    assert "Синяя репка" in capsys.readouterr().out


def test_a_birth_year_that_cannot_be_read_is_asked_for_again(
    lists: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(lists, typed=f"{LISTED}\n\nвесной\n1971\n", monkeypatch=monkeypatch) == 1
    assert "cannot be read" in capsys.readouterr().err


def test_closing_the_input_in_the_middle_is_an_interruption(
    lists: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(lists, typed=LISTED, monkeypatch=monkeypatch) == 130


def test_a_name_on_the_command_line_is_refused_and_not_repeated(
    lists: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    for args in ([LISTED], LISTED.split(), [f"--{LISTED}"], ["--name", LISTED]):
        assert check(lists, *args, monkeypatch=monkeypatch) == 2
        out, err = capsys.readouterr()
        assert not out and "Хвощинский" not in err


def test_a_file_of_subjects_is_answered_in_json(
    lists: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    people = tmp_path / "people.txt"
    people.write_bytes(f"# people\r\n{UNLISTED}; 1984\r\n{LISTED}\r\n".encode("cp1251"))
    assert check(lists, str(people), "--json", monkeypatch=monkeypatch) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [(x["line"], len(x["matches"])) for x in answer["subjects"]] == [(2, 0), (3, 1)]


@pytest.mark.parametrize(("args", "status"), [
    (["--bundle", "/no/such/file"], 3), (["--max-age", "1"], 3), (["--max-age", "soon"], 2), (["--jsn"], 2),
    (["--json=1"], 2), (["--bundle"], 2),
])
def test_wrong_usage_is_2_and_lists_that_cannot_be_read_3(
    args: list[str], status: int, lists: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert check(lists, *args, typed=f"{LISTED}\n\n\n", monkeypatch=monkeypatch) == status


def test_a_damaged_file_of_lists_checks_nothing(
    lists: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    damaged = tmp_path / "damaged.svk"
    data = bytearray(Path(lists).read_bytes())
    data[len(data) // 2] ^= 4
    damaged.write_bytes(data)
    assert check(str(damaged), typed=f"{LISTED}\n\n\n", monkeypatch=monkeypatch) == 3
    out, err = capsys.readouterr()
    assert not out and "damaged" in err and "Nothing was checked" in err


@pytest.mark.parametrize("locale", ["C", "POSIX", "ru_RU.KOI8-R", "C.UTF-8"])
def test_any_terminal_gets_an_answer(locale: str, lists: str) -> None:
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": "src", "LC_ALL": locale,
           "PYTHONIOENCODING": "ascii" if "KOI8" in locale else ""}
    run = subprocess.run([sys.executable, "-m", "sverka", "check", "--bundle", lists, "-"], env=env,
                         input=LISTED.encode(), capture_output=True, check=False)
    assert (run.returncode, run.stderr) == (1, b"")


def test_every_option_is_in_both_help_pages() -> None:
    for option in command.OPTIONS:
        if option not in ("-h", "--help"):
            assert option in str(command.__doc__) and option in command.HELP_RU, option
