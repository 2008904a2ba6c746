"""Where mentions live in a Doc: `doc.spans[key]` holds the spans, `span._.svodka_<key>` the typed mention of each.

A mention's own offsets count: where a span cannot be cut inside a token, the span is the tokens that it touches.
`doc._.published` is the publication date that relative dates are resolved against, None where unknown.
"""

from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span

KEYS = ("names", "dates", "quantities")


def register_extensions() -> None:
    """Declare the attributes on spaCy's Doc and Span; calling it again changes nothing."""
    for name in ("published", "entities", "values", "facts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for key in KEYS:
        if not Span.has_extension(f"svodka_{key}"):
            Span.set_extension(f"svodka_{key}", default=None)


def annotate(doc: Doc, key: str, mentions: Iterable[Any], label: str) -> None:
    """Write mentions to `doc.spans[key]`; `label` labels mentions that have none of their own."""
    spans: list[Span] = []
    name = f"svodka_{key}"
    for mention in mentions:
        span = doc.char_span(
            mention.start, mention.end, label=getattr(mention, "label", label), alignment_mode="expand"
        )
        if span is None:  # offsets outside the text
            raise ValueError(f"{label} {mention.start}..{mention.end} lies outside the text")
        values = span._
        kept = values.get(name)
        if kept is None:
            values.set(name, [mention])
        else:
            kept.append(mention)
        spans.append(span)
    doc.spans[key] = spans


def annotations(doc: Doc, key: str) -> list[Any]:
    """Return the mentions that `annotate` wrote, in order of the text; an empty list where the step did not run."""
    spans = {(span.start_char, span.end_char): span for span in doc.spans.get(key, ())}  # of mentions in one token, one
    found = [mention for span in spans.values() for mention in span._.get(f"svodka_{key}")]
    return sorted(set(found), key=lambda mention: (mention.start, mention.end))


register_extensions()
