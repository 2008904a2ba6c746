"""Text → lexemes: the words, numbers and signs that calendar expressions are made of, each with kind and value."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.finding.dates.kinds import LETTERS
from pipeline.finding.dates.vocabulary import Meaning, vocabulary

_TOKEN = re.compile(
    r"""(?P<newline>[\n\r\u2028\u2029]+)
    |(?P<other>[^\W\d_]+-\d\w*|(?<!\w)кв\.?\s?(?:м|км)\w*
        |\d{1,2}:\d\d|(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:[.,]\d+)?)
    |(?P<full>(?<![\d.])\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]\d)|(?<![\d-])\d{4}-\d\d-\d\d(?![\d-])|(?<![\d/])\d{1,2}/\d{1,2}/\d{4}(?![\d/]))
    |(?P<report>(?<![\w.,])\d{1,2}(?:[КкKQq]|кв\.?|[Пп]|[HhНн]|[МмMm])\s?(?:20)?\d\d(?![\w.,]\d|\w))
    |(?P<split>(?<![\w/.])(?:19|20)\d\d/(?:(?:19|20)\d\d|\d\d)(?![\w/]))
    |(?P<numbers>\d+(?:[-/.]\d+){2,})
    |(?P<suffixed>\d{1,4}\s?[-–]?\s?(?:го|ого|его|му|ому|ому|м|ом|й|ый|ой|ий|я|ая|ю|ую|е|ое|ые|ие|х|ых|их|ми|ыми)(?!\w))
    |(?P<decimal>\d+[.,]\d+)
    |(?P<number>\d+)
    |(?P<this_year>[тсп]\.\s?г\.)
    |(?P<word>[^\W\d_]+(?:/г)?)
    |(?P<sign>\S)""",
    re.VERBOSE,
)
_SIGNS = {
    "-": "dash", "–": "dash", "—": "dash", "‑": "dash", "−": "dash", ",": "comma", ".": "dot", "/": "slash",
    "(": "open", ")": "close", ";": "other",
}  # fmt: skip
_ROMAN = re.compile(r"[IVXІХ]+", re.IGNORECASE)
_ROMAN_DIGITS = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}
_THIS_YEAR = {"т": 0.0, "с": 0.0, "п": -1.0}
#: Kinds whose abbreviations take the full stop that follows them.
_ABBREVIATED = frozenset({"month_short", "hours", "days", "week", "months", "quarter", "year_short"})
THOUSAND = 1000
#: Signs and words without a meaning of their own share these.
_PLAIN = {"word": Meaning("word", 0.0), "other": Meaning("other", 0.0)}


@dataclass(slots=True)
class Lexeme:
    """A word, number or sign; `text` is lower case with е for ё; `end` exclusive, a full stop of an abbreviation in."""

    kind: str
    value: float
    start: int
    end: int
    text: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Lexemes:
    """The lexemes of a text, and their kinds written as one letter each."""

    items: list[Lexeme]
    letters: str = field(default="")


def lexemes(text: str) -> Lexemes:
    """Cut a text into lexemes."""
    items: list[Lexeme] = []
    for match in _TOKEN.finditer(text):
        if items and match.start() < items[-1].end:  # the full stop of an abbreviation
            continue
        items.append(_lexeme(text, match, items[-1] if items else None))
    joined = _join_numbers(items)
    return Lexemes(joined, "".join(LETTERS[item.kind] for item in joined))


def _lexeme(text: str, match: re.Match[str], previous: Lexeme | None) -> Lexeme:
    group = match.lastgroup or "other"
    word, kind, value = _read(group, match.group())
    if kind not in _PLAIN and group == "word" and _is_part_of_name(text, match, previous):
        kind = "word"
    end = match.end()
    if kind in _ABBREVIATED and text[end : end + 1] == "." and _is_abbreviation(word):
        end += 1
    elif word == "в" and text[end : end + 1] == "." and previous is not None and previous.kind == "roman":
        kind, end = "century", end + 1
    return Lexeme(kind, value, match.start(), end, word, match.group()[0].isupper())


@lru_cache(maxsize=50_000)
def _read(group: str, written: str) -> tuple[str, str, float]:
    """Return the folded word, its kind and its value."""
    word = written.lower().replace("ё", "е")
    return word, *(_READERS[group](word, written) if group in _READERS else (group, 0.0))


def _is_part_of_name(text: str, match: re.Match[str], previous: Lexeme | None) -> bool:
    """«Есиль-Май»: a capitalised word behind a hyphen."""
    hyphen = previous is not None and previous.kind == "dash" and previous.end == match.start()
    return hyphen and match.group().istitle() and text[match.start() - 2 : match.start() - 1].isalpha()


def _is_abbreviation(word: str) -> bool:
    return (len(word) <= 3 and word not in ("год", "дня", "дне", "час")) or word in ("сент", "нояб", "февр")


def _word(word: str, written: str) -> tuple[str, float]:
    meaning = vocabulary().get(word)
    if meaning is not None and not (len(word) == 2 and written[0].islower() and written[1].isupper()):  # кВ
        return meaning
    if _ROMAN.fullmatch(word) and written.isupper():
        return "roman", float(_roman_value(written))
    return _PLAIN["word"]


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
    return _PLAIN["other"]


_READERS = {
    "word": _word, "number": _number, "suffixed": _suffixed, "decimal": _decimal, "sign": _sign,
    "this_year": _this_year, "numbers": _numbers,
}  # fmt: skip


def _join_numbers(items: list[Lexeme]) -> list[Lexeme]:
    """Join «двадцать пять», «двадцать пятого», «две тысячи двадцать пятом» to one number."""
    joined: list[Lexeme] = []
    for item in items:
        last = joined[-1] if joined else None
        if last and last.kind == "cardinal" and item.kind in ("cardinal", "ordinal") and _is_compound(last, item):
            value = last.value * item.value if item.value == THOUSAND else last.value + item.value
            joined[-1] = replace(item, value=value, start=last.start, capital=last.capital)
        else:
            joined.append(item)
    return [replace(item, kind="four_th") if _is_year(item) else item for item in joined]


def _is_compound(larger: Lexeme, smaller: Lexeme) -> bool:
    """Say whether a number word continues another: thousands, hundreds, tens, ones, each smaller than the last."""
    if smaller.value == THOUSAND:
        return 1 < larger.value < THOUSAND
    round_to = next((unit for unit in (THOUSAND, 100, 10) if larger.value % unit == 0 and larger.value >= unit), 0)
    return 1 <= smaller.value < round_to and smaller.value == int(smaller.value) and larger.value != 10


def _is_year(item: Lexeme) -> bool:
    return item.kind == "ordinal" and item.value > THOUSAND
