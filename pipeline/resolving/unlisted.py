"""Places that the table does not have: their kind and where they lie, as far as names and the text tell."""

from collections.abc import Sequence
from itertools import islice

from pipeline.knowledge.places import Place, PlaceTable
from pipeline.knowledge.places.location_types import type_words
from pipeline.language.transliteration import has_cyrillic
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.location_reading import LocationAppearance
from pipeline.resolving.namesakes import namesake_towns
from pipeline.resolving.place_names import nominative_place
from pipeline.resolving.places import choose, district_of, is_elsewhere
from pipeline.resolving.word_classes import noun_lemma

#: Kinds that lie in no region, or that would be guessed wrongly.
PLACELESS = frozenset({"country", "continent", "union", "region", "other"})
_AFTER_PREPOSITION = frozenset({"loct", "ablt"})


def unlisted_place(
    appearance: LocationAppearance, table: PlaceTable, scene: ArticleScene, earlier: Sequence[Place]
) -> Place:
    """Make a place that the table does not have: where its namesake lies, or the last of `earlier` with a region."""
    kind = appearance.kind or _unlisted_kind(appearance)
    if _has_adjective(appearance.name):
        town = choose(_near(namesake_towns(appearance.name, table), scene), scene)
        if town is not None:
            return district_of(town, kind)
    if kind in PLACELESS:
        return Place(kind)  # type: ignore[arg-type]
    within = () if _is_lone_adjective(appearance.name) else _names_within(appearance.name)
    namesake = choose([place for name in within for place in table.lookup(name)], scene)
    if namesake is not None and namesake.subdivision and not is_elsewhere(namesake, scene):
        return Place(kind, namesake.country, namesake.subdivision)  # type: ignore[arg-type]
    nearby = _place_after(appearance, table, scene) or _place_before(earlier, scene)
    if nearby is not None:
        return Place(kind, nearby.country, nearby.subdivision)  # type: ignore[arg-type]
    return Place(kind, scene.country, _own(scene.subdivision, scene.country))  # type: ignore[arg-type]


def _unlisted_kind(appearance: LocationAppearance) -> str:
    if appearance.is_about_water:
        return "water"
    if appearance.preposition == "на":
        return "deposit" if appearance.is_about_mining else "facility"
    return "village" if has_cyrillic(appearance.name) else "other"


def _names_within(name: str) -> list[str]:
    """Return the names that may say where a place lies: «Ташкент-Южный» → Ташкент, «аэропорт Алматы» → Алматы."""
    words = name.split(" ")
    last = " ".join(words[1:]) if len(words) > 1 and noun_lemma(words[0]) in type_words() else name
    return list(dict.fromkeys((name, last, name.split("-")[0])))


def _has_adjective(name: str) -> bool:
    return " " in name and name.split()[0].endswith(("ий", "ый", "ой", "ая", "ое"))


def _is_lone_adjective(name: str) -> bool:
    """Say whether a name is an adjective that many places bear: «разрез «Северный»»."""
    return " " not in name and name.endswith(("ный", "ний", "ное", "ная", "няя", "точный"))


def _place_after(appearance: LocationAppearance, table: PlaceTable, scene: ArticleScene) -> Place | None:
    """Return the place that the text gives directly after the name: «вокзал Нурлы жол в Астане»."""
    tokens = list(islice(appearance.before.around.right(appearance.mention), 3))
    if len(tokens) < 2 or tokens[0].text not in ("в", "во", "под"):
        return None
    mention = appearance.before.around.mention_of(tokens[1])
    if mention is None or mention.label != "location":
        return None
    text = appearance.before.around.text[mention.start : mention.end]
    place = choose(table.lookup(nominative_place(text, _AFTER_PREPOSITION, table)), scene)
    return place if place and place.subdivision else None


def _near(towns: Sequence[Place], scene: ArticleScene) -> list[Place]:
    """Keep the towns of the regions spoken of, else of the countries; none where the article has a region at home."""
    in_regions = [town for town in towns if town.subdivision in scene.subdivisions]
    if in_regions:
        return in_regions
    if _own(scene.subdivision, scene.country):
        return []
    at_home = [town for town in towns if town.country == scene.country]
    return at_home or [town for town in towns if town.country in scene.countries] or list(towns)


def _place_before(earlier: Sequence[Place], scene: ArticleScene) -> Place | None:
    """Return the nearest place with a region, one of the article's main country first."""
    near = [place for place in reversed(earlier) if place.subdivision]
    return next((place for place in near if place.country == scene.country), near[0] if near else None)


def _own(subdivision: str | None, country: str | None) -> str | None:
    return subdivision if subdivision and country and subdivision.startswith(country) else None
