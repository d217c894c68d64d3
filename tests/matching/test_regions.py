"""Regions: what is understood, what they count, and what they weigh. Every person here is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.errors import TrustError, UsageError
from sverka.matching import Index, IndexItem, build_index, explain, match, namesakes, region_of
from sverka.matching.federal_subjects import TABLE
from sverka.matching.frequency import WEIGHTS
from sverka.matching.homes import Homes, region_evidence
from sverka.matching.namesakes import POPULATION, sentence
from sverka.matching.regions import by_code, read, regions
from sverka.model import Subject
from sverka.names import parse

CODES = st.sampled_from([region.code for region in regions()])
NAMES = st.sampled_from(["Иванов Александр Сергеевич", "Магомедов Магомед Магомедович", "Хайруллин Ильдар",
                         "Кормушкина Анна", "Зябликов А. В.", "Shcherbakovsky Evgeny", "Саакян Армен"])
PEOPLE = [
    IndexItem("person", ("Магомедов Магомед Магомедович",), 1980),
    IndexItem("person", ("Зябликов Аркадий Викторович", "Zyablikov Arkady"), 1971),
    IndexItem("organisation", ("Фонд «Синяя репка»",)),
    IndexItem("person", ("Иванов Иван Иванович",)),
]


@pytest.mark.parametrize(("text", "code"), [
    ("Москва", "RU-MOW"), ("г. Москва", "RU-MOW"), ("Moscow", "RU-MOW"), ("СПб", "RU-SPE"),
    ("С.-Петербург", "RU-SPE"), ("Дагестан", "RU-DA"), ("Респ. Дагестан", "RU-DA"),
    ("ru-da", "RU-DA"), ("Махачкала", "RU-DA"),
    ("Московская обл.", "RU-MOS"), ("Moscow Oblast", "RU-MOS"), ("moskovskaya oblast", "RU-MOS"),
    ("Подмосковье", "RU-MOS"), ("Sverdlovskaya obl", "RU-SVE"), ("Алтайский край", "RU-ALT"),
    ("Республика Алтай", "RU-AL"), ("ХМАО-Югра", "RU-KHM"), ("Еврейская АО", "RU-YEV"), ("Крым", "UA-43"),
    ("Кемеровская область - Кузбасс", "RU-KEM"), ("Кострома", "RU-KOS"), ("КОСТРОМСКАЯ", "RU-KOS"),
    ("Орёл", "RU-ORL"), ("Орел", "RU-ORL"), ("Ленинград", "RU-SPE"), ("Ленинградская область", "RU-LEN"),
    ("Алтай", None), ("Москва область", None), ("Атлантида", None), ("область", None), ("", None),
    ("77", None),
])
def test_a_region_is_understood_as_people_write_it(text: str, code: str | None) -> None:
    """Codes, both languages, short forms, main cities; what might be two or none is not guessed."""
    found = region_of(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize("region", regions(), ids=lambda region: region.code)
def test_every_region_is_understood_by_its_own_names(region: object) -> None:
    """In the table, in both languages, with blanks and case changed."""
    known = by_code()[region.code]  # type: ignore[attr-defined]
    russian, english = known.name.ru, known.name.en
    for text in (known.code, russian, english, russian.upper(), f"  {english.lower()} "):
        assert read(text) == known


@given(text=st.text(max_size=200))
def test_any_text_is_a_region_or_one_clear_error(text: str) -> None:
    """Nothing else is raised; the error lists what is understood and never repeats the text."""
    if region_of(text) is None:
        with pytest.raises(UsageError) as refused:
            read(text)
        assert "Республика Дагестан" in refused.value.fix.ru and "Dagestan" in refused.value.fix.en


def test_the_people_of_the_regions_are_those_of_the_country() -> None:
    """The published sum of the census, within 1 % of the stated population; shares and cultures add up."""
    people = sum(int(line.split("|")[4]) for line in TABLE.strip().split("\n"))
    assert people == 147_182_123
    assert abs(people / POPULATION - 1) < 0.01
    assert sum(region.share for region in regions()) == pytest.approx(1)
    for place, weight in enumerate(WEIGHTS):
        assert sum(r.share * r.weights[place] for r in regions()) == pytest.approx(weight, rel=0.01)
    assert all(min(r.weights) >= 0 and sum(r.weights) == pytest.approx(1) for r in regions())


@settings(max_examples=25, deadline=None)
@given(name=NAMES, year=st.none() | st.integers(1930, 2015))
def test_the_regions_add_up_to_the_country(name: str, year: int | None) -> None:
    """A name's expected bearers, with and without a birth year."""
    added = sum(namesakes(name, year, region.code).expected for region in regions())
    assert added == pytest.approx(namesakes(name, year).expected, rel=0.02)


def test_a_name_is_common_where_its_culture_is() -> None:
    """By head of population: a Магомед in Dagestan and hardly in Kostroma; an Иван the other way round."""
    def rate(name: str, region: str) -> float:
        count = namesakes(name, region=region)
        return count.expected / count.population

    assert rate("Магомед Магомедович", "Дагестан") > 20 * rate("Магомед Магомедович", "Кострома")
    assert rate("Ильдар", "Татарстан") > 5 * rate("Ильдар", "Тамбов")
    assert rate("Иванов Иван", "Кострома") > 3 * rate("Иванов Иван", "Чечня")


