"""The pairs of pairs.py scored by Splink, which links tables by columns.

Usage: python evaluation/splink_pairs.py DATA_DIR [--split fit|choose|all]

Splink has no way to take a name apart, so it gets our roles: surname, given name and patronymic, romanised by
AnyAscii, a column each, compared by Jaro-Winkler with its frequency adjustment. It learns by its own means,
without labels: u from random pairs, m by EM over rows that share a given name or a surname. Slavic kinds
only, for other names have no such columns. Splink comes with `pip install --group evaluation`.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pairs import Pair, load, report, split

from sverka.names import parse

KINDS = ("pos_cross_cyr", "pos_cyr_cyr", "pos_lat_lat_slav", "neg_rand_cross", "neg_rand_cyr", "neg_rand_lat",
         "hard_")
COLUMNS = ("surname", "given", "patronymic")
LEVELS = [0.97, 0.92, 0.86, 0.78]  # of Jaro-Winkler similarity
RANDOM_PAIRS = 2_000_000


@cache
def columns(name: str) -> dict[str, str | None]:
    """The parts of a name in plain Latin letters; what has no place of its own counts as surname."""
    from anyascii import anyascii  # noqa: PLC0415 (a peer's)

    found: dict[str, list[str]] = defaultdict(list)
    for token in parse(name).tokens:
        role = "surname" if token.role == "name" else token.role
        found[role].append(anyascii(token.norm).lower())
    return {role: " ".join(found[role]) or None for role in COLUMNS}


def linker(pairs: list[Pair]) -> Any:
    """Splink over both sides of the pairs, trained."""
    import pandas as pd  # noqa: PLC0415
    import splink.comparison_library as cl  # noqa: PLC0415
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on  # noqa: PLC0415

    database = DuckDBAPI()
    sides = [database.register(pd.DataFrame(
        [{"unique_id": i, "pair": i, **columns(name)} for i, name in enumerate(names)]))
        for names in ([p.left for p in pairs], [p.right for p in pairs])]
    settings = SettingsCreator(
        link_type="link_only", blocking_rules_to_generate_predictions=[block_on("pair")],
        comparisons=[cl.JaroWinklerAtThresholds(column, LEVELS).configure(term_frequency_adjustments=True)
                     for column in COLUMNS])
    found = Linker(sides, settings, log_level=None)
    found.training.estimate_u_using_random_sampling(max_pairs=RANDOM_PAIRS, seed=1)
    for column in ("given", "surname"):
        found.training.estimate_parameters_using_expectation_maximisation(block_on(column, "pair"))
    return found


def main() -> None:
    """Read the arguments, train, score and print the table of pairs.py."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--split", choices=("fit", "choose", "all"), default="all")
    args = options.parse_args()
    pairs = [p for p in split(load(args.data), args.split) if p.kind.startswith(KINDS)]
    try:
        trained = linker(pairs)
    except ImportError as error:
        sys.exit(f"{error.name} is not installed: pip install --group evaluation")
    start = time.perf_counter()
    predicted = trained.inference.predict().as_pandas_dataframe()
    scores: dict[str, list[float]] = defaultdict(list)
    for number, weight in zip(predicted["unique_id_l"], predicted["match_weight"], strict=True):
        scores[pairs[number].kind].append(weight)
    if len(predicted) != len(pairs):
        sys.exit(f"Splink scored {len(predicted)} of {len(pairs)} pairs")
    report(f"splink [{args.split}]", scores, (time.perf_counter() - start) / len(pairs) * 1e6)


if __name__ == "__main__":
    main()
