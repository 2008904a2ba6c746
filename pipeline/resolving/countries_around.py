"""The country of an organization by the words around its name and by its sound: rules of organization_country."""

import re

from pipeline.knowledge.places.table import country_adjectives
from pipeline.resolving.chinese import is_chinese
from pipeline.resolving.namesakes import namesake_towns
from pipeline.resolving.organization_knowledge import Group, Knowledge
from pipeline.resolving.place_names import nominative_place

_WINDOW = 40
#: A town so large needs no region to be understood in an adjective («алматинская «Х»»).
_KNOWN_TOWN = 100_000
_CHINA = ("Кита", "китай", "КНР", "Синьцзян")
_AFTER_NAME = frozenset({"nomn", "gent", "loct"})
_IN_BRACKETS = re.compile(r"[»\"”]?\s*\((?P<name>[А-ЯЁ][\w -]+?)[),;]")
_IN_COUNTRY = re.compile(r"[»\"”]?\s+(?:из|в|во)\s+(?P<name>[А-ЯЁ][\w-]+)")


def by_adjective_before(group: Group, knowledge: Knowledge) -> str | None:
    """«турецкая Hepsiburada», «китайской компании Х», «алматинская «Х»»."""
    for appearance in group:
        for adjective in appearance.before.adjectives:
            if adjective in country_adjectives():
                return country_adjectives()[adjective]
            towns = [town for town in namesake_towns(adjective, knowledge.table) if town.population >= _KNOWN_TOWN]
            if towns and adjective.endswith("ский"):
                return towns[0].country
    return None


def by_country_after(group: Group, knowledge: Knowledge) -> str | None:
    """«Yıldız Entegre (Турция)», «завод STAR в Турции»: a country directly after the name."""
    for appearance in group:
        text = appearance.before.around.text[appearance.mention.end : appearance.mention.end + _WINDOW]
        match = _IN_BRACKETS.match(text) or _IN_COUNTRY.match(text)
        if match:
            normal = nominative_place(match["name"], _AFTER_NAME, knowledge.table)
            for place in knowledge.table.listed(normal):
                if place.kind == "country":
                    return place.country
    return None


def by_chinese_sound(group: Group, knowledge: Knowledge) -> str | None:
    """A Latin name of two Chinese syllables («Zhengda Holding») in an article that speaks of China."""
    if not any(word in group[0].before.around.text for word in _CHINA):
        return None
    return "CN" if any(is_chinese(appearance.name.split()[0]) for appearance in group) else None
