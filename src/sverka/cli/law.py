"""Usage: sverka law [OPTIONS]
       sverka law lint [FOLDER]

What follows in law from standing on a list, or from a tie to a listed organisation. The
rules come with Sverka; each names its article, dates, sources and how sure it is. Nothing
you answer is stored or sent. This is not legal advice.

Without options you choose from a list and are asked at most eight questions; Enter means
"I don't know". `sverka law lint` is for authors of rules: it checks a folder of them.

Options:
  --status WORDS    what concerns you, separated by commas, e.g. left_country,was_fined
                    (never a name; --statuses prints the words there are)
  --answers FILE    statuses, ties and answers as JSON (docs/rules.md); - is standard input
  --date DATE       the day to apply the rules to (default: today)
  --state RU|BY     whose law (default: that of the statuses, else Russia)
  --all             also name the rules that are not in force on that day
  --no-sources      leave out the sources
  --json            answer in JSON
  --statuses        print the statuses, ties and questions and stop
  --bundle FILE     look organisations up in this file of lists
  --lang ru|en      language of the answer

Examples:
  sverka law
  sverka law --status left_country --lang en
  sverka law --answers mine.json --json

Exit status: 0 done, 2 wrong usage, 3 rules cannot be read or trusted (lint: complaints),
130 interrupted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from .. import law
from ..errors import Lang, SverkaError, Text, UsageError
from ..model import Listing
from ._law_ask import converse, converse_ties, settle
from ._options import Options, help_page, read_options
from ._terminal import be_tolerant, width

HELP_RU = """\
Как пользоваться: sverka law [ПАРАМЕТРЫ]
                  sverka law lint [ПАПКА]

Что по закону следует из записи в перечне или из связи с организацией из перечня. Правила
поставляются со Сверкой; у каждого указаны статья, даты, источники и надёжность. Ваши ответы
не сохраняются и не отправляются. Это не юридическая консультация.

Без параметров вы выбираете из списка и отвечаете не более чем на восемь вопросов; Enter —
«не знаю». `sverka law lint` — для авторов правил: проверяет папку с ними.

Параметры:
  --status СЛОВА    что вас касается, через запятую, например left_country,was_fined
                    (никогда не имя; все слова печатает --statuses)
  --answers ФАЙЛ    статусы, связи и ответы в JSON (docs/rules.md); - это ввод
  --date ДАТА       на какой день применить правила (по умолчанию сегодня)
  --state RU|BY     чей закон (по умолчанию — по статусам, иначе российский)
  --all             назвать и правила, которые на этот день не действуют
  --no-sources      без источников
  --json            ответ в JSON
  --statuses        напечатать статусы, связи и вопросы и закончить
  --bundle ФАЙЛ     искать организации в этом файле списков
  --lang ru|en      язык ответа

Примеры:
  sverka law
  sverka law --status left_country
  sverka law --answers mine.json --json

