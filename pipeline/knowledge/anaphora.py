"""Common nouns that stand for an organization or a place named before (`anaphora.toml`)."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from pipeline.knowledge.reading import toml


@cache
def anaphors(group: str) -> Mapping[str, frozenset[str]]:
    """Return lemma → kinds of organizations or locations that it can stand for; `group` organization or location."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in toml("anaphora.toml")[group]:
        for noun in entry["nouns"]:
            found[noun].update(entry["kinds"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}
