"""How well two names are told apart: recall at fixed false-positive rates, by kind of pair.

Usage: python evaluation/pairs.py DATA_DIR [--split fit|choose|all] [--peers rapidfuzz,nomenklatura]
       [--sample N] [--adjudicated] [--kinds PREFIX,...] [--peers-only]

DATA_DIR holds names/dev-pairs.tsv.gz (kind, label, left, right). Thresholds come from the random
negatives of the same script pairing: pos_cross_* against neg_rand_cross, pos_cyr_cyr against
neg_rand_cyr, pos_lat_lat_slav against neg_rand_lat, the other Latin kinds against both Latin sets.
People are split in two by a hash of their first name string: weights are fitted on `fit`, decisions
taken on `choose`. Real names are read and never printed.

Hard negatives are counted in three ways, all against the cross-script positives: `strict`, the rate over
hard negatives alone; `pooled`, over random and hard negatives across scripts together, as many as the file
has of each; `pooled 3.2 %`, the same weighted to the mix of the study that measured the peers (16,472 hard,
500,000 random).

Peers come with `pip install --group evaluation`; nomenklatura is slow, so it scores a
sample of the pairs (--sample, default 4000 a kind).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import sys
import time
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from sverka.matching import compare_parsed
from sverka.names import parse

Score = Callable[[str, str], float]
NEGATIVES = {
    "pos_cross_cyr": ("neg_rand_cross",),
    "pos_cross_cyr_alias": ("neg_rand_cross",),
    "pos_cross_ara": ("neg_made_ara",),
    "pos_cyr_cyr": ("neg_rand_cyr",),
    "pos_lat_lat_slav": ("neg_rand_lat",),
    "pos_lat_lat_ofac": ("neg_rand_lat", "neg_rand_lat_world"),
    "pos_lat_lat_un": ("neg_rand_lat", "neg_rand_lat_world"),
}
ARABIC_RIVALS = 100
STUDY_MIX = (500_000, 16_472)  # random and hard negatives of the study of the peers
CROSS = ("pos_cross_cyr", "pos_cross_cyr_alias")


class Pair(NamedTuple):
    """One labelled pair."""

    kind: str
    same: bool
    left: str
    right: str


def load(data: Path) -> list[Pair]:
    """Every pair of the development set."""
    with gzip.open(data / "names" / "dev-pairs.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        rows = (line.rstrip("\n").split("\t") for line in lines)
        return [Pair(kind, label == "1", left, right) for kind, label, left, right in rows]


def people(pairs: Iterable[Pair]) -> dict[str, str]:
    """name string -> one name string for its person, joined through the positive pairs."""
    parent: dict[str, str] = {}

    def root(name: str) -> str:
        while parent.setdefault(name, name) != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    for pair in pairs:
        a, b = root(pair.left), root(pair.right)
        if pair.same and a != b:
            parent[max(a, b)] = min(a, b)
    return {name: root(name) for name in parent}


def split(pairs: list[Pair], part: str) -> list[Pair]:
    """The pairs whose left person falls in `fit` or `choose`; all of them for `all`."""
    if part == "all":
        return pairs
    person = people(pairs)
    wanted = part == "fit"
    return [p for p in pairs if (hashlib.sha256(person[p.left].encode()).digest()[0] % 2 == 0) == wanted]


def with_arabic(pairs: list[Pair]) -> list[Pair]:
    """The pairs and, as `neg_made_ara`, Arabic names against the Latin names of other people.

    The file has no negatives with an Arabic side; each name meets `ARABIC_RIVALS` others, the next ones in
    the file.
    """
    known = [p for p in pairs if p.kind == "pos_cross_ara"]
    person = people(pairs)
    sides = [sorted((p.left, p.right), key=lambda n: parse(n).script != "arabic") for p in known]
    made = [
        Pair("neg_made_ara", False, arabic, sides[(i + step) % len(sides)][1])
        for i, (arabic, _) in enumerate(sides)
        for step in range(1, ARABIC_RIVALS + 1)
    ]
    return pairs + [p for p in made if person[p.left] != person[p.right]]


def adjudicable(pair: Pair) -> bool:
    """Whether the two names share a surname or given name at all, as far as three letters tell.

    Leaves out positives that are different words (married names, noms de guerre).
    """
    left, right = ([t for t in parse(n).tokens if t.role in ("surname", "name")] for n in pair[2:])
    return any(_alike(a.skeleton, b.skeleton) for a in left for b in right) or not left or not right


def _alike(a: str, b: str) -> bool:
    grams = [{w[i : i + 2] for i in range(len(w) - 1)} or {w} for w in (a, b)]
    return len(grams[0] & grams[1]) >= 0.34 * min(map(len, grams))


def sverka(left: str, right: str) -> float:
    """Our score: bits."""
    return compare_parsed(_parsed(left), _parsed(right)).bits


_parsed = cache(parse)


def peer(name: str) -> Score:
    """A peer's score as a function of two strings."""
    if name == "rapidfuzz":
        from anyascii import anyascii  # noqa: PLC0415
        from rapidfuzz.fuzz import token_set_ratio  # noqa: PLC0415

        return lambda a, b: token_set_ratio(anyascii(a).lower(), anyascii(b).lower())
    from followthemoney import model  # noqa: PLC0415
    from nomenklatura.matching import LogicV2, ScoringConfig  # noqa: PLC0415

    config = ScoringConfig.defaults()

    ids = count()

    @cache
    def entity(name: str) -> Any:
        # Every name has an id of its own: logic-v2 remembers by the id what it has read of an entity.
        return model.get_proxy({"id": f"n{next(ids)}", "schema": "Person", "properties": {"name": [name]}})

    def logic(a: str, b: str) -> float:
        return LogicV2.compare(entity(a), entity(b), config).score

    return logic


