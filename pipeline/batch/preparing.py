"""What comes before extraction: find a page's text, recognise the language."""

from pipeline.batch.report import LANGUAGE_STEP
from pipeline.language.recognition import recognise_language
from pipeline.reading import Item, Page
from pipeline.records import Article, Failure
from pipeline.settings import Settings


def prepared(item: Item, settings: Settings) -> Article | Failure:
    """Return the article of an item with its language; a Failure where there is none, or in a language to pass over."""
    article = item.article() if isinstance(item, Page) else item
    if isinstance(article, Failure):
        return article
    language = recognise_language(article.text or "")
    if settings.languages and language not in settings.languages:
        wanted = ",".join((*settings.languages, language))
        passed_over = f"the article is in {language!r}: passed over; --languages {wanted} extracts it"
        return Failure(article=article.id, step=LANGUAGE_STEP, error=passed_over)
    return article.model_copy(update={"language": language})
