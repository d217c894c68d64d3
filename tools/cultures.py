"""Name cultures: which of them a given name, a patronymic or a surname belongs to, fitted on joint names.

A given name and a patronymic are not independent: both come from the family's name culture.
A latent class is fitted by EM over given name x father's name x surname ending, seeded by the ethnic
tags of the count tables; tokens that never occur in the joint data get their class from letter groups
(naive Bayes).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict

CLASSES = ("slavic", "muslim", "caucasian", "western")
SEED_WEIGHT = 30.0  # a tagged token starts as if seen this often in its class
ROUNDS = 8
ALPHA = 2.0  # pseudo-count of the prior in each token
# Rough figures after the census of 2020/21, not yet held against its tables; of those who stated a
# nationality: Russians and other peoples with Russian names; Turkic and North Caucasian peoples;
# Armenians and Georgians; the rest.
WEIGHT = (0.865, 0.115, 0.01, 0.01)


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