def threshold(negatives: Sequence[float], rate: float) -> float:
    """The lowest score that at most `rate` of the negatives exceed."""
    ordered = sorted(negatives, reverse=True)
    return ordered[min(int(rate * len(ordered)), len(ordered) - 1)]


def mixed_threshold(
    negatives: Sequence[float], hard: Sequence[float], rate: float, mix: tuple[int, int]
) -> float:
    """The lowest score that at most `rate` of both exceed, if they came in the proportion of `mix`."""
    total = sum(mix)
    weights = (mix[0] / total / len(negatives), mix[1] / total / len(hard))
    ordered = sorted([(s, weights[0]) for s in negatives] + [(s, weights[1]) for s in hard], reverse=True)
    above = 0.0
    for score, weight in ordered:
        above += weight
        if above > rate + 1e-12:
            return score
    return ordered[-1][0]


def recall(positives: Sequence[float], limit: float) -> float:
    """Share of the positives above the limit."""
    return sum(p > limit for p in positives) / max(1, len(positives))


def auc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """Chance that a positive scores above a negative, ties half."""
    ordered = sorted(negatives)
    wins = sum(bisect_left(ordered, p - 1e-9) + bisect_left(ordered, p + 1e-9) for p in positives)
    return wins / 2 / max(1, len(positives) * len(ordered))


def report(name: str, scores: dict[str, list[float]], micros: float) -> None:
    """Print one matcher's table."""
    print(f"\n{name}  ({micros:.0f} us a pair)\n{'kind':26}{'n':>6}  AUC     R@1e-3  R@1e-4")
    groups: dict[str, tuple[str, ...]] = {"cross-script, all": CROSS, **{k: (k,) for k in NEGATIVES}}
    for group, kinds in groups.items():
        positives = [s for kind in kinds for s in scores[kind]]
        negatives = [s for kind in NEGATIVES[kinds[0]] for s in scores[kind]]
        if positives and negatives:
            print(
                f"{group:26}{len(positives):>6}  {auc(positives, negatives):.4f}"
                + "".join(f"  {recall(positives, threshold(negatives, r)):.4f}" for r in (1e-3, 1e-4))
            )
    hard(scores)


def hard(scores: dict[str, list[float]]) -> None:
    """Recall against the hard negatives, and how many near surnames pass the random threshold."""
    positives = [s for kind in CROSS for s in scores[kind]]
    negatives = [
        s
        for kind, values in scores.items()
        if kind.startswith("hard_") and kind.endswith("cross")
        for s in values
    ]
    if not positives or not negatives or not scores["neg_rand_cross"]:
        return
    rand = scores["neg_rand_cross"]
    limits: dict[str, Callable[[float], float]] = {
        "strict": lambda rate: threshold(negatives, rate),
        "pooled": lambda rate: mixed_threshold(rand, negatives, rate, (len(rand), len(negatives))),
        "pooled 3.2 %": lambda rate: mixed_threshold(rand, negatives, rate, STUDY_MIX),
    }
    print(f"hard negatives: {len(negatives)}, random {len(rand)}; recall at FPR 1e-2, 1e-3, 1e-4")
    for way, limit_at in limits.items():
        print(f"  {way:24}" + "".join(f"  {recall(positives, limit_at(r)):.4f}" for r in (1e-2, 1e-3, 1e-4)))
    limit = threshold(scores["neg_rand_cross"], 1e-4)
    for kind in sorted(scores):
        if kind.startswith("hard_"):
            share = recall(scores[kind], limit)
            print(f"  accepted at random 1e-4: {kind:28} {share:.4f} of {len(scores[kind])}")


def run(name: str, score: Score, pairs: Iterable[Pair]) -> dict[str, list[float]]:
    """Score every pair and print the table."""
    scores: dict[str, list[float]] = defaultdict(list)
    start, count = time.perf_counter(), 0
    for pair in pairs:
        scores[pair.kind].append(score(pair.left, pair.right))
        count += 1
    report(name, scores, (time.perf_counter() - start) / max(1, count) * 1e6)
    return scores


def thin(pairs: list[Pair], most: int) -> list[Pair]:
    """At most so many pairs a kind, the first of the file."""
    seen: dict[str, int] = defaultdict(int)
    kept = []
    for pair in pairs:
        seen[pair.kind] += 1
        if seen[pair.kind] <= most:
            kept.append(pair)
    return kept


def main() -> None:
    """Read the arguments and print."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("data", type=Path)
    options.add_argument("--split", choices=("fit", "choose", "all"), default="all")
    options.add_argument("--peers", default="")
    options.add_argument("--sample", type=int, default=4000)
    options.add_argument("--adjudicated", action="store_true")
    options.add_argument("--kinds", default="", help="comma list of what the kinds begin with")
    options.add_argument("--peers-only", action="store_true", help="leave out our own score")
    args = options.parse_args()
    pairs = with_arabic(split(load(args.data), args.split))
    if args.kinds:
        pairs = [p for p in pairs if p.kind.startswith(tuple(args.kinds.split(",")))]
    if args.adjudicated:
        pairs = [p for p in pairs if not p.same or adjudicable(p)]
    if not args.peers_only:
        run(f"sverka [{args.split}]", sverka, pairs)
    for name in filter(None, args.peers.split(",")):
        run(name, peer(name), thin(pairs, args.sample) if name == "nomenklatura" else pairs)


if __name__ == "__main__":
    main()
