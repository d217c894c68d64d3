"""Probes: spellings of one name that must be accepted, contradictions that must be refused.

Usage: python evaluation/probes.py [--show]

1. The probes of the issue, one a line below.
2. Every equivalent and short form in `names.tables.given` against its Russian name: accepted.
3. Every two Russian given names that share no form, with one surname: refused.
4. Surnames of the population table a letter apart, with one given name and patronymic: how many are
   accepted (sampled with a seed; both exist, so they are two people).

Needs nothing but the repository. Exit status 1 if 1, 2 or 3 has a failure.
"""

from __future__ import annotations

import argparse
import sys
from itertools import combinations
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from sverka.matching import compare
from sverka.matching.frequency import rows
from sverka.names import parse
from sverka.names.tables.given import GIVEN

ACCEPT = """\
Саша Иванов | Александр Иванов
Вова Путилин | Владимир Путилин
Женя Щербакова | Евгения Щербакова
Женя Щербаков | Евгений Щербаков
Иванову Ивану Петровичу | Иванов Иван Петрович
Марии Сергеевне Ивановой | Иванова Мария Сергеевна
Александра Петровича Ткача | Ткач Александр Петрович
И. И. Иванов | Иванов Иван Иванович
Иванов И.И. | Ivanov Ivan
Schtscherbakow Jewgeni | Щербаков Евгений
Chtcherbakov Evgueni | Щербаков Евгений
Shcherbakou Yauhen | Щербаков Евгений
Szczerbakow Jewgienij | Щербаков Евгений
Ŝerbakov Evgenij | Щербаков Евгений
Микола Дзюба | Николай Дзюба
Siarhei Ivanou | Сергей Иванов
ИвановИван | Иванов Иван
Bладимир Путилин | Владимир Путилин
Dbrnjh Gtnhjd | Виктор Петров
Кара-Мурза Тимур Викторович | Kara-Murza Timur
Бончбруевич Виктор | Bonch Bruevich Viktor
Збяликов Аркадий | Зябликов Аркадий
Гуревич Михаил Леонидович | Mikhail Gurevich
Вели Али оглы Алиев | Aliyev Veli
محمد عبد الله | Mohammed Abdullah
"""
REFUSE = """\
Иванов Иван Петрович | Иванов Иван Сергеевич
Иванов Иван Петрович | Ivanov Ivan Sergeevich
Иванов Иван | Иванов Петр
Иванов И.И. | Иванов Петр
Смирнов Иван Петрович | Kuznetsov Ivan Petrovich
Двойников Иван Петрович | Dvornikov Ivan Petrovich
Мария Иванова | Марина Иванова
Ольга Иванова | Олег Иванов
Иван Петров | Петр Иванов
Иванова Ольга Петровна | Иванов Олег Петрович
Халеев Олег | Халеев Степан Олегович
"""
SAMPLE = 3000
LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюя"


def probe(lines: str, accept: bool) -> list[str]:
    """The lines that come out wrong."""
    sides = [[side.strip() for side in line.split("|")] for line in lines.splitlines()]
    return [f"{a} | {b}" for a, b in sides if (compare(a, b).verdict != "unlikely") != accept]


def forms() -> tuple[list[str], int]:
    """Equivalents and short forms that are not accepted, and how many there are."""
    wrong, count = [], 0
    for line in GIVEN.splitlines():
        head, _, rest = line.partition(":")
        canon, sex = head.split()
        surname, father = ("Зябликов", "Викторович") if sex == "m" else ("Зябликова", "Викторовна")
        for word in rest.replace("=", " ").split():
            count += 1
            if compare(f"{word} {surname}", f"{surname} {canon} {father}").verdict == "unlikely":
                wrong.append(f"{word} {canon}")
    return wrong, count


def contradictions() -> tuple[list[str], int]:
    """Pairs of given names accepted though they share no form, and how many pairs there are."""
    heads = [line.partition(":")[0].split() for line in GIVEN.splitlines()]
    wrong, count = [], 0
    for sex, surname in (("m", "Зябликов"), ("f", "Зябликова")):
        canons = {c: {n for t in parse(f"{c} {surname}").tokens for n in t.canon} for c,
            s in heads if s == sex}
        for a, b in combinations(canons, 2):
            if not canons[a] & canons[b]:
                count += 1
                if compare(f"{a} {surname}", f"{b} {surname}").verdict != "unlikely":
                    wrong.append(f"{a} {b}")
    return wrong, count


def near_surnames() -> tuple[int, int]:
    """Accepted and tried pairs of existing surnames a letter apart."""
    names = {name for name, _, _ in rows("surname")}
    accepted = tried = 0
    for name in Random(7).sample(sorted(names), len(names)):
        near = [name[:i] + c + name[i + 1:] for i in range(len(name)) for c in LETTERS if c != name[i]]
        for other in [n for n in near if n in names][:1]:
            tried += 1
            pair = [f"{surname.capitalize()} Иван Сергеевич" for surname in (name, other)]
            accepted += compare(*pair).verdict != "unlikely"
        if tried >= SAMPLE:
            break
    return accepted, tried


def main() -> None:
    """Print the counts."""
    options = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", action="store_true")
    args = options.parse_args()
    failed: list[str] = []
    for title, (wrong, count) in {
        "probes accepted": (probe(ACCEPT, True), len(ACCEPT.splitlines())),
        "contradictions refused": (probe(REFUSE, False), len(REFUSE.splitlines())),
        "forms of given names accepted": forms(),
        "pairs of other given names refused": contradictions(),
    }.items():
        print(f"{title}: {count - len(wrong)} of {count}")
        failed += wrong
    accepted, tried = near_surnames()
    print(f"surnames a letter apart accepted: {accepted} of {tried}")
    if args.show:
        print("\n".join(failed))
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
