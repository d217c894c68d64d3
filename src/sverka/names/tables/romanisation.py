"""How each system writes Russian letters in Latin.

Sources: MVD order 995 of 2020 and ICAO Doc 9303 (passport 2014); MVD order 310 of 1997 (passport
1997); BGN/PCGN 1947; ISO 9:1995; Duden (German); IFLA practice of French press; PWN (Polish).
Only what differs from the passport of 2014 is given. `^` marks the start of a word, `+` a place after
a vowel, ъ or ь, `$` the end of a word.
"""

from __future__ import annotations

PASSPORT_2014: dict[str, str] = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "ie", "ы": "y", "ь": "", "э": "e", "ю": "iu",
    "я": "ia", "і": "i", "ї": "i", "є": "ie", "ґ": "g", "ў": "u", "'": "",
}
SYSTEMS: tuple[tuple[str, dict[str, str]], ...] = (
    ("passport 2014", {}),
    ("BGN", {"^е": "ye", "+е": "ye", "ё": "yo", "й": "y", "ъ": "", "ю": "yu", "я": "ya", "ий$": "iy", "ый$": "yy"}),
    ("press", {"й": "y", "ъ": "", "ю": "yu", "я": "ya", "ий$": "y", "ый$": "y", "ё": "yo", "+е": "ye", "^е": "ye",
               "кс": "x", "иево": "yevo", "ьев": "iev"}),
    ("passport 1997", {"^е": "ye", "+е": "ye", "ё": "ye", "й": "y", "ъ": "", "ю": "yu", "я": "ya", "ий$": "iy",
                       "ью": "yu", "ья": "ya"}),
    ("ISO 9", {"ё": "ë", "ж": "ž", "й": "j", "х": "h", "ц": "c", "ч": "č", "ш": "š", "щ": "ŝ", "ъ": "", "э": "è",
               "ю": "û", "я": "â"}),
    ("German", {"в": "w", "ё": "jo", "^е": "je", "+е": "je", "ж": "sch", "з": "s", "й": "i", "ий$": "i", "ый$": "y",
                "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ю": "ju", "я": "ja"}),
    ("French", {"ж": "j", "й": "ï", "ий$": "i", "ый$": "y", "у": "ou", "ч": "tch", "ш": "ch", "щ": "chtch",
                "ъ": "", "ю": "iou", "я": "ia", "ге": "gue", "ги": "gui", "ё": "io", "ин$": "ine", "^е": "e"}),
    ("Polish", {"в": "w", "ё": "jo", "^е": "je", "+е": "je", "ж": "ż", "й": "j", "ий$": "ij", "ый$": "yj", "х": "ch",
                "ц": "c", "ч": "cz", "ш": "sz", "щ": "szcz", "ъ": "", "ю": "ju", "я": "ja", "л": "ł", "ле": "le",
                "ли": "li", "ль": "l", "ля": "la", "лю": "lu"}),
)
# From phonemes back to Russian letters, for a name typed in Latin; ambiguous, so a guess.
TO_CYRILLIC: tuple[tuple[str, str], ...] = (
    ("dZ", "дж"), ("W", "щ"), ("S", "ш"), ("C", "ч"), ("Z", "ж"), ("A", "я"), ("U", "ю"), ("E", "ё"), ("x", "х"),
    ("h", "г"), ("c", "ц"), ("j", "й"), ("y", "ы"), ("a", "а"), ("b", "б"), ("v", "в"), ("g", "г"), ("d", "д"),
    ("e", "е"), ("z", "з"), ("i", "и"), ("k", "к"), ("l", "л"), ("m", "м"), ("n", "н"), ("o", "о"), ("p", "п"),
    ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("f", "ф"),
)
