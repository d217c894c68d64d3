"""Are the expected counts right? Against names counted elsewhere.

Usage: python evaluation/namesakes.py [--least 8] [--seed 1] DATA_DIR

Two independent tables, on which no frequency was fitted (but the culture of given names was fitted on the
people of the first, and the mixing weights of tools/generations.py were read off them, rounded):
  lists     distinct people named in Russian with all three parts on the lists of DATA_DIR (sanctions and
            foreign agents): no random sample, men in office and journalists prevail. Put against the counts
            as the program states them, and as it states them for men of the ages of the lists (birth years
            of the foreign-agents register). Halves by person are printed apart.
  surnames  evaluation/surnames.tsv: 503 common surnames with their frequency against Иванов (Zhuravlev 2005).
A name that eight men of 1,400 bear says little of how many there are: `perfect` is the share within x2 that
a table without any error would reach, by drawing such a sample from our own shares 200 times.
Also prints how often the 90 % interval of `Namesakes` holds, and some counts to compare with what one knows.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
import zlib
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from build_population import read_joint

from sverka.matching import namesakes
from sverka.matching.cohorts import STARTS, WOMEN
from sverka.matching.frequency import Commonness, Role, commonness, of_generations, share_together
from sverka.matching.keys import population_key
from sverka.matching.namesakes import sentence, spread_of
from sverka.names import parse

Man = tuple[str, str, str]  # or a woman
USUAL = {"m": ("иванов", "иван", "иванович"), "f": ("иванова", "анна", "ивановна")}
ROLES: tuple[Role, ...] = ("surname", "given", "patronymic")
PARTS = {"surname": (0,), "given name": (1,), "patronymic": (2,), "given name and patronymic": (1, 2),
         "full name": (0, 1, 2)}
FOREIGN = re.compile("олекс|володимир|микол|едуард")
SONS, DAUGHTERS = ("ович", "евич", "ич"), ("овна", "евна", "ична")
MENS = frozenset("илья никита лука фома кузьма данила игорь муса савва лева мустафа".split())  # noqa: SIM905
DRAWS = 200
SHOWN = ("Иванов Александр Сергеевич", "Смирнова Елена Владимировна", "Кузнецов Иван",
         "Магомедов Магомед", "Хабибуллин Ильдар Рашидович", "Саркисян Ашот Гургенович",
         "Буслаевчук Евлампий Нифонтович")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--least", type=float, default=8.0)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    joint = sorted(read_joint(args.data / "names"))
    people, women = distinct(joint, SONS), distinct(joint, DAUGHTERS)
    ages = ages_of(args.data)
    halves = [[man for man in people if zlib.crc32(" ".join(man).encode()) & 1 == half] for half in (0, 1)]
    samples = {f"all {len(people)} men": people, "one half": halves[0], "the other half": halves[1],
               f"all {len(women)} women": women}
    for title, sample in samples.items():
        print(f"lists, {title}; names with at least {args.least:.0f} bearers in it, expected or counted")
        report(sample, args.least, ages, random.Random(args.seed))
    for title, weights in (("as stated", None), ("at the ages of the lists", ages)):
        single = [ratio for sample in (people, women) for part in ROLES
                  for ratio in ratios(sample, (ROLES.index(part),), args.least, weights)]
        print(f"single parts of men and women, {title}: {len(single)} names, within x2: {within(single):.2f}")
    surnames()
    intervals(people, ages, random.Random(args.seed))
    for name in SHOWN:
        count = namesakes(name)
        print(f"  {name}: {count.expected:.3g} ({count.low:.3g} to {count.high:.3g}) {sentence(count, 'en')}")


def report(people: list[Man], least: float, ages: list[float], rng: random.Random) -> None:
    """A row a part of the name."""
    print(f"  {'':26} names  as stated  median  at the ages of the lists  median  perfect")
    stated, aged, drawn = list[float](), list[float](), list[float]()
    for part, at in PARTS.items():
        found = ratios(people, at, least, None), ratios(people, at, least, ages), perfect(
            people, at, least, ages, rng)
        stated += found[0]
        aged += found[1]
        drawn += found[2]
        if found[0] and found[1]:
            print(f"  {part:26} {len(found[1]):5d}  {within(found[0]):9.2f}  {middle(found[0]):6.2f}"
                  f"  {within(found[1]):24.2f}  {middle(found[1]):6.2f}  {within(found[2]):7.2f}")
    print(f"  {'all':26} {len(aged):5d}  {within(stated):9.2f}  {'':6}  {within(aged):24.2f}"
          f"  {'':6}  {within(drawn):7.2f}")


def distinct(names: list[Man], endings: tuple[str, ...]) -> list[Man]:
    """Each person of a sex once: the lists spell one surname in several ways. A patronymic tells the sex."""
    kept = {}
    for surname, given, patronymic in names:
        if patronymic.endswith(endings) and not foreign(given, patronymic):
            kept.setdefault((surname[:2], given[:3], patronymic[:4]), (surname, given, patronymic))
    return list(kept.values())


def sex_of(words: tuple[str, ...]) -> str:
    """`f` or `m` by a given name or patronymic among the words."""
    return "f" if words[-1].endswith(("а", "я", "ь")) and words[-1] not in MENS else "m"


def foreign(given: str, patronymic: str) -> bool:
    """Whether a name is Ukrainian in Russian letters (Микола, Володимирович), its bearer no resident."""
    context = ("Иванова", "Ивановна") if patronymic.endswith(DAUGHTERS) else ("Иванов", "Иванович")
    key = population_key(parse(f"{context[0]} {given} {context[1]}").tokens[1], "given")
    return key is None or key[1].replace("ё", "е") != given or bool(FOREIGN.match(patronymic))


def ages_of(data: Path) -> list[float]:
    """Share of each birth cohort among the people of the foreign-agents register."""
    newest = max((data / "foreign_agents/json").glob("*.json"))
    years = [int(found[-4:]) for row in json.loads(newest.read_text("utf-8"))
             if (found := re.sub("[^0-9.]", "", str(row.get("dob", ""))))[-4:].isdigit()]
    counts = Counter((year - STARTS[0]) // 10 for year in years if year >= STARTS[0])
    return [counts[i] / sum(counts.values()) for i in range(len(STARTS))]


@cache
def parts_of(words: tuple[str, ...], at: tuple[int, ...]) -> tuple[Commonness, ...]:
    """What the tables say of these parts of a man's name."""
    given, sex = dict(zip(at, words, strict=True)), sex_of(words)
    tokens = parse(" ".join(given.get(i, usual) for i, usual in enumerate(USUAL[sex]))).tokens
    keys = [population_key(tokens[i], ROLES[i]) for i in at if i < len(tokens)]
    return tuple(commonness(*key) for key in keys if key)


