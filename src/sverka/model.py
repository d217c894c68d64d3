"""The things Sverka speaks of, as plain values (see docs/glossary.md).

Everything here is frozen, holds no more personal data than a check needs (a birth
*year*, never a tax, pension or passport number, an address or a full birth date), and
knows nothing of files, clocks or networks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NewType

from .errors import Text

ListId = NewType("ListId", str)
"""Name of one official list, e.g. `ru-foreign-agents`."""

Kind = Literal["person", "organisation", "material"]

NameKind = Literal["full", "pseudonym", "former", "alias", "transliteration", "member"]
"""What a name in a cell is. `member` names a person inside a listed organisation."""


@dataclass(frozen=True, slots=True)
class Name:
    """One name as a list states it, split out of its cell.

    Attributes:
        text: the name alone, blanks collapsed, quotes and brackets of the cell removed.
        kind: what the list says it is.
        since: for a renaming, the date from which it holds, where stated.
    """

    text: str
    kind: NameKind = "full"
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stood: which bytes, and where in them.

    Attributes:
        snapshot: SHA-256 of the published bytes, lower-case hex.
        where: for a human, e.g. `page 3, row 41`, `row 12`, `line 907`.
    """

    snapshot: str
    where: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a list as one snapshot states it.

    Attributes:
        number: the list's own number as text; "" where the publication carries none.
        official_name: the whole name cell, blanks collapsed, otherwise as published.
            Empty for materials, whose text is kept as a digest only.
        names: the names split out of the cell, the official full name first.
        listed_on, published_on, removed_on: as the list states them; None if it does not.
        birth_year: 1850-2025, persons only.
        inn, ogrn: organisations only; digits or "".
        domains: host names, lower case. handles: `platform:name`, e.g. `t.me:example`.
        members: names of people listed inside an organisation's row.
        decisions: orders and court rulings behind the entry, one a string.
        terrorism: only for lists that mark it (the asterisk of `ru-rosfinmonitoring`).
        note: what else the list says of the entry (ban suspended, excluded).
        digest: SHA-256 of a material's text, so that an edit shows without keeping the text.
    """

    list_id: ListId
    number: str
    kind: Kind
    official_name: str
    names: tuple[Name, ...]
    place: Place
    category: str = ""
    listed_on: date | None = None
    published_on: date | None = None
    removed_on: date | None = None
    legal_basis: tuple[str, ...] = ()
    birth_year: int | None = None
    inn: str = ""
    ogrn: str = ""
    domains: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    country: str = ""
    terrorism: bool | None = None
    note: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list as published at one moment, parsed.

    Attributes:
        sha256: of the published bytes.
        as_of: the state the publication itself claims, else when it was obtained.
        form: which generation of publication, e.g. `pdf`, `json`, `xlsx`, `rest`.
        states: the Entry fields this form can state at all; a field outside it says
            nothing, so its emptiness is never a change.
        rows: data rows in the file, equal to `len(entries)` unless the form says otherwise.
        filled: header text -> how many rows have that cell filled.
    """

    list_id: ListId
    sha256: str
    as_of: date
    form: str
    states: frozenset[str]
    rows: int
    filled: Mapping[str, int]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two consecutive states of one listing.

    Attributes:
        field: the Entry field; "" for a whole listing added or gone.
        before, after: as text ("" for absent).
        known_on: `as_of` of the snapshot that shows it.
        announced: a new inclusion or exclusion, as against an old line rewritten in silence.
        earlier, later: SHA-256 of the two snapshots; `earlier` is "" for a first sight.
        key: of the listing it happened to (`Listing.key`); for a change between two bare
            snapshots, the row's number, else its name.
    """

    action: Literal["added", "removed", "edited"]
    field: str
    before: str
    after: str
    known_on: date
    announced: bool
    earlier: str
    later: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """The same designation through all snapshots, in its newest known form.

    Attributes:
        key: stable identity inside its list (the list's own number, else name and date).
        entry: every field's newest stated value, joined over the snapshots.
        first_seen, last_seen: `as_of` of the first and last snapshot that hold it.
        changes: oldest first.
    """

    key: str
    entry: Entry
    first_seen: date
    last_seen: date
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class ListFacts:
    """What is known of a list itself; from the facts file beside its parser.

    Attributes:
        cadence_days: how often it usually changes; used to call a state old.
        gaps: what the list does not say or hides, a sentence each.
    """

    id: ListId
    state: str
    title: Text
    keeper: Text
    legal_basis: tuple[str, ...]
    address: str
    cadence_days: int
    gaps: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedList:
    """A list or database that exists, or is reported to, and cannot be checked here."""

    id: str
    title: Text
    keeper: Text
    reported: Text
    source: str
    reported_on: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is being checked. Lives in memory only.

    Attributes:
        names: any script, any order; the first is the present name, the rest former or other.
        birth_year: None if not given. birth_month, birth_day: only used to catch slips.
        region: of Russia, where the subject lives; a code, a name or a usual short form.
        ids: INN or OGRN (organisations). addresses: domains or channel handles.
    """

    names: tuple[str, ...]
    kind: Literal["person", "organisation"] = "person"
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    sex: Literal["f", "m", ""] = ""
    region: str = ""
    ids: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison and what it says.

    Attributes:
        kind: what was compared and how it came out, e.g. `surname.same`,
            `patronymic.differs`, `patronymic.missing`, `birth_year.same`, `inn.same`.
        left, right: the two spellings compared; the subject's is `left`.
        bits: log2 of the likelihood ratio; positive speaks for one person.
    """

    kind: str
    left: str
    right: str
    bits: float


Verdict = Literal["strong", "possible", "unlikely"]
"""How alike, before namesakes: a question to a human, never an answer.

`strong`: names agree in every part given; `possible`: they may be one name;
`unlikely`: not worth a person's fear. An agreeing name is never `unlikely`,
however many people share it.
"""


@dataclass(frozen=True, slots=True)
class Namesakes:
    """How many people in the stated population are expected to share a name.

    Attributes:
        expected: mean, 0 or more. low, high: 90 % interval.
        population: the number of people it is counted in.
        region: ISO 3166-2 code of the region they live in; "" for the whole country.
    """

    expected: float
    low: float
    high: float
    population: int
    region: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names held against each other.

    Attributes:
        bits: sum over `lines`, frequency included. verdict: see `Verdict`.
    """

    bits: float
    lines: tuple[Evidence, ...]
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Match:
    """A subject and an indexed entry.

    Attributes:
        entry: position of the entry in the index. name: which of its names matched.
        probability: that the subject is the one listed, 0-1, namesakes counted.
        namesakes: in the whole country, for the listed person may live anywhere.
        local: of these, in the region of the subject, where it states one.
    """

    entry: int
    name: str
    evidence: tuple[Evidence, ...]
    bits: float
    verdict: Verdict
    probability: float
    namesakes: Namesakes | None = field(default=None)
    local: Namesakes | None = field(default=None)
