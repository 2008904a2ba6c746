"""Records of `svodka extract` as a gold format: .json, .jsonl or a folder of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.comparison.formats.standoff import Document, from_gold, to_gold
from pipeline.comparison.gold import GoldArticle, GoldEntity
from pipeline.reading.records import read_records
from pipeline.records import ArticleRecord

LOSSES = ("the mark optional", "gaps of discontinuous spans")
_GROUPS = ("organizations", "locations", "people")


def read(path: Path) -> Iterator[Document]:
    """Yield a document for each record."""
    for record in read_records([path]):
        yield from_gold(gold_of(record))


def gold_of(record: ArticleRecord) -> GoldArticle:
    """Return what a record says, as a gold article."""
    data = record.model_dump(mode="json")
    value_keys = {"date": ("relative", "approximate", "confidence"), "quantity": ("confidence",)}
    return GoldArticle.model_validate(
        {
            "article": record.article.model_dump(),
            **{group: [_entity(entity) for entity in data[group]] for group in _GROUPS},
            "dates": [_without(item, value_keys["date"]) for item in data["dates"]],
            "quantities": [_quantity(_without(item, value_keys["quantity"])) for item in data["quantities"]],
            "facts": [_without(fact, ("id", "attribution", "evidence", "confidence")) for fact in data["facts"]],
        }
    )


def _entity(fields: dict[str, Any]) -> dict[str, Any]:
    mentions = [_without(mention, ("confidence",)) for mention in fields["mentions"]]
    known = {key: fields[key] for key in GoldEntity.model_fields if key in fields}
    return {**known, "also": fields.get("aliases", ()), "mentions": mentions}


def _quantity(fields: dict[str, Any]) -> dict[str, Any]:
    return {**fields, "item": fields["item"]["lemma"] if fields["item"] else None}


def _without(fields: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key not in names}


def write(documents: list[Document], path: Path) -> None:
    """Write the documents as records, one a line."""
    lines = [record_of(to_gold(document)).model_dump_json() for document in documents]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def record_of(gold: GoldArticle) -> ArticleRecord:
    """Return what a gold article says, as a record; facts without evidence of their own point at their quantity."""
    data = gold.model_dump(mode="json")
    places = {item["id"]: {"start": item["start"], "end": item["end"]} for item in data["quantities"]}
    return ArticleRecord.model_validate(
        {
            "article": data["article"],
            **{group: [_record_entity(entity, group) for entity in data[group]] for group in _GROUPS},
            "dates": [_identified(_without(item, ("optional",)), f"date-{i}") for i, item in enumerate(data["dates"])],
            "quantities": [_record_quantity(item, f"quantity-{i}") for i, item in enumerate(data["quantities"])],
            "facts": [
                {**_without(fact, ("optional",)), "id": f"fact{i}", "evidence": places[fact["quantity"]]}
                for i, fact in enumerate(data["facts"], start=1)
            ],
            "produced_by": {"version": "gold", "model": "gold"},
        }
    )


def _record_entity(fields: dict[str, Any], group: str) -> dict[str, Any]:
    mentions = [_without(mention, ("optional",)) for mention in fields["mentions"]]
    keys = {"organizations": ("kind", "legal_form", "country"), "locations": ("kind", "country", "subdivision")}
    known = {key: fields[key] for key in ("id", "name", *keys.get(group, ("position",)))}
    if group == "people":
        return {**known, "mentions": mentions}
    return {**known, "kind": known["kind"] or "other", "aliases": fields["also"], "mentions": mentions}


def _record_quantity(fields: dict[str, Any], default_id: str) -> dict[str, Any]:
    lemma = fields["item"]
    item = None if lemma is None else {"start": fields["start"], "end": fields["end"], "lemma": lemma}
    return {**_identified(_without(fields, ("optional",)), default_id), "item": item}


def _identified(fields: dict[str, Any], default_id: str) -> dict[str, Any]:
    return {**fields, "id": fields["id"] or default_id}
