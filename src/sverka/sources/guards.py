"""What a sound file looks like: beside its list's bounds, and beside the state before it.

Each guard compares a handful of counts and stops the import with one sentence; nothing is
mended. `2024-06-15.json` is the model: a scraper that counted columns met a new one, and 190
exclusion dates were gone while every row still looked right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ..errors import Text
from ..model import Entry, Snapshot
from .facts import Bounds, bounds
from .refusal import AGAIN, quoted, refused

# A share may move by this much between two states unless the facts file says otherwise; one
# row more or less of a small list is not a jump, hence the least number of rows.
DRIFT = 0.08
LEAST_ROWS = 4
FIELDS = ("listed_on", "published_on", "removed_on", "legal_basis", "birth_year", "inn", "ogrn", "domains",
          "handles", "members", "decisions", "country", "category", "digest")
_TITLES = {
    "listed_on": Text("date of inclusion", "дата включения"),
    "published_on": Text("date of publication", "дата опубликования"),
    "removed_on": Text("date of exclusion", "дата исключения"),
    "legal_basis": Text("legal basis", "основание включения"),
    "birth_year": Text("date of birth", "дата рождения"),
    "inn": Text("INN of organisations", "ИНН организаций"),
    "ogrn": Text("OGRN", "ОГРН"),
    "domains": Text("domains", "домены"),
    "handles": Text("channels", "каналы"),
    "members": Text("members", "участники"),
    "decisions": Text("decisions", "решения"),
    "country": Text("country", "страна"),
    "category": Text("kind", "тип"),
}
_Counted = tuple[Mapping[str, int], Snapshot]
_YEAR = timedelta(days=365)


def guard(snapshot: Snapshot, previous: Snapshot | None) -> None:
    """Refuse a state that cannot be a whole, sound state of its list.

    Args:
        previous: the last accepted state; None checks the state by itself.
    Raises: SourceError saying which count or row is wrong, with the numbers.
    """
    limits = bounds(snapshot.list_id)
    _numbers(snapshot, limits)
    _dates(snapshot)
    _list_itself(snapshot, limits)
    _size(snapshot, limits)
    _shares(snapshot, limits)
    if previous is not None:
        _against(snapshot, previous, limits)


def _numbers(now: Snapshot, limits: Bounds) -> None:
    """One number, one entry; and no hole where the list has none."""
    seen: dict[tuple[str, str], Entry] = {}
    for entry in now.entries:
        key = (_section(entry), entry.number)
        if entry.number and (other := seen.setdefault(key, entry)) is not entry:
            raise refused(
                f"The number {entry.number} names two entries: {other.place.where} and {entry.place.where}.",
                f"Номер {entry.number} у двух записей: {other.place.where} и {entry.place.where}.",
            )
    if now.form not in limits.contiguous or not now.entries:
        return
    held = sorted(int(entry.number) for entry in now.entries if entry.number.isdigit())
    missing = sorted(set(range(1, held[-1] + 1)) - set(held)) if held else []
    if missing:
        raise refused(
            f"{len(missing)} of the numbers 1–{held[-1]} are missing, the first is {missing[0]}: cut short?",
            f"Из номеров 1–{held[-1]} нет {len(missing)}, первый из них {missing[0]}: файл обрезан?", AGAIN)


def _section(entry: Entry) -> str:
    return entry.category if entry.list_id == "ru-rosfinmonitoring" else ""


def _dates(now: Snapshot) -> None:
    """Nothing is excluded before it was included, nor dated after the state itself."""
    for entry in now.entries:
        if entry.listed_on and entry.removed_on and entry.removed_on < entry.listed_on:
            raise refused(
                f"{entry.place.where}: excluded on {entry.removed_on}, before inclusion ({entry.listed_on}).",
                f"{entry.place.where}: исключение {entry.removed_on} раньше включения {entry.listed_on}.")
        for day in (entry.listed_on, entry.removed_on, entry.published_on):
            # A day's slack: the portal's clock is Moscow's, the copy's name may be another's.
            if day and not date(1990, 1, 1) <= day <= now.as_of + timedelta(days=7):
                raise refused(
                    f"{entry.place.where}: the date {day} does not fit a state of {now.as_of}.",
                    f"{entry.place.where}: дата {day} не вяжется с состоянием на {now.as_of}.")


def _list_itself(now: Snapshot, limits: Bounds) -> None:
    """The list's own oldest entries are there, where nothing but them tells which list it is."""
    if now.form == "names-json" and limits.first and not any(
        words in entry.official_name for words in limits.first for entry in now.entries
    ):
        oldest = quoted(limits.first[0], 50)
        raise refused(
            f"None of this list's oldest entries is there (such as “{oldest}”): another list's file?",
            f"Нет ни одной из старейших записей списка (например, «{oldest}»): файл другого списка?")


