"""The names of the features of subjects, by the values that they depend on."""

from collections.abc import Iterator, Sequence

from pipeline.facts.word_classes import word_class

#: Indicators of whole economies, those that somebody sets, and all others, of firms: each group shares weights.
_ECONOMY = ("gdp", "inflation", "growth", "population", "trade", "export", "import", "consumption")
_SET = ("interest_rate", "exchange_rate", "tariff", "tax", "budget", "subsidy", "price")
SCOPES = {**dict.fromkeys(_ECONOMY, "economy"), **dict.fromkeys(_SET, "set")}


def _scope(indicator: str) -> str:
    return SCOPES.get(indicator, "firm")


def of_kind(group: str, kind: str, indicator: str) -> Iterator[str]:
    """Which kinds of players an indicator is said of."""
    yield f"{group}|{_scope(indicator)}"
    yield f"{group}|{indicator}"
    yield f"{group} {kind}|{_scope(indicator)}"
    yield f"{kind}|{indicator}"


def of_place(where: str, role: str, group: str, indicator: str, source: bool, others: int, row: str) -> Iterator[str]:
    """Where the player's nearest mention stands, and how it is built in there."""
    scope, mark = _scope(indicator), " source" if source else ""
    yield f"{where}|{group}{mark}"
    yield f"{where}|{group}|{scope}{mark}"
    yield f"{where}|{role}|{group}{mark}"
    yield f"{role}|{group}|{scope}{mark}"
    yield f"others {others}|{where}|{group}"
    yield f"{where}|{row}|{group}"


def of_verb(where: str, role: str, group: str, source: bool, verb: str) -> Iterator[str]:
    """The player's role beside the verb of the clause."""
    mark = " source" if source else ""
    yield f"{role}|{verb}|{group}{mark}"
    yield f"{where}|{role}|{verb}"
    yield f"{role}|verb class {word_class(verb)}|{group}{mark}"


def of_rank(prominence: Sequence[str], where: str, group: str, indicator: str) -> Iterator[str]:
    """How the player stands out in the article."""
    for mark in prominence:
        yield f"{mark}|{group}|{_scope(indicator)}"
        yield f"{mark}|{where}|{group}"


def of_theme(lemma: str, source: str, group: str, standing: str, where: str) -> Iterator[str]:
    """The noun whose amount is stated: «средняя зарплата» is the region's, «мощность» the plant's."""
    yield f"theme {lemma}|{group}"
    yield f"theme class {word_class(lemma)}|{group}|{standing}"
    yield f"theme {source}|{group}|{standing}"
    yield f"theme {source}|{group}|{where}"


def beside_theme(gap: int, source: str, group: str) -> Iterator[str]:
    """Words from the theme to the player behind it."""
    yield f"of theme|{gap}|{group}"
    yield f"of theme|{source}|{group}"


def gap(side: str, words: str, group: str, dimension: str) -> Iterator[str]:
    """The few words between player and number."""
    yield f"{side} {words}|{group}"
    yield f"{side} {words}|{dimension}" if dimension else f"{side} {words}"


def in_turn(is_own: bool) -> Iterator[str]:
    """The player stands in a row of names before a row of as many numbers."""
    yield f"in turn {is_own}"


def speaker(group: str, first_person: bool, quoted: bool) -> Iterator[str]:
    """The sentence is said by somebody who speaks for the player, of «мы» or not, in a quotation or not."""
    yield f"speaker|{group}"
    yield f"speaker|{group}|first person {first_person}"
    yield f"speaker|{group}|first person {first_person}|quoted {quoted}"


def nobody(indicator: str, groups: str, near: str) -> Iterator[str]:
    """No subject at all."""
    yield "nobody"
    yield f"nobody|{indicator}"
    yield f"nobody|in sentence {groups}"
    if near:
        yield f"nobody before|{near}"
