"""Evidence as sentences for somebody who is afraid and is no specialist.

Every kind of evidence that `compare` yields is in `KINDS`; docs/matching.md prints the same table.
No number of bits appears: it means nothing to the reader.
"""

from __future__ import annotations

from ..errors import Lang, Text
from ..model import Evidence
from .reasons import REASONS
from .regions import by_code

_PART = {
    "surname": Text("surname", "фамилия"), "given": Text("first name", "имя"),
    "patronymic": Text("patronymic", "отчество"), "initial": Text("initial", "инициал"),
    "particle": Text("small word", "частица"), "name": Text("part of the name", "часть имени"),
    "word": Text("word", "слово"),
}
_HOW = {
    "same": Text("The {part} is the same: {left}.", "Совпадает {part}: {left}."),
    "form": Text("The {part} is the same in another form: {left} and {right}.",
                 "Совпадает {part}, только в другой форме: {left} и {right}."),
    "case": Text("One {part} may be the other in another case, or another name: {left} and {right}.",
                 "Это может быть одно имя в разных падежах, а могут быть и разные: {left} и {right}."),
    "spelling": Text("The {part} is the same, spelled another way: {left} and {right}.",
                     "Совпадает {part}, только записано по-другому: {left} и {right}."),
    "near": Text("The {part} is almost the same, perhaps a slip or another person: {left} and {right}.",
                 "Почти совпадает {part}: {left} и {right}. Это может быть и опечатка, и другой человек."),
    "equivalent": Text("The {part} is the same name in another language: {left} and {right}.",
                       "Совпадает {part} на другом языке: {left} и {right}."),
    "short": Text("One {part} is a short form of the other: {left} and {right}.",
                  "Здесь {part} в полной и краткой форме: {left} и {right}."),
    "initial": Text("The first letter of the {part} agrees: {left} and {right}.",
                    "Первая буква подходит ({part}): {left} и {right}."),
    "differs": Text("The {part} differs: {left} and {right}. This speaks for another person.",
                    "Не совпадает {part}: {left} и {right}. Похоже, это другой человек."),
    "missing": Text("Only one of the two names states a {part}: {one}. This says little.",
                    "Только в одном из имён указано: {part} {one}. Это почти ни о чём не говорит."),
}
_WHOLE = {
    "name.doubt": Text(
        "The rest agrees, but people alike in all but one part of the name are often relatives.",
                       "Остальное сходится, но при одной несовпавшей части это часто родственники."),
    "keyboard.layout": Text(
        "The name seems to be typed with the wrong keyboard layout and was read the other way.",
                            "Похоже, имя набрано в другой раскладке клавиатуры; оно прочитано в правильной."),
    "script.weak": Text("The name is in a script that leaves out vowels, so the comparison is rough.",
                        "Имя записано письмом, где гласные почти не пишутся, поэтому ответ неточен."),
    "name.cut": Text("The name is very long; only its first words were compared.",
                "Имя очень длинное; сравнивались только первые слова."),
}

KINDS: dict[str, Text] = {
    **{f"{part}.{how}": text for part in _PART for how, text in _HOW.items()},
    **_WHOLE,
    **REASONS,
}


def explain(evidence: Evidence, lang: Lang) -> str:
    """One plain sentence for one line of evidence; a kind from elsewhere comes out as its two sides."""
    template = KINDS.get(evidence.kind)
    if template is None:
        return " – ".join(side for side in (evidence.left, evidence.right) if side)
    part = _PART.get(evidence.kind.partition(".")[0])
    if evidence.kind.startswith("region."):
        here, there = (_region(code, lang) for code in (evidence.left, evidence.right))
        return template.say(lang).format(left=here, right=there)
    return template.say(lang).format(
        part=part.say(lang) if part else "", left=_quote(evidence.left, lang), right=_quote(evidence.right,
            lang),
        one=_quote(evidence.left or evidence.right, lang))


def _region(code: str, lang: Lang) -> str:
    known = by_code().get(code)
    return known.name.say(lang) if known else _quote(code, lang)


def _quote(text: str, lang: Lang) -> str:
    return f"«{text}»" if lang == "ru" else f"“{text}”"
