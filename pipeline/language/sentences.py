"""Sentence boundaries by razdel, never across a line break: in news a line is a paragraph or an item of a list.

razdel never ends a sentence after «руб.», «млрд», «г.» …; where such an abbreviation follows a number and the next word
is capitalised but no name («15 млрд руб. На долю …»), the sentence ends there.
"""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import razdel
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.morphology import analyzer, parses
from pipeline.language.tokenizer import text_of

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
#: A number, up to three short words, the last of them with a full stop, and a capitalised word behind it.
_ABBREVIATION = re.compile(r"\d\s?(?:[а-яё]{1,5}\.?\s?){1,3}(?<=\.)[»)]?\s+(?=([А-ЯЁ][а-яё]*)\b)")
#: razdel ends a sentence between «долл.» and «США».
_DOLLARS = re.compile(r"долл\.\s+$")
_DOLLARS_REACH = 8
_NAME_GRAMMEMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})


def sentence_starts(text: str) -> Iterator[int]:
    """Yield the offset at which each sentence starts."""
    for line in _LINE.finditer(text):
        for sentence in razdel.sentenize(line.group()):
            start = line.start() + sentence.start
            before = max(line.start(), start - _DOLLARS_REACH)
            if not text.startswith("США", start) or not _DOLLARS.search(text, before, start):
                yield start
            yield from (start + cut for cut in _cuts(sentence.text))


def _cuts(sentence: str) -> Iterator[int]:
    """Offsets inside a razdel sentence at which a new one starts after a number and an abbreviation."""
    for match in _ABBREVIATION.finditer(sentence):
        if _is_common_word(match.group(1)):
            yield match.end()


def _is_common_word(word: str) -> bool:
    named = any(parse.grammemes & _NAME_GRAMMEMES for parse in parses(word)[:2])
    return not named and analyzer().word_is_known(word.lower())


class Sentences:
    """spaCy component: sets `token.is_sent_start`. White space between sentences belongs to the one before it."""

    def __call__(self, doc: Doc) -> Doc:
        starts = set(sentence_starts(text_of(doc)))
        marks = [1 if token.i == 0 or token.idx in starts else -1 for token in doc]
        # All at once: spaCy's setter of a token looks through the whole Doc each time.
        column: Any = np.array(marks, dtype=np.int64).astype(np.uint64)[:, None]
        return doc.from_array(["SENT_START"], column) if marks else doc


@Language.factory("svodka_sentences", assigns=["token.is_sent_start", "doc.sents"])
def create_sentences(nlp: Language, name: str) -> Sentences:
    """Make the sentence component."""
    return Sentences()
