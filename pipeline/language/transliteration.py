"""One spelling for names written in Latin and in Cyrillic letters: «Qarmet» and «Кармет», «Saran» and «Сарань».

The spelling is for comparison alone, it is no transliteration standard: sounds that the romanizations of Russian and
Kazakh write differently fall together.
"""

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "i", "і": "i", "к": "k", "қ": "k", "л": "l", "м": "m", "н": "n", "ң": "n", "о": "o", "ө": "o",
    "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u", "ү": "u", "ф": "f", "х": "h", "һ": "h", "ц": "ts",
    "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
#: Spellings of the romanizations, applied in this order.
_LATIN = (
    ("sch", "sh"), ("kh", "h"), ("gh", "g"), ("ck", "k"), ("ts", "ts"), ("dj", "zh"), ("dzh", "zh"), ("j", "zh"),
    ("q", "k"), ("w", "v"), ("x", "ks"), ("ph", "f"), ("yo", "io"), ("ya", "ia"), ("yu", "iu"), ("y", "i"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=20_000)
def sound_key(name: str) -> str:
    """Return the comparison spelling of a name: «Казахмыс» and «Kazakhmys» → «kazahmis»."""
    letters = "".join(_CYRILLIC.get(letter, letter) for letter in name.casefold())
    latin = unicodedata.normalize("NFKD", letters.replace("ı", "i")).encode("ascii", "ignore").decode()
    for spelling, sound in _LATIN:
        latin = latin.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", _NOT_LETTERS.sub("", latin))


def has_latin(name: str) -> bool:
    """Say whether a name has Latin letters."""
    return any("a" <= letter <= "z" for letter in name.casefold())


def has_cyrillic(name: str) -> bool:
    """Say whether a name has Cyrillic letters."""
    return any("а" <= letter <= "я" or letter in "ёәғқңөұүһі" for letter in name.casefold())
