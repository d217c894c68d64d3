"""What each part of the design buys: the figures of evaluation/pairs.py with one part switched off at a time.

Usage: python evaluation/ablation.py DATA_DIR [--split choose] [--only NAME] [--every N]

Columns: recall across scripts at 1e-3 and 1e-4, Cyrillic with Cyrillic and Slavic Latin at 1e-4,
recall against
hard negatives at 1e-2, and the share of one-edit-apart surnames accepted at the random threshold of 1e-4.
"""

from __future__ import annotations

import argparse
import importlib
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch

from pairs import CROSS, Pair, load, recall, split, threshold

from sverka.matching import commonness, compare_parsed, costs, evidence
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
    "frequency": ((evidence, "token_bits", lambda *_: 9.0),),
    "contradiction (as omission)": ((compare, "DIFFERS", compare.MISSING), (evidence, "DIFFERS",
        evidence.MISSING)),
    "doubt beside a differing part": ((compare, "KINDRED", 1e9),),
    "surnames that exist": ((evidence, "OTHER_SURNAME", 0.0), (evidence, "ONE_KNOWN", 0.0),
                            (evidence, "ambiguity", lambda *_: 0.0)),
    "declined and feminine forms": ((roles, "_nominative", lambda _: ""),),
}


def clear() -> None:
    """Forget what was computed with other parts."""
    for cached in (evidence.token_pair, costs.distance, costs._rows, commonness.token_bits,
        commonness.ambiguity,
                   parsing.parse, parsing._word, roles._token, roles._with_others):
        getattr(cached, "cache_clear", lambda: None)()


def figures(pairs: list[Pair]) -> list[float]:
    """The columns."""
    parsed: dict[str, ParsedName] = {}
    scores: dict[str, list[float]] = defaultdict(list)
    for pair in pairs:
        sides = [parsed.get(n) or parsed.setdefault(n, parse(n)) for n in (pair.left, pair.right)]
        scores[pair.kind].append(compare_parsed(*sides).bits)
    cross = [s for kind in CROSS for s in scores[kind]]
    hard = [s for kind, found in scores.items() if kind.startswith("hard_") and kind.endswith("cross")
        for s in found]
    random = scores["neg_rand_cross"]
    return [recall(cross, threshold(random, 1e-3)), recall(cross, threshold(random, 1e-4)),
            recall(scores["pos_cyr_cyr"], threshold(scores["neg_rand_cyr"], 1e-4)),
            recall(scores["pos_lat_lat_slav"], threshold(scores["neg_rand_lat"], 1e-4)),
            recall(cross, threshold(hard, 1e-2)),
            recall(scores["hard_near_surname1_cross"], threshold(random, 1e-4))]


def main() -> None:
    """Read the arguments and print."""
    options = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--split", choices=("fit", "choose", "all"), default="choose")
    options.add_argument("--only", default="")
    options.add_argument("--every", type=int, default=1, help="take every n-th negative only")
    args = options.parse_args()
    pairs = [p for p in split(load(args.data), args.split) if "ofac" not in p.kind and "world" not in p.kind]
    same = [p for p in pairs if p.same]
    pairs = same + [p for p in pairs if not p.same][:: args.every]
    print("| without | cross 1e-3 | cross 1e-4 | cyr 1e-4 | slavic 1e-4 | hard 1e-2 | near accepted |")
    print("|---|---|---|---|---|---|---|")
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
