"""An invented log with its keys, witnesses, root and releases, for the tests of trust."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cache

from sverka.bundle.note import COSIGNATURE, ED25519, Checkpoint, Note
from sverka.bundle.tiles import HEIGHT, WIDTH, Tiles
from sverka.bundle.tlog import Proof, leaf_hash, node_hash
from sverka.bundle.verify import Release
from sverka.release.sign import Signer, signed

ORIGIN = "log.example/test"


@cache
def key(name: str, kind: int = ED25519) -> Signer:
    """The same key for the same name, in every run."""
    return Signer.load(name, kind, hashlib.sha256(f"{name} {kind}".encode()).digest())


ROOT_KEYS = tuple(key(f"root{i}.example") for i in range(3))
RELEASE_KEY = key("release.example")
LOG_KEY = key(ORIGIN)
WITNESSES = tuple(key(f"w{i}.example", COSIGNATURE) for i in range(3))


def policy_text(log: Signer = LOG_KEY, quorum: int = 2) -> str:
    lines = [f"log {log.vkey}", *(f"witness w{i} {w.vkey}" for i, w in enumerate(WITNESSES))]
    return "\n".join([*lines, f"group all {quorum} w0 w1 w2", "quorum all"]) + "\n"


def root_text(
    version: int = 1, *, keys: tuple[Signer, ...] = ROOT_KEYS, release: Signer = RELEASE_KEY, policy: str = ""
) -> str:
    lines = [
        "sverka root v1",
        f"version {version}",
        "threshold 2",
        *(f"root {k.vkey}" for k in keys),
        f"release {release.vkey}",
        "policy",
    ]
    return "\n".join(lines) + "\n" + (policy or policy_text())


def root_note(version: int = 1, *signers: Signer, **changes: object) -> bytes:
    return str(signed(root_text(version, **changes), *(signers or ROOT_KEYS[:2]))).encode()  # type: ignore[arg-type]


@dataclass
class Log:
    """A log in memory: every tile of every size, as a static host would hold it."""

    entries: list[bytes] = field(default_factory=list)

    def read(self, path: str) -> bytes:
        """A tile's bytes, computed from the entries."""
        _, level, *parts = path.split("/")
        width = WIDTH
        if parts[-2:-1] and parts[-2].endswith(".p"):
            width, parts = int(parts[-1]), [*parts[:-2], parts[-2][:-2]]
        index = int("".join(part.removeprefix("x") for part in parts))
        step = 1 << (HEIGHT * int(level))
        first = index * WIDTH
        return b"".join(self.subtree((first + i) * step, (first + i + 1) * step) for i in range(width))

    def subtree(self, start: int, end: int) -> bytes:
        hashes = [leaf_hash(e) for e in self.entries[start:end]]
        while len(hashes) > 1:
            hashes = [node_hash(hashes[i], hashes[i + 1]) for i in range(0, len(hashes), 2)]
        return hashes[0]

    def tiles(self, size: int | None = None) -> Tiles:
        return Tiles(len(self.entries) if size is None else size, self.read)

    def checkpoint(
        self,
        log: Signer = LOG_KEY,
        witnesses: tuple[Signer, ...] = WITNESSES[:2],
        time: int = 1_700_000_000,
    ) -> Note:
        text = str(Checkpoint(log.vkey.name, len(self.entries), self.tiles().root()))
        return Note(text, (log.sign(text), *(w.cosign(text, time) for w in witnesses)))

    def release(
        self, data: bytes, *, by: Signer = RELEASE_KEY, day: str = "2026-01-16", **checkpoint: object
    ) -> bytes:
        """Log a release of `data`; returns its tlog-proof."""
        release = Release(hashlib.sha256(data).hexdigest(), len(data), day, {"xx-test": day})
        self.entries.append(str(signed(release.text(), by)).encode())
        return self.proof(len(self.entries) - 1, **checkpoint)

    def proof(self, index: int, **checkpoint: object) -> bytes:
        note = self.checkpoint(**checkpoint)  # type: ignore[arg-type]
        return str(Proof(self.entries[index], index, tuple(self.tiles().inclusion(index)), note)).encode()
