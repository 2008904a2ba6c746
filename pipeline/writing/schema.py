"""JSON Schema of the records, generated from the models: what schemas/ holds."""

import json

from pipeline.records import ArticleRecord, Failure, Record

MODELS: dict[str, type[Record]] = {"article_record": ArticleRecord, "failure": Failure}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, str]:
    """Return the text of every schema file by its name (`article_record.schema.json` …)."""
    return {f"{name}.schema.json": _schema(model) for name, model in MODELS.items()}


def _schema(model: type[Record]) -> str:
    schema = {"$schema": DIALECT} | model.model_json_schema(mode="serialization")
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
