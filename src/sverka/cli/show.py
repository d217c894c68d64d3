"""Usage: sverka show [--json] [--bundle FILE] LIST [NUMBER]

Show one listing and its history: what the list stated, when it was first and last seen,
and every change since, silent ones marked. Without NUMBER: every entry of the list, a
line each. NUMBER is the list's own; where a list has none, the key that `sverka show
LIST` prints.

Examples:
  sverka show ru-foreign-agents 1
  sverka show ru-undesirable | less

Exit status: 0 done, 2 no such list or number, 3 the lists cannot be read or trusted.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..bundle import Bundle
from ..check import ListState, list_states
from ..check.answer import entry_rows
from ..check.plain import plain_listing
from ..check.wording import say_date
from ..errors import Lang, Text, UsageError
from ..model import Change, Listing
from ._lists import open_lists
from ._options import Options, help_page, read_options
from ._terminal import bold, clean, table, wrap

HELP_RU = """\
Как пользоваться: sverka show [--json] [--bundle ФАЙЛ] СПИСОК [НОМЕР]

Показывает запись и её историю: что сказано в списке, когда она впервые и в последний раз
замечена, все изменения; незаметные правки отмечены. Без НОМЕРА — все записи списка, по
строке на каждую. НОМЕР — тот, что в самом списке; где номеров нет — ключ, который
печатает `sverka show СПИСОК`.

Примеры:
  sverka show ru-foreign-agents 1
  sverka show ru-undesirable | less

Код выхода: 0 готово, 2 нет такого списка или номера, 3 списки не читаются или повреждены.
"""

OPTIONS = {"--json": False, "--bundle": True, "-h": False, "--help": False}
LABELS = {
    "names": Text("names", "имена"), "members": Text("members", "участники"),
    "decisions": Text("decisions", "решения"), "domains": Text("sites", "сайты"),
    "category": Text("kind", "вид"), "seen": Text("seen", "замечено"), "source": Text("source", "источник"),
    "history": Text("History", "История"),
}
SEEN = Text("first in the state of {first}, last in that of {last}",
            "впервые в состоянии на {first}, в последний раз — на {last}")
SOURCE = Text("{where} of the file with SHA-256 {sha256}", "{where} файла с SHA-256 {sha256}")
ANNOUNCED = Text("announced", "объявлено")
SILENT = Text("SILENT", "БЕЗ ОБЪЯВЛЕНИЯ")
EMPTY = Text("(nothing)", "(ничего)")
FIELDS = {
    "official_name": Text("name", "имя"), "names": Text("names", "имена"),
    "listed_on": Text("date of listing", "дата внесения"),
    "published_on": Text("date of publication", "дата публикации"),
    "removed_on": Text("date of removal", "дата исключения"),
    "legal_basis": Text("legal basis", "основание"), "birth_year": Text("birth year", "год рождения"),
    "members": Text("members", "участники"), "category": Text("kind", "вид"), "inn": Text("INN", "ИНН"),
    "ogrn": Text("OGRN", "ОГРН"), "domains": Text("sites", "сайты"), "handles": Text("channels", "каналы"),
    "decisions": Text("decisions", "решения"), "number": Text("number", "номер"),
    "country": Text("country", "страна"), "note": Text("note", "примечание"),
}
PLACES = (Text("page ", "страница "), Text("row ", "строка "), Text("line ", "строка "),
          Text("item ", "пункт "))
ACTIONS = {"added": Text("added", "внесено"), "removed": Text("gone from the list", "пропало из списка"),
           "edited": Text("edited", "изменено")}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    bundle = open_lists(options.get("--bundle"))
    today = date.today()  # noqa: DTZ011 (the day on the reader's own calendar)
    state, listings = _found(bundle, options, list_states(bundle, today))
    if "--json" in options:
        import json  # noqa: PLC0415 (a table does without)

        plain = [plain_listing(listing, state, lang) for listing in listings]
        print(json.dumps({"listings": plain}, ensure_ascii=False, indent=2))
    elif len(options.rest) == 1:
        for listing in listings:
            print(f"{listing.entry.number or listing.key}\t{clean(listing.entry.official_name)}")
    else:
        for listing in listings:
            _show(listing, state, lang)
    return 0


def _found(bundle: Bundle, options: Options,
           states: Sequence[ListState]) -> tuple[ListState, Sequence[Listing]]:
    if len(options.rest) not in (1, 2):
        raise UsageError(Text("`show` needs a list and a number.", "Для `show` нужны список и номер."),
                         Text("`sverka show --help` has examples.", "Примеры: `sverka show --help`."))
    state = next((state for state in states if state.facts.id == options.rest[0]), None)
    if state is None:
        ids = ", ".join(state.facts.id for state in states)
        raise UsageError(Text("There is no such list here.", "Такого списка здесь нет."),
                         Text(f"The lists are: {ids}.", f"Есть списки: {ids}."))
    span = bundle.spans[state.facts.id]
    positions = bundle.find(state.facts.id, options.rest[1]) if len(options.rest) > 1 else tuple(span)
    if not positions:
        raise UsageError(Text("The list has no entry with this number.", "Записи с таким номером нет."),
                         Text(f"`sverka show {state.facts.id}` prints every number.",
                              f"Все номера: `sverka show {state.facts.id}`."))
    if len(options.rest) == 1:
        return state, bundle.listings[span.start : span.stop]
    return state, [bundle.listings[i] for i in positions]


def _show(listing: Listing, state: ListState, lang: Lang) -> None:
    entry = listing.entry
    label = {key: text.say(lang) for key, text in LABELS.items()}
    gone = listing.last_seen if listing.last_seen < state.as_of else None
    rows = entry_rows(entry, state, lang, gone=gone)
    others = "; ".join(name.text for name in entry.names[1:] if name.kind != "member")
    more = (("category", entry.category), ("names", others), ("members", "; ".join(entry.members)),
            ("decisions", "; ".join(entry.decisions)),
            ("domains", ", ".join((*entry.domains, *entry.handles))))
    rows += [(label[key], text) for key, text in more if text]
    rows.append((label["seen"], SEEN.say(lang).format(first=say_date(listing.first_seen, lang),
                                                      last=say_date(listing.last_seen, lang))))
    where = _place(entry.place.where, lang)
    rows.append((label["source"], SOURCE.say(lang).format(where=where, sha256=entry.place.snapshot)))
    print(bold(wrap(clean(entry.official_name))))
    print(table(((name, clean(text)) for name, text in rows), "  "))
    if listing.changes:
        print("\n  " + label["history"])
        print("\n".join(_change(change, lang) for change in listing.changes))
    print()


def _place(where: str, lang: Lang) -> str:
    """`page 3, row 41` in the reader's language."""
    for word in PLACES:
        where = where.replace(word.en, word.say(lang))
    return where


def _change(change: Change, lang: Lang) -> str:
    field = FIELDS.get(change.field, Text(change.field, change.field)).say(lang)
    announced = (ANNOUNCED if change.announced else SILENT).say(lang)
    line = f"{say_date(change.known_on, lang)}: {ACTIONS[change.action].say(lang)} ({announced})"
    if change.field:
        empty = EMPTY.say(lang)
        line += f" — {field}: {change.before or empty} → {change.after or empty}"
    return wrap(clean(line), "    ", "      ")
