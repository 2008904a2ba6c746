"""Findings → facts, in order of the text.

For each quantity: 1 indicator, or none; 2 status; 3 subject; 4 time; 5 location; 6 object; 7 source. Each choice sees
those made before it for the same quantity, and the facts made before it in the article.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from math import prod

from spacy.tokens import Doc

from pipeline.facts.attribution import attribution
from pipeline.facts.cast import Cast, cast
from pipeline.facts.date_features import date_candidates
from pipeline.facts.drafts import Draft
from pipeline.facts.findings import Findings
from pipeline.facts.indicator_features import shared_features, tied_features
from pipeline.facts.location_features import location_candidates
from pipeline.facts.model import Model, model
from pipeline.facts.object_features import object_candidates
from pipeline.facts.parts import Features
from pipeline.facts.scene import Scene, scene
from pipeline.facts.settings import setting
from pipeline.facts.status_features import status_features
from pipeline.facts.subject_features import subject_candidates
from pipeline.facts.view import View, view
from pipeline.records import Extent, Fact

#: Slot → its features, in the order in which the slots are chosen.
FEATURES: dict[str, Callable[[View, Draft], Features]] = {
    "indicator": lambda view, draft: (shared_features(view), tied_features(view)),
    "status": lambda view, draft: (status_features(view, draft), {}),
    "subject": lambda view, draft: ((), subject_candidates(view, draft)),
    "date": lambda view, draft: ((), date_candidates(view, draft)),
    "location": lambda view, draft: ((), location_candidates(view, draft)),
    "object": lambda view, draft: ((), object_candidates(view, draft)),
}


#: The confidence of a fact is the product of the probabilities of these.
OF_CONFIDENCE = ("indicator", "subject", "date")


def find_facts(doc: Doc, findings: Findings) -> list[Fact]:
    """Return the facts of a Doc with sentence starts, fact1, fact2 … in order of the text.

    `doc._.published`, where set, tells what lies ahead.
    """
    here = scene(doc, findings, doc._.published if Doc.has_extension("published") else None)
    players = cast(here)
    return facts_of_drafts(here, players, drafts(here, players))


def drafts(here: Scene, players: Cast, *, explain: bool = False, models: Callable[[str], Model] = model) -> list[Draft]:
    """Return a draft for each quantity of a scene; with `explain` each says which features decided its slots.

    `models` gives the model of a slot: the shipped one, or another in training.
    """
    made = list[Draft]()
    for around in views(here, players, made):
        draft = Draft(around.anchor)
        for slot, features in FEATURES.items():
            if slot == "indicator" or draft.is_fact:
                _choose(models(slot), slot, features(around, draft), draft, explain)
        made.append(draft)
    return made


def views(here: Scene, players: Cast, made: Sequence[Draft]) -> Iterator[View]:
    """Yield the view of each quantity, in order of the text; `made` has to be given the drafts of those before it."""
    settings = cache(partial(setting, here, players))
    for anchor in here.quantities:
        yield view(here, players, settings(here.sentence_numbers[anchor.first]), anchor, made)


def _choose(chooser: Model, slot: str, features: Features, draft: Draft, explain: bool) -> None:
    choice = chooser.choose(*features)
    setattr(draft, slot, choice.chosen if slot in ("indicator", "status") else choice.chosen or None)
    if slot in OF_CONFIDENCE:
        draft.probabilities[slot] = choice.probability
    if explain:
        draft.reasons[slot] = chooser.reasons(choice, *features)


def facts_of_drafts(here: Scene, players: Cast, made: Sequence[Draft]) -> list[Fact]:
    """Return the records of the drafts that are facts."""
    source = cache(partial(attribution, here, players))
    return [
        Fact.model_validate(
            {
                **{slot: getattr(draft, slot) for slot in FEATURES},
                "id": f"fact{number}",
                "quantity": draft.quantity.id,
                "attribution": source(here.sentence_numbers[draft.quantity.first]),
                "evidence": _evidence(here, draft),
                "confidence": round(prod(draft.probabilities[slot] for slot in OF_CONFIDENCE), 4),
            }
        )
        for number, draft in enumerate((draft for draft in made if draft.is_fact), start=1)
    ]


def _evidence(here: Scene, draft: Draft) -> Extent:
    """The sentence that the quantity stands in."""
    start, end = here.sentence(draft.quantity.first)
    return Extent(start=here.layout.starts[start], end=here.layout.ends[end - 1])
