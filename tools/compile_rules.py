"""Compile data/rules to src/sverka/data/rules.json, which `sverka law` and the bundle carry.

Usage: python tools/compile_rules.py [--check]

With --check nothing is written; exit status 1 if the committed file is not what the rules give.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka.release.rules import compile_pack

OUT = ROOT / "src" / "sverka" / "data" / "rules.json"


def main() -> int:
    text = compile_pack(ROOT / "data" / "rules")
    if "--check" in sys.argv:
        return int(OUT.read_text("utf-8") != text)
    OUT.write_text(text, "utf-8")
    print(f"{OUT.relative_to(ROOT)}: {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
