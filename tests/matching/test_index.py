"""The index: what it finds, what it refuses, and its laws. Every person here is invented."""

from __future__ import annotations

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import TrustError
from sverka.matching import Index, IndexItem, build_index, compare, match, match_many
from sverka.matching.frequency import rows
from sverka.matching.layout import pack, unpack
from sverka.model import Subject
from sverka.names.spellings import romanise
from sverka.names.tables.romanisation import SYSTEMS

PEOPLE = [
    IndexItem("person", ("Зябликов Аркадий Викторович",), 1971),
    IndexItem("person", ("Щербаковский Евгений Юрьевич", "Shcherbakovsky Evgeny"), 1980),
    IndexItem("person", ("Кормушкина Анна Петровна",), 1990),
    IndexItem("person", ("KARAVAIKA Siarhei",)),
    IndexItem("organisation", ("Example Freedom Foundation (Фонд «Свобода Примера») (США)",),
              ids=("7700000001",), addresses=("https://www.example.org/", "t.me/primer")),
    IndexItem("person", ("Иванов Иван Иванович",), 1965),
    IndexItem("organisation", ("ООО «Северный ветер»",), ids=("1027700000001",)),
    IndexItem("material", ()),
]
INDEX = Index(build_index(PEOPLE))


@pytest.mark.parametrize(("name", "entry"), [
    ("Зябликов Аркадий Викторович", 0),
    ("Аркадий Зябликов", 0),
    ("ZYABLIKOV Arkadiy", 0),
    ("Siablikow Arkadi", 0),
    ("Зябликов А. В.", 0),
    ("Збяликов Аркадий", 0),
    ("Зябликова Аркадия Викторовича", 0),
    ("Chtcherbakovski Evgueni", 1),
    ("Schtscherbakowskij Jewgenij", 1),
    ("Анна Кормушкина", 2),
    ("Аня Кормушкина", 2),
    ("Каравайко Сергей", 3),
    ("Иванов Иван", 5),
    ("Ваня Иванов", 5),
])
def test_a_person_is_found_in_any_usual_spelling(name: str, entry: int) -> None:
    """Either script, any order, parts missing, initials, slips, diminutives, declined."""
    found = match(Subject((name,)), INDEX)
    assert found
    assert found[0].entry == entry
    assert found[0].verdict != "unlikely"
    assert found[0].namesakes is not None


@pytest.mark.parametrize(("subject", "entry"), [
    (Subject(("фонд свобода примера",), "organisation"), 4),
    (Subject(("Example Freedom Foundation",), "organisation"), 4),
    (Subject(("Северный ветер",), "organisation"), 6),
    (Subject(("Severny Veter LLC",), "organisation"), 6),
    (Subject((), "organisation", ids=("7700000001",)), 4),
    (Subject((), "organisation", ids=("ОГРН 1027700000001",)), 6),
    (Subject((), "organisation", addresses=("example.org",)), 4),
    (Subject(("другое",), "organisation", addresses=("@primer",)), 4),
])
def test_an_organisation_is_found_by_name_number_or_address(subject: Subject, entry: int) -> None:
    """Official name, name without form and quotes, alias in brackets, INN, OGRN, domain, handle."""
    found = match(subject, INDEX)
    assert found[0].entry == entry
    assert found[0].verdict != "unlikely"


@pytest.mark.parametrize("name", ["Лодочкин Степан Ильич", "Зябликов Пётр Олегович", "", "...", "a"])
def test_nobody_is_likely_who_is_not_there(name: str) -> None:
    """A stranger, a contradicting given name, and names that are none."""
    assert [m for m in match(Subject((name,)), INDEX) if m.verdict != "unlikely"] == []


def test_a_person_is_not_an_organisation() -> None:
    """Spaces are apart: a surname never finds a company of that name."""
    assert match(Subject(("Северный Ветер",)), INDEX) == []


def test_a_birth_year_tells_namesakes_apart() -> None:
    """The same year speaks for, another against; neither is required."""
    same, none, other = (match(Subject(("Иванов Иван Иванович",), birth_year=year), INDEX)[0]
                         for year in (1965, None, 1931))
    assert same.bits > none.bits > other.bits
    assert other.verdict != "unlikely"  # the name agrees in full


def test_a_slip_in_a_birth_year_is_milder_than_another_year() -> None:
    """One year off, a digit off, far off: ever more against; a stated sex that differs counts too."""
    def bits(**details: object) -> float:
        return match(Subject(("Иванов Иван Иванович",), **details), INDEX)[0].bits  # type: ignore[arg-type]

    assert bits(birth_year=1965) > bits(birth_year=1966) > bits(birth_year=1956) > bits(birth_year=1983)
    assert bits(sex="m") == bits() > bits(sex="f")


