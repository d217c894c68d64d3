"""Whom to trust: the root of keys, its rotation, and the policy of log and witnesses.

A root is a signed note. Its text, in this order, one item a line:

    sverka root v1
    version N                        1, 2, 3, ... without gaps
    threshold K                      1 to the number of root keys
    root VKEY                        once for each offline key
    release VKEY                     once for each key that may sign releases
    policy                           then a c2sp.org/tlog-policy to the end
    log VKEY, witness NAME VKEY, group NAME K NAME..., quorum NAME

Rules: (1) the first root is pinned by its fingerprint or shipped; (2) a root is signed by K of
its own root keys; (3) root N+1 is signed by K of root N's keys as well; (4) no key stands twice;
(5) a key that a later root leaves out is revoked: nothing it signs counts from then on;
(6) a root never expires, because lists on an old stick must still open, with their age shown.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .note import (
    COSIGNATURE,
    ED25519,
    Checkpoint,
    Note,
    VKey,
    decimal,
    parse_checkpoint,
    parse_note,
    parse_vkey,
    signers,
)
from .refusals import ProofError, Reason

ROOT_HEAD = "sverka root v1"
_BLANK = re.compile(r"[ \t]+")  # no other character parts two words of a policy
_NO_OCTET = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Policy:
    """Which checkpoints count (c2sp.org/tlog-policy).

    Attributes:
        logs: keys whose name is the log's origin.
        witnesses: name in the policy -> key.
        groups: name -> (how many of them, of whom).
        quorum: a witness, a group, or `none`.
    """

    logs: tuple[VKey, ...]
    witnesses: Mapping[str, VKey]
    groups: Mapping[str, tuple[int, tuple[str, ...]]]
    quorum: str

    def met(self, cosigned: Iterable[VKey], name: str | None = None) -> bool:
        """Whether these witnesses are enough."""
        name, keys = name or self.quorum, set(cosigned)
        if name in self.groups:
            least, members = self.groups[name]
            return sum(self.met(keys, member) for member in members) >= least
        return name == "none" or self.witnesses[name] in keys


@dataclass(frozen=True, slots=True)
class Root:
    """The keys trusted; `note` is the signed text as it came."""

    version: int
    threshold: int
    keys: tuple[VKey, ...]
    release_keys: tuple[VKey, ...]
    policy: Policy
    note: bytes

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the root's text, without its signatures: what two people compare."""
        return hashlib.sha256(parse_note(self.note).text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Head:
    """A checkpoint that the policy accepts.

    Attributes:
        time: POSIX seconds up to which enough witnesses confirm it, 0 if none did: one witness
            alone makes nothing look fresher than it is.
    """

    checkpoint: Checkpoint
    time: int
    note: str


def read_root(data: bytes) -> Root:
    """A root signed by enough of its own keys (rule 2). Raises ProofError."""
    root = parse_root(data)
    if _count(parse_note(data), root.keys) < root.threshold:
        raise ProofError("root_signatures")
    return root


def next_root(present: Root, data: bytes) -> Root:
    """The root after `present` (rules 2 and 3). Raises ProofError."""
    root = read_root(data)
    if root.version != present.version + 1:
        raise ProofError("root_gap" if root.version > present.version else "root_rollback")
    if _count(parse_note(data), present.keys) < present.threshold:
        raise ProofError("root_signatures")
    return root


def follow(present: Root, chain: Iterable[bytes]) -> Root:
    """Walk from the present root over newer ones; older ones and the present one itself are passed by.

    Raises ProofError if the present version's text differs, a step is missing, or the chain ends before.
    """
    newest = 0
    for data in chain:
        version = parse_root(data).version
        newest = max(newest, version)
        if version == present.version and parse_note(data).text != parse_note(present.note).text:
            raise ProofError("fork", "root")
        if version > present.version:
            present = next_root(present, data)
    if newest < present.version:
        raise ProofError("root_rollback")
    return present


def _count(note: Note, keys: Iterable[VKey]) -> int:
    return len(signers(note, keys))


def check_head(policy: Policy, data: bytes) -> Head:
    """The checkpoint of a signed note, if a log of the policy and enough witnesses signed it.

    Raises ProofError: `origin`, `unknown_key`, `signature`, `witnesses`.
    """
    note = parse_note(data)
    checkpoint = parse_checkpoint(note.text)
    logs = [key for key in policy.logs if key.name == checkpoint.origin]
    if not logs:
        raise ProofError("origin")
    if not signers(note, logs):
        raise ProofError("unknown_key")
    cosigned = signers(note, policy.witnesses.values())
    if not policy.met(cosigned):
        raise ProofError("witnesses")
    return Head(checkpoint, _confirmed(policy, cosigned), str(note))


def _confirmed(policy: Policy, cosigned: Mapping[VKey, int]) -> int:
    """The latest time that enough witnesses have reached."""
    for time in sorted(set(cosigned.values()), reverse=True):
        if policy.met(key for key, signed in cosigned.items() if signed >= time):
            return time
    return 0


def parse_root(data: bytes) -> Root:
    """Read a root without believing it. Raises ProofError."""
    head, _, policy = parse_note(data).text.partition("\npolicy\n")
    lines = head.split("\n")
    if len(lines) < 5 or lines[0] != ROOT_HEAD:
        raise ProofError("root_form")
    version, threshold = (
        decimal(_after(line, word)) for line, word in zip(lines[1:3], ("version", "threshold"), strict=True)
    )
    keys = _keys(lines[3:], "root")
    releases = _keys(lines[3 + len(keys) :], "release")
    if len(lines) != 3 + len(keys) + len(releases) or not releases or not 1 <= threshold <= len(keys):
        raise ProofError("root_form")
    parsed = parse_policy(policy)
    _refuse_twins([*keys, *releases, *parsed.logs, *parsed.witnesses.values()])
    return Root(version, threshold, keys, releases, parsed, data)


def _after(line: str, word: str) -> str:
    if not line.startswith(word + " "):
        raise ProofError("root_form")
    return line[len(word) + 1 :]


def _keys(lines: list[str], word: str) -> tuple[VKey, ...]:
    keys = []
    for line in lines:
        if not line.startswith(word + " "):
            break
        keys.append(_vkey(line[len(word) + 1 :], ED25519, "root_form"))
    return tuple(keys)


def _vkey(text: str, kind: int, reason: Reason) -> VKey:
    key = parse_vkey(text)
    if key.type != kind:
        raise ProofError(reason)
    return key


def _refuse_twins(keys: list[VKey]) -> None:
    if len({key.key for key in keys}) != len(keys):
        raise ProofError("root_form")


def parse_policy(text: str) -> Policy:
    """Read a c2sp.org/tlog-policy; URLs are allowed and ignored. Raises ProofError."""
    logs: list[VKey] = []
    witnesses: dict[str, VKey] = {}
    groups: dict[str, tuple[int, tuple[str, ...]]] = {}
    quorum = ""
    if _NO_OCTET.search(text):
        raise ProofError("root_form", "policy")
    for line in text.split("\n"):
        match [word for word in _BLANK.split(line) if word]:
            case []:
                continue
            case [word, *_] if word.startswith("#"):
                continue
            case ["log", vkey] | ["log", vkey, _]:
                logs.append(_vkey(vkey, ED25519, "root_form"))
            case ["witness", name, vkey] | ["witness", name, vkey, _] if _is_new(name, witnesses, groups):
                witnesses[name] = _vkey(vkey, COSIGNATURE, "root_form")
            case ["group", name, least, *members] if members and _is_new(name, witnesses, groups):
                groups[name] = _group(least, members, witnesses, groups)
            case ["quorum", name] if not quorum and (name == "none" or name in witnesses or name in groups):
                quorum = name
            case _:
                raise ProofError("root_form", "policy")
    if not quorum:
        raise ProofError("root_form", "quorum")
    _refuse_twins([*logs, *witnesses.values()])
    return Policy(tuple(logs), witnesses, groups, quorum)


def _is_new(name: str, *named: Mapping[str, object]) -> bool:
    return name != "none" and not any(name in names for names in named)


def _group(
    least: str,
    members: list[str],
    witnesses: Mapping[str, VKey],
    groups: Mapping[str, tuple[int, tuple[str, ...]]],
) -> tuple[int, tuple[str, ...]]:
    taken = {member for _, of in groups.values() for member in of}
    if len(set(members)) != len(members) or taken.intersection(members):
        raise ProofError("root_form", "group")
    if any(member not in witnesses and member not in groups for member in members):
        raise ProofError("root_form", "group")
    count = {"any": 1, "all": len(members)}.get(least) or decimal(least)
    if not 1 <= count <= len(members):
        raise ProofError("root_form", "group")
    return count, tuple(members)
