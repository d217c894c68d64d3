"""Write docs/rules-coverage.md: which fact became which rule, and what of each is not verified.

Usage: python tools/rules_coverage.py [--facts FACTS.yaml] [--check]

Reads data/rules/facts.yaml, the index of the facts the rules rest on (id, how far verified, what
is not). --facts refreshes that index from the full collection of facts, which is not part of the
repository; reasons for leaving a fact out are kept. --check writes nothing; status 1 on a difference.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "src"))

from sverka.release.rules import Pack, read, rows

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
INDEX = ROOT / "data" / "rules" / "facts.yaml"
OUT = ROOT / "docs" / "rules-coverage.md"
HEAD = """# An index of the facts behind the rules, made by tools/rules_coverage.py --facts;
# only `left_out` is written by hand.
# confidence: verified (its passage was read) or unverified; level: full, partial, none.
"""
NOT_VERIFIED = "not verified: general knowledge or not found in a source"


def refresh(collection: Path) -> None:
    """Rewrite the index from the full collection, keeping the reasons given by hand."""
    reasons = {}
    if INDEX.exists():
        reasons = {
            row["id"]: row["left_out"]
            for row in yaml.load(INDEX.read_text("utf-8"), LOADER)
            if row.get("left_out")
        }
    facts = yaml.load(collection.read_text("utf-8"), LOADER)["facts"]
    rows_ = [index_row(fact, reasons.get(fact["id"], "")) for fact in facts]
    INDEX.write_text(HEAD + yaml.safe_dump(rows_, sort_keys=False, allow_unicode=True, width=110), "utf-8")


def index_row(fact: dict[str, Any], reason: str) -> dict[str, Any]:
    if not reason and fact["confidence"] == "unverified":
        reason = NOT_VERIFIED
    row = {
        "id": fact["id"],
        "state": fact["jurisdiction"],
        "confidence": fact["confidence"],
        "level": fact["verification_level"],
        "norm_state": fact["norm_state"],
        "unverified_parts": [str(part) for part in fact.get("unverified_parts") or []],
        "conflicts": len(fact.get("conflicts") or []),
    }
    return row | ({"left_out": reason} if reason else {})


def table() -> str:
    facts = yaml.load(INDEX.read_text("utf-8"), LOADER)
    pack = read(ROOT / "data" / "rules")
    rules = [source.value for source in pack.rules]
    used: dict[str, list[str]] = {}
    for rule in rules:
        for fact in rule["from_facts"]:
            used.setdefault(fact, []).append(rule["id"])
    return "\n".join([*_summary(facts, pack, used), *_coverage(facts, used), *_review(rules, facts)]) + "\n"


def _summary(facts: list[Any], pack: Pack, used: dict[str, list[str]]) -> Iterator[str]:
    rules = [source.value for source in pack.rules]
    checked = [fact for fact in facts if fact["confidence"] == "verified"]
    yield "# Rules and the facts they rest on\n"
    yield "Written by `tools/rules_coverage.py` from `data/rules`; do not edit.\n"
    yield "| | |\n|---|---|"
    for state in sorted({rule["jurisdiction"] for rule in rules}):
        yield f"| rules, {state} | {sum(rule['jurisdiction'] == state for rule in rules)} |"
    yield f"| dated tests | {sum(len(rule['tests']) for rule in rules)} |"
    yield f"| citations | {sum(len(v['cites']) for rule in rules for v in rule['versions'])} |"
    yield f"| questions | {len(rows(pack, 'questions'))} |"
    yield f"| facts, verified or partly verified | {len(checked)} |"
    yield f"| of them behind a rule | {sum(fact['id'] in used for fact in checked)} |"
    yield f"| of them left out | {sum(fact['id'] not in used for fact in checked)} |"
    yield f"| facts not verified, none behind a rule | {len(facts) - len(checked)} |\n"


def _coverage(facts: list[Any], used: dict[str, list[str]]) -> Iterator[str]:
    yield "## Every fact\n"
    yield "| fact | verified | state of the norm | rules, or why left out |\n|---|---|---|---|"
    for fact in facts:
        where = (
            ", ".join(f"`{name}`" for name in used.get(fact["id"], ()))
            or f"left out: {fact.get('left_out', '?')}"
        )
        yield f"| {fact['id']} | {fact['level']} | {fact['norm_state']} | {where} |"
    yield ""


def _review(rules: list[Any], facts: list[Any]) -> Iterator[str]:
    """For a human: beside each text, what of its facts was not seen in a source."""
    index = {fact["id"]: fact for fact in facts}
    yield "## To review: texts whose facts have unverified parts\n"
    yield "Nothing in the third column may be stated by the text beside it. Reviewed by the authors on"
    yield "2026-11-23; no lawyer has reviewed any of it.\n"
    yield "| rule | text | not verified | shown to the reader as open |\n|---|---|---|---|"
    for rule in rules:
        parts = [part for fact in rule["from_facts"] for part in index[fact]["unverified_parts"]]
        if parts:
            version = rule["versions"][-1]
            shown = "; ".join(point["en"] for point in version["certainty"]["open_points"])
            cells = (f"`{rule['id']}`", version["text"]["en"], "; ".join(parts), shown)
            yield f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def main() -> int:
    if "--facts" in sys.argv:
        refresh(Path(sys.argv[sys.argv.index("--facts") + 1]))
    text = table()
    if "--check" in sys.argv:
        return int(OUT.read_text("utf-8") != text)
    OUT.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
