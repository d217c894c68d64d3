"""Subjects a second of `match_many`, against nomenklatura and rapidfuzz in the same run.

Usage: python benchmarks/bulk.py [--names 100000] [--subjects 1000] [--seed 1]

The peers need milliseconds to seconds for each subject and get a sample. nomenklatura is timed as
its users run it: its blocking index gives candidates, logic-v2 scores them; if it is not
installed, its figure from research/matching.md is not repeated here.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation"), str(ROOT / "benchmarks")]

from people import romanise  # noqa: E402
from query import PEER_QUESTIONS, built, register  # noqa: E402

from sverka.matching import Index, match_many  # noqa: E402
from sverka.model import Subject  # noqa: E402


def rapidfuzz_rate(full: list[str], latin: list[str]) -> float | None:
    """Subjects a second of rapidfuzz.process.extract."""
    try:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 (a peer that need not be there)
    except ImportError:
        return None
    plain = [name.lower() for name in latin]
    at = time.process_time()
    for name in full[:PEER_QUESTIONS]:
        process.extract(romanise(name, "bgn").lower(), plain, scorer=fuzz.token_sort_ratio, limit=10)
    return PEER_QUESTIONS / (time.process_time() - at)


def nomenklatura_rate(full: list[str], latin: list[str], sample: int) -> float | None:
    """Subjects a second of logic-v2 scoring alone over `sample` candidates each.

    Kinder to the peer than its real use: no blocking time is counted.
    """
    try:
        from followthemoney import model  # noqa: PLC0415
        from nomenklatura.matching import LogicV2  # noqa: PLC0415
        from nomenklatura.matching.types import ScoringConfig  # noqa: PLC0415
    except ImportError:
        return None

    def entity(key: str, name: str) -> object:
        made = model.make_entity("Person")
        made.id = key
        made.add("name", name)
        return made

    entries = [entity(f"e{i}", name) for i, name in enumerate(latin[:sample])]
    config = ScoringConfig.defaults()
    at = time.process_time()
    for i, name in enumerate(full[:5]):
        query = entity(f"q{i}", name)
        for entry in entries:
            LogicV2.compare(query, entry, config)
    return 5 / (time.process_time() - at)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=100_000)
    parser.add_argument("--subjects", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    full, latin = register(args.names, args.seed)
    index = Index(built(latin))
    asked = random.Random(args.seed + 1).sample(full, args.subjects)
    at = time.process_time()
    answers = sum(len(found) for found in match_many((Subject((name,)) for name in asked), index))
    ours = args.subjects / (time.process_time() - at)
    print(f"{args.names} names: match_many {ours:.0f} subjects a second of processor time, {answers} answers")
    for name, rate in (("rapidfuzz.process.extract", rapidfuzz_rate(asked, latin)),
                       ("nomenklatura logic-v2 over 200 candidates, no blocking",
                        nomenklatura_rate(asked, latin, 200))):
        said = "not installed" if rate is None else f"{rate:.2f} a second, ratio {ours / rate:.0f}x"
        print(f"  {name}: {said}")


if __name__ == "__main__":
    main()
