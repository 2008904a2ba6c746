"""A small gold article and the records made of it, for the tests of comparison."""

import random
from pathlib import Path
from typing import Any

from pipeline.comparison.gold import GoldArticle, GoldEntity
from pipeline.comparison.gold_xml import read_gold_xml
from pipeline.records import ArticleRecord

GOLD = """<article id="sample" published="2025-03-10" title="Проба">
<entities>
  <organization id="o1" name="Ақтау Кабель" kind="company" country="KZ" also="Актау Кабель"/>
  <location id="l1" name="Актау" kind="city" country="KZ" subdivision="KZ-47"/>
  <person id="p1" name="Дина Сапарова"/>
</entities>
<text>За <date id="d1" first="2024-01-01" last="2024-12-31" kind="year">прошлый год</date> ТОО «<org ref="o1">Ақтау \
Кабель</org>» в <loc ref="l1">Актау</loc> выпустило <quantity id="q1" value="1200" dimension="mass" unit="t">1,2 тыс. \
тонн</quantity> кабеля, на <quantity id="q2" value="6" dimension="percent" unit="%" change="increase_by">6%</quantity> \
больше, и наняло <quantity id="q3" value="40" dimension="count" item="человек">40</quantity> человек, сказала \
<person ref="p1">Дина Сапарова</person>. <org ref="o1" optional="yes">Завод</org> растёт.</text>
<facts>
  <fact quantity="q1" indicator="production" object="кабель" subject="o1" date="d1" location="l1" status="actual"/>
  <fact quantity="q2" indicator="production" object="кабель" subject="o1" date="d1" location="l1" status="actual"/>
  <fact quantity="q3" indicator="employment" subject="o1" date="d1" location="l1" status="actual" optional="yes"/>
</facts>
</article>
"""


def write_gold(folder: Path, text: str = GOLD, name: str = "sample") -> Path:
    """Write a gold file and return its path."""
    path = folder / f"{name}.gold.xml"
    path.write_text(text, encoding="utf-8")
    return path


def gold_article(folder: Path) -> GoldArticle:
    """Return the sample as a gold article."""
    return read_gold_xml(write_gold(folder))


def perfect_record(gold: GoldArticle) -> ArticleRecord:
    """Return the record that says exactly what gold says."""
    facts = [
        {"id": f"fact{i}", "evidence": {"start": 0, "end": 1}, **fact.model_dump(exclude={"optional"})}
        for i, fact in enumerate(gold.facts)
    ]
    return ArticleRecord.model_validate(
        {
            "article": gold.article.model_dump(),
            "organizations": [_entity(entity) for entity in gold.organizations],
            "locations": [_entity(entity) for entity in gold.locations],
            "people": [_entity(entity) for entity in gold.people],
            "dates": [_named(date.model_dump(exclude={"optional"}), "d", i) for i, date in enumerate(gold.dates)],
            "quantities": [_quantity(q.model_dump(exclude={"optional"}), i) for i, q in enumerate(gold.quantities)],
            "facts": facts,
            "produced_by": {"version": "0", "model": "none"},
        }
    )


def _entity(entity: GoldEntity) -> dict[str, Any]:
    fields = {key: value for key, value in entity.model_dump().items() if value is not None}
    also = fields.pop("also")
    if "kind" in fields:
        fields["aliases"] = also
    fields["mentions"] = [{key: m[key] for key in ("start", "end", "text")} for m in fields["mentions"]]
    return fields


def _named(fields: dict[str, Any], letter: str, number: int) -> dict[str, Any]:
    return {**fields, "id": fields["id"] or f"{letter}-{number}"}


def _quantity(fields: dict[str, Any], number: int) -> dict[str, Any]:
    lemma = fields.pop("item")
    item = None if lemma is None else {"start": fields["start"], "end": fields["end"], "lemma": lemma}
    return {**_named(fields, "q", number), "item": item}


def corrupted(record: ArticleRecord, seed: int) -> ArticleRecord:
    """Return the record with fields, values and links changed, and items dropped, at random; spans stay apart."""
    chance = random.Random(seed)
    data = record.model_dump()
    data["facts"] = [fact for fact in data["facts"] if chance.random() > 0.2]
    for fact in data["facts"]:
        fact["indicator"] = chance.choice([fact["indicator"], "other"])
        fact["date"] = chance.choice([fact["date"], None])
        fact["subject"] = chance.choice([fact["subject"], None])
    used = {fact["quantity"] for fact in data["facts"]}
    data["quantities"] = [item for item in data["quantities"] if item["id"] in used or chance.random() > 0.3]
    for item in data["quantities"]:
        item["change"] = chance.choice([item["change"], None])
        item["dimension"] = chance.choice([item["dimension"], "other"])
    for group in ("organizations", "locations"):
        for entity in data[group]:
            entity["kind"] = chance.choice([entity["kind"], "other"])
            entity["mentions"] = [mention for mention in entity["mentions"] if chance.random() > 0.2]
    return ArticleRecord.model_validate(data)
