"""Usage: sverka collect [LIST...] [--record DIR] [--proxy ADDRESS] [--ca FILE] [--base ADDRESS]
       sverka collect LIST --from FILE... [--by NAME] [--url ADDRESS] [--at TIME] [--as-of DATE]

Fetch the official lists and keep what came in the record: the bytes, the headers, the
certificate, and when. A failed or partial answer is kept as a failure, never as an empty list.

Without LIST all six are fetched. The ministries' sites answer only some countries: --proxy
names a proxy (http:// or socks5://). The portal forgets a certificate; it is fetched from where
the site's own says, or read from --ca. --base fetches from a mirror. --from takes files that
somebody obtained by hand. --roots names a file of further trusted certificates. A site that says
nothing has changed is left alone; --again asks anyway.

Examples:
  sverka collect --record sverka-record --proxy socks5://127.0.0.1:9050
  sverka collect ru-undesirable --from saved.json --by "a reader in Kazan"

Exit status: 0 all fetched or unchanged, 2 wrong usage, 3 something failed or was refused.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from ..collect.fetch import Fetcher, Settings, conditions_of
from ..collect.places import PLACES, Place, moved
from ..errors import Lang, SverkaError, Text, UsageError
from ..model import ListId
from ..record.capture import Exchange
from ..record.keeper import Record
from ..sources import guard, parse
from ._options import Options, help_page, read_options
from ._record import opened, tell
from ._terminal import be_tolerant
from .record import _add as add_files

HELP_RU = """\
Как пользоваться: sverka collect [СПИСОК...] [--record ПАПКА] [--proxy АДРЕС] [--ca ФАЙЛ] [--base АДРЕС]
                  sverka collect СПИСОК --from ФАЙЛ... [--by ИМЯ] [--url АДРЕС] [--at ВРЕМЯ] [--as-of ДАТА]

Скачать официальные списки и сохранить в записи всё, что пришло: байты, заголовки,
сертификат и время. Неудача или половина ответа сохраняется как неудача, а не как пустой список.

Без СПИСКА скачиваются все шесть. Сайты ведомств отвечают не всем странам: --proxy укажет
прокси (http:// или socks5://). Портал забывает один сертификат; он берётся по адресу из
сертификата сайта или из --ca. --base берёт с зеркала. --from принимает файлы, полученные кем-то
вручную. --roots: файл с другими доверенными сертификатами. Если сайт говорит, что ничего не
менялось, он оставлен в покое; --again спросит всё равно.

Примеры:
  sverka collect --record sverka-record --proxy socks5://127.0.0.1:9050
  sverka collect ru-undesirable --from saved.json --by "читатель из Казани"

Код выхода: 0 всё получено или не менялось, 2 ошибка в команде, 3 что-то не вышло или отвергнуто.
"""

OPTIONS = {
    "--record": True,
    "--proxy": True,
    "--ca": True,
    "--roots": True,
    "--base": True,
    "--from": True,
    "--by": True,
    "--url": True,
    "--at": True,
    "--as-of": True,
    "--again": False,
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
    if options.get("--from"):
        name, *more = options.rest or [""]
        options.rest[:] = ["add", name, options.get("--from") or "", *more]
        return add_files(options, lang)
    lists = options.rest or list(PLACES)
    for name in lists:
        if name not in PLACES:
            raise UsageError(
                Text(f"No address is known for {name}.", f"Для {name} адрес не известен."),
                Text("Known: " + ", ".join(PLACES), "Известны: " + ", ".join(PLACES)),
            )
    failed = 0
    with opened(options, create=True, write=True) as record:
        for name in lists:
            base = options.get("--base")
            place = moved(PLACES[name], base) if base else PLACES[name]
            failed += not _collect(record, name, place, options, lang)
    return 3 if failed else 0


def _settings(options: Options, name: str) -> Settings:
    ca, roots = options.get("--ca"), options.get("--roots")
    return Settings(
        options.get("--proxy") or "",
        Path(ca) if ca else None,
        Path(roots) if roots else None,
        sleep=time.sleep,
        tell=lambda text: tell(f"{name}: {text}"),
    )


def _collect(record: Record, name: str, place: Place, options: Options, lang: Lang) -> bool:
    """Fetch one list into the record; False if it failed."""
    at = datetime.now(UTC)
    asked = {} if "--again" in options else _conditions(record, name, place)
    fetched = Fetcher(_settings(options, name)).fetch(place, asked)
    if fetched.unchanged:
        tell(f"{name}: unchanged since the last time")
        return True
    stamp = at.strftime("%Y-%m-%dT%H:%M:%SZ")
    proxy, by = options.get("--proxy") or "", options.get("--by") or ""
    if not fetched.failure:
        try:
            snapshot = parse(name, fetched.payload, name=f"{name}-{at:%Y-%m-%d}.{place.suffix}")
            guard(snapshot, None)
        except SverkaError as error:
            fetched = replace(fetched, payload=b"", failure=error.problem.en)
        else:
            new = record.add(fetched.payload, snapshot, fetched.obtained(place, at=stamp, by=by, proxy=proxy))
            record.settle(guard)
            tell(f"{name}: {'added' if new else 'had'}, as of {snapshot.as_of}, {snapshot.rows} rows")
            return _is_sound(record, snapshot.sha256)
    path = record.add_failure(name, fetched.obtained(place, at=stamp, by=by, proxy=proxy))
    said = Text(
        f"{name}: failed: {fetched.failure} (kept as {path})",
        f"{name}: не вышло: {fetched.failure} (сохранено: {path})",
    )
    tell(said.say(lang))
    return False


def _is_sound(record: Record, sha256: str) -> bool:
    row = next(row for row in record.store.snapshots() if row["sha256"] == sha256)
    if row["set_aside"]:
        tell(f"set aside: {row['set_aside']}")
    return not row["set_aside"]


def _conditions(record: Record, name: str, place: Place) -> dict[str, str]:
    """What the newest capture's answer said of itself, for a file; the portal knows no such thing."""
    rows = record.store.snapshots(ListId(name))
    if place.kind != "file" or not rows:
        return {}
    from ..record.capture import answer_headers  # noqa: PLC0415 (only here)

    headers = answer_headers(record.disk.read(rows[-1]["capture"]))
    return conditions_of((Exchange(place.url, b"", response_headers=headers),))
