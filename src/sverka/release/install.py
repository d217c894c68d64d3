"""Installing lists: verify what came, then put it in place so that a power cut harms nothing.

The home folder of a device holds

    root.note                  the newest root trusted
    checkpoint                 the newest head accepted; it never goes back
    lists.svk, its tlog-proof  the lists in use
    previous.svk, its proof    the ones before

They are written in this order: root, checkpoint, previous, proof, lists. A cut between two steps
leaves the old lists in use, with trust that has only moved forward; the same update then ends it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..bundle.note import Checkpoint, parse_checkpoint, parse_note
from ..bundle.refusals import ProofError
from ..bundle.tiles import Tiles
from ..bundle.trust import Root, parse_root, read_root
from ..bundle.verify import Accepted, accept
from ..record.disk import Disk, get, put

LISTS, PROOF, PREVIOUS, PREVIOUS_PROOF = (
    "lists.svk",
    "lists.svk.tlog-proof",
    "previous.svk",
    "previous.svk.tlog-proof",
)
ROOT, CHECKPOINT = "root.note", "checkpoint"
MAX_ROOTS = 1000

Fetch = Callable[[str], bytes | None]
"""The bytes of a file of the release by its path; None if it is not there."""


@dataclass(frozen=True, slots=True)
class Home:
    """What a device trusts and remembers."""

    root: Root | None
    seen: Checkpoint | None


def read_home(disk: Disk, shipped: bytes | None = None) -> Home:
    """What is trusted here. `shipped`: the root that came with the program, if one did.

    Raises: ProofError if the remembered files are damaged: starting afresh must be a decision.
    """
    root, checkpoint = get(disk, ROOT) or shipped, get(disk, CHECKPOINT)
    return Home(
        read_root(root) if root else None,
        parse_checkpoint(parse_note(checkpoint).text) if checkpoint else None,
    )


def trust_first(chain: Sequence[bytes], fingerprint: str) -> Root:
    """The first root of a chain, if its fingerprint is the one a person has compared.

    Raises: ProofError `no_root`, with the fingerprint to compare.
    """
    if not chain:
        raise ProofError("root_form")
    root = read_root(chain[0])
    if root.fingerprint != fingerprint.lower().replace(" ", "").replace(":", ""):
        raise ProofError("no_root", root.fingerprint)
    return root


def fetch_roots(fetch: Fetch) -> list[bytes]:
    """The chain of roots of a release, oldest first."""
    chain: list[bytes] = []
    while len(chain) < MAX_ROOTS and (data := fetch(f"root.{len(chain) + 1}.note")) is not None:
        chain.append(data)
    return chain


def check(home: Home, fetch: Fetch, *, fingerprint: str = "") -> tuple[Accepted, bytes, bytes]:
    """Verify a release against what is trusted; returns it with the lists and their proof.

    Raises: ProofError for every refusal; whatever `fetch` raises.
    """
    chain = fetch_roots(fetch)
    root = home.root or trust_first(chain, fingerprint)
    proof, data = fetch(PROOF), fetch(LISTS)
    if proof is None or data is None:
        raise ProofError("truncated")

    def extend(old: Checkpoint, new: Checkpoint) -> Sequence[bytes]:
        return Tiles(new.size, lambda path: fetch(path) or b"").consistency(old.size)

    return accept(root, chain, proof, data, seen=home.seen, extend=extend), data, proof


def install(disk: Disk, accepted: Accepted, data: bytes, proof: bytes) -> bool:
    """Put accepted lists in place, keeping the ones before; False if these were there already."""
    put(disk, ROOT, accepted.root.note)
    put(disk, CHECKPOINT, accepted.head.note.encode())
    present, present_proof = get(disk, LISTS), get(disk, PROOF)
    if present == data:
        put(disk, PROOF, proof)
        return False
    if present is not None:
        put(disk, PREVIOUS, present)
        put(disk, PREVIOUS_PROOF, present_proof or b"")
    put(disk, PROOF, proof)
    put(disk, LISTS, data)
    return True


def version_of(data: bytes) -> int:
    """A root's version, for display."""
    return parse_root(data).version
