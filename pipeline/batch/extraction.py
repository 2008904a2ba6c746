"""The work of a worker: find a page's text, recognise the language, extract. The models load with the work."""

from collections.abc import Sequence

from pipeline.batch.duplicates import signature_of
from pipeline.batch.outcome import Outcome, Work, outcome_of
from pipeline.language.recognition import recognise_language
from pipeline.reading import Item, Page
from pipeline.records import Article, ArticleRecord, Failure
from pipeline.settings import Settings

LANGUAGE_STEP = "language"
FOREIGN = "the article is in {language!r}: the finders are made for Russian, expect little"


def extraction(settings: Settings) -> Work:
    """Load the models and return the function that turns items of the input into outcomes."""
    from pipeline.extractor import Extractor  # spaCy and the models load in the workers alone

    extractor = Extractor(settings)

    def work(items: Sequence[Item]) -> list[Outcome]:
        ready = [prepared(item, settings) for item in items]
        return [_outcome(item, result) for item, result in zip(ready, extractor.pipe(ready), strict=True)]

    return work


def prepared(item: Item, settings: Settings) -> Article | Failure:
    """Return the article of an item with its language; a Failure where there is none, or in a language to pass over."""
    article = item.article() if isinstance(item, Page) else item
    if isinstance(article, Failure):
        return article
    language = recognise_language(article.text or "")
    if settings.languages and language not in settings.languages:
        passed_over = f"the article is in {language!r}: passed over; --languages ru,{language} extracts it"
        return Failure(article=article.id, step=LANGUAGE_STEP, error=passed_over)
    return article.model_copy(update={"language": language})


def _outcome(item: Article | Failure, result: ArticleRecord | Failure) -> Outcome:
    if isinstance(result, Failure) or isinstance(item, Failure):
        return outcome_of(result)
    language = result.article.language
    if language != "ru":
        result = result.model_copy(update={"warnings": (*result.warnings, FOREIGN.format(language=language))})
    return outcome_of(result, signature_of(item.text or ""))
