"""Key the table of given names by phonemes, so that no phoneme is worked out when names are loaded.

    python tools/build_given_keys.py            write src/sverka/names/tables/given_keys.py
    python tools/build_given_keys.py --check    exit 1 if it is not current
"""

from __future__ import annotations

import sys
import textwrap
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from sverka.names.given import key
from sverka.names.lookalikes import script_of
from sverka.names.phonemic import phonemes
from sverka.names.tables.given import GIVEN

TARGET = ROOT / "src/sverka/names/tables/given_keys.py"


def rows() -> list[str]:
    """`key=row,row`: row is a line number of `GIVEN`, then `s` for a short form, `x` for Latin letters.

    Keys join sounds, so a short form may meet another full name there (Аля and Алла, Мара and Мария). Such
    words stand under `!` and their very phonemes as well, and the key leads to the full names alone.
    """
    found: dict[str, dict[int, str]] = defaultdict(dict)
    spoken: dict[str, dict[int, str]] = defaultdict(dict)
    for rank, line in enumerate(GIVEN.splitlines()):
        head, _, rest = line.partition(":")
        full, _, short = rest.partition("=")
        words = [(w, "") for w in (head.split()[0], *full.split())] + [(w, "s") for w in short.split()]
        for word, mark in sorted(words, key=lambda pair: pair[0].isascii()):
            low = word.lower()
            phon = phonemes(low, script_of(low))
            spoken[phon].setdefault(rank, mark + "x" * word.isascii())
            found[key(phon)].setdefault(rank, mark + "x" * word.isascii())
    for phon, ranks in spoken.items():
        whole = {rank: mark for rank, mark in found[key(phon)].items() if "s" not in mark}
        if whole and all("s" in mark for mark in ranks.values()):
            for other in [one for one in spoken if key(one) == key(phon)]:
                found["!" + other] = spoken[other]
    for name in [name for name in found if name[0] == "!"]:
        found[key(name[1:])] = {rank: mark for rank, mark in found[key(name[1:])].items() if "s" not in mark}
    return [f"{k}={','.join(f'{rank}{mark}' for rank, mark in sorted(v.items()))}"
            for k, v in sorted(found.items())]


def module() -> str:
    """The generated module."""
    head = '"""Phonemic keys of the given names. Written by tools/build_given_keys.py; do not edit."""\n\n'
    # Several rows a line: they are looked up, not read.
    return head + 'KEYS = """\\\n' + textwrap.fill(" ".join(rows()), 109, break_on_hyphens=False) + '\n"""\n'


def main() -> None:
    """Write, or compare with what is there."""
    if "--check" in sys.argv:
        sys.exit(0 if TARGET.read_text(encoding="utf-8") == module() else "given_keys.py is not current")
    TARGET.write_text(module(), encoding="utf-8")


if __name__ == "__main__":
    main()
