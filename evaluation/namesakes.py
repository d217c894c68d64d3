"""Are the expected counts right? Against names counted elsewhere.

Usage: python evaluation/namesakes.py [--least 8] [--seed 1] DATA_DIR

Three independent tables, on which no frequency was fitted (but the culture of given names was fitted on the
people of the first, and the mixing weights of tools/generations.py were read off them, rounded):
  lists     distinct people named in Russian with all three parts on the lists of DATA_DIR (sanctions and
            foreign agents): no random sample, men in office and journalists prevail. Put against the counts
            as the program states them; as it states them for people of the ages of the lists (birth years
            of the foreign-agents register); and of those ages and of the name cultures of the lists (EM over
            their given names and patronymics). Halves by person are printed apart.
  bearers   evaluation/bearers.tsv: names counted among 21.7 million people of working age (counted.py).
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
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

import counted
from build_population import read_joint
from shares import (
    DRAWS,
    ROLES,
    Man,
    Mix,
    cultures_of,
    middle,
    parts_of,
    perfect,
    poisson,
    ratios,
    share,
    within,
)

from sverka.matching import namesakes
from sverka.matching.cohorts import STARTS
from sverka.matching.frequency import CLASSES
from sverka.matching.keys import population_key
from sverka.matching.namesakes import sentence, spread_of
from sverka.names import parse

PARTS = {"surname": (0,), "given name": (1,), "patronymic": (2,), "given name and patronymic": (1, 2),
         "full name": (0, 1, 2)}
BORNE, EXPECTED = 5, 2  # bearers of a part in a sample; of a pair
FOREIGN = re.compile("олекс|володимир|микол|едуард")
SONS, DAUGHTERS = ("ович", "евич", "ич"), ("овна", "евна", "ична")
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
    for title, mix in (("as stated", Mix()), ("at the ages of the lists", Mix(ages))):
        single = [ratio for sample in (people, women) for part in ROLES
                  for ratio in ratios(sample, (ROLES.index(part),), args.least, mix)]
        print(f"single parts of men and women, {title}: {len(single)} names, within x2: {within(single):.2f}")
    counted.report()
    surnames()
    intervals(people, Mix(ages), random.Random(args.seed))
    for name in SHOWN:
        count = namesakes(name)
        print(f"  {name}: {count.expected:.3g} ({count.low:.3g} to {count.high:.3g}) {sentence(count, 'en')}")


def report(people: list[Man], least: float, ages: tuple[float, ...], rng: random.Random) -> None:
    """A row a part of the name."""
    cultures = cultures_of(people)
    print("  cultures of these people, %:",
          ", ".join(f"{name} {100 * part:.1f}" for name, part in zip(CLASSES, cultures, strict=True)))
    print(f"  {'':26} names  as stated  median  at their ages  median  and of their cultures  median"
          "  perfect")
    mixes = (Mix(), Mix(ages), Mix(ages, cultures))
    every: list[list[float]] = [[], [], [], []]
    for part, at in PARTS.items():
        found = [*(ratios(people, at, least, mix) for mix in mixes),
                 perfect(people, at, least, mixes[-1], rng)]
        every = [old + new for old, new in zip(every, found, strict=True)]
        if all(found):
            printed(part, found)
    printed("all", every)
    for title, mix in zip(("as stated", "at their ages", "and of their cultures"), mixes, strict=True):
        print(f"  pairs of given name and patronymic, {title}: " + together(people, mix))


def together(people: list[Man], mix: Mix) -> str:
    """All pairs of which at least two are expected, seen or not: no chance of the sample chooses them."""
    counts = Counter(person[1:] for person in people)
    given, fathers = ({name for name, n in Counter(person[i] for person in people).items() if n >= BORNE}
                      for i in (1, 2))
    expected = {(a, b): share((a, b), (1, 2), mix) * len(people)
                for a in sorted(given) for b in sorted(fathers)}
    common = {words: mean for words, mean in expected.items() if mean >= EXPECTED}
    seen = sum(counts[words] for words in common)
    return (f"{len(common)} with {EXPECTED} or more expected; {sum(common.values()):.0f} expected, "
            f"{seen} counted")


def printed(part: str, found: list[list[float]]) -> None:
    """One row: share within x2 and median as stated, at the ages, of the cultures; a perfect table."""
    stated, aged, cultured, drawn = found
    print(f"  {part:26} {len(aged):5d}  {within(stated):9.2f}  {middle(stated):6.2f}  {within(aged):13.2f}"
          f"  {middle(aged):6.2f}  {within(cultured):21.2f}  {middle(cultured):6.2f}  {within(drawn):7.2f}")


def distinct(names: list[Man], endings: tuple[str, ...]) -> list[Man]:
    """Each person of a sex once: the lists spell one surname in several ways. A patronymic tells the sex."""
    kept = {}
    for surname, given, patronymic in names:
        if patronymic.endswith(endings) and not foreign(given, patronymic):
            kept.setdefault((surname[:2], given[:3], patronymic[:4]), (surname, given, patronymic))
    return list(kept.values())


def foreign(given: str, patronymic: str) -> bool:
    """Whether a name is Ukrainian in Russian letters (Микола, Володимирович), its bearer no resident."""
    context = ("Иванова", "Ивановна") if patronymic.endswith(DAUGHTERS) else ("Иванов", "Иванович")
    key = population_key(parse(f"{context[0]} {given} {context[1]}").tokens[1], "given")
    return key is None or key[1].replace("ё", "е") != given or bool(FOREIGN.match(patronymic))


def ages_of(data: Path) -> tuple[float, ...]:
    """Share of each birth cohort among the people of the foreign-agents register."""
    newest = max((data / "foreign_agents/json").glob("*.json"))
    years = [int(found[-4:]) for row in json.loads(newest.read_text("utf-8"))
             if (found := re.sub("[^0-9.]", "", str(row.get("dob", ""))))[-4:].isdigit()]
    counts = Counter((year - STARTS[0]) // 10 for year in years if year >= STARTS[0])
    return tuple(counts[i] / sum(counts.values()) for i in range(len(STARTS)))


def surnames() -> None:
    """The surnames' shape against Zhuravlev's."""
    lines = (Path(__file__).parent / "surnames.tsv").read_text("utf-8").splitlines()
    stated = {name: float(value) for name, value in (line.split("\t") for line in lines if line[0] != "#")}
    ours = {name: share((name.lower(),), (0,), Mix()) for name in stated}
    against = [ours[name] / ours["Иванов"] * stated["Иванов"] / value for name, value in stated.items()]
    print(f"surnames of Zhuravlev against Иванов: {len(stated)}, within x2: {within(against):.2f}, "
          f"median ours / his {middle(against):.2f}; ours are {sum(ours.values()):.3f} of all people")


def intervals(people: list[Man], aged: Mix, rng: random.Random) -> None:
    """How often the count lies in the 90 % interval of the spread of the tables and of chance."""
    print("90 % intervals: share of names, with at least 5 men expected, whose count lies within")
    for part, at in PARTS.items():
        counts = Counter(tuple(person[i] for i in at) for person in people)
        for title, mix in (("as stated", Mix()), ("at the ages of the lists", aged)):
            hits = []
            for words, seen in counts.items():
                mean = share(words, at, mix) * len(people)
                if mean >= 5:
                    parts = zip(at, parts_of(words, at, "m"), strict=True)
                    spread = math.sqrt(sum(spread_of(ROLES[i], part) ** 2 for i, part in parts))
                    drawn = sorted(poisson(mean * math.exp(rng.gauss(0, spread)), rng) for _ in range(DRAWS))
                    hits.append(drawn[DRAWS // 20] <= seen <= drawn[-DRAWS // 20])
            if hits:
                print(f"  {part:26} {title:25} {len(hits):4d} names: {sum(hits) / len(hits):.2f}")


if __name__ == "__main__":
    main()
