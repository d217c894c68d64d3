"""How time and memory grow with the index: for ordinary names and for the commonest ones.

Usage: python benchmarks/growth.py [--names 10000,100000] [--questions 200] [--seed 1] [--svg FILE]
                                   [--registers FOLDER]

Prints a table; --svg draws it (all axes logarithmic). "Иванов Иван" is asked as often as the rest: its time
must stay bounded however many bear the name. Memory is the most that building the index held, the register's
own names included, and the index itself, which is mapped and not read.
"""

from __future__ import annotations

import argparse
import math
import random
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "src"), str(ROOT / "evaluation"), str(ROOT / "benchmarks")]

from query import kernel  # noqa: E402
from registers import KEPT, register  # noqa: E402

from sverka.matching import Index, match  # noqa: E402
from sverka.model import Subject  # noqa: E402

COMMON = ("Иванов Иван", "Иванова Мария Ивановна", "Александр Александрович")
COLOURS = ("#222222", "#bb3333", "#3366bb", "#339933")
WIDTH, HEIGHT = 420, 260  # of one of the two drawings


def median_ms(index: Index, names: list[str]) -> float:
    """Median processor time of a question, in ms."""
    times = []
    for name in names:
        at = time.process_time()
        match(Subject((name,)), index)
        times.append(time.process_time() - at)
    return 1000 * statistics.median(times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", default="10000,100000")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--svg", type=Path)
    parser.add_argument("--registers", type=Path, default=KEPT)
    args = parser.parse_args()
    times, sizes = [], []
    print(f"{kernel()}, median processor ms a question")
    print("    names  index MB  memory MB  build s  ordinary  " + "  ".join(COMMON))
    for count in map(int, args.names.split(",")):
        made = register(count, args.seed, args.registers)
        index = made.index()
        match(Subject(("Кот Василий",)), index)  # the tables are unpacked once, not for a question
        ordinary = median_ms(index, random.Random(2).sample(made.full, args.questions))
        common = [median_ms(index, [name] * 20) for name in COMMON]
        size = len(made.data) / 1e6
        times.append((count, ordinary, *common))
        sizes.append((count, made.memory, size))
        shown = "  ".join(f"{value:.2f}".rjust(len(name)) for name, value in zip(COMMON, common, strict=True))
        built = f"{size:9.1f} {made.memory:10.0f} {made.seconds:8.1f}"
        print(f"{count:9d} {built} {ordinary:9.2f}  {shown}", flush=True)
        del index, made
    if args.svg:
        left = panel(0, "ms a question", ("ordinary", *COMMON), times)
        right = panel(WIDTH, "MB", ("memory when building", "index"), sizes)
        args.svg.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {2 * WIDTH} {HEIGHT}" '
                            f'font-family="sans-serif" font-size="11">\n{left}{right}</svg>\n', "utf-8")


def panel(across: int, title: str, labels: tuple[str, ...], rows: list[tuple[float, ...]]) -> str:
    """One line chart with a line for each label; rows hold the number of names, then a value a line."""
    values = [value for row in rows for value in row[1:]]
    low, high = math.floor(math.log10(min(values)) * 3) / 3, math.ceil(math.log10(max(values)) * 3 + 1.5) / 3
    first, last = math.log10(rows[0][0]), math.log10(rows[-1][0])

    def x(count: float) -> float:
        return across + 60 + (math.log10(count) - first) / (last - first or 1) * (WIDTH - 100)

    def y(value: float) -> float:
        return HEIGHT - 30 - (math.log10(value) - low) / (high - low) * (HEIGHT - 60)

    parts = [f'<text x="{across + 10}" y="14">{title}</text>']
    parts += [f'<text x="{x(row[0]):.0f}" y="{HEIGHT - 10}" text-anchor="middle">{int(row[0]):,}</text>'
              for row in rows]
    for third in range(round(low * 3), round(high * 3) + 1):
        value = round(10 ** (third / 3), 1 - third // 3)
        parts.append(f'<path d="M{across + 55},{y(value):.1f} h{WIDTH - 75}" stroke="#dddddd"/>'
                     f'<text x="{across + 50}" y="{y(value) + 4:.1f}" text-anchor="end">{value:g}</text>')
    for i, (label, colour) in enumerate(zip(labels, COLOURS, strict=False)):
        points = " ".join(f"{x(row[0]):.1f},{y(row[i + 1]):.1f}" for row in rows)
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{points}"/>'
                     f'<text x="{across + 70}" y="{28 + 14 * i}" fill="{colour}">{label}</text>')
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    main()