Код выхода: 0 готово, 2 ошибка в команде, 3 правила не читаются (lint: есть замечания),
130 прервано.
"""

OPTIONS = {
    "--status": True,
    "--answers": True,
    "--date": True,
    "--state": True,
    "--all": False,
    "--no-sources": False,
    "--json": False,
    "--statuses": False,
    "--bundle": True,
    "-h": False,
    "--help": False,
}
RULES = Path(__file__).parent.parent / "data" / "rules.json"


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    be_tolerant()
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    if options.rest[:1] == ["lint"]:
        return _lint(options.rest[1:])
    if options.rest:
        raise UsageError(
            Text("Names are not taken from the command line.", "Имена в командной строке не принимаются."),
            Text("Run `sverka law` and answer its questions.", "Запустите `sverka law` и ответьте."),
        )
    pack = open_pack()
    if "--statuses" in options:
        _show_words(pack, lang)
        return 0
    today = _day(options.get("--date"))
    request = _request(pack, options, today, lang)
    answer = law.answers_json(pack, request | {"everything": "--all" in options})
    if "--json" in options:
        print(json.dumps(answer, ensure_ascii=False, indent=2))
    else:
        sys.stdout.write(law.plain(answer, lang, width=width(), sources="--no-sources" not in options))
    return 0


def open_pack() -> law.Pack:
    """The rules that came with this Sverka.

    Raises: TrustError if they cannot be read.
    """
    try:
        return law.Pack.from_json(RULES.read_text("utf-8"))
    except OSError:
        return law.Pack.from_json("")


def explain(pack: law.Pack, listings: Sequence[Listing], today: date, lang: Lang) -> None:
    """Ask what can change something, then print what being listed so means; for `sverka check`."""
    entries = [listing.entry for listing in listings]
    statuses = dict.fromkeys(name for entry in entries for name in law.for_listing(pack, entry))
    request = _asked(list(statuses), today, lang) | {"known": law.known_from(entries, today)}
    _tell(pack, converse(pack, request, None), lang)


def explain_ties(pack: law.Pack, listings: Sequence[Listing], today: date, lang: Lang) -> None:
    """The same for somebody tied to a listed organisation, with its dates from the listing."""
    request = converse_ties(pack, listings, _asked([], today, lang))
    if request["ties"]:
        _tell(pack, request, lang)


def _tell(pack: law.Pack, request: dict[str, Any], lang: Lang) -> None:
    sys.stdout.write("\n" + law.plain(law.answers_json(pack, request), lang, width=width()))


def _asked(statuses: list[str], today: date, lang: Lang, state: str = "") -> dict[str, Any]:
    return {
        "lang": lang,
        "today": today.isoformat(),
        "state": state,
        "statuses": statuses,
        "ties": [],
        "answers": {},
    }


def _request(pack: law.Pack, options: Options, today: date, lang: Lang) -> dict[str, Any]:
    """What is known before the rules are applied: from a file, from the options, or by asking."""
    words = [word.strip() for word in (options.get("--status") or "").split(",") if word.strip()]
    state = (options.get("--state") or "").upper()
    candidates = [law.statuses_of(pack, word) for word in words]
    if sys.stdin.isatty() and not options.get("--answers"):
        named = [status.id for found in candidates for status in settle(found, lang)]
    else:
        named = [law.status_of(pack, word).id for word in words]
    request = _asked(named, today, lang, state)
    source = options.get("--answers")
    if source:
        given = _read_answers(source)
        given["statuses"] = [*request["statuses"], *(given.get("statuses") or [])]
        return request | given | {"lang": lang, "today": given.get("today") or today.isoformat()}
    if sys.stdin.isatty():
        return converse(pack, request, options.get("--bundle"), choose=not words)
    if not words:
        raise UsageError(
            Text("There is nobody to ask.", "Спросить некого."),
            Text(
                "Say --status or --answers, or run it at a terminal.",
                "Укажите --status или --answers либо запустите в терминале.",
            ),
        )
    return request


def _read_answers(source: str) -> dict[str, Any]:
    try:
        data = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
        given = json.loads(data)
        if isinstance(given, dict):
            return given
    except (OSError, ValueError, RecursionError):
        pass
    raise UsageError(
        Text("The answers cannot be read.", "Ответы не читаются."),
        Text("They are one JSON object; see docs/rules.md.", "Нужен один объект JSON; см. docs/rules.md."),
    )


def _day(text: str | None) -> date:
    if not text:
        return date.today()  # noqa: DTZ011 (the day on the reader's own calendar)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            Text("--date needs a day such as 2026-11-23.", "Для --date нужен день, например 2026-11-23."),
        ) from None


def _show_words(pack: law.Pack, lang: Lang) -> None:
    for status in law.words(pack):
        print(f"{status.tie or status.id:28} {status.id:34} {status.label.say(lang)}")
    print()
    for question in pack.questions.values():
        print(f"{question.id:34} {question.kind:8} {question.scope:8} {question.ask.say(lang)}")


def _lint(arguments: list[str]) -> int:
    from ..release.rules import RuleError  # noqa: PLC0415 (needs PyYAML; the rest of the command does not)
    from ..release.rules_lint import lint  # noqa: PLC0415

    folder = Path(arguments[0] if arguments else "data/rules")
    if not (folder / "schema.json").is_file():
        raise UsageError(
            Text("There are no rules in that folder.", "В этой папке нет правил."),
            Text(
                "It holds schema.json, questions.yaml, statuses.yaml and one folder a state.",
                "В ней лежат schema.json, questions.yaml, statuses.yaml и по папке на государство.",
            ),
        )
    try:
        complaints = lint(folder, today=_day(None))
    except RuleError as error:
        complaints = list(error.complaints)
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} complaints", file=sys.stderr)
    return SverkaError.exit_status if complaints else 0
