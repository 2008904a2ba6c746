"""Tables of spellings: what is written at a place of a text, by the longest of all known forms."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Generic, TypeVar

from pipeline.language.morphology import analyzer

T = TypeVar("T")

SPACES = " \u00a0\u202f\u2009"
#: Endings of a masculine noun that the dictionary does not know («драмов», «сумами»).
HARD_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")


class Spellings(Generic[T]):
    """Forms → values; `match` finds the longest form at an offset. Case and ё count only where `exact`."""

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._values: dict[str, T] = {}
        self._forms: dict[str, set[str]] = {}
        for form, value in entries:
            self._values.setdefault(self._normal(form), value)
            self._forms.setdefault(self._folded(form[0]), set()).add(form)
        self._patterns: dict[str, re.Pattern[str]] = {}

    def match(self, text: str, position: int) -> tuple[T, int] | None:
        """Return the value of the longest form that stands at the offset, and where it ends; None where none does."""
        pattern = self._pattern_of(self._folded(text[position : position + 1]))
        found = pattern.match(text, position) if pattern else None
        return (self._values[self._normal(found.group())], found.end()) if found else None

    def _folded(self, written: str) -> str:
        return written if self._exact else written.lower().replace("ё", "е")

    def _normal(self, written: str) -> str:
        return re.sub(r"\s", "", self._folded(written))

    def _pattern_of(self, letter: str) -> re.Pattern[str] | None:
        """Compiled when the letter first comes: all at once they take half a second."""
        if letter in self._forms and letter not in self._patterns:
            self._patterns[letter] = self._pattern(self._forms[letter])
        return self._patterns.get(letter)

    def _pattern(self, forms: set[str]) -> re.Pattern[str]:
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        flags = re.NOFLAG if self._exact else re.IGNORECASE
        return re.compile("|".join(map(_flexible, ordered)), flags)


def _flexible(form: str) -> str:
    """Return the pattern of a form: any blanks between its words, е for ё, and no letter glued behind."""
    pattern = re.escape(form).replace(r"\ ", rf"[{SPACES}\n]{{0,2}}" if "." in form else rf"[{SPACES}\n]{{1,2}}")
    pattern = pattern.replace("ё", "[её]")
    return pattern + (r"(?![\w])(?![-‑][^\W\d])" if form[-1].isalnum() else "")


@cache
def inflected(word: str) -> frozenset[str]:
    """Return all forms of a noun, or of an adjective and a noun, from their dictionary forms."""
    if " " in word:
        first, rest = word.split(" ", 1)
        return frozenset(f"{a} {b}" for a in inflected(first) for b in inflected(rest))
    readings = [p for p in analyzer().parse(word) if p.normal_form.replace("ё", "е") == word and "Surn" not in p.tag]
    if readings and (analyzer().word_is_known(word) or "NOUN" in readings[0].tag):
        return frozenset(item.word.replace("ё", "е") for item in readings[0].lexeme)
    if word[-1] in "аеиоуыэюя":
        return frozenset({word})
    return frozenset(word + ending for ending in HARD_ENDINGS)
