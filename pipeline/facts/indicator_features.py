"""Which indicator a quantity states: the features that speak for one or another.

Shared features meet every indicator with a weight of its own (a lemma in the clause, the unit). Tied features have one
weight for all indicators: "a strong trigger of this indicator stands in the clause before the number".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.facts.indicator_words import of_frame, of_words
from pipeline.facts.model import OF_VECTOR
from pipeline.facts.parts import Part
from pipeline.facts.theme_features import of_theme, theme_triggers
from pipeline.facts.view import View

_BRIDGE = 3


def shared_features(view: View) -> list[Part]:
    """Return the features that each indicator weighs for itself."""
    return [*_of_quantity(view), *of_words(view), *of_frame(view), *of_theme(view), *_of_fact_before(view)]


def tied_features(view: View) -> Mapping[str, Sequence[Part]]:
    """Return, for each indicator that something speaks for, the features whose weight all indicators share."""
    found: dict[str, list[Part]] = defaultdict(list)
    for zone, span in view.stretches:
        _note_triggers(view, zone, span, found)
    for trigger, source in theme_triggers(view):
        found[trigger.indicator].append((_theme, trigger.strength, source))
    before = view.fact_before
    if before is not None:
        found[before.indicator].append((_as_before, view.near_before, *_step(view), _bridge(view)))
    return found


def _note_triggers(view: View, zone: str, span: range, found: dict[str, list[Part]]) -> None:
    """Note the triggers of one zone: each indicator's best by nearness to the number."""
    triggers = view.scene.triggers_in(span)
    if not triggers:
        return
    met: set[tuple[str, str]] = set()
    nearest = ""
    for _, trigger in triggers if "right" in zone else sorted(triggers, key=lambda entry: -entry[0]):
        if (trigger.indicator, trigger.strength) not in met:
            met.add((trigger.indicator, trigger.strength))
            found[trigger.indicator].append((_trigger, trigger.strength, zone, len(trigger.lemmas) > 1))
        if trigger.strength == "strong":
            nearest = nearest or trigger.indicator
    if nearest:
        found[nearest].append((_nearest_strong, zone))


def _of_quantity(view: View) -> Iterator[Part]:
    quantity = view.quantity
    unit = "" if quantity.dimension == "money" else quantity.unit or ""
    yield _measure, quantity.dimension, unit, quantity.per, quantity.change
    if quantity.item is not None:
        yield _item, quantity.item.lemma
    if quantity.value is not None and quantity.dimension in ("count", "money"):
        yield _size, quantity.dimension, len(str(int(abs(quantity.value))))


def _of_fact_before(view: View) -> Iterator[Part]:
    before = view.fact_before
    if before is None:
        yield (_first_fact,)
    else:
        yield _before, before.indicator, view.near_before
        if view.near_before == "sentence":
            yield _before_in_sentence, before.indicator, *_step(view), _bridge(view)


def _step(view: View) -> tuple[str, str | None, str, str | None]:
    """From which dimension and change the fact before leads to this one."""
    before = view.fact_before
    assert before is not None
    past, now = before.quantity.item, view.quantity
    return getattr(past, "dimension", ""), getattr(past, "change", ""), now.dimension, now.change


def _bridge(view: View) -> str:
    """The words between this quantity and the one before, where they are few: «, до», «и составил», «против»."""
    return " ".join(view.left_lemmas) if len(view.near_left) <= _BRIDGE else "long"


def _measure(dimension: str, unit: str, per: str | None, change: str | None) -> Iterator[str]:
    yield "bias"
    yield f"dimension={dimension}"
    yield f"unit={dimension} {unit}"
    yield f"per={per}"
    yield f"change={change}|{dimension}"


def _item(lemma: str) -> Iterator[str]:
    yield f"item={lemma}"
    yield f"item{OF_VECTOR}{lemma}"


def _size(dimension: str, digits: int) -> Iterator[str]:
    yield f"size={dimension} {digits}"


def _first_fact() -> Iterator[str]:
    yield "first fact"


def _before(indicator: str, near: str) -> Iterator[str]:
    yield f"before={indicator}|{near}"


def _before_in_sentence(indicator: str, was: str, change: str, now: str, changes: str, bridge: str) -> Iterator[str]:
    yield f"before={indicator}|{was} {change}→{now} {changes}"
    yield f"bridge {bridge}|{now}"


def _trigger(strength: str, zone: str, is_phrase: bool) -> Iterator[str]:
    yield f"{strength}|{zone}|{'phrase' if is_phrase else 'word'}"


def _nearest_strong(zone: str) -> Iterator[str]:
    yield f"nearest strong|{zone}"


def _theme(strength: str, source: str) -> Iterator[str]:
    yield f"theme {strength}|{source}"


def _as_before(near: str, was: str, change: str, now: str, changes: str, bridge: str) -> Iterator[str]:
    yield f"as before|{near}"
    yield f"as before|{near}|{was} {change}→{now} {changes}"
    if near == "sentence":
        yield f"as before|bridge {bridge}"
