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
                        (default: today); --json
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

import json
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from ..errors import Lang, SverkaError, Text, UsageError
from ..model import Change, ListId
from ..record import diff, export
from ..record.audit import audit
from ..record.capture import Obtained
from ..sources import facts, guard, list_ids
from ._options import Options, help_page, read_options
from ._record import opened, progress, read_state, tell
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
                          (без них: сегодня); --json
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
        "status": _status,
        "history": _history,
        "diff": _diff,
        "changes": _changes,
        "as-of": _as_of,
        "verify": _verify,
        "export": _export,
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


def _arguments(options: Options, usage: str, least: int, most: int | None = None) -> list[str]:
    given = options.rest[1:]
    if len(given) < least or (most is not None and len(given) > most):
        raise UsageError(Text(f"Usage: sverka record {usage}", f"Как пользоваться: sverka record {usage}"))
    return given


def _day(options: Options, flag: str) -> date | None:
    text = options.get(flag)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise UsageError(
            Text(f"{flag} needs a date such as 2024-01-26.", f"Для {flag} нужна дата вида 2024-01-26.")
        ) from error


def _list_id(name: str) -> ListId:
    if name not in list_ids():
        known = ", ".join(list_ids())
        raise UsageError(
            Text(f"There is no list “{name}”.", f"Списка «{name}» нет."),
            Text(f"Known lists: {known}.", f"Известные списки: {known}."),
        )
    return ListId(name)


def _add(options: Options, lang: Lang) -> int:
    list_id, *files = _arguments(options, "add LIST FILE...", 2)
    name, as_of = _list_id(list_id), _day(options, "--as-of")
    at = options.get("--at") or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    refused, added = 0, {}
    with opened(options, create=True, write=True) as record:
        for number, path in enumerate(map(Path, files), 1):
            progress(f"{number}/{len(files)} {path.name}")
            try:
                data = _read(path)
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
        record.settle(guard)
        for row in record.store.snapshots(name):
            if row["set_aside"] and row["sha256"] in added:
                refused += 1
                tell(f"set aside {added[row['sha256']]}: {row['set_aside']}")
    return 3 if refused else 0


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            Text(f"{path} cannot be read: {error.strerror}.", f"{path} не читается: {error.strerror}.")
        ) from error


def _status(options: Options, _lang: Lang) -> int:
    _arguments(options, "status", 0, 0)
    with opened(options) as record:
        rows = [("list", "states", "set aside", "from", "to", "rows", "listings", "changes", "silent")]
        for list_id in record.store.lists():
            states = record.store.snapshots(list_id)
            changes = [c for _, _, c in record.store.changes(list_id)]
            rows.append(
                (
                    list_id,
                    str(len(states)),
                    str(sum(bool(s["set_aside"]) for s in states)),
                    states[0]["as_of"],
                    states[-1]["as_of"],
                    str(states[-1]["rows"]),
                    str(sum(1 for _ in record.store.listings(list_id))),
                    str(len(changes)),
                    str(sum(not c.announced for c in changes)),
                )
            )
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            cells = zip(row[1:], widths[1:], strict=True)
            print("  ".join([row[0].ljust(widths[0]), *(text.rjust(width) for text, width in cells)]))
        for state in record.store.snapshots():
            if state["set_aside"]:
                print(f"set aside: {state['list']} as of {state['as_of']}: {state['set_aside']}")
        for failure in record.store.failures():
            obtained = json.loads(failure["obtained"])
            print(f"failed: {failure['list']} at {obtained['at']}: {obtained['failure']}")
        print(f"log: {record.log.size} entries, root {record.log.head.root.hex()}")
        print(f"record: {record.store.fingerprint()}")
    return 0


def _history(options: Options, _lang: Lang) -> int:
    list_id, number = _arguments(options, "history LIST NUMBER", 2, 2)
    with opened(options) as record:
        found = record.store.history(_list_id(list_id), number)
        if not found:
            raise UsageError(
                Text(f"{list_id} never held number {number}.", f"В {list_id} номера {number} не было.")
            )
        for listing, _ in found:
            print(clean(listing.entry.official_name))
            print(f"  first seen {listing.first_seen}, last seen {listing.last_seen}")
            for change in listing.changes:
                print("  " + _line(change))
    return 0


