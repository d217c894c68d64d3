"""Write src/sverka/names/tables/population.py: how common each name part is, by name culture.

Usage: python tools/build_population.py MATERIAL_NAMES_DIR

Reads ru-given-names.parquet and ru-patronymics.parquet (BSD-3, datacoon/russiannames),
ru-surnames-popularity.yaml (Unlicense, ulzr/realistic-russian-names) and, for the joint
distribution only, the full names inside dev-pairs.tsv.gz. Of the latter nothing but fitted
class weights leaves this script: no name gets a row that is not in the count tables (or in bearers.toml).

The count tables are of an older generation. How common the names of the Slavic class are among people
alive now, and in each ten-year birth cohort, follows from published tables of a few birth years
(generations.py); the other classes have no such tables, but counts of a larger one (bearers.py). Surnames do
not change with the generation, but their table stops at 15 bearers: what share of people it leaves out
(`UNSEEN_SURNAMES`) follows from the slope of its tail and from the people of the lists.

Name cultures: cultures.py.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Set
from pathlib import Path

import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
sys.path.insert(0, str(Path(__file__).parent))
import bearers
import generations
from cultures import (
    CLASSES,
    TAGS,
    WEIGHT,
    Cultures,
    Letters,
    classify,
    ending,
    guessed,
    known_names,
    sharpened,
    surname_shares,
)

from sverka.matching.cohorts import COHORTS
from sverka.names import parse, skeleton

OUT = Path(__file__).parents[1] / "src/sverka/names/tables/population.py"
PATRONYMIC = re.compile("(ович|евич|ьич|ична|овна|евна|инична)$")
WORD = re.compile("[а-яё-]+")
KEEP = {"given": 3, "patronymic": 3, "surname": 15}  # rarer rows are mostly slips of the pen
TELLING = 30  # bearers from which a given name tells the culture of the surname made of it
SLAVIC = 0.5  # class share from which a name goes with the tables of generations
COMMON_FROM = 2e-5  # share of its sex from which a name is followed through the generations
LEAST_LIVING = 30  # a name of the generations stays a name (names.population.KNOWN_FROM)
# Share of people whose surname has fewer than 15 bearers in the source: .17 of the men of the lists, .20 of
# the people of the foreign-agents register, .19 by the slope of the tail (cumulative, -0.82) down to one man.
UNSEEN_SURNAMES = 0.18
STEPS = 15  # a class share is one hexadecimal digit
LINE = 4_000  # letters of a packed table on one line of the module: nobody reads them


def key_of(text: str, role: str) -> str:
    """The key `frequency` looks a part up by; made by the same code that asks for it."""
    full = {"given": f"Иванов {text} Иванович", "patronymic": f"Иванов Иван {text}",
            "surname": f"{text} Иван Иванович"}[role]
    at = {"given": 1, "patronymic": 2, "surname": 0}[role]
    tokens = parse(full).tokens
    token = next((t for t in tokens if t.text.lower() == text), tokens[min(at, len(tokens) - 1)])
    return skeleton(token.phon if role == "given" else token.stem or token.phon)


def fold(text: str) -> str:
    """Lower case, е for ё."""
    return text.lower().replace("ё", "е")


def read_given(folder: Path) -> list[tuple[str, str, int, tuple[int, ...]]]:
    """(name, sex, count, tagged classes)."""
    rows = []
    for row in pq.read_table(folder / "ru-given-names.parquet").to_pylist():
        text = fold(row["text"])
        if WORD.fullmatch(text):
            rows.append((text, sex_of(row["gender"]), row["count"], tags_of(row)))
    return [(text, sex, count, tags) for text, _, sex, count, tags in
            merged([(text, "", sex, count, tags) for text, sex, count, tags in rows])]


def merged(rows: list[tuple[str, str, str, int, tuple[int, ...]]]) -> list[
        tuple[str, str, str, int, tuple[int, ...]]]:
    """One row a name and sex (е and ё are one); a row without sex joins the commoner one that has it."""
    best: dict[tuple[str, str], tuple[str, str, str, int, tuple[int, ...]]] = {}
    for row in sorted(rows, key=lambda row: (row[2] == "u", -row[3])):
        text, father, sex, count, tags = row
        if sex == "u":
            sex = max("mfu", key=lambda s: best[text, s][3] if (text, s) in best else -1)
        old = best.get((text, sex))
        best[text, sex] = (text, old[1] or father, sex, old[3] + count, old[4] or tags) if old else (
            text, father, sex, count, tags)
    return list(best.values())


def sex_of(gender: str | None) -> str:
    return gender if gender in ("m", "f") else "u"


def tags_of(row: dict[str, object]) -> tuple[int, ...]:
    listed = row["ethnic"] or []
    assert isinstance(listed, list)
    return tuple(sorted({c for tag in listed for c in TAGS.get(tag.strip(), ())}))


def read_patronymics(folder: Path) -> list[tuple[str, str, str, int, tuple[int, ...]]]:
    """(patronymic, father's name or "", sex, count, classes).

    Яковлевна has 89,823 against 17,167 of Яковлевич, an error of the source (every other
    father's name has between 0.8 and 1.3 as many daughters); it is cut to the sons' count.
    """
    rows = []
    for row in pq.read_table(folder / "ru-patronymics.parquet").to_pylist():
        text = fold(row["text"])
        if WORD.fullmatch(text):
            count = 17_167 if text == "яковлевна" else row["count"]
            rows.append((text, fold(row["fname"] or ""), sex_of(row["gender"]), count, tags_of(row)))
    return merged(rows)


def read_surnames(folder: Path) -> list[tuple[str, int]]:
    """(masculine surname, count of men); the source stops at 15."""
    lines = (folder / "ru-surnames-popularity.yaml").read_text("utf-8").splitlines()
    pairs = [line.rsplit(": ", 1) for line in lines if ": " in line]
    counts: dict[str, int] = defaultdict(int)
    for name, count in pairs:
        if WORD.fullmatch(fold(name)):
            counts[fold(name)] += int(count)
    return list(counts.items())


def read_joint(folder: Path) -> set[tuple[str, str, str]]:
    """Distinct (surname, given, patronymic) of real people named in Russian.

    Negatives are left out: their names are invented by swapping parts, so nothing joint is in them.
    """
    names = set(filter(None, map(split_name, read_listed(folder.parent))))
    with gzip.open(folder / "dev-pairs.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            kind, _, left, right = line.rstrip("\n").split("\t")
            if kind.startswith("pos_"):
                names.update(filter(None, map(split_name, (left, right))))
    return names


def read_listed(data: Path) -> list[str]:
    """Name cells of the scraped lists, for the joint distribution only."""
    files = sorted(data.glob("foreign_agents/json/*.json")) + sorted(data.glob("lists_2026/foreign*.json"))
    cells = []
    for file in files:
        rows = json.loads(file.read_text("utf-8"))
        for row in rows if isinstance(rows, list) else []:
            cells += [str(row.get(key, "")) for key in ("fullName", "name")]
    return cells


def father_of(patronymic: str, given: set[str]) -> str:
    """The given name a patronymic is made of, where the source leaves it out: Магомедович, Магомед."""
    stem = PATRONYMIC.sub("", patronymic)
    for tail in ("", "й", "ь", "я", "а"):
        if stem + tail in given:
            return stem + tail
    return patronymic


def split_name(text: str) -> tuple[str, str, str] | None:
    words = fold(text).split()
    if len(words) != 3 or not all(WORD.fullmatch(word) for word in words):
        return None
    if PATRONYMIC.search(words[2]) and not PATRONYMIC.search(words[1]):
        return words[0], words[1], words[2]
    if PATRONYMIC.search(words[1]) and not PATRONYMIC.search(words[2]):
        return words[2], words[0], words[1]
    return None


def quantise(shares: list[float]) -> str:
    return "".join(f"{round(share * STEPS):x}" for share in shares)


Table = list[tuple[str, str, int, list[float]]]  # name, sex, count, class shares
Living = dict[tuple[str, str], tuple[int, str]]  # name, sex -> count alive now, digits of cohorts


def living(table: Table, sex: str, share_of: dict[str, tuple[float, str]], name_of: dict[str, str]) -> Living:
    """Counts of the Slavic class as of people alive now, with the profile over the birth cohorts.

    Only names in `share_of` (name -> share of all, profile) change, and the sum of their Slavic parts stays.
    `name_of`: what a row is looked up by: itself, or the father's name, whose share its spellings divide.
    """
    mass = {text: n * shares[0] for text, s, n, shares in table
            if s == sex and name_of.get(text, text) in share_of}
    of_name: dict[str, float] = defaultdict(float)
    for text, part in mass.items():
        of_name[name_of.get(text, text)] += part
    total = sum(mass.values())
    found: Living = {}
    for text, s, n, _ in table:
        name = name_of.get(text, text)
        if s == sex and mass.get(text):
            share, digits = share_of[name]
            count = n - mass[text] + total * share * mass[text] / of_name[name]
            found[text, sex] = max(LEAST_LIVING, round(count)), digits
    return found


def by_generation(given: Table, patronymics: Table, father: dict[str, str]) -> dict[str, Living]:
    """Role -> the counts of today."""
    fathers: dict[str, float] = defaultdict(float)
    for text, _, n, _ in patronymics:
        fathers[father[text]] += n
    found: dict[str, Living] = {"given": {}, "patronymic": {}}
    for sex in "mf":
        counts = {text: float(n) for text, s, n, shares in given if s == sex and shares[0] > SLAVIC}
        named = generations.named(sex)
        kept = {text: n for text, n in counts.items()
                if n >= COMMON_FROM * sum(counts.values()) or text in named}
        names = generations.generations(sex, kept, fathers if sex == "m" else {})
        cohorts = [generations.of_cohort(names, start) for start in COHORTS]
        found["given"] |= living(given, sex, profiles(cohorts, sex), {})
        if sex == "m":
            cohorts = [generations.fathers_of_cohort(names, start) for start in COHORTS]
            for child in "mf":
                found["patronymic"] |= living(patronymics, child, profiles(cohorts, child), father)
    return found


def profiles(cohorts: list[generations.Shares], sex: str) -> dict[str, tuple[float, str]]:
    """Name -> (share among all of that sex, digits of its cohorts)."""
    return {name: generations.profile([table[name] for table in cohorts], sex) for name in cohorts[0]}


def recount(tables: dict[str, Table], facts: dict[str, bearers.Bearers], father: dict[str, str],
            known: Set[str], told: Set[str]) -> None:
    """Put the counts of bearers.toml into the tables.

    Args: known, told: given names and surnames whose culture is more than a guess from their letters.
    """
    old = tables["given"]
    tables["given"], factors = bearers.recounted(old, facts["given"], known, least=KEEP["given"])
    tables["surname"], _ = bearers.recounted(
        tables["surname"], facts["surname"], told, least=KEEP["surname"], covered=1 - UNSEEN_SURNAMES)
    of_class = bearers.middle(old, facts["given"], factors)
    print("counts of given names were off by", [round(factor, 2) for factor in of_class])
    tables["patronymic"] = bearers.recounted_patronymics(tables["patronymic"], father, factors, of_class,
                                                         KEEP["patronymic"])


def main() -> None:
    folder = Path(sys.argv[1])
    given, patronymics, surnames = read_given(folder), read_patronymics(folder), read_surnames(folder)
    joint = read_joint(folder)
    vocabulary = {text for text, *_ in given}
    father: dict[str, str] = {}
    for text, fname, *_ in sorted(patronymics, key=lambda row: -row[3]):
        father.setdefault(text, fname or father_of(text, vocabulary))
    # Given names (g) and fathers' names (f) are one vocabulary: the culture of a name does not
    # change in a generation, so both count into the token "g".
    seeds = {"g" + text: classes for text, _, _, classes in given if classes}
    seeds |= {"g" + fname: classes for _, fname, _, _, classes in patronymics if classes and fname}
    seeds |= {"g" + name: classes for name, classes in known_names().items()}
    facts = {role: bearers.read(role) for role in ("given", "surname")}
    seeds |= {"g" + name: classes for name, classes in facts["given"].classes.items()}
    cultures = Cultures(seeds)
    rows = [["g" + g, "g" + father.get(p, p), ending(s)] for s, g, p in sorted(joint)]
    cultures.fit(rows)
    known = {t[1:]: [v / sum(c) for v in c] for t, c in cultures.counts.items() if t[0] == "g" and sum(c) > 2}
    letters = Letters(known)
    tables = {
        "given": [(t, s, n, sharpened(classify(cultures, letters, "g", t))) for t, s, n, _ in given],
        "patronymic": [(t, s, n, sharpened(classify(cultures, letters, "g", father[t])))
                       for t, _, s, n, _ in patronymics],
    }
    by_name = {t: shares for t, _, n, shares in tables["given"] if n >= TELLING and t in known}
    told = {t: shares for t, _ in surnames if (shares := surname_shares(t, by_name))}
    told |= {t: bearers.tagged_shares(classes) for t, classes in facts["surname"].classes.items()}
    shares_of = guessed(dict(surnames), told)
    tables["surname"] = [(t, "m", n, sharpened(shares_of[t])) for t, n in surnames]
    recount(tables, facts, father, {t for t, *_ in given}, told.keys())
    write(tables, by_generation(tables["given"], tables["patronymic"], father), len(joint))


def write(tables: dict[str, Table], today: dict[str, Living], joint: int) -> None:
    blobs, totals = {}, {}
    for role, rows in tables.items():
        totals[role] = [0.0] * (2 * len(CLASSES))
        lines = []
        for text, sex, n, shares in rows:
            if n < KEEP[role]:
                continue
            count, cohorts = today.get(role, {}).get((text, sex), (n, ""))
            code = quantise(shares)
            women = {"f": 9, "m": 0, "u": 5}[sex if role != "surname" else "m"]
            rest = f"\t{text}\t{count}\t{code}{women}{cohorts}\n"
            lines.append((key_of(text, role).encode(), rest.encode("cp1251")))
            for c, digit in enumerate(code):
                part = count * int(digit, 16) / STEPS
                totals[role][c] += part * (1 - women / 9)
                totals[role][c + len(CLASSES)] += part * women / 9
        blobs[role] = b"\n" + b"".join(key + rest for key, rest in sorted(lines))
        print(f"{role}: {len(lines)} rows, {sum(totals[role]):.0f} bearers, {len(blobs[role])} bytes")
    totals["surname"] = [value / (1 - UNSEEN_SURNAMES) for value in totals["surname"][:len(CLASSES)]]
    print("classes", dict(zip(CLASSES, (round(w, 4) for w in WEIGHT), strict=True)), "joint names", joint)
    numbers = {role: tuple(round(v, 1) for v in values) for role, values in totals.items()}
    parts = [
        '"""How common each name part is, by name culture. Written by tools/build_population.py.\n',
        "Sources: datacoon/russiannames (BSD-3: given names, patronymics), ulzr/realistic-russian-names",
        "(Unlicense: surnames), published shares by birth year (tools/generations.toml), counts of",
        "names of other cultures (ngodata.ru, tools/bearers.toml); class weights",
        f"fitted on {joint} joint names. A row of a blob (cp1251): key, name, count, code; sorted by key.",
        "A code: one hexadecimal fifteenth a class, ninths of women, and for names that come and go a digit",
        "a birth cohort (matching.cohorts.DIGITS). TOTALS: bearers by class; of given names and patronymics",
        "men's, then women's.",
        '"""\n',
        f"CLASSES = {CLASSES!r}".replace("'", '"'),
        f"WEIGHTS = {WEIGHT!r}",
        "TOTALS = {",
        *(f'    "{role}": {values!r},' for role, values in numbers.items()),
        "}",
    ]
    for role, blob in blobs.items():
        text = base64.b64encode(zlib.compress(blob, 9)).decode()
        parts.append(f"{role.upper()} = (")
        parts += [f'    "{text[i:i + LINE]}"' for i in range(0, len(text), LINE)]
        parts.append(")")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
