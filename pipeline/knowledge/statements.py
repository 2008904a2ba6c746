"""Words of which statements are built: speech, sources, comparison, adjectives that tell nothing (statements.toml)."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def statement_words(kind: str) -> frozenset[str]:
    """Return the lemmas of a list of `statements.toml`: speech, sources, comparing or untelling."""
    return frozenset(toml("statements.toml")[kind])
