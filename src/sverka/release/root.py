"""Making roots: the first one, and the next after a rotation or a revocation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..bundle.note import VKey, parse_note
from ..bundle.trust import ROOT_HEAD, Root, next_root, read_root
from ..errors import UsageError
from .sign import Signer, signed


@dataclass(frozen=True, slots=True)
class Plan:
    """What a root is to say. `witness_quorum`: how many of the witnesses must confirm."""

    root_keys: tuple[VKey, ...]
    release_keys: tuple[VKey, ...]
    logs: tuple[VKey, ...]
    witnesses: tuple[VKey, ...]
    threshold: int = 2
    witness_quorum: int = 2

    def text(self, version: int) -> str:
        """The text of the root with this version, to be signed."""
        witnesses = [f"witness w{i} {key}" for i, key in enumerate(self.witnesses, 1)]
        group = f"group witnesses {self.witness_quorum} " + " ".join(
            f"w{i}" for i in range(1, len(witnesses) + 1)
        )
        lines = [
            ROOT_HEAD,
            f"version {version}",
            f"threshold {self.threshold}",
            *(f"root {key}" for key in self.root_keys),
            *(f"release {key}" for key in self.release_keys),
            "policy",
            *(f"log {key}" for key in self.logs),
            *witnesses,
            *([group, "quorum witnesses"] if witnesses else ["quorum none"]),
        ]
        return "\n".join(lines) + "\n"


def plan_of(root: Root) -> Plan:
    """What a present root says, as the ground for the next."""
    quorum = next((least for least, _ in root.policy.groups.values()), 0)
    return Plan(
        root.keys,
        root.release_keys,
        root.policy.logs,
        tuple(root.policy.witnesses.values()),
        root.threshold,
        quorum,
    )


def first(plan: Plan, signers: Sequence[Signer]) -> bytes:
    """Root 1, signed. Raises ProofError if the signers are not enough."""
    data = str(signed(plan.text(1), *signers)).encode()
    read_root(data)
    return data


def following(present: Root, plan: Plan, signers: Sequence[Signer]) -> bytes:
    """The root after `present`, signed by enough of the old and of the new keys. Raises ProofError."""
    data = str(signed(plan.text(present.version + 1), *signers)).encode()
    next_root(present, data)
    return data


def swapped(plan: Plan, old: VKey, new: VKey | None) -> Plan:
    """The plan with one key replaced, or taken out if `new` is None. Raises UsageError if it is not there."""
    changed = plan
    for name in ("root_keys", "release_keys", "logs", "witnesses"):
        keys: tuple[VKey, ...] = getattr(changed, name)
        if old in keys:
            kept = tuple(new if key == old else key for key in keys)
            changed = replace(changed, **{name: tuple(key for key in kept if key is not None)})  # type: ignore[arg-type]
    if changed == plan:
        raise UsageError(f"The present root does not name {old.name}.")
    return changed


def with_signature(data: bytes, signers: Sequence[Signer]) -> bytes:
    """A root with further signatures, for key holders who sign one after another."""
    note = parse_note(data)
    have = {(s.name, s.id) for s in note.signatures}
    more = tuple(s.sign(note.text) for s in signers if (s.vkey.name, s.vkey.id) not in have)
    return str(replace(note, signatures=(*note.signatures, *more))).encode()
