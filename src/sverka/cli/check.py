"""Usage: sverka check [OPTIONS] [FILE]

Look for a person or an organisation in the official lists on this computer. Nothing is
sent anywhere and nothing is written down.

Without FILE the name is asked for. Names are never taken from the command line itself,
where other programs and the shell's history would see them. FILE (or - for standard
input) holds one subject a line:

  Name; birth year or date; other or former names
  org: Name; other names, INN or OGRN, domain or channel

All after the name may be left out. Lines that begin with # are passed over. JSON is read
too (docs/json.md). Any alphabet, any order of words, initials, missing patronymic will do.

Options:
  -o, --organisation   ask for an organisation; lines of FILE are organisations
  --json               answer in JSON (docs/json.md)
  --all                show faint likenesses too
  --limit NUMBER       matches shown of each subject (10 unless said otherwise)
  --bundle FILE        look in this file of lists instead of the installed one
  --max-age DAYS       refuse to answer from lists older than this
  --lang ru|en         language of the answer

Examples:
  sverka check
  sverka check -o --lang ru
  sverka check people.txt --json

Exit status: 0 no match, 1 matches to look at, 2 wrong usage, 3 lists cannot be read or
trusted (or are older than --max-age), 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date

from ..bundle import Bundle
from ..check import ListState, Standing, check, list_states, texts
from ..check.standing import LIMIT, MOST
from ..errors import Lang, Text, TrustError, UsageError
from ._answer import show_answer
from ._lists import open_lists
from ._options import Options, help_page, read_options
from ._subjects import agrees, ask, from_file

HELP_RU = """\
Как пользоваться: sverka check [ПАРАМЕТРЫ] [ФАЙЛ]

Ищет человека или организацию в официальных списках, которые лежат на этом компьютере.
Ничего никуда не отправляется и нигде не записывается.

Без ФАЙЛА имя спрашивается. В самой командной строке имена не принимаются: там их видят
другие программы и история команд. В ФАЙЛЕ (или во вводе, если указано -) по одному
человеку или организации на строку:

  Имя; год или дата рождения; другие или прежние имена
  org: Название; другие названия, ИНН или ОГРН, домен или канал

Всё после имени можно не указывать. Строки, которые начинаются с #, пропускаются.
Читается и JSON (docs/json.md). Годится любой алфавит, любой порядок слов, инициалы, имя
без отчества.

Параметры:
  -o, --organisation   спросить об организации; в строках ФАЙЛА — организации
  --json               ответ в JSON (docs/json.md)
  --all                показать и слабые сходства
  --limit ЧИСЛО        сколько совпадений показать для каждого (без него 10)
  --bundle ФАЙЛ        искать в этом файле списков вместо установленного
  --max-age ДНИ        не отвечать, если списки старше
  --lang ru|en         язык ответа

Примеры:
  sverka check
  sverka check -o --lang ru
  sverka check people.txt --json

Код выхода: 0 совпадений нет, 1 есть на что посмотреть, 2 ошибка в команде, 3 списки не
читаются, повреждены или старше --max-age, 130 прервано.
"""

OPTIONS = {"-o": False, "--organisation": False, "--json": False, "--all": False, "--limit": True,
           "--bundle": True, "--max-age": True, "-h": False, "--help": False}


def run(argv: list[str], lang: Lang) -> int:
    """Run the command; see the module for its options and exit status."""
    options = read_options(argv, OPTIONS)
    if "-h" in options or "--help" in options:
        print(help_page(__doc__, HELP_RU, lang))
        return 0
    organisation = "-o" in options or "--organisation" in options
    today = date.today()  # noqa: DTZ011 (the day on the reader's own calendar)
    max_age = options.number("--max-age")
    bundle = open_lists(options.get("--bundle"))
    states = list_states(bundle, today)
    _refuse_old(states, max_age)
    typed = not options.rest and sys.stdin.isatty()
    subjects = ([(0, ask(lang, organisation=organisation))] if typed
                else from_file(options.rest, organisation=organisation))
    limit = _limit(options)
    standings = [check(bundle, subject, today=today, faint="--all" in options, limit=limit)
                 for _, subject in subjects]
    if "--json" in options:
        _show_json(bundle, standings, [line for line, _ in subjects], today, lang)
    else:
        show_answer(standings, states, bundle.closed, lang, hint=not typed)
        if typed:
            _offer_meaning(bundle, standings[0], today, lang)
    worth_a_look = (f.match.verdict != "unlikely" for s in standings for f in s.findings)
    return 1 if any(worth_a_look) else 0


def _limit(options: Options) -> int:
    limit = options.number("--limit")
    if limit is None:
        return LIMIT
    if not 1 <= limit <= MOST:
        raise UsageError(Text(f"--limit is between 1 and {MOST}.", f"--limit — от 1 до {MOST}."))
    return limit


def _refuse_old(states: tuple[ListState, ...], max_age: int | None) -> None:
    oldest = max((state.age_days for state in states), default=0)
    if max_age is not None and oldest > max_age:
        raise TrustError(
            Text(f"The lists are up to {oldest} days old; the limit is {max_age}. No name was checked.",
                 f"Возраст списков — до {oldest} дн., предел — {max_age}. Ни одно имя не проверялось."),
            Text(f"Run `sverka update FOLDER`, or accept old lists with --max-age {oldest}.",
                 f"Выполните `sverka update ПАПКА` или согласитесь на старые списки: --max-age {oldest}."),
        )


def _offer_meaning(bundle: Bundle, standing: Standing, today: date, lang: Lang) -> None:
    """After a match at the prompt: what it would mean in law, if the asker wants to know."""
    from ..check.meaning import open_pack, statuses  # noqa: PLC0415 (most checks end without a match)

    listings = [finding.listing for finding in standing.findings if not finding.member]
    found = list(dict.fromkeys(status for listing in listings for status in statuses(bundle, listing)))
    organisation = standing.subject.kind == "organisation"
    meant = bundle.rules_json and (found or (organisation and listings))
    if not meant or not agrees(texts.OFFER_MEANING.say(lang)):
        return
    from .law import explain, explain_ties  # noqa: PLC0415 (as above)

    if organisation:  # whoever asks of an organisation is rarely it, and often tied to it
        explain_ties(open_pack(bundle), listings, today, lang)
    else:
        explain(open_pack(bundle), listings, today, lang)


def _show_json(bundle: Bundle, standings: Sequence[Standing], lines: Sequence[int], today: date,
               lang: Lang) -> None:
    import json  # noqa: PLC0415 (a check in words does without)

    from ..check.plain import plain_answer  # noqa: PLC0415

    answer = plain_answer(bundle, standings, list_states(bundle, today), today, lang)
    for plain, line in zip(answer["subjects"], lines, strict=True):
        plain["line"] = line
    print(json.dumps(answer, ensure_ascii=False, indent=2))
