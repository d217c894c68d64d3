"""Build the page: the same check in a browser, offline, from a stick or a static host.

Usage: sverka page build --bundle FILE --out DIR [--root FILE] [--proof FILE]
                         [--pyodide DIR] [--no-snapshot]

Writes two forms of the same page into DIR:
  sverka-YYYY-MM-DD.html   one file for a USB stick or a mail; opens without a network
  folder/                  for any static host; works offline after the first visit

  --bundle FILE    the file of lists to put into the page
  --out DIR        where to write; made if it is not there
  --root FILE      the root.note that is trusted; the lists must then be signed under it
  --proof FILE     the proof of the lists (default: FILE.tlog-proof, if --root is given)
  --pyodide DIR    the unpacked npm package `pyodide` of the version in package-lock.json
                   (default: web/node_modules/pyodide, where ./run setup puts it)
  --no-snapshot    leave out the prepared memory: a smaller page that starts more slowly

Nothing is fetched. The same input gives the same bytes.

Examples:
  sverka page build --bundle lists.svk --out public
  sverka page build --bundle lists.svk --out public --pyodide ~/node_modules/pyodide

Exit status: 0 built, 2 wrong usage, 3 the lists or the runtime cannot be trusted.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import Lang, Text, UsageError
from ..release import page

HELP_RU = """Собрать страницу: та же проверка в браузере, без сети, с флешки или с сайта.

Использование: sverka page build --bundle FILE --out DIR [--root FILE] [--proof FILE]
                                 [--pyodide DIR] [--no-snapshot]

В папку DIR записываются два вида одной страницы:
  sverka-ГГГГ-ММ-ДД.html   один файл для флешки или письма; открывается без сети
  folder/                  для любого сайта; после первого открытия работает без сети

  --bundle FILE    файл со списками, который войдёт в страницу
  --out DIR        куда записать; папка будет создана
  --root FILE      root.note, которому вы доверяете; списки должны быть подписаны под ним
  --proof FILE     доказательство списков (по умолчанию FILE.tlog-proof, если дан --root)
  --pyodide DIR    распакованный пакет npm `pyodide` версии из package-lock.json
                   (по умолчанию web/node_modules/pyodide, куда его кладёт ./run setup)
  --no-snapshot    без готового снимка памяти: страница меньше, но запускается дольше

Из сети ничего не берётся. Из одних и тех же данных получаются одни и те же байты.

Примеры:
  sverka page build --bundle lists.svk --out public
  sverka page build --bundle lists.svk --out public --pyodide ~/node_modules/pyodide

Код завершения: 0 собрано, 2 неверный вызов, 3 спискам или движку нельзя доверять.
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise UsageError(Text(f"{message}.", f"Неверный вызов: {message}."),
                         Text("See `sverka page --help`.", "Справка: `sverka page --help`."))


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(Text(f"{path} cannot be read.", f"Файл {path} не читается.")) from error


def run(argv: list[str], lang: Lang) -> int:
    """Build both forms of the page and say what they weigh."""
    if not argv or "--help" in argv or "-h" in argv:
        print((HELP_RU if lang == "ru" else __doc__ or "").strip())
        return 0 if argv else 2
    parser = _Parser(add_help=False)
    parser.add_argument("action", choices=["build"])
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--root", type=Path)
    parser.add_argument("--proof", type=Path)
    parser.add_argument("--pyodide", type=Path, default=page.find_pyodide())
    parser.add_argument("--no-snapshot", action="store_true")
    args = parser.parse_args(argv)
    signature = None
    if args.root or args.proof:
        proof = args.proof or Path(f"{args.bundle}.tlog-proof")
        signature = page.Signature(_read(args.root or args.bundle.parent / "root.1.note"), _read(proof))
    built = page.build(_read(args.bundle), args.out, args.pyodide,
                       snapshot=not args.no_snapshot, signature=signature)
    for path in (built.single, built.folder / "index.html"):
        print(f"{path}  {path.stat().st_size / 1e6:.1f} MB")
    return 0
