"""Words of which statements are built: speech, sources, comparison, adjectives that tell nothing (statements.toml)."""

from collections.abc import Mapping
from functools import cache

from pipeline.knowledge.reading import toml


@cache
def statement_words(kind: str) -> frozenset[str]:
    """Return the lemmas of a list of `statements.toml`: speech, speech_of_people, sources, comparing …."""
    return frozenset(toml("statements.toml")[kind])


@cache
def objects_of_units() -> Mapping[str, str]:
    """Return unit or currency → what an amount in it is of: kW.h → электроэнергия."""
    return dict(toml("statements.toml")["units"])
