"""Words that belong to a name's span or do not (spans.toml), as alternatives of a regular expression."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def span_words(table: str, entry: str = "words") -> str:
    """Return the expressions of one list of spans.toml, joined with «|», longest first."""
    return "|".join(sorted(toml("organizations/spans.toml")[table][entry], key=len, reverse=True))


@cache
def common_words() -> frozenset[str]:
    """Return the words and abbreviations that are no names (spelled as they stand in a text)."""
    return frozenset(toml("organizations/spans.toml")["common"]["words"])
