"""Facts of many records as flat rows: what an economist sorts, filters and puts in a sheet."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.records import ArticleRecord, Fact

FAR = date.max


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact with what it refers to spelled out; amounts in the unit given, days inclusive, `evidence` a sentence."""

    indicator: str
    object: str | None
    subject: str | None
    value: float | int | None
    low: float | int | None
    high: float | int | None
    unit: str | None
    per: str | None
    change: str | None
    comparison: str | None
    first: date | None
    last: date | None
    place: str | None
    status: str
    said_by: str | None
    article: str
    published: date | None
    evidence: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which rows are wanted; an empty filter wants all. Names are looked for as parts, without regard to case and ё."""

    indicator: str | None = None
    subject: str | None = None
    place: str | None = None
    first: date | None = None
    last: date | None = None

    def wants(self, row: FactRow) -> bool:
        """Say whether a row passes. A row without a period is judged by the day of publication."""
        begins, ends = row.first or row.published, row.last or row.published
        in_time = (self.first is None or (ends is not None and ends >= self.first)) and (
            self.last is None or (begins is not None and begins <= self.last)
        )
        return (
            in_time
            and self.indicator in (None, row.indicator)
            and _has(row.subject, self.subject)
            and (_has(row.place, self.place) or _has(row.subject, self.place))
        )


def _has(name: str | None, wanted: str | None) -> bool:
    return wanted is None or (name is not None and _key(wanted) in _key(name))


def _key(name: str) -> str:
    return name.casefold().replace("ё", "е")


def fact_rows(records: Iterable[ArticleRecord]) -> Iterator[FactRow]:
    """Yield the rows of records, article by article. Reprints are left out: their facts would count twice."""
    for record in records:
        if record.article.duplicate_of is None:
            names = {entity.id: entity.name for entity in record.entities()}
            for fact in record.facts:
                yield _row(record, fact, names)


def _row(record: ArticleRecord, fact: Fact, names: dict[str, str]) -> FactRow:
    quantity = next(item for item in record.quantities if item.id == fact.quantity)
    when = next((item for item in record.dates if item.id == fact.date), None)
    text = record.article.text
    return FactRow(
        indicator=fact.indicator,
        object=fact.object,
        subject=names.get(fact.subject or ""),
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        unit=quantity.unit or (quantity.item.lemma if quantity.item else None),
        per=quantity.per,
        change=quantity.change,
        comparison=quantity.comparison,
        first=when.first if when else None,
        last=when.last if when else None,
        place=names.get(fact.location or ""),
        status=fact.status,
        said_by=names.get(fact.attribution or ""),
        article=record.article.id,
        published=record.article.published,
        evidence=" ".join(text[fact.evidence.start : fact.evidence.end].split()) if text else None,
        confidence=fact.confidence,
    )


def sort_key(row: FactRow) -> tuple[object, ...]:
    """Sort by indicator, object and subject, then by time, articles last."""
    return row.indicator, row.object or "", row.subject or "", row.first or FAR, row.article
