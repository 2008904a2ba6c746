"""What is known of people's positions."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def position_words() -> frozenset[str]:
    """Return the head nouns of positions, as lemmas."""
    return frozenset(toml("people/positions.toml")["positions"]["words"])
