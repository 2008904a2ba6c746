"""What all foreign formats have in common: a text with labelled spans. Gold articles are converted from and to it."""

from collections.abc import Iterator
from typing import Any, Self

from pydantic import Field, JsonValue, model_validator

from pipeline.comparison.gold import GoldArticle
from pipeline.records import Article, Record

ENTITY_GROUPS = {"organization": "organizations", "location": "locations", "person": "people"}
ENTITY_FIELDS = ("name", "kind", "country", "subdivision", "legal_form", "position", "also")


class LabelledSpan(Record):
    """A labelled stretch: `fragments` are extents (code points), more than one where it is discontinuous.

    `fields` holds what is known besides: the value of a date or quantity; of an entity its id (`entity`), name, kind …
    """

    label: str
    fragments: tuple[tuple[int, int], ...]
    fields: dict[str, JsonValue] = Field(default_factory=dict)

    @property
    def start(self) -> int:
        """First character of the first fragment."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """End of the last fragment."""
        return self.fragments[-1][1]


class Document(Record):
    """A text with labelled spans; `facts` as gold has them."""

    article: Article
    spans: tuple[LabelledSpan, ...] = ()
    facts: tuple[dict[str, JsonValue], ...] = ()

    @property
    def text(self) -> str:
        """The text that fragments index."""
        return self.article.text or ""

    @model_validator(mode="after")
    def _spans_lie_in_the_text(self) -> Self:
        for span in self.spans:
            for start, end in span.fragments:
                if not 0 <= start < end <= len(self.text):
                    length = len(self.text)
                    raise ValueError(f"span {start}–{end} ({span.label}) is not in the text of {length} characters")
        return self


def from_gold(gold: GoldArticle) -> Document:
    """Return a gold article as a document; nothing is lost."""
    spans = sorted([*_entity_spans(gold), *_value_spans(gold)], key=lambda span: (span.start, -span.end))
    facts = tuple(fact.model_dump(mode="json", exclude_none=True) for fact in gold.facts)
    return Document(article=gold.article, spans=tuple(spans), facts=facts)


def _entity_spans(gold: GoldArticle) -> Iterator[LabelledSpan]:
    for label, group in ENTITY_GROUPS.items():
        for entity in getattr(gold, group):
            fields = entity.model_dump(mode="json", include=set(ENTITY_FIELDS), exclude_none=True)
            for mention in entity.mentions:
                extra = {"entity": entity.id, **fields, **({"optional": True} if mention.optional else {})}
                yield LabelledSpan(label=label, fragments=((mention.start, mention.end),), fields=extra)


def _value_spans(gold: GoldArticle) -> Iterator[LabelledSpan]:
    for label, items in (("date", gold.dates), ("quantity", gold.quantities)):
        for item in items:
            fields = item.model_dump(mode="json", exclude={"start", "end", "text"}, exclude_none=True)
            if not item.optional:
                fields.pop("optional")
            yield LabelledSpan(label=label, fragments=((item.start, item.end),), fields=fields)


def to_gold(document: Document) -> GoldArticle:
    """Return a document as a gold article. Labels that are none of ours are left out: map them first.

    An entity without an id gets one of its own; a date without a value becomes a duration without one.
    """
    entities: dict[str, dict[str, dict[str, Any]]] = {group: {} for group in ENTITY_GROUPS.values()}
    values: dict[str, list[dict[str, Any]]] = {"date": [], "quantity": []}
    for number, span in enumerate(document.spans):
        extent = {"start": span.start, "end": span.end, "text": document.text[span.start : span.end]}
        if span.label in ENTITY_GROUPS:
            _add_entity(entities[ENTITY_GROUPS[span.label]], span, extent, f"e{number}")
        elif span.label in values:
            values[span.label].append({**_DEFAULTS[span.label], **span.fields, **extent})
    return GoldArticle.model_validate(
        {
            "article": document.article,
            **{group: tuple(found.values()) for group, found in entities.items()},
            "dates": values["date"],
            "quantities": values["quantity"],
            "facts": document.facts,
        }
    )


_DEFAULTS: dict[str, dict[str, Any]] = {"date": {"kind": "period"}, "quantity": {"dimension": "other"}}


def _add_entity(found: dict[str, Any], span: LabelledSpan, extent: dict[str, Any], default_id: str) -> None:
    fields = dict(span.fields)
    identifier, optional = str(fields.pop("entity", default_id)), fields.pop("optional", False)
    name = fields.pop("name", extent["text"])
    known = {key: fields[key] for key in ENTITY_FIELDS if key in fields}
    entity = found.setdefault(identifier, {"id": identifier, "name": name, **known, "mentions": []})
    entity["mentions"].append({**extent, "optional": bool(optional)})
