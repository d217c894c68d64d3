"""Cells as long as a cell may be, made to send patterns astray: they are read, and soon."""

import pytest

from sverka.sources.court_text import court_item
from sverka.sources.groups import by_members
from sverka.sources.name_cell import country_of, members, organisation_names, person_names
from sverka.sources.scrub import scrub, years_only

CELLS = {
    "brackets opened": "(" * 20_000,
    "brackets nested": "(а " * 8_000 + ")" * 8_000,
    "commas": "а," * 20_000,
    "quotes": "«а»; " * 9_000,
    "rulings": "а (" + "решение б " * 4_000,
    "words": "Аб " * 15_000,
    "one word": "а" * 50_000,
    "dates": "01.01.2000 " * 3_000,
    "telephones": "8 " * 20_000,
    "mail": "a." * 20_000 + "@",
    "addresses": "по адресу " * 5_000,
}


@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS.keys())
def test_a_hostile_cell_is_read(cell: str) -> None:
    for read in (organisation_names, person_names, members, country_of, scrub, years_only):
        read(cell)
    by_members("Объединение в составе " + cell)
    court_item(cell, "item 1")
