"""Does the bundle find what is in it? 200 persons and 200 organisations, each asked for again.

    python evaluation/found_first.py [--bundle FILE] [--count 200] [--seed 2026] [--misses]

Each is asked for by its exact official name, then with the order of words changed, the
patronymic dropped, the case changed, and in the passport transliteration. "First" means
that the first match is that listing, or bears exactly the same name (a listing made anew,
or the same organisation on another list). Official names of listings are
public; `--misses` prints those that were not first.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from sverka.bundle import Bundle
from sverka.check import check
from sverka.cli._lists import SHIPPED, map_file
from sverka.model import Listing, Subject

# ICAO 9303 as Russian passports have it since 2014. Written out here, not taken from the
# package: what is measured must not come from what measures.
PASSPORT = {
    "а": "a",
    "б": "b",
    "в": "v",
    "г": "g",
    "д": "d",
    "е": "e",
    "ё": "e",
    "ж": "zh",
    "з": "z",
    "и": "i",
    "й": "i",
    "к": "k",
    "л": "l",
    "м": "m",
    "н": "n",
    "о": "o",
    "п": "p",
    "р": "r",
    "с": "s",
    "т": "t",
    "у": "u",
    "ф": "f",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ъ": "ie",
    "ы": "y",
    "ь": "",
    "э": "e",
    "ю": "iu",
    "я": "ia",
    "і": "i",
    "ї": "i",
    "є": "e",
    "ґ": "g",
}
PATRONYMIC = re.compile(r"(?:вич|вна|ична|инична|ич|оглы|кызы)$", re.IGNORECASE)
DAY = date(2026, 8, 1)  # any; it changes ages, never matches

Variant = Callable[[str], str]


def passport(name: str) -> str:
    """The name in Latin letters, capitals kept at the start of words."""
    out = "".join(PASSPORT.get(char, char) for char in name.lower())
    return " ".join(word[:1].upper() + word[1:] for word in out.split())


def without_patronymic(name: str) -> str:
    """The name without its patronymic; unchanged if none is plain to see."""
    words = name.split()
    kept = [word for i, word in enumerate(words) if i < 2 or not PATRONYMIC.search(word)]
    return " ".join(kept)


def turned(name: str) -> str:
    """The words in another order: the first goes last."""
    words = name.split()
    return " ".join(words[1:] + words[:1])


VARIANTS: dict[str, dict[str, Variant]] = {
    "person": {
        "exact": str,
        "order changed": turned,
        "no patronymic": without_patronymic,
        "upper case": str.upper,
        "lower case": str.lower,
        "passport Latin": passport,
    },
    "organisation": {
        "exact": str,
        "order changed": turned,
        "upper case": str.upper,
        "lower case": str.lower,
        "passport Latin": passport,
    },
}


def first(bundle: Bundle, listing: Listing, name: str) -> tuple[bool, str]:
    """Whether the listing (or one of the same name) is the first match, and what was."""
    kind = "person" if listing.entry.kind == "person" else "organisation"
    standing = check(bundle, Subject((name,), kind), today=DAY, faint=True)
    if not standing.findings:
        return False, "nothing"
    top = standing.findings[0].listing
    same = top.entry.names and top.entry.names[0].text.casefold() == listing.entry.names[0].text.casefold()
    return bool(same) or top == listing, top.entry.official_name


def ask_for(listing: Listing, title: str) -> str:
    """What is typed before the variant is made: the whole cell for `exact`, else the full name."""
    return listing.entry.official_name if title == "exact" else listing.entry.names[0].text


def main() -> None:
    """Print a table, and the misses if asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--bundle", type=Path, default=SHIPPED)
    options.add_argument("--count", type=int, default=200)
    options.add_argument("--seed", type=int, default=2026)
    options.add_argument("--misses", action="store_true")
    asked = options.parse_args()
    bundle = Bundle(map_file(asked.bundle))
    rng = Random(asked.seed)
    print("| | asked | first | share |\n|---|---|---|---|")
    misses = []
    for kind, variants in VARIANTS.items():
        pool = [x for x in bundle.listings if x.entry.kind == kind and x.entry.names]
        drawn = rng.sample(pool, min(asked.count, len(pool)))
        for title, variant in variants.items():
            good = 0
            for listing in drawn:
                name = variant(ask_for(listing, title))
                found, top = first(bundle, listing, name)
                good += found
                if not found:
                    misses.append((kind, title, name, top))
            print(f"| {kind}, {title} | {len(drawn)} | {good} | {good / len(drawn):.3f} |")
    for miss in misses if asked.misses else ():
        print(*miss, sep="\n    ")


if __name__ == "__main__":
    main()
