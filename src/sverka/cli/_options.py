"""Options of a command: a few flags, nothing more.

`argparse` costs a tenth of the time a whole check may take, and its refusals repeat what
was typed, which may be a name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Lang, Text, UsageError


@dataclass(slots=True)
class Options:
    """What stood on the command line.

    Attributes:
        flags: option -> value; "" for one that takes none.
        rest: the other arguments, in order; a lone `-` is one of them.
    """

    flags: dict[str, str] = field(default_factory=dict)
    rest: list[str] = field(default_factory=list)

    def __contains__(self, flag: str) -> bool:
        return flag in self.flags

    def get(self, flag: str) -> str | None:
        """The value of an option, None if it was not given."""
        return self.flags.get(flag)

    def number(self, flag: str) -> int | None:
        """The value of an option that is a whole number, 0 or more.

        Raises: UsageError
        """
        value = self.flags.get(flag)
        if value is None:
            return None
        if not value.isdecimal():
            raise UsageError(Text(f"{flag} needs a number.", f"Для {flag} нужно число."))
        return int(value)


def read_options(argv: list[str], known: Mapping[str, bool]) -> Options:
    """Split arguments into options and the rest.

    Args: known: option -> whether it takes a value. A short form is one of its own.
    Raises: UsageError for an unknown option or a missing value; neither is repeated in it
        unless it is a plain ASCII option, since it may be a name.
    """
    options = Options()
    left = list(argv)
    while left:
        arg = left.pop(0)
        if arg == "--":
            options.rest += left
            break
        if not arg.startswith("-") or arg == "-":
            options.rest.append(arg)
            continue
        flag, equals, value = arg.partition("=")
        if flag not in known:
            raise _unknown(flag)
        if known[flag] and not equals:
            if not left:
                raise UsageError(Text(f"{flag} needs a value.", f"Для {flag} нужно значение."))
            value = left.pop(0)
        elif equals and not known[flag]:
            raise UsageError(Text(f"{flag} takes no value.", f"У {flag} нет значения."))
        options.flags[flag] = value
    return options


def _unknown(flag: str) -> UsageError:
    shown = f" {flag}" if flag.isascii() and flag.strip("-").replace("-", "").isalpha() else ""
    return UsageError(
        Text(f"There is no option{shown}.", f"Параметра{shown} нет."),
        Text("--help shows every option, with examples.", "Все параметры с примерами: --help."),
    )


def read_file(path: Path) -> bytes:
    """The bytes of a file that was named. Raises UsageError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            Text(f"{path} cannot be read: {error.strerror}.", f"{path} не читается: {error.strerror}."),
            Text("Is the name right, and the file where it should be?", "Верно ли имя, на месте ли файл?"),
        ) from error


def help_page(english: str | None, russian: str, lang: Lang) -> str:
    """The help page of a command in the reader's language."""
    return (russian if lang == "ru" else english or "").strip()
