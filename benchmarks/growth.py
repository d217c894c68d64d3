"""How time and memory grow with the index: for ordinary names and for the commonest one.

Usage: python benchmarks/growth.py [--names 10000,100000,1000000] [--questions 200] [--seed 1] [--svg FILE]

Prints a table; --svg draws it (both axes logarithmic). "Иванов Иван" is asked as often as the rest:
its time must stay bounded however many bear the name.
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
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "evaluation"), str(ROOT / "benchmarks")]

from query import built, register  # noqa: E402

from sverka.matching import Index, match  # noqa: E402
from sverka.matching.frequency import commonness  # noqa: E402
from sverka.model import Subject  # noqa: E402

COMMON = ("Иванов Иван", "Иванова Мария Ивановна", "Александр Александрович")


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
    parser.add_argument("--names", default="10000,100000,1000000")
    parser.add_argument("--questions", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--svg", type=Path)
    args = parser.parse_args()
    commonness("ivanav", "иванов", "surname")  # the tables are decoded once, not per question
    rows = []
    print("    names      MB  build s  ordinary ms  " + "  ".join(COMMON))
    for count in map(int, args.names.split(",")):
        full, latin = register(count, args.seed)
        at = time.process_time()
        data = built(latin)
        seconds = time.process_time() - at
        index = Index(data)
        ordinary = median_ms(index, random.Random(2).sample(full, args.questions))
        common = [median_ms(index, [name] * 20) for name in COMMON]
        rows.append((count, ordinary, *common))
        shown = "  ".join(f"{value:.2f}".rjust(len(name)) for name, value in zip(COMMON, common, strict=True))
        print(f"{count:9d} {len(data) / 1e6:7.1f} {seconds:8.1f} {ordinary:12.2f}  {shown}", flush=True)
    if args.svg:
        args.svg.write_text(drawing(rows), "utf-8")


def drawing(rows: list[tuple[float, ...]]) -> str:
    """A plain line chart as SVG."""
    width, height, colours = 480, 300, ("#222", "#b33", "#36b", "#393")
    xs = [math.log10(row[0]) for row in rows]
    top = math.log10(max(max(row[1:]) for row in rows)) + 0.1
    low = math.log10(min(min(row[1:]) for row in rows)) - 0.1

    def place(x: float, y: float) -> str:
        return (f"{50 + (x - xs[0]) / (xs[-1] - xs[0] or 1) * (width - 70):.1f},"
                f"{height - 30 - (math.log10(y) - low) / (top - low) * (height - 50):.1f}")

    lines = []
    for i, (colour, label) in enumerate(zip(colours, ("ordinary", *COMMON), strict=True)):
        points = " ".join(place(x, row[i + 1]) for x, row in zip(xs, rows, strict=True))
        lines.append(f'<polyline fill="none" stroke="{colour}" points="{points}"/>'
                     f'<text x="60" y="{20 + 14 * i}" fill="{colour}" font-size="11">{label}</text>')
    ticks = "".join(f'<text x="{place(x, 10 ** low).split(",")[0]}" y="{height - 10}" font-size="11">'
                    f"{int(row[0]):,}</text>" for x, row in zip(xs, rows, strict=True))
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
            f'{"".join(lines)}{ticks}<text x="5" y="15" font-size="11">ms</text></svg>\n')


if __name__ == "__main__":
    main()
