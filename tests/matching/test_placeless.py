"""Latin names whose words have no places. All people are invented."""

import pytest

from sverka.matching import compare

ONE_PERSON = [
    ("Abd al-Rahman Qasmi", "QASMI, Abdurrahman"),
    ("AL-HAMDANI, Badr al-Din", "Badreddine Hamdani"),
    ("Sirajuddin Wardaki", "Mullah Siraj WARDAKI"),
    ("Zia-ur-Rahman Lodhri", "Ziaurrahman LODHRI"),
    ("MOHAMMED, Daoud Nasr", "Muhammad Dawud NASR"),
    ("KIM, Chong-hyok", "KIM JONG HYOK"),
    ("PAK, Ch'o'l-su", "Bak Chol Su"),
    ("CHO, Yong-kyu", "Jo Yonggyu"),
    ("Haji Abdul Ghani Tarakhel", "Abdul Ghani TARAKHEL"),
    ("KAKORENDE BWAMBA, Frank", "Frank Kakolende Bwamba"),
    ("Mamadou Abou Kisseri", "Mamadu Abu Kisseri"),
]
TWO_PEOPLE = [
    ("Qusayr Nuri Hamdan", "Udayr Nuri Hamdan"),
    ("KIM, Chong-hyok", "KIM, Tong-su"),
    ("Mohammed Wardaki", "Mohammed Tarakhel"),
    ("Haji Mullah Sahib", "Haji Mullah Akhund"),
    ("Frome, Gilbert G.", "Gilbert W. Frome"),
]


@pytest.mark.parametrize(("left", "right"), ONE_PERSON)
def test_spellings_of_one_name_agree(left: str, right: str) -> None:
    assert compare(left, right).verdict != "unlikely"


@pytest.mark.parametrize(("left", "right"), TWO_PEOPLE)
def test_other_names_are_refused(left: str, right: str) -> None:
    assert compare(left, right).verdict == "unlikely"


@pytest.mark.parametrize(("left", "right"), ONE_PERSON + TWO_PEOPLE)
def test_evidence_is_symmetric(left: str, right: str) -> None:
    assert compare(left, right).bits == pytest.approx(compare(right, left).bits)


def test_a_title_is_no_part_of_the_name() -> None:
    kinds = {line.kind for line in compare("Mullah Ghafar Tarakhel", "Ghafar Tarakhel").lines}
    assert kinds == {"name.same"}


def test_a_name_of_half_a_country_weighs_less_than_a_rare_one() -> None:
    common, rare = (compare(f"{word} Tarakhel", f"{word} Tarakhel").bits for word in ("Mohamed", "Wandibba"))
    assert rare > common + 5


def test_a_word_spelled_far_off_speaks_less_against_than_another() -> None:
    near, other = (compare("Oded Nowbakhti", f"Oded {word}").bits for word in ("Nikbakhti", "Farrel"))
    assert near > other + 2
