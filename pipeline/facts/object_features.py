"""What a figure is of: noun phrases around the number, those of the facts before, and what speaks for each."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline.facts.drafts import Draft
from pipeline.facts.noun_phrases import Phrase
from pipeline.facts.object_memory import as_trigger, kind_of_theme, objects_of_facts_before
from pipeline.facts.object_names import of_complement, of_head, of_item, of_place, of_theme, of_unit, without
from pipeline.facts.parts import Part
from pipeline.facts.view import View
from pipeline.knowledge.statements import objects_of_units

#: So many phrases of a stretch are candidates.
NEAREST = 4
_DISTANCES = (0, 1, 2, 4, 8, 16)
_BEHIND_THEME = 3


def object_candidates(view: View, draft: Draft) -> dict[str, list[Part]]:
    """Return the features of each possible object, by its dictionary form, and of "" for none."""
    found: dict[str, list[Part]] = defaultdict(list)
    for zone, span in view.stretches:
        for phrase in _nearest(view, span):
            if phrase.text not in found:
                found[phrase.text] = list(_phrase(view, phrase, zone, draft.indicator))
    for text, parts in (*_of_unit(view, draft), *objects_of_facts_before(view, draft).items()):
        found[text] += parts
    theme = kind_of_theme(view, draft.indicator)
    found[""].append((without, draft.indicator, view.quantity.dimension, theme))
    return found


def _nearest(view: View, span: range) -> Sequence[Phrase]:
    """The phrases of a stretch that stand nearest to the number; the rest would be chosen too seldom."""
    phrases = view.cast.phrases.within(span)
    return phrases[:NEAREST] if span.start >= view.anchor.last else phrases[-NEAREST:]


def _of_unit(view: View, draft: Draft) -> Iterator[tuple[str, list[Part]]]:
    """What a unit says by itself: kilowatt-hours are of electricity, an amount per dollar is the dollar's."""
    for key in (view.quantity.unit, view.quantity.per):
        text = objects_of_units().get(key or "")
        if text is not None:
            yield text, [(of_unit, key, draft.indicator)]


def _phrase(view: View, phrase: Phrase, zone: str, indicator: str) -> Iterator[Part]:
    lemma, shape, dimension = phrase.lemma, phrase.shape, view.quantity.dimension
    kind, before = as_trigger(lemma, indicator), _before(view, phrase, indicator)
    in_clause = view.scene.clauses[phrase.head] == view.clause
    yield of_place, zone, _distance(view, phrase), dimension, indicator, phrase.is_genitive, in_clause
    yield of_head, lemma, indicator, zone, kind, before, shape, phrase.is_nominative
    yield of_theme, *_as_theme(view, phrase), kind, indicator
    if phrase.last > phrase.head + 1:
        last = view.scene.words[phrase.last - 1]
        yield of_complement, last.lemma, last.lower, kind
    if view.quantity.item is not None and lemma == view.quantity.item.lemma.replace("ё", "е"):
        yield of_item, indicator, kind, shape


def _as_theme(view: View, phrase: Phrase) -> tuple[str, str]:
    """Whether the phrase is the theme of the number, or the genitive behind it; and where the theme stands."""
    heads, source = view.theme.heads, view.theme.source
    if phrase.head in heads:
        return "theme last" if phrase.head == heads[-1] else "theme first", source
    if any(head < phrase.head <= head + _BEHIND_THEME for head in heads):
        return "behind theme", source
    return "beside theme", source


def _distance(view: View, phrase: Phrase) -> int:
    """How many words stand between the phrase and the number, in steps."""
    gap = phrase.first - view.anchor.last if phrase.first >= view.anchor.last else view.anchor.first - phrase.last
    return _DISTANCES[bisect_right(_DISTANCES, gap) - 1] if gap > 0 else 0


def _before(view: View, phrase: Phrase, indicator: str) -> str:
    """What stands before the phrase: a trigger of the indicator («выпуск …»), a preposition, another noun, a verb."""
    words, mask, index = view.scene.words, view.scene.mask, phrase.first - 1
    if index < 0:
        return "start"
    if index in mask:
        return f"<{mask[index]}>"
    word = words[index]
    if as_trigger(word.lemma, indicator).startswith("own"):
        return f"trigger {word.pos}"
    if word.pos != "PREP":
        return word.pos or "mark"
    governed = index and index - 1 not in mask and as_trigger(words[index - 1].lemma, indicator).startswith("own")
    return f"{word.lower} trigger" if governed else word.lower  # «ставка по микрозаймам»
