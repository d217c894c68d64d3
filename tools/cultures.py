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

CLASSES = ("slavic", "turkic", "north_caucasian", "transcaucasian", "western")
# The ethnic tags of the count tables. Arabic names are of both Muslim cultures, but the bearers counted there
# are mostly Bashkirs and Tatars.
TAGS = {"slav": (0,), "tur": (1,), "arab": (1,), "arm": (3,), "geor": (3,), "germ": (4,), "jew": (4,),
        "polsk": (4,), "cz": (4,)}
# What the tags cannot tell apart, and what the letters got wrong; from general knowledge of naming.
KNOWN = {
    (2,): """магомед магомет гаджи гаджимурад гаджимагомед курбан нурмагомед абдулмуслим абдула гамзат
        омар хизри шахбан алиасхаб тагир рамзан апти ваха зелимхан хамзат алихан анзор беслан казбек
        заур заурбек аслан асланбек асланбег хусейн джабраил джамал тамерлан хаджимурат хаджимурад
        асхаб висхан лечи мовсар мовлади сулим турпал ширвани юсуп юнус астемир залим залимхан инал
        кантемир нурби хазрет алан сослан таймураз хетаг батраз мурад мурат исрапил багаудин
        исламудин сайпудин зайнутдин камалудин иса муса усман умар лема бувайсар адлан аюб докка
        супьян шамсудин эльбрус юсупжан мухтар шарапудин абакар ахмедхан патимат хадижат зарема
        аминат зулихан залина загидат написат умукусум саният раисат сакинат салимат хава айшат
        петимат седа хеда эсет малкан таус тамила асият марьям зайнаб барият умужат сапият разият
        камила аида мадина фатима марем лейла индира мадинат абдурахман абубакар бекхан исламбек
        алибек идрис""",
    (1,): """рамиль радик салават ришат айрат айдар ильдар ринат рустем наиль равиль фарит рашит ильнур
        ильгиз азамат азат ильшат марсель рифкат раис фанис вильдан ильфат айгуль гульназ гульнара
        гузель гулнара лейсан ляйсан алсу наиля венера нурия минзиля флюра фларида раушания кадрия
        гульфия рамзия хамит ренат рафаэль рамис динар булат марат дамир тимур ильсур айнур нургали
        бахтиёр бахтияр шухрат фарход фархад азиз ботир нурлан ерлан серик болат кайрат асхат карим
        давлет осман динара амина альфия зульфия гульшат альмира земфира резеда фарида рамиля асия
        эльвина ирек ильдус венер раиль риф фаниль хамид рафис талгат ахат вагиф эльшан эльман
        ровшан ильхам гейдар рауф низами турал самир вугар шавкат дильшод фаррух улугбек нариман
        рефат ленур сервер эскендер ремзи алмаз""",
    (1, 2): """руслан рустам шамиль рамазан ислам ибрагим исмаил ахмед ахмет хасан али амир абдулла мансур
        ильяс эльдар магомедали сулейман расул муслим камиль саид эльмира зарина алия зухра""",
    (0,): """аким тит назар нефед калистрат виль эльза руфина данута мальвина никон игнат степан стефан
        никита адольф эдуард роберт богдан валерьян владлен евдоким климент клим лука мартин мирон
        модест остап платон прохор феликс исай логин потап фома харитон тарас тарасий родион рудольф
        алена алиса виолетта диана ева инга карина кристина майя руслана снежана эмма яна ярослава
        инесса нелли илона станислава розалия луиза ида павлина октябрина муза мирослава владислава
        злата милана есения стефания устинья изабелла богдана викентий ким гурий гордей демид ерофей
        ермолай елисей нестор юлиан эрнест арнольд""",
    (3,): """арам гагик гурам зураб ираклий сейран тигран ваган грант самвел рубен левон нодар отар резо
        тенгиз армен ашот сурен гурген карапет вахтанг""",
    (0, 1): "альбина алина эльвира регина венера роза лилия эмилия",
    (0, 2): "адам",
}
SEED_WEIGHT = 30.0  # a tagged token starts as if seen this often in its class
ROUNDS = 8
ALPHA = 2.0  # pseudo-count of the prior in each token
# Rough sums over the census of 2020/21, of those who stated a nationality: Russians (80.85 %) and other
# peoples with Russian names; Tatars (3.61), Bashkirs (1.20), Kazakhs and other Turkic and Central Asian
# peoples; Chechens (1.28), Avars, Dargins, Kumyks, Kabardians, Ingush, Lezgins and their neighbours;
# Armenians and Georgians; the rest. Which people goes by which names is judgement.
WEIGHT = (0.865, 0.067, 0.048, 0.01, 0.01)


