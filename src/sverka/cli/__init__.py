"""Check privately against a state's lists, and keep a verifiable record of them.

Usage: sverka COMMAND [OPTIONS]

For a person:
  check     look for a person or an organisation in the lists on this computer
  law       what a listing, or a tie to a listed organisation, means
  lists     which lists are here, how old they are, what is missing
  show      one listing and its history
  update    install newer lists from a folder, a USB stick or an address
  verify    prove that a file of lists is genuine

For a record keeper:
  import    read an official file and say what is in it, or why it is refused
  collect   fetch the official lists
  record    keep every state of every list
  release   build and sign the lists for others
  witness   cosign somebody's log
  bundle    build the file of lists from official files
  page      build the page that checks in a browser

`sverka COMMAND --help` explains a command with examples.
Options for every command: --lang ru|en (default: from the locale).

Exit status: 0 done or no match, 1 matches to look at, 2 wrong usage,
3 lists or files that cannot be read or trusted, 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from ..errors import Lang, SverkaError, Text, UsageError
from ._terminal import be_tolerant

HELP_RU = """\
Проверить себя по государственным спискам, не выдавая имени, и вести доказуемую летопись
этих списков.

Как пользоваться: sverka КОМАНДА [ПАРАМЕТРЫ]

Для человека:
  check     искать человека или организацию в списках на этом компьютере
  law       что значит запись в списке или связь с организацией из списка
  lists     какие здесь списки, насколько они старые, чего в них нет
  show      одна запись и её история
  update    поставить более новые списки из папки, с флешки или по адресу
  verify    доказать, что файл со списками подлинный

Для того, кто ведёт летопись:
  import    прочесть официальный файл: что в нём есть или почему он отвергнут
  collect   получить официальные списки
  record    хранить каждое состояние каждого списка
  release   собрать и подписать списки для других
  witness   заверить чужой журнал
  bundle    собрать файл со списками из официальных файлов
  page      собрать страницу, которая проверяет в браузере

`sverka КОМАНДА --help` объясняет команду с примерами.
Для любой команды: --lang ru|en (по умолчанию — язык системы).

Код выхода: 0 готово или совпадений нет, 1 есть на что посмотреть, 2 ошибка в команде,
3 списки или файлы не читаются либо им нельзя верить, 130 прервано."""

# name -> (module under sverka.cli, the extra that brings what it needs)
COMMANDS: dict[str, tuple[str, str]] = {
    "check": ("check", ""),
    "law": ("law", ""),
    "lists": ("lists", ""),
    "show": ("show", ""),
    "update": ("update", ""),
    "verify": ("verify", ""),
    "import": ("import_", "collect"),
    "collect": ("collect", "collect"),
    "record": ("record", "publish"),
    "release": ("release", "publish"),
    "witness": ("witness", "publish"),
    "bundle": ("bundle", "all"),
    "page": ("page", "publish"),
}
INTERRUPTED = 130  # 128 + SIGINT, what a shell reports


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; never a traceback for what can be foreseen.

    A command module has its help page as docstring (and `HELP_RU`), and
    `run(argv: list[str], lang: Lang) -> int`.
    """
    be_tolerant()
    lang = _locale()
    try:
        args, lang = split_lang(list(sys.argv[1:] if argv is None else argv))
        return _dispatch(args, lang)
    except SverkaError as error:
        _complain(error, lang)
        return error.exit_status
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has gone; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _dispatch(args: list[str], lang: Lang) -> int:
    if not args or args[0] in ("-h", "--help", "help"):
        print(HELP_RU if lang == "ru" else __doc__.strip())
        return 0 if args else 2
    if args[0] == "--version":
        from .. import __version__  # noqa: PLC0415 (only asked for rarely)

        print(f"sverka {__version__}")
        return 0
    if args[0] not in COMMANDS:
        raise UsageError(
            Text(f"There is no command “{args[0]}”.", f"Команды «{args[0]}» нет."),
            Text("`sverka --help` lists the commands.", "Список команд: `sverka --help`."),
        )
    module, extra = COMMANDS[args[0]]
    try:
        command = importlib.import_module(f".{module}", __name__)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("sverka"):
            raise UsageError(
                Text(f"“{args[0]}” is not built yet.", f"Команда «{args[0]}» ещё не готова."),
            ) from error
        if "--help" in args or "-h" in args:
            print(_help_of(module, lang))
            return 0
        raise UsageError(
            Text(f"“{args[0]}” needs {error.name}, which is not installed.",
                 f"Команде «{args[0]}» нужен пакет {error.name}, а он не установлен."),
            Text(f"Install it with: pip install 'sverka[{extra}]'",
                 f"Установите его: pip install 'sverka[{extra}]'"),
        ) from error
    return int(command.run(args[1:], lang))


def _help_of(module: str, lang: Lang) -> str:
    """A command's help page, read from its source: packages it needs may not be installed."""
    import ast  # noqa: PLC0415 (a check needs neither, and should start soon)
    from importlib import resources  # noqa: PLC0415

    tree = ast.parse(resources.files(__name__).joinpath(f"{module}.py").read_text("utf-8"))
    russian = [node.value.value for node in tree.body if isinstance(node, ast.Assign)
               and isinstance(node.value, ast.Constant) and "HELP_RU" in ast.unparse(node.targets[0])]
    page = str(russian[0]) if russian and lang == "ru" else ast.get_docstring(tree) or ""
    return page.strip()


def split_lang(args: list[str]) -> tuple[list[str], Lang]:
    """Take `--lang ru|en` out of the arguments, else read the locale.

    Raises: UsageError for another language.
    """
    for i, arg in enumerate(args):
        value = arg.partition("=")[2] if arg.startswith("--lang=") else (
            args[i + 1] if arg == "--lang" and i + 1 < len(args) else None)
        if value is None:
            continue
        rest = args[:i] + args[i + (1 if "=" in arg else 2):]
        if value.lower() not in ("ru", "en"):
            raise UsageError(Text("--lang takes ru or en.", "После --lang пишут ru или en."))
        return rest, "ru" if value.lower() == "ru" else "en"
    return args, _locale()


def _locale() -> Lang:
    """The language of LC_ALL, LC_MESSAGES or LANG, the first that is set."""
    env = next((os.environ[k] for k in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(k)), "")
    return "ru" if env.lower().startswith(("ru", "be")) else "en"


def _complain(error: SverkaError, lang: Lang) -> None:
    for i, line in enumerate(error.say(lang).splitlines()):
        sys.stderr.write(("sverka: " if i == 0 else "        ") + line + "\n")
