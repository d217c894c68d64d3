"""Small invented packs, and the shipped one, for the tests of the law part."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from sverka.law import Pack

ROOT = Path(__file__).parents[2]
RULES = ROOT / "data" / "rules"
COMPILED = ROOT / "src" / "sverka" / "data" / "rules.json"


def said(word: str) -> dict[str, str]:
    """One text in both languages."""
    return {"en": word, "ru": f"по-русски {word}"}


def version(**changes: Any) -> dict[str, Any]:
    """A version in force since 2020, checked on 2026-11-23."""
    base: dict[str, Any] = {
        "valid_from": "2020-01-01",
        "valid_to": None,
        "norm_state": "in_force",
        "outcome": {"kind": "none"},
        "article": said("art. 1"),
        "text": said("something follows"),
        "cites": [
            {
                "act": "Act",
                "pinpoint": "art. 1",
                "publisher": "Gazette",
                "kind": "official_text",
                "published": "2020-02-01",
                "read_on": "2026-11-23",
                "supports": "all of it",
                "url": "",
            }
        ],
        "certainty": {
            "level": "full",
            "last_checked": "2026-11-23",
            "last_seen_valid_on": "2026-01-01",
            "open_points": [],
            "conflicts": [],
        },
    }
    return base | changes


def rule(name: str, when: Any = None, **changes: Any) -> dict[str, Any]:
    """A rule for whoever is `listed`, under `when`."""
    base: dict[str, Any] = {
        "id": name,
        "jurisdiction": "RU",
        "applies_to": ["listed"],
        "area": ["life"],
        "gravity": 3,
        "versions": [version()],
    }
    return base | ({"when": when} if when else {}) | changes


def raw(*rules: dict[str, Any]) -> dict[str, Any]:
    """A compiled pack: questions a, b, c (yes or no), tie questions act_on, org_listed_on, x."""
    return {
        "schema": "sverka-rules/1",
        "as_of": "2026-11-23",
        "areas": [{"id": "life", **said("life")}, {"id": "money", **said("money")}],
        "questions": [
            *(
                {
                    "id": name,
                    "kind": "yes_no",
                    "scope": "person",
                    "ask": said(f"{name}?"),
                    "yes": said(f"{name} is so"),
                    "no": said(f"{name} is not so"),
                }
                for name in ("a", "b", "c")
            ),
            *(
                {
                    "id": name,
                    "kind": "date",
                    "scope": "tie",
                    "ask": said(f"{name}?"),
                    "yes": said(f"the day of {name}"),
                }
                for name in ("act_on", "org_listed_on")
            ),
            {
                "id": "x",
                "kind": "yes_no",
                "scope": "tie",
                "ask": said("x?"),
                "yes": said("x is so"),
                "no": said("x not"),
            },
        ],
        "statuses": [
            {"id": "listed", "state": "RU", "group": "listing", "label": said("listed"), "lists": ["ru-one"]},
            {
                "id": "gave",
                "state": "RU",
                "group": "tie",
                "label": said("gave"),
                "tie": "donated",
                "lists": ["ru-two"],
            },
            {
                "id": "gone",
                "state": "RU",
                "group": "life",
                "label": said("gone"),
                "answers": {"a": "yes"},
                "implies": ["listed"],
            },
            {"id": "any_person", "group": "hidden", "label": said("anyone")},
        ],
        "rules": list(rules),
        "closed": [],
        "help": [],
    }


def pack(*rules: dict[str, Any]) -> Pack:
    """The same, opened."""
    return Pack.from_json(json.dumps(raw(*rules)))


@lru_cache(maxsize=1)
def shipped() -> Pack:
    """The pack that Sverka comes with."""
    return Pack.from_json(COMPILED.read_text("utf-8"))
