"""What a token may mean in a calendar expression: its kind and its value."""

import re
from functools import lru_cache

from pipeline.finding.dates.vocabulary import Meaning, vocabulary

_SIGNS = {
    "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "−": "dash", ",": "comma", ".": "dot", "/": "slash",
    "(": "open", ")": "close", ";": "other",
}  # fmt: skip
_ROMAN = re.compile(r"[IVXІХ]+", re.IGNORECASE)
_ROMAN_DIGITS = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}
_THIS_YEAR = {"т": 0.0, "с": 0.0, "п": -1.0}
#: Signs and words without a meaning of their own share these.
PLAIN = {"word": Meaning("word", 0.0), "other": Meaning("other", 0.0)}


@lru_cache(maxsize=10_000)
def read_lexeme(group: str, written: str) -> tuple[str, str, float]:
    """Return the folded word of a token, its kind and its value."""
    word = written.lower().replace("ё", "е")
    return word, *(_READERS[group](word, written) if group in _READERS else (group, 0.0))


def _word(word: str, written: str) -> tuple[str, float]:
    meaning = vocabulary().get(word)
    if meaning is not None and not (len(word) == 2 and written[0].islower() and written[1].isupper()):  # кВ
        return meaning
    if _ROMAN.fullmatch(word) and written.isupper():
        return "roman", float(_roman_value(written))
    return PLAIN["word"]


def _roman_value(numeral: str) -> int:
    digits = [_ROMAN_DIGITS[digit] for digit in numeral.upper()]
    following = [*digits[1:], 0]
    return sum(-digit if digit < after else digit for digit, after in zip(digits, following, strict=True))


def _number(word: str, _: str) -> tuple[str, float]:
    value = float(word) if len(word) < 16 else 0.0
    if len(word) == 4 and 1000 <= value <= 2199:
        return "four", value
    return ("small" if 1 <= value <= 31 and len(word) <= 2 else "integer"), value


def _suffixed(word: str, _: str) -> tuple[str, float]:
    digits = re.match(r"\d+", word)
    value = float(digits.group()) if digits else 0.0
    return ("four_th" if 1000 <= value <= 2199 else "small_th"), value


def _decimal(word: str, _: str) -> tuple[str, float]:
    return "decimal", float(word.replace(",", ".")) if len(word) < 16 else 0.0


def _sign(word: str, _: str) -> tuple[str, float]:
    return _SIGNS.get(word, "other"), 0.0


def _this_year(word: str, _: str) -> tuple[str, float]:
    return "this_year", _THIS_YEAR[word[0]]


def _numbers(word: str, _: str) -> tuple[str, float]:
    return PLAIN["other"]


_READERS = {
    "word": _word, "number": _number, "suffixed": _suffixed, "decimal": _decimal, "sign": _sign,
    "this_year": _this_year, "numbers": _numbers,
}  # fmt: skip
