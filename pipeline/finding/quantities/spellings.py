"""Tables of spellings: what is written at a place of a text, by the longest of all known forms."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from itertools import product
from typing import Generic, NamedTuple, TypeVar

from pipeline.language.morphology import analyzer

T = TypeVar("T")

SPACES = " \u00a0\u202f\u2009"
BLANKS = re.compile(r"\s")
#: Endings of a masculine noun that the dictionary does not know («драмов», «сумами»).
HARD_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")


class Spellings(Generic[T]):
    """Forms → values; `match` finds the longest form at an offset. Case and ё count only where `exact`.

    The forms that begin with the same two letters make one pattern: at most places of a text no pattern is tried.
    """

    def __init__(self, entries: Iterable[tuple[str, T]], *, exact: bool = False) -> None:
        self._exact = exact
        self._values: dict[str, T] = {}
        by_head: dict[str, set[str]] = {}
        for form, value in entries:
            self._values.setdefault(self._normal(form), value)
            by_head.setdefault(self._folded(_head(form)), set()).add(form)
        for head in [head for head in by_head if len(head) == 2]:
            by_head[head] |= by_head.get(head[0], set())
        self._forms = by_head
        self._heads = {written: head for head in by_head for written in ([head] if exact else _writings(head))}
        self._patterns: dict[str, re.Pattern[str]] = {}

    @property
    def heads(self) -> Iterable[str]:
        """What a form begins with: two signs, or one."""
        return self._heads.keys()

    @cached_property
    def beginnings(self) -> re.Pattern[str]:
        """The first letters of all forms, where a word begins; «/» anywhere."""
        letters = "".join(sorted({re.escape(head[0]) for head in self._heads}))
        return re.compile(rf"(?:(?<!\w)|(?=/))[{letters}]")

    def match(self, text: str, position: int) -> tuple[T, int] | None:
        """Return the value of the longest form that stands at the offset, and where it ends; None where none does."""
        head = self._heads.get(text[position : position + 2]) or self._heads.get(text[position : position + 1])
        pattern = self._pattern_of(head) if head else None
        found = pattern.match(text, position) if pattern else None
        return (self._values[self._normal(found.group())], found.end()) if found else None

    def _folded(self, written: str) -> str:
        return written if self._exact else written.lower().replace("ё", "е")

    def _normal(self, written: str) -> str:
        return BLANKS.sub("", self._folded(written))

    def _pattern_of(self, head: str) -> re.Pattern[str]:
        """Compiled when the head first comes: all at once they take half a second."""
        if head not in self._patterns:
            self._patterns[head] = self._pattern(self._forms[head])
        return self._patterns[head]

    def _pattern(self, forms: set[str]) -> re.Pattern[str]:
        ordered = sorted(forms, key=lambda form: (-len(form), form))
        flags = re.NOFLAG if self._exact else re.IGNORECASE
        return re.compile("|".join(map(_flexible, ordered)), flags)


class Place(NamedTuple):
    """A form in a text: its extent and its value."""

    start: int
    end: int
    value: str


def places(text: str, forms: Spellings[str]) -> Iterator[Place]:
    """Yield the places of a text where a form stands, at the beginning of a word or at «/», in order."""
    for beginning in forms.beginnings.finditer(text):
        found = forms.match(text, beginning.start())
        if found is not None:
            yield Place(beginning.start(), found[1], found[0])


def _head(form: str) -> str:
    """Return what stands at the beginning of all writings of a form: two signs, one where a blank follows."""
    return form[:2] if form[1:2].strip() else form[0]


def _writings(head: str) -> set[str]:
    """Return a folded head in small letters and capitals, with е and ё."""
    letters = [{letter, letter.upper()} | (set("ёЁ") if letter == "е" else set()) for letter in head]
    return {"".join(written) for written in product(*letters)}


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
