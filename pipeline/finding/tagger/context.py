"""Where a token stands and how its word behaves elsewhere in the document: quotes, brackets, the sentence's start,
other occurrences, abbreviations that the text itself introduces. One bit a trait, CONTEXTS of them a token."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from pipeline.finding.tagger.shapes import CLOSING, OPENING
from pipeline.language.morphology import parses

Sentence = Sequence[str]

# Of the token in its sentence:
FIRST, FIRST_WORD, LAST, CAPITALS, QUOTED, QUOTE_BEFORE, QUOTE_AFTER, BRACKETED, ALONE_IN_BRACKETS = range(9)
# Of its lemma in the document:
LOWER, UPPER_INSIDE, QUOTED_SOMEWHERE, BRACKETED_SOMEWHERE, REPEATED, AFTER_FIRST_NAME = range(9, 15)
# Of an abbreviation in brackets and the words whose initials it has:
ABBREVIATION, ABBREVIATED = 15, 16
CONTEXTS = 17


@dataclass(frozen=True, slots=True)
class _Word:
    lemma: str
    alphabetic: bool
    capital: bool
    upper: bool
    first_name: bool


@lru_cache(maxsize=10_000)
def _word(form: str) -> _Word:
    if not any(map(str.isalpha, form)):
        return _Word(form, False, False, False, False)
    best = parses(form)[0]
    first_name = form[0].isupper() and ("Name" in best or (len(form) == 2 and form[1] == "."))
    return _Word(best.lemma, True, form[0].isupper(), form.isupper(), first_name)


def context_bits(document: Sequence[Sentence]) -> NDArray[np.float32]:
    """Return a row of CONTEXTS zeros and ones for each token of the document, sentence after sentence."""
    words = [[_word(form) for form in sentence] for sentence in document]
    places = [_places(forms, known) for forms, known in zip(document, words, strict=True)]
    for forms, known, bits in zip(document, words, places, strict=True):
        _abbreviations(forms, known, bits)
    memory = _memory(words, places)
    masks = [
        bits | (memory[word.lemma] if word.alphabetic else 0)
        for known, row in zip(words, places, strict=True)
        for word, bits in zip(known, row, strict=True)
    ]
    return (np.array(masks, dtype=np.int64)[:, None] >> np.arange(CONTEXTS) & 1).astype(np.float32)


def _places(forms: Sentence, words: list[_Word]) -> list[int]:
    first = next((i for i, word in enumerate(words) if word.alphabetic), 0)
    letters = [word for word in words if word.alphabetic]
    common = 1 << CAPITALS if len(letters) > 2 and sum(w.upper for w in letters) > 0.7 * len(letters) else 0
    bits = [common] * len(forms)
    bits[0] |= 1 << FIRST
    bits[first] |= 1 << FIRST_WORD
    bits[-1] |= 1 << LAST
    quoted = bracketed = False
    for i, form in enumerate(forms):
        if form in OPENING or (form == '"' and not quoted):
            quoted = True
        elif form in CLOSING or form == '"':
            quoted = False
        elif form in "()":
            bracketed = form == "("
        bits[i] |= quoted << QUOTED | bracketed << BRACKETED
        if i and (forms[i - 1] in OPENING or forms[i - 1] == '"'):
            bits[i] |= 1 << QUOTE_BEFORE
        if i + 1 < len(forms) and (forms[i + 1] in CLOSING or forms[i + 1] == '"'):
            bits[i] |= 1 << QUOTE_AFTER
    return bits


def _abbreviations(forms: Sentence, words: list[_Word], bits: list[int]) -> None:
    for i in range(1, len(forms) - 1):
        if forms[i - 1] != "(" or forms[i + 1] != ")" or not words[i].capital:
            continue
        bits[i] |= 1 << ALONE_IN_BRACKETS
        start = _expansion(forms, words, i)
        if start is not None:
            bits[i] |= 1 << ABBREVIATION
            for k in range(start, i - 1):
                bits[k] |= 1 << ABBREVIATED


def _expansion(forms: Sentence, words: list[_Word], at: int) -> int | None:
    """Return where the words before the bracket start whose initials are the abbreviation's letters, if they are."""
    letters = forms[at].lower()
    if not 2 <= len(letters) <= 8:
        return None
    start, rest = at - 1, len(letters)
    while rest and start > 0 and at - start < 14:
        start -= 1
        if words[start].alphabetic and forms[start][0].lower() == letters[rest - 1]:
            rest -= 1
        elif (words[start].alphabetic and len(forms[start]) > 3) or forms[start] in "().;:":
            return None
    return None if rest else start


def _memory(words: list[list[_Word]], places: list[list[int]]) -> dict[str, int]:
    memory: dict[str, int] = defaultdict(int)
    seen: set[str] = set()
    for known, row in zip(words, places, strict=True):
        after_name = False
        for word, bits in zip(known, row, strict=True):
            if word.alphabetic:
                memory[word.lemma] |= _traces(word, bits, after_name) | (word.lemma in seen) << REPEATED
                seen.add(word.lemma)
            after_name = word.first_name
    return memory


def _traces(word: _Word, bits: int, after_name: bool) -> int:
    inside = word.capital and not bits & (1 << FIRST_WORD | 1 << CAPITALS)
    return (
        (not word.capital) << LOWER
        | inside << UPPER_INSIDE
        | (bits >> QUOTED & 1) << QUOTED_SOMEWHERE
        | (bits >> ALONE_IN_BRACKETS & 1) << BRACKETED_SOMEWHERE
        | (after_name and word.capital) << AFTER_FIRST_NAME
        | bits & 1 << ABBREVIATION
    )
