"""Mentions of places → locations: read, link, put together, write the records."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pipeline.knowledge.lexicon import Lexicon
from pipeline.knowledge.places import Place, PlaceTable
from pipeline.knowledge.places.location_types import type_words
from pipeline.language.inflection import nominative
from pipeline.language.transliteration import has_cyrillic
from pipeline.records import Location
from pipeline.resolving.abbreviations import abbreviates, looks_abbreviated
from pipeline.resolving.appearance import aliases, records
from pipeline.resolving.article import ArticleScene
from pipeline.resolving.context import noun_lemma
from pipeline.resolving.groups import Groups
from pipeline.resolving.location_reading import LocationAppearance
from pipeline.resolving.places import add_certain, candidates, choose, district_of, is_elsewhere, namesake_towns

_PLACELESS = frozenset({"country", "continent", "union", "region", "other"})
_SHORTEST_SOUND = 4
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
        place = choose(places, scene, appearance.preposition)
        if place is not None and not is_elsewhere(place, scene, is_one_of_many=_has_rivals(place, places)):
            linked.append(Linked(appearance, place, True))
        else:
            linked.append(Linked(appearance, _unlisted(appearance, table, scene, linked), False))
    return linked


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


def group(linked: Sequence[Linked]) -> list[list[Linked]]:
    """Put together the mentions of one place: the same place of the table, or kind and name (in either script)."""
    groups = Groups([link.appearance for link in linked])
    groups.join_equal(_identity(link) for link in linked)
    groups.join_equal(f"{link.place.kind} {link.appearance.key}" for link in linked)
    groups.join_equal(
        f"{link.place.kind} {link.appearance.sound}" if len(link.appearance.sound) >= _SHORTEST_SOUND else None
        for link in linked
    )
    _join_abbreviations(groups)
    by_appearance = {id(link.appearance): link for link in linked}
    return [[by_appearance[id(appearance)] for appearance in members] for members in groups.all()]


def _identity(link: Linked) -> str | None:
    place = link.place
    if not link.is_known:
        return None
    return f"{place.kind} {place.geonames_id or place.name} {place.country} {place.subdivision}"


def _join_abbreviations(groups: Groups) -> None:
    for index, short in enumerate(groups.appearances):
        if looks_abbreviated(short.name):
            for other, full in enumerate(groups.appearances):
                if abbreviates(short.name, full.name):
                    groups.join(other, index)
                    break


def location_records(groups: Sequence[Sequence[Linked]], lexicon: Lexicon | None) -> tuple[Location, ...]:
    """Write the records loc1, loc2 … in the order of first mentions."""
    return tuple(_record(number, members, lexicon) for number, members in enumerate(groups, start=1))


def _record(number: int, members: Sequence[Linked], lexicon: Lexicon | None) -> Location:
    appearances = [link.appearance for link in members]
    name = _name([appearance.name for appearance in appearances])
    best = next((link for link in members if link.is_known), members[0])
    place = _with_lexicon(best.place, name, lexicon)
    return Location(
        id=f"loc{number}", name=name, kind=place.kind, country=place.country, subdivision=place.subdivision,
        geonames_id=place.geonames_id, latitude=place.latitude, longitude=place.longitude,
        aliases=aliases(appearances, name), mentions=records(appearances),
    )  # fmt: skip


def _name(names: Sequence[str]) -> str:
    """Take the first name that is no abbreviation."""
    return next((name for name in names if not looks_abbreviated(name)), names[0])


def _with_lexicon(place: Place, name: str, lexicon: Lexicon | None) -> Place:
    entry = lexicon.find(name, "location") if lexicon else None
    if entry is None:
        return place
    kind = entry.kind or place.kind
    country = entry.country or place.country
    subdivision = place.subdivision if country == place.country else None
    return replace(place, kind=kind, country=country, subdivision=subdivision)  # type: ignore[arg-type]
