"""Usage: sverka bundle build --from DIR --out FILE
       sverka bundle refresh FILE --out FILE
       sverka bundle inspect FILE

`build` reads official files and writes the one file of lists that `sverka check` looks
in. DIR holds the files of each list in a folder of the list's name, at any depth
(`ru-foreign-agents/`, `ru-undesirable/`; also `foreign_agents/`, `undesirable/`), or
under names such as foreign-agents-2026-07-16.json, undesirable-orgs-..., extremist-orgs-...,
terrorist-orgs-.... The date of a state is read from the file or its name. A file that is
not what it should be is refused with the reason; nothing of it is used.
The same files give the same bytes.

`refresh` keeps the listings of a file of lists, with their history, and makes its index,
name statistics, facts and rules anew, as this version of Sverka has them.

`inspect` shows what a file of lists holds, and its SHA-256.

Examples:
  sverka bundle build --from official-files --out ru.svk
  sverka bundle refresh ru.svk --out newer.svk
  sverka bundle inspect ru.svk

Exit status: 0 built from every file, 1 built, but files were refused, 2 wrong usage,
3 nothing could be built, or the file cannot be read or trusted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..bundle import Bundle
from ..errors import Lang, SverkaError, Text, UsageError
from ..model import Snapshot
from ._lists import map_file
from ._options import Options, help_page, read_options
from ._terminal import clean, table

if TYPE_CHECKING:
    from ..release.assemble import Source

HELP_RU = """\
Как пользоваться: sverka bundle build --from ПАПКА --out ФАЙЛ
                  sverka bundle refresh ФАЙЛ --out ФАЙЛ
                  sverka bundle inspect ФАЙЛ

`build` читает официальные файлы и пишет один файл со списками, в котором ищет
`sverka check`. В ПАПКЕ файлы каждого списка лежат в папке с его именем, на любой глубине
(`ru-foreign-agents/`, `ru-undesirable/`; можно `foreign_agents/`, `undesirable/`), или
называются foreign-agents-2026-07-16.json, undesirable-orgs-..., extremist-orgs-...,
terrorist-orgs-.... Дата состояния берётся из файла или из его имени. Файл, который не
таков, каким должен быть, отвергается с объяснением, и ничего из него не берётся.
Из одних и тех же файлов выходят одни и те же байты.

`refresh` оставляет записи файла со списками вместе с их историей, а указатель, частоты имён,
сведения о списках и правила делает заново, какими их знает эта версия Сверки.

`inspect` показывает, что есть в файле со списками, и его SHA-256.

Примеры:
  sverka bundle build --from official-files --out ru.svk
  sverka bundle refresh ru.svk --out newer.svk
  sverka bundle inspect ru.svk

Код выхода: 0 собрано из всех файлов, 1 собрано, но часть файлов отвергнута, 2 ошибка в
команде, 3 собрать не из чего либо файл не читается или повреждён.
"""

OPTIONS = {"--from": True, "--out": True, "-h": False, "--help": False}
RULES = Path(__file__).parent.parent / "data" / "rules.json"  # compiled by tools/compile_rules.py


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    match options.rest:
        case ["build"]:
            return _build(options)
        case ["refresh", path]:
            return _refresh(Path(path), options)
        case ["inspect", path]:
            return _inspect(Path(path))
    raise UsageError(
        Text("Say `bundle build`, `bundle refresh FILE` or `bundle inspect FILE`.",
             "Нужно `bundle build`, `bundle refresh ФАЙЛ` или `bundle inspect ФАЙЛ`."),
        Text("`sverka bundle --help` has examples.", "Примеры: `sverka bundle --help`."),
    )


def _build(options: Options) -> int:
    # Building needs the readers of official files; inspecting does not.
    from ..release.assemble import assemble, find_sources, read_sources  # noqa: PLC0415

    folder, out = options.get("--from"), options.get("--out")
    if not folder or not out:
        raise UsageError(Text("`build` needs --from DIR and --out FILE.",
                              "Для `build` нужны --from ПАПКА и --out ФАЙЛ."))
    refused = 0
    root = Path(folder)

    def report(path: Path, result: Snapshot | SverkaError) -> None:
        nonlocal refused
        if isinstance(result, SverkaError):
            refused += 1
            print(f"refused   {path.relative_to(root)}: {result.problem.en}", file=sys.stderr)
        else:
            state = f"{result.list_id} as of {result.as_of}, {result.rows} rows"
            print(f"accepted  {path.relative_to(root)}: {state}", file=sys.stderr)

    sources = find_sources(root)
    print(f"{len(sources)} official files", file=sys.stderr)
    states = read_sources(_counted(sources), report)
    data = assemble(states, RULES.read_bytes())
    _keep(Path(out), data)
    return 1 if refused else 0


def _refresh(path: Path, options: Options) -> int:
    from ..release.assemble import refresh  # noqa: PLC0415 (inspecting does without)

    out = options.get("--out")
    if not out:
        raise UsageError(Text("`refresh` needs --out FILE.", "Для `refresh` нужен --out ФАЙЛ."))
    old = Bundle(map_file(path))
    old.verify()
    _keep(Path(out), refresh(old, RULES.read_bytes()))
    return 0


def _keep(path: Path, data: bytes) -> None:
    Bundle(data).verify()
    _write_whole(path, data)
    print(f"{path}: {len(data):,} bytes, SHA-256 {Bundle(data).sha256}")


def _counted(sources: list[Source]) -> Iterator[Source]:
    """The files one by one, with a line on a terminal that says how far the reading is."""
    for number, source in enumerate(sources, 1):
        if sys.stderr.isatty():
            print(f"\r\x1b[Kreading {number}/{len(sources)} {source.path.name}", end="", file=sys.stderr)
        yield source
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside, then rename: a build that fails leaves no half a file."""
    beside = path.with_name(path.name + ".new")
    beside.write_bytes(data)
    os.replace(beside, path)  # noqa: PTH105 (one call says what happens)


def _inspect(path: Path) -> int:
    bundle = Bundle(map_file(path))
    bundle.verify()
    rows = [("SHA-256", bundle.sha256), ("Unicode", bundle.unicode), ("population", bundle.population)]
    rows += [(name, f"{stored:,} bytes, {size:,} read") for name, (stored, size) in bundle.sizes.items()]
    print(table(rows))
    for facts in bundle.facts:
        span = bundle.spans[facts.id]
        print(f"\n{facts.id}: as of {bundle.as_of[facts.id]}, {bundle.entries[facts.id]} entries, "
              f"{len(span)} listings with history")
        for snapshot in bundle.snapshots:
            if snapshot.list_id == facts.id:
                form = f"{snapshot.form:<6} {snapshot.rows:>5} rows"
                print(clean(f"  {snapshot.as_of}  {form}  {snapshot.sha256}"))
    return 0
