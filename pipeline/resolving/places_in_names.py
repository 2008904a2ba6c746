"""Countries, regions and towns inside the names of organizations («Мозырский НПЗ», «Baku Shipyard»)."""

import re

from pipeline.knowledge.organizations.known import organization_key
from pipeline.knowledge.places import Place, PlaceTable
from pipeline.knowledge.places.table import country_adjectives
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.namesakes import namesake_towns
from pipeline.resolving.place_names import nominative_place
from pipeline.resolving.places import choose
from pipeline.resolving.reporting import DOMAIN
from pipeline.resolving.word_classes import adjective_lemma

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
#: A foreign town smaller than this in a name tells nothing.
_LARGE, _LARGE_IN_LATIN = 300_000, 100_000
_IN_NAMES = frozenset({"gent", "nomn"})
_OF_TOWNS = ("ский", "цкий", "ской")


def countries_in(name: str, table: PlaceTable, scene: ArticleScene) -> list[str]:
    found = []
    words = WORD.findall(name) if DOMAIN.fullmatch(name) is None else []
    for word in words:
        adjective = country_adjectives().get(adjective_lemma(word))
        if adjective is not None and organization_key(word) != "казахский":
            found.append(adjective)
        normal = word if word.isupper() else nominative_place(word, _IN_NAMES, table)
        place = choose([place for place in table.listed(normal) if place.kind in ("country", "region")], scene)
        if place is not None and place.country and place.kind == "country":
            found.append(place.country)
    return found


def is_telling(word: str, place: Place, scene: ArticleScene) -> bool:
    """Say whether a place of another country tells where the organization is from («Уральская Сталь» it does not)."""
    if adjective_lemma(word).endswith(_OF_TOWNS):
        return place.country in scene.countries or place.kind == "region" or scene.country is None
    return place.population >= (_LARGE_IN_LATIN if word.isascii() else _LARGE) or place.kind == "region"


def places_of_word(word: str, table: PlaceTable) -> list[Place]:
    if not word[0].isupper():
        return []
    lemma = adjective_lemma(word)
    if lemma != word.casefold().replace("ё", "е") and not lemma.endswith(_OF_TOWNS):
        return []
    if lemma.endswith(_OF_TOWNS):
        regions = [place for name in (f"{lemma} область", f"{lemma} край") for place in table.listed(_feminine(name))]
        return [*regions, *(town for town in namesake_towns(lemma, table) if town.kind == "city")]
    places = table.lookup(word)
    return [place for place in places if place.kind in ("city", "region")]


def _feminine(name: str) -> str:
    return name.replace("ий область", "ая область").replace("ой область", "ая область")
