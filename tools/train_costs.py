"""Learn what one phoneme costs for another, and write src/sverka/matching/weights.py.

Usage: python tools/train_costs.py DATA_DIR [--rounds 8] [--names-weight 20] [--write]

A memoryless stochastic transducer (Ristad and Yianilos 1998): a pair of words is a string of operations
(a, b), (a, -) and (-, b); EM counts them over all alignments of all training pairs. Five tables: across
scripts, Cyrillic with Cyrillic, Latin with Latin, and any with a Belarusian or a Ukrainian spelling. Data:

- names/wikidata-ru-latin-train.tsv: single words Latin / Cyrillic (CC0), for the cross table;
- words of the positive pairs of the `fit` half of names/dev-pairs.tsv.gz (see evaluation/pairs.py),
  weighted --names-weight, for all; the small tables shrink towards the cross table.

Nothing random is used: start values come from the identity, so the same data give the same table.
A pair whose likelihood a letter is worse than `NOISE` bits is not two spellings of one word and is
left out of the following rounds. Needs numpy.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation")]

from pairs import load, split

from sverka.matching.evidence import pairing_of
from sverka.matching.placeless import without_places
from sverka.names import Token, parse, phonemes

LETTERS = "aeiouyAUEbvgdZzjklmnprstfxhcCSW"
CODE = {letter: i + 1 for i, letter in enumerate(LETTERS)}
SIZE = len(LETTERS) + 1
TABLES = ("cross", "cyrillic", "latin", "belarusian", "ukrainian", "arabic", "world")
NOISE = 9.0  # bits a letter beyond which two words are not spellings of one
COUNT_CAP = 5  # a Wikidata pair seen more often counts no more
SHRINK = {"cyrillic": 1500.0, "latin": 1500.0, "belarusian": 500.0,
    "ukrainian": 500.0, "arabic": 300.0, "world": 300.0}  # pseudo-operations taken from the cross table
FLOOR = 2e-7  # of an operation never seen; about a slip of the keyboard to one certain letter
GAP_FLOOR = 4e-6

Bucket = tuple[np.ndarray, np.ndarray, np.ndarray]


def encode(word: str) -> tuple[int, ...]:
    """Phonemes as numbers from 1; letters outside the alphabet are dropped."""
    return tuple(CODE[c] for c in word if c in CODE)


def wikidata(data: Path) -> dict[tuple[str, str], float]:
    """Phonemic pairs with their weights."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for line in (data / "names" / "wikidata-ru-latin-train.tsv").read_text(encoding="utf-8").splitlines():
        latin, cyrillic, count = line.split("\t")
        pair = (phonemes(latin.lower(), "latin"), phonemes(cyrillic.replace(" ", ""), "cyrillic"))
        found[pair] += min(int(count), COUNT_CAP)
    return found


def words(data: Path) -> dict[str, dict[tuple[str, str], float]]:
    """Phonemic pairs of the fit half by table; each word with its nearest of the same role."""
    found: dict[str, dict[tuple[str, str], float]] = {k: defaultdict(float) for k in TABLES}
    for pair in split(load(data), "fit"):
        if not pair.same or pair.kind.endswith("_ara"):
            continue
        left, right = without_places(parse(pair.left), parse(pair.right))
        for a in left.tokens:
            near = min((b for b in right.tokens if fits(a, b)), key=lambda b: rough(a.phon, b.phon),
                default=None)
            if near is not None and rough(a.phon, near.phon) <= 0.4:
                found[pairing_of(a, near)][a.phon, near.phon] += 1.0
    return found


def fits(a: Token, b: Token) -> bool:
    """Whether two words may be spellings: not two forms the table of given names already joins."""
    if "initial" in (a.role, b.role) or a.script not in ("cyrillic", "latin") or b.script not in (
        "cyrillic", "latin"):
        return False
    return not (a.canon and set(a.canon) & set(b.canon) and rough(a.phon, b.phon) > 0.3)


def rough(a: str, b: str) -> float:
    """Plain edit distance by the longer length."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for k, y in enumerate(b, 1):
            last, row[k] = row[k], min(row[k] + 1, row[k - 1] + 1, last + (x != y))
    return row[-1] / max(len(a), len(b), 1)


def buckets(pairs: dict[tuple[str, str], float]) -> list[Bucket]:
    """Pairs of equal lengths together, so that one step of the recursion serves them all."""
    groups: dict[tuple[int, int], list[tuple[tuple[int, ...], tuple[int, ...], float]]] = defaultdict(list)
    for (left, right), weight in sorted(pairs.items()):
        a, b = encode(left), encode(right)
        if 1 < len(a) <= 18 and 1 < len(b) <= 18:
            groups[len(a), len(b)].append((a, b, weight))
    return [tuple(np.array(column) for column in zip(*rows, strict=True)) for rows in groups.values(
        )]  # type: ignore[misc]


def start() -> np.ndarray:
    """Nearly all on the identity."""
    theta = np.full((SIZE, SIZE), 2e-4)
    theta[np.arange(1, SIZE), np.arange(1, SIZE)] = 1 / SIZE
    theta[0, 1:] = theta[1:, 0] = 4e-4
    theta[0, 0] = 0
    return theta / theta.sum()


def forward(theta: np.ndarray, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Probability of all alignments of every pair of prefixes: shape (n+1, m+1, pairs)."""
    n, m = left.shape[1], right.shape[1]
    grid = np.zeros((n + 1, m + 1, len(left)))
    grid[0, 0] = 1
    for i in range(n + 1):
        for k in range(m + 1):
            if i:
                grid[i, k] += grid[i - 1, k] * theta[left[:, i - 1], 0]
            if k:
                grid[i, k] += grid[i, k - 1] * theta[0, right[:, k - 1]]
            if i and k:
                grid[i, k] += grid[i - 1, k - 1] * theta[left[:, i - 1], right[:, k - 1]]
    return grid


