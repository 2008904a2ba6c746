"""The words of calendar expressions (calendar.toml): class → word → value."""

from functools import cache

from pipeline.knowledge.reading import toml

#: Classes of number_words.toml that dates use, and the class of calendar words that each becomes.
NUMBER_CLASSES = {
    "units": "cardinal", "teens": "cardinal", "tens": "cardinal", "hundreds": "cardinal", "halves": "cardinal",
    "pairs": "cardinal",
    "collectives": "cardinal", "ordinals": "ordinal",
}  # fmt: skip


@cache
def inflected_words() -> dict[str, dict[str, float]]:
    """Return class → dictionary form → value for the words that are inflected, number words among them."""
    words: dict[str, dict[str, float]] = toml("calendar.toml")["inflected"]
    classes = {name: dict(members) for name, members in words.items()}
    numbers = toml("number_words.toml")
    for source, name in NUMBER_CLASSES.items():
        classes.setdefault(name, {}).update(numbers[source])
    classes["cardinal"]["тысяча"] = numbers["scales"]["тысяча"]
    return classes


@cache
def fixed_words() -> dict[str, dict[str, float]]:
    """Return class → word → value for abbreviations and words without inflection."""
    return {name: dict(words) for name, words in toml("calendar.toml")["fixed"].items()}


@cache
def clause_words(group: str) -> frozenset[str]:
    """Return the dictionary forms of a group of [clause]: words that tell the time of a clause."""
    return frozenset(toml("calendar.toml")["clause"][group])
