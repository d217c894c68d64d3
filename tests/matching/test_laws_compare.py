"""Laws of comparing two names (Hypothesis). All people are invented."""

from __future__ import annotations

import random
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sverka.errors import UsageError
from sverka.matching import compare, costs, namesakes
from sverka.matching.commonness import is_surname
from sverka.matching.costs import distance
from sverka.matching.frequency import rows
from sverka.names import parse
from sverka.names.lookalikes import TO_LATIN
from sverka.names.parsing import MAX_TOKENS
from sverka.names.phonemic import MAX_PHONEMES

SURNAMES = st.sampled_from(["Зябликов", "Дроздецкий", "Щеглова", "Грачевич", "Синица", "Кара-Галка", "Чижов",
                            "Snegirev", "Shchegolkova", "Voronchenko", "Дятлаў", "Журавель", "Stieglitzow"])
GIVEN = st.sampled_from(["Аркадий", "Нина", "Саша", "Yevgeny", "Микола", "Siarhei", "Валерия", "Тумсу",
    "Zhanna"])
PATRONYMICS = st.sampled_from(["Викторович", "Викторовна", "Ильинична", "Mikalaevich", "Олексійович",
    "Rufatovna", ""])


@st.composite
def names(draw: st.DrawFn) -> str:
    words = [draw(SURNAMES), draw(GIVEN), draw(PATRONYMICS)]
    return " ".join(word for word in words if word)


TABLES = {role: [row[0].capitalize() for row in rows(role)] for role in ("surname", "given", "patronymic")}


@st.composite
def drawn(draw: st.DrawFn) -> str:
    """A name out of the population tables, sometimes cut to initials or with a double surname."""
    surname, other, first, father = (draw(st.sampled_from(TABLES[role])) for role in (
        "surname", "surname", "given", "patronymic"))
    surname = draw(st.sampled_from([surname, surname, f"{surname}-{other}"]))
    shape = draw(st.sampled_from([[first, father], [first], [first[0] + ".", father[0] + "."],
                                  [first[0] + "."]]))
    return " ".join(draw(st.permutations([surname, *shape])))


@settings(max_examples=300, deadline=None)
@given(st.one_of(names(), drawn()), drawn(), st.booleans())
def test_evidence_of_any_two_names_is_the_same_from_both_sides(left: str, right: str, kin: bool) -> None:
    """To the last bit, the lines in one order; what several pairings may explain is paired one way."""
    if kin:
        right = " ".join([*left.split()[:1], *right.split()[1:]])
    one, two = compare(left, right), compare(right, left)
    assert (one.bits, one.verdict) == (two.bits, two.verdict)
    assert [(x.kind, x.bits, x.left, x.right) for x in one.lines] == [
        (x.kind, x.bits, x.right, x.left) for x in two.lines]


@settings(max_examples=150, deadline=None)
@given(drawn(), drawn(), st.data())
def test_the_order_of_words_changes_no_bit(left: str, right: str, data: st.DataObject) -> None:
    shuffled = " ".join(data.draw(st.permutations(left.replace("-", " ").split())))
    assert compare(shuffled, right).bits == compare(left, right).bits
    assert namesakes(shuffled) == namesakes(left)


@given(names(), names())
def test_evidence_is_symmetric(left: str, right: str) -> None:
    one, two = compare(left, right), compare(right, left)
    assert one.bits == pytest.approx(two.bits, abs=1e-6)
    assert one.verdict == two.verdict
    assert sorted((x.kind, x.left, x.right) for x in one.lines) == sorted(
        (x.kind, x.right, x.left) for x in two.lines)


@given(names(), names(), st.randoms(use_true_random=False))
def test_order_case_and_blanks_never_matter(left: str, right: str, chance: object) -> None:
    words = left.split()
    chance.shuffle(words)  # type: ignore[attr-defined]
    other = "  ".join(word.upper() for word in words) + "\u00a0"
    assert compare(other, right).bits == compare(left, right).bits


@given(names(), st.data())
def test_look_alike_letters_never_matter(name: str, data: st.DataObject) -> None:
    """One letter of a Cyrillic word typed in Latin; the word keeps a letter only Cyrillic has."""
    at = data.draw(st.integers(0, len(name) - 1))
    twin = TO_LATIN.get(name[at].lower())
    start, end = name.rfind(" ", 0, at) + 1, (name + " ").find(" ", at)
    rest = name[start:at] + name[at + 1:end]
    if twin is None or not any("а" <= c.lower() <= "я" and c.lower() not in TO_LATIN for c in rest):
        return
    if name[at].isupper() and twin.upper().lower() != twin:
        return
    typed = name[:at] + (twin.upper() if name[at].isupper() else twin) + name[at + 1:]
    assert compare(typed, name).bits == compare(name, name).bits


