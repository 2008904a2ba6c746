"""Abbreviations of names: «Азиатский банк развития» and «АБР», «Банк ЦентрКредит» and «БЦК»."""

import re
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[а-яёa-zқғңөұүһәі])(?=[А-ЯЁA-ZҚҒҢӨҰҮҺӘІ])")
#: Words whose initial an abbreviation may leave out or not («по регулированию», «и», «РК»).
_OPTIONAL = frozenset(
    "и по в на с о об для при к от из имени им the of and for рк рф кр рб руз".split()  # noqa: SIM905
)
_SHORTEST, _LONGEST = 2, 8


@lru_cache(maxsize=20_000)
def looks_abbreviated(name: str) -> bool:
    """Say whether a name is written like an abbreviation: one word of capitals (ERG, КТЖ, НПП)."""
    letters = [letter for letter in name if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return " " not in name and _SHORTEST <= len(letters) <= _LONGEST and capitals >= max(2, len(letters) - 1)


@lru_cache(maxsize=10_000)
def abbreviates(short: str, full: str) -> bool:
    """Say whether `short` is made of the initials of `full`, in order and without a gap."""
    if not looks_abbreviated(short) or short == full:
        return False
    letters = "".join(letter for letter in short.casefold() if letter.isalpha())
    words = list(_initials(full))
    return len(words) > 1 and _matches(letters.replace("ё", "е"), words)


def _initials(name: str) -> Iterator[tuple[str, bool]]:
    """Yield (word, whether it can be left out); parts of hyphenated and camel-case words count as words."""
    for match in _WORD.finditer(name):
        for part in _CAMEL.split(match.group()):
            word = part.casefold().replace("ё", "е")
            yield word, word in _OPTIONAL or part.isdigit()


def _matches(letters: str, words: list[tuple[str, bool]]) -> bool:
    if not words:
        return not letters
    (word, optional), rest = words[0], words[1:]
    if optional and _matches(letters, rest):
        return True
    # An abbreviation inside the name is taken whole or by its first letter (ГМК in «Алмалыкский ГМК» → АГМК).
    for taken in dict.fromkeys((1, len(word) if len(word) <= 4 else 1)):
        if letters[:taken] == word[:taken] and len(letters) >= taken and _matches(letters[taken:], rest):
            return True
    return False
