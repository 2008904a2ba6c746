"""Where the text itself says that a place lies: «Кызыл (ВКО)», «Баимский на Чукотке», «село Тайконур N-ской области».

A firm hint stands directly after the name; a soft one is the nearest region named elsewhere.
"""

import re
from dataclasses import dataclass

from pipeline.finding.mentions import NameMention
from pipeline.knowledge.places import Place, PlaceTable
from pipeline.resolving.location_reading import LocationAppearance
from pipeline.resolving.place_names import nominative_place

#: Between a name and the region that it lies in.
_INTO = re.compile(r"[»\"”]?\s*(?P<mark>\(|,|\bво?\b|\bна\b|\bпод\b|)\s*$", re.IGNORECASE)
_LOCATIVE = frozenset({"loct"})
_CASES = {"(": frozenset({"nomn"}), ",": frozenset({"nomn", "gent", "loct"}), "": frozenset({"gent"})}
_WIDE = frozenset({"country", "region", "district"})
#: So far after a name the region may begin.
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Hint:
    """A country, and a subdivision where one is named; `is_firm` where nothing but it can be meant."""

    country: str | None
    subdivision: str | None
    is_firm: bool

    def holds(self, place: Place) -> bool:
        """Say whether a place lies where the hint says."""
        return place.subdivision == self.subdivision if self.subdivision else place.country == self.country


def hint_after(appearance: LocationAppearance, table: PlaceTable) -> Hint | None:
    """Return the region, district or country that stands directly after a name."""
    around, end = appearance.before.around, appearance.mention.end
    following = next((m for m in around.mentions if end <= m.start <= end + _NEAR), None)
    if following is None or following.label != "location":
        return None
    match = _INTO.match(around.text[end : following.start])
    mark = match["mark"].casefold() if match else None
    if mark is None or (mark == "" and "»" in around.text[end : following.start]):
        return None
    return _hint(_wide_places(around.text[following.start : following.end], mark, table), is_firm=mark != ",")


def hint_around(appearance: LocationAppearance, table: PlaceTable) -> Hint | None:
    """Return the region that the sentence names last before a place, else first after it, else the last one before."""
    around, own = appearance.before.around, appearance.mention
    tokens = around.sentence(own)
    if not tokens:
        return None
    first, last = tokens[0].idx, tokens[-1].idx
    others = [m for m in around.mentions if m.label == "location" and m != own]
    earlier = [m for m in reversed(others) if m.start < own.start]
    within = [m for m in earlier if m.start >= first]
    later = [m for m in others if own.start < m.start <= last]
    hints = (_hint(_regions(around.text, mention, table), is_firm=False) for mention in (*within, *later, *earlier))
    return next((hint for hint in hints if hint is not None), None)


def _hint(places: list[Place], *, is_firm: bool) -> Hint | None:
    """Make a hint of a name that means one region alone."""
    found = {(place.country, place.subdivision) for place in places if place.country}
    if len(found) != 1:
        return None
    country, subdivision = found.pop()
    return Hint(country, subdivision, is_firm)


def _wide_places(text: str, mark: str, table: PlaceTable) -> list[Place]:
    name = text if text.isupper() else nominative_place(text, _CASES.get(mark, _LOCATIVE), table)
    return [place for place in table.listed(name) if place.kind in _WIDE]


def _regions(text: str, mention: NameMention, table: PlaceTable) -> list[Place]:
    name = nominative_place(text[mention.start : mention.end], frozenset(), table)
    return [place for place in table.listed(name) if place.kind == "region" and place.subdivision]
