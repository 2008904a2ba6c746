"""A gold article: what a careful reader marked in a text. Field names and enumerations are those of the records.

`optional` marks what two careful readers could judge differently: finding it is no error, missing it is none either.
"""

from collections.abc import Iterator
from pathlib import Path

from pipeline.records import (
    Article,
    Change,
    Comparison,
    DateKind,
    Dimension,
    Extent,
    Indicator,
    Number,
    Record,
    Relation,
    Status,
)


class GoldMention(Extent):
    """One marked stretch of the text."""

    text: str
    optional: bool = False


class GoldEntity(Record):
    """An organization, location or person; `also` are further names that count as right."""

    id: str
    name: str
    kind: str | None = None
    country: str | None = None
    subdivision: str | None = None
    legal_form: str | None = None
    position: str | None = None
    also: tuple[str, ...] = ()
    mentions: tuple[GoldMention, ...]


class GoldDate(GoldMention):
    """A calendar expression; `first` and `last` are ISO days, `duration` ISO 8601."""

    id: str | None = None
    kind: DateKind
    first: str | None = None
    last: str | None = None
    duration: str | None = None
    relation: Relation | None = None


class GoldQuantity(GoldMention):
    """A number that measures or counts; `item` is the lemma of the head noun counted."""

    id: str | None = None
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparison: Comparison | None = None
    dimension: Dimension
    unit: str | None = None
    per: str | None = None
    item: str | None = None
    change: Change | None = None


class GoldFact(Record):
    """What a quantity states; references are ids of the same article."""

    quantity: str
    indicator: Indicator
    object: str | None = None
    subject: str | None = None
    date: str | None = None
    location: str | None = None
    status: Status
    optional: bool = False


class GoldArticle(Record):
    """An article with its text and all that is marked in it."""

    article: Article
    organizations: tuple[GoldEntity, ...] = ()
    locations: tuple[GoldEntity, ...] = ()
    people: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    quantities: tuple[GoldQuantity, ...] = ()
    facts: tuple[GoldFact, ...] = ()

    @property
    def text(self) -> str:
        """The text that offsets index."""
        return self.article.text or ""

    def entities(self) -> Iterator[GoldEntity]:
        """All organizations, locations and people, in that order."""
        yield from self.organizations
        yield from self.locations
        yield from self.people


def gold_files(paths: list[Path]) -> Iterator[Path]:
    """Yield the gold files that the paths name: files, or folders searched for *.gold.xml."""
    for path in paths:
        yield from sorted(path.rglob("*.gold.xml")) if path.is_dir() else [path]
