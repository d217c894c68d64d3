"""Usage: sverka lists [--json] [--bundle FILE]

Show which official lists are on this computer, as of when, how many entries each has,
what is known to be missing from them, and which lists exist but cannot be checked.

Examples:
  sverka lists
  sverka lists --lang ru

Exit status: 0 done, 2 wrong usage, 3 the lists cannot be read or trusted.
"""

from __future__ import annotations

from datetime import date

from ..bundle import Bundle
from ..check import list_states, texts
from ..check.answer import say_lists, say_warnings
from ..check.plain import plain_closed, plain_list
from ..check.wording import say_date
from ..errors import Lang, Text
from ._lists import open_lists
from ._options import help_page, read_options
from ._terminal import bold, table, wrap

HELP_RU = """\
Как пользоваться: sverka lists [--json] [--bundle ФАЙЛ]

Показывает, какие официальные списки есть на этом компьютере, на какую дату, сколько в
каждом записей, чего в них заведомо нет и какие списки существуют, но проверить их нельзя.

Примеры:
  sverka lists
  sverka lists --lang ru

Код выхода: 0 готово, 2 ошибка в команде, 3 списки не читаются или повреждены.
"""

OPTIONS = {"--json": False, "--bundle": True, "-h": False, "--help": False}
LABELS = {
    "id": Text("id", "id"), "keeper": Text("kept by", "ведёт"), "law": Text("under", "по закону"),
    "address": Text("published", "публикуется"), "gaps": Text("missing", "чего нет"),
}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    bundle = open_lists(options.get("--bundle"))
    today = date.today()  # noqa: DTZ011 (the day on the reader's own calendar)
    if "--json" in options:
        import json  # noqa: PLC0415 (a table does without)

        print(json.dumps({
            "bundle": bundle.sha256,
            "lists": [plain_list(state, lang) for state in list_states(bundle, today)],
            "not_covered": [plain_closed(closed, lang) for closed in bundle.closed],
        }, ensure_ascii=False, indent=2))
    else:
        _show(bundle, today, lang)
    return 0


def _show(bundle: Bundle, today: date, lang: Lang) -> None:
    label = {key: text.say(lang) for key, text in LABELS.items()}
    states = list_states(bundle, today)
    for state, line in zip(states, say_lists(states, lang), strict=True):
        facts = state.facts
        rows = [(label["id"], facts.id), (label["keeper"], facts.keeper.say(lang)),
                (label["law"], "; ".join(facts.legal_basis)), (label["address"], facts.address)]
        rows += [(label["gaps"] if not i else "", gap.say(lang)) for i, gap in enumerate(facts.gaps)]
        print(bold(wrap(line)))
        print(table(rows, "  ") + "\n")
    warnings = say_warnings(states, lang)
    if warnings:
        print(bold(texts.OLD_HEADING.say(lang)))
        print("\n".join(wrap(line, "  ", "    ") for line in warnings))
        print(wrap(texts.OLD_FIX.say(lang), "  ") + "\n")
    if bundle.closed:
        print(bold(texts.CLOSED_HEADING.say(lang)))
    for closed in bundle.closed:
        reported = f" ({_day(closed.reported_on, lang)})" if closed.reported_on else ""
        print(wrap(f"{closed.title.say(lang)} ({closed.keeper.say(lang)})", "  ", "    "))
        print(wrap(f"{closed.reported.say(lang)}{reported} {closed.source}", "      "))


def _day(text: str, lang: Lang) -> str:
    try:
        return say_date(date.fromisoformat(text), lang)
    except ValueError:  # "2025-11" and the like
        return text
