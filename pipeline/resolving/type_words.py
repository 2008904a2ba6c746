"""The type word beside a place's name: «село Актогай», «порты Актау и Курык», «СЭЗ «Павлодар»»."""

import re

from spacy.tokens import Token

from pipeline.knowledge.places.location_types import type_words
from pipeline.language.morphology import parses
from pipeline.resolving.context import QUOTES, Before
from pipeline.resolving.word_classes import cases_of, noun_lemma

#: «г. Сарань», «с. Актогай»: an abbreviated type word with its full stop.
_SHORT_TYPE = re.compile(r"(?:^|[\s(«\"])(?P<word>г|гор|с|п|пос|пгт|ст|р|оз|дер)\.\s*[«\"“]?$")
_LIST_MARKS = frozenset({"и", ",", "–", "—", "-"})
#: Plural type words whose kind the listed names take.
_LISTED_KINDS = frozenset({"city", "village", "zone", "water", "deposit", "facility"})


def type_before(before: Before) -> tuple[str | None, frozenset[str]]:
    """Return the kind that a type word before the name tells, and the cases that an apposition to it can have."""
    start = before.around.text[: before.mention.start]
    short = _SHORT_TYPE.search(start[-12:])
    if short:
        return type_words().get(short["word"]), frozenset()
    token = before.noun or _listed_noun(before)
    if token is None:
        return None, frozenset()
    kind = _kind_of(token.text)
    if kind is None:
        return None, frozenset()
    if kind in ("facility", "deposit", "zone"):  # «с разреза Каражыра»: such names stay in the nominative
        return kind, frozenset({"nomn"})
    return kind, frozenset({"nomn", *cases_of(token.text)})


def _kind_of(word: str) -> str | None:
    """Return the kind that a type word tells; one letter tells it only with a full stop («с. Актогай», «с Актогая»)."""
    if len(word) == 1:
        return None
    lemmas = [parse.lemma for parse in parses(word) if parse.pos == "NOUN"]  # «карьере» is of «карьер» and «карьера»
    found = (type_words().get(lemma) for lemma in (noun_lemma(word), word.casefold(), *lemmas))
    return next((kind for kind in found if kind is not None), None)


def _listed_noun(before: Before) -> Token | None:
    """Find the type word of a name that is listed after another («порты Актау и Курык») or is an abbreviation (СЭЗ)."""
    after_mark = False  # «работают рудники, Степногорск»: a noun before a comma is no type of what follows
    for token in before.around.left(before.mention):
        other = before.around.mention_of(token)
        if token.text in QUOTES or token.text in _LIST_MARKS or (other and other.label == before.mention.label):
            after_mark = token.text in _LIST_MARKS or (after_mark and other is None)
            continue
        if after_mark:
            return None
        is_plural_noun = any(p.pos == "NOUN" and p.number == "plur" for p in parses(token.text))
        if other is not None:
            return None
        is_type = token.text.casefold() in type_words() and token.text.isupper()
        return token if is_type or (is_plural_noun and _kind_of(token.text) in _LISTED_KINDS) else None
    return None


def is_genitive_of(before: Before, text: str, name: str, kind: str) -> bool:
    """Say whether the name is a genitive after the noun («аэропорт Астаны»), not its apposition («порт Актау»)."""
    if before.noun is None or before.is_quoted or text == name:
        return False
    agrees = (cases_of(before.noun.text) - {"nomn", "accs"}) & cases_of(text.split()[-1])
    return kind not in ("city", "village", "district") or not agrees
