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


#: A trigger and the word that it begins at.
Met = tuple[int, Trigger]


def triggers_of(lemmas: Sequence[str]) -> list[Met]:
    """Return the triggers of a lemmatised text, in order."""
    return [(index, trigger) for index in range(len(lemmas)) for trigger in triggers_at(lemmas, index)]


def triggers_at(lemmas: Sequence[str], index: int) -> Iterator[Trigger]:
    """Yield the triggers whose phrase begins at a word of a lemmatised text."""
    for trigger in triggers().get(lemmas[index], ()):
        if len(trigger.lemmas) == 1 or tuple(lemmas[index : index + len(trigger.lemmas)]) == trigger.lemmas:
            yield trigger


def not_hidden(met: Sequence[Met]) -> list[Met]:
    """Return the triggers that stand in no longer one of another indicator.

    «Промышленное производство» names growth alone, though «производство» by itself names production.
    """
    long = [(start, trigger) for start, trigger in met if len(trigger.lemmas) > 1]
    return [one for one in met if not any(_hides(other, one) for other in long)] if long else list(met)


def _hides(other: Met, one: Met) -> bool:
    (start, longer), (index, trigger) = other, one
    inside = start <= index < start + len(longer.lemmas)
    return inside and trigger.indicator != longer.indicator and len(trigger.lemmas) < len(longer.lemmas)
