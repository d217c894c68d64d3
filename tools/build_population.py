"""Write src/sverka/names/tables/population.py: how common each name part is, by name culture.

Usage: python tools/build_population.py MATERIAL_NAMES_DIR

Reads ru-given-names.parquet and ru-patronymics.parquet (BSD-3, datacoon/russiannames),
ru-surnames-popularity.yaml (Unlicense, ulzr/realistic-russian-names) and, for the joint
distribution only, the full names inside dev-pairs.tsv.gz. Of the latter nothing but fitted
class weights leaves this script: no name that is not in the count tables gets a row.

A given name and a patronymic are not independent: both come from the family's name culture.
A latent class (slavic, muslim, armenian or georgian, western or jewish) is fitted by EM over
given name x father's name x surname ending, seeded by the ethnic tags of the count tables;
tokens that never occur in the joint data get their class from letter groups (naive Bayes).
"""

from __future__ import annotations

import base64
import gzip
import json
import math
import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path

import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))
from sverka.names import parse, skeleton

OUT = Path(__file__).parents[1] / "src/sverka/names/tables/population.py"
CLASSES = ("slavic", "muslim", "caucasian", "western")
TAGS = {"slav": 0, "tur": 1, "arab": 1, "arm": 2, "geor": 2, "germ": 3, "jew": 3, "polsk": 3, "cz": 3}
PATRONYMIC = re.compile("(ович|евич|ьич|ична|овна|евна|инична)$")
WORD = re.compile("[а-яё-]+")
SEED_WEIGHT = 30.0  # a tagged token starts as if seen this often in its class
ROUNDS = 8
ALPHA = 2.0  # pseudo-count of the prior in each token
# Rough figures after the census of 2020/21, not yet held against its tables; of those who stated a
# nationality: Russians and other peoples with Russian names; Turkic and North Caucasian peoples;
# Armenians and Georgians; the rest.
WEIGHT = (0.865, 0.115, 0.01, 0.01)
KEEP = {"given": 3, "patronymic": 3, "surname": 15}  # rarer rows are mostly slips of the pen
STEPS = 15  # a class share is one hexadecimal digit


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
    return rows


def sex_of(gender: str | None) -> str:
    return gender if gender in ("m", "f") else "u"


def tags_of(row: dict[str, object]) -> tuple[int, ...]:
    listed = row["ethnic"] or []
    assert isinstance(listed, list)
    return tuple(sorted({TAGS[tag.strip()] for tag in listed if tag.strip() in TAGS}))


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
    return rows


def read_surnames(folder: Path) -> list[tuple[str, int]]:
    """(masculine surname, count of men); the source stops at 15."""
    lines = (folder / "ru-surnames-popularity.yaml").read_text("utf-8").splitlines()
    pairs = [line.rsplit(": ", 1) for line in lines if ": " in line]
    return [(fold(name), int(count)) for name, count in pairs if WORD.fullmatch(fold(name))]


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


class Cultures:
    """P(class | token) for given names, fathers' names and surname endings, fitted on joint names.

    A name's class odds are the prior times the product of P(class | token) / P(class): a token
    never seen says nothing. Class weights stay at the census shares (`WEIGHT`): the joint data
    are people from sanctions lists and say nothing on how common a culture is.
    """

    def __init__(self, seeds: dict[str, tuple[int, ...]]) -> None:
        self.seeds = seeds
        self.counts = self.seeded()

    def seeded(self) -> dict[str, list[float]]:
        counts: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
        for token, classes in self.seeds.items():
            for c in classes:
                counts[token][c] += SEED_WEIGHT / len(classes)
        return counts

    def posterior(self, tokens: list[str]) -> list[float]:
        odds = list(WEIGHT)
        for token in tokens:
            values = self.counts.get(token)
            if values:
                total = sum(values) + ALPHA
                odds = [o * (v + ALPHA * w) / (total * w)
                        for o, v, w in zip(odds, values, WEIGHT, strict=True)]
        return [o / sum(odds) for o in odds]

    def fit(self, joint: list[list[str]]) -> None:
        for _ in range(ROUNDS):
            counts = self.seeded()
            for tokens in joint:
                for i, token in enumerate(tokens):
                    others = self.posterior(tokens[:i] + tokens[i + 1:])
                    for c, share in enumerate(others):
                        counts[token][c] += share
            self.counts = counts


def letter_groups(token: str) -> list[str]:
    padded = f"^{token}$"
    groups = [padded[i:i + n] for n in (2, 3, 4) for i in range(len(padded) - n + 1)]
    return [*groups[-12:], padded[:4]]


class Letters:
    """Naive Bayes over letter groups, for tokens the joint data never show."""

    def __init__(self, known: dict[str, list[float]]) -> None:
        self.groups: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(CLASSES))
        self.totals = [0.0] * len(CLASSES)
        self.prior = [1.0] * len(CLASSES)
        for token, shares in known.items():
            for c, share in enumerate(shares):
                self.prior[c] += share
                for group in letter_groups(token):
                    self.groups[group][c] += share
                    self.totals[c] += share

    def shares(self, token: str) -> list[float]:
        scores = [math.log(p) for p in self.prior]
        for group in letter_groups(token):
            values = self.groups.get(group, [0.0] * len(CLASSES))
            for c in range(len(CLASSES)):
                # Halved: overlapping groups are not independent witnesses.
                scores[c] += 0.5 * math.log((values[c] + 0.3) / (self.totals[c] + 0.3 * 20_000))
        top = max(scores)
        odds = [math.exp(s - top) for s in scores]
        return [o / sum(odds) for o in odds]


def ending(surname: str) -> str:
    return "e" + re.sub("(а|ая)$", "", surname)[-3:]


