"""What changed between two releases, for people: a page in Markdown, Russian and English."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ..bundle.verify import Release
from ..errors import Text
from ..model import Change

LINES = 200  # silent edits shown one by one; the rest are counted

_HEAD = Text("Lists as of {day}", "Списки на {day}")
_STATE = Text(
    "as of {day}; {added} new, {excluded} excluded, {silent} rewritten or gone without a word",
    "на {day}; новых {added}, исключено {excluded}, изменено или исчезло без объявления {silent}",
)
_NONE = Text("No list changed since the release before.", "С прошлого выпуска списки не менялись.")
_SILENT = Text("Changed without announcement", "Изменено без объявления")
_CHECK = Text(
    "Check this folder with `sverka verify lists.svk`; install it with `sverka update` and this folder.",
    "Проверить: `sverka verify lists.svk`; установить: `sverka update` и эта папка.",
)


def write_notes(
    release: Release, titles: Mapping[str, Text], changes: Iterable[tuple[str, str, Change]]
) -> str:
    """The page. `changes`: those since the release before, as `Store.changes` gives them."""
    found = list(changes)
    return "\n".join(line for lang in (1, 0) for line in _part(lang, release, titles, found)) + "\n"


def _part(
    lang: int, release: Release, titles: Mapping[str, Text], changes: list[tuple[str, str, Change]]
) -> list[str]:
    lines = [f"# {_HEAD[lang].format(day=release.day)}", ""]
    for list_id, day in sorted(release.as_of.items()):
        counts = Counter(_sort(change) for name, _, change in changes if name == list_id)
        state = _STATE[lang].format(
            day=day, added=counts["added"], excluded=counts["excluded"], silent=counts["silent"]
        )
        lines.append(f"- {titles[list_id][lang] if list_id in titles else list_id}: {state}")
    silent = [item for item in changes if not item[2].announced]
    lines += ["", _NONE[lang]] if not changes else []
    if silent:
        lines += ["", f"## {_SILENT[lang]}", "", *(_line(*item) for item in silent[:LINES])]
    return [*lines, "", f"SHA-256: `{release.sha256}`", "", _CHECK[lang], ""]


def _sort(change: Change) -> str:
    if not change.announced:
        return "silent"
    return "added" if change.action == "added" else "excluded"


def _line(list_id: str, name: str, change: Change) -> str:
    edit = (
        f"{change.field}: {change.before or '∅'} → {change.after or '∅'}" if change.field else change.action
    )
    return "- " + " ".join(f"{list_id} {change.key} {name}: {edit} ({change.known_on})".split())
