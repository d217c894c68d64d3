"""The table of attacks on a release: attack, expected, got.

    python evaluation/attacks.py

The attacks are those of tests/bundle/test_verify.py, run once more and printed for the docs.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from bundle.test_verify import ATTACKS, DATA, log_of, try_
from sverka.bundle.refusals import ProofError


def main() -> int:
    wrong = 0
    print("| attack | expected | got | what the reader is told |\n|---|---|---|---|")
    for attack, expected in ATTACKS:
        try:
            attack()
            got, told = "ACCEPTED", ""
        except ProofError as error:
            got, told = error.reason, error.problem.en
        wrong += got != expected
        print(f"| {attack.__name__.replace('_', ' ')} | {expected} | {got} | {told} |")
    # Freeze: nothing distinguishes an old stick from a withheld update; the age is shown instead.
    log = log_of()
    day = try_(log.release(DATA, day="2024-01-16")).release.day
    print(
        f"| freeze: old lists, nothing newer | accepted, age shown | accepted, of {day} | how old they are |"
    )
    print(f"\n{len(ATTACKS)} attacks, {wrong} not as expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
