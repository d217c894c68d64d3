"""How long a first `sverka check` takes, from a fresh process to the answer, and its memory.

    python benchmarks/cold_check.py [--runs 20] [--bundle FILE]

Beside it, in the same run, what the nearest ready-made tool needs for the same names:
`rapidfuzz.process.extract` over the official names, read from a JSON file. It gives ten
names with a score, without dates, evidence or odds. Files are in the disk cache in both
cases. Targets (issue 2): median under 0.4 s, memory under 80 MB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from sverka.bundle import Bundle
from sverka.cli._lists import SHIPPED, map_file

SUBJECTS = ("Звягин-Незнайкин Аристарх Львович", "Zvyagin-Neznaikin Aristarkh", "Иванов Александр Сергеевич")
RAPIDFUZZ = """
import json, sys
from rapidfuzz import fuzz, process, utils
names = json.load(open(sys.argv[1], encoding="utf-8"))
asked = sys.stdin.readline().strip()
print(process.extract(asked, names, scorer=fuzz.token_set_ratio, processor=utils.default_process, limit=10))
"""
EMPTY = "pass"


def measure(command: list[str], typed: str, runs: int) -> tuple[list[float], list[float], float]:
    """Seconds by the clock and of the processor for each run, and the largest resident memory in MB."""
    seconds, worked, memory = [], [], 0.0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        assert process.stdin
        process.stdin.write(typed.encode() + b"\n")
        process.stdin.close()
        _, status, usage = os.wait4(process.pid, 0)
        seconds.append(time.perf_counter() - start)
        worked.append(usage.ru_utime + usage.ru_stime)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command[:4]} ended with status {process.returncode}")
        memory = max(memory, usage.ru_maxrss / 1024)
    return sorted(seconds), worked, memory


def main() -> None:
    """Print a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=20)
    options.add_argument("--bundle", type=Path, default=SHIPPED)
    asked = options.parse_args()
    names = [listing.entry.official_name for listing in Bundle(map_file(asked.bundle)).listings]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(names, file, ensure_ascii=False)
        file.flush()
        sverka = [sys.executable, "-m", "sverka", "check", "--bundle", str(asked.bundle), "-"]
        rows = [("python alone", [sys.executable, "-c", EMPTY], SUBJECTS[0])]
        rows += [
            (f"sverka check, {kind}", sverka, name)
            for kind, name in zip(
                ("Cyrillic, not listed", "Latin, not listed", "commonest name"), SUBJECTS, strict=True
            )
        ]
        rows.append(("rapidfuzz extract", [sys.executable, "-c", RAPIDFUZZ, file.name], SUBJECTS[0]))
        print(f"{len(names):,} listings, {asked.runs} runs, fresh process each\n")
        print(f"load average before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
        print("| | median s | worst s | processor s | memory MB |\n|---|---|---|---|---|")
        for title, command, name in rows:
            seconds, worked, memory = measure(command, name, asked.runs)
            print(f"| {title} | {statistics.median(seconds):.3f} | {seconds[-1]:.3f} "
                  f"| {statistics.median(worked):.3f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
