"""How long the whole pack of rules takes to evaluate.

Usage: python evaluation/law_speed.py [RUNS]

Prints the median and the slowest tenth over RUNS (default 200) evaluations of all rules, for a
person with several statuses and ties; then the same with the questions, and with the whole answer.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka import law

TODAY = date(2026, 11, 23)


def measure(name: str, work: Callable[[], object], runs: int) -> None:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{name:42} median {statistics.median(times):6.2f} ms   90 % {times[runs * 9 // 10]:6.2f} ms")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    text = (ROOT / "src" / "sverka" / "data" / "rules.json").read_text("utf-8")
    pack = law.Pack.from_json(text)
    print(f"{len(pack.rules)} rules, {len(text.encode()) / 1024:.0f} KiB, Python {sys.version.split()[0]}")
    plain = ["foreign_agent_person", "left_the_country_no_status"]
    ties = [
        law.Tie("donor_to_undesirable_org", "One", "2022", "2021-08-04"),
        law.Tie("worked_for_undesirable_org"),
    ]
    answers = {"abroad": "yes", "publishes": "yes"}
    measure("read the pack (once a sitting)", lambda: law.Pack.from_json(text), max(runs // 10, 5))
    measure("evaluate: no status", lambda: law.evaluate(pack, TODAY, {}, []), runs)
    measure("evaluate: two statuses", lambda: law.evaluate(pack, TODAY, answers, plain), runs)
    measure(
        "evaluate: two statuses, two ties", lambda: law.evaluate(pack, TODAY, answers, [*plain, *ties]), runs
    )
    measure("with the questions", lambda: law.questions(pack, TODAY, answers, [*plain, *ties]), runs)
    result = law.evaluate(pack, TODAY, answers, [*plain, *ties])
    measure("the answer in words", lambda: law.render(result, "ru"), max(runs // 10, 5))


if __name__ == "__main__":
    main()