@pytest.mark.parametrize(("name", "region", "ru", "en"), [
    ("Иванов Александр", "МО", "В Московской области так зовут примерно",
     "people in Moscow Oblast are called that."),
    ("Зябликов Евлампий Нифонтович", "Владимир", "Скорее всего, во Владимирской области больше никого так не",
     "Probably nobody else in Vladimir Oblast"),
])
def test_the_count_of_a_region_is_a_plain_sentence(name: str, region: str, ru: str, en: str) -> None:
    """It names the region and says nothing of the listing, which may be of another."""
    count = namesakes(name, region=region)
    assert ru in sentence(count, "ru")
    assert en in sentence(count, "en")


@settings(max_examples=60, deadline=None)
@given(one=NAMES, other=NAMES, here=CODES, there=CODES)
def test_evidence_of_regions_is_symmetric(one: str, other: str, here: str, there: str) -> None:
    """Whoever asks whom; agreement never speaks against, difference never for."""
    left, right, a, b = parse(one), parse(other), by_code()[here], by_code()[there]
    line = region_evidence(left, right, a, b)
    assert line.bits == region_evidence(right, left, b, a).bits
    assert (line.bits >= 0) == (here == there or line.kind == "region.near")
    for lang in ("ru", "en"):
        assert a.name.say(lang) in explain(line, lang)  # type: ignore[arg-type]


@settings(max_examples=20, deadline=None)
@given(name=NAMES, here=CODES)
def test_what_regions_weigh_is_a_likelihood_ratio(name: str, here: str) -> None:
    """Over where a namesake may live, the ratios have the mean 1; neighbours, who say nothing, lift it."""
    parsed, whole = parse(name), namesakes(name).expected
    mean = sum(namesakes(name, region=there.code).expected / whole
               * 2 ** region_evidence(parsed, parsed, by_code()[here], there).bits for there in regions())
    assert 0.99 < mean < 1.2


def test_agreement_on_a_region_says_less_where_the_name_is_at_home() -> None:
    """A Магомед of Dagestan is one of many there; one of Kostroma is not."""
    name = parse("Магомедов Магомед Магомедович")
    home, far = (region_evidence(name, name, one, one).bits for one in map(read, ("Дагестан", "Кострома")))
    assert 0 < home < 2 < far


@given(asked=NAMES, region=CODES, year=st.none() | st.just(1980))
@settings(max_examples=30, deadline=None)
def test_a_region_on_one_side_only_changes_no_odds(asked: str, region: str, year: int | None) -> None:
    """Bit for bit: asked with one where lists state none, and not asked with one where they do."""
    silent = Index(build_index(PEOPLE))
    stating = Index(build_index([replace(item, region=region) if item.kind == "person" else item
                                 for item in PEOPLE]))
    plain = match(Subject((asked,), birth_year=year), silent)
    assert match(Subject((asked,), birth_year=year), stating) == plain
    told = match(Subject((asked,), birth_year=year, region=region), silent)
    assert [replace(found, local=None) for found in told] == plain
    assert all(found.local and found.local.region == region for found in told)


def test_a_region_nobody_understands_changes_nothing() -> None:
    """Neither for the asker, nor is it taken into an index in silence."""
    index = Index(build_index(PEOPLE))
    told = match(Subject(("Иванов Иван",), region="Атлантида"), index)
    assert told == match(Subject(("Иванов Иван",)), index)
    with pytest.raises(UsageError):
        build_index([replace(PEOPLE[0], region="Атлантида")])


def test_regions_of_both_sides_are_a_line_of_evidence() -> None:
    """The same, a neighbour and another region, in falling order; the verdict stays."""
    items = [IndexItem("person", ("Зябликов Аркадий Викторович",), region=region)
             for region in ("Москва", "Московская область", "Омск", "")]
    found = {m.entry: m for m in match(Subject(("Зябликов Аркадий Викторович",), region="Moscow"),
                                       Index(build_index(items)))}
    kinds = [found[i].evidence[-1].kind for i in range(3)]
    assert kinds == ["region.same", "region.near", "region.differs"]
    assert found[0].probability > found[1].probability == found[3].probability > found[2].probability
    assert len({m.verdict for m in found.values()}) == 1


def test_an_index_without_regions_has_no_byte_of_them() -> None:
    """And with them a byte an entry; the same items give the same bytes; codes come back."""
    plain, again = build_index(PEOPLE), build_index([replace(item, region="") for item in PEOPLE])
    assert plain == again
    assert b"region" not in plain
    many = [IndexItem("person", (f"Зябликов{i} Аркадий",), region="Омск" if i % 2 else "")
            for i in range(1000)]
    with_regions = build_index(many)
    assert with_regions == build_index(many)
    assert len(with_regions) - len(build_index([replace(item, region="") for item in many])) < 1000 + 128
    index = Index(with_regions)
    assert [index.region(i) and "RU-OMS" for i in range(4)] == [None, "RU-OMS", None, "RU-OMS"]


def test_regions_of_a_damaged_or_newer_index() -> None:
    """Sections that do not fit are refused; a code of a later table counts as not stated."""
    view = memoryview
    assert Homes({"region": view(b"\1\2"), "regions": view(b"RU-DA XX-NEW")}, 2).region(1) is None
    with pytest.raises(TrustError):
        Homes({"region": view(b"\1"), "regions": view(b"RU-DA")}, 2)
    with pytest.raises(TrustError):
        Homes({"region": view(b"\7\1"), "regions": view(b"RU-DA")}, 2).region(0)
