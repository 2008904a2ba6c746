"""What a figure is of: noun phrases around the number, those of the facts before, and what speaks for each."""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.facts.drafts import Draft
from pipeline.facts.noun_phrases import Phrase, phrases
from pipeline.facts.object_memory import objects_of_facts_before
from pipeline.facts.view import View
from pipeline.facts.word_classes import word_class
from pipeline.knowledge.indicators import triggers, triggers_at
from pipeline.knowledge.statements import objects_of_units, statement_words

_DISTANCES = (0, 1, 2, 4, 8, 16)


def object_candidates(view: View, draft: Draft) -> dict[str, list[str]]:
    """Return the features of each possible object, by its dictionary form, and of "" for none."""
    found: dict[str, list[str]] = defaultdict(list)
    hidden = frozenset(view.scene.mask)
    for zone, span in _spans(view):
        for phrase in phrases(view.scene.words, span, hidden, view.scene.counted):
            if phrase.text not in found:
                found[phrase.text] = list(_phrase(view, phrase, zone, draft))
    for text, features in (*_of_unit(view, draft), *objects_of_facts_before(view, draft).items()):
        found[text] += features
    found[""] += ["nothing", f"nothing|{draft.indicator}", f"nothing|{draft.indicator}|{view.quantity.dimension}"]
    return dict(found)


def _of_unit(view: View, draft: Draft) -> Iterator[tuple[str, list[str]]]:
    """What a unit says by itself: kilowatt-hours are of electricity, an amount per dollar is the dollar's."""
    for key in (view.quantity.unit, view.quantity.per):
        text = objects_of_units().get(key or "")
        if text is not None:
            yield text, ["of unit", f"of unit|{draft.indicator}", f"of unit|{key}"]


def _spans(view: View) -> Iterator[tuple[str, range]]:
    yield "right", view.near_right
    yield "left", view.near_left
    yield "far left", view.far_left
    yield "far right", view.far_right
    yield "lead", view.lead
    yield "before", view.sentence_before


def _phrase(view: View, phrase: Phrase, zone: str, draft: Draft) -> Iterator[str]:
    words, indicator = view.scene.words, draft.indicator
    head = words[phrase.head]
    shape = f"adjective {phrase.first < phrase.head} complement {phrase.last > phrase.head + 1}"
    kind = _as_trigger(head.lemma, indicator)
    before = _before(view, phrase, indicator)
    place = f"{zone} {_distance(view, phrase)}"
    case = "genitive" if "gent" in head.cases else "no genitive"
    yield "something"
    yield f"something|{indicator}"
    yield place
    yield f"{place}|{view.quantity.dimension}"
    yield f"{place}|{case}|{view.quantity.dimension}"
    yield f"{zone}|{indicator}"
    yield f"{zone}|{kind}"
    yield f"{zone}|{before}"
    yield f"{kind}|{before}"
    yield f"{kind}|{indicator}"
    yield f"{shape}|{kind}"
    yield f"{shape}|{indicator}"
    yield f"{shape}|{zone}|{before}"
    yield f"head={head.lemma}"
    yield f"head={head.lemma}|{indicator}"
    kin = word_class(head.lemma)
    yield f"class={kin}"
    yield f"class={kin}|{indicator}"
    if head.lemma in statement_words("carriers"):
        yield f"carrier|{indicator}"
    yield f"nominative {'nomn' in head.cases}|{zone}|{kind}"
    yield from _as_theme(view, phrase, kind, indicator)
    if phrase.last > phrase.head + 1:
        yield f"complement of={_as_trigger(head.lemma, indicator)}"
        yield f"complement={words[phrase.last - 1].lemma}"
        yield f"complement class={word_class(words[phrase.last - 1].lower)}|{kind}"
    if view.scene.clauses[phrase.head] == view.clause:
        yield f"clause|{zone}"
    if view.quantity.item is not None and head.lemma == view.quantity.item.lemma.replace("ё", "е"):
        yield f"item|{indicator}"
        yield f"item|{kind}"
        yield f"item|{shape}"


def _as_theme(view: View, phrase: Phrase, kind: str, indicator: str) -> Iterator[str]:
    """Whether the phrase is the theme of the number, or the genitive behind it."""
    source = view.theme.source
    if phrase.head in view.theme.heads:
        place = "last" if phrase.head == view.theme.heads[-1] else "first"
        yield f"theme {place}|{source}|{kind}"
        yield f"theme {place}|{indicator}"
    elif any(head < phrase.head <= head + 3 for head in view.theme.heads):
        yield f"behind theme|{source}|{kind}"
        yield f"behind theme|{indicator}"
    else:
        yield f"beside theme|{source}"


def _distance(view: View, phrase: Phrase) -> str:
    """How many words stand between the phrase and the number, in steps."""
    gap = phrase.first - view.anchor.last if phrase.first >= view.anchor.last else view.anchor.first - phrase.last
    return f"{next((step for step in reversed(_DISTANCES) if gap >= step), 0)}"


def _as_trigger(lemma: str, indicator: str) -> str:
    """Whether a noun names the indicator itself, another one, or nothing of the kind."""
    own = {t.strength for t in triggers().get(lemma, ()) if t.indicator == indicator and len(t.lemmas) == 1}
    if own:
        return "own " + min(own)
    return "other" if any(t.strength == "strong" for t in triggers().get(lemma, ())) else "plain"


def _before(view: View, phrase: Phrase, indicator: str) -> str:
    """What stands before the phrase: a trigger of the indicator («выпуск …»), a preposition, another noun, a verb."""
    words, index = view.scene.words, phrase.first - 1
    if index < 0:
        return "start"
    if index in view.scene.mask:
        return f"<{view.scene.mask[index]}>"
    if any(t.indicator == indicator for t in triggers_at([words[index].lemma], 0)):
        return f"trigger {words[index].pos}"
    return words[index].lower if words[index].pos == "PREP" else words[index].pos or "mark"
