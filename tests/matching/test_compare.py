"""Two names held against each other. All people are invented."""

import pytest

from sverka.matching import compare, explain

ONE_PERSON = [
    ("Саша Иванов", "Александр Иванов"),
    ("АП Шустров", "Шустров Алексей Петрович"), ("Shustrov Y. Y.", "Шустров Егор Яковлевич"),
    ("Иванову Ивану Петровичу", "Иванов Иван Петрович"),
    ("Александра Петровича Иванова", "Иванов Александр Петрович"),
    ("И. И. Иванов", "Иванов Иван Иванович"),
    ("Schtscherbakow Jewgeni", "Щербаков Евгений"),
    ("Chtcherbakov Evgueni", "Щербаков Евгений"),
    ("Shcherbakou Yauhen", "Щербаков Евгений"),
    ("Микола Дзюба", "Николай Дзюба"),
    ("ИвановИван", "Иванов Иван"),
    ("Bладимир Путилин", "Владимир Путилин"),
    ("Dbrnjh Gtnhjd", "Виктор Петров"),
    ("Ткачу Антону Вячеславовичу", "Ткач Антон Вячеславович"),
    ("Марии Сергеевне Ивановой", "Ivanova Mariia"),
    ("Siarhei Mikalaevich Ivanou", "Сергей Николаевич Иванов"),
    ("Федор Королёв", "Фёдор Королев"),
    ("Александра Зяблюка", "Зяблюк Александр Олегович"),
    ("Юлию Чижовскую", "Чижовская Юлия"),
    ("Андреем Дятлевичем", "Дятлевич Андрей Олегович"),
    ("Жилкиной Яне Олеговне", "Жилкина Яна Олеговна"),  # not Anne
    ("Нины Беляевой", "Беляева Нина Петровна"),
    ("Сергея Макашенца", "Макашенец Сергей"),
    ("Олегом Белым", "Белый Олег Ильич"),
    ("Юрия Грузя", "Грузь Юрий"),
    ("Андрееву Марию", "Андреева Мария"),
    ("Олександр Ильич Пронин", "Pronin Alexander Ilyich"),
    ("Пронин Олег Николавеич", "Пронин Олег Николаевич"),
    ("Андреева Алевтина Петровна", "Alevtina Andreeva"),
    ("AL-HAMDANI, Fazl", "Fazal al-Hamdany"),
    ("Hossein Karimzadeh", "KARIMZADA Husayn"),
    ("КОТЕНКОАНДРЕЙ Петрович", "Andrei Petrovich KOTENKO"),
    ("Vladimir / Volodymyr KOTENKO", "Котенко Владимир"),
    ("Yauhen SHAPKETSKA", "Евгений Шапкетко"),
    ("Olga WEIDNITZ", "Вайдниц Ольга"),
    ("ДИСЕНКО Вадим Едуардович", "DYSENKO Vadym Eduardovych"),
    ("ZOU Xuanming", "Цзоу Сюаньмин"), ("Zhao Yingjun", "Чжао Инцзюнь"),
    ("Nikoayevna Vera PESHAKHOVA", "Мікалаеўна Вера Пешахова"),
]
TWO_PEOPLE = [
    ("Иванов Иван Петрович", "Ivanov Ivan Sergeevich"),
    ("Иванов Иван", "Иванов Петр"),
    ("Иванов И.И.", "Иванов Петр"),
    ("Смирнов Иван Петрович", "Kuznetsov Ivan Petrovich"),
    ("Мария Иванова", "Марина Иванова"),
    ("Ольга Иванова", "Олег Иванов"),
    ("Валерий Иванов", "Валентин Иванов"),
    ("Иван Петров", "Петр Иванов"),
    ("Пронин Андрей Боевич", "Pronin Andrei Leontievich"),
    ("Ван Сейрановна Едемко", "Van Seyranovna Demenko"),
    ("Qasim Hamdan al-Bakri", "Nadir Hamdan al-Bakri"),
    ("Vladimir / Volodymyr KOTENKO", "Владимир Шапошник"),
]


@pytest.mark.parametrize(("left", "right"), ONE_PERSON)
def test_spellings_of_one_name_agree(left: str, right: str) -> None:
    assert compare(left, right).verdict != "unlikely"


