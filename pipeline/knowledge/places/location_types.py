"""Type words of places (location_types.toml)."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def type_words() -> dict[str, str]:
    """Return common noun (lemma, lower case) → kind of the place that is named after it."""
    kinds = toml("places/location_types.toml")["kinds"]
    return {word: kind for kind, words in kinds.items() for word in words}


@cache
def outside_words() -> frozenset[str]:
    """Return type words that are no part of a name that follows them."""
    return frozenset(toml("places/location_types.toml")["outside"]["words"])


@cache
def mining_words() -> frozenset[str]:
    """Return lemmas that make an unlisted name after «на» a deposit."""
    return frozenset(toml("places/location_types.toml")["mining"]["words"])


@cache
def water_words() -> frozenset[str]:
    """Return lemmas that make a name close behind them a river or a lake."""
    return frozenset(toml("places/location_types.toml")["water"]["words"])


@cache
def cargo_words() -> frozenset[str]:
    """Return lemmas that make a town after «через» its port or station."""
    return frozenset(toml("places/location_types.toml")["cargo"]["words"])


@cache
def mistaken_places() -> frozenset[str]:
    """Return what begins a sentence and is no place, though a place may be called so («Тенге», «Аким области»)."""
    listed = toml("places/location_types.toml")["mistaken"]
    return frozenset([*listed["words"], *(f"{o} {w}" for o in listed["officials"] for w in listed["whose"])])


@cache
def typed_places(quoting: str) -> str:
    """Return the types after which a name is a place's, in quotes («quoted») or without («bare»), as one expression."""
    return "|".join(toml("places/location_types.toml")["typed"][quoting])
