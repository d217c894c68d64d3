"""Registers of invented people and their index, made once for all benchmarks.

Usage: python benchmarks/registers.py --names N --seed S --into FOLDER    (the benchmarks call it themselves)

Names in Cyrillic and as a register writes them, romanised in the usual systems (evaluation/people.py). The
index is built in a process of its own, so that its memory is that of building alone, and kept in a
folder under a digest of the sources.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import mmap
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path += [str(ROOT / "src"), str(ROOT / "evaluation")]

from people import USUAL, people, romanise  # noqa: E402

import sverka  # noqa: E402
from sverka.matching import Index, IndexItem, build_index  # noqa: E402

KEPT = Path(tempfile.gettempdir()) / "sverka-registers"


@dataclass(frozen=True, slots=True)
class Register:
    """Names in Cyrillic and in Latin by position; what building their index took.

    Attributes:
        place: the file of the index. seconds: of processor time. memory: most resident memory of the building
            process, in MB.
    """

    full: list[str]
    latin: list[str]
    place: Path
    data: mmap.mmap
    seconds: float
    memory: float

    def index(self) -> Index:
        """Opened anew."""
        return Index(memoryview(self.data))


def register(count: int, seed: int, folder: Path = KEPT) -> Register:
    """A register of `count` names with its index, from the folder if it is there already."""
    place = folder / f"{count}-{seed}-{_digest()[:16]}"
    if not (place / "took.json").is_file():
        numbers = ["--names", str(count), "--seed", str(seed)]
        subprocess.run([sys.executable, __file__, *numbers, "--into", place], check=True)
    took = json.loads((place / "took.json").read_text())
    pairs = [line.split("\t") for line in (place / "names.tsv").read_text("utf-8").splitlines()]
    with (place / "index").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    return Register([a for a, _ in pairs], [b for _, b in pairs], place / "index", data,
                    took["seconds"], took["memory"])


@cache
def _digest() -> str:
    digest = hashlib.sha256()
    package = Path(str(sverka.__file__)).parent
    for path in (*sorted(package.glob("names/**/*.py")), *sorted(package.glob("matching/*.py")),
                 ROOT / "evaluation" / "people.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def make(count: int, seed: int, place: Path) -> None:
    """Draw the people, build the index and write both."""
    place.mkdir(parents=True, exist_ok=True)
    rng = random.Random(seed)
    items = []
    with (place / "names.tsv").open("w", encoding="utf-8") as file:
        for person in people(count, seed):
            name = person.full()
            items.append(IndexItem("person", (romanise(name, rng.choice(USUAL)),)))
            file.write(f"{name}\t{items[-1].names[0]}\n")
    before = time.process_time()
    (place / "index").write_bytes(build_index(items))
    took = {"seconds": time.process_time() - before,
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    (place / "took.json").write_text(json.dumps(took))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--into", type=Path, required=True)
    args = parser.parse_args()
    make(args.names, args.seed, args.into)


if __name__ == "__main__":
    main()
