"""How a Latin word sounds if it is written by a German, French or Polish system.

`ch`, `j`, `s`, `z` and `c` stand for different Russian letters in each, so one fixed reading would clear a
person whose passport is of another country. A name that shows traits of a system is read by it as
well; comparing takes the reading that fits best. `german-voiced` is the second German reading, where s is
з and sch is ж, since German writes з and с, ж and ш alike. `iso` is ISO 9 and its Czech kin. `letters` is
GOST (7.79 B and 16876-71) and scientific transliteration, where what stands beside a letter changes nothing.
`dutch` is Scandinavian as well, `baltic` drops the endings of Latvian and Lithuanian. `soft` reads a
Belarusian name as its neighbours write it, `pinyin` a Chinese one as Russian does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

System = Literal["", "german", "german-voiced", "french", "polish", "iso", "english", "letters", "soft",
                 "dutch", "spanish", "hungarian", "baltic", "pinyin"]

# Pattern and phonemes, the first that fits at a place wins; see `phonemic` for the letters.
_COMMON = (("kh", "x"), ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("q", "k"), ("ŭ", "v"))
_HISSED = (("sh", "S"), ("ch", "C"), ("zh", "Z"))
_FINAL = (("(?<=[oeaE])(?:ff|w|v|u)e?$", "v"),)
RULES: dict[System, tuple[tuple[str, str], ...]] = {
    # ei of German surnames (Weitz); that of Alexei ends the word.
    "german": (("(?<=[bcdfghklmnprstvwz])ei(?=[bcdfghklmnprstvwz])", "aj"), ("schtsch|stsch", "W"),
               ("tsch", "C"), ("dsch", "dZ"), ("sch|sh", "S"), ("ch", "x"), ("tz|z", "c"),
               ("ss|ß", "s"), *_FINAL, ("w", "v"), *_COMMON),
    "german-voiced": (("schtsch|stsch", "W"), ("tsch", "C"), ("dsch", "dZ"), ("sch|sh", "Z"), ("ch", "x"),
                      ("tz|z", "c"), ("ss|ß|s(?![aeiouyjlmnrwbdg])", "s"), ("s", "z"), *_FINAL, ("w", "v"),
                      *_COMMON),
    "french": (("chtch", "W"), ("tch", "C"), ("dj", "dZ"), ("ch", "S"), ("j", "Z"), ("iou", "U"), *_FINAL,
               ("ou", "u"), ("gu(?=[ei])", "g"), ("qu", "k"), ("ts|tz", "c"), ("(?<=i)ne$", "n"), ("w", "v"),
               ("c(?=[eiy])", "s"), ("c", "k"), *_COMMON),
    "polish": (("szcz|SC", "W"), ("L", "l"), ("la", "lA"), ("lu", "lU"), ("ck", "ck"), ("sz", "S"), ("cz",
        "C"), ("rz|zh", "Z"), ("ch|kh", "x"), ("sh", "S"), *_FINAL,
               ("w", "v"), ("ts", "c"), *_COMMON),
    "english": (("shch|sch", "W"), *_HISSED, ("dj|j", "dZ"), ("ts|tz", "c"), *_FINAL,
                ("oo|ou", "u"), ("ee", "i"), ("w", "v"), *_COMMON[:3], ("ck|c", "k"), *_COMMON[4:]),
    "letters": (("shh|shch|SC", "W"), *_HISSED, ("kh|x", "x"), ("ts|tc|cz|c", "c"),
                ("jj", "j"), *_FINAL, ("w", "v"), ("ph", "f"), ("th", "t"), ("q", "k")),
    "soft": (("shch", "W"), *_HISSED, ("kh", "x"), ("dz(?=[iejymv])", "d"),
             ("ts(?=[iejv])|c(?=[iejv])", "t"), ("ts", "c"), *_FINAL, ("w", "v"), *_COMMON),
    "dutch": (("sjtsj|sjtj|stsj", "W"), ("tsj|tj", "C"), ("dzj|dj", "dZ"), ("sj", "S"), ("zj", "Z"),
              ("oe", "u"), ("ch|kh", "x"), *_FINAL, ("ts|tz", "c"), ("w", "v"), *_COMMON),
    "spanish": (("shch|sch", "W"), *_HISSED, ("ts|tz", "c"), ("j", "x"),
                ("qu(?=[ei])", "k"), ("gu(?=[ei])", "g"), *_FINAL, ("c", "k"), ("w", "v"), *_COMMON),
    "hungarian": (("scs", "W"), ("cs", "C"), ("zs", "Z"), ("sz", "s"), ("s", "S"), ("ch|kh|h", "x"),
                  ("ts", "c"), *_FINAL, ("w", "v"), *_COMMON),
    "baltic": (("SC|StS", "W"), ("tS", "C"), ("(?<=[bdgjklmnprtvzCSZ])(?:as|is|us|s)$|(?<=[iy])s$", ""),
               ("ch|hh|h", "x"), ("ts", "c"), *_COMMON),
    # As Palladius writes Chinese syllables: Zhao is Чжао, Xu is Сюй, Zongmin is Цзунминь.
    "pinyin": (("zh", "CZ"), *_HISSED[:2], ("z|j", "cz"), ("c|q", "c"), ("x", "s"), ("h", "x"),
               ("r(?!$)", "Z"), ("wu", "u"), ("w", "v"), ("yong|iong", "Un"), ("ong", "un"),
               ("yuan|(?<=[jqx])uan", "Uan"), ("yue|(?<=[jqx])ue", "Ue"), ("yun|(?<=[jqx])un", "Un"),
               ("yu|(?<=[jqx])u", "Uj"),
               ("(?:i|y)a(?:ng?)", "An"), ("(?:i|y)a", "A"), ("ying|yin|ing", "in"), ("ie|ye", "e"),
               ("iu|you", "U"), ("yi", "i"), ("uo", "o"), ("ui", "uj"), ("ei", "ej"), ("ai", "aj"),
               ("ng", "n")),
    # A letter for a letter: sh is сх, ch is цх.
    "iso": (("SC", "W"), ("ck", "ck"), ("h", "x"), *_FINAL, ("w", "v"), *_COMMON),
}
_SYLLABLE = ("(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?a(?:ng|n|o|i)?|i?ong|iu|ie|ing?|i|u(?:ang?|ai?|o|i|e|n)?"
             "|ou?|e(?:i|ng?|r)?)")
_TRAITS: dict[System, re.Pattern[str]] = {
    "pinyin": re.compile(f"^(?=[zxqjc])(?:{_SYLLABLE}){{1,2}}$"),
    "german": re.compile(r"sch|w|ch|j[aueo]|tz|z\b|zk"), "german-voiced": re.compile(r"sch|w|j[aueo]"),
    "french": re.compile(r"ch|j|ou|gu[ei]"), "polish": re.compile(r"w|j|sz|cz|c(?!h)|ch"),
    "iso": re.compile("[ščžâûŝ]"), "english": re.compile("j|sch"), "dutch": re.compile("sj|tj|zj|oe"),
    # x not as in Alexei, Maxim, Oxana, Felix, Xenia.
    "letters": re.compile(r"shh|cz|jj|ou|tz|(?<!ale)(?<!ole)(?<!ma)(?<!\bo)(?<!li)x(?!eni)"),
    "hungarian": re.compile("cs|zs|sz(?!cz)"),
    "spanish": re.compile(r"[áíóú]|mija|[aei]jov|\bj(?=[bcdfghklmnprstvz])|\bjod"),
    "baltic": re.compile(r"(?:[oea]v|[iy]n|ski|u[kc]|enko)[ai]?s\b|[cč]i?[au]?s\b"),
}


def traits_of(word: str) -> frozenset[System]:
    """The systems of which a lower-case word shows traits."""
    return frozenset([system for system, traits in _TRAITS.items() if traits.search(word)])


def systems_of(words: Iterable[frozenset[System]]) -> tuple[System, ...]:
    """The systems by which a Latin name is to be read as well, from the traits of its words."""
    shown = frozenset[System]().union(*words)
    return tuple([system for system in _TRAITS if system in shown]) if shown else ()


@cache
def compiled(system: System) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern with a group a rule, and what each group becomes."""
    return alternation(RULES[system])


def alternation(rules: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], tuple[str, ...]]:
    """One pattern with a group a rule, and what each group becomes."""
    firsts = {letter for pattern, _ in rules for letter in _FIRST.findall(_AROUND.sub("", pattern))}
    pattern = "|".join(f"({pattern})" for pattern, _ in rules)
    # A letter no rule begins with is passed over at once: half of a name.
    return re.compile(f"(?=[{''.join(sorted(firsts))}])(?:{pattern})"), tuple(to for _, to in rules)


_AROUND = re.compile(r"\(\?<?[=!].*?\)|\?:|\^")
_FIRST = re.compile(r"(?:^|[(|])(\w)")
