"""Mutated official files against every parser: nothing uncaught, no cut file taken for a whole one.

Usage: python evaluation/fuzz_parsers.py [--n 20000] [--seed 1] [--only NAME] [--from DIRECTORY]

Every parser is given `--n` mutations of a small invented file in the real layout
(tests/sources/published.py): cut, flipped, deleted, doubled, exchanged and inserted bytes and
lines; XLSX also inside its archive. A third of them are plain cuts; such a file is then
measured against the whole one, and must be refused. With `--from`, one real file of each kind
found in DIRECTORY takes the invented one's place (slow; use a small `--n`).

Exit status: 1 if anything but a refusal came out, or a cut file was accepted.
"""

from __future__ import annotations

import argparse
import io
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from sources import published
from sverka.errors import SverkaError
from sverka.sources import guard, parse

DAY = date(2021, 6, 1)
SEEDS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "agents-json": ("ru-foreign-agents", lambda: published.json_bytes(published.agents(16))),
    "agents-rest": (
        "ru-foreign-agents",
        lambda: published.json_bytes(published.agents_rest(published.agents(16))),
    ),
    "agents-xlsx": (
        "ru-foreign-agents",
        lambda: published.agents_xlsx(published.agents(16), state=published.STATE),
    ),
    "agents-pdf": ("ru-foreign-agents", lambda: published.agents_pdf(published.agents(16))),
    "agents-names": ("ru-foreign-agents", lambda: published.json_bytes(published.names_only(16))),
    "undesirable-json": ("ru-undesirable", lambda: published.json_bytes(published.undesirable())),
    "materials-csv": (
        "ru-extremist-materials",
        lambda: published.materials(published.MATERIALS * 1).encode("cp1251"),
    ),
    "extremists-html": ("ru-extremist-organisations", published.extremist_page),
    "terrorists-html": ("ru-terrorist-organisations", published.terrorist_page),
    "rosfin-html": ("ru-rosfinmonitoring", published.rosfin_page),
    "rosfin-xml": ("ru-rosfinmonitoring", published.ROSFIN_XML.encode),
}
REAL = {
    "agents-json": "*foreign_agents/json/2024-10*",
    "agents-xlsx": "*foreign_agents/xlsx/*",
    "agents-pdf": "*.pdf",
    "undesirable-json": "*undesirable/2024-09*",
    "materials-csv": "*exportfsm-2025*",
    "rosfin-html": "*before.html",
}


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--n", type=int, default=20_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--from", dest="directory", type=Path)
    args = options.parse_args()
    bad = 0
    print(
        f"{'parser':<18} {'inputs':>7} {'refused':>8} {'read':>6} {'uncaught':>8} {'cut, accepted':>13}"
    )
    for name, (list_id, make) in SEEDS.items():
        if args.only in name:
            data = _real(args.directory, REAL.get(name)) or make()
            bad += _fuzz(name, list_id, data, args.n, Random(f"{args.seed} {name}"))
    return 1 if bad else 0


def _fuzz(name: str, list_id: str, data: bytes, count: int, rng: Random) -> int:
    whole = parse(list_id, data, as_of=DAY)
    tally: Counter[str] = Counter()
    began = time.perf_counter()
    for at in range(count):
        cut = at % 3 == 0
        mutated = data[: rng.randrange(len(data.rstrip()))] if cut else _mutate(data, rng)
        try:
            state = parse(list_id, mutated, as_of=whole.as_of + timedelta(days=1))
            if cut:
                guard(state, whole)
            tally["cut" if cut else "read"] += 1
            if cut:
                print(f"    accepted although cut at {len(mutated)} of {len(data)}")
        except SverkaError:
            tally["refused"] += 1
        except Exception:  # the point of the script is to see whether there is any
            tally["uncaught"] += 1
            print("   ", "".join(traceback.format_exc().splitlines(keepends=True)[-4:]))
    seconds = time.perf_counter() - began
    print(
        f"{name:<18} {count:>7} {tally['refused']:>8} {tally['read']:>6} {tally['uncaught']:>8} "
        f"{tally['cut']:>13}   {seconds:.0f} s",
        flush=True,
    )
    return tally["uncaught"] + tally["cut"]


def _mutate(data: bytes, rng: Random) -> bytes:
    if data[:2] == b"PK" and rng.random() < 0.7:
        return _inside(data, rng)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 8))):
        data = rng.choice(MUTATIONS)(data or b" ", rng)
    return data


def _flip(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _delete(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice((1, 2, 7, 40, 300)) :]


def _double(data: bytes, rng: Random) -> bytes:
    at, size = rng.randrange(len(data)), rng.choice((1, 5, 60, 700))
    return data[: at + size] + data[at : at + size] + data[at + size :]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data))
    junk = rng.choice(
        (
            b"\x00",
            b"\xff\xfe",
            b'"',
            b";",
            b"<",
            b"</p>",
            b"<td>",
            b"]",
            b"}",
            b"\r\n",
            b"(" * 50,
            b"31.02.2020",
            "«".encode(),
            b"9" * 400,
            b"&amp;",
            b"null",
            b"1e999",
            b"\x85",
            rng.randbytes(8),
        )
    )
    return data[:at] + junk + data[at:]


def _lines(data: bytes, rng: Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    if rng.random() < 0.5:
        lines[one], lines[other] = lines[other], lines[one]
    else:
        del lines[one]
    return b"".join(lines) or b" "


def _digits(data: bytes, rng: Random) -> bytes:
    places = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    at = rng.choice(places) if places else 0
    return data[:at] + rng.choice((b"0", b"9", b"-", b".", b"5")) + data[at + 1 :]


def _inside(data: bytes, rng: Random) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as archive,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as mutated,
    ):
        names = archive.namelist()
        struck = rng.choice(names)
        for name in names:
            part = archive.read(name)
            mutated.writestr(name, _mutate(part, rng) if name == struck or rng.random() < 0.05 else part)
    return out.getvalue()


def _real(directory: Path | None, pattern: str | None) -> bytes | None:
    if directory is None or pattern is None:
        return None
    files = sorted(file for file in directory.rglob("*") if file.match(pattern))
    return files[0].read_bytes() if files else None


MUTATIONS = (_flip, _flip, _delete, _double, _insert, _lines, _digits)

if __name__ == "__main__":
    raise SystemExit(main())
