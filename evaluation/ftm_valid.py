"""Hold an export against FollowTheMoney's own model.

    sverka record export ftm | python evaluation/ftm_valid.py [FILE]

Needs `followthemoney` (MIT; not a dependency of Sverka). Of every entity of FILE, or of standard
input: the schema exists and may be instantiated, every property belongs to it, every value is valid
for its type and is what the type would clean it to, what the schema requires is there, ids are
unique, and each link leads to an entity of the export whose schema the property takes. Of a person,
the birth date is a year.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def faults(entity: dict[str, Any], known: dict[str, str], model: Any) -> Iterator[str]:
    """What is wrong with one entity. `known`: id -> schema of all entities."""
    schema = model.get(entity["schema"])
    if schema is None or schema.abstract:
        yield f"no schema {entity['schema']}"
        return
    properties: dict[str, list[str]] = entity["properties"]
    for name in schema.required:
        if not properties.get(name):
            yield f"{schema.name} without {name}"
    for name, values in properties.items():
        prop = schema.get(name)
        if prop is None or prop.stub:
            yield f"{schema.name} has no {name}"
            continue
        for value in values:
            if prop.type.name == "entity":
                found = model.get(known[value]) if value in known else None
                if found is None or not found.is_a(prop.range):
                    yield f"{name} leads to no {prop.range.name}"
            elif prop.type.clean(value) != value:
                yield f"{prop.type.name} {name}: {value!r} would become {prop.type.clean(value)!r}"
    for value in properties.get("birthDate", ()):
        if len(value) != 4 or not value.isdecimal():
            yield "a birth date is more than a year"


def main() -> int:
    from followthemoney import __version__, model  # noqa: PLC0415 (test only)

    text = Path(sys.argv[1]).read_text("utf-8") if len(sys.argv) > 1 else sys.stdin.read()
    entities = [json.loads(line) for line in text.splitlines() if line]
    known = {entity["id"]: entity["schema"] for entity in entities}
    counts = Counter(entity["schema"] for entity in entities)
    wrong: Counter[str] = Counter()
    for entity in entities:
        wrong.update(faults(entity, known, model))
    if len(known) != len(entities):
        wrong["an id stands twice"] += len(entities) - len(known)
    filled = Counter(f"{e['schema']}.{name}" for e in entities for name in e["properties"])
    print(f"followthemoney {__version__}: {len(entities):,} entities: {dict(counts)}")
    print(", ".join(f"{name} {count:,}" for name, count in sorted(filled.items())))
    for fault, count in wrong.most_common():
        print(f"{count:,} {fault}")
    print(f"{sum(wrong.values())} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
