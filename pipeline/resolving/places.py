"""From a name to a place: which of the namesakes it is, and where an unknown place lies.

Stages: 1 candidates of the name (and, for a district, of the town that it is named after); 2 places beyond doubt vote
for the countries and regions of the article; 3 each mention takes the candidate that fits its kind, the country and
region spoken of, and that has most inhabitants; 4 what the table does not know lies where its namesake or the place
named before it lies.
"""

import math
from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.knowledge.places import Place, PlaceTable
from pipeline.language.transliteration import has_cyrillic, has_latin, sound_key
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.location_reading import LocationAppearance

SETTLEMENTS = frozenset({"city", "village"})
_WIDE = frozenset({"country", "region"})
#: Kinds that lie within a country's region.
INSIDE = frozenset({"district", "city", "village", "zone", "deposit", "facility"})
#: A town so large needs no context; one that outnumbers its namesakes so far neither.
_LARGE, _AHEAD = 100_000, 10
# Weights by trial: a country spoken of is worth three orders of magnitude of inhabitants, a region two more.
_COUNTRY, _MAIN_COUNTRY, _SUBDIVISION, _INHABITANTS = 2.0, 1.5, 3.0, 1.0
#: What a kind is worth against a town of the same name (its inhabitants count by their order of size).
_OF_KIND = {
    "country": 12.0, "region": 10.0, "continent": 12.0, "union": 12.0, "water": 7.5, "deposit": 5.0, "facility": 5.0,
}  # fmt: skip
#: Regions without a code (Урал, Сибирь) share names with rivers.
_OF_LARGE_REGION = 8.0
#: «на Актогае» is the deposit, «в Актогае» the village.
_AFTER_NA, _AFTER_V, _NAMED_WATER = 8.0, -4.0, 6.0
#: Settlements smaller than this are believed only in a region that the article speaks of.
_DOUBTFUL, _DOUBTFUL_ALONE = 20_000, 2_000
_BY_PREPOSITION = {"на": _AFTER_NA, "в": _AFTER_V, "во": _AFTER_V}
_WATER_BY_PREPOSITION = {"на": 2.0, "по": 2.0, "в": _AFTER_V, "во": _AFTER_V}


def candidates(appearance: LocationAppearance, table: PlaceTable) -> tuple[Place, ...]:
    """Return the places that a mention can mean, those of the right kind alone where there are any."""
    bare = appearance.name.removesuffix(" месторождение")
    spellings = dict.fromkeys((appearance.name, bare, appearance.name.replace("-", "")))  # «Сары-Агаш» is Сарыагаш
    listed = next((places for name in spellings if (places := table.lookup(name))), ())
    found = listed or _by_sound(appearance.name, table)
    if appearance.kind == "district" and not any(place.kind == "district" for place in found):
        found = _district_of_noun(appearance.name, table)
    if appearance.kind is None:
        return found
    if appearance.kind in SETTLEMENTS:
        settlements = tuple(place for place in found if place.kind in SETTLEMENTS)
        villages = tuple(place for place in settlements if place.population < _LARGE)
        fitting = villages if appearance.kind == "village" and villages else settlements
        return tuple(replace(place, kind=appearance.kind) for place in fitting)  # type: ignore[arg-type]
    fitting = tuple(place for place in found if place.kind == appearance.kind)
    return found if not fitting and appearance.kind in ("region", "other") else fitting


def _district_of_noun(name: str, table: PlaceTable) -> tuple[Place, ...]:
    """Return the districts that are listed by their adjective: «район Вахш» is «Вахшский район»."""
    stem = name.rstrip("аяоеиыь")
    adjectives = dict.fromkeys(f"{base}{suffix}" for base in (name, stem) for suffix in ("ский", "инский", "нский"))
    return tuple(place for adjective in adjectives for place in table.listed(f"{adjective} район"))


