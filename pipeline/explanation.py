"""Why a record says what it says: the rule behind each date and quantity, the features behind each slot of a fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from pipeline.facts.cast import cast
from pipeline.facts.component import findings_of
from pipeline.facts.finder import FEATURES, drafts
from pipeline.facts.scene import scene
from pipeline.finding.annotations import annotations
from pipeline.language.tokenizer import text_of

#: So many features are named for a slot of a fact, the weightiest first.
FEATURES_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: about which text, what was read, and why (a rule's name, or features with their weights)."""

    kind: str  # date | quantity | fact
    text: str
    value: str
    reason: str


def decisions(doc: Doc) -> Iterator[Decision]:
    """Yield the decisions of a Doc that went through all steps, in order of the text within each kind."""
    for mention in annotations(doc, "dates"):
        value = mention.duration or f"{mention.first or '?'} … {mention.last or '?'}"
        yield Decision("date", text_of(doc)[mention.start : mention.end], value, mention.rule)
    for mention in annotations(doc, "quantities"):
        number = mention.value if mention.value is not None else f"{mention.low} … {mention.high}"
        value = f"{number} {mention.unit or mention.dimension}"
        reason = ", ".join((mention.rule, *mention.reasons))
        yield Decision("quantity", text_of(doc)[mention.start : mention.end], value, reason)
    yield from _facts(doc)


def _facts(doc: Doc) -> Iterator[Decision]:
    findings = findings_of(doc)
    texts = {quantity.id: quantity.text for quantity in findings.quantities}
    here = scene(doc, findings, doc._.published)
    for draft in drafts(here, cast(here), explain=True):
        for slot in FEATURES if draft.is_fact else ("indicator",):
            reasons = draft.reasons[slot][:FEATURES_SHOWN]
            reason = ", ".join(f"{feature} {weight:+.2f}" for feature, weight in reasons if weight)
            yield Decision("fact", texts[draft.quantity.id], f"{slot}: {getattr(draft, slot)}", reason)
