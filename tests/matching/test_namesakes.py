"""Frequencies and namesakes, against what the tables are known to hold."""

from __future__ import annotations

import pytest

from sverka.matching import namesakes
from sverka.matching.frequency import commonness, rows
from sverka.matching.keys import population_key
from sverka.matching.namesakes import sentence
from sverka.model import Namesakes
from sverka.names import parse


def test_a_very_common_name_has_thousands_of_namesakes() -> None:
    """Order of magnitude of the commonest full names; every spelling counts alike."""
    cyrillic, latin = namesakes("Иванов Александр Сергеевич"), namesakes("Ivanov Aleksandr Sergeevich")
    assert 1_000 < cyrillic.expected < 5_000
    assert 0.6 < latin.expected / cyrillic.expected < 1.7
    assert cyrillic.low < cyrillic.expected < cyrillic.high


def test_a_rare_name_has_probably_none() -> None:
    """Expected far below one, and the sentence says so."""
    rare = namesakes("Буслаевчук Евлампий Нифонтович")
    assert rare.expected < 0.5
    assert sentence(rare, "en") == "Probably nobody else is called that."


def test_a_missing_part_counts_more_people() -> None:
    """Leaving out the patronymic can only widen the circle."""
    assert namesakes("Иванов Александр").expected > namesakes("Иванов Александр Сергеевич").expected
    assert namesakes("Иванов А. С.").expected >= namesakes("Иванов Александр").expected


def test_a_birth_year_narrows() -> None:
    """About one person in eighty is born in a given year."""
    all_years, one = namesakes("Иванов Иван"), namesakes("Иванов Иван", 1975)
    assert 40 < all_years.expected / one.expected < 150


def test_a_birth_year_counts_the_names_of_its_generation() -> None:
    """Кирилл is young and Николай old; the years of one name add up to about all who bear it."""
    young, old = namesakes("Кирилл", 2000), namesakes("Николай", 2000)
    assert young.expected > 1.5 * old.expected
    assert namesakes("Николай", 1955).expected > 10 * namesakes("Кирилл", 1955).expected
    for name in ("Кирилл", "Николай", "Анастасия", "Иванов Александр Сергеевич"):
        added = sum(namesakes(name, year).expected for year in range(1930, 2030))
        assert 0.75 < added / namesakes(name).expected < 1.33


def test_given_name_and_patronymic_come_and_go_together() -> None:
    """Young names go with the fathers of the young: Кирилл Иванович is rarer than the two shares say."""
    def lift(given: str, patronymic: str) -> float:
        return namesakes(f"Иванов {given} {patronymic}").expected / namesakes(f"Иванов {given}").expected

    assert lift("Кирилл", "Иванович") < 0.6 * lift("Николай", "Иванович")


@pytest.mark.parametrize(("form", "full", "own"), [
    ("Оксана", "Ксения", True), ("Искандер", "Александр", True), ("Муса", "Мария", True),
    ("Саша", "Александр", False), ("Микола", "Николай", False), ("Артем", "Артём", False),
])
def test_a_form_that_people_bear_counts_as_a_name(form: str, full: str, own: bool) -> None:
    """A name of its own has its own bearers; a short or foreign form those of the full one."""
    counted, other = namesakes(form).expected, namesakes(full).expected
    assert (abs(counted / other - 1) > 0.05) == own


def test_given_name_and_patronymic_are_not_independent() -> None:
    """Two names of one culture meet more often than chance: the mixture must raise the count."""
    def share(name: str) -> float:
        return namesakes(name).expected / namesakes(name).population

    joint = share("Магомед Магомедович")
    apart = share("Магомед") * share("Магомедович")
    assert joint > 4 * apart


def test_feminine_surname_counts_with_masculine() -> None:
    """Иванова and Иванов are one surname; a sexed given name halves nothing twice."""
    assert commonness("ivanav", "иванова", "surname") == commonness("ivanav", "иванов", "surname")
    assert namesakes("Иванова").expected == pytest.approx(namesakes("Иванов").expected)


@pytest.mark.parametrize(("expected", "ru", "en"), [
    (2290.0, "Так зовут примерно 2300 человек в России; в списке — один из них.",
     "About 2,300 people are called that in Russia; the listing is one of them."),
    (12_345.0, "Так зовут примерно 12\u00a0000 человек в России; в списке — один из них.",
     "About 12,000 people are called that in Russia; the listing is one of them."),
    (22.0, "Так зовут примерно 22 человека в России; в списке — один из них.",
     "About 22 people are called that in Russia; the listing is one of them."),
    (12.0, "Так зовут примерно 12 человек в России; в списке — один из них.",
     "About 12 people are called that in Russia; the listing is one of them."),
    (1.2, "Так зовут примерно 1 человек в России; в списке — один из них.",
     "About 1 person is called that in Russia; the listing is one of them."),
    (0.01, "Скорее всего, больше никого так не зовут.", "Probably nobody else is called that."),
])
def test_the_count_is_a_plain_sentence(expected: float, ru: str, en: str) -> None:
    """Two digits, the right plural, in both languages."""
    count = Namesakes(expected, 0.0, 2 * expected, 146_150_789)
    assert (sentence(count, "ru"), sentence(count, "en")) == (ru, en)


def test_the_tables_are_keyed_by_the_skeletons_of_today() -> None:
    """A change of the phonemic rules must be followed by tools/build_population.py."""
    for name, _, _ in rows("surname")[::997]:
        key = population_key(parse(f"{name} Иван Иванович").tokens[0], "surname")
        assert key is not None
        assert commonness(*key).known, name
