"""One digest of every answer to the worked lives and to every status, and the time of an evaluation.

Usage: python evaluation/law_same.py               in CPython
       node evaluation/law_same.mjs [NODE_MODULES] the same file in Pyodide, as the page runs it

Both must print the same digest.
"""

from __future__ import annotations

import hashlib
import json
import statistics
import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka import law

TODAY = "2026-11-23"
RUNS = 100


def answers(pack: law.Pack) -> list[object]:
    told: list[object] = []
    requests = [{"statuses": [name]} for name in pack.statuses if name != "any_person"]
    for path in sorted((ROOT / "tests" / "law" / "lives").glob("*.json")):
        life = json.loads(path.read_text("utf-8"))
        requests.append({**life["request"], "answers": life["replies"]})
    for request in requests:
        for lang in ("en", "ru"):
            asked = {"today": TODAY, **request, "lang": lang}
            told += [law.questions_json(pack, asked), law.answers_json(pack, asked)]
    return told


def main() -> None:
    pack = law.Pack.from_json((ROOT / "src" / "sverka" / "data" / "rules.json").read_text("utf-8"))
    text = json.dumps(answers(pack), ensure_ascii=False, sort_keys=True)
    held = ["foreign_agent_person", "left_the_country_no_status"]
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        law.evaluate(pack, date(2026, 11, 23), {"abroad": "yes"}, held)
        times.append((time.perf_counter() - start) * 1000)
    print(
        f"{sys.implementation.name} {sys.version.split()[0]} on {sys.platform}: {len(pack.rules)} rules, "
        f"{len(text):,} characters of answers"
    )
    print(f"sha256 {hashlib.sha256(text.encode()).hexdigest()}")
    median = statistics.median(times)
    print(f"the whole pack evaluated: median {median:.2f} ms, fastest {min(times):.2f} ms of {RUNS}")


main()