def classify(cultures: Cultures, letters: Letters, prefix: str, token: str) -> list[float]:
    """Shares of the classes for a token: joint data weigh in with their count, letters with 3."""
    seen = cultures.counts.get(prefix + token, [0.0] * len(CLASSES))
    guess = letters.shares(token)
    mixed = [s + 3.0 * g for s, g in zip(seen, guess, strict=True)]
    return [m / sum(mixed) for m in mixed]


# Endings of surnames that only one culture has (class, pattern).
ENDINGS = (
    (2, re.compile("(ян|янц|дзе|швили|иани|оглян)$")),
    (1, re.compile("(уллин|улин|[еиу][тд]динов|заде|баев|беков|гулов|ходжаев|хаджиев|гиреев|мурзин|ханов)$")),
    (3, re.compile("(штейн|берг|баум|бойм|фельд|сон|цкер|вейс|мюллер|шмидт)$")),
    (0, re.compile("(енко|ский|цкий|чук|ых|их)$")),
)
SURE = 0.9  # class share of a surname whose ending or first name tells its culture


def surname_shares(surname: str, given: dict[str, list[float]]) -> list[float] | None:
    """Class shares of a surname that an ending or a given name inside it tells: Хасанов, Хасан."""
    stem = re.sub("(ов|ев|ин|ын)$", "", surname)
    if stem != surname:
        found = next((given[stem + tail] for tail in ("", "а", "й", "ь", "я") if stem + tail in given), None)
        if found:
            return found
    for c, pattern in ENDINGS:
        if pattern.search(surname) and len(surname) > 5:
            rest = (1 - SURE) / (len(CLASSES) - 1)
            return [SURE if i == c else rest for i in range(len(CLASSES))]
    return None


def quantise(shares: list[float]) -> str:
    return "".join(f"{round(share * STEPS):x}" for share in shares)


def main() -> None:
    folder = Path(sys.argv[1])
    given, patronymics, surnames = read_given(folder), read_patronymics(folder), read_surnames(folder)
    joint = read_joint(folder)
    vocabulary = {text for text, *_ in given}
    father = {text: fname or father_of(text, vocabulary) for text, fname, *_ in patronymics}
    # Given names (g) and fathers' names (f) are one vocabulary: the culture of a name does not
    # change in a generation, so both count into the token "g".
    seeds = {"g" + text: classes for text, _, _, classes in given if classes}
    seeds |= {"g" + fname: classes for _, fname, _, _, classes in patronymics if classes and fname}
    cultures = Cultures(seeds)
    rows = [["g" + g, "g" + father.get(p, p), ending(s)] for s, g, p in sorted(joint)]
    cultures.fit(rows)
    known = {t[1:]: [v / sum(c) for v in c] for t, c in cultures.counts.items() if t[0] == "g" and sum(c) > 2}
    letters = Letters(known)
    surname_known: dict[str, list[float]] = {}
    for (surname, _, _), tokens in zip(sorted(joint), rows, strict=True):
        surname_known[re.sub("(а|ая)$", "", surname)] = cultures.posterior(tokens)
    surname_letters = Letters(surname_known)
    tables = {
        "given": [(t, s, n, classify(cultures, letters, "g", t)) for t, s, n, _ in given],
        "patronymic": [(t, s, n, classify(cultures, letters, "g", father[t]))
                       for t, _, s, n, _ in patronymics],
    }
    by_name = {t: shares for t, _, n, shares in tables["given"] if n >= KEEP["given"]}
    tables["surname"] = [(t, "m", n, surname_shares(t, by_name) or surname_letters.shares(t))
                         for t, n in surnames]
    write(tables, WEIGHT, len(joint))


def write(tables: dict[str, list[tuple[str, str, int, list[float]]]], weight: tuple[float, ...],
          joint: int) -> None:
    blobs, totals = {}, {}
    for role, rows in tables.items():
        totals[role] = [0.0] * len(CLASSES)
        lines = []
        for text, sex, count, shares in rows:
            if count < KEEP[role]:
                continue
            code = quantise(shares)
            women = {"f": 9, "m": 0, "u": 5}[sex]
            rest = f"\t{text}\t{count}\t{code}{women}\n"
            lines.append((key_of(text, role).encode(), rest.encode("cp1251")))
            for c, digit in enumerate(code):
                totals[role][c] += count * int(digit, 16) / STEPS
        blobs[role] = b"\n" + b"".join(key + rest for key, rest in sorted(lines))
        print(f"{role}: {len(lines)} rows, {sum(totals[role]):.0f} bearers, {len(blobs[role])} bytes")
    print("classes", dict(zip(CLASSES, (round(w, 4) for w in weight), strict=True)), "joint names", joint)
    numbers = {role: tuple(round(v, 1) for v in values) for role, values in totals.items()}
    parts = [
        '"""How common each name part is, by name culture. Written by tools/build_population.py.\n',
        "Sources: datacoon/russiannames (BSD-3: given names, patronymics), ulzr/realistic-russian-names",
        f"(Unlicense: surnames); class weights fitted on {joint} joint names. A row of a blob (cp1251): key,",
        "name, count, one hexadecimal fifteenth a class and ninths of women; sorted by key.",
        '"""\n',
        f"CLASSES = {CLASSES!r}".replace("'", '"'),
        f"WEIGHTS = {weight!r}",
        "TOTALS = {",
        *(f'    "{role}": {values!r},' for role, values in numbers.items()),
        "}",
    ]
    for role, blob in blobs.items():
        text = base64.b64encode(zlib.compress(blob, 9)).decode()
        parts.append(f"{role.upper()} = (")
        parts += [f'    "{text[i:i + 96]}"' for i in range(0, len(text), 96)]
        parts.append(")")
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
