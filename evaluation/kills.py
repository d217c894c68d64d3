"""Kill a real import at random moments, again and again, and look at the record each time.

    python evaluation/kills.py DATA_DIR [--kills 200] [--seed 1]

DATA_DIR/foreign_agents/json and undesirable hold official states. `sverka record add` runs in a
process of its own and is killed (SIGKILL) after a random time; then the record is opened, caught
up and checked. When an import comes to its end, a new record is begun. At the end the last record
must equal one imported in one go.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from sverka.model import ListId, Snapshot
from sverka.record.audit import audit
from sverka.record.keeper import open_record
from sverka.sources import guard, parse


def read(list_id: ListId, data: bytes, name: str, as_of: date | None) -> Snapshot:
    return parse(list_id, data, name=name, as_of=as_of)


def command(folder: Path, files: list[Path]) -> list[str]:
    return [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "sverka",
        "record",
        "--record",
        str(folder),
        "add",
        "ru-undesirable",
        *map(str, files),
    ]


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    args = options.parse_args()
    files = sorted((args.data / "undesirable").glob("*.json"))
    rng, counts, held = random.Random(args.seed), Counter[str](), 0
    home = Path(tempfile.mkdtemp())
    whole = home / "whole"
    begun = time.perf_counter()
    subprocess.run(command(whole, files), capture_output=True, check=False)
    once = time.perf_counter() - begun
    expected = open_record(whole).store.fingerprint()
    folder, number = home / "0", 0
    while counts["killed"] < args.kills:
        run = subprocess.Popen(command(folder, files), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            run.wait(rng.uniform(0.1 * once, 1.05 * once))
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            counts["killed"] += 1
        ended = run.returncode == 0
        if not (folder / "origin").exists():
            continue
        record = open_record(folder)
        lacked = record.catch_up(read, guard)
        counts["store was behind the log"] += lacked > 0
        counts["went back"] += record.log.size < held
        held = record.log.size
        wrong = list(audit(record, parse=read, guard=guard))
        counts["damaged"] += bool(wrong)
        if wrong:
            print(wrong)
        if ended:
            counts["imports ended"] += 1
            counts["differ from one import in one go"] += record.store.fingerprint() != expected
            number, held = number + 1, 0
            folder = home / str(number)
        record.close()
    shutil.rmtree(home)
    print({**counts, "seconds": round(time.perf_counter() - begun)})
    return 1 if counts["damaged"] or counts["went back"] or counts["differ from one import in one go"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
