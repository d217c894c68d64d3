"""Throw made-up bundles at what opens them, digests right and wrong.

    python evaluation/fuzz_container.py [--n 200000] [--seed 1] [--bundle FILE] [--largest]

A digest keeps accidents out; whoever *makes* a file can give it right digests. So each mutant is a
real bundle with one section changed and all digests made anew (`meta`, `keys`, `rules`, a block of
`listings`: a value of their JSON replaced, dropped, doubled, nested ten thousand deep, made enormous;
`index`, `items`, heads and offsets: bytes and whole numbers changed), or with rows of its table
changed (lengths, sizes, codings, names), or with bytes changed and no digest made anew. Then all of
it is read: every property, every listing, `find`, and searches through the index of the bundle and
through the mutated index alone. What may come of it is TrustError or values; any other exception, a
mutant that takes longer than --seconds, or memory beyond --megabytes is a defect. `--largest` first
tries the files that say they unfold to more than they may.

Default: a bundle of the invented listings of tests/invented.py, with 300 more.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import struct
import sys
import time
import traceback
import zlib
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from invented import AGENTS, AS_OF, LISTINGS, UNDESIRABLE, contents, listing
from sverka.bundle import Bundle, write
from sverka.bundle.container import LARGEST_UNFOLDED, MAGIC, VERSION, open_section, read_table
from sverka.bundle.contents import BLOCK, LARGEST_BLOCK
from sverka.errors import TrustError
from sverka.law import Pack
from sverka.matching import Index, match
from sverka.model import Subject
from sverka.release.assemble import build_index, index_items

SHIPPED = Path(__file__).parents[1] / "src" / "sverka" / "data" / "ru.svk"
SUBJECTS = (
    Subject(("Хвощинский Елизар Прохорович",), birth_year=1971),
    Subject(("Ломтев К. Ю.",)),
    Subject(("Blue Turnip Society",), "organisation"),
    Subject((), "organisation", ids=("1027700000000",), addresses=("repka.example",)),
)
DEEP = b"[" * 10_000 + b"]" * 10_000
VALUES: list[Any] = [None, True, -1, 0, 1, 2**31, 2**63, 10**40, 1.5, "", "x", "2026-13-41", "\ud800", [], {},
                     [[]], ["x"] * 9, {"id": "x"}]  # fmt: skip
NUMBERS = (0, 1, 2, 3, 255, 2**16, 2**31 - 1, 2**31, 2**32 - 1)
Sections = dict[str, tuple[bytes, str]]  # name -> content as read, coding


def honest() -> bytes:
    """An invented bundle, large enough that postings, pairs and blocks are in use."""
    names = ("Иванов Иван", "Петрова Анна", "Сидоров Пётр", "Ким Людмила")
    more = [listing(AGENTS, str(10 + i), f"{names[i % 4]} {i}") for i in range(300)]
    listings = [*LISTINGS[:3], *more, LISTINGS[3]]
    items, positions = index_items(listings)
    days = {AGENTS: AS_OF, UNDESIRABLE: AS_OF}
    return write(contents(listings=listings, items=positions, index=build_index(items), as_of=days))


def opened(data: bytes) -> Sections:
    view = memoryview(data)
    return {name: (bytes(open_section(view, s)), s.coding) for name, s in read_table(view).items()}


def sealed(sections: Sections, change: Callable[[list[list[Any]]], None] = lambda _rows: None) -> bytes:
    """A file with these sections and right digests; `change` edits the table before it is sealed."""
    rows: list[list[Any]] = []
    bodies = []
    for name, (content, coding) in sections.items():
        body = zlib.compress(content, 1) if coding == "zlib" else content
        rows.append(
            [name, sum(map(len, bodies)), len(body), len(content), coding, hashlib.sha256(body).hexdigest()]
        )
        bodies.append(body)
    change(rows)
    table = json.dumps(rows).encode()
    head = MAGIC + bytes([VERSION]) + b"\r\n" + struct.pack("<I", len(table)) + hashlib.sha256(table).digest()
    return head + table + b"".join(bodies)


def mutate_value(rng: random.Random, value: Any) -> Any:
    """A JSON value with one place changed."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        key = rng.choice(list(value))
        changed = dict(value)
        if rng.random() < 0.1:
            del changed[key]
        else:
            changed[key] = mutate_value(rng, value[key])
        return changed
    if isinstance(value, list) and value and rng.random() < 0.9:
        at = rng.randrange(len(value))
        fate = rng.randrange(12)
        if fate == 0:
            return value[:at] + value[at + 1 :]
        if fate == 1:
            return [*value, value[at]]
        return [*value[:at], mutate_value(rng, value[at]), *value[at + 1 :]]
    if isinstance(value, int) and rng.random() < 0.5:
        return value + rng.choice((-2, -1, 1, 2, 2**31))
    return rng.choice(VALUES)


