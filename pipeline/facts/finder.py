"""Findings → facts, in order of the text.

For each quantity: 1 indicator, or none; 2 status; 3 subject; 4 time; 5 location; 6 object; 7 source. Each choice sees
those made before it for the same quantity, and the facts made before it in the article.
"""

from collections.abc import Callable, Mapping, Sequence
from math import prod

from spacy.tokens import Doc

from pipeline.facts.attribution import attribution
from pipeline.facts.cast import cast
from pipeline.facts.date_features import date_candidates
from pipeline.facts.drafts import Draft
from pipeline.facts.findings import Findings
from pipeline.facts.indicator_features import shared_features, tied_features
from pipeline.facts.location_features import location_candidates
from pipeline.facts.model import Model, model
from pipeline.facts.object_features import object_candidates
from pipeline.facts.scene import Scene, scene
from pipeline.facts.status_features import status_features
from pipeline.facts.subject_features import subject_candidates
from pipeline.facts.view import View
from pipeline.records import Extent, Fact

Features = tuple[Sequence[str], Mapping[str, Sequence[str]]]

#: Slot → its features, in the order in which the slots are chosen.
FEATURES: dict[str, Callable[[View, Draft], Features]] = {
    "indicator": lambda view, draft: (shared_features(view), tied_features(view)),
    "status": lambda view, draft: (status_features(view, draft), {}),
    "subject": lambda view, draft: ([], subject_candidates(view, draft)),
    "date": lambda view, draft: ([], date_candidates(view, draft)),
    "location": lambda view, draft: ([], location_candidates(view, draft)),
    "object": lambda view, draft: ([], object_candidates(view, draft)),
}


def find_facts(doc: Doc, findings: Findings) -> list[Fact]:
    """Return the facts of a Doc with sentence starts, fact1, fact2 … in order of the text.

    `doc._.published`, where set, tells what lies ahead.
    """
    here = scene(doc, findings, doc._.published if Doc.has_extension("published") else None)
    return facts_of_drafts(here, drafts(here))


def drafts(here: Scene, *, explain: bool = False, models: Callable[[str], Model] = model) -> list[Draft]:
    """Return a draft for each quantity of a scene; with `explain` each says which features decided its slots.

    `models` gives the model of a slot: the shipped one, or another in training.
    """
    players, made = cast(here), list[Draft]()
    for anchor in here.quantities:
        draft = Draft(anchor)
        view = View(here, players, anchor, made)
        for slot, features in FEATURES.items():
            if slot == "indicator" or draft.is_fact:
                _choose(models(slot), slot, features(view, draft), draft, explain)
        made.append(draft)
    return made


def _choose(chooser: Model, slot: str, features: Features, draft: Draft, explain: bool) -> None:
    choice = chooser.choose(*features)
    setattr(draft, slot, choice.chosen if slot in ("indicator", "status") else choice.chosen or None)
    draft.probabilities[slot] = choice.probability
    if explain:
        draft.reasons[slot] = chooser.reasons(choice, *features)


def facts_of_drafts(here: Scene, made: Sequence[Draft]) -> list[Fact]:
    """Return the records of the drafts that are facts."""
    players = cast(here)
    return [
        Fact.model_validate(
            {
                **{slot: getattr(draft, slot) for slot in FEATURES},
                "id": f"fact{number}",
                "quantity": draft.quantity.id,
                "attribution": attribution(here, players, draft.quantity),
                "evidence": _evidence(here, draft),
                "confidence": round(prod(draft.probabilities[s] for s in ("indicator", "subject", "date")), 4),
            }
        )
        for number, draft in enumerate((draft for draft in made if draft.is_fact), start=1)
    ]


def _evidence(here: Scene, draft: Draft) -> Extent:
    """The sentence that the quantity stands in."""
    start, end = here.sentence(draft.quantity.first)
    return Extent(start=here.layout.starts[start], end=here.layout.ends[end - 1])