def expect(theta: np.ndarray, data: list[Bucket]) -> tuple[np.ndarray, float, float]:
    """Expected counts of the operations, log2 likelihood, share of the weight kept."""
    counts = np.zeros_like(theta)
    likelihood = kept = total = 0.0
    for left, right, weight in data:
        n, m = left.shape[1], right.shape[1]
        alpha = forward(theta, left, right)
        beta = forward(theta, left[:, ::-1], right[:, ::-1])[::-1, ::-1]
        whole = np.maximum(alpha[n, m], 1e-300)
        good = -np.log2(whole) / max(n, m) < NOISE
        factor = np.where(good, weight / whole, 0)
        likelihood += float((np.log2(whole) * weight * good).sum())
        kept, total = kept + float((weight * good).sum()), total + float(weight.sum())
        for i in range(n + 1):
            for k in range(m + 1):
                if i:
                    op = alpha[i - 1, k] * theta[left[:, i - 1], 0] * beta[i, k] * factor
                    np.add.at(counts, (left[:, i - 1], 0), op)
                if k:
                    op = alpha[i, k - 1] * theta[0, right[:, k - 1]] * beta[i, k] * factor
                    np.add.at(counts, (0, right[:, k - 1]), op)
                if i and k:
                    op = alpha[i - 1, k - 1] * theta[left[:, i - 1], right[:, k - 1]] * beta[i, k] * factor
                    np.add.at(counts, (left[:, i - 1], right[:, k - 1]), op)
    return counts, likelihood, kept / max(total, 1)


def fit(name: str, data: list[Bucket], rounds: int, prior: np.ndarray | None) -> np.ndarray:
    """EM from the identity (or the prior); symmetric in the two sides."""
    theta = start() if prior is None else prior
    for turn in range(rounds):
        counts, likelihood, kept = expect(theta, data)
        counts = counts + counts.T
        if prior is not None:
            counts += SHRINK[name] * prior
        counts[1:, 1:] = np.maximum(counts[1:, 1:], FLOOR * counts.sum())
        counts[0, 1:] = np.maximum(counts[0, 1:], GAP_FLOOR * counts.sum())
        counts[1:, 0] = counts[0, 1:]
        counts[0, 0] = 0
        theta = counts / counts.sum()
        print(f"{name:9} round {turn + 1}: {likelihood:.0f} bits, {kept:.3f} kept", file=sys.stderr)
    return theta


def costs(theta: np.ndarray) -> np.ndarray:
    """Tenths of a bit: minus log2 of an operation against the identity of the letters it takes.

    For (a, b) the geometric mean of p(b | a) and p(a | b); for a gap that of losing and gaining the letter.
    """
    margin = theta[1:].sum(axis=1)
    scale = np.sqrt(np.concatenate([[1.0], margin]))
    table = -np.log2(np.maximum(theta, 1e-12) / np.outer(scale, scale))
    np.fill_diagonal(table, 0)
    return np.clip(np.round(table * 10), 0, 250).astype(int)


def write(tables: dict[str, np.ndarray], command: str) -> None:
    """The generated module."""
    rows = [f'"""Costs of one phoneme for another, in tenths of a bit; first row and column: a gap.\n\n'
            f"Written by `{command}`; do not edit.\n"
            'Trained on NETransliteration-COLING2018 (CC0) and on public sanctions lists.\n"""\n',
            f'LETTERS = "{LETTERS}"', "TABLES = {"]
    for name, table in tables.items():
        rows.append(f'    "{name}": """\\')
        rows += [" ".join(str(value) for value in row) for row in table]
        rows.append('""",')
    (ROOT / "src/sverka/matching/weights.py").write_text("\n".join(rows) + "\n}\n", encoding="utf-8")


def main() -> None:
    """Read the arguments, train, print or write."""
    options = argparse.ArgumentParser(description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("--rounds", type=int, default=8)
    options.add_argument("--names-weight", type=float, default=20.0)
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    named = words(args.data)
    pooled = dict(wikidata(args.data))
    for pair, weight in named["cross"].items():
        pooled[pair] = pooled.get(pair, 0.0) + weight * args.names_weight
    tables = {"cross": fit("cross", buckets(pooled), args.rounds, None)}
    for name in TABLES[1:]:
        tables[name] = fit(name, buckets(dict(named[name])), args.rounds, tables["cross"])
    priced = {name: costs(theta) for name, theta in tables.items()}
    for name in ("belarusian", "ukrainian"):
        # What is cheap between scripts is no dearer because a neighbour's language comes in.
        priced[name] = np.minimum(priced[name], priced["cross"])
    for name, table in priced.items():
        cheap = sorted((table[i, k], (" " + LETTERS)[i] + (" " + LETTERS)[k]) for i in range(SIZE)
            for k in range(i))
        print(name, " ".join(f"{pair}{cost / 10:.1f}" for cost, pair in cheap[:60]))
    if args.write:
        write(priced, f"python tools/train_costs.py DATA_DIR --rounds {args.rounds}"
                      f" --names-weight {args.names_weight:g} --write")


if __name__ == "__main__":
    main()
