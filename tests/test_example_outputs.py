"""outputs/example holds what the code makes today of three articles of corpus/news."""

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import ArticleRecord, Extractor
from pipeline.batch.preparing import prepared
from pipeline.reading import read_items

NAMES = ("kz-caspian-oil-2025", "ru-steel-ural-2021", "uz-textile-clusters-2019")
REMAKE = "made otherwise today: look at the difference, then make outputs/example anew (outputs/README.md)"


def split(value: Any, confidences: list[float]) -> Any:
    """Return the value without its confidences, which are collected: their last digit may depend on the processor."""
    if isinstance(value, dict):
        if value.get("confidence") is not None:
            confidences.append(value["confidence"])
        return {key: split(item, confidences) for key, item in value.items() if key != "confidence"}
    return [split(item, confidences) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("name", NAMES)
def test_examples_are_up_to_date(extractor: Extractor, root: Path, name: str) -> None:
    (item,) = read_items([root / "corpus" / "news" / f"{name}.txt"])
    record = extractor(prepared(item, extractor.settings))
    assert isinstance(record, ArticleRecord)
    kept = json.loads((root / "outputs" / "example" / f"{name}.json").read_text(encoding="utf-8"))
    before: list[float] = []
    today: list[float] = []
    assert split(kept, before) == split(record.model_dump(mode="json"), today), REMAKE
    assert today == pytest.approx(before, abs=0.02)


def test_there_are_no_other_examples(root: Path) -> None:
    assert {path.stem for path in (root / "outputs" / "example").glob("*.json")} == set(NAMES)