def _by_sound(name: str, table: PlaceTable) -> tuple[Place, ...]:
    """Return the places that a Latin name sounds like («Qaragandy»)."""
    return table.lookup(sound_key(name)) if has_latin(name) and not has_cyrillic(name) else ()


def add_certain(scene: ArticleScene, found: Sequence[tuple[Place, ...]]) -> None:
    """Let the mentions vote that need no context to be understood: countries and regions first; then towns, but for
    those with a namesake in one of these regions (Киров in «Калужская область»); districts last, those of the country
    alone."""
    certain = [places for places in found if places and _is_certain(places)]
    wide = [places for places in certain if places[0].kind in _WIDE]
    scene.add(places[0] for places in wide)
    named = {places[0].subdivision for places in wide} - {None}
    others = [places for places in certain if places[0].kind not in (*_WIDE, "district")]
    scene.add(places[0] for places in others if not _has_namesake_in(named, places))
    country = scene.country
    districts = [places[0] for places in certain if places[0].kind == "district"]
    scene.add(place for place in districts if country in (None, place.country))


def _has_namesake_in(regions: Collection[str | None], places: tuple[Place, ...]) -> bool:
    return places[0].subdivision not in regions and any(
        place.subdivision in regions and place.population >= _DOUBTFUL for place in places[1:]
    )


def _is_certain(places: tuple[Place, ...]) -> bool:
    if len(places) == 1 or places[0].kind in _WIDE:
        return True
    first, second = places[0].population, max(place.population for place in places[1:])
    return first >= _LARGE and first >= _AHEAD * second


def choose(
    places: Sequence[Place], scene: ArticleScene, preposition: str = "", *, is_about_water: bool = False
) -> Place | None:
    """Return the likeliest of namesakes, None of none. The earlier one of equals.

    Deposits and stations stand after the preposition «на», settlements after «в»; `is_about_water`: words before the
    name speak of a river or a lake.
    """

    is_at_region = scene.country != "KZ" and any(place.kind == "region" and not place.subdivision for place in places)

    def score(place: Place) -> float:
        if place.kind == "water":
            usual = 0.0 if is_at_region else _WATER_BY_PREPOSITION.get(preposition, 0.0)
            weight = _NAMED_WATER if is_about_water else usual
        else:
            weight = _BY_PREPOSITION.get(preposition, 0.0) if place.kind in ("deposit", "facility") else 0.0
        return _score(place, scene) + weight

    return max(places, key=score) if places else None


def is_elsewhere(place: Place, scene: ArticleScene, *, is_one_of_many: bool = True) -> bool:
    """Say whether a place is a small namesake far from where the article plays: better none than that one."""
    if place.kind == "district":
        return place.country != scene.country and place.subdivision not in scene.subdivisions
    if place.kind not in SETTLEMENTS or scene.subdivision is None or place.subdivision in scene.subdivisions:
        return False
    if place.kind == "city" and place.country == scene.country:
        return False
    return place.population < (_DOUBTFUL if is_one_of_many else _DOUBTFUL_ALONE)


def is_large(place: Place | None) -> bool:
    """Say whether a place is a town that needs no context to be understood."""
    return place is not None and place.population >= _LARGE


def _score(place: Place, scene: ArticleScene) -> float:
    score = _OF_LARGE_REGION if place.kind == "region" and not place.subdivision else _OF_KIND.get(place.kind, 0.0)
    score += _INHABITANTS * math.log10(max(place.population, 1))
    if place.country and place.country in scene.countries:
        score += _COUNTRY + (_MAIN_COUNTRY if place.country == scene.country else 0.0)
    if place.subdivision and place.subdivision in scene.subdivisions:
        score += _SUBDIVISION
    return score


def district_of(town: Place, kind: str = "district") -> Place:
    """Return the district (water, plant) named after a town: in the same region, without coordinates in our tables."""
    return Place(kind, town.country, town.subdivision)  # type: ignore[arg-type]
