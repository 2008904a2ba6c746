"""A town that goods pass through is its port or station: «экспорт через Батуми», «вагоны идут через Аягоз»."""

from dataclasses import replace

from pipeline.knowledge.places import Place
from pipeline.knowledge.places.location_types import cargo_words
from pipeline.language.morphology import parses
from pipeline.resolving.location_reading import LocationAppearance

_SETTLEMENTS = frozenset({"city", "village"})


def passed_through(appearance: LocationAppearance, place: Place) -> Place:
    """Return the place as a facility where the sentence speaks of goods that go through it."""
    is_town = place.kind in _SETTLEMENTS and appearance.kind is None and appearance.preposition == "через"
    return replace(place, kind="facility") if is_town and _is_about_cargo(appearance) else place


def _is_about_cargo(appearance: LocationAppearance) -> bool:
    sentence = appearance.before.around.sentence(appearance.mention)
    return any(parse.lemma in cargo_words() for token in sentence for parse in parses(token.text)[:1])