@pytest.mark.parametrize(("left", "right"), TWO_PEOPLE)
def test_a_contradiction_is_refused(left: str, right: str) -> None:
    assert compare(left, right).verdict == "unlikely"


@pytest.mark.parametrize(("left", "right"), ONE_PERSON + TWO_PEOPLE)
def test_every_line_has_a_sentence_in_both_languages(left: str, right: str) -> None:
    for line in compare(left, right).lines:
        for lang in ("ru", "en"):
            assert explain(line, lang).endswith(".")  # type: ignore[arg-type]


@pytest.mark.parametrize(("left", "right"), [
    ("დავით მესხი", "Davit Meskhi"), ("დავით მესხი", "Давит Месхи"), ("דוד כהן", "David Cohen"),
    ("محمد علي", "Мухаммад Али"), ("محمد عبد الله", "Mohammed Abdullah"), ("Γιώργος Παπαδόπουλος",
        "Giorgos Papadopoulos"),
    ("Қасым Тоқаев", "Kassym Tokayev"), ("Анато\u0301лий Зябликов", "Анатóлий Зябликов"),
    ("Петрова Анна", "Иванова (Петрова) Анна Сергеевна"), ("JOS Victor", "Виктор Джос"),
    ("Zjablikow Arkadij", "Зябликов Аркадий"), ("Wolkow Michail Olegowitsch", "Волков Михаил Олегович"),
    ("Irina Danilovich", "Данилович Ирина Олеговна"), ("Савва М.", "Савва Михаил Олегович"),
    # GOST 7.79 B, GOST 16876-71, scientific, passport of 2010, German sh for ж, щ as sch
    ("Shherbakovskij Evgenij", "Щербаковский Евгений"), ("Skvorczov Xariton", "Скворцов Харитон"),
    ("Skvorcov Dmitrijj", "Скворцов Дмитрий"), ("Mixajlenko Axmet", "Михайленко Ахмет"),
    ("Galitckaia Viktoriia", "Галицкая Виктория"), ("Sharikow Lew Olegowitsch", "Жариков Лев Олегович"),
    ("Scherbakovskaya Nina", "Щербаковская Нина"), ("Belousenko Oleg", "Белоусенко Олег"),
    ("Olgin Ch. T.", "Ольгин Х. Т."), ("Akhmetzianov Ilnur", "Ахметзянов Ильнур"),
    # Scandinavian, Dutch, Finnish, Hungarian, Latvian, Lithuanian, Spanish
    ("Sjtjerbakovskij Sergej", "Щербаковский Сергей"), ("Tsjoekin Joeri", "Чукин Юрий"),
    ("Štšerbakovski Sergei", "Щербаковский Сергей"), ("Csernovszkij Szergej", "Черновский Сергей"),
    ("Grebeņščikovs Sergejs", "Гребенщиков Сергей"), ("Zablikovas Andrejus", "Зябликов Андрей"),
    ("Mijaíl Zhuravliov", "Журавлёв Михаил"),
    # Łacinka, and Belarusian дз and ц
    ("Kazłoŭ Andrej", "Козлов Андрей"), ("Marozaŭ Jaŭhien", "Морозов Евгений"),
    ("Kuzniacoŭ Dźmitry", "Кузнецов Дмитрий"), ("Мядзведзеў Максім", "Медведев Максим"),
    ("Tsimashenka Henadz", "Тимошенко Геннадий"),
    # other scripts
    ("ივანოვი ივანე", "Иванов Иван"), ("Ιβανόφ Ιβάν", "Иванов Иван"), ("Μπόρις Ζιαμπλικόφ", "Борис Зябликов"),
    ("מיכאל רבינוביץ'", "Михаил Рабинович"), ("حسن نصر الله", "Хасан Насрулла"),
    ("Xäbibullin İldar", "Хабибуллин Ильдар"), ("Karimov Aziz Rustam o'g'li", "Каримов Азиз Рустам ўғли"),
    ("Нұрлан Әбіш ұлы Қасымов", "Касымов Нурлан Абишевич"),
    # wrong layout: short names, signs that are letters there, and the other way round
    ("Fyyf Vbhjyjdf", "Анна Миронова"), (">kbz <tkjdf", "Юлия Белова"), ("Ыукпун Ыьшктщм", "Sergey Smirnov"),
    ("Зябликов Ив ан", "Зябликов Иван"),
])
def test_other_scripts_and_systems_agree(left: str, right: str) -> None:
    assert compare(left, right).verdict != "unlikely"