@pytest.mark.parametrize(("name", "year", "verdict"), [
    ("Зябликов Аркадий Викторович", 1971, "strong"), ("Зябликов Аркадий Викторович", 1972, "strong"),
    ("Зябликов Аркадий Викторович", 1950, "possible"), ("Иванов И. И.", 1965, "possible"),
    ("Иванов И. И.", 1983, "unlikely"),
])
def test_another_birth_year_lowers_the_verdict_by_a_step(name: str, year: int, verdict: str) -> None:
    """A full name of another year stays a question, one given in part is faint; the year beside is near."""
    assert match(Subject((name,), birth_year=year), INDEX)[0].verdict == verdict


def test_the_same_items_give_the_same_bytes() -> None:
    """Deterministic, and of a known version."""
    assert build_index(PEOPLE) == build_index(list(PEOPLE))
    assert build_index(PEOPLE)[:8] == b"SVERKAIX"


def test_an_empty_index_answers() -> None:
    """No items, no names: no matches and no crash."""
    empty = Index(build_index([]))
    assert match(Subject(("Иванов Иван",)), empty) == []
    assert match(Subject(("Ромашка",), "organisation", ids=("7700000001",)), empty) == []


def test_an_identifier_of_half_a_character_finds_nothing() -> None:
    """What no text can hold (a lone surrogate) is no address, and no crash."""
    assert match(Subject((), "organisation", addresses=("t.me/\ud800a",), ids=("77\udfff",)), INDEX) == []


def test_an_index_with_an_empty_section_is_refused() -> None:
    """Its table of offsets has no end to look at."""
    empty = {name: data[:0] if name == "ptextat" else data for name, data in unpack(build_index([])).items()}
    with pytest.raises(TrustError):
        Index(pack({name: bytes(data) for name, data in empty.items()}))


@pytest.mark.parametrize("data", [b"", b"SVERKAIX", b"x" * 100, build_index(PEOPLE)[:200],
                                  pack({"kind": b""}), b"SVERKAIX\xff\0\0\0" + bytes(20)])
def test_bytes_that_are_no_index_are_refused(data: bytes) -> None:
    """Cut, foreign or newer."""
    with pytest.raises(TrustError):
        Index(data)


def test_bulk_gives_what_single_questions_give() -> None:
    """`match_many` is `match`, in order."""
    subjects = [Subject((item.names[0],)) for item in PEOPLE if item.kind == "person"]
    assert list(match_many(subjects, INDEX)) == [match(s, INDEX) for s in subjects]


def test_a_spelling_of_many_readings_crowds_nobody_out() -> None:
    """A romanised name has several keys a word; they count once, or a plain namesake would look far away."""
    surnames = ["".join(part).title() for part in product("bdgzkmt", "aou", ("lt", "rm", "zd", "ng", "st"),
                                                          ("ovin", "usin", "erin"))]
    rest = [IndexItem("person", (f"{surname} {given} Ilyich",)) for given in ("Oleg", "Denis", "Roman")
            for surname in surnames]
    two = [IndexItem("person", (name,)) for name in ("Rumâncev Andrej Vladimirovič",
                                                     "Rumyantsev Andrey Vladimirovich")]
    found = match(Subject(("Румянцев Андрей Владимирович",)), Index(build_index([*two, *rest])))
    assert [(m.entry, m.verdict) for m in found] == [(0, "strong"), (1, "strong")]


@given(st.sampled_from([i for i, item in enumerate(PEOPLE) if item.kind == "person"]), st.randoms())
@settings(max_examples=150, deadline=None)
def test_every_entry_finds_itself_under_any_one_typo(entry: int, rng: random.Random) -> None:
    """One letter left out, put in, replaced or swapped: the entry is among the answers."""
    name = PEOPLE[entry].names[0]
    at = rng.randrange(len(name))
    letters = "abcdefghiklmnoprstuvy" if name.isascii() else "абвгдеиклмнопрстуя"
    typed = rng.choice([
        name[:at] + name[at + 1:],
        name[:at] + rng.choice(letters) + name[at:],
        name[:at] + rng.choice(letters) + name[at + 1:],
        name[:at] + name[at + 1:at + 2] + name[at] + name[at + 2:],
    ])
    assert entry in [m.entry for m in match(Subject((typed,)), INDEX)]


def _drawn(count: int) -> list[IndexItem]:
    """Invented people from the population tables, every other one romanised."""
    rng = random.Random(11)
    surnames, given_names, fathers = (rows(role) for role in ("surname", "given", "patronymic"))
    items = []
    for i in range(count):
        words = [rng.choice(table)[0] for table in (surnames, given_names, fathers)][:rng.choice((2, 3))]
        system = SYSTEMS[i % len(SYSTEMS)][1]
        items.append(IndexItem("person", (" ".join(
            (romanise(word, system) if i % 2 else word).capitalize() for word in words),)))
    return items


