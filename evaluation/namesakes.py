"""Are the expected counts right? Against names counted elsewhere.

Usage: python evaluation/namesakes.py DATA_DIR

The independent table: distinct people named in Russian with all three parts on the lists of
DATA_DIR (sanctions and foreign-agents lists). They are no random sample of a population (men in
office prevail, and journalists), and the class weights of given names were fitted on
them, but no frequency was. For every surname, given name, patronymic and pair of the last two of which
the sample holds, or should hold, `--least` bearers: expected against observed.
Also prints some counts as the program states them, to compare with what one knows.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from build_population import read_joint

from sverka.matching import namesakes
from sverka.matching.frequency import commonness, share_together
from sverka.matching.keys import population_key
from sverka.matching.namesakes import sentence
from sverka.names import parse

USUAL = ("иванов", "иван", "иванович")
ROLES = ("surname", "given", "patronymic")
SHOWN = ("Иванов Александр Сергеевич", "Смирнова Елена Владимировна", "Кузнецов Иван",
         "Магомедов Магомед", "Хабибуллин Ильдар Рашидович", "Саркисян Ашот Гургенович",
         "Буслаевчук Евлампий Нифонтович")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--least", type=float, default=8.0)
    args = parser.parse_args()
    people = men(sorted(read_joint(args.data / "names")))
    print(f"{len(people)} men in the independent table; names with at least {args.least:.0f} bearers in it")
    places = {"surname": (0,), "given name": (1,), "patronymic": (2,), "given name and patronymic": (1, 2)}
    every: list[float] = []
    for part, at in places.items():
        counts = Counter(tuple(person[i] for i in at) for person in people)
        ratios = []
        for words, observed in counts.items():
            # Given name and patronymic are a man's or a woman's: of men twice the share of people.
            doubled = 1 if at == (0,) else 2
            expected = doubled * share(dict(zip(at, words, strict=True))) * len(people)
            if max(observed, expected) >= args.least:
                ratios.append(expected / observed)
        every += ratios
        if ratios:
            print(f"  {part:26} {len(ratios):4d} names, within x2: {within(ratios):.2f}, "
                  f"median expected/observed {sorted(ratios)[len(ratios) // 2]:.2f}")
    print(f"  {'all':26} {len(every):4d} names, within x2: {within(every):.2f}")
    for name in SHOWN:
        count = namesakes(name)
        print(f"  {name}: {count.expected:.3g} ({count.low:.3g} to {count.high:.3g}) {sentence(count, 'en')}")


def share(words: dict[int, str]) -> float:
    """Share of people with these parts (0 surname, 1 given name, 2 patronymic)."""
    tokens = parse(" ".join(words.get(i, usual) for i, usual in enumerate(USUAL))).tokens
    keys = [population_key(tokens[i], ROLES[i]) for i in words]
    return share_together([commonness(*key) for key in keys if key])


def men(names: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Each man once: the lists spell one surname in several ways, and a son's patronymic is a man's."""
    kept = {}
    for surname, given, patronymic in names:
        if patronymic.endswith(("ович", "евич", "ич")):
            kept.setdefault((surname[:2], given[:3], patronymic[:4]), (surname, given, patronymic))
    return list(kept.values())


def within(ratios: list[float]) -> float:
    """Share of ratios between a half and two."""
    return sum(abs(math.log2(ratio)) <= 1 for ratio in ratios) / len(ratios)


if __name__ == "__main__":
    main()
