"""The towns that an adjective may be of: «Нефтегорский район» → Нефтегорск."""

from functools import lru_cache

from pipeline.knowledge.places import Place, PlaceTable
from pipeline.knowledge.places.keys import place_key
from pipeline.resolving.word_classes import adjective_lemma

#: What turns a town into an adjective («Нефтегорск» → «нефтегорский», «Зеренда» → «зерендинский»), shortest first.
_SUFFIXES = ("ский", "йский", "ий", "кий", "ской", "ный", "инский", "овский", "евский", "енский", "анский")
_TOWN_ENDINGS = (
    "", "ск", "а", "я", "о", "ь", "ы", "и", "ый", "ка", "ки", "ово", "ево", "ино", "ец", "ное", "ный", "ское", "ое",
    "е",
)  # fmt: skip


@lru_cache(maxsize=10_000)
def namesake_towns(district: str, table: PlaceTable) -> tuple[Place, ...]:
    """Return the towns that a district may be named after: «Нефтегорский район» → Нефтегорск, likeliest first."""
    adjective = place_key(adjective_lemma(district.split()[0]))
    stems = [adjective.removesuffix(suffix) for suffix in _SUFFIXES if adjective.endswith(suffix)]
    names = dict.fromkeys(stem + ending for stem in stems for ending in _TOWN_ENDINGS if len(stem) > 2)
    return tuple(place for name in (adjective, *names) for place in table.towns.lookup(name))
