"""Doc → ArticleRecord: what the steps left in the Doc, as one record."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version

from spacy.tokens import Doc

from pipeline.finding.tagger import TAGGERS
from pipeline.finding.values import values_of
from pipeline.records import Article, ArticleRecord, Date, ProducedBy
from pipeline.resolving.entities import Entities

NO_PUBLICATION_DATE = "no publication date: {count} relative date(s) left unresolved"


def assemble(article: Article, doc: Doc, *, keep_text: bool = True, tagger: str = "full") -> ArticleRecord:
    """Return the record of an article whose Doc went through all steps; `tagger` is the one that found its names."""
    entities: Entities = doc._.entities
    values = values_of(doc)
    record = ArticleRecord(
        article=article if article.language else article.model_copy(update={"language": "ru"}),
        organizations=entities.organizations,
        locations=entities.locations,
        people=entities.people,
        dates=values.dates,
        quantities=values.quantities,
        facts=doc._.facts,
        warnings=_warnings(article, values.dates),
        produced_by=produced_by(tagger),
    )
    return record if keep_text else without_text(record)


def without_text(record: ArticleRecord) -> ArticleRecord:
    """Return the record with `article.text` left out; its offsets still index the article as read."""
    return record.model_copy(update={"article": record.article.model_copy(update={"text": None})})


@cache
def produced_by(tagger: str) -> ProducedBy:
    """Return the version of the package and the name of the tagger's model."""
    _, model = TAGGERS[tagger]
    try:
        return ProducedBy(version=version("svodka"), model=model)
    except PackageNotFoundError:  # run from a source tree that is not installed
        return ProducedBy(version="0+source", model=model)


def _warnings(article: Article, dates: tuple[Date, ...]) -> tuple[str, ...]:
    open_dates = [date for date in dates if date.relative and date.first is None and date.kind != "recurring"]
    if article.published is None and open_dates:
        return (NO_PUBLICATION_DATE.format(count=len(open_dates)),)
    return ()
