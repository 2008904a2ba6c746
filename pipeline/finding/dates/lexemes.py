"""Text → lexemes: the words, numbers and signs that calendar expressions are made of, each with kind and value."""

import re
from dataclasses import dataclass, field, replace

from pipeline.finding.dates.kinds import LETTERS
from pipeline.finding.dates.lexeme_values import PLAIN, read_lexeme

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
#: Kinds whose abbreviations take the full stop that follows them.
_ABBREVIATED = frozenset({"month_short", "hours", "days", "week", "months", "quarter", "year_short"})
THOUSAND = 1000


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
    word, kind, value = read_lexeme(group, match.group())
    if kind not in PLAIN and group == "word" and _is_part_of_name(text, match, previous):
        kind = "word"
    end = match.end()
    if kind in _ABBREVIATED and text[end : end + 1] == "." and _is_abbreviation(word):
        end += 1
    elif word == "в" and text[end : end + 1] == "." and previous is not None and previous.kind == "roman":
        kind, end = "century", end + 1
    return Lexeme(kind, value, match.start(), end, word, match.group()[0].isupper())


def _is_part_of_name(text: str, match: re.Match[str], previous: Lexeme | None) -> bool:
    """«Есиль-Май»: a capitalised word behind a hyphen."""
    hyphen = previous is not None and previous.kind == "dash" and previous.end == match.start()
    return hyphen and match.group().istitle() and text[match.start() - 2 : match.start() - 1].isalpha()


def _is_abbreviation(word: str) -> bool:
    return (len(word) <= 3 and word not in ("год", "дня", "дне", "час")) or word in ("сент", "нояб", "февр")


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