def mutate_json(rng: random.Random, data: bytes) -> bytes:
    if rng.random() < 0.02:
        return rng.choice(
            (b"", b"[", DEEP, b'{"lists":' + DEEP + b"}", b"9" * 5000, b"NaN", b"\xff\xfe", b"null")
        )
    value = json.loads(data)
    for _ in range(rng.choice((1, 1, 1, 2, 5))):
        value = mutate_value(rng, value)
    return json.dumps(value).encode()


def mutate_numbers(rng: random.Random, data: bytes, first: int = 0) -> bytes:
    """Bytes with some 32-bit numbers, single bytes, or the length changed."""
    out = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        if len(out) < first + 8:
            break
        at = rng.randrange(first, len(out) - 4)
        fate = rng.randrange(6)
        if fate < 3:
            at -= at % 4
            old = struct.unpack_from("<I", out, at)[0]
            struct.pack_into("<I", out, at, rng.choice((*NUMBERS, old + 1, old - 1, old * 2)) % 2**32)
        elif fate == 3:
            out[at] = rng.randrange(256)
        elif fate == 4:
            del out[at : at + rng.randrange(1, 9)]
        else:
            del out[at:]
    return bytes(out)


def mutate_listings(rng: random.Random, data: bytes) -> bytes:
    """The section of blocks: its head, its offsets, or the JSON of one block."""
    if rng.random() < 0.3:
        head = rng.choice((8, 48))
        return mutate_numbers(rng, data[:head]) + data[head:]
    count = struct.unpack_from("<I", data)[0]
    blocks = -(-count // BLOCK)
    offsets = struct.unpack_from(f"<{blocks + 1}I", data, 8)
    body = data[8 + 4 * (blocks + 1) :]
    parts = [body[offsets[i] : offsets[i + 1]] for i in range(blocks)]
    at = rng.randrange(blocks)
    parts[at] = zlib.compress(mutate_json(rng, zlib.decompress(parts[at])), 1)
    if rng.random() < 0.05:
        parts[at] = rng.choice(
            (parts[at][:-3], parts[at] + b"x", zlib.compress(b"[" + b" " * (LARGEST_BLOCK + 9) + b"]"))
        )
    ends = [0]
    for part in parts:
        ends.append(ends[-1] + len(part))
    return struct.pack(f"<II{len(ends)}I", count, BLOCK, *ends) + b"".join(parts)


def mutate_table(rng: random.Random, rows: list[list[Any]]) -> None:
    row = rng.choice(rows)
    at = rng.randrange(6)
    if at in (1, 2, 3):
        row[at] = rng.choice(
            (-1, 0, row[at] + 1, row[at] - 1, row[at] * 2, 2**30, 2**31, 2**64, 10**30, "1", None, 1.0)
        )
    elif at == 4:
        row[4] = rng.choice(("raw", "zlib", "lzma", "", None))
    elif at == 5:
        row[5] = rng.choice((row[5].upper(), "", None, rng.choice(rows)[5]))
    else:
        row[0] = rng.choice(("meta", "index", "", None, "x" * 300, rng.choice(rows)[0]))
    if rng.random() < 0.1:
        rows.append(list(row))
    if rng.random() < 0.05:
        rng.shuffle(rows)


def mutant(rng: random.Random, data: bytes, sections: Sections, kind: str) -> bytes:
    if kind == "bytes":
        return mutate_numbers(rng, data)
    if kind == "table":
        return sealed({**sections, "rules": (b"", "raw")}, lambda rows: mutate_table(rng, rows))
    if kind != "rules":  # they are large, and read only where they are what is mutated
        sections = {**sections, "rules": (b"", "raw")}
    content, coding = sections[kind]
    how = {"listings": mutate_listings, "index": mutate_numbers, "items": mutate_numbers}.get(
        kind, mutate_json
    )
    return sealed({**sections, kind: (how(rng, content), coding)})


def read_all(data: bytes) -> None:
    """Everything a reader can learn, each thing on its own: a fault in one must not hide another's."""
    bundle = Bundle(data)

    def search(index: Index) -> None:
        for subject in SUBJECTS:
            for found in match(subject, index, limit=20):
                index.kind(found.entry)

    def answer() -> None:
        index = Index(bundle.index_bytes)
        for subject in SUBJECTS:
            for found in match(subject, index, limit=20):
                position, _ = bundle.item(found.entry)
                entry = bundle.listings[position].entry
                assert entry.list_id in bundle.as_of

    def walk() -> None:
        for each in bundle.listings:
            assert isinstance(each.entry.official_name, str) and each.entry.kind

    steps: tuple[Callable[[], object], ...] = (
        bundle.verify,
        lambda: (bundle.facts, bundle.closed, bundle.as_of, bundle.entries, bundle.snapshots),
        lambda: (bundle.population + bundle.unicode, bundle.sha256, bundle.sizes),
        lambda: [bundle.listings[span.start : span.stop] for span in bundle.spans.values()],
        lambda: bundle.find(AGENTS, "1"),
        lambda: bundle.rules_json and Pack.from_json(bundle.rules_json),
        walk,
        lambda: search(Index(bundle.section("index"))),
        answer,
    )
    refusal = None
    for step in steps:
        try:
            step()
        except TrustError as error:
            refusal = error
    if refusal:
        raise refusal


def bombs() -> None:
    """Files that unfold to more than they may."""
    zeros = bytes(2**28)
    sections: Sections = {"meta": (b"{}", "zlib"), "keys": (zeros, "zlib")}
    for label, change in {
        "256 MiB of zeros, said so": lambda _rows: None,
        "256 MiB of zeros, said to be 1,000 bytes": lambda rows: rows[1].__setitem__(3, 1000),
        "256 MiB of zeros, said to be as much as is allowed": lambda rows: rows[1].__setitem__(
            3, LARGEST_UNFOLDED
        ),
    }.items():
        data = sealed(sections, change)
        begun = time.process_time()
        try:
            Bundle(data).verify()
            print(f"  {label}: READ")
        except TrustError as error:
            print(f"  {label}: refused ({error.problem.en}), {time.process_time() - begun:.2f} s")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--n", type=int, default=200_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--bundle", type=Path)
    options.add_argument("--seconds", type=float, default=5.0)
    options.add_argument("--megabytes", type=int, default=2000)
    options.add_argument("--largest", action="store_true")
    args = options.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (args.megabytes << 20, args.megabytes << 20))
    if args.largest:
        bombs()
    data = args.bundle.read_bytes() if args.bundle else honest()
    read_all(data)
    sections = opened(data)
    sections["rules"] = opened(SHIPPED.read_bytes())["rules"]
    kinds = ["bytes", "table", *sections]
    bad = 0
    for kind in kinds:
        rng, counts, slowest = random.Random(f"{kind} {args.seed}"), Counter[str](), 0.0
        for number in range(args.n // len(kinds)):
            made = mutant(rng, data, sections, kind)
            begun = time.process_time()
            try:
                read_all(made)
                counts["read"] += 1
            except TrustError:
                counts["refused"] += 1
            except Exception:
                counts["UNCAUGHT"] += 1
                if counts["UNCAUGHT"] == 1:
                    print(f"{kind} {number}")
                    traceback.print_exc()
            spent = time.process_time() - begun
            slowest = max(slowest, spent)
            counts["TOO SLOW"] += spent > args.seconds
        bad += counts["UNCAUGHT"] + counts["TOO SLOW"]
        print(f"{kind:9} {args.n // len(kinds):,}: {dict(+counts)}, slowest {slowest:.2f} s", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"bundle of {len(data):,} bytes, most memory {memory:.0f} MB")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
