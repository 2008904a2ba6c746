"""From mentions to places: each is linked to a place of the table or to one made up from the text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.knowledge.places import Place, PlaceTable
from pipeline.knowledge.places.location_types import type_words
from pipeline.language.inflection import nominative
from pipeline.language.transliteration import has_cyrillic
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.context import noun_lemma
from pipeline.resolving.hints import Hint, hints
from pipeline.resolving.location_reading import LocationAppearance
from pipeline.resolving.places import (
    INSIDE,
    add_certain,
    candidates,
    choose,
    district_of,
    is_elsewhere,
    is_large,
    namesake_towns,
)

_PLACELESS = frozenset({"country", "continent", "union", "region", "other"})
#: A settlement so many times as large as its namesakes has no rivals.
_AHEAD = 5


@dataclass(frozen=True, slots=True)
class Linked:
    """A mention and the place that it means; `is_known` where the table has the place itself."""

    appearance: LocationAppearance
    place: Place
    is_known: bool


def link(appearances: Sequence[LocationAppearance], table: PlaceTable, scene: ArticleScene) -> list[Linked]:
    """Link every mention; the scene learns from the certain ones first."""
    found = [candidates(appearance, table) for appearance in appearances]
    add_certain(scene, found)
    linked: list[Linked] = []
    for appearance, places in zip(appearances, found, strict=True):
        hint = next(hints(appearance, table), None)
        place = _known(appearance, places, scene, hint)
        if place is not None:
            linked.append(Linked(appearance, place, True))
        else:
            unlisted = _unlisted(appearance, table, scene, linked)
            linked.append(Linked(appearance, _moved(unlisted, hint), False))
    return linked


def _known(
    appearance: LocationAppearance, places: Sequence[Place], scene: ArticleScene, hint: Hint | None
) -> Place | None:
    """Return the place of the table that a mention means, None where its namesakes lie elsewhere."""
    if hint is not None:
        hinted = [place for place in places if hint.holds(place)]
        if hinted and (hint.is_firm or not is_large(choose(places, scene, appearance.preposition))):
            return choose(hinted, scene, appearance.preposition)
    place = choose(places, scene, appearance.preposition)
    if place is None or is_elsewhere(place, scene, is_one_of_many=_has_rivals(place, places)):
        return None
    contradicts = hint is not None and hint.is_firm and place.kind in INSIDE and not is_large(place)
    return None if contradicts else place


def _moved(place: Place, hint: Hint | None) -> Place:
    """Let a firm hint say where an unlisted place lies."""
    if hint is None or not hint.is_firm or place.kind in _PLACELESS:
        return place
    return replace(place, country=hint.country, subdivision=hint.subdivision)


def _has_rivals(place: Place, places: Sequence[Place]) -> bool:
    """Say whether a place has namesakes that are not much smaller."""
    return any(other is not place and other.population * _AHEAD > place.population for other in places)


def _unlisted(
    appearance: LocationAppearance, table: PlaceTable, scene: ArticleScene, earlier: Sequence[Linked]
) -> Place:
    """Make a place that the table does not have: where its namesake lies, or the place spoken of before it."""
    kind = appearance.kind or _unlisted_kind(appearance)
    if _has_adjective(appearance.name):
        town = choose(_near(namesake_towns(appearance.name, table), scene), scene)
        if town is not None:
            return district_of(town, kind)
    if kind in _PLACELESS:
        return Place(kind)  # type: ignore[arg-type]
    namesake = choose([place for name in _names_within(appearance.name) for place in table.lookup(name)], scene)
    if namesake is not None and namesake.subdivision and not is_elsewhere(namesake, scene):
        return Place(kind, namesake.country, namesake.subdivision)  # type: ignore[arg-type]
    nearby = _place_after(appearance, table, scene) or _place_before(appearance, earlier)
    if nearby is not None:
        return Place(kind, nearby.country, nearby.subdivision)  # type: ignore[arg-type]
    return Place(kind, scene.country, _own(scene.subdivision, scene.country))  # type: ignore[arg-type]


def _unlisted_kind(appearance: LocationAppearance) -> str:
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


def _place_after(appearance: LocationAppearance, table: PlaceTable, scene: ArticleScene) -> Place | None:
    """Return the place that the text gives directly after the name: «вокзал Нурлы жол в Астане»."""
    tokens = list(islice(appearance.before.around.right(appearance.mention), 3))
    if len(tokens) < 2 or tokens[0].text not in ("в", "во", "под"):
        return None
    mention = appearance.before.around.mention_of(tokens[1])
    if mention is None or mention.label != "location":
        return None
    text = appearance.before.around.text[mention.start : mention.end]
    place = choose(table.lookup(nominative(text, cases={"loct", "ablt"}, known=table.__contains__)), scene)
    return place if place and place.subdivision else None


def _near(towns: Sequence[Place], scene: ArticleScene) -> list[Place]:
    """Keep the towns of the regions spoken of, else of the countries, else all."""
    for kept in (
        [town for town in towns if town.subdivision in scene.subdivisions],
        [town for town in towns if town.country == scene.country],
        [town for town in towns if town.country in scene.countries],
    ):
        if kept:
            return kept
    return list(towns)


def _place_before(appearance: LocationAppearance, earlier: Sequence[Linked]) -> Place | None:
    """Return the nearest place with a region before a mention in the same paragraph."""
    text = appearance.before.around.text
    paragraph = text.rfind("\n", 0, appearance.mention.start)
    for linked in reversed(earlier):
        if linked.appearance.mention.start < paragraph:
            return None
        if linked.place.subdivision and linked.is_known:
            return linked.place
    return None


def _own(subdivision: str | None, country: str | None) -> str | None:
    return subdivision if subdivision and country and subdivision.startswith(country) else None