DRAWN = _drawn(500)
DRAWN_INDEX = Index(build_index(DRAWN))


@given(st.integers(0, len(DRAWN) - 1), st.randoms(use_true_random=False))
@settings(max_examples=400, deadline=None, derandomize=True)
def test_every_drawn_entry_finds_itself_under_any_one_typo(entry: int, rng: random.Random) -> None:
    """Letters that are read together (ch, тс, ио) are no exception: Овчинниов, Cgernov."""
    name = DRAWN[entry].names[0]
    at = rng.randrange(len(name) - 1)
    letter = rng.choice("abcdefghijklmnoprstuvwxyz" if entry % 2 else "абвгдежзийклмнопрстуфхцчшщьыэюя")
    typed = rng.choice([name[:at] + name[at + 1:], name[:at] + letter + name[at:],
                        name[:at] + letter + name[at + 1:],
                        name[:at] + name[at + 1] + name[at] + name[at + 2:]])
    assert name in [m.name for m in match(Subject((typed,)), DRAWN_INDEX)]


@pytest.mark.parametrize(("listed", "typed"), [
    ("Овчинников", "Овчинниов"), ("Непочатов", "Непочаов"), ("Chernyshova Nina", "Cgernyshova Nina"),
    ("Sergey Bichenkov", "Sergey Bicehnkov"), ("Antuschewitsch Aleksandr Kirillowitsch",
     "Antuschewitsch Aleksandr Kirilloiwtsch"), ("Muhina", "Muhpna"),
    ("Ярмолович Владимир Сергеевич", "Ярмолович Владимир Сергеещич"), ("Makhinya L. S.", "Makfinya L. S."),
    ("Teregulova Sirina Staheevna", "TeregulovaS irina Staheevna"), ("Бахарев Г. Х.", "БахаревцГ. Х."),
])
def test_a_slip_between_letters_that_are_read_together_is_found(listed: str, typed: str) -> None:
    """One letter typed, several sounds changed."""
    index = Index(build_index([IndexItem("person", (listed,)), *DRAWN]))
    assert 0 in [m.entry for m in match(Subject((typed,)), index)]


@pytest.mark.parametrize(("listed", "typed"), [
    ("Студия", "Стчудия"), ("Freedom", "Freedou"), ("гражданских", "граджанских"), ("Будущее", "Будужее"),
    ("Институт Свет", "ИнститутСвет"), ("Мемориальный сад", "Мемopиaльный сaд"), ("Рассвет", "Рассвев"),
])
def test_an_organisation_is_found_under_a_slip(listed: str, typed: str) -> None:
    """Also in a word known by its meaning, with letters of the other alphabet, and without a blank."""
    index = Index(build_index([IndexItem("organisation", (name,)) for name in (
        listed, "Союз северных садоводов", "Свет Заря", "Open Media", "Новый институт права")]))
    assert 0 in [m.entry for m in match(Subject((typed,), "organisation"), index)]


@given(st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=30, deadline=None)
def test_adding_entries_never_changes_the_evidence_of_a_pair(asked: int, others: int) -> None:
    """Evidence comes from the population, never from the list a name happens to stand on."""
    item = PEOPLE[asked]
    if item.kind != "person":
        return
    alone = match(Subject(item.names), Index(build_index([item])))[0]
    among = match(Subject(item.names), Index(build_index([item, *PEOPLE[:others]])))[0]
    assert (alone.evidence, alone.bits, alone.probability) == (among.evidence, among.bits, among.probability)
    if len(item.names) == 1:
        assert set(compare(item.names[0], item.names[0]).lines) <= set(alone.evidence)


@pytest.mark.parametrize("name", ["И" * 10_000, "Иванов " * 2_000, "и\u0301" * 5_000,
                                  "\u202eвонавИ\u202c ваня" * 800])
def test_a_hostile_name_costs_bounded_work(name: str) -> None:
    """Repeated letters, words, combining marks, mixed directions."""
    assert isinstance(match(Subject((name,)), INDEX), list)


@pytest.mark.parametrize("name", [
    "Зябилков Аркадий Викторович", "Зябликов Аркадйи Викторович", "Зябликов Аркадий Виктоорвич",
    "ЗябликовА ркадий Викторович", "Зябликоов Аркадий",
])
def test_a_slip_of_the_pen_is_never_an_all_clear(name: str) -> None:
    """What is no name at all, one letter from the listed one, is at least possible."""
    found = match(Subject((name,)), INDEX)
    assert found[0].entry == 0
    assert found[0].verdict != "unlikely"


def test_another_real_name_a_letter_away_is_no_slip() -> None:
    """Both are names: two people."""
    listed = Index(build_index([IndexItem("person", ("Уткин Фёдор Олегович",))]))
    asked = match(Subject(("Буткин Фёдор Юрьевич",)), listed)
    assert all(m.verdict == "unlikely" for m in asked)
