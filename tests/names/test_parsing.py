"""Names taken apart: roles, repairs, phonemic forms. All people are invented."""

import subprocess
import sys
from pathlib import Path

import pytest

from sverka.errors import UsageError
from sverka.names import parse, phonemes, skeleton, spellings


@pytest.mark.parametrize(("name", "roles"), [
    ("Щукин Юрий Иванович", "surname given patronymic"),
    ("Yury SHCHUKIN", "given surname"),
    ("И. И. Щукин", "initial initial surname"),
    ("Вели Али оглы Алиев", "given patronymic surname"),
    ("Абрамович Савва Аркадьевич", "surname given patronymic"),
    ("Ван дер Хюйс Антон", "particle particle surname given"),
])
def test_roles_do_not_need_an_order(name: str, roles: str) -> None:
    assert " ".join(t.role for t in parse(name).tokens) == roles


@pytest.mark.parametrize(("spellings_of_one", "phonemic"), [
    (("васильев", "vasilyev", "vasiliev", "vasilev", "wassiljew", "wasiljew"), "vasilev"),
    (("щукин", "shchukin", "schtschukin", "chtchukin", "szczukin", "ŝukin"), "Wukin"),
    (("дмитрий", "dmitry", "dmitrii", "dmitriy", "dmitrij", "dmitri"), "dmitri"),
    (("юлия", "yulia", "iuliia", "julija", "yuliya"), "UlA"),
    (("евгений", "yevgeny", "evgenii", "evgueni", "jewgeni"), "evgeni"),
    (("сергеевич", "sergeevich", "sergeyevich", "sergejewitsch", "sergueevitch"), "sergeviC"),
])
def test_romanisations_share_their_phonemes(spellings_of_one: tuple[str, ...], phonemic: str) -> None:
    scripts = ["latin" if any("a" <= c <= "z" for c in w) else "cyrillic" for w in spellings_of_one]
    assert {phonemes(w, s) for w, s in zip(spellings_of_one, scripts, strict=True)} == {phonemic}  # type: ignore[arg-type]


@pytest.mark.parametrize(("name", "note"), [
    ("Bладимир Щукин", "lookalike"), ("Dbrnjh Oerby", "keyboard.layout"), ("ЩукинИван", "fused"),
    ("منصور", "script.weak"),
])
def test_what_was_repaired_is_noted(name: str, note: str) -> None:
    assert note in parse(name).notes


def test_an_unknown_letter_is_a_visible_error() -> None:
    with pytest.raises(UsageError):
        parse("Ив\u0378анов")


def test_the_skeleton_joins_akanye_and_g_with_h() -> None:
    assert skeleton(phonemes("григорий", "cyrillic")) == skeleton(phonemes("hryhory", "latin"))


def test_spellings_lead_with_the_passport() -> None:
    assert spellings("Юрий Щукин")[0] == "Iurii Shchukin"


def test_the_keys_of_given_names_are_current() -> None:
    """`python tools/build_given_keys.py` writes what is committed."""
    tool = Path(__file__).parents[2] / "tools" / "build_given_keys.py"
    assert subprocess.run([sys.executable, str(tool), "--check"], check=False).returncode == 0
