"""Expected counts against a large table of counts, evaluation/bearers.tsv; printed by namesakes.py.

Nothing was fitted on its rows: those of the same source that the tables were built with (tools/bearers.toml)
are not among them. Its people are of working age, so that names of children and of the old are rarer in it
than in the population: "at working ages" counts for people born 1950 to 1989, in the shares they have in the
population. Its least count is 98, so that chance hardly moves a name by x2: a perfect table would reach 1.00.
"""

from __future__ import annotations

import math
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from shares import Mix, middle, parts_of, share, within

from sverka.matching.cohorts import COHORTS
from sverka.matching.frequency import Role
from sverka.matching.namesakes import Z90, spread_of

PEOPLE = {"m": 14_450_000, "f": 7_250_000}
AT: dict[str, tuple[int, Role]] = {"given": (1, "given"), "surname": (0, "surname")}
WORKING = range(1950, 1990, 10)
COMMON, RARER = 20_000, 5_000  # bearers of a given name
TITLES = {"given_rare_other": "given name of other cultures, 330 to 1,000 bearers",
          "surname_top": "surname, 4,300 to 106,000", "surname_mid": "surname, about 770",
          "surname_low": "surname, about 240", "surname_rare": "surname, about 98"}


class Row(NamedTuple):
    """Expected against counted, of one name."""

    stated: float
    working: float
    held: bool  # whether the 90 % interval has the count, at working ages


def working_ages() -> list[float]:
    """Share of each birth cohort among people born in the years of `WORKING`."""
    alive = [part if start in WORKING else 0.0 for start, part in COHORTS.items()]
    return [part / sum(alive) for part in alive]


def read() -> dict[str, list[Row]]:
    """Rows of each group."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for line in (Path(__file__).parent / "bearers.tsv").read_text("utf-8").splitlines():
        if line[0] != "#":
            table, sex, name, count = line.split("\t")
            found = row(table.split("_")[0], sex, name.lower(), int(count))
            groups[title_of(table, sex, int(count))].append(found)
    return groups


def row(role: str, sex: str, name: str, count: int) -> Row:
    """One name; of a surname with one form for both sexes (`u`) men and women are counted."""
    people = PEOPLE.get(sex, sum(PEOPLE.values()))
    (place, of), one = AT[role], "m" if sex == "u" else sex
    stated, working = (share((name,), (place,), mix, one) * people / count
                       for mix in (Mix(), Mix(tuple(working_ages()))))
    part = parts_of((name,), (place,), one)[0]
    return Row(stated, working, abs(math.log(working)) <= Z90 * spread_of(of, part))


def title_of(table: str, sex: str, count: int) -> str:
    """The group of a row."""
    if table != "given":
        return TITLES[table]
    rank = ("20,000 bearers or more" if count >= COMMON else "5,000 to 20,000" if count >= RARER else "fewer")
    return f"given name, {'men' if sex == 'm' else 'women'}, {rank}"


def report() -> None:
    """A row a group, and all."""
    groups = read()
    print("names counted in a table of 21.7 million people of working age (bearers.tsv), expected or counted")
    print(f"  {'':52} names  as stated  median  at working ages  median  90 % interval holds")
    everything = [found for rows in groups.values() for found in rows]
    for title, rows in (*groups.items(), ("all", everything)):
        stated, working = [r.stated for r in rows], [r.working for r in rows]
        held = sum(r.held for r in rows) / len(rows)
        print(f"  {title:52} {len(rows):5d}  {within(stated):9.2f}  {middle(stated):6.2f}"
              f"  {within(working):15.2f}  {middle(working):6.2f}  {held:.2f}")
