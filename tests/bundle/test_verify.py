"""The table of attacks on a release: what is tried, and the reason it is refused for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bundle.ceremony import LOG_KEY, ORIGIN, ROOT_KEYS, WITNESSES, Log, key, policy_text, root_note, root_text
from sverka.bundle.note import Checkpoint, parse_note
from sverka.bundle.refusals import REFUSALS, ProofError
from sverka.bundle.tlog import parse_proof
from sverka.bundle.trust import Root, follow, next_root, parse_policy, read_root
from sverka.bundle.verify import Accepted, accept
from sverka.release.sign import signed

DATA = b"the lists, as of 2026-01-16"
MALLORY = key("mallory.example")


def head_of(log: Log) -> Checkpoint:
    return Checkpoint(ORIGIN, len(log.entries), log.tiles().root())


def grown(log: Log) -> Callable[[Checkpoint, Checkpoint], list[bytes]]:
    return lambda old, _new: log.tiles().consistency(old.size)


def try_(
    proof: bytes,
    data: bytes = DATA,
    *,
    root: Root | None = None,
    chain: tuple[bytes, ...] = (),
    seen: Checkpoint | None = None,
    log: Log | None = None,
) -> Accepted:
    return accept(
        root or read_root(root_note()),
        chain,
        proof,
        data,
        seen=seen,
        extend=grown(log) if log else lambda _old, _new: (),
    )


def log_of(size: int = 5) -> Log:
    return Log([b"snapshot %d" % i for i in range(size)])


def test_an_honest_release_is_accepted_and_says_what_it_is() -> None:
    log = log_of()
    accepted = try_(log.release(DATA))
    assert (accepted.release.length, accepted.release.as_of) == (len(DATA), {"xx-test": "2026-01-16"})
    assert (accepted.head.checkpoint.size, accepted.head.time) == (6, 1_700_000_000)


def test_the_next_release_is_accepted_with_its_consistency_proof() -> None:
    log = log_of()
    first = try_(log.release(b"first"), b"first").head.checkpoint
    log.entries.append(b"snapshot")
    assert try_(log.release(DATA), seen=first, log=log).head.checkpoint.size == 8
    assert try_(log.proof(5), b"first", seen=head_of(log)).release.length == 5


def rollback() -> None:
    log = log_of()
    old = log.release(b"old")
    log.release(DATA)
    try_(old, b"old", seen=head_of(log))


def fork() -> None:
    log, other = log_of(), log_of()
    log.release(b"mine")
    try_(other.release(DATA), seen=head_of(log), log=other)


def fork_that_grows() -> None:
    log, other = log_of(), Log([b"another past"] * 5)
    log.release(b"mine")
    seen = head_of(log)
    other.entries.append(b"filler")
    try_(other.release(DATA), seen=seen, log=other)


def no_consistency_proof() -> None:
    log = log_of()
    seen = head_of(log)
    try_(log.release(DATA), seen=seen)


def flipped_bit() -> None:
    try_(log_of().release(DATA), bytes([DATA[0] ^ 1]) + DATA[1:])


def truncated() -> None:
    try_(log_of().release(DATA), DATA[:-1])


def mix_and_match() -> None:
    log = log_of()
    other = log.release(b"other lists")
    log.release(DATA)
    try_(other)


def entry_of_another_place() -> None:
    log = log_of()
    proof = parse_proof(log.release(DATA))
    try_(str(replace(proof, index=2)).encode())


def entry_never_logged() -> None:
    log, forged = log_of(), log_of()
    proof = parse_proof(log.release(b"honest"))
    forged.release(DATA)
    try_(str(replace(proof, entry=forged.entries[-1])).encode())


def unknown_log_key() -> None:
    impostor = type(MALLORY).load(ORIGIN, 1, b"m" * 32)
    try_(log_of().release(DATA, log=impostor))


def another_log() -> None:
    try_(log_of().release(DATA, log=key("other.example/log")))


def one_witness() -> None:
    try_(log_of().release(DATA, witnesses=WITNESSES[:1]))


def one_witness_twice() -> None:
    try_(log_of().release(DATA, witnesses=(WITNESSES[0], WITNESSES[0])))


def stranger_as_witness() -> None:
    try_(log_of().release(DATA, witnesses=(WITNESSES[0], key("w9.example", 4))))


def release_by_the_log_alone() -> None:
    """Who holds the log's key, and fooled the witnesses, still cannot make a release."""
    try_(log_of().release(DATA, by=LOG_KEY))


def snapshot_for_a_release() -> None:
    log = log_of()
    log.entries.append(str(signed("sverka snapshot v1\nlist xx\n", key("release.example"))).encode())
    try_(log.proof(5))


def revoked_release_key() -> None:
    """After root 2 replaced it, the old key's release counts no more."""
    rotated = root_note(2, *ROOT_KEYS[:2], release=key("release2.example"))
    try_(log_of().release(DATA), chain=(root_note(), rotated))


def revoked_log_key() -> None:
    new_log = type(LOG_KEY).load(ORIGIN, 1, b"n" * 32)
    rotated = root_note(2, *ROOT_KEYS[:2], policy=policy_text(new_log))
    try_(log_of().release(DATA), chain=(rotated,))


def root_by_one_key() -> None:
    try_(log_of().release(DATA), chain=(root_note(), root_note(2, ROOT_KEYS[0])))


