"""From mentions to places: each is linked to a place of the table or to one made up from the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.knowledge.places import Place, PlaceTable
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.hints import Hint, hint_after, hint_around
from pipeline.resolving.location_reading import LocationAppearance
from pipeline.resolving.passages import passed_through
from pipeline.resolving.places import INSIDE, SETTLEMENTS, add_certain, candidates, choose, is_elsewhere, is_large
from pipeline.resolving.unlisted import PLACELESS, unlisted_place

#: A settlement so many times as large as its namesakes has no rivals.
_AHEAD = 5
#: A name that so many other listed places of a country bear is borne by many more that are not listed.
_COMMON = 2


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
    beside = [hint_after(appearance, table) for appearance in appearances]
    firm = _firm_hints(appearances, beside)
    linked: list[Linked] = []
    for appearance, places, hint in zip(appearances, found, beside, strict=True):
        hint = firm.get(appearance.key) or hint
        if hint is None and len(places) > 1:
            hint = hint_around(appearance, table)
        place = _known(appearance, places, scene, hint)
        if place is not None:
            linked.append(Linked(appearance, passed_through(appearance, place), True))
            continue
        earlier = [link.place for link in linked if link.is_known and _same_paragraph(link.appearance, appearance)]
        unlisted = unlisted_place(appearance, table, scene, earlier)
        linked.append(Linked(appearance, _moved(unlisted, hint, is_ambiguous=len(places) > 1), False))
    return _of_said_kinds(linked)


def _of_said_kinds(linked: Sequence[Linked]) -> list[Linked]:
    """Let a town be a village throughout where the article once says so («посёлок Мирный» … «Мирный»)."""
    said = {link.place.geonames_id: link.place.kind for link in reversed(linked) if _says_settlement(link)}
    return [
        replace(link, place=replace(link.place, kind=said[link.place.geonames_id])) if _is_told(link, said) else link
        for link in linked
    ]


def _says_settlement(link: Linked) -> bool:
    return link.is_known and link.place.geonames_id is not None and link.appearance.kind in SETTLEMENTS


def _is_told(link: Linked, said: Mapping[int | None, str]) -> bool:
    return link.place.geonames_id in said and link.appearance.kind is None and link.place.kind in SETTLEMENTS


def _firm_hints(appearances: Sequence[LocationAppearance], beside: Sequence[Hint | None]) -> Mapping[str, Hint]:
    """Return name → where the article once says that it lies; names that it puts in two places are left out."""
    said: dict[str, set[Hint]] = {}
    for appearance, hint in zip(appearances, beside, strict=True):
        if hint is not None and hint.is_firm:
            said.setdefault(appearance.key, set()).add(hint)
    return {name: next(iter(found)) for name, found in said.items() if len(found) == 1}


def _same_paragraph(earlier: LocationAppearance, later: LocationAppearance) -> bool:
    text = later.before.around.text
    return "\n" not in text[earlier.mention.start : later.mention.start]


def _known(
    appearance: LocationAppearance, places: Sequence[Place], scene: ArticleScene, hint: Hint | None
) -> Place | None:
    """Return the place of the table that a mention means, None where its namesakes lie elsewhere."""
    if hint is not None:
        hinted = [place for place in places if hint.holds(place)]
        if hinted and (hint.is_firm or not is_large(_choose(appearance, places, scene))):
            return _choose(appearance, hinted, scene)
    place = _choose(appearance, places, scene)
    if place is None or is_elsewhere(place, scene, is_one_of_many=_has_rivals(place, places)):
        return None
    elsewhere = [other for other in places if other.country == place.country and other.subdivision != place.subdivision]
    is_common = _has_rivals(place, elsewhere) or len(elsewhere) >= _COMMON
    return None if hint is not None and _contradicts(hint, place, scene, is_common=is_common) else place


def _contradicts(hint: Hint, place: Place, scene: ArticleScene, *, is_common: bool) -> bool:
    """Say whether a place lies elsewhere than the text says. A soft hint is believed against one of many namesakes
    of a country («Каменка») in a region that the article does not speak of."""
    if place.kind not in INSIDE or is_large(place):
        return False
    return hint.is_firm or (is_common and place.subdivision not in scene.subdivisions)


def _choose(appearance: LocationAppearance, places: Sequence[Place], scene: ArticleScene) -> Place | None:
    return choose(places, scene, appearance.preposition, is_about_water=appearance.is_about_water)


def _moved(place: Place, hint: Hint | None, *, is_ambiguous: bool) -> Place:
    """Let a hint say where an unlisted place lies; a soft one where all places of the name that are listed do not."""
    if hint is None or not (hint.is_firm or is_ambiguous) or place.kind in PLACELESS:
        return place
    return replace(place, country=hint.country, subdivision=hint.subdivision)


def _has_rivals(place: Place, places: Sequence[Place]) -> bool:
    """Say whether a place has namesakes that are not much smaller."""
    return any(other is not place and other.population * _AHEAD > place.population for other in places)
