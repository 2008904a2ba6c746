"""A stand-in for extraction that needs no model: workers load it by name. Some texts make it misbehave."""

import os
import time
from collections.abc import Sequence

from pipeline.batch.outcome import Item, Outcome, Work, outcome_of
from pipeline.records import Article, ArticleRecord, Failure, ProducedBy
from pipeline.settings import Settings


def load(settings: Settings | None = None) -> Work:
    """Return work that makes an empty record for every article."""
    return _work


def load_and_fail(settings: Settings | None = None) -> Work:
    raise FileNotFoundError("no weights")


def _work(items: Sequence[Item]) -> list[Outcome]:
    return [outcome_of(_extract(item)) for item in items]


def _extract(item: Item) -> ArticleRecord | Failure:
    if isinstance(item, Failure):
        return item
    text = item.text or ""
    if "DIE" in text:
        os.abort()
    if "HANG" in text:
        time.sleep(600)
    if "FAIL" in text:
        return Failure(article=item.id, step="svodka_dates", error="ValueError: told to fail")
    return ArticleRecord(article=Article(**item.model_dump()), produced_by=ProducedBy(version="0", model="none"))
