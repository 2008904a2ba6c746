"""One word as the facts see it: lemma, part of speech, possible cases, tense."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.language.homonyms import NEAR, common_parses, is_metal
from pipeline.language.morphology import Parse

#: Readings less likely than this tell nothing about the cases that a form can have.
_LEAST_SCORE = 0.02
FINITE = frozenset({"VERB", "PRTS"})
ADJECTIVAL = frozenset({"ADJF", "PRTF"})


@dataclass(frozen=True, slots=True)
class Word:
    """A token in context-free morphology (OpenCorpora's terms); `cases` are those of all nominal readings.

    It is a noun, an adjective (or full participle), or finite (a verb in a personal form, or a short participle such as
    «произведено») if it reads as one first. «Мы», «наш», «вложим» are of the first person.
    """

    text: str
    lower: str
    lemma: str
    pos: str
    cases: frozenset[str]
    tense: str
    is_noun: bool
    is_adjective: bool
    is_finite: bool
    is_first_person: bool

    @property
    def is_mark(self) -> bool:
        """Say whether it has neither letter nor digit."""
        return not any(map(str.isalnum, self.text))


@lru_cache(maxsize=10_000)
def word(text: str) -> Word:
    """Return the word of a token."""
    if not text[:1].isalpha():
        lower = text.lower()
        return Word(text, lower, lower, "", frozenset(), "", False, False, False, False)
    return _word(text, common_parses(text))


def words(texts: Sequence[str]) -> list[Word]:
    """Return the words of the tokens of a text, «стали» as the metal where it is that."""
    found = [word(text) for text in texts]
    for index, text in enumerate(texts):
        if is_metal(text.lower(), texts[index + 1 : index + 1 + NEAR]):
            found[index] = _metal(text)
    return found


@lru_cache(maxsize=1)
def _metal(text: str) -> Word:
    return _word(text, tuple(parse for parse in common_parses(text) if parse.pos == "NOUN"))


def _word(text: str, readings: Sequence[Parse]) -> Word:
    best, lower = readings[0], text.lower()
    least = min(_LEAST_SCORE, best.score / 2)
    cases = frozenset(p.case for p in readings if p.case and p.score > least)
    kinds = best.pos == "NOUN", best.pos in ADJECTIVAL, best.pos in FINITE, "1per" in best or best.lemma == "наш"
    return Word(text, lower, best.lemma.replace("ё", "е"), best.pos, cases, _tense(best), *kinds)


def _tense(parse: Parse) -> str:
    if parse.pos == "INFN":
        return "infinitive"
    return next((tense for tense in ("past", "pres", "futr") if tense in parse.grammemes), "")
