"""Usage: sverka record [--record DIR] COMMAND

Keep every state of every list so that it can be proved years later.

  add LIST FILE...      keep states; their dates are read from the file or its name, else
                        --as-of DATE. --by NAME, --url ADDRESS, --at TIME tell how they were
                        obtained. A file that is no whole state of the list is refused.
  status                which lists, how many states, up to when, how large
  history LIST NUMBER   one listing through all states, each edit with the two states that show it
  diff A B              what changed between two states (the beginning of their SHA-256)
  changes               everything that changed; --silent: only what was not announced;
                        --list LIST, --since DATE, --json
  as-of LIST            who stood on the list on --valid DATE, as was known on --known DATE
                        (default: today); --limit N of them from --offset N on; --json
  verify                check everything: bytes, digests, tree, proofs, signatures, and the store
                        against the published files; --root FILE checks the log's signatures;
                        --quick does not read the published files again
  export FORMAT         ftm, csv, parquet or atom, to --out FILE or standard output; --list LIST

DIR is the record's folder (default: sverka-record, or what SVERKA_RECORD names).

Examples:
  sverka record add ru-foreign-agents reestr-2024-01-26.pdf --by "an archive"
  sverka record changes --silent --list ru-foreign-agents
  sverka record as-of ru-foreign-agents --valid 2023-01-01 --known 2024-01-01
  sverka record export ftm --out record.ftm.json

Exit status: 0 done, 2 wrong usage, 3 something was refused or is damaged.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from ..errors import Lang, SverkaError, Text, UsageError
from ..record.audit import audit
from ..record.capture import Obtained
from ..sources import guard
from . import _record_answers, _record_export
from ._options import Options, help_page, read_file, read_options
from ._record import arguments, day, known_list, opened, progress, read_state, tell
from ._terminal import be_tolerant, clean

HELP_RU = """\
Как пользоваться: sverka record [--record ПАПКА] КОМАНДА

Хранить каждое состояние каждого списка так, чтобы его можно было доказать и через годы.

  add СПИСОК ФАЙЛ...      сохранить состояния; дата берётся из файла или его имени, иначе из
                          --as-of ДАТА. --by ИМЯ, --url АДРЕС, --at ВРЕМЯ: как они получены.
                          Файл, который не целое состояние списка, отвергается.
  status                  какие списки, сколько состояний, до какого числа, какого размера
  history СПИСОК НОМЕР    одна запись списка во всех состояниях, каждая правка с двумя состояниями
  diff A B                что изменилось между двумя состояниями (начало их SHA-256)
  changes                 всё, что менялось; --silent: только необъявленное;
                          --list СПИСОК, --since ДАТА, --json
  as-of СПИСОК            кто был в списке на --valid ДАТА, по тому, что знали на --known ДАТА
                          (без них: сегодня); --limit N из них, начиная с --offset N; --json
  verify                  проверить всё: байты, дайджесты, дерево, доказательства, подписи и базу
                          по опубликованным файлам; --root ФАЙЛ проверит подписи журнала;
                          --quick не читает опубликованные файлы заново
  export ФОРМАТ           ftm, csv, parquet или atom, в --out ФАЙЛ или на стандартный вывод;
                          --list СПИСОК

ПАПКА записи: sverka-record, если не сказано иначе (или та, что в SVERKA_RECORD).

Примеры:
  sverka record add ru-foreign-agents reestr-2024-01-26.pdf --by "архив"
  sverka record changes --silent --list ru-foreign-agents
  sverka record as-of ru-foreign-agents --valid 2023-01-01 --known 2024-01-01
  sverka record export ftm --out record.ftm.json

Код выхода: 0 готово, 2 ошибка в команде, 3 что-то отвергнуто или повреждено.
"""

OPTIONS = {
    "--record": True,
    "--as-of": True,
    "--by": True,
    "--url": True,
    "--at": True,
    "--list": True,
    "--since": True,
    "--valid": True,
    "--known": True,
    "--root": True,
    "--out": True,
    "--limit": True,
    "--offset": True,
    "--silent": False,
    "--json": False,
    "--quick": False,
    "-h": False,
    "--help": False,
}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    be_tolerant()
    commands: dict[str, Callable[[Options, Lang], int]] = {
        "add": _add,
        "status": _record_answers.status,
        "history": _record_answers.history,
        "diff": _record_answers.diff,
        "changes": _record_answers.changes,
        "as-of": _record_answers.as_of,
        "verify": _verify,
        "export": _record_export.run,
    }
    if not options.rest or options.rest[0] not in commands:
        raise UsageError(
            Text(
                "Say what to do with the record: " + ", ".join(commands) + ".",
                "Скажите, что сделать с записью: " + ", ".join(commands) + ".",
            ),
            Text("`sverka record --help` has examples.", "Примеры: `sverka record --help`."),
        )
    return commands[options.rest[0]](options, lang)


def _add(options: Options, lang: Lang) -> int:
    list_id, *files = arguments(options, "add LIST FILE...", 2)
    name, as_of = known_list(list_id), day(options, "--as-of")
    at = options.get("--at") or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    refused, added = 0, {}
    with opened(options, create=True, write=True) as record:
        for number, path in enumerate(map(Path, files), 1):
            progress(f"{number}/{len(files)} {path.name}")
            try:
                data = read_file(path)
                snapshot = read_state(name, data, path.name, as_of)
                guard(snapshot, None)  # what no order of import could make sound is not kept at all
            except SverkaError as error:
                refused += 1
                tell(f"refused   {path.name}: {error.problem.say(lang)}")
                continue
            obtained = Obtained(
                at,
                "handed over",
                url=options.get("--url") or "",
                by=options.get("--by") or "",
                name=path.name,
            )
            new = record.add(data, snapshot, obtained)
            added[snapshot.sha256] = path.name
            tell(f"{'added' if new else 'had':<9} {path.name}: as of {snapshot.as_of}, {snapshot.rows} rows")
        progress("working out what changed")
        record.settle(guard)
        progress("")
        for row in record.store.snapshots(name):
            if row["set_aside"] and row["sha256"] in added:
                refused += 1
                tell(f"set aside {added[row['sha256']]}: {row['set_aside']}")
    return 3 if refused else 0


def _verify(options: Options, lang: Lang) -> int:
    arguments(options, "verify [--root FILE] [--quick]", 0, 0)
    policy = None
    if options.get("--root"):
        from ..bundle.trust import read_root  # noqa: PLC0415 (only here)

        policy = read_root(read_file(Path(options.get("--root") or ""))).policy
    with opened(options) as record:
        wrong = list(
            audit(record, parse=None if "--quick" in options else read_state, guard=guard, policy=policy)
        )
        count = record.log.size
    for line in wrong:
        print(clean(line))
    whole = Text(
        f"{count} log entries: everything is as it was.", f"Записей в журнале: {count}. Всё как было."
    )
    broken = Text(f"{len(wrong)} things are wrong.", f"Не так: {len(wrong)}.")
    print((broken if wrong else whole).say(lang), file=sys.stderr)
    return 3 if wrong else 0
