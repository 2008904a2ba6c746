"""Morphology by pymorphy3, looked up once a form: all parses of a word; a component sets lemma and part of speech."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import pymorphy3
from spacy.language import Language
from spacy.tokens import Doc

#: OpenCorpora's part of speech → Universal Dependencies' (https://universaldependencies.org/u/pos/).
UNIVERSAL = {
    "NOUN": "NOUN", "NPRO": "PRON", "ADJF": "ADJ", "ADJS": "ADJ", "COMP": "ADJ", "VERB": "VERB", "INFN": "VERB",
    "PRTF": "VERB", "PRTS": "VERB", "GRND": "VERB", "NUMR": "NUM", "ADVB": "ADV", "PRED": "ADV", "PREP": "ADP",
    "CONJ": "CCONJ", "PRCL": "PART", "INTJ": "INTJ",
}  # fmt: skip

#: Forms whose readings are kept as pymorphy3 gives them (5 kB each): about as many as a batch of articles has.
RECENT = 4_000


@dataclass(frozen=True, slots=True)
class Parse:
    """One reading of a word form in OpenCorpora's terms (NOUN, gent, plur, femn …); "" where a category is absent."""

    form: str
    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    grammemes: frozenset[str]
    score: float

    def __contains__(self, grammeme: str) -> bool:
        return grammeme in self.grammemes


class Analyzer(pymorphy3.MorphAnalyzer):  # type: ignore[misc]
    """pymorphy3's analyzer, which also takes characters without a name in Unicode's table: pymorphy3 fails on them."""

    def parse(self, word: str) -> Any:
        """Return the readings of a word form, the likeliest first."""
        try:
            return super().parse(word)
        except ValueError:
            return super().parse("".join(c if unicodedata.name(c, "") else NAMELESS for c in word))


NAMELESS = "\N{REPLACEMENT CHARACTER}"


@cache
def analyzer() -> Analyzer:
    """Return the one analyzer of this process."""
    return Analyzer(lang="ru")


@lru_cache(maxsize=RECENT)
def raw_parses(word: str) -> tuple[Any, ...]:
    """Return pymorphy3's own readings of a word form, kept for the steps that look at the same articles."""
    usual = _without_capital(word)
    return tuple(analyzer().parse(word)) if usual == word else raw_parses(usual)


@lru_cache(maxsize=10_000)
def parses(word: str) -> tuple[Parse, ...]:
    """Return all readings of a word form, the likeliest first. Case counts only in words of one or two letters."""
    usual = _without_capital(word)
    return tuple(map(_parse, raw_parses(word))) if usual == word else parses(usual)


def _without_capital(word: str) -> str:
    """«Завод» and «завод» are read once; of shorter words the capital makes initials."""
    return word.lower() if len(word) > 2 and word.istitle() else word


def lemma(word: str) -> str:
    """Return the dictionary form of the likeliest reading."""
    found = parses(word)
    return found[0].lemma if found else word.lower()


def _parse(raw: Any) -> Parse:
    pos, case, number, gender, grammemes = _categories(raw.tag)
    return Parse(raw.word, raw.normal_form, pos, case, number, gender, grammemes, float(raw.score))


@cache
def _categories(tag: Any) -> tuple[str, str, str, str, frozenset[str]]:
    """A tag's part of speech, case, number, gender and all grammemes, shared by the forms that have it.

    Plain strings: pymorphy3's own look each other up in a table when they are compared.
    """
    main = (str(tag.POS or ""), str(tag.case or ""), str(tag.number or ""), str(tag.gender or ""))
    return *main, frozenset(map(str, tag.grammemes))


class Morphology:
    """spaCy component: sets `token.lemma_` and `token.pos_` from the likeliest reading."""

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_, token.pos_ = _reading(token.text)
        return doc


@lru_cache(maxsize=10_000)
def _reading(word: str) -> tuple[str, str]:
    if word.isspace():
        return word, "SPACE"
    if not any(map(str.isalnum, word)):
        return word, "PUNCT"
    if word[0].isdigit():
        return word, "NUM"
    best = parses(word)[0]
    if "LATN" in best:
        return word, "PROPN"
    if "NUMB" in best or "ROMN" in best:
        return word, "NUM"
    return best.lemma, UNIVERSAL.get(best.pos, "X")


@Language.factory("svodka_morphology", assigns=["token.lemma", "token.pos"])
def create_morphology(nlp: Language, name: str) -> Morphology:
    """Make the morphology component."""
    return Morphology()
