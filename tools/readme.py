"""Write into README.md and README.ru.md what the program itself prints.

    python tools/readme.py           rewrite the marked blocks
    python tools/readme.py --check   say whether they are current (exit status 1 if not)

A block lies between `<!-- name ... -->` and `<!-- /name -->`. The day an answer was asked
on stands in its marker (`<!-- demo 2026-11-23 -->`), so that ages do not change by
themselves.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from sverka.bundle import Bundle
from sverka.check import check, list_states, read_file
from sverka.check.wording import say_date, say_number
from sverka.cli._answer import show_answer
from sverka.cli._lists import SHIPPED, map_file
from sverka.errors import Lang

ROOT = Path(__file__).parents[1]
PAGES: dict[str, Lang] = {"README.md": "en", "README.ru.md": "ru"}
BLOCK = re.compile(r"(<!-- (\w+)((?: \S+)*) -->\n).*?(<!-- /\2 -->)", re.DOTALL)


def demo(lang: Lang, day: str) -> str:
    """What `./run demo` prints on a day."""
    os.environ["COLUMNS"] = "88"
    bundle, today = Bundle(map_file(SHIPPED)), date.fromisoformat(day)
    subjects = read_file((ROOT / "examples" / "demo.txt").read_text("utf-8"))
    standings = [check(bundle, subject, today=today) for _, subject in subjects]
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        show_answer(standings, list_states(bundle, today), bundle.closed, lang)
    return f"```\n{out.getvalue().rstrip()}\n```\n"


def lists(lang: Lang) -> str:
    """Which lists ship, how old they are, how many entries."""
    bundle = Bundle(map_file(SHIPPED))
    heads = {"en": ("list", "as of", "entries"), "ru": ("список", "на дату", "записей")}
    rows = [" | ".join(heads[lang]), "---|---|---"]
    for state in list_states(bundle, date.max):
        title = state.facts.title.say(lang)
        rows.append(f"{title} | {say_date(state.as_of, lang)} | {say_number(state.entries, lang)}")
    return "\n".join(f"| {row} |" if "---" not in row else f"|{row}|" for row in rows) + "\n"


BLOCKS: dict[str, Callable[..., str]] = {"demo": demo, "lists": lists}


def current(name: str) -> str:
    """A page with its blocks as the program prints them now."""
    text = (ROOT / name).read_text("utf-8")

    def fill(found: re.Match[str]) -> str:
        return found[1] + BLOCKS[found[2]](PAGES[name], *found[3].split()) + found[4]

    return BLOCK.sub(fill, text)


def main() -> int:
    """Rewrite or check every page."""
    stale = [name for name in PAGES if current(name) != (ROOT / name).read_text("utf-8")]
    for name in stale:
        print(f"{name} is not what the program prints")
        if "--check" not in sys.argv:
            (ROOT / name).write_text(current(name), "utf-8")
            print("... now it is")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
