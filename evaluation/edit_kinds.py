"""What kind of edit a change is, and whether two raw cells show it. Says nobody's name."""

from __future__ import annotations

import re
from datetime import date
from difflib import SequenceMatcher
from urllib.parse import unquote

from sverka.model import Change

_FOLD = str.maketrans(dict.fromkeys("«»„“”‟″＂'’", '"') | dict.fromkeys("‐‑‒–—−", "-") | {"№": "N"})
_PSEUDONYM = re.compile(r"псевдоним")
_BRACKET = re.compile(r"\([^()]*\)")
_FORMER = re.compile(r"прежн(ее|ие) наименовани")


def folded(text: str) -> str:
    """A cell without what retyping alone changes: blanks, kinds of quotation marks and dashes, № or No."""
    return "".join(text.translate(_FOLD).replace("No ", "N ").split())


def shown(change: Change, before: str | None, after: str | None) -> str:
    """Whether the raw cells, None for a row that is not there, show the change: `shown` or what is amiss."""
    if before is None or after is None:
        return "row not found"
    if folded(before) == folded(after):
        return "raw cells say the same"
    if change.field in ("domains", "handles"):
        return _shown_online(change, before, after)
    for words, raw in ((change.before, before), (change.after, after)):
        # A name may have another one in brackets amid it: `Котова (Ивина) Яна`.
        cells = folded(raw), folded(_BRACKET.sub("", raw))
        if not all(any(folded(part) in c for c in cells) for part in _parts(change.field, words)):
            return "wording not in the raw cell"
        if not words and folded(raw) and change.field != "country":  # which has no cell of its own
            return "the raw cell is not empty"
    return "shown"


def _parts(field: str, words: str) -> list[str]:
    if field in ("listed_on", "published_on", "removed_on"):
        return [date.fromisoformat(words).strftime("%d.%m.%Y")] if words else []
    return words.split("; ") if words else []


def _shown_online(change: Change, before: str, after: str) -> str:
    """Each address that came stands in the later cell only, each that went in the earlier one only."""
    before, after = (folded(unquote(folded(x))).casefold() for x in (before, after))
    old, new = set(_parts("", change.before)), set(_parts("", change.after))
    for items, there, gone in ((old - new, before, after), (new - old, after, before)):
        for item in items:
            word = folded(item.partition(":")[2] or item).casefold()
            if word not in there:
                return "address not in the raw cell"
            if change.field == "domains" and word in gone:
                return "address in both raw cells"
    return "shown"


def kind_of(change: Change, raw: str | None) -> str:
    """The kind of edit, in a few words. `raw`: the later cell."""
    before, after = change.before, change.after
    if not before or not after:
        return "left blank" if before else "filled in"
    if change.field == "members":
        return _kind_of_members(before.split("; "), after.split("; "), folded(raw or ""))
    if change.field == "official_name":
        return _kind_of_name(before, after)
    if change.field in ("birth_year", "listed_on", "published_on"):
        return f"{before} became {after}"
    if folded(before).casefold() == folded(after).casefold():
        return "a capital letter"
    return "reworded"


def _kind_of_name(before: str, after: str) -> str:
    if _PSEUDONYM.search(after) and not _PSEUDONYM.search(before):
        return "pseudonym added"
    if re.search(r", с \d", after) and not re.search(r", с \d", before):
        return "renamed, with the date"
    if _FORMER.search(after) and not _FORMER.search(before):
        return "new name put first, the old one in brackets"
    if set(re.findall(r"\w+", before)) <= set(re.findall(r"\w+", after)):
        return "names added"
    return "rewritten"


def _kind_of_members(before: list[str], after: list[str], raw: str) -> str:
    gone, come = [x for x in before if x not in after], [x for x in after if x not in before]
    # Whom the later cell names in brackets behind somebody who is new: the same person by another name.
    renamed = [x for x in gone if folded(x) in raw][: len(come)]
    gone, come = [x for x in gone if x not in renamed], come[: len(come) - len(renamed)]
    respelt = turned = 0
    for old in list(gone):
        best = max(come, key=lambda new: _alike(old, new), default="")
        if best and _alike(old, best) >= 0.7:
            gone.remove(old)
            come.remove(best)
            turned += _alike(old, best) == 1
            respelt += _alike(old, best) < 1
    counts = ((len(renamed), "by another name, the first one in brackets"), (len(come), "added"),
              (len(gone), "left out"), (respelt, "respelt"), (turned, "surname first"))
    return ", ".join(f"{n} {what}" for n, what in counts if n) or "order"


def _alike(a: str, b: str) -> float:
    left, right = (" ".join(sorted(x.casefold().split())) for x in (a, b))
    return SequenceMatcher(None, left, right, autojunk=False).ratio()
