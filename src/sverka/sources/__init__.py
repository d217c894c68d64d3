"""Official lists: one module and one facts file a list; bytes in, entries out, no I/O.

    snapshot = parse("ru-foreign-agents", data, name="reestr-01122022.pdf")
    guard(snapshot, previous)     # SourceError: nothing of it is to be kept

`parse` refuses what is not a whole file of the list; `guard` refuses what jumps beyond the
list's stated bounds, alone or against the state before it.
"""

from .facts import bounds, closed_lists, facts, list_ids
from .guards import guard
from .reading import Progress, dropped_columns, parse
from .refusal import RowError

__all__ = [
    "Progress", "RowError", "bounds", "closed_lists", "dropped_columns", "facts", "guard", "list_ids",
    "parse",
]
