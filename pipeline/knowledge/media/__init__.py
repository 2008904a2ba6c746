"""What is known of media: the words by which news name who reports (reporting.toml)."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def reporting_words(list_name: str, entry: str = "words") -> frozenset[str]:
    """Return a list of reporting.toml: verbs of `reports`, `says`, `finds` as lemmas, top-level `domains`."""
    return frozenset(toml("media/reporting.toml")[list_name][entry])
