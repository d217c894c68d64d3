"""`sverka law` as a person meets it."""

import io
import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from invented import bundle_bytes
from sverka.cli import main
from sverka.cli.law import RULES
from sverka.release.rules_lint import lint


class Terminal(io.StringIO):
    """Standard input that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def law(*args: str, typed: str | None = None, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("SVERKA_HOME", "/nonexistent")
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.setattr(sys, "stdin", Terminal(typed) if typed is not None else io.StringIO(""))
    return main(["law", "--lang", "en", "--date", "2026-11-23", *args])


def test_a_status_is_explained_without_questions_in_a_pipe(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law("--status", "left_country", monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Rules as of ") and "You named: you left Russia." in out
    assert "A bill, not law: even as proposed" in out and "It depends on:" in out
    assert "WHAT CANNOT BE KNOWN" in out and "kovcheg.live" in out
    assert err == ""


def test_at_a_terminal_one_chooses_and_is_asked_at_most_eight_questions(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(typed="1\n" + "\n" * 8, monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    assert err.count("[y/n/Enter]") + err.count("2021-08-04)") <= 8
    assert "What concerns you?" in err and "What concerns you?" not in out
    assert "you are on the register of foreign agents" in out


def test_answers_change_what_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law("--status", "accused_in_absentia", typed="y\nn\ny\n\n\n\n\n\n", monkeypatch=monkeypatch) == 0
    out, err = capsys.readouterr()
    assert "It depends on" in out or "applies" in out
    assert "Are you outside Russia now?" in err


def test_a_bad_date_is_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        law(
            "--status",
            "donor_to_undesirable_org",
            typed="\nlast year\n2024\n2023-01\nn\n\n\n\n\n",
            monkeypatch=monkeypatch,
        )
        == 0
    )
    out, err = capsys.readouterr()
    assert "or press Enter." in err
    assert "one to five years" in out and "the last time: 2024, not before" in out


def test_a_file_of_answers_gives_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.json"
    path.write_text(
        json.dumps(
            {
                "ties": [
                    {
                        "kind": "donated",
                        "list": "ru-extremist-organisations",
                        "act_on": "2020-11",
                        "listed_on": "2021-08-04",
                    }
                ],
                "answers": {"donated_fbk": "yes"},
            }
        )
    )
    assert law("--answers", str(path), "--json", monkeypatch=monkeypatch) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [effect["id"] for effect in answer["not_by_answers"]].count("ru.ex.financing") == 1
    assert (
        answer["as_of"] == "2026-11-23" and answer["unknowable"]["lists"] and answer["help"]["organisations"]
    )


def test_rules_not_in_force_are_named_only_when_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    early = ("--status", "foreign_agent_person", "--date", "2021-01-01")
    assert law(*early, monkeypatch=monkeypatch) == 0
    assert "NOT IN FORCE" not in capsys.readouterr().out
    assert law(*early, "--all", monkeypatch=monkeypatch) == 0
    assert "NOT IN FORCE" in capsys.readouterr().out


def test_sources_can_be_left_out(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert law("--status", "rosfin_listed", "--no-sources", monkeypatch=monkeypatch) == 0
    assert "https://" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--status", "nonsense"), "not known"),
        (("--status", "donated"), "fits several lists"),
        (("Иванов",), "not taken from the command line"),
        ((), "nobody to ask"),
        (("--answers", "/nonexistent"), "cannot be read"),
        (("--date", "soon", "--status", "wanted"), "--date"),
        (("lint", "/nonexistent"), "no rules in that folder"),
    ],
)
def test_wrong_use_is_refused_with_advice(
    args: tuple[str, ...], says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert law(*args, monkeypatch=monkeypatch) == 2
    err = capsys.readouterr().err
    assert says in err and "Иванов" not in err


def test_the_words_are_listed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert law("--statuses", monkeypatch=monkeypatch) == 0
    out = capsys.readouterr().out
    assert "left_country" in out and "penalised_20_33" in out


def test_lint_is_content_with_the_shipped_rules(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = Path(__file__).parents[2] / "data" / "rules"
    assert lint(rules, today=date(2026, 11, 23)) == []
    # On a later day the command may find the checks stale; it then exits with 3 and says so.
    assert main(["law", "lint", str(rules)]) in (0, 3)
    assert all("days ago" in line for line in capsys.readouterr().out.splitlines())


def test_after_a_match_of_an_organisation_ties_to_it_are_explained(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("COLUMNS", "88")
    path = tmp_path / "lists.svk"
    path.write_bytes(bundle_bytes(rules_json=RULES.read_bytes()))
    monkeypatch.setattr(sys, "stdin", Terminal("Синяя репка\n\ny\n1\n" + "\n" * 8))
    assert main(["check", "--bundle", str(path), "--lang", "en", "-o"]) == 1
    out, err = capsys.readouterr()
    assert "What concerns you?" in err
    assert "You named:" in out


def test_only_lint_needs_more_than_the_standard_library() -> None:
    """With PyYAML and jsonschema out of reach the command still answers."""
    script = (
        "import sys; sys.modules.update(dict.fromkeys(('yaml', 'jsonschema'))); from sverka.cli import main; "
        "sys.exit(main(['law', '--status', 'left_country', '--lang', 'en']))"
    )
    source = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": source},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "you left Russia" in done.stdout