def root_by_strangers() -> None:
    strangers = tuple(key(f"stranger{i}.example") for i in range(3))
    forged = str(signed(root_text(2, keys=strangers, release=MALLORY), *strangers)).encode()
    try_(log_of().release(DATA, by=MALLORY), chain=(root_note(), forged))


def root_with_a_gap() -> None:
    try_(log_of().release(DATA), chain=(root_note(), root_note(3)))


def root_rolled_back() -> None:
    try_(log_of().release(DATA), root=next_root(read_root(root_note()), root_note(2)), chain=(root_note(),))


def two_roots_of_one_version() -> None:
    try_(log_of().release(DATA), chain=(root_note(1, release=MALLORY),))


ATTACKS: list[tuple[Callable[[], None], str]] = [
    (rollback, "rollback"),
    (fork, "fork"),
    (fork_that_grows, "consistency"),
    (no_consistency_proof, "consistency"),
    (flipped_bit, "digest"),
    (truncated, "truncated"),
    (mix_and_match, "digest"),
    (entry_of_another_place, "inclusion"),
    (entry_never_logged, "inclusion"),
    (unknown_log_key, "unknown_key"),
    (another_log, "origin"),
    (one_witness, "witnesses"),
    (one_witness_twice, "witnesses"),
    (stranger_as_witness, "witnesses"),
    (release_by_the_log_alone, "unknown_key"),
    (snapshot_for_a_release, "not_release"),
    (revoked_release_key, "unknown_key"),
    (revoked_log_key, "unknown_key"),
    (root_by_one_key, "root_signatures"),
    (root_by_strangers, "root_signatures"),
    (root_with_a_gap, "root_gap"),
    (root_rolled_back, "root_rollback"),
    (two_roots_of_one_version, "fork"),
]


@pytest.mark.parametrize(("attack", "reason"), ATTACKS, ids=[a.__name__ for a, _ in ATTACKS])
def test_an_attack_is_refused_for_its_own_reason(attack: Callable[[], None], reason: str) -> None:
    with pytest.raises(ProofError) as refusal:
        attack()
    assert refusal.value.reason == reason


def test_every_refusal_is_a_sentence_and_an_advice_in_both_languages() -> None:
    for problem, fix in REFUSALS.values():
        for text in (*problem, *fix):
            assert text.rstrip().endswith((".", "?"))
        assert any("а" <= letter <= "я" for letter in problem.ru)


def test_rotation_takes_two_of_the_old_and_two_of_the_new_keys() -> None:
    new = (ROOT_KEYS[0], key("root7.example"), key("root8.example"))
    rotated = root_note(2, ROOT_KEYS[0], ROOT_KEYS[1], new[1], keys=new, release=key("release2.example"))
    root = follow(read_root(root_note()), (root_note(), rotated))
    assert (root.version, len(root.fingerprint)) == (2, 64)
    log = log_of()
    assert try_(log.release(DATA, by=key("release2.example")), chain=(root_note(), rotated)).root == root
    with pytest.raises(ProofError):
        follow(read_root(root_note()), (root_note(2, ROOT_KEYS[0], new[1], keys=new),))


POLICIES = {
    "no quorum": "log {log}\n",
    "unknown witness": "quorum w9\n",
    "two quorums": "quorum none\nquorum none\n",
    "threshold 0": "witness w {w0}\ngroup g 0 w\nquorum g\n",
    "threshold above": "witness w {w0}\ngroup g 2 w\nquorum g\n",
    "a witness in two groups": "witness w {w0}\ngroup g any w\ngroup h any w\nquorum g\n",
    "one key under two names": "witness w {w0}\nwitness v {w0}\nquorum w\n",
    "a log key for a witness": "witness w {log}\nquorum w\n",
    "junk": "quorum none\nwitnes\n",
}


@pytest.mark.parametrize("case", POLICIES)
def test_a_policy_that_does_not_hold_together_is_refused(case: str) -> None:
    text = POLICIES[case].format(log=LOG_KEY.vkey, w0=WITNESSES[0].vkey)
    with pytest.raises(ProofError):
        parse_policy(text)


def test_a_policy_may_nest_groups() -> None:
    lines = [f"witness w{i} {w.vkey}" for i, w in enumerate(WITNESSES)]
    policy = parse_policy(
        "\n".join([*lines, "group pair any w0 w1", "group both all pair w2", "quorum both"])
    )
    keys = [w.vkey for w in WITNESSES]
    assert policy.met([keys[1], keys[2]])
    assert not policy.met([keys[0], keys[1]])


@pytest.mark.parametrize("what", ["root", "proof"])
def test_no_bit_flip_changes_what_is_accepted(what: str) -> None:
    """A sample; evaluation/damage.py flips every bit."""
    log = log_of()
    proof, root = log.release(DATA), root_note()
    honest = try_(proof)
    files = {"root": root, "proof": proof}
    for bit in range(0, len(files[what]) * 8, 61):
        flipped = bytearray(files[what])
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            got = accept(
                read_root(bytes(flipped)) if what == "root" else honest.root,
                (),
                bytes(flipped) if what == "proof" else proof,
                DATA,
            )
        except ProofError:
            continue
        # A damaged line of a signer who is not needed is a stranger's line: nothing else may change.
        assert (got.release, got.head.checkpoint) == (honest.release, honest.head.checkpoint)
        assert parse_note(got.root.note).text == parse_note(root).text
