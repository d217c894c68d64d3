"""`sverka import`: what it prints and how it ends."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from sources.published import agents, agents_pdf, extremist_page, json_bytes, rosfin_page
from sverka.cli import main

LIST = "ru-foreign-agents"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    file = tmp_path / "2021-06-01.json"
    file.write_bytes(json_bytes(agents()))
    return file


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    file = tmp_path / "2021-07-01.json"
    file.write_bytes(json_bytes([row | {"dateOut": ""} for row in agents()]))
    return file


def test_a_table_for_the_eye(good: Path, bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", LIST, str(good), str(bad)]) == 3
    out = capsys.readouterr().out.splitlines()
    assert out[1].split() == ["2021-06-01.json", "2021-06-01", "json", "40", "40", "accepted"]
    assert out[2].split() == ["2021-07-01.json", "2021-07-01", "json", "40", "0", "refused"]
    assert out[3].strip().startswith("“date of exclusion” is filled in 0 of 40 rows")
    assert out[-1] == "1 accepted, 1 refused."


def test_json_for_tools(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", LIST, str(good), "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert {key: row[key] for key in ("rows", "entries", "refused", "reason")} == {
        "rows": 40,
        "entries": 40,
        "refused": False,
        "reason": None,
    }


def test_the_previous_state_is_a_measure(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "2021-06-08.json"
    file.write_bytes(json_bytes(agents(38)))
    assert main(["import", LIST, str(file)]) == 0
    assert main(["import", LIST, str(file), "--previous", str(good), "--lang", "ru"]) == 3
    assert "Строк 38 после 40 на 2021-06-01" in " ".join(capsys.readouterr().out.split())


def test_a_refused_previous_state_is_no_measure(
    good: Path, bad: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", LIST, str(good), "--previous", str(bad)]) == 0
    assert "itself refused and not used" in capsys.readouterr().err


def test_standard_input_and_a_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(extremist_page())))
    assert main(["import", "ru-extremist-organisations", "-", "--as-of", "2024-09-01"]) == 0
    assert "2024-09-01" in capsys.readouterr().out


def test_a_page_that_states_no_day_has_that_of_its_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "perechen.html"
    file.write_bytes(rosfin_page())
    assert main(["import", "ru-rosfinmonitoring", str(file)]) == 0


def test_progress_goes_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "reestr-01062021.pdf"
    file.write_bytes(agents_pdf(agents()))
    assert main(["import", LIST, str(file)]) == 0
    captured = capsys.readouterr()
    assert "3/3" in captured.err and "3/3" not in captured.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["import"], "at least one file"),
        (["import", "ru-unknown", "x.json"], "ru-undesirable"),
        (["import", LIST, "no-such-file.json"], "There is no file"),
        (["import", LIST, __file__, "--as-of", "yesterday"], "YYYY-MM-DD"),
        (["import", LIST, __file__, "--frobnicate"], "no option"),
    ],
)
def test_wrong_usage(args: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*args, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_the_help_shows_every_option(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "--help", "--lang", lang]) == 0
    page = capsys.readouterr().out
    assert all(option in page for option in ("--previous", "--as-of", "--json"))
