"""Asking who to look for: at a prompt or from a file, never on the command line."""

from __future__ import annotations

import sys
from pathlib import Path

from ..check import read_file
from ..check.subjects import organisation_of, person_of, read_birth
from ..errors import Lang, Text, UsageError
from ..model import Subject
from ._terminal import wrap

PRIVATE = Text(
    "What you type here stays on this computer: it is not stored and not sent. Ctrl-C stops.",
    "То, что вы здесь наберёте, остаётся на этом компьютере: не сохраняется и не отправляется. "
    "Ctrl-C — прервать.",
)
NAME = Text("Surname, given name, patronymic (any alphabet, any order): ",
            "Фамилия, имя, отчество (любым алфавитом, в любом порядке): ")
OTHER = Text("A former or other name (Enter if there is none): ",
             "Прежнее или другое имя (Enter, если нет): ")
BORN = Text("Birth year (Enter to leave it out): ", "Год рождения (Enter — не указывать): ")
ORGANISATION = Text("Name of the organisation: ", "Название организации: ")
MORE = Text("Another name, INN, OGRN, domain or channel (Enter if there is none): ",
            "Другое название, ИНН, ОГРН, домен или канал (Enter, если нет): ")


def ask(lang: Lang, *, organisation: bool) -> Subject:
    """Ask at the terminal. Reads plain lines: no line-editing library, hence no history.

    Raises: UsageError if no name is given.
    """
    print(wrap(PRIVATE.say(lang)) + "\n", file=sys.stderr)
    if organisation:
        return organisation_of([_line(ORGANISATION.say(lang)), *_lines(MORE.say(lang))])
    names = [_line(NAME.say(lang)), *_lines(OTHER.say(lang))]
    while True:
        born = _line(BORN.say(lang))
        try:
            read_birth(born)
        except UsageError as error:
            print(error.say(lang), file=sys.stderr)
            continue
        return person_of(names, born)


def agrees(question: str) -> bool:
    """Ask yes or no; Enter, anything else and the end of input mean no."""
    sys.stderr.write(wrap(question) + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in ("y", "yes", "д", "да")


def _lines(prompt: str) -> list[str]:
    lines: list[str] = []
    while line := _line(prompt):
        lines.append(line)
    return lines


def _line(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:  # the input was closed (Ctrl-D): as if it had been interrupted
        raise KeyboardInterrupt
    return line.strip()


def from_file(arguments: list[str], *, organisation: bool) -> list[tuple[int, Subject]]:
    """The subjects of a file, or of standard input for `-`, with their lines.

    Raises: UsageError, which never repeats the argument: it may be a name.
    """
    if len(arguments) > 1:
        raise _not_on_the_command_line()
    if arguments == ["-"] or not arguments:
        data = sys.stdin.buffer.read()
    else:
        try:
            data = Path(arguments[0]).read_bytes()
        except FileNotFoundError:
            raise _not_on_the_command_line() from None
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "?"
            raise UsageError(Text(f"The file cannot be opened: {reason}.",
                                  f"Файл не открывается: {reason}.")) from None
    subjects = read_file(_decode(data), organisation=organisation)
    if not subjects:
        raise UsageError(Text("There is nobody to look for: the file is empty.",
                              "Искать некого: файл пуст."))
    return subjects


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")  # what Notepad calls ANSI on a Russian Windows


def _not_on_the_command_line() -> UsageError:
    return UsageError(
        Text("There is no such file. If it was a name: names are not taken from the command line, where "
             "other programs and the shell's history can see them. Nothing was looked for.",
             "Такого файла нет. Если это было имя: имена не принимаются в командной строке, где их видят "
             "другие программы и история команд. Поиска не было."),
        Text("Run `sverka check` alone and type the name when asked. To take the line just typed out of "
             "a shell's history: history -d -1 (bash).",
             "Запустите `sverka check` без имени и наберите его по запросу. Убрать набранную строку из "
             "истории: history -d -1 (bash)."),
    )
