"""What the worst misses have in common: counts of evidence kinds, never a name.

Usage: python evaluation/errors.py DATA_DIR [--split fit|choose|all] [--worst 100] [--show]

Misses are the positives at or below the threshold of FPR 1e-4 on their random negatives, and the hard
negatives above it. --show prints the names for a developer's own eyes; do not paste them anywhere.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from pathlib import Path

from pairs import NEGATIVES, Pair, load, split, threshold, with_arabic

from sverka.matching import compare_parsed
from sverka.model import Comparison
from sverka.names import parse


def signature(comparison: Comparison) -> str:
    """The kinds of the lines that speak against, else of the weakest one."""
    against = sorted(
        {line.kind for line in comparison.lines if line.bits < 0 and not line.kind.endswith(".missing")}
    )
    return " + ".join(against) or "too little: " + " ".join(sorted(line.kind for line in comparison.lines))


def main() -> None:
    """Read the arguments and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path)
    options.add_argument("--split", choices=("fit", "choose", "all"), default="all")
    options.add_argument("--worst", type=int, default=100)
    options.add_argument("--kind", default="")
    options.add_argument("--show", action="store_true")
    args = options.parse_args()
    found: dict[str, list[tuple[float, Pair, Comparison]]] = defaultdict(list)
    for pair in with_arabic(split(load(args.data), args.split)):
        comparison = compare_parsed(parse(pair.left), parse(pair.right))
        found[pair.kind].append((comparison.bits, pair, comparison))
    for kind, rows in sorted(found.items()):
        if kind.startswith("neg_") or (args.kind and not kind.startswith(args.kind)):
            continue
        rivals = NEGATIVES.get(kind, ("neg_rand_cross",))
        limit = threshold([bits for rival in rivals for bits, _, _ in found[rival]], 1e-4)
        same = kind.startswith("pos_")
        misses = sorted(
            (row for row in rows if (row[0] <= limit) == same), key=lambda r: r[0], reverse=not same
        )
        print(f"\n{kind}: {len(misses)} of {len(rows)} at the wrong side of {limit:.1f} bits")
        for what, count in Counter(signature(c) for _, _, c in misses[: args.worst]).most_common(12):
            print(f"  {count:4}  {what}")
        if args.show:
            for bits, pair, comparison in misses[: args.worst]:
                print(
                    f"    {bits:6.1f}  {pair.left} | {pair.right}  "
                    + " ".join(f"{line.kind}:{line.bits:.0f}" for line in comparison.lines)
                )


if __name__ == "__main__":
    main()
