"""What this device trusts, and reading a release from a folder or an address."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from ..bundle.trust import Head
from ..bundle.verify import Release
from ..errors import Lang, Text, UsageError
from ..record.disk import RealDisk
from ..release.install import Fetch
from ._lists import SHIPPED, installed

OLD_DAYS = 45  # the lists are published weekly; beyond this an answer may miss many names


def home_disk() -> RealDisk:
    """The folder `sverka update` keeps, created if need be."""
    folder = installed().parent
    folder.mkdir(parents=True, exist_ok=True)
    return RealDisk(folder)


def shipped_root() -> bytes | None:
    """The root that came with the program; None while there is none."""
    path = SHIPPED.parent / "root.note"
    return path.read_bytes() if path.is_file() else None


def fetcher(source: str) -> Fetch:
    """Reads a release's files from a folder or an address. Raises UsageError if there is no such folder."""
    if source.startswith(("https://", "http://")):
        from ..collect.door import fetch_file  # noqa: PLC0415 (the one door to the network)

        return lambda path: fetch_file(source.rstrip("/") + "/" + path)
    folder = Path(source)
    if not folder.is_dir():
        raise UsageError(
            Text(f"There is no folder {source}.", f"Папки {source} нет."),
            Text("Give the folder of a release, or its address.", "Укажите папку выпуска или его адрес."),
        )

    def read(path: str) -> bytes | None:
        file = folder / path
        return file.read_bytes() if file.is_file() else None

    return read


def describe(release: Release, head: Head, lang: Lang) -> str:
    """What was accepted: day, each list's state, and how old it is."""
    lines = [
        Text(
            f"Release of {release.day}, SHA-256 {release.sha256}",
            f"Выпуск от {release.day}, SHA-256 {release.sha256}",
        )
    ]
    lines += [
        Text(f"  {name}: as of {day}", f"  {name}: на {day}") for name, day in sorted(release.as_of.items())
    ]
    if head.time:
        seen = datetime.fromtimestamp(head.time, UTC).strftime("%Y-%m-%d")
        lines.append(
            Text(
                f"Confirmed by the witnesses on {seen}; the log has {head.checkpoint.size} entries.",
                f"Подтверждено свидетелями {seen}; записей в журнале: {head.checkpoint.size}.",
            )
        )
    age = (datetime.now(UTC).date() - datetime.fromisoformat(release.day).date()).days
    if age > OLD_DAYS:
        lines.append(
            Text(
                f"THESE LISTS ARE {age} DAYS OLD. They are genuine, but newer names are not in them.",
                f"ЭТИМ СПИСКАМ {age} ДН. Они подлинные, но новых имён в них нет.",
            )
        )
    return "\n".join(line.say(lang) for line in lines)


def show_fingerprint(fingerprint: str, lang: Lang) -> None:
    """Name the root that would have to be trusted, for comparing with another source."""
    groups = " ".join(fingerprint[i : i + 8] for i in range(0, 64, 8))
    print(
        Text(f"Fingerprint of the keys: {groups}", f"Отпечаток ключей: {groups}").say(lang), file=sys.stderr
    )
