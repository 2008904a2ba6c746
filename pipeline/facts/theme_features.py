"""The theme's part in which indicator a quantity states: the noun whose amount it is, and the genitive behind it."""

from collections.abc import Iterator

from pipeline.facts.model import OF_VECTOR
from pipeline.facts.parts import Part
from pipeline.facts.view import View
from pipeline.knowledge.indicators import Trigger

_REACH = 3


def of_theme(view: View) -> Iterator[Part]:
    """The noun whose amount is stated, and the genitive behind it."""
    words, dimension, mask = view.scene.words, view.quantity.dimension, view.scene.mask
    yield _source, view.theme.source, dimension
    for head in _heads(view):
        adjective = words[head - 1].lemma if head and words[head - 1].is_adjective else ""
        follows = head + 1 < len(words) and head + 1 not in mask and words[head + 1].is_noun
        behind = words[head + 1] if follows else None
        yield _head, words[head].lemma, words[head].lower, adjective, dimension
        if behind is not None:
            yield _genitive, behind.lemma, behind.lower


def theme_triggers(view: View) -> Iterator[tuple[Trigger, str]]:
    """Triggers that begin at the theme, or at the word before it («чистая прибыль»)."""
    for head in _heads(view):
        place = min(head, 1)
        met = view.scene.triggers_in(range(head - place, min(head + _REACH, len(view.scene.words))))
        at_theme = [trigger for index, trigger in met if index == head]
        pairs = [trigger for index, trigger in met if index == head - 1 and len(trigger.lemmas) > 1]
        yield from ((trigger, view.theme.source) for trigger in (*at_theme, *pairs))


def _heads(view: View) -> dict[int, None]:
    return dict.fromkeys((*view.theme.heads[:1], *view.theme.heads[-1:]))


def _source(source: str, dimension: str) -> Iterator[str]:
    yield f"theme {source}|{dimension}"


def _head(lemma: str, form: str, adjective: str, dimension: str) -> Iterator[str]:
    yield f"theme={lemma}"
    yield f"theme={lemma}|{dimension}"
    yield f"theme{OF_VECTOR}{form}"
    if adjective:
        yield f"theme={adjective} {lemma}"


def _genitive(lemma: str, form: str) -> Iterator[str]:
    yield f"theme of={lemma}"
    yield f"theme of{OF_VECTOR}{form}"
