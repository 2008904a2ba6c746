"""Type words that belong to a place's name: «область Абай», «район Габита Мусрепова»."""

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.places import place_table
from pipeline.resolving.place_names import nominative_place

_REGION = re.compile(r"(?<![\w-])(?:област[а-я]{1,2}|обл\.) $", re.IGNORECASE)
_DISTRICT = re.compile(r"(?<![\w-])район(?:а|е|у|ом)? $", re.IGNORECASE)
_AROUND = re.compile(r"(?<![\w-])в районе $", re.IGNORECASE)
_TAIL = re.compile(r" (?:акына|сал|батыра|би)\b")
_ADJECTIVE = re.compile(r"(?:ий|ый|ой|ого|ому|ом|им|ем)$")
_REACH, _LARGE = 12, 100_000


def regions(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take «область» into the names of regions that are no adjectives: «области Абай»."""
    return [_with_region(text, mention) if mention.label == "location" else mention for mention in mentions]


def _with_region(text: str, mention: NameMention) -> NameMention:
    match = _REGION.search(text[max(0, mention.start - _REACH) : mention.start])
    name = text[mention.start : mention.end]
    is_region = match is not None and any(place.kind == "region" for place in place_table().listed(f"область {name}"))
    return replace(mention, start=mention.start - len(match.group())) if match and is_region else mention


def districts(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """Take «район» into the names of districts that are no adjectives: «районе Шал акына», «районе Байконур»."""
    return [_with_district(text, mention) if mention.label == "location" else mention for mention in mentions]


def _with_district(text: str, mention: NameMention) -> NameMention:
    match = _DISTRICT.search(text[max(0, mention.start - _REACH) : mention.start])
    name = text[mention.start : mention.end]
    if match is None or _ADJECTIVE.search(name.split()[0]):
        return mention
    tail = _TAIL.match(text, mention.end)
    end = tail.end() if tail else mention.end
    if not _is_district(text, mention.start, text[mention.start : end]):
        return mention
    return replace(mention, start=mention.start - len(match.group()), end=end)


def _is_district(text: str, start: int, name: str) -> bool:
    """Say whether a district bears the name; «в районе Алматы» is near the town but where its own city is spoken of."""
    places = [place for place in place_table().listed(f"район {name}") if place.kind == "district"]
    around = _AROUND.search(text[max(0, start - _REACH) : start])
    towns = place_table().lookup(nominative_place(name, frozenset({"gent"}), place_table())) if around else ()
    is_town = any(town.kind == "city" and town.population >= _LARGE for town in towns)
    return bool(places) and (not is_town or any(place.subdivision == "KZ-71" and "Астан" in text for place in places))
