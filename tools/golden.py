"""Golden subjects: the same questions to every engine, and what CPython answers.

    python tools/golden.py subjects     write golden/subjects.json (invented people, by seed)
    python tools/golden.py answers      write golden/answers.json: a digest for each hundred
    python tools/golden.py answers --check

2,000 invented people (drawn from the frequency tables, in Cyrillic and in Latin by several
systems, with initials, without patronymic, with a slip, with a birth year) are committed;
every tenth listing of the shipped lists is asked for by its own name besides. The page is
held to the same answers, byte for byte. A changed digest means that some answer changed:
say which in the changelog under Matching.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from sverka.bundle import Bundle
from sverka.check import check_json, open_bundle
from sverka.cli._lists import SHIPPED

ROOT = Path(__file__).parents[1]
SUBJECTS = ROOT / "golden" / "subjects.json"
ANSWERS = ROOT / "golden" / "answers.json"
COUNT, SEED = 2000, 20261123
CHUNK = 100
TODAY = "2026-11-23"
EVERY = 10  # one listing in so many is asked for


def invented() -> list[dict[str, Any]]:
    """Invented people as they might be typed."""
    sys.path.insert(0, str(ROOT / "evaluation"))
    from people import USUAL, people, romanise, typo  # noqa: PLC0415 (a script's module)

    rng = Random(SEED)
    subjects = []
    for person in people(COUNT, SEED):
        surname, given, patronymic = person.surname, person.given, person.patronymic
        full = f"{surname} {given} {patronymic}"
        name = rng.choice((full, full, f"{given} {patronymic} {surname}", f"{given} {surname}",
                           f"{surname} {given}", f"{surname} {given[0]}. {patronymic[0]}."))
        if rng.random() < 0.4:
            name = romanise(name, rng.choice(USUAL))
        if rng.random() < 0.1:
            name = typo(name, rng)
        subject: dict[str, Any] = {"name": name}
        if rng.random() < 0.5:
            subject["birth_year"] = person.year
        subjects.append(subject)
    return subjects


def listed(bundle: Bundle) -> Iterator[dict[str, Any]]:
    """Every tenth listing by its own name."""
    for listing in bundle.listings[::EVERY]:
        kind = "person" if listing.entry.kind == "person" else "organisation"
        yield {"name": listing.entry.names[0].text[:300], "kind": kind}


def requests(bundle: Bundle) -> Iterator[str]:
    """The questions, a hundred subjects each, every other one in Russian."""
    subjects = [*json.loads(SUBJECTS.read_text("utf-8")), *listed(bundle)]
    for at in range(0, len(subjects), CHUNK):
        lang = "ru" if at // CHUNK % 2 else "en"
        yield json.dumps({"op": "check", "today": TODAY, "lang": lang, "subjects": subjects[at:at + CHUNK]},
                         ensure_ascii=False)


def digests(most: int = 1 << 30) -> list[str]:
    """SHA-256 of each answer, the first `most` of them."""
    data = SHIPPED.read_bytes()
    refusal = json.loads(open_bundle(data)).get("error")
    if refusal:
        raise SystemExit(refusal["problem"])
    asked = [request for request, _ in zip(requests(Bundle(data)), range(most), strict=False)]
    return [hashlib.sha256(check_json(request).encode()).hexdigest() for request in asked]


def main(arguments: list[str]) -> int:
    """Write the subjects or the digests of the answers."""
    if arguments[:1] == ["subjects"]:
        lines = ",\n".join(json.dumps(subject, ensure_ascii=False) for subject in invented())
        SUBJECTS.write_text(f"[\n{lines}\n]\n", "utf-8")
        return 0
    text = json.dumps({"bundle": hashlib.sha256(SHIPPED.read_bytes()).hexdigest(), "answers": digests()},
                      indent=1) + "\n"
    if "--check" in arguments:
        return 0 if ANSWERS.read_text("utf-8") == text else 1
    ANSWERS.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
