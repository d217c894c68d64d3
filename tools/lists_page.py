"""Write docs/lists.md from the facts files of the lists.

    python tools/lists_page.py            write docs/lists.md
    python tools/lists_page.py --check    exit 1 if it is out of date
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src")]

from sverka.sources import bounds, closed_lists, dropped_columns, facts, list_ids

PAGE = ROOT / "docs" / "lists.md"
FORMS = {
    "ru-foreign-agents": (
        "PDF of 13 columns (2022–24) and with the added date of publication; scraped JSON of both; "
        "XLSX of 21 columns; the portal's REST answer, all its pages in one file; a list of names and dates"
    ),
    "ru-undesirable": "scraped JSON; the portal's REST answer; a list of names and dates",
    "ru-extremist-materials": "`exportfsm.csv`, windows-1251 as published or copied to UTF-8",
    "ru-extremist-organisations": "the page's numbered paragraphs; a list of names",
    "ru-terrorist-organisations": "the page's table; a list of names",
    "ru-rosfinmonitoring": "the public page; the XML catalogue of the login portal",
}
HEAD = """\
# The lists

<!-- Written by tools/lists_page.py from the facts files in src/sverka/sources/. Do not edit. -->

What is read, in which forms, and what each list does not say. Every parser binds columns by
their header text, refuses a column it does not know, and drops tax, pension and passport
numbers of people, bank data, addresses, and day and month of birth before anything is stored.

`sverka import LIST FILE...` says what is in a file or why it is refused. A refusal means that
nothing of the file is kept; the state held before stays.
"""
GUARDS = """\
## What stops an import

- a column is missing, new, renamed or there twice; a header row appears among the records;
- a cell does not fit its column (an INN among the OGRN, an address that is a link, a person's
  name without the shape of one): the columns are shifted;
- a date cannot be read, an exclusion precedes its inclusion, or a date does not fit the state;
- the file is cut: PDF without its end, damaged archive, unbalanced page, CSV broken in a row,
  fewer rows from the portal than its `size`, a hole in numbers that have none;
- it is another list's file: its title, its columns, or none of the list's oldest entries;
- one number names two entries;
- the share of filled cells, the number of rows, of exclusions, or of numbers that now name
  somebody else jumps beyond the bounds stated for the list below.

## What a REST answer looks like

The portal gives at most 1,000 rows at a time without saying so. Hand over what it answered, in
one file: `{"info": <GET .../info>, "pages": [<POST .../values>, ...]}`. One `values` answer, or
a list of them, is read too; the rows must be as many as `size` says.
"""


def main() -> int:
    text = "\n".join(_page())
    if "--check" in sys.argv[1:]:
        return int(PAGE.read_text(encoding="utf-8") != text)
    PAGE.write_text(text, encoding="utf-8")
    return 0


def _page() -> Iterator[str]:
    yield HEAD
    for list_id in list_ids():
        yield from _list(list_id)
    yield GUARDS
    yield "## Lists that exist and cannot be checked\n"
    for closed in closed_lists():
        when = f" Reported {closed.reported_on}." if closed.reported_on else ""
        yield f"- **{closed.title.en}** ({closed.title.ru}), {closed.keeper.en}. {closed.reported.en}{when}"
        yield f"  Source: {closed.source}"
    yield ""


def _list(list_id: str) -> Iterator[str]:
    known, limits = facts(list_id), bounds(list_id)
    yield f"## {known.title.en} (`{list_id}`)\n"
    yield f"{known.title.ru}. Kept by: {known.keeper.en}. Under: {'; '.join(known.legal_basis)}.\n"
    yield f"- Published at <{known.address}>, usually every {known.cadence_days} days."
    yield f"- Read from: {FORMS[list_id]}."
    if dropped := [title for title in dropped_columns(list_id) if not title.startswith("field_")]:
        yield f"- Columns read and dropped: {'; '.join(dropped)}; of people also the INN."
    if limits.sizes:
        sizes = ", ".join(f"{rows:,} on {day}" for day, rows in limits.sizes)
        yield f"- Entries: {sizes}."
    if limits.shares:
        shares = (f"`{field}` {low:.0%} to {high:.0%}" for field, (low, high) in limits.shares.items())
        yield f"- Share of entries that state: {'; '.join(shares)}."
    growth = f"{limits.growth_a_year:.0%} a year and {limits.slack_rows} more"
    lost = _lost(limits.lost_rows, limits.lost_share)
    yield f"- Between two states: rows may grow by {growth}; {lost} may vanish."
    yield "- What it does not say:"
    yield from (f"  - {gap.en}" for gap in known.gaps)
    yield ""


def _lost(rows: int, share: float) -> str:
    if not rows:
        return "none"
    return f"{rows} rows, or {share:.0%}," if share else f"{rows} rows"


if __name__ == "__main__":
    raise SystemExit(main())
