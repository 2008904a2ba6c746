"""Label Studio tasks (https://labelstud.io/guide/task_format): annotations and predictions; offsets in code points.

Values, entities and facts travel in the regions' `meta` and the task's `data`, which Label Studio keeps.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.comparison.formats.files import read_text, reason
from pipeline.comparison.formats.standoff import Document, LabelledSpan
from pipeline.errors import GoldError
from pipeline.records import Article

LOSSES: tuple[str, ...] = ()
ARTICLE_FIELDS = ("id", "title", "source", "url", "published")


def read(path: Path) -> Iterator[Document]:
    """Yield a document for each task: its first annotation, or its first prediction where it has none."""
    try:
        tasks = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise GoldError(f"{path}:{error.lineno}: no JSON: {error.msg}") from error
    for number, task in enumerate(tasks if isinstance(tasks, list) else [tasks], start=1):
        try:
            yield _document(task)
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError(f"{path}: task {number}: {reason(error)}") from error


def _document(task: dict[str, Any]) -> Document:
    data = task["data"]
    given = [*task.get("annotations", ()), *task.get("predictions", ())]
    results = [item for item in (given[0]["result"] if given else ()) if item.get("type") == "labels"]
    article = {key: data.get(key) for key in ARTICLE_FIELDS} | {"text": data["text"]}
    if article["id"] is None and "id" in task:
        article["id"] = f"task-{task['id']}"
    return Document(
        article=Article.model_validate(article),
        spans=tuple(_span(item) for item in results),
        facts=tuple(data.get("facts", ())),
    )


def _span(item: dict[str, Any]) -> LabelledSpan:
    value = item["value"]
    fields = item.get("meta", {}).get("svodka", {})
    return LabelledSpan(label=value["labels"][0], fragments=((value["start"], value["end"]),), fields=fields)


def write(documents: list[Document], path: Path) -> None:
    """Write all documents as one list of tasks, their spans as annotations."""
    _write(documents, path, "annotations")


def write_predictions(documents: list[Document], path: Path) -> None:
    """Write all documents as one list of tasks, their spans as predictions, for a person to correct."""
    _write(documents, path, "predictions")


def _write(documents: list[Document], path: Path, kind: str) -> None:
    tasks = [_task(document, kind) for document in documents]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _task(document: Document, kind: str) -> dict[str, Any]:
    article = document.article.model_dump(mode="json", include=set(ARTICLE_FIELDS), exclude_none=True)
    data = {**article, "text": document.text, **({"facts": list(document.facts)} if document.facts else {})}
    return {"data": data, kind: [{"result": [_region(document, span, i) for i, span in enumerate(document.spans)]}]}


def _region(document: Document, span: LabelledSpan, number: int) -> dict[str, Any]:
    covered = document.text[span.start : span.end]
    value = {"start": span.start, "end": span.end, "text": covered, "labels": [span.label]}
    region: dict[str, Any] = {
        "id": f"r{number}", "type": "labels", "from_name": "label", "to_name": "text", "value": value,
    }  # fmt: skip
    return {**region, **({"meta": {"svodka": span.fields}} if span.fields else {})}
