"""Sentences for the evidence that is not about the words of a person's name; `explain` speaks them."""

from __future__ import annotations

from ..errors import Text

REASONS: dict[str, Text] = {
    "birth_year.same": Text("The birth year is the same: {left}.", "Совпадает год рождения: {left}."),
    "birth_year.near": Text(
        "The birth years are a year apart: {left} and {right}. Lists and people make such slips.",
        "Годы рождения отличаются на один: {left} и {right}. Такие ошибки бывают и в списках."),
    "birth_year.slip": Text(
        "The birth years differ in a digit: {left} and {right}. It may be a slip or another person.",
        "Годы рождения отличаются одной цифрой: {left} и {right}. Это опечатка или другой человек."),
    "birth_year.differs": Text(
        "The birth year differs: {left} and {right}. This speaks for another person.",
        "Год рождения другой: {left} и {right}. Похоже, это другой человек."),
    "name.together": Text("These parts of a name often go together, so they say a little less than apart.",
                          "Эти части имени часто идут вместе, поэтому говорят чуть меньше."),
    "name.rare": Text("Together these parts are rarer than each alone.",
                      "Вместе эти части имени встречаются реже, чем порознь."),
    **{f"{part}.slip": Text("One letter differs, perhaps a slip: {left} and {right}.",
                            "Отличается одна буква, возможно, опечатка: {left} и {right}.")
       for part in ("surname", "given", "patronymic", "name")},
    "sex.differs": Text("The name in the list is that of a person of the other sex.",
                        "Имя в списке принадлежит человеку другого пола."),
    "region.same": Text("The region is the same: {left}.", "Совпадает регион: {left}."),
    "region.near": Text("The regions are neighbours: {left} and {right}. This says nothing either way.",
                        "Регионы соседние: {left} и {right}. Это ничего не говорит ни за, ни против."),
    "region.differs": Text("The region differs: {left} and {right}. People move, so it says little.",
                           "Регион другой: {left} и {right}. Люди переезжают, это мало что значит."),
    "id.same": Text("The registration number is the same: {left}.",
                    "Совпадает регистрационный номер: {left}."),
    "address.same": Text("The address is the same: {left}.", "Совпадает адрес в сети: {left}."),
    "word.missing": Text("Only one of the two names has the word {one}. This speaks against.",
                         "Слово {one} есть только в одном из названий. Это говорит против."),
    "word.near": Text("A word is almost the same: {left} and {right}.",
                      "Слово почти совпадает: {left} и {right}."),
    "name.differs": Text("Each name has words of its own: {left} and {right}.",
                         "В каждом названии есть свои слова: {left} и {right}."),
    "name.near": Text("The whole name is one letter away: {left} and {right}.",
                      "Название отличается на одну букву: {left} и {right}."),
    "name.whole": Text("No word is left over on either side.", "Ни в одном из названий нет лишних слов."),
    "form.same": Text("The legal form is the same.", "Совпадает организационная форма."),
    "form.differs": Text("The legal form differs. Lists often err here.",
                         "Организационная форма другая. В списках здесь часто ошибаются."),
    "unit.differs": Text("One of the names is that of a branch, not of the whole body.",
                         "Одно из названий — отделение, а не вся организация."),
    "acronym.same": Text("The first letters agree: {left} and {right}. Others may have the same.",
                         "Совпадают первые буквы: {left} и {right}. Такие же могут быть и у других."),
}
