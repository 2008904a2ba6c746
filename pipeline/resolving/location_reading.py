"""Mentions of places, read: the name in the nominative and the kind that it or a type word beside it tells."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import islice

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.organizations import core
from pipeline.knowledge.places import PlaceTable
from pipeline.knowledge.places.location_types import mining_words, outside_words, type_words, water_words
from pipeline.language.inflection import nominative
from pipeline.language.morphology import parses
from pipeline.resolving.appearance import Appearance
from pipeline.resolving.context import Before
from pipeline.resolving.place_names import nominative_place
from pipeline.resolving.shared_nouns import ADJECTIVAL, with_shared_noun
from pipeline.resolving.surroundings import Surroundings
from pipeline.resolving.type_words import is_genitive_of, type_before
from pipeline.resolving.word_classes import noun_lemma

#: Places that no type word before them makes something else («порты Казахстана»).
_FIRM = frozenset({"country", "region", "continent", "union"})
#: So many words before a name tell a river from a town.
_CLOSE = 3
_LONGEST_ABBREVIATION = 4
#: «Саратовской»: a region whose noun is left out, though villages are called so too.
_OF_REGION = re.compile(r"[А-ЯЁ][а-яё]+(?:ск|цк)ой")
_LINES = frozenset({"участок", "ветка", "линия", "дорога", "путь", "маршрут", "трасса", "водовод", "нефтепровод"})
_DASH = re.compile(r"\s[–—-]\s[А-ЯЁ]")


@dataclass(frozen=True, slots=True)
class LocationAppearance(Appearance):
    """A mention of a place and the kind that its own head or a type word beside it tells."""

    kind: str | None = None

    @property
    def preposition(self) -> str:
        """The preposition before the name or the names that it is listed with («в Хороге и Мургабе»), else ""."""
        return "" if self.before.is_quoted else self.before.preposition

    @property
    def is_about_water(self) -> bool:
        """Whether a word close before the name speaks of a river or a lake: «воды в Вахше», «берег Или»."""
        words = (token.text for token in islice(self.before.words, _CLOSE))
        return any(parse.lemma in water_words() for word in words for parse in parses(word)[:2])

    @property
    def is_about_mining(self) -> bool:
        """Whether the sentence speaks of ore, oil, mines."""
        sentence = self.before.around.sentence(self.mention)
        return any(parse.lemma in mining_words() for token in sentence for parse in parses(token.text)[:1])


def read_location(
    around: Surroundings, mention: NameMention, table: PlaceTable, spelled: Collection[str] = ()
) -> LocationAppearance:
    """Read one mention of a place; `spelled` are the names that stand in the nominative elsewhere in the article."""
    before = Before(around, mention)
    text = _core(around.text[mention.start : mention.end])
    kind, cases = type_before(before)
    is_listed = text in table or nominative_place(text, frozenset(), table) in table  # «Хабаровском» is no adjective
    shared = with_shared_noun(around, mention, text) if not is_listed or _OF_REGION.fullmatch(text) else None
    shared = shared if not is_listed or (shared is not None and shared in table) else None
    text = _without_capitals(text, table)
    allowed = frozenset({"nomn"}) if _begins_route(before) else frozenset(cases or before.cases)
    name = shared or _nominative(text, allowed, table, spelled)
    if kind == "region" and f"область {name}" in table and name == text:
        name = f"область {name}"  # «в области Абай» is marked as «Абай»
    own = None if kind is not None and before.is_quoted else _own_kind(name)
    is_settlement = kind in ("city", "village") and name == text and not text.isupper()  # «село Абай» is no region
    if own is None and kind is not None and not is_settlement and _is_firm(name, table):
        kind = None
    if own is None and kind is not None and is_genitive_of(before, text, name, kind):
        kind = None
    return LocationAppearance(mention, text, name, before, None, own or kind)


def _begins_route(before: Before) -> bool:
    """Say whether a name is the first end of a line («участок Дарбаза – Мактаарал»): such names are not inflected."""
    is_line = before.noun is not None and noun_lemma(before.noun.text) in _LINES
    return is_line and _DASH.match(before.around.text, before.mention.end) is not None


def _without_capitals(text: str, table: PlaceTable) -> str:
    """Write a headline's «МИНСК» as «Минск»; abbreviations stay."""
    usual = text.title() if text.isupper() else text
    found = table.lookup(usual) if usual != text else ()
    settled = any(place.kind in ("city", "village") for place in found)  # «ТУЛА», not «ЯНАО»
    return usual if settled or (found and len(text) > _LONGEST_ABBREVIATION) else text


def _nominative(text: str, cases: frozenset[str], table: PlaceTable, spelled: Collection[str]) -> str:
    if not spelled:
        return nominative_place(text, cases, table)
    return nominative(text, cases=cases, known=lambda name: name in table or (name != text and name in spelled))


def _core(text: str) -> str:
    bounds = core(text)
    text = text[bounds.start : bounds.end]
    first, space, rest = text.partition(" ")
    if space and noun_lemma(first) in outside_words() and rest[:1].isupper():
        return rest.strip("«»\"“”„ ")
    return text


def _own_kind(name: str) -> str | None:
    """Return the kind that the name's own head tells: «Зерендинский район», «Каспийское море», «область Абай»."""
    words = name.split()
    if len(words) == 1 and name.isupper() and type_words().get(name.rstrip("0123456789-").casefold()) == "facility":
        return "facility"  # ТЭЦ-2
    second = words[1:2] if ADJECTIVAL.search(words[0]) else []
    for word in (words[-1], words[0], *second) if len(words) > 1 else ():
        plain = word.rstrip("0123456789-").casefold()
        kind = type_words().get(noun_lemma(word)) or type_words().get(plain)
        if kind is not None and len(plain) > 2:
            return kind
    return None


def _is_firm(name: str, table: PlaceTable) -> bool:
    return any(place.kind in _FIRM for place in table.listed(name))


def read_locations(
    around: Surroundings, mentions: Sequence[NameMention], table: PlaceTable
) -> list[LocationAppearance]:
    """Read all mentions of places, in the order of the text."""
    mentions = [mention for mention in mentions if mention.label == "location"]
    first = [read_location(around, mention, table) for mention in mentions]
    spelled = {reading.name for reading in first if reading.kind is not None and reading.name == reading.text}
    return [
        read_location(around, reading.mention, table, spelled) if _is_unknown(reading, table) and spelled else reading
        for reading in first
    ]


def _is_unknown(reading: LocationAppearance, table: PlaceTable) -> bool:
    return reading.kind is None and reading.name not in table
