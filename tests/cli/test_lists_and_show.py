"""`sverka lists`, `sverka show` and `sverka bundle inspect` say what is in a file of lists."""

import json
from pathlib import Path

import pytest

from invented import AGENTS, SHA, bundle_bytes
from sverka.cli import bundle, lists, main, show


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("lists") / "lists.svk"
    file.write_bytes(bundle_bytes())
    return str(file)


def test_lists_says_what_is_there_and_what_is_not(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--bundle", path, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    for text in ("Register of foreign agents: state of 16 July 2026, 3 entries", "Birth dates are missing.",
                 "Closed register", "Reported by a newspaper."):
        assert text in out


def test_lists_in_json(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--bundle", path, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [x["entries"] for x in answer["lists"]] == [3, 1]
    assert answer["not_covered"][0]["id"] == "ru-closed"


def test_show_tells_a_silent_edit_and_where_it_was_seen(
    path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", AGENTS, "1", "--bundle", path, "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "27 January 2023: edited (SILENT) — birth year: 1970 → 1971" in out
    assert SHA in out


def test_show_without_a_number_prints_a_line_an_entry(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", AGENTS, "--bundle", path]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "2\tЛомтева Капитолина Юльевна"


@pytest.mark.parametrize("args", [[], ["no-such-list"], [AGENTS, "77"], [AGENTS, "1", "2"]])
def test_what_is_not_there_is_wrong_usage(args: list[str], path: str) -> None:
    assert main(["show", *args, "--bundle", path]) == 2


def test_inspect_shows_the_digest_and_the_snapshots(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bundle", "inspect", path]) == 0
    out = capsys.readouterr().out
    assert f"{AGENTS}: as of 2026-07-16, 3 entries, 3 listings with history" in out and SHA in out


def test_building_from_an_empty_folder_is_wrong_usage(tmp_path: Path) -> None:
    assert main(["bundle", "build", "--from", str(tmp_path), "--out", str(tmp_path / "x.svk")]) == 2
    assert not (tmp_path / "x.svk").exists()


@pytest.mark.parametrize("command", [bundle, lists, show])
def test_every_option_is_in_both_help_pages(command: object) -> None:
    for option in command.OPTIONS:  # type: ignore[attr-defined]
        if option not in ("-h", "--help"):
            assert option in str(command.__doc__) and option in command.HELP_RU  # type: ignore[attr-defined]
