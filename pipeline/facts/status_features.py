"""What tells a plan from something that has happened: tense, words of modality and prognosis, dates that lie ahead."""

from collections.abc import Iterator

from pipeline.facts.drafts import Draft
from pipeline.facts.view import View
from pipeline.facts.word_classes import word_class
from pipeline.knowledge.statements import statement_words

CONTENT = frozenset({"NOUN", "VERB", "INFN", "PRTS", "PRTF", "ADJF", "GRND", "ADVB", "ADJS", "PRED"})
_REACH = 8


def status_features(view: View, draft: Draft) -> list[str]:
    """Return the features of a quantity's clause and neighbours that speak for planned or actual."""
    return [*_of_clause(view, draft), *_of_sentence(view), *_of_dates(view), *_of_fact_before(view, draft)]


def _of_clause(view: View, draft: Draft) -> Iterator[str]:
    words, clauses = view.scene.words, view.scene.clauses
    yield "bias"
    yield f"indicator={draft.indicator}"
    yield f"dimension={view.quantity.dimension}|{draft.indicator}"
    yield f"per={view.quantity.per}|{draft.indicator}"
    yield f"change={view.quantity.change}"
    yield f"tense={view.tense}"
    yield f"tense={view.tense}|{draft.indicator}"
    for index in range(*view.sentence):
        if index not in view.scene.mask and words[index].pos in CONTENT:
            if clauses[index] == view.clause:
                yield f"clause={words[index].lemma}"
                yield f"clause class={word_class(words[index].lemma)}"
            if words[index].tense and clauses[index] == view.clause:
                yield f"clause tense={words[index].tense}"


def _of_sentence(view: View) -> Iterator[str]:
    words, first = view.scene.words, view.anchor.first
    yield from _of_planning(view)
    for index in range(*view.sentence):
        if index not in view.scene.mask and words[index].pos in CONTENT:
            side = "left" if index < first else "right"
            near = "near" if abs(index - first) <= _REACH else "far"
            yield f"{side} {near}={words[index].lemma}"
            if words[index].tense == "futr":
                yield f"future {side} {near}"
    for index in view.lead:
        if words[index].pos in CONTENT:
            yield f"lead={words[index].lemma}"
            yield f"lead tense={words[index].tense}"


def _of_planning(view: View) -> Iterator[str]:
    """Words of plans and forecasts: in the clause, on which side of the number, in the sentence before, in the lead."""
    words, planning = view.scene.words, statement_words("planning")
    for index in range(*view.sentence):
        if words[index].lemma in planning and index not in view.scene.mask:
            yield f"planning {'clause' if view.scene.clauses[index] == view.clause else 'sentence'}"
            yield f"planning {'left' if index < view.anchor.first else 'right'}"
            yield f"planning {'near' if index in view.near_left or index in view.near_right else 'far'}|{view.tense}"
    for zone, span in (("before", view.sentence_before), ("lead", view.lead)):
        if any(words[index].lemma in planning for index in span):
            yield f"planning {zone}|{view.tense}"


def _of_dates(view: View) -> Iterator[str]:
    published = view.scene.published
    for anchor in view.scene.dates:
        if view.sentence[0] <= anchor.first < view.sentence[1] and published is not None:
            first = getattr(anchor.item, "first", None)
            relation = getattr(anchor.item, "relation", None)
            if first is not None:
                own = view.scene.clauses[anchor.first] == view.clause
                yield f"date {'ahead' if first > published else 'behind'}|{'clause' if own else 'sentence'}"
                yield f"date {'ahead' if first > published else 'behind'}|{relation}"


def _of_fact_before(view: View, draft: Draft) -> Iterator[str]:
    before = view.fact_before
    if before is not None:
        near = view.nearness(before.quantity.first)
        yield f"before={before.status}|{near}"
        yield f"before={before.status}|{near}|{before.indicator == draft.indicator}"
        if near == "sentence":
            yield f"before={before.status}|{min(view.clause - view.scene.clauses[before.quantity.first], 3)} clauses"
