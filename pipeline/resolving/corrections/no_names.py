"""What is no name: fuels, indices, «рынок» of a country, currencies that begin a sentence, gas that was produced."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import known_organizations, legal_forms, organization_key
from pipeline.knowledge.organizations.spans import common_words, span_words
from pipeline.knowledge.places import place_table
from pipeline.knowledge.places.location_types import mistaken_places
from pipeline.language.inflection.words import is_dictionary_word
from pipeline.language.morphology import parses
from pipeline.resolving.place_names import nominative_place

_GENITIVE = frozenset({"gent"})
_COUNTRIES = frozenset({"country", "region"})
_BEGINS = re.compile(r"(?:^|[.!?…:\n–—•-])\s*$")
_PROPER = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr"})
_PLAN = re.compile(r"\s*[–—-]\s*20\d\d")


def without_common_words(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Leave out words and abbreviations that are no names (spans.toml), and legal forms without a name."""
    return [mention for mention in mentions if not _is_common(text, mention)]


def _is_common(text: str, mention: NameMention) -> bool:
    name = text[mention.start : mention.end]
    if _PLAN.match(text, mention.end):  # «Стратегия «Узбекистан – 2030»»
        return True
    if name in legal_forms() and text[mention.end : mention.end + 2].strip()[:1] in ("«", '"', "“", "„"):
        return True
    if mention.label == "location":
        return name in mistaken_places() and _begins(text, mention)
    return name in common_words() and text[mention.start - 1 : mention.start] not in ("«", '"', "“")


def without_lone_nouns(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Leave out a common noun that has its capital from the sentence («Регулятор предупреждает», «Цемент.»)."""
    return [mention for mention in mentions if not _is_lone_noun(text, mention, mentions)]


def _is_lone_noun(text: str, mention: NameMention, mentions: Sequence[NameMention]) -> bool:
    name = text[mention.start : mention.end]
    if mention.label != "organization" or not name.isalpha() or not name.istitle() or not _begins(text, mention):
        return False
    if organization_key(name) in known_organizations() or not is_dictionary_word(name):
        return False
    nouns = [parse for parse in parses(name) if parse.pos == "NOUN"]
    if not nouns or any(mark in parse for parse in nouns for mark in _PROPER):
        return False
    stem = name[: max(len(name) - 2, 3)]
    return all(m is mention or not text.startswith(stem, m.start) or _begins(text, m) for m in mentions)


def _begins(text: str, mention: NameMention) -> bool:
    return _BEGINS.search(text[max(0, mention.start - 3) : mention.start]) is not None


def held_by_countries(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Mark the country alone in «Авторынок Казахстана», «Государственный долг Среднего Урала»."""
    return [_holder(text, mention) if mention.label == "organization" else mention for mention in mentions]


@cache
def _held() -> re.Pattern[str]:
    return re.compile(rf"(?i:{span_words('held')}) (?=[А-ЯЁ])")


def _holder(text: str, mention: NameMention) -> NameMention:
    name = text[mention.start : mention.end]
    match = _held().match(name)
    if match is None:
        return mention
    owner = nominative_place(name[match.end() :], _GENITIVE, place_table())
    is_place = any(place.kind in _COUNTRIES for place in place_table().listed(owner))
    return replace(mention, start=mention.start + match.end(), label="location") if is_place else mention