def _size(now: Snapshot, limits: Bounds) -> None:
    if not now.entries:
        raise refused("There is not one entry in it.", "В нём нет ни одной записи.", AGAIN)
    if limits.never_shrinks and (not limits.same_rows or now.form in limits.same_rows):
        known = [rows for day, rows in limits.sizes if day <= now.as_of]
        if known and len(now.entries) < max(known):
            count = len(now.entries)
            raise refused(
                f"{count} rows, but this list had {max(known)} already and never gets shorter: cut short?",
                f"Строк {count}, а в этом списке уже было {max(known)}, и короче он не становится.", AGAIN)


def _shares(now: Snapshot, limits: Bounds) -> None:
    filled = filled_fields(now.entries)
    for field, (low, high) in limits.shares.items():
        if field not in now.states:
            continue
        share = filled[field] / now.rows
        if not low <= share <= high:
            title = _title(field)
            raise refused(
                f"“{title.en}” is filled in {filled[field]} of {now.rows} rows ({share:.0%}); "
                f"this list has {low:.0%} to {high:.0%}.",
                f"«{title.ru}» заполнено в {filled[field]} из {now.rows} строк ({share:.0%}); "
                f"в этом списке бывает от {low:.0%} до {high:.0%}.")


def filled_fields(entries: Iterable[Entry]) -> Counter[str]:
    """Field -> entries that state it."""
    filled: Counter[str] = Counter()
    for entry in entries:
        filled.update(field for field in FIELDS if getattr(entry, field) not in (None, "", ()))
    return filled


def _against(now: Snapshot, before: Snapshot, limits: Bounds) -> None:
    if before.list_id != now.list_id:
        raise refused(f"The previous state is one of “{before.list_id}”.",
                      f"Предыдущее состояние относится к «{before.list_id}».")
    if now.as_of < before.as_of:
        raise refused(f"The state of {now.as_of} is older than the previous one of {before.as_of}.",
                      f"Состояние на {now.as_of} старше предыдущего на {before.as_of}.")
    years = (now.as_of - before.as_of) / _YEAR
    if now.form == before.form or {now.form, before.form} <= set(limits.same_rows):
        _rows(now, before, limits, years)
    _gone(now, before, limits)
    _removals(now, before, limits, years)
    _drift(now, before, limits)
    if now.form == before.form:
        _columns(now, before, limits)


def _rows(now: Snapshot, before: Snapshot, limits: Bounds, years: float) -> None:
    lost = max(limits.lost_rows, int(limits.lost_share * before.rows))
    # Entries, not rows: copies of the list of materials have rows that hold the end of another.
    count, earlier = len(now.entries), len(before.entries)
    least = earlier - lost
    most = earlier + limits.slack_rows + int(limits.growth_a_year * years * earlier)
    if not least <= count <= most:
        raise refused(
            f"{count} rows after {earlier} on {before.as_of}; expected {least} to {most}.",
            f"Строк {count} после {earlier} на {before.as_of}; ожидалось от {least} до {most}.", AGAIN)


