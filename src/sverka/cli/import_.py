"""Usage: sverka import LIST FILE... [--previous FILE] [--as-of DATE] [--json]

Read official files of one list and say what is in each, or why it is refused. Give the
files oldest first: each accepted one is what the next is measured against. Nothing is
kept here; `sverka record` keeps states, `sverka bundle` builds the lists of a release.

  LIST             e.g. ru-foreign-agents; a wrong one shows those that are known
  FILE             as published: PDF, XLSX, CSV, HTML, XML, JSON; "-" is standard input
  --previous FILE  the last good state, to measure the first file against
  --as-of DATE     the day of the state (YYYY-MM-DD), where neither file nor name says it
  --json           one object a file: file, rows, entries, refused, reason, as_of, form, sha256

The portal's REST answer is handed over as one file, as its pages came:
  {"info": {...}, "pages": [{"size": 1050, "values": [...]}, ...]}

Examples:
  sverka import ru-foreign-agents reestr-26012024.pdf
  sverka import ru-foreign-agents --previous 2024-05-03.json 2024-06-15.json
  sverka import ru-rosfinmonitoring --as-of 2025-03-01 perechen.html

Exit status: 0 all accepted, 2 wrong usage, 3 something refused, 130 interrupted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from ..errors import Lang, SourceError, Text, UsageError
from ..model import Snapshot
from ..sources import RowError, facts, guard, parse
from ._options import help_page, read_options
from ._terminal import bold, clean, wrap

HELP_RU = """\
Как пользоваться: sverka import СПИСОК ФАЙЛ... [--previous ФАЙЛ] [--as-of ДАТА] [--json]

Читает официальные файлы одного списка и говорит, что в каждом есть или почему он отвергнут.
Давайте файлы от старых к новым: каждый принятый служит меркой для следующего. Здесь ничего
не сохраняется: состояния хранит `sverka record`, списки для выпуска строит `sverka bundle`.

  СПИСОК           например, ru-foreign-agents; на неверный показываются известные
  ФАЙЛ             как опубликован: PDF, XLSX, CSV, HTML, XML, JSON; «-» — стандартный ввод
  --previous ФАЙЛ  последнее исправное состояние, мерка для первого файла
  --as-of ДАТА     день состояния (ГГГГ-ММ-ДД), если его нет ни в файле, ни в имени
  --json           объект на файл: file, rows, entries, refused, reason, as_of, form, sha256

Ответ REST портала передаётся одним файлом, страницы как пришли:
  {"info": {...}, "pages": [{"size": 1050, "values": [...]}, ...]}

Примеры:
  sverka import ru-foreign-agents reestr-26012024.pdf
  sverka import ru-foreign-agents --previous 2024-05-03.json 2024-06-15.json
  sverka import ru-rosfinmonitoring --as-of 2025-03-01 perechen.html

Код выхода: 0 всё принято, 2 ошибка в команде, 3 что-то отвергнуто, 130 прервано.
"""

OPTIONS = {"--previous": True, "--as-of": True, "--json": False, "-h": False, "--help": False}
_NARROW, _BAR = 28, 30  # columns of a file name, and of the progress bar


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file. `rows`: read; `entries`: kept, none of a refused file."""

    file: str
    rows: int
    entries: int
    refused: bool
    reason: str | None
    as_of: str | None
    form: str | None
    sha256: str | None


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    if len(options.rest) < 2:
        raise UsageError(
            Text("A list and at least one file are needed.", "Нужны список и хотя бы один файл."),
            Text("For example: sverka import ru-foreign-agents reestr.pdf",
                 "Например: sverka import ru-foreign-agents reestr.pdf"))
    list_id, *files = options.rest
    facts(list_id)  # an unknown list is told before any file is read
    as_of = _day(options.get("--as-of"))
    previous_file = options.get("--previous")
    for file in [*files, *([previous_file] if previous_file else [])]:
        _check_readable(file)
    previous = _previous(list_id, previous_file, lang) if previous_file else None
    outcomes = []
    for file in files:
        outcome, accepted = _import(list_id, file, as_of, previous, lang)
        outcomes.append(outcome)
        previous = accepted or previous
    _show(outcomes, lang, as_json="--json" in options)
    return SourceError.exit_status if any(outcome.refused for outcome in outcomes) else 0


