"""Put the compiled rules into the shipped file of lists, leaving all else of it as it is.

Usage: python tools/bundle_rules.py [FILE]

For when only the law has changed; `sverka bundle build` puts them in too. A signed file loses
its signature by this, as it must.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka.bundle import Bundle
from sverka.bundle.container import open_section, pack, read_table

DATA = ROOT / "src" / "sverka" / "data"


def main() -> None:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DATA / "ru.svk"
    data = memoryview(path.read_bytes())
    rules = (DATA / "rules.json").read_bytes()
    table = read_table(data)
    sections = [
        (name, rules if name == "rules" else bytes(open_section(data, section)), section.coding == "zlib")
        for name, section in table.items()
    ]
    renewed = pack(sections)
    Bundle(renewed).verify()
    path.write_bytes(renewed)
    print(f"{path.name}: {len(renewed):,} bytes, SHA-256 {Bundle(renewed).sha256}")


if __name__ == "__main__":
    main()
