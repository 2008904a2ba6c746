"""Extractor: an Article in, an ArticleRecord out; `pipe()` for streams.

The steps are spaCy components over one Doc, in the order of STEPS; this module only runs them and hands each article
to `pipeline.assembly`, which puts the record together.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice

from spacy.tokens import Doc

from pipeline.assembly import assemble
from pipeline.errors import ExtractionError
from pipeline.explanation import Decision, decisions
from pipeline.language.tokenizer import blank
from pipeline.records import Article, ArticleRecord, Failure
from pipeline.settings import Settings
from pipeline.steps import STEPS, register_steps

Component = Callable[[Doc], Doc]


class Extractor:
    """Turns articles into records. Making one loads the models; it serves any number of articles, in one thread."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        register_steps()
        self.nlp = blank()
        for step in STEPS:
            self.nlp.add_pipe(step, config=_config(step, self.settings))

    def __call__(self, article: Article) -> ArticleRecord:
        """Return the record of one article. Raises ExtractionError where a step fails on it."""
        result = self._batch([article])[0]
        if isinstance(result, Failure):
            raise ExtractionError(article.id, result.step, result.error)
        return result

    def pipe(self, articles: Iterable[Article | Failure]) -> Iterator[ArticleRecord | Failure]:
        """Yield the record of each article, in order. Failures pass through; an article that fails becomes one."""
        for batch in _batches(articles, self.settings.batch_size):
            yield from self._batch(batch)

    def explain(self, article: Article) -> list[Decision]:
        """Return why the record of an article is as it is: rules of dates and quantities, features of facts.

        Raises ExtractionError where a step fails.
        """
        doc = self._start(article)
        for step, component in self.nlp.pipeline:
            (doc,) = _run(step, component, [doc])
        if isinstance(doc, Failure):
            raise ExtractionError(article.id, doc.step, doc.error)
        return list(decisions(doc))

    def _batch(self, batch: Sequence[Article | Failure]) -> list[ArticleRecord | Failure]:
        # The zone frees what a batch adds to the vocabulary: memory stays flat over any number of articles.
        with self.nlp.memory_zone():
            docs = [item if isinstance(item, Failure) else self._start(item) for item in batch]
            for step, component in self.nlp.pipeline:
                docs = _run(step, component, docs)
            return [self._finish(item, doc) for item, doc in zip(batch, docs, strict=True)]

    def _start(self, article: Article) -> Doc | Failure:
        text = article.text
        if not text or not text.strip():
            return Failure(article=article.id, step="reading", error="the article has no text")
        if len(text) > self.settings.max_characters:
            limit = f"{len(text):,} characters, more than max_characters = {self.settings.max_characters:,}"
            return Failure(article=article.id, step="reading", error=f"the article has {limit}; raise the setting")
        try:
            doc = self.nlp.make_doc(text)
        except Exception as error:  # a bad article never stops a run
            return _failure(article.id, "svodka_tokenizer", error)
        doc.user_data["svodka_article"] = article.id
        doc._.published = article.published
        return doc

    def _finish(self, article: Article | Failure, doc: Doc | Failure) -> ArticleRecord | Failure:
        if isinstance(doc, Failure):
            return doc
        assert isinstance(article, Article)  # only an article has a Doc
        try:
            return assemble(article, doc, keep_text=self.settings.keep_text, tagger=self.settings.tagger)
        except Exception as error:
            return _failure(article.id, "svodka_record", error)


def _batches(items: Iterable[Article | Failure], size: int) -> Iterator[list[Article | Failure]]:
    waiting = iter(items)
    while batch := list(islice(waiting, size)):
        yield batch


def _config(step: str, settings: Settings) -> dict[str, object]:
    config: dict[str, object] = {"tagger": settings.tagger} if step == "svodka_names" else {}
    if step in ("svodka_names", "svodka_entities") and settings.lexicon is not None:
        config["lexicon"] = str(settings.lexicon)
    return config


def _run(step: str, component: Component, docs: Sequence[Doc | Failure]) -> list[Doc | Failure]:
    """Run one step over a batch: at once where the component can, one by one where that fails or it cannot."""
    pipe = getattr(component, "pipe", None)
    ready = [doc for doc in docs if isinstance(doc, Doc)]
    if pipe is not None and len(ready) > 1:
        try:
            done = iter(list(pipe(ready)))
            return [doc if isinstance(doc, Failure) else next(done) for doc in docs]
        except Exception:  # find the article that it is by going through the batch one by one
            pass
    return [doc if isinstance(doc, Failure) else _apply(step, component, doc) for doc in docs]


def _apply(step: str, component: Component, doc: Doc) -> Doc | Failure:
    try:
        return component(doc)
    except Exception as error:
        return _failure(doc.user_data["svodka_article"], step, error)


def _failure(article_id: str, step: str, error: Exception) -> Failure:
    return Failure(article=article_id, step=step, error=f"{type(error).__name__}: {error}")


@cache
def _default_extractor() -> Extractor:
    return Extractor()


def extract(text: str, published: date | None = None) -> ArticleRecord:
    """Return the record of one text, by an extractor that is loaded once a process.

    `published` is the publication date: without it relative dates («в следующем году») stay unresolved.
    Raises ExtractionError where a step fails.
    """
    return _default_extractor()(Article(text=text, published=published))