def _import(list_id: str, file: str, as_of: date | None, previous: Snapshot | None, lang: Lang,
            ) -> tuple[Outcome, Snapshot | None]:
    state: Snapshot | None = None
    try:
        state = _parse(list_id, file, as_of)
        guard(state, previous)
    except SourceError as error:
        if state is None:
            rows = error.rows if isinstance(error, RowError) else 0
            return Outcome(file, rows, 0, True, error.problem.say(lang), None, None, None), None
        return Outcome(file, state.rows, 0, True, error.problem.say(lang), str(state.as_of), state.form,
                       state.sha256), None
    return Outcome(file, state.rows, len(state.entries), False, None, str(state.as_of), state.form,
                   state.sha256), state


def _parse(list_id: str, file: str, as_of: date | None) -> Snapshot:
    data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    name = "" if file == "-" else Path(file).name
    with _Progress(name) as progress:
        try:
            return parse(list_id, data, name=name, as_of=as_of, progress=progress)
        except UsageError:
            if as_of is not None:
                raise
            # Nobody says of which day the state is: it was obtained when the file was written.
            obtained = date.today() if file == "-" else date.fromtimestamp(Path(file).stat().st_mtime)  # noqa: DTZ011, DTZ012
            return parse(list_id, data, name=name, as_of=obtained, progress=progress)


def _previous(list_id: str, file: str, lang: Lang) -> Snapshot | None:
    """The state to measure against; a refused one is no measure, and that is said."""
    try:
        state = _parse(list_id, file, None)
        guard(state, None)
    except SourceError as error:
        sys.stderr.write(Text(
            f"sverka: the previous file is itself refused and not used: {error.problem.en}\n",
            f"sverka: предыдущий файл сам отвергнут и не используется: {error.problem.ru}\n").say(lang))
        return None
    return state


def _check_readable(file: str) -> None:
    if file == "-":
        return
    if not Path(file).is_file():
        raise UsageError(Text(f"There is no file “{clean(file)}”.", f"Файла «{clean(file)}» нет."))


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(Text("--as-of needs a day as YYYY-MM-DD.",
                              "Для --as-of нужен день в виде ГГГГ-ММ-ДД.")) from None


class _Progress:
    """A bar on standard error while a file is read; wiped at the end, whatever ends it."""

    def __init__(self, name: str) -> None:
        self._name, self._shown = clean(name)[:_NARROW], False

    def __enter__(self) -> Callable[[int, int], None]:
        return self._step

    def __exit__(self, *_: object) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K" if sys.stderr.isatty() else "\n")
            sys.stderr.flush()

    def _step(self, done: int, whole: int) -> None:
        # Without a terminal one line at the end is all a log wants.
        if not sys.stderr.isatty() and done < whole:
            return
        filled = _BAR * done // max(1, whole)
        sys.stderr.write(f"\r{self._name} [{'#' * filled}{'.' * (_BAR - filled)}] {done}/{whole}")
        sys.stderr.flush()
        self._shown = True


def _show(outcomes: list[Outcome], lang: Lang, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(outcome) for outcome in outcomes], ensure_ascii=False, indent=2))
        return
    titles = Text("file\tas of\tform\trows\tentries\tresult", "файл\tна дату\tвид\tстрок\tзаписей\tитог")
    verdicts = {True: Text("refused", "отвергнут").say(lang), False: Text("accepted", "принят").say(lang)}
    print(bold(_line(titles.say(lang).split("\t"))))
    for one in outcomes:
        print(_line([_short(one.file), one.as_of or "-", one.form or "-", str(one.rows), str(one.entries),
                     verdicts[one.refused]]))
        if one.reason:
            print(wrap(one.reason, "    "))
    count = sum(one.refused for one in outcomes)
    print(Text(f"{len(outcomes) - count} accepted, {count} refused.",
               f"Принято: {len(outcomes) - count}, отвергнуто: {count}.").say(lang))


def _line(cells: list[str]) -> str:
    file, as_of, form, rows, entries, result = cells
    return f"{file:<{_NARROW}}  {as_of:<10}  {form:<10}  {rows:>6}  {entries:>7}  {result}"


def _short(file: str) -> str:
    name = clean(Path(file).name)
    return name if len(name) <= _NARROW else "…" + name[-_NARROW + 1:]
