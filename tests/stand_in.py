"""A stand-in for extraction that needs no model: workers load it by name. Some texts make it misbehave."""

import os
import time
from collections.abc import Sequence

from pipeline.batch.outcome import Outcome, Work, outcome_of
from pipeline.batch.preparing import prepared
from pipeline.batch.signatures import signature_of
from pipeline.reading import Item
from pipeline.records import Article, ArticleRecord, Failure, Mention, Organization, ProducedBy
from pipeline.settings import Settings

MADE_BY = ProducedBy(version="0", model="none")


def load(settings: Settings | None = None) -> Work:
    """Return work that finds the first word of every article as an organization."""
    wanted = settings or Settings()

    def work(items: Sequence[Item]) -> list[Outcome]:
        return [_outcome(prepared(item, wanted)) for item in items]

    return work


def load_and_fail(settings: Settings | None = None) -> Work:
    """Fail as a missing file would."""
    raise FileNotFoundError("no weights")


def load_slowly(settings: Settings | None = None) -> Work:
    """Return work that takes some milliseconds an article, so that there is time to kill the run."""
    work = load(settings)

    def slow(items: Sequence[Item]) -> list[Outcome]:
        time.sleep(0.002 * len(items))
        return work(items)

    return slow


def record_of(article: Article) -> ArticleRecord:
    """Return a record with one organization: the first word."""
    text = article.text or ""
    word = text.split()[0]
    mention = Mention(start=text.index(word), end=text.index(word) + len(word), text=word)
    organization = Organization(id="org1", name=word, kind="company", mentions=(mention,))
    return ArticleRecord(article=article, organizations=(organization,), produced_by=MADE_BY)


def _outcome(item: Article | Failure) -> Outcome:
    if isinstance(item, Failure):
        return outcome_of(item)
    text = item.text or ""
    if "DIE" in text:
        os.abort()
    if "HANG" in text:
        time.sleep(600)
    if "FAIL" in text:
        return Outcome(item.id, failure=Failure(article=item.id, step="svodka_dates", error="ValueError: told to fail"))
    return outcome_of(record_of(item), signature_of(text))
