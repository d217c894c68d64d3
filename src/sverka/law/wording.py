"""The fixed words around the rules, in both languages."""

from __future__ import annotations

from typing import Final

from ..errors import Text

NOT_ADVICE: Final = Text(
    "This is not legal advice: a reading of public sources, checked by no lawyer. Before you act, ask one.",
    "Это не юридическая консультация, а пересказ открытых источников; юрист его не проверял. "
    "Прежде чем действовать, спросите юриста.",
)
NOTHING_KEPT: Final = Text(
    "Nothing you answered is stored or sent.", "Ваши ответы не сохраняются и никуда не отправляются."
)
AS_OF: Final = Text(
    "Rules as of {as_of}, applied to {today}.", "Правила собраны на {as_of}, применены на {today}."
)
SOURCES_CAUTION: Final = Text(
    "Sources are named as evidence, not as an invitation to open, quote or forward them: some publishers are "
    "themselves on these lists, and their addresses are left out. From inside Russia, think before "
    "opening any.",
    "Источники названы как доказательство, а не приглашение открывать, цитировать или пересылать их: часть "
    "издателей сама внесена в перечни, их адреса не печатаются. Находясь в России, подумайте, "
    "прежде чем открывать.",
)
HELP_TITLE: Final = Text(
    "Where independent legal help is to be found", "Где искать независимую юридическую помощь"
)
HELP_CAUTION: Final = Text(
    "Some well-known helpers have been put on the lists of extremist or undesirable organisations "
    "and are therefore not named here. Check any organisation in these lists before you write to it.",
    "Некоторые известные правозащитные проекты внесены в перечни экстремистских или нежелательных "
    "организаций и "
    "потому здесь не названы. Прежде чем писать в любую организацию, проверьте её по этим же перечням.",
)
UNKNOWABLE: Final = Text("What cannot be known", "Чего узнать нельзя")
UNKNOWABLE_LEAD: Final = Text(
    "These lists and databases exist or are reported, and nobody outside can look into them. Not being found "
    "elsewhere says nothing about them.",
    "Эти перечни и базы существуют или о них сообщалось, но заглянуть в них снаружи нельзя. Если вас нет в "
    "других перечнях, о них это ничего не говорит.",
)
BILLS: Final = Text(
    "Bills and drafts: not law as far as is known", "Законопроекты: насколько известно, не закон"
)
EVERYBODY: Final = Text("For everybody, not only for you", "Касается всех, не только вас")
NOT_BY_ANSWERS: Final = Text("Does not apply, going by your answers", "По вашим ответам не применяется")
NOT_IN_FORCE: Final = Text("Not in force on this date", "На эту дату не действует")
WITHHELD: Final = Text(
    "Not shown: last checked more than a year ago", "Не показано: проверено больше года назад"
)
WITHHELD_LINE: Final = Text(
    "{article}: last checked {day}. Look for a newer pack of rules, or ask a lawyer about this article.",
    "{article}: проверено {day}. Нужен более новый набор правил, либо спросите юриста об этой статье.",
)
NOTHING: Final = Text(
    "No rule in this pack follows from what you named. That is not a promise that nothing follows.",
    "Ни одно правило этого набора не следует из того, что вы указали. Это не обещание, что последствий нет.",
)
NO_STATUS: Final = Text("nothing in particular", "ничего особого")
YOU_NAMED: Final = Text("You named: {what}.", "Вы указали: {what}.")
LEFT_OPEN: Final = Text(
    "Unanswered questions that could change this: {count}.",
    "Неотвеченных вопросов, способных это изменить: {count}.",
)