def _gone(now: Snapshot, before: Snapshot, limits: Bounds) -> None:
    """Numbers that were there and are not, and numbers that now name somebody else."""
    if not (limits.never_shrinks and _numbered(now) and _numbered(before)):
        return
    held = {entry.number: entry for entry in now.entries}
    gone = [entry.number for entry in before.entries if entry.number not in held]
    if len(gone) > max(limits.lost_rows, int(limits.lost_share * before.rows)):
        raise refused(
            f"{len(gone)} entries of {before.as_of} are gone, the first is number {gone[0]}.",
            f"Исчезли записи, бывшие на {before.as_of}: {len(gone)}, первая под номером {gone[0]}.", AGAIN)
    moved = [entry.number for entry in before.entries if (other := held.get(entry.number))
             and not _words(entry) & _words(other)]
    if len(moved) > max(LEAST_ROWS, before.rows // 50):
        raise refused(
            f"{len(moved)} numbers name other entries than on {before.as_of}, the first is {moved[0]}: "
            "are the rows or columns shifted?",
            f"Под {len(moved)} номерами другие записи, чем на {before.as_of}, первый {moved[0]}: "
            "не сдвинуты ли строки или столбцы?")


def _words(entry: Entry) -> set[str]:
    """The longer words of an entry's names: two states of one entry share some."""
    words = {word for name in entry.names for word in re.findall(r"\w{4,}", name.text.casefold())}
    return words or {entry.digest}


def _numbered(state: Snapshot) -> bool:
    return all(entry.number for entry in state.entries)


def _removals(now: Snapshot, before: Snapshot, limits: Bounds, years: float) -> None:
    if "removed_on" not in now.states & before.states:
        return
    count, earlier = filled_fields(now.entries)["removed_on"], filled_fields(before.entries)["removed_on"]
    most = earlier + limits.new_removals + int(limits.removals_a_year * years * before.rows)
    if not earlier - limits.lost_removals <= count <= most:
        raise refused(
            f"{count} exclusions after {earlier} on {before.as_of}; "
            f"expected {earlier - limits.lost_removals} to {most}.",
            f"Исключений {count} после {earlier} на {before.as_of}; "
            f"ожидалось от {earlier - limits.lost_removals} до {most}.")
    standing = {_identity(entry) for entry in now.entries if entry.removed_on is None}
    back = [entry for entry in before.entries if entry.removed_on and _identity(entry) in standing]
    if now.form == before.form and len(back) > limits.lost_removals:
        first, day = back[0].place.where, before.as_of
        raise refused(f"{len(back)} entries excluded on {day} are not any more, such as {first}.",
                      f"Исключённых на {day} и больше не исключённых: {len(back)}, например {first}.")


def _identity(entry: Entry) -> tuple[str, str]:
    return entry.number, "" if entry.number else f"{entry.official_name} {entry.listed_on}"


def _drift(now: Snapshot, before: Snapshot, limits: Bounds) -> None:
    """No field's share of filled rows jumps between two states that both state it."""
    count, earlier = filled_fields(now.entries), filled_fields(before.entries)
    fields = [f for f in FIELDS if f in now.states & before.states and f != "removed_on"]
    _compare(fields, (count, now), (earlier, before), limits.drift)


def _columns(now: Snapshot, before: Snapshot, limits: Bounds) -> None:
    """The same for every column of one form, those included whose cells are dropped."""
    both = [title for title in now.filled if title in before.filled]
    _compare(both, (now.filled, now), (before.filled, before), limits.drift)


def _compare(fields: Iterable[str], now: _Counted, before: _Counted,
             allowed: Mapping[str, tuple[float, float]]) -> None:
    rows, former_rows, day = now[1].rows, max(1, before[1].rows), before[1].as_of
    for field in fields:
        share, former = now[0].get(field, 0) / rows, before[0].get(field, 0) / former_rows
        fall, rise = allowed.get(field, (DRIFT, DRIFT))
        moved = abs(share - former) * rows
        if moved > LEAST_ROWS and not former - fall <= share <= former + rise:
            title = _title(field)
            raise refused(f"“{title.en}” is filled in {share:.0%} of the rows, after {former:.0%} on {day}.",
                          f"«{title.ru}» заполнено в {share:.0%} строк, а на {day} было {former:.0%}.")


def _title(field: str) -> Text:
    return _TITLES.get(field) or Text(quoted(field, 50), quoted(field, 50))