def known_names() -> dict[str, tuple[int, ...]]:
    """Name -> its classes, of `KNOWN`."""
    return {name: classes for classes, names in KNOWN.items() for name in names.split()}


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
        self.nothing = [0.0] * len(CLASSES)
        for token, shares in known.items():
            for c, share in enumerate(shares):
                self.prior[c] += share
                for group in letter_groups(token):
                    self.groups[group][c] += share
                    self.totals[c] += share

    def shares(self, token: str) -> list[float]:
        scores = [math.log(p) for p in self.prior]
        for group in letter_groups(token):
            values = self.groups.get(group, self.nothing)
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
    (3, re.compile("(ян|янц|дзе|швили|иани|оглян)$")),
    (2, re.compile("(магомедов|гаджиев|хаджиев|гиреев|хоев|мурадов|шоев|омаров|ахмадов)$")),
    (1, re.compile("(уллин|[еиу][тд]динов|заде|баев|беков|гулов|ходжаев|мурзин|зянов)$")),
    (4, re.compile("(штейн|берг|баум|бойм|фельд|сон|цкер|вейс|мюллер|шмидт)$")),
    (0, re.compile("(енко|ский|цкий|чук|ых|их)$")),
)
DOUBTFUL = 0.1  # a class share below this is dropped
SURE_LETTERS = 0.9  # share of one class from which letters alone tell a surname's culture
COMMON_SURNAME = 10_000  # men in the source; surnames so common that nothing tells are Russian
RARE_SURNAME = 500  # men in the source; up to here letters give shares, however unsure
SLAVIC = (1.0, 0.0, 0.0, 0.0, 0.0)
CERTAIN = 0.8  # Slavic share of a given name from which (or below 1 less it) its surname's is told
UNTOLD = (0.94, 0.025, 0.02, 0.005, 0.01)
# Names of the Bible and of tribes that Russian peasants bore when surnames arose.
OLD_RUSSIAN = """абрам авраам моисей наум лазарь самсон давыд исай исак исаак адам сафрон аввакум аким
    иосиф осип яков илья захар назар урал арсен булат каспар муза комар фаддей"""
SURE = 0.9  # class share of a surname whose ending or first name tells its culture


def surname_shares(surname: str, given: dict[str, list[float]]) -> list[float] | None:
    """Class shares of a surname that an ending or a given name inside it tells: Хасанов, Хасан."""
    stem = re.sub("(ов|ев|ин|ын)$", "", surname)
    if stem != surname:
        names = [stem + tail for tail in ("", "а", "й", "ь", "я")]
        if not set(OLD_RUSSIAN.split()).isdisjoint(names):
            return list(SLAVIC)
        found = next((given[name] for name in names if name in given), None)
        if found and not 1 - CERTAIN < found[0] < CERTAIN:
            return found
    for c, pattern in ENDINGS:
        if pattern.search(surname) and len(surname) > 5:
            return [SURE * (i == c) + (1 - SURE) * weight for i, weight in enumerate(WEIGHT)]
    return None


def guessed(surnames: dict[str, int], told: dict[str, list[float]]) -> dict[str, list[float]]:
    """Class shares of surnames (with their counts), those that nothing tells by their letters.

    These are first taken to be Slavic like the source (`UNTOLD`). What is common stays so unless its letters,
    rare among them and common among the told ones of another culture, leave little doubt.
    """
    letters = Letters(told | {surname: list(UNTOLD) for surname in surnames if surname not in told})
    shares = {}
    for surname, count in surnames.items():
        found = told.get(surname) or letters.shares(surname)
        doubtful = surname not in told and max(found[1:]) < SURE_LETTERS and count > RARE_SURNAME
        common = surname not in told and count > COMMON_SURNAME
        shares[surname] = list(SLAVIC) if doubtful or common else found
    return shares


def sharpened(shares: list[float]) -> list[float]:
    """Without the classes of small share: a guess from letters must not give Иванов to a small people."""
    kept = [share if share >= DOUBTFUL else 0.0 for share in shares]
    return [share / sum(kept) for share in kept]