STATE: Final = {
    "applies": Text("applies", "применяется"),
    "cannot_tell": Text("cannot tell", "сказать нельзя"),
    "does_not_apply": Text("does not apply", "не применяется"),
    "not_in_force": Text("not in force", "не действует"),
}
UNCONFIRMED: Final = {
    ("applies", "bill"): Text("would concern you", "коснулось бы вас"),
    ("cannot_tell", "bill"): Text("might concern you", "могло бы вас коснуться"),
    ("applies", "adopted_not_confirmed"): Text("applies if in force", "применяется, если действует"),
}
NORM: Final = {
    "in_force": Text("in force", "действует"),
    "adopted_not_confirmed": Text(
        "adopted, entry into force not confirmed", "принято, вступление не подтверждено"
    ),
    "superseded": Text("superseded", "утратило силу"),
    "bill": Text("a bill, not law", "законопроект, не закон"),
    "practice": Text("practice, not a norm", "практика, не норма"),
    "unknown": Text("state of the norm unknown", "состояние нормы неизвестно"),
}
PREFIX: Final = {
    "adopted_not_confirmed": Text(
        "Adopted, not confirmed in force:", "Принято, вступление в силу не подтверждено:"
    ),
    "bill": Text("A bill, not law:", "Законопроект, не закон:"),
}
"""First words of every text whose norm is not known to be law; the linter insists on them."""

CERTAINTY: Final = {
    "full": Text("sources agree, nothing left open", "источники сходятся, открытых вопросов нет"),
    "partial": Text("core seen in sources, details open", "суть есть в источниках, детали открыты"),
    "none": Text("not confirmed", "не подтверждено"),
}
CAUTION: Final = {
    "undesirable": Text(
        "publisher on the list of undesirable organisations; address left out",
        "издатель в перечне нежелательных организаций; адрес не печатается",
    ),
    "extremist": Text(
        "publisher on the list of extremist organisations; address left out",
        "издатель в перечне экстремистских организаций; адрес не печатается",
    ),
    "foreign_agent": Text(
        "publisher on the register of foreign agents", "издатель в реестре иностранных агентов"
    ),
    "mirror": Text("read on a copy; address left out", "прочитано на копии сайта; адрес не печатается"),
}

FROM: Final = Text("in force from {day}", "действует с: {day}")
FROM_BETWEEN: Final = Text("began between {first} and {last}", "начало действия между {first} и {last}")
FOUND_FROM: Final = Text("known from {day}", "известно с: {day}")
FROM_UNKNOWN: Final = Text("start not known", "начало действия неизвестно")
UNTIL: Final = Text("until {day}", "до: {day}")
SEEN: Final = Text("last seen valid {day}", "в последний раз подтверждено: {day}")
CHECKED: Final = Text("sources read {day}", "источники прочитаны: {day}")
STALE: Final = Text("STALE: last checked {days} days ago", "УСТАРЕЛО: проверено {days} дн. назад")
BECAUSE: Final = Text("Because", "Потому что")
CHANGES: Final = Text("What would change it", "Что это изменит")
DEPENDS: Final = Text("It depends on", "Зависит от ответа")
SURE: Final = Text("Certainty", "Надёжность")
OPEN: Final = Text("Not checked", "Не проверено")
CONFLICT: Final = Text("Sources differ", "Источники расходятся")
SOURCES: Final = Text("Sources", "Источники")
UNDATED: Final = Text("undated", "без даты")
ABOUT: Final = Text("Concerns", "Касается")
START_UNKNOWN: Final = Text(
    "the exact day on which this starts or ends is not in the sources",
    "точного дня начала или конца действия в источниках нет",
)
OVERRIDDEN: Final = Text(
    "a special rule takes its place: {rule}", "вместо него действует особое правило: {rule}"
)
IF_NOT: Final = Text("if {what}", "если {what}")
MORE_EXACT: Final = Text("a more exact date: {what}", "более точная дата: {what}")
NO_LISTING: Final = Text("being taken off the list ({what})", "исключение из перечня ({what})")
ONLY_LAW: Final = Text("only a change of the law or of practice", "только изменение закона или практики")
NOT_BEFORE: Final = Text("{what}: {day}, not before {bound}", "{what}: {day}, не раньше, чем {bound}")
BEFORE: Final = Text("{what}: {day}, before {bound}", "{what}: {day}, раньше, чем {bound}")
WERE_NOT_BEFORE: Final = Text("if it had not been before {bound}", "если бы это было не раньше, чем {bound}")
WERE_BEFORE: Final = Text("if it had been before {bound}", "если бы это было раньше, чем {bound}")
