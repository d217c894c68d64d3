"""What each part of the design buys: the figures of evaluation/pairs.py with one part switched off at a time.

Usage: python evaluation/ablation.py DATA_DIR [--split choose] [--only NAME] [--every N]

Columns: recall across scripts, Cyrillic with Cyrillic, Slavic Latin and aliases (OFAC and UN) at 1e-4, recall
against hard and random negatives pooled as the file has them at 1e-3, and the shares of
one-edit-apart surnames and of contradicting patronymics accepted at the random threshold of 1e-4.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from pairs import CROSS, NEGATIVES, Pair, load, recall, split, threshold

from sverka.matching import compare_parsed, costs, evidence, placeless
from sverka.names import ParsedName, Token, parse, parsing, roles

compare = importlib.import_module("sverka.matching.compare")


def plain_rows(_: str) -> dict[str, dict[str, float]]:
    """Every change of a phoneme 6 bits."""
    letters = ["", *costs.LETTERS]
    return {a: {b: 0.0 if a == b else 6.0 for b in letters} for a in letters}


def by_script(left: Token, right: Token) -> str:
    """The table of costs by script alone."""
    return "cross" if left.script != right.script else "cyrillic" if left.script == "cyrillic" else "latin"


# What to put in place of what, by the name of the part switched off.
OFF: dict[str, tuple[tuple[object, str, object], ...]] = {
    "nothing (the full design)": (),
    "learned edit costs": ((costs, "_rows", plain_rows),),
    "Belarusian and Ukrainian costs": ((evidence, "pairing_of", by_script),),
    "readings by other systems": ((parsing, "systems_of", lambda _: ()),),
    "table of given names": ((evidence, "_by_name", lambda *_: None),
                             (evidence, "_are_other_names", lambda *_: False)),
    "frequency": ((evidence, "token_bits", lambda *_: 9.0), (placeless, "word_bits", lambda *_: 9.0)),
    "contradiction (as omission)": ((compare, "DIFFERS", compare.MISSING), (evidence, "DIFFERS",
        evidence.MISSING), (placeless, "NAMES_DIFFER", -1.0)),
    "doubt beside a differing part": ((compare, "KINDRED", 1e9),),
    "surnames that exist": ((evidence, "OTHER_SURNAME", 0.0), (evidence, "ONE_KNOWN", 0.0),
                            (evidence, "ambiguity", lambda *_: 0.0), (evidence, "rivals", lambda *_: 0.0)),
    "surnames that fit a Latin spelling better": ((evidence, "rivals", lambda *_: 0.0),),
    "naming without places (Arabic, Spanish)": ((compare, "without_places", lambda a, b: (a, b)),),
    "leftovers as contradictions": ((compare, "_crossed", lambda _: []),),
    "declined and feminine forms": ((roles, "_nominatives", lambda _: []),),
}


def clear() -> None:
    """Forget what was computed with other parts."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("sverka.names", "sverka.matching")):
            for cached in vars(module).values():
                getattr(cached, "cache_clear", lambda: None)()


def figures(pairs: list[Pair]) -> list[float]:
    """The columns."""
    parsed: dict[str, ParsedName] = {}
    scores: dict[str, list[float]] = defaultdict(list)
    for pair in pairs:
        sides = [parsed.get(n) or parsed.setdefault(n, parse(n)) for n in (pair.left, pair.right)]
        scores[pair.kind].append(compare_parsed(*sides).bits)

    def at(kinds: tuple[str, ...], rate: float, *more: float) -> float:
        """Recall of the kinds against their own random negatives and more."""
        negatives = [s for kind in NEGATIVES[kinds[0]] for s in scores[kind]]
        return recall([s for kind in kinds for s in scores[kind]], threshold([*negatives, *more], rate))

    hard = [s for kind, found in scores.items() if kind.startswith("hard_") and kind.endswith("cross")
            for s in found]
    limit = threshold(scores["neg_rand_cross"], 1e-4)
    return [at(CROSS, 1e-4), at(("pos_cyr_cyr",), 1e-4), at(("pos_lat_lat_slav",), 1e-4),
            at(("pos_lat_lat_ofac", "pos_lat_lat_un"), 1e-4), at(CROSS, 1e-3, *hard),
            recall(scores["hard_near_surname1_cross"], limit),
            recall(scores["hard_diff_patronymic_cross"], limit)]


def main() -> None:
    """Read the arguments and print."""
    options = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--split", choices=("fit", "choose", "all"), default="choose")
    options.add_argument("--only", default="")
    options.add_argument("--every", type=int, default=1, help="take every n-th negative only")
    args = options.parse_args()
    pairs = split(load(args.data), args.split)
    same = [p for p in pairs if p.same]
    pairs = same + [p for p in pairs if not p.same][:: args.every]
    print("| without | cross | cyrillic | slavic | aliases | pooled | near accepted | patronymics accepted |")
    print("|---|---|---|---|---|---|---|---|")
    for name, patches in OFF.items():
        if args.only and args.only not in name:
            continue
        with ExitStack() as stack:
            for target, attribute, value in patches:
                stack.enter_context(patch.object(target, attribute, value))
            clear()
            print(f"| {name} | " + " | ".join(f"{value:.3f}" for value in figures(pairs)) + " |", flush=True)
    clear()


if __name__ == "__main__":
    main()