@pytest.mark.parametrize(("typed", "name"), [
    ("Серега Зябликов", "Серёга Зябликов"),
    ("Зяб\ufe0fликов Арка\u034fдий", "Зябликов Аркадий"), ("Зябликов\u3164 Аркадий", "Зябликов Аркадий"),
])
def test_what_nobody_sees_costs_nothing(typed: str, name: str) -> None:
    """ё without its dots; variation selectors, joiners and fillers, to Unicode marks or letters."""
    assert compare(typed, name).bits == compare(name, name).bits


def test_a_name_that_was_cut_is_said_to_be() -> None:
    long = " ".join(["Зябликов Аркадий", *["Ромуальдович"] * 12])
    assert "name.cut" in [line.kind for line in compare(long, "Зябликов Аркадий").lines]


@pytest.mark.parametrize("written", [
    "Зяблова Анна Сергеевна (урожд. Щеглова)", "Зяблова Анна Сергеевна, урождённая Щеглова",
    "Зяблова Анна Сергеевна (до брака Щеглова)", "Зяблова Анна Сергеевна (ранее – Щеглова)",
    "Anna Zyablova, née Shcheglova", "Зяблова Анна, она же Щеглова Анна Сергеевна",
    "Зяблова Анна (псевдоним: Анна Щеглова)", "Anna Zyablova aka Anna Shcheglova",
])
def test_what_a_person_is_otherwise_called_is_another_name(written: str) -> None:
    """Both the name now and the former one agree; the words that say so are no part of either."""
    for name in ("Щеглова Анна Сергеевна", "Зяблова Анна Сергеевна"):
        assert compare(written, name).verdict != "unlikely"


def test_a_script_without_vowels_is_called_weak() -> None:
    assert "script.weak" in [line.kind for line in compare("محمد علي", "Mohammed Ali").lines]


def test_a_latin_surname_stands_for_the_commoner_of_two_that_fit() -> None:
    common, rare = (compare("LISITSYNA Anna", f"{surname} Анна").bits for surname in ("Лисицына", "Лисицина"))
    assert common > rare + 2


def test_surnames_outside_slavic_naming_are_not_told_from_given_names() -> None:
    kinds = {line.kind for line in compare("ARROYO MARQUEZ, Raul", "ARROYO, Raul").lines}
    assert kinds == {"name.same", "name.missing"}


@pytest.mark.parametrize(("name", "near", "far"), [
    ("Илюшин Сайран Павлович", "Илюшин Сайран Павеович", "Илюшин Сайран Павеовсич"),
    ("Гвоздев Логвин Хаматович", "Гвоздев Логвин Хаматоич", "Гвоздев Логвин Хаматогчи"),
    ("Вавилин Логин Рахимович", "Вавлилин Логин Рахимович", "Вавлилн Логин Рахимович"),
    ("Опрышко Варлам Никитич", "Опрышко Варлам Никитсич", "Опрышко Варлзам Никитсич"),
])
def test_a_word_spoilt_so_far_that_it_is_taken_for_another_part_is_no_omission(
        name: str, near: str, far: str) -> None:
    """One slip more never scores higher, in the same word or in another."""
    bits = [compare(name, other).bits for other in (name, near, far)]
    assert bits[0] > bits[1] >= bits[2]
    assert compare(name, far).verdict != "strong"


def test_a_given_name_that_may_be_a_case_of_another_is_a_question_and_no_more() -> None:
    result = compare("Александра Пронина", "Пронин Александр")
    assert result.verdict == "possible"
    assert "given.case" in {line.kind for line in result.lines}
    assert compare("Александра Олеговна Пронина", "Пронин Александр Олегович").verdict == "unlikely"


@pytest.mark.parametrize("name", ["李 小 明", "バラク オバマ", "ᠴᠢ ᠩᠭ Temur"])
def test_words_of_a_script_that_is_not_read_are_no_error(name: str) -> None:
    assert compare(name, "Li Xiaoming").verdict == compare("Li Xiaoming", name).verdict == "unlikely"
