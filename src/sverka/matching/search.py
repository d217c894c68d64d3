"""The question the index exists for: which entries may be this subject, and how likely each is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator

from ..model import Evidence, Match, Namesakes, Subject, Verdict
from ..names import ParsedName, parse
from .candidates import Word, candidates
from .homes import region_evidence
from .index import Index, Space
from .keys import ids_of, organisation_words, words_of_readings
from .layout import reading
from .namesakes import POPULATION, namesakes_of
from .organisations import compare_organisations
from .persons import compare_persons
from .probability import (
    ASKER,
    EXACT_ID_BITS,
    ORGANISATIONS,
    birth_year_evidence,
    probability,
    with_details,
)
from .regions import region_of
from .slip_odds import nearly
from .sums import total
from .typos import Odd, odd_of_organisation, odd_of_person, rows_of_slip

POOL = 4  # candidates compared in full at most, beyond the limit
SEX_DIFFERS = -6.0  # a name of the other sex: sometimes a slip in a list, or a name of both sexes
BELOW_BEST = 10.0  # bits of the quick score: rows further below the best are not compared
# One row that spells its acronym out has 13 bits over another of the very same name.
ORGANISATIONS_BELOW = 30.0
_RANK: dict[Verdict, int] = {"strong": 2, "possible": 1, "unlikely": 0}


def match(subject: Subject, index: Index, *, limit: int = 10) -> list[Match]:
    """Entries that may be the subject, likeliest first, at most `limit`, one `Match` an entry.

    Every name of the subject is tried against every name of the entries of its kind. Exact
    identifiers (INN, OGRN, domain, handle) find an entry whatever its name. Rows that are
    plainly somebody else may be among the answers with the verdict `unlikely`.
    """
    found: dict[int, Match] = {}
    for key in ids_of(subject.ids, subject.addresses):
        for entry in index.exact(key):
            _keep(found, _by_identifier(index, entry, key))
    for name in subject.names:
        if subject.kind == "organisation":
            _match_organisation(name, index, limit, found)
        else:
            _match_person(name, subject, index, limit, found)
    ordered = sorted(found.values(), key=lambda m: (-_RANK[m.verdict], -m.probability, -m.bits, m.entry))
    return ordered[:limit]


def _keep(found: dict[int, Match], new: Match) -> None:
    old = found.get(new.entry)
    if old is None or (_RANK[new.verdict], new.bits) > (_RANK[old.verdict], old.bits):
        found[new.entry] = new


def _by_identifier(index: Index, entry: int, key: str) -> Match:
    shown = key.partition(":")[2]
    line = Evidence("id.same" if key.startswith("id:") else "address.same", shown, shown, EXACT_ID_BITS)
    name = first_name(index, entry)
    return Match(entry, name, (line,), line.bits, "strong", probability(line.bits, ORGANISATIONS, "strong"))


def first_name(index: Index, entry: int) -> str:
    """The first name an entry was indexed with; "" if it has none."""
    space = index.spaces.get(index.kind(entry))
    if space is None:
        return ""
    row = bisect_left(space.entry, entry)
    return space.name(row) if row < space.rows and space.entry[row] == entry else ""


def _pool(space: Space, words: list[Word], limit: int, below: float = BELOW_BEST) -> list[int]:
    with reading():
        return [row for _, row in candidates(space, words, limit + POOL, below)]


def _with_slips(space: Space, pool: list[int], found: dict[int, Match],
                odd_of: Callable[[], Odd | None]) -> Iterator[int]:
    """The rows of the pool, and if all of these are unlikely, those one slip has put out of its reach."""
    yield from pool
    if any(one.verdict != "unlikely" for one in found.values()):
        return
    with reading():
        odd = odd_of()
        more = rows_of_slip(space, odd) if odd else []
    known = set(pool)
    yield from [row for row in more if row not in known]


def _match_organisation(name: str, index: Index, limit: int, found: dict[int, Match]) -> None:
    space = index.spaces["organisation"]
    pool = _pool(space, organisation_words(name), limit, ORGANISATIONS_BELOW)
    for row in _with_slips(space, pool, found, lambda: odd_of_organisation(space, name)):
        listed = space.name(row)
        result = compare_organisations(name, listed)
        chance = probability(result.bits, ORGANISATIONS, result.verdict)
        _keep(found, Match(space.entry[row], listed, result.lines, result.bits, result.verdict, chance))


def _match_person(name: str, subject: Subject, index: Index, limit: int, found: dict[int, Match]) -> None:
    space, parsed = index.spaces["person"], parse(name)
    count: Namesakes | None = None
    local: Namesakes | None = None
    pool = _pool(space, words_of_readings(parsed), limit)
    for row in _with_slips(space, pool, found, lambda: odd_of_person(space, parsed)):
        listed = space.name(row)
        other = parse(listed)
        result = compare_persons(parsed, other)
        if count is None:
            count = namesakes_of(parsed, subject.birth_year)
            here = region_of(subject.region) if subject.region else None
            local = namesakes_of(parsed, subject.birth_year, here) if here else None
        entry = int(space.entry[row])
        details = _details(subject, index.birth_year(entry), other)
        there = index.region(entry) if here else None
        if here and there:
            details.append(region_evidence(parsed, other, here, there))
        bits = result.bits + total([line.bits for line in details])
        verdict = with_details(result.verdict, details)
        # A slip is on its own scale already; the scale of unlikely names is for parts that contradict.
        scale = "possible" if nearly(result.lines) else verdict
        chance = probability(bits, POPULATION / ASKER, scale)
        _keep(found, Match(entry, listed, (*result.lines, *details), bits, verdict, chance, count, local))


def _details(subject: Subject, year: int | None, listed: ParsedName) -> list[Evidence]:
    """Evidence beside the name, for what both sides state."""
    lines = []
    if subject.birth_year is not None and year is not None:
        lines.append(birth_year_evidence(subject.birth_year, year))
    if subject.sex and listed.sex and subject.sex != listed.sex:
        lines.append(Evidence("sex.differs", "", "", SEX_DIFFERS))
    return lines
