"""The words that name economic indicators (`indicators.toml`), ready to be found in lemmatised text."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.knowledge.reading import toml


@dataclass(frozen=True, slots=True)
class Trigger:
    """A phrase of lemmas and the indicator that it names; `strength` is the list it stands in."""

    indicator: str
    strength: str
    lemmas: tuple[str, ...]


@cache
def triggers() -> Mapping[str, tuple[Trigger, ...]]:
    """Return all triggers by their first lemma."""
    found: dict[str, list[Trigger]] = defaultdict(list)
    for indicator, lists in toml("indicators.toml").items():
        for strength, phrases in lists.items():
            for phrase in phrases:
                lemmas = tuple(phrase.split())
                found[lemmas[0]].append(Trigger(indicator, strength, lemmas))
    return {lemma: tuple(entries) for lemma, entries in found.items()}


def triggers_in(lemmas: Sequence[str]) -> list[list[Trigger]]:
    """Return the triggers that begin at each word; none within a longer one of another indicator.

    «Промышленное производство» names growth alone, though «производство» by itself names production.
    """
    found = [list(triggers_at(lemmas, index)) for index in range(len(lemmas))]
    long = [(index, t) for index, here in enumerate(found) for t in here if len(t.lemmas) > 1]
    for start, longer in long:
        for index in range(start, start + len(longer.lemmas)):
            found[index] = [
                t for t in found[index] if t.indicator == longer.indicator or len(t.lemmas) >= len(longer.lemmas)
            ]
    return found


def triggers_at(lemmas: Sequence[str], index: int) -> Iterator[Trigger]:
    """Yield the triggers whose phrase begins at a word of a lemmatised text."""
    for trigger in triggers().get(lemmas[index], ()):
        if tuple(lemmas[index : index + len(trigger.lemmas)]) == trigger.lemmas:
            yield trigger
