"""Adjectives whose noun is left out: «48 школ, из них 12 аварийных», «1 850 постоянных и 400 временных мест»."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.finding.mentions import ItemMention
from pipeline.finding.quantities.passage import Passage, Word
from pipeline.language.morphology import analyzer

ADJECTIVES = frozenset({"ADJF", "PRTF"})
#: Between adjectives of one list.
JOINTS = frozenset({"и", "или", "а", "также"})


@dataclass(frozen=True, slots=True)
class LoneAdjective(ItemMention):
    """An adjective whose noun is left out: «из них 12 аварийных»."""


class Elided(LoneAdjective):
    """An adjective whose noun follows another number: «1 850 постоянных и 400 временных рабочих мест»."""


def left_out(passage: Passage, words: Sequence[Word], start: int, end: int) -> ItemMention | None:
    """Return the adjective of «1 850 постоянных и 400 временных рабочих мест»: another number follows it."""
    described = [word for word in words if word.lower not in JOINTS]
    if not described or len(described) == len(words) or not passage.text[start:end].strip().isdigit():
        return None
    return Elided(described[0].start, described[-1].end, masculine(described[-1].lower))


@lru_cache(maxsize=20_000)
def masculine(form: str) -> str:
    """Return the masculine nominative of an adjective or a participle («пострадавших»: пострадавший)."""
    raw = next(item for item in analyzer().parse(form) if item.tag.POS in ADJECTIVES)
    found = raw.inflect({"sing", "masc", "nomn"})
    return str(found.word) if found is not None else str(raw.normal_form)
