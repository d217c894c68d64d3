"""Where two sides say somebody lives: what it weighs, and how an index keeps it.

The model: with chance `SAME_HOME` two statements about one person speak of one home; else, and for two
people, the second is drawn from where the bearers of the name live. So the ratio is
1 - `SAME_HOME` + `SAME_HOME` / (share of the bearers in that region) where the regions agree, and
1 - `SAME_HOME` where they do not: half of all Magomedovs live in Dagestan, and to agree on it says little.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from ..model import Evidence
from ..names import ParsedName
from .layout import damaged, reading
from .namesakes import namesakes_of
from .regions import Region, by_code, neighbours, read

# A judgement. About one in a hundred people of Russia moves to another region in a year, more of the
# young; and a list may give the birthplace or an old registration where the asker gives the present home.
SAME_HOME = 0.75


def region_evidence(left: ParsedName, right: ParsedName, here: Region, there: Region) -> Evidence:
    """What the region of the subject and that of the entry say; symmetric.

    Where the names differ in spelling, the one whose bearers are more at home there counts.
    """
    if here.code == there.code:
        share = max(_share(left, here), _share(right, here))
        bits = math.log2(1 - SAME_HOME + SAME_HOME / share)
        return Evidence("region.same", here.code, there.code, bits)
    if neighbours(here.code, there.code):
        return Evidence("region.near", here.code, there.code, 0.0)
    return Evidence("region.differs", here.code, there.code, math.log2(1 - SAME_HOME))


def _share(name: ParsedName, region: Region) -> float:
    """Of all who bear a name, the share who live in a region; at most 1."""
    everywhere = namesakes_of(name).expected
    return min(1.0, namesakes_of(name, region=region).expected / everywhere) if everywhere else region.share


def region_sections(regions: Sequence[str]) -> dict[str, bytes]:
    """Sections of an index for the region of each entry, a byte each; none if no entry states one.

    A byte is 0 for "not stated", else the place, from 1, in the list of codes of the other section: what
    one version numbers is read by every other.
    Raises: UsageError for a text that names no region.
    """
    codes = [read(region).code if region else "" for region in regions]
    used = sorted(set(codes) - {""})
    if not used:
        return {}
    number = {code: i for i, code in enumerate(("", *used))}
    return {"region": bytes(number[code] for code in codes), "regions": " ".join(used).encode("ascii")}


class Homes:
    """The regions of the entries of an index; a code this version does not know counts as not stated.

    Raises: TrustError if the sections do not fit each other.
    """

    __slots__ = ("_codes", "_numbers")

    def __init__(self, sections: Mapping[str, memoryview], entries: int) -> None:
        self._numbers = sections.get("region")
        codes = bytes(sections["regions"]).decode("ascii", "replace").split() if self._numbers else []
        self._codes = ("", *codes)
        if self._numbers and len(self._numbers) != entries:
            raise damaged()

    def region(self, entry: int) -> Region | None:
        """The region of an entry, where it states one."""
        if not self._numbers:
            return None
        with reading():
            return by_code().get(self._codes[self._numbers[entry]])