def _line(change: Change) -> str:
    said = "" if change.announced else "  (silent)"
    what = (
        f"{change.field}: {change.before or '∅'} → {change.after or '∅'}"
        if change.field
        else change.after or change.before
    )
    states = f"[{change.earlier[:12] or 'first'} → {change.later[:12]}]"
    return clean(f"{change.known_on}  {change.action:7} {what}{said}  {states}")


def _diff(options: Options, _lang: Lang) -> int:
    a, b = _arguments(options, "diff A B", 2, 2)
    with opened(options) as record:
        states = [record.store.snapshot(name) for name in (a, b)]
    if states[0] is None or states[1] is None:
        raise UsageError(
            Text(
                "There is no such state; `sverka record status` and record.sqlite name them.",
                "Такого состояния нет; их называют `sverka record status` и record.sqlite.",
            )
        )
    for change in diff(states[0], states[1]):
        print(f"{change.key}: {_line(change)}")
    return 0


def _changes(options: Options, _lang: Lang) -> int:
    _arguments(options, "changes [--silent] [--json]", 0, 0)
    since = _day(options, "--since")
    with opened(options) as record:
        found = record.store.changes(
            options.get("--list") or "",
            silent="--silent" in options,
            since=since.isoformat() if since else "",
        )
        for list_id, name, change in found:
            if "--json" in options:
                print(json.dumps(export.change_as_json(list_id, name, change), ensure_ascii=False))
            else:
                print(f"{list_id} {change.key}: {_line(change)}")
    return 0


def _as_of(options: Options, _lang: Lang) -> int:
    (list_id,) = _arguments(options, "as-of LIST --valid DATE --known DATE", 1, 1)
    today = datetime.now(UTC).date()
    valid, known = _day(options, "--valid") or today, _day(options, "--known") or today
    with opened(options) as record:
        count = 0
        for _, entry in record.store.as_of(_list_id(list_id), valid=valid, known=known):
            count += 1
            if "--json" in options:
                print(json.dumps(export.entry_as_json(entry), ensure_ascii=False))
            else:
                print(clean(f"{entry.number:>6}  {entry.listed_on or '          '}  {entry.official_name}"))
    print(f"{count} on {list_id} on {valid}, as known on {known}", file=sys.stderr)
    return 0


def _verify(options: Options, lang: Lang) -> int:
    _arguments(options, "verify [--root FILE] [--quick]", 0, 0)
    policy = None
    if options.get("--root"):
        from ..bundle.trust import read_root  # noqa: PLC0415 (only here)

        policy = read_root(_read(Path(options.get("--root") or ""))).policy
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


def _export(options: Options, lang: Lang) -> int:
    (form,) = _arguments(options, "export ftm|csv|parquet|atom", 1, 1)
    chosen = options.get("--list")
    with opened(options) as record:
        lists = [_list_id(chosen)] if chosen else record.store.lists()
        listings = [x for name in lists for x in record.store.listings(name)]
        if form == "csv":
            data = export.to_csv(listings).encode()
        elif form == "parquet":
            data = export.to_parquet(listings)
        elif form == "ftm":
            titles = {name: facts(name).title.en for name in lists}
            data = "".join(export.to_ftm(listings, titles)).encode()
        elif form == "atom":
            data = export.to_atom(
                record.store.changes(chosen or ""),
                title="Sverka: " + ", ".join(lists),
                address="urn:sverka:" + record.log.origin,
            ).encode()
        else:
            raise UsageError(
                Text("export knows ftm, csv, parquet and atom.", "export умеет ftm, csv, parquet и atom.")
            )
    out = options.get("--out")
    if out:
        Path(out).write_bytes(data)
        return 0
    if sys.stdout.isatty() and form == "parquet":
        raise UsageError(
            Text("Parquet is not for the eye: add --out FILE.", "Parquet не для глаз: добавьте --out ФАЙЛ.")
        )
    sys.stdout.buffer.write(data)
    return 0
