"""Gold articles written as inline markup; `gold_xml.read_gold_xml` gives the same article back."""

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from pipeline.comparison.gold import GoldArticle

_TAGS = {"organizations": ("organization", "org"), "locations": ("location", "loc"), "people": ("person", "person")}
_VALUE_FIELDS = ("id", "value", "low", "high", "first", "last", "kind", "duration", "relation", "comparison",
                 "dimension", "unit", "per", "item", "change", "optional")  # fmt: skip
_FACT_FIELDS = ("quantity", "indicator", "object", "subject", "date", "location", "status", "optional")
_ENTITY_FIELDS = ("id", "name", "kind", "country", "subdivision", "legal_form", "position")

Marked = tuple[int, int, str, str]  # start, end, tag, attributes


def gold_xml(gold: GoldArticle) -> tuple[str, list[str]]:
    """Return the file's content, and what it cannot hold: spans that cross others (the later one is left out)."""
    kept, crossing = _nested(sorted(_marked(gold), key=lambda mark: (mark[0], -mark[1])))
    head = _attributes(gold.article.model_dump(mode="json"), ("id", "published", "source", "url", "title"))
    lines = [f"<article {head}>", "<entities>"]
    for group, (tag, _) in _TAGS.items():
        lines += [f"  <{tag} {_entity(entity)}/>" for entity in getattr(gold, group)]
    lines += ["</entities>", f"<text>{''.join(_inline(gold.text, kept))}</text>", "<facts>"]
    lines += [f"  <fact {_attributes(fact.model_dump(mode='json'), _FACT_FIELDS)}/>" for fact in gold.facts]
    losses = [f"<{tag}> {gold.text[start:end]!r} crosses another span" for start, end, tag, _ in crossing]
    return "\n".join([*lines, "</facts>", "</article>", ""]), losses


def _marked(gold: GoldArticle) -> Iterator[Marked]:
    for group, (_, tag) in _TAGS.items():
        for entity in getattr(gold, group):
            for mention in entity.mentions:
                attributes = _attributes({"ref": entity.id, "optional": mention.optional}, ("ref", "optional"))
                yield mention.start, mention.end, tag, attributes
    for tag, items in (("date", gold.dates), ("quantity", gold.quantities)):
        for item in items:
            yield item.start, item.end, tag, _attributes(item.model_dump(mode="json"), _VALUE_FIELDS)


def _attributes(fields: dict[str, Any], names: tuple[str, ...]) -> str:
    given = ((name, fields[name]) for name in names if fields.get(name) not in (None, False))
    return " ".join(f"{name}={quoteattr('yes' if value is True else str(value))}" for name, value in given)


def _entity(entity: Any) -> str:
    also = f" also={quoteattr('; '.join(entity.also))}" if entity.also else ""
    return _attributes(entity.model_dump(mode="json"), _ENTITY_FIELDS) + also


def _nested(marks: list[Marked]) -> tuple[list[Marked], list[Marked]]:
    kept: list[Marked] = []
    crossing: list[Marked] = []
    for mark in marks:
        crosses = any(other[0] < mark[0] < other[1] < mark[1] for other in kept)
        (crossing if crosses else kept).append(mark)
    return kept, crossing


def _inline(text: str, marks: list[Marked]) -> Iterator[str]:
    """The text with its tags; marks are nested and sorted by start, the longer one first."""
    open_marks: list[Marked] = []
    position = 0
    for mark in [*marks, (len(text), len(text), "", "")]:
        while open_marks and open_marks[-1][1] <= mark[0]:
            closing = open_marks.pop()
            yield f"{escape(text[position : closing[1]])}</{closing[2]}>"
            position = closing[1]
        yield escape(text[position : mark[0]])
        position = mark[0]
        if mark[2]:
            yield f"<{mark[2]} {mark[3]}>"
            open_marks.append(mark)
