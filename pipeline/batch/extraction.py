"""The work of a worker: find a page's text, recognise the language, extract.

Only workers import this module: all that finds and recognises comes with it. See loading.py.
"""

from collections.abc import Sequence

from pipeline.batch.outcome import Outcome, Work, outcome_of
from pipeline.batch.preparing import prepared
from pipeline.batch.signatures import signature_of
from pipeline.extractor import Extractor
from pipeline.reading import Item
from pipeline.records import Article, ArticleRecord, Failure
from pipeline.settings import Settings

FOREIGN = "the article is in {language!r}: the finders are made for Russian, expect little"


def extraction(settings: Settings) -> Work:
    """Load the models and return the function that turns items of the input into outcomes."""
    extractor = Extractor(settings)

    def work(items: Sequence[Item]) -> list[Outcome]:
        ready = [prepared(item, settings) for item in items]
        return [_outcome(item, result) for item, result in zip(ready, extractor.pipe(ready), strict=True)]

    return work


def _outcome(item: Article | Failure, result: ArticleRecord | Failure) -> Outcome:
    if isinstance(result, Failure) or isinstance(item, Failure):
        return outcome_of(result)
    language = result.article.language
    if language != "ru":
        result = result.model_copy(update={"warnings": (*result.warnings, FOREIGN.format(language=language))})
    return outcome_of(result, signature_of(item.text or ""))
