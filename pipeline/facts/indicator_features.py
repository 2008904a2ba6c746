"""Which indicator a quantity states: the features that speak for one or another.

Shared features meet every indicator with a weight of its own (a lemma in the clause, the unit). Tied features have one
weight for all indicators: "a strong trigger of this indicator stands in the clause before the number".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.facts.model import OF_VECTOR
from pipeline.facts.theme_features import of_theme, theme_triggers
from pipeline.facts.view import View
from pipeline.knowledge.indicators import triggers_in

CONTENT = frozenset({"NOUN", "VERB", "INFN", "PRTS", "PRTF", "ADJF", "GRND", "COMP", "ADVB", "ADJS"})
NEAR = 3
BETWEEN = 6


def shared_features(view: View) -> list[str]:
    """Return the features that each indicator weighs for itself."""
    return [*_of_quantity(view), *_of_words(view), *_of_frame(view), *of_theme(view), *_of_fact_before(view)]


def tied_features(view: View) -> Mapping[str, Sequence[str]]:
    """Return, for each indicator that something speaks for, the features whose weight all indicators share."""
    found: dict[str, list[str]] = defaultdict(list)
    for zone, span in _zones(view):
        _count_triggers(view, zone, span, found)
    for trigger, source in theme_triggers(view):
        found[trigger.indicator].append(f"theme {trigger.strength}|{source}")
    before = view.fact_before
    if before is not None:
        near = view.nearness(before.quantity.first)
        found[before.indicator] += [f"as before|{near}", f"as before|{near}|{_step(view)}"]
        if near == "sentence":
            found[before.indicator].append(f"as before|{_bridge(view)}")
    return found


def _zones(view: View) -> Iterator[tuple[str, range]]:
    yield "near left", view.near_left
    yield "far left", view.far_left
    yield "near right", view.near_right
    yield "far right", view.far_right
    yield "lead", view.lead
    yield "before", view.sentence_before


def _count_triggers(view: View, zone: str, span: range, found: dict[str, list[str]]) -> None:
    """Note the triggers of one zone: each indicator's best by nearness to the number."""
    lemmas = view.lemmas(span)
    triggers = triggers_in(lemmas)
    met: set[tuple[str, str]] = set()
    order = range(len(lemmas)) if "right" in zone else reversed(range(len(lemmas)))
    nearest: dict[str, str] = {}
    for index in order:
        for trigger in triggers[index]:
            length = "phrase" if len(trigger.lemmas) > 1 else "word"
            if (trigger.indicator, trigger.strength) not in met:
                met.add((trigger.indicator, trigger.strength))
                found[trigger.indicator].append(f"{trigger.strength}|{zone}|{length}")
            if trigger.strength == "strong":
                nearest.setdefault("strong", trigger.indicator)
    for indicator in nearest.values():
        found[indicator].append(f"nearest strong|{zone}")


def _of_quantity(view: View) -> Iterator[str]:
    quantity = view.quantity
    unit = "" if quantity.dimension == "money" else quantity.unit or ""
    yield "bias"
    yield f"dimension={quantity.dimension}"
    yield f"unit={quantity.dimension} {unit}"
    yield f"per={quantity.per}"
    yield f"change={quantity.change}|{quantity.dimension}"
    if quantity.item is not None:
        yield f"item={quantity.item.lemma}"
        yield f"item{OF_VECTOR}{quantity.item.lemma}"
    if quantity.value is not None and quantity.dimension in ("count", "money"):
        yield f"size={quantity.dimension} {len(str(int(abs(quantity.value))))}"


def _of_words(view: View) -> Iterator[str]:
    words, dimension = view.scene.words, view.quantity.dimension
    for name, span in (("left", view.near_left), ("further left", view.far_left), ("right", view.near_right),
                       ("lead", view.lead)):  # fmt: skip
        for index in span:
            if index not in view.scene.mask and words[index].pos in CONTENT:
                yield f"{name}={words[index].lemma}"
                yield f"{name}{OF_VECTOR}{words[index].lower}"
                if name == "left" and view.anchor.first - index <= BETWEEN:
                    yield f"close left={words[index].lemma}"
                    yield f"close left{OF_VECTOR}{words[index].lower}"
                elif name == "right" and index - view.anchor.last < NEAR:
                    yield f"close right={words[index].lemma}"
                    yield f"close right{OF_VECTOR}{words[index].lower}"
                if name in ("left", "right"):
                    yield f"clause={words[index].lemma}|{dimension}"


def _of_frame(view: View) -> Iterator[str]:
    """The preposition before the number, the nearest verb and the nearest nouns."""
    words, first = view.scene.words, view.anchor.first
    if first > view.sentence[0]:
        yield f"word before={words[first - 1].lower}"
    verb = next((words[i].lemma for i in reversed(range(view.sentence[0], first)) if words[i].is_finite), None)
    yield f"verb={verb}"
    yield f"verb={verb}|{view.quantity.dimension}"
    free = [i for i in reversed(range(view.sentence[0], first)) if words[i].is_noun and i not in view.scene.mask]
    for index in free[:1]:
        yield f"noun={words[index].lemma}"
        yield f"noun={words[index].lemma}|{view.quantity.dimension}"
    behind = [i for i in view.near_right if words[i].is_noun and i not in view.scene.mask]
    for index in behind[:1]:
        yield f"noun behind={words[index].lemma}"


def _of_fact_before(view: View) -> Iterator[str]:
    before = view.fact_before
    if before is None:
        yield "first fact"
        return
    near = view.nearness(before.quantity.first)
    yield f"before={before.indicator}|{near}"
    if near == "sentence":
        yield f"before={before.indicator}|{_step(view)}"
        yield f"{_bridge(view)}|{view.quantity.dimension}"


def _step(view: View) -> str:
    """From which dimension and change the fact before leads to this one."""
    before = view.fact_before
    assert before is not None
    past, now = before.quantity.item, view.quantity
    return f"{getattr(past, 'dimension', '')} {getattr(past, 'change', '')}→{now.dimension} {now.change}"


def _bridge(view: View) -> str:
    """The words between this quantity and the one before, where they are few: «, до», «и составил», «против»."""
    lemmas = view.lemmas(view.near_left)
    return "bridge " + " ".join(lemmas) if len(lemmas) < NEAR + 1 else "bridge long"
