"""Number words (number_words.toml): dictionary form → value, by class."""

from decimal import Decimal
from functools import cache

from pipeline.knowledge.reading import toml

#: The classes whose words are inflected; the others are kept as they stand.
INFLECTED = (
    "units", "teens", "tens", "hundreds", "scales", "halves", "pairs", "collectives", "fractions", "multipliers",
    "ordinals",
)  # fmt: skip
FIXED = ("scale_abbreviations", "wholes")


@cache
def number_words(group: str) -> dict[str, Decimal]:
    """Return dictionary form → value of one class ("units", "scales" …)."""
    return {word: Decimal(str(value)) for word, value in toml("number_words.toml")[group].items()}


@cache
def added_fractions() -> dict[str, Decimal]:
    """Return «половиной», «четвертью» … → what they add to the number before them."""
    return {word: 1 / denominator for word, denominator in number_words("added").items()}


@cache
def genitive_governors() -> frozenset[str]:
    """Return the words after which a lone genitive scale is a number («около тысячи»)."""
    return frozenset(toml("number_words.toml")["genitive_governors"]["words"])
