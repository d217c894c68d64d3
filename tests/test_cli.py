"""The front door: help, unknown commands, languages."""

import importlib
from types import ModuleType

import pytest

from sverka.cli import COMMANDS, main, split_lang


def test_without_arguments_the_help_is_shown_and_the_status_is_wrong_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main([]) == 2
    assert "Usage: sverka COMMAND" in capsys.readouterr().out


def test_the_help_in_both_languages_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for lang in ("en", "ru"):
        assert main(["--help", "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert all(f"  {command} " in out for command in COMMANDS)


@pytest.mark.parametrize(("lang", "word"), [("en", "Usage: sverka witness"), ("ru", "Свидетель")])
def test_help_does_not_need_what_the_command_needs(
    lang: str, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = importlib.import_module

    def lacking(name: str, package: str | None = None) -> ModuleType:
        if name == ".witness":
            raise ModuleNotFoundError(name="warcio")
        return found(name, package)

    monkeypatch.setattr(importlib, "import_module", lacking)
    assert main(["witness", "serve", "--help", "--lang", lang]) == 0
    assert word.lower() in capsys.readouterr().out.lower()
    assert main(["witness", "serve", "--lang", lang]) == 2
    assert "warcio" in capsys.readouterr().err


def test_an_unknown_command_is_one_clear_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["chek", "--lang", "ru"]) == 2
    assert capsys.readouterr().err.startswith("sverka: Команды «chek» нет.")


@pytest.mark.parametrize(
    ("args", "rest", "lang"),
    [
        (["--lang", "ru", "check"], ["check"], "ru"),
        (["check", "--lang=en", "-"], ["check", "-"], "en"),
    ],
)
def test_the_language_may_stand_anywhere(args: list[str], rest: list[str], lang: str) -> None:
    assert split_lang(args) == (rest, lang)


def test_another_language_is_refused_not_taken_for_english(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lists", "--lang", "xx"]) == 2
    assert "--lang" in capsys.readouterr().err