@given(names(), names())
def test_no_spelling_agrees_better_than_the_name_itself(left: str, right: str) -> None:
    assert compare(left, right).bits <= compare(left, left).bits + 1e-6 or len(right.split()) > len(
        left.split())


LETTERS = "бвгдзклмнпрстфхцчшаеиоу"


@given(st.text(LETTERS, min_size=6, max_size=10), st.data())
def test_a_closer_spelling_never_scores_lower(word: str, data: st.DataObject) -> None:
    """One letter other, then one more further on. Surnames that exist are left out: they are other people."""
    surname = word + data.draw(st.sampled_from(["чев", "гин", "ненко", "лский"]))
    first, second = data.draw(st.integers(1, 3)), data.draw(st.integers(4, 6))
    one, two = (data.draw(st.sampled_from(["", *LETTERS])) for _ in range(2))
    near = surname[:first] + one + surname[first + 1:]
    far = near[:second] + two + near[second + 1:]
    typed = [f"{spelling.capitalize()} Аркадий Викторович" for spelling in (surname, near, far)]
    stems = [parse(name).tokens[0].stem for name in typed]
    assume(not any(is_surname(stem) for stem in stems))
    bits = [compare(typed[0], name).bits for name in typed]
    assert bits[1] <= bits[0] + 1e-6
    if distance(stems[0], stems[2], "cyrillic") >= distance(stems[0], stems[1], "cyrillic"):
        assert bits[2] <= bits[1] + 1e-6


@given(st.text(LETTERS, min_size=1, max_size=12), st.text(LETTERS, min_size=1, max_size=12))
def test_a_cost_is_never_negative_and_symmetric(left: str, right: str) -> None:
    assert distance(left, right, "cross") == distance(right, left, "cross") >= 0
    assert distance(left, left, "cross") == 0


AGREEING = {
    "surname": [("Зябликов", "Zyablikov"), ("Щеглова", "Shcheglova"), ("Грачевич", "Hrachevich"),
                ("Дятлаў", "Дятлов")],
    "given": [("Аркадий", "Arkady"), ("Саша", "Александр"), ("Микола", "Николай"), ("Siarhei", "Сергей"),
              ("Ильшат", "Ilshat")],
    "patronymic": [("Викторович", "Viktorovich"), ("Ильич", "Ilyich"), ("Mikalaevich", "Николаевич")],
}
CONTRADICTING = {
    "surname": ["Чижиков", "Галкина", "Kukushkin", "Воробей", "Petrenko"],
    "given": ["Павел", "Тимур", "Ольга", "Georgy", "Kseniia"],
    "patronymic": ["Борисович", "Rufatovich", "Олексійович", "Петрович", "Olegovich"],
    "initial": ["К.", "Б.", "З.", "Н."],
}


@given(st.data(), st.randoms(use_true_random=False))
def test_adding_a_contradicting_token_never_raises(data: st.DataObject, chance: random.Random) -> None:
    """Two names agree in two parts; then each is given another third part."""
    part = data.draw(st.sampled_from(sorted(CONTRADICTING)))
    kept = [p for p in ("surname", "given", "patronymic") if p != part][:2]
    agreeing = [data.draw(st.sampled_from(AGREEING[p])) for p in kept]
    more = data.draw(st.lists(st.sampled_from(CONTRADICTING[part]), min_size=2, max_size=2, unique=True))
    bare = [[pair[side] for pair in agreeing] for side in (0, 1)]
    full = [chance.sample([*words, word], len(words) + 1) for words, word in zip(bare, more, strict=True)]
    agree, contradict = (compare(*(" ".join(words) for words in names)) for names in (bare, full))
    assert contradict.bits < agree.bits
    assert contradict.verdict == "unlikely"


HOSTILE = st.one_of(
    st.text(max_size=200).map(lambda t: t * 50), st.text("Иа\u0301\u202e\u200b -'.", max_size=10_000),
    st.lists(st.sampled_from(["Ив", "A", "оглы", "(", ")", ";", "ـ", "אב", "ム"]), max_size=3000).map(
        " ".join),
)


@settings(max_examples=60, deadline=None)
@given(HOSTILE, HOSTILE)
def test_a_hostile_name_costs_bounded_steps(left: str, right: str) -> None:
    """Counts the cells of the edit distance: tokens a side squared, letters a word squared, alternatives."""
    cells = 0
    plain = costs._align

    def counted(a: str, b: str, *rest: object) -> float:
        nonlocal cells
        cells += len(a) * len(b)
        return plain(a, b, *rest)  # type: ignore[arg-type]

    with patch.object(costs, "_align", counted):
        try:
            compare(left, right)
        except UsageError:
            return
    readings = 6 * 6
    assert cells <= 25 * (MAX_TOKENS * MAX_PHONEMES) ** 2 * 2 * readings
    for name in (parse(left), parse(right)):
        assert len(name.tokens) <= MAX_TOKENS
        assert all(len(token.phon) <= MAX_PHONEMES for token in name.tokens)
