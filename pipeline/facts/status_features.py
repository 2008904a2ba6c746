"""What tells a plan from something that has happened: tense, words of modality and prognosis, dates that lie ahead."""

from collections.abc import Iterator

from pipeline.facts.drafts import Draft
from pipeline.facts.parts import Part
from pipeline.facts.view import View
from pipeline.facts.word_classes import word_class
from pipeline.knowledge.statements import statement_words

_REACH = 8


def status_features(view: View, draft: Draft) -> list[Part]:
    """Return the features of a quantity's clause and neighbours that speak for planned or actual."""
    quantity = view.quantity
    measure = (_measure, draft.indicator, quantity.dimension, quantity.per, quantity.change, view.tense)
    return [measure, *_of_sentence(view), *_of_planning(view), *_of_dates(view), *_of_fact_before(view, draft)]


def _of_sentence(view: View) -> Iterator[Part]:
    words, clauses, first, setting = view.scene.words, view.scene.clauses, view.anchor.first, view.setting
    for i in view.scene.content_in(range(setting.start, setting.end)):
        word = words[i]
        yield _word, i < first, abs(i - first) <= _REACH, clauses[i] == view.clause, word.lemma, word.tense
    for i in view.scene.content_in(setting.lead):
        yield _lead, words[i].lemma, words[i].tense


def _of_planning(view: View) -> Iterator[Part]:
    """Words of plans and forecasts: in the clause, on which side of the number, in the sentence before, in the lead."""
    words, planning, setting = view.scene.words, statement_words("planning"), view.setting
    for i in view.scene.content_in(range(setting.start, setting.end)):
        if words[i].lemma in planning:
            near = i in view.near_left or i in view.near_right
            yield _planning, view.scene.clauses[i] == view.clause, i < view.anchor.first, near, view.tense
    for zone, span in (("before", setting.before), ("lead", setting.lead)):
        if any(words[index].lemma in planning for index in span):
            yield _planning_above, zone, view.tense


def _of_dates(view: View) -> Iterator[Part]:
    published = view.scene.published
    for anchor in view.scene.dates if published is not None else ():
        if view.setting.start <= anchor.first < view.setting.end:
            first, relation = getattr(anchor.item, "first", None), getattr(anchor.item, "relation", None)
            if first is not None:
                yield _date, first > published, view.scene.clauses[anchor.first] == view.clause, relation


def _of_fact_before(view: View, draft: Draft) -> Iterator[Part]:
    before = view.fact_before
    if before is not None:
        apart = view.clauses_since(before) if view.near_before == "sentence" else None
        yield _before, before.status, view.near_before, before.indicator == draft.indicator, apart


def _measure(indicator: str, dimension: str, per: str | None, change: str | None, tense: str) -> Iterator[str]:
    yield "bias"
    yield f"indicator={indicator}"
    yield f"dimension={dimension}|{indicator}"
    yield f"per={per}|{indicator}"
    yield f"change={change}"
    yield f"tense={tense}"
    yield f"tense={tense}|{indicator}"


def _word(is_left: bool, is_near: bool, in_clause: bool, lemma: str, tense: str) -> Iterator[str]:
    side = f"{'left' if is_left else 'right'} {'near' if is_near else 'far'}"
    yield f"{side}={lemma}"
    if tense == "futr":
        yield f"future {side}"
    if in_clause:
        yield f"clause={lemma}"
        yield f"clause class={word_class(lemma)}"
        if tense:
            yield f"clause tense={tense}"


def _lead(lemma: str, tense: str) -> Iterator[str]:
    yield f"lead={lemma}"
    yield f"lead tense={tense}"


def _planning(in_clause: bool, is_left: bool, is_near: bool, tense: str) -> Iterator[str]:
    yield f"planning {'clause' if in_clause else 'sentence'}"
    yield f"planning {'left' if is_left else 'right'}"
    yield f"planning {'near' if is_near else 'far'}|{tense}"


def _planning_above(zone: str, tense: str) -> Iterator[str]:
    yield f"planning {zone}|{tense}"


def _date(ahead: bool, in_clause: bool, relation: str | None) -> Iterator[str]:
    side = "ahead" if ahead else "behind"
    yield f"date {side}|{'clause' if in_clause else 'sentence'}"
    yield f"date {side}|{relation}"


def _before(status: str, near: str, same_indicator: bool, apart: int | None) -> Iterator[str]:
    yield f"before={status}|{near}"
    yield f"before={status}|{near}|{same_indicator}"
    if apart is not None:
        yield f"before={status}|{apart} clauses"
