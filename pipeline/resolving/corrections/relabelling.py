"""Mentions under the wrong label: zones and deposits tagged as firms, known firms tagged as places or people."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import head_kinds, known_organizations, organization_key
from pipeline.knowledge.places import place_table
from pipeline.knowledge.places.location_types import typed_places
from pipeline.language.inflection import nominative
from pipeline.resolving.contractions import is_contracted_state_body

_REACH = 60
_QUOTES = "«\"„“"


def places_after_types(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make a location of what stands after a type of places: СЭЗ «Х», месторождение Х, технополис «Х», село Х."""
    return [_placed(text, mention) if mention.label != "location" else mention for mention in mentions]


def _placed(text: str, mention: NameMention) -> NameMention:
    before = text[max(0, mention.start - _REACH) : mention.start]
    quoting = "quoted" if before and before[-1] in _QUOTES else "bare"
    if _after_type(quoting).search(before) is None or _has_head(text[mention.start : mention.end]):
        return mention
    return replace(mention, label="location")


@cache
def _after_type(quoting: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{typed_places(quoting)})\s+[{_QUOTES}]?$")


def _has_head(name: str) -> bool:
    """Say whether a name ends in a word for a firm or body («порт KTZE», «месторождения Компании»)."""
    return any(word.casefold() in head_kinds() and word[0].isupper() for word in name.split()[1:])


def known_names(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make an organization of a known one's name that was taken for a person or a place that no table has."""
    return [_known(text, mention) if mention.label != "organization" else mention for mention in mentions]


def _known(text: str, mention: NameMention) -> NameMention:
    name = text[mention.start : mention.end]
    if organization_key(name) not in known_organizations() or name in place_table():
        return mention
    return replace(mention, label="organization")


#: What contracted bodies have in common; looked at before the name is inflected.
_LIKE_BODY = re.compile(r"^(?:Мин|Гос|Нац|Обл|Гор|Рай|Рос|Глав)|(?:стат|надзор|реестр|казн|недр)", re.IGNORECASE)


def state_bodies(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make an organization of a contracted state body taken for a place («Сакстат», «Красноярскстата»)."""
    return [_state_body(text, mention) if mention.label == "location" else mention for mention in mentions]


def _state_body(text: str, mention: NameMention) -> NameMention:
    name = text[mention.start : mention.end]
    if _LIKE_BODY.search(name) is None or " " in name or name in place_table():
        return mention
    normal = nominative(name, known=is_contracted_state_body)
    return replace(mention, label="organization") if is_contracted_state_body(normal) else mention


_AS_PLACE = re.compile(r"(?<!\w)(?:стран[а-я]{0,2}|государств[а-я]{0,2}|на|в|из|территори[а-я])\s$", re.IGNORECASE)


#: Unions that are no stretch of land: «страны ОПЕК+» names who acts.
_NO_TERRITORY = frozenset({"ОПЕК", "ОПЕК+"})


def unions_as_places(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Make a location of a union that is a place where it stands: «страны СНГ», «на Европейский союз пришлось»."""
    return [_union(text, mention) if mention.label == "organization" else mention for mention in mentions]


def _union(text: str, mention: NameMention) -> NameMention:
    if _AS_PLACE.search(text[max(0, mention.start - 12) : mention.start]) is None:
        return mention
    name = nominative(text[mention.start : mention.end], known=place_table().__contains__)
    is_union = name not in _NO_TERRITORY and any(place.kind == "union" for place in place_table().listed(name))
    return replace(mention, label="location") if is_union else mention
