"""Head words of organizations' names (heads.toml)."""

from functools import cache

from pipeline.knowledge.reading import toml


@cache
def head_kinds() -> dict[str, str]:
    """Return head word → kind (lemmas, lower case, without ё)."""
    return _kinds("kinds")


@cache
def anywhere_kinds() -> dict[str, str]:
    """Return word or phrase → kind for what decides wherever it stands in a name."""
    return _kinds("anywhere")


@cache
def before_words() -> dict[str, str]:
    """Return common noun → kind of the organization that is named after it («банк Х»)."""
    return _kinds("before")


@cache
def descriptive_words() -> frozenset[str]:
    """Return the words that do not tell a name from another."""
    return frozenset(toml("organizations/heads.toml")["descriptive"]["words"])


@cache
def local_adjectives() -> frozenset[str]:
    """Return adjectives that say where a body is, but are no part of its name («региональное министерство»)."""
    return frozenset(toml("organizations/heads.toml")["local"]["words"])


@cache
def feminine_abbreviations() -> frozenset[str]:
    """Return the abbreviations (small letters) whose adjectives are feminine."""
    return frozenset(toml("organizations/heads.toml")["feminine"]["words"])


@cache
def divisions() -> frozenset[str]:
    """Return the words after a known firm's name that make a branch of it, of the same country («Hyundai Rotem»)."""
    return frozenset(toml("organizations/heads.toml")["divisions"]["words"])


@cache
def head_words() -> frozenset[str]:
    """Return all head words of names, as lemmas with ё."""
    return frozenset(word for words in toml("organizations/heads.toml")["kinds"].values() for word in words)


def _kinds(table: str) -> dict[str, str]:
    listed = toml("organizations/heads.toml")[table]
    return {word.replace("ё", "е"): kind for kind, words in listed.items() for word in words}
