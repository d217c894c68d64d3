"""No false all-clear: every listed person, in every usual spelling, against their own Cyrillic name.

Usage: python evaluation/sweep.py [BUNDLE] [--show]

Takes each person's full names from the bundle (default: the shipped one), writes them by every system of
`names.tables.romanisation`, in both orders, in capitals, with and without patronymic, with initials, and
in all cases as pytrovich (MIT) declines it, with and without patronymic; counts how many of these the
comparison would call `unlikely`. The target is none. --show lists them (names on a public register).
Needs `pip install --group evaluation`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from pytrovich.enums import Case, Gender, NamePart
from pytrovich.maker import PetrovichDeclinationMaker

from sverka.bundle import Bundle
from sverka.matching import compare_parsed
from sverka.matching.verdicts import verdict_of
from sverka.names import parse
from sverka.names.spellings import romanise
from sverka.names.tables.romanisation import SYSTEMS


def variants(name: str) -> Iterator[tuple[str, str]]:
    """(what was done, the name so written)."""
    words = name.split()
    for system, table in SYSTEMS:
        latin = ["-".join(romanise(part, table).capitalize() for part in word.lower().split("-"))
            for word in words]
        yield system, " ".join(latin)
        yield system + ", reversed", " ".join(reversed(latin))
        if len(latin) == 3:
            yield system + ", no patronymic", f"{latin[1]} {latin[0].upper()}"
    yield "capitals", name.upper()
    if len(words) == 3:
        yield "no patronymic", f"{words[1]} {words[0]}"
        yield "initials", f"{words[0]} {words[1][0]}.{words[2][0]}."
        yield "initial", f"{words[1][0]}. {words[0]}"
        yield from declined(words)


def declined(words: list[str]) -> Iterator[tuple[str, str]]:
    """A surname, given name and patronymic in each oblique case; the patronymic tells the sex."""
    sex = Gender.FEMALE if words[2].lower().endswith("на") else Gender.MALE
    parts = NamePart.LASTNAME, NamePart.FIRSTNAME, NamePart.MIDDLENAME
    for case in Case:
        forms = [_PETROVICH.make(part, sex, case, word.capitalize())
                 for part, word in zip(parts, words, strict=True)]
        yield case.name.lower(), " ".join(forms)
        yield case.name.lower() + ", no patronymic", f"{forms[1]} {forms[0]}"


_PETROVICH = PetrovichDeclinationMaker()


def main() -> None:
    """Read the arguments and print."""
    options = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("bundle", nargs="?", type=Path, default=ROOT / "src/sverka/data/ru.svk")
    options.add_argument("--show", action="store_true")
    args = options.parse_args()
    listings = Bundle(args.bundle.read_bytes()).listings
    names = sorted({n.text for listing in listings if listing.entry.kind == "person"
                    for n in listing.entry.names if n.kind == "full"})
    tried, missed = Counter[str](), Counter[str]()
    for name in names:
        own = parse(name)
        for what, spelling in variants(name):
            other = parse(spelling)
            found = compare_parsed(other, own)
            tried[what] += 1
            if verdict_of(other, own, found) == "unlikely":
                missed[what] += 1
                if args.show:
                    print(f"{what}: {spelling} | {name}", " ".join(f"{x.kind}:{x.bits:.0f}"
                        for x in found.lines))
    print(f"{len(names)} names, {sum(tried.values())} spellings, {sum(missed.values())} called unlikely")
    for what, count in sorted(missed.items(), key=lambda item: -item[1]):
        print(f"  {count:5} of {tried[what]:5}  {what}")


if __name__ == "__main__":
    main()
