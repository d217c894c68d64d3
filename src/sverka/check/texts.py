"""Every sentence of an answer, in both languages; shared by the terminal and the page.

Two rules hold for all of them: a match is a question and never an answer, and not being
found is never called safety.
"""

from __future__ import annotations

from ..errors import Text

QUESTION = Text("This is a question, not an answer: only you can tell whether you are meant.",
                "Это вопрос, а не ответ: только вы можете понять, о вас ли речь.")
QUESTION_OTHER = Text("This is a question, not an answer: only a human who knows more can tell.",
                      "Это вопрос, а не ответ: решить может только человек, который знает больше.")
FOUND_PERSON = Text("{count} with this name or a similar one:",
                    "С таким или похожим именем: {count}.")
FOUND_ORGANISATION = Text("{count} with this name or a similar one:",
                          "С таким или похожим названием: {count}.")
AT_LEAST = Text("at least {count}", "не меньше {count}")
MORE = Text("Only the {shown} likeliest are shown; {count} more: --limit NUMBER.",
            "Показаны только {shown} самых вероятных; ещё {count}: --limit ЧИСЛО.")
NOT_FOUND = Text("Not found in {lists} as of {date}.", "Не найдено в {lists} по состоянию на {date}")
NOT_FOUND_EACH = Text("Not found in {lists} as of {date} (the oldest of them; the date of each is below).",
                      "Не найдено в {lists} по состоянию на {date} (самый старый из них; "
                      "дата каждого — ниже).")
NOT_SAFE = Text(
    "This says only that the name is not in these lists. It cannot rule out a later entry, or a list "
    "that nobody outside can see.",
    "Это значит лишь, что в этих списках такого имени нет. Запись могла появиться позже или быть в "
    "списке, которого снаружи не видно.",
)
FAINT = Text("{count} with a faint likeness left out (--all shows them).",
             "Не показано из-за слабого сходства: {count} (покажет --all).")

LISTS_HEADING = Text("Looked in", "Где искали")
LIST_LINE = Text("{title}: state of {date}, {count}", "{title}: состояние на {date}, {count}")
OLD_HEADING = Text("WARNING: these lists are old. Whoever was added later is not in them.",
                   "ВНИМАНИЕ: списки старые. Внесённых позже здесь нет.")
OLD_LINE = Text("{title}: {age} old, usually changes every {cadence}",
                "{title}: прошло {age}, а меняется обычно раз в {cadence}")
OLD_FIX = Text("Newer lists: sverka update FOLDER", "Обновить списки: sverka update ПАПКА")
CLOCK = Text(
    "WARNING: by this computer's clock, {title} is from the future ({date}). Check the clock.",
    "ВНИМАНИЕ: по часам этого компьютера, {title} из будущего ({date}). Проверьте часы.",
)
CLOSED_HEADING = Text("Not covered: these exist, or are reported to, and cannot be checked here",
                      "Не охвачено: эти списки есть (или о них сообщали), но здесь их не проверить")
CLOSED_MORE = Text("What is known of each: sverka lists", "Что о них известно: sverka lists")

LABELS = {
    "list": Text("list", "список"),
    "number": Text("number", "номер"),
    "listed_on": Text("listed on", "внесено"),
    "status": Text("status", "состояние"),
    "legal_basis": Text("legal basis", "основание"),
    "birth_year": Text("born in", "год рождения"),
    "alike": Text("compared", "сравнение"),
    "namesakes": Text("namesakes", "тёзки"),
    "chance": Text("same person?", "это тот же человек?"),
    "chance_organisation": Text("same one?", "та же организация?"),
}
NO_DATE = Text("no date in the file at hand", "в имеющемся файле даты нет")
STILL = Text("on the list as of {date}", "в списке по состоянию на {date}")
REMOVED = Text("REMOVED from the list on {date}", "ИСКЛЮЧЕНО из списка {date}")
GONE = Text("on the list as of {date}; the file of {newest} does not show it: removed, or left out there",
            "в списке на {date}; в файле от {newest} этой записи нет: её исключили или в файл не внесли")
MEMBER = Text("Listed as a member, inside the entry of this organisation.",
              "Указано как участник, внутри записи этой организации.")
SAME_WORDS = Text("The same words: {words}.", "Совпадают слова: {words}.")
OTHER_NAME = Text("Matched another name in the entry: {name}", "Совпало другое имя в записи: {name}")

NAMESAKES = {
    "nobody": Text("Probably nobody else in {where} has this name.",
                   "Скорее всего, в {where} больше никого так не зовут."),
    "few": Text("Perhaps {low}–{high} people in {where} have this name; the listing is one of them.",
                "Возможно, так зовут {low}–{high} чел. в {where}; в записи — один из них."),
    "many": Text("About {expected} in {where} have this name ({low}–{high}); the listing is one of them.",
                 "Примерно {expected} в {where} носят это имя ({low}–{high}); в записи — один из них."),
}
RUSSIA = Text("Russia", "России")
LOCAL_NAMESAKES = {
    "nobody": Text("Nobody else of them lives {where}, probably.",
                   "Из них {where}, скорее всего, больше никто не живёт."),
    "few": Text("Of these perhaps {low}–{high} live {where}.",
                "Из них {where} — возможно, {low}–{high} чел."),
    "many": Text("Of these about {expected} live {where} ({low}–{high}).",
                 "Из них {where} — примерно {expected} ({low}–{high})."),
}
ANYWHERE = Text("The list does not say where the listed person lives, so the chance counts all of them.",
                "Где живёт человек из списка, там не сказано, поэтому вероятность считается по всем.")
NO_REGION = Text(
    "The region was not understood and is not used. Write it as a region of Russia: RU-DA, Dagestan, Moscow.",
    "Регион не разобран и не учтён. Укажите регион России: Дагестан, Московская обл., СПб, RU-DA.")

OFFER_MEANING = Text("If a listing does mean you: shall we go through what follows in law? [y/N]",
                     "Если речь всё-таки о вас: показать, что из этого следует по закону? [д/Н]")
MEANING = Text("What a listing means in law, and what a tie to a listed organisation does: sverka law",
               "Что запись в списке или связь с организацией из списка значит по закону: sverka law")