def share(words: tuple[str, ...], at: tuple[int, ...], ages: list[float] | None) -> float:
    """Share of their sex with these parts; of all ages, or of those of the cohorts' shares `ages`."""
    parts = parts_of(words, at)
    of_sex = WOMEN if sex_of(words) == "f" else 1 - WOMEN
    shared = share_together(list(parts)) / (1.0 if at == (0,) else of_sex)
    if ages is None:
        return shared
    now = sum(part * math.prod(p.cohorts[i] for p in parts) for i, part in enumerate(ages))
    return shared / of_generations(list(parts)) * now


def ratios(people: list[Man], at: tuple[int, ...], least: float, ages: list[float] | None) -> list[float]:
    """Expected / counted, of the names that at least `least` bear or should bear."""
    counts = Counter(tuple(person[i] for i in at) for person in people)
    expected = {words: share(words, at, ages) * len(people) for words in counts}
    return [expected[words] / seen for words, seen in counts.items() if max(expected[words], seen) >= least]


def perfect(people: list[Man], at: tuple[int, ...], least: float, ages: list[float],
            rng: random.Random) -> list[float]:
    """The same where our shares are true and the sample is drawn from them."""
    names = {tuple(person[i] for i in at) for person in people}
    expected = [share(words, at, ages) * len(people) for words in sorted(names)]
    found = []
    for mean in (mean for _ in range(DRAWS) for mean in expected if mean > least / 4):
        seen = poisson(mean, rng)
        if seen and max(mean, seen) >= least:
            found.append(mean / seen)
    return found


def poisson(mean: float, rng: random.Random) -> int:
    """One draw; by the normal curve above 50."""
    if mean > 50:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    at, left = -1, 1.0
    while left > math.exp(-mean):
        at, left = at + 1, left * rng.random()
    return at


def surnames() -> None:
    """The surnames' shape against Zhuravlev's."""
    lines = (Path(__file__).parent / "surnames.tsv").read_text("utf-8").splitlines()
    stated = {name: float(value) for name, value in (line.split("\t") for line in lines if line[0] != "#")}
    ours = {name: share((name.lower(),), (0,), None) for name in stated}
    against = [ours[name] / ours["Иванов"] * stated["Иванов"] / value for name, value in stated.items()]
    print(f"surnames of Zhuravlev against Иванов: {len(stated)}, within x2: {within(against):.2f}, "
          f"median ours / his {middle(against):.2f}; ours are {sum(ours.values()):.3f} of all people")


def intervals(people: list[Man], ages: list[float], rng: random.Random) -> None:
    """How often the count lies in the 90 % interval of the spread of the tables and of chance."""
    print("90 % intervals: share of names, with at least 5 men expected, whose count lies within")
    for part, at in PARTS.items():
        counts = Counter(tuple(person[i] for i in at) for person in people)
        for title, weights in (("as stated", None), ("at the ages of the lists", ages)):
            hits = []
            for words, seen in counts.items():
                mean = share(words, at, weights) * len(people)
                if mean >= 5:
                    parts = zip(at, parts_of(words, at), strict=True)
                    spread = math.sqrt(sum(spread_of(ROLES[i], part) ** 2 for i, part in parts))
                    drawn = sorted(poisson(mean * math.exp(rng.gauss(0, spread)), rng) for _ in range(DRAWS))
                    hits.append(drawn[DRAWS // 20] <= seen <= drawn[-DRAWS // 20])
            if hits:
                print(f"  {part:26} {title:25} {len(hits):4d} names: {sum(hits) / len(hits):.2f}")


def within(found: list[float]) -> float:
    """Share of ratios between a half and two."""
    return sum(abs(math.log2(ratio)) <= 1 for ratio in found) / max(1, len(found))


def middle(found: list[float]) -> float:
    """The median."""
    return sorted(found)[len(found) // 2]


if __name__ == "__main__":
    main()
