"""What a word form looks like: letters, case, length, sort of punctuation, as a row of bits.

The order of TRAITS is the contract between these features and the trained weights: a change asks for new weights.
"""

import re
from collections.abc import Callable

_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҰұҮүҺһІі]")
_NUMBER = re.compile(r"[+-]?\d[\d\s.,:]*")
_DASHES = frozenset("-‐‑‒–—−")
OPENING, CLOSING = frozenset("«„“‹"), frozenset("»”›’")

TRAITS: tuple[Callable[[str], bool], ...] = (
    lambda word: _LATIN.search(word) is not None,
    lambda word: _CYRILLIC.search(word) is not None,
    lambda word: _KAZAKH.search(word) is not None,
    lambda word: any(map(str.isdigit, word)),
    lambda word: _NUMBER.fullmatch(word) is not None,
    lambda word: "-" in word[1:-1],
    lambda word: "." in word[:-1],
    lambda word: "&" in word or "/" in word or "+" in word,
    lambda word: word[:1].isupper(),
    lambda word: word.isupper(),
    lambda word: word.isupper() and len(word) == 1,
    lambda word: word.islower(),
    lambda word: word.istitle(),
    lambda word: any(map(str.isupper, word[1:])) and not word.isupper(),
    lambda word: word[:1].islower() and any(map(str.isupper, word)),
    lambda word: word.isupper() and 2 <= len(word) <= 5,
    lambda word: not any(map(str.isalnum, word)),
    lambda word: word in OPENING,
    lambda word: word in CLOSING,
    lambda word: word in {'"', "'"},
    lambda word: word == "(",
    lambda word: word == ")",
    lambda word: word == ",",
    lambda word: word in {".", "!", "?", "…"},
    lambda word: word in {":", ";"},
    lambda word: word in _DASHES,
    lambda word: word in {"%", "№", "$", "€", "₽", "₸"},
    lambda word: word.endswith(".") and len(word) > 1,
    lambda word: len(word) <= 1,
    lambda word: len(word) == 2,
    lambda word: len(word) == 3,
    lambda word: 4 <= len(word) <= 5,
    lambda word: 6 <= len(word) <= 8,
    lambda word: len(word) >= 9,
)


def shape_bits(word: str) -> list[float]:
    """Return the traits of a word form, 1.0 where they hold; as long as TRAITS."""
    return [float(trait(word)) for trait in TRAITS]
