"""The records: one ArticleRecord for each article. This is the public contract; schemas/ holds its JSON Schema.

Offsets are Unicode code points into `article.text`; `text[start:end]` is the mention's `text`. Dates are ISO 8601
days, both ends inclusive. Quantities carry their scale multiplied out («5,3 млн» is 5300000).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

SCHEMA_VERSION: Literal["1.0"] = "1.0"

OrganizationKind = Literal[
    "company", "bank", "government", "international", "media", "education", "finance", "union", "party", "sport",
    "other",
]  # fmt: skip
LocationKind = Literal[
    "country", "region", "district", "city", "village", "zone", "water", "deposit", "facility", "continent", "union",
    "other",
]  # fmt: skip
DateKind = Literal[
    "day", "week", "month", "quarter", "half_year", "year", "period", "decade", "century", "duration", "recurring"
]
Relation = Literal["by", "until", "since", "after", "before"]
Comparison = Literal["about", "more_than", "less_than", "at_least", "at_most", "between"]
Dimension = Literal[
    "count", "money", "percent", "percentage_point", "ratio", "mass", "length", "area", "volume", "energy", "power",
    "temperature", "speed", "other",
]  # fmt: skip
Change = Literal["increase_by", "decrease_by", "increase_to", "decrease_to"]
Indicator = Literal[
    "production", "capacity", "investment", "cost", "revenue", "profit", "loss", "price", "tariff", "export", "import",
    "trade", "employment", "wages", "growth", "gdp", "inflation", "interest_rate", "exchange_rate", "budget", "tax",
    "debt", "loan", "subsidy", "reserves", "construction", "transport", "sales", "population", "projects", "share",
    "consumption", "other",
]  # fmt: skip
Status = Literal["actual", "planned"]
Number = int | float
Confidence = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """Base of all records: immutable, and no field that the contract does not name."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Extent(Record):
    """A stretch of the text: code points, `end` exclusive."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)

    @model_validator(mode="after")
    def _is_not_empty(self) -> "Extent":
        if self.start >= self.end:
            raise ValueError(f"span {self.start}..{self.end} is empty: start must be smaller than end")
        return self


class Mention(Extent):
    """One occurrence of an entity in the text."""

    text: str
    confidence: Confidence = 1.0


class Article(Record):
    """An article as read. `id` is derived from the text where the source gives none; outputs may leave `text` out."""

    id: str = Field(default="", min_length=1, validate_default=False)
    title: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    duplicate_of: str | None = None
    published: date | None = None
    text: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _derive_id(cls, values: Any) -> Any:
        if isinstance(values, dict) and values.get("id") is None and isinstance(values.get("text"), str):
            digest = sha256(values["text"].encode("utf-8", "surrogatepass")).hexdigest()
            return {**values, "id": f"article-{digest[:16]}"}
        return values


class Organization(Record):
    """A company, bank, state body …; `name` is nominative, without quotes and legal form; `country` ISO 3166-1."""

    id: str
    name: str
    kind: OrganizationKind
    legal_form: str | None = None
    country: str | None = None
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]


class Location(Record):
    """A place; `country` ISO 3166-1 alpha-2, `subdivision` ISO 3166-2, coordinates in degrees (WGS 84)."""

    id: str
    name: str
    kind: LocationKind
    country: str | None = None
    subdivision: str | None = None
    geonames_id: int | None = None
    latitude: float | None = Field(default=None, ge=-90, le=90)
    longitude: float | None = Field(default=None, ge=-180, le=180)
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...]


class Person(Record):
    """A person; `name` is nominative and as complete as the text has it; `organization` the id of theirs."""

    id: str
    name: str
    position: str | None = None
    organization: str | None = None
    mentions: tuple[Mention, ...]


class Date(Mention):
    """A calendar expression: `first` and `last` day, inclusive, or `duration` (ISO 8601) for kind duration."""

    id: str
    kind: DateKind
    first: date | None = None
    last: date | None = None
    duration: str | None = None
    relation: Relation | None = None
    relative: bool = False
    approximate: bool = False

    @model_validator(mode="after")
    def _is_in_order(self) -> "Date":
        if self.first is not None and self.last is not None and self.first > self.last:
            raise ValueError(f"date {self.text!r}: first {self.first} is later than last {self.last}")
        return self


class Item(Extent):
    """What a count counts: the noun phrase, and the lemma of its head noun."""

    lemma: str


class Quantity(Mention):
    """A number that measures or counts: `value`, or `low` and `high` for a range; `unit`, `per` canonical symbols."""

    id: str
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparison: Comparison | None = None
    dimension: Dimension
    unit: str | None = None
    per: str | None = None
    item: Item | None = None
    change: Change | None = None

    @model_validator(mode="after")
    def _has_one_number(self) -> "Quantity":
        if (self.value is None) == (self.low is None and self.high is None):
            raise ValueError(f"quantity {self.text!r} needs either value, or low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"quantity {self.text!r}: low {self.low} is greater than high {self.high}")
        return self


class Fact(Record):
    """A quantity that states an economic indicator: of whom, when, where, actual or planned, said by whom."""

    id: str
    indicator: Indicator
    object: str | None = None
    quantity: str
    subject: str | None = None
    date: str | None = None
    location: str | None = None
    status: Status
    attribution: str | None = None
    evidence: Extent
    confidence: Confidence = 1.0


class ProducedBy(Record):
    """Which version of the code and of the tagger's model made a record."""

    version: str
    model: str


class ArticleRecord(Record):
    """All that is known of one article after extraction."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    article: Article
    organizations: tuple[Organization, ...] = ()
    locations: tuple[Location, ...] = ()
    people: tuple[Person, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    facts: tuple[Fact, ...] = ()
    warnings: tuple[str, ...] = ()
    produced_by: ProducedBy

    def entities(self) -> Iterator[Organization | Location | Person]:
        """All organizations, locations and people, in that order."""
        yield from self.organizations
        yield from self.locations
        yield from self.people

    def mentions(self) -> Iterator[Mention]:
        """Every mention of the record: of entities, then dates, then quantities."""
        for entity in self.entities():
            yield from entity.mentions
        yield from self.dates
        yield from self.quantities

    @model_validator(mode="after")
    def _spans_are_in_the_text(self) -> "ArticleRecord":
        text = self.article.text
        for mention in self.mentions() if text is not None else ():
            if text[mention.start : mention.end] != mention.text:  # type: ignore[index]
                raise ValueError(
                    f"mention {mention.text!r} at {mention.start}..{mention.end}: "
                    f"the text there reads {text[mention.start : mention.end]!r}"  # type: ignore[index]
                )
        return self

    @model_validator(mode="after")
    def _references_exist(self) -> "ArticleRecord":
        entities = _unique_ids("entity", (entity.id for entity in self.entities()))
        organizations = {entity.id for entity in self.organizations}
        dates = _unique_ids("date", (item.id for item in self.dates))
        quantities = _unique_ids("quantity", (item.id for item in self.quantities))
        _unique_ids("fact", (fact.id for fact in self.facts))
        for person in self.people:
            _require(person.organization, organizations, f"{person.id}: organization")
        for fact in self.facts:
            _require(fact.quantity, quantities, f"{fact.id}: quantity")
            _require(fact.date, dates, f"{fact.id}: date")
            for slot in ("subject", "location", "attribution"):
                _require(getattr(fact, slot), entities, f"{fact.id}: {slot}")
        return self


class Failure(Record):
    """What could not be done: an input that was not read, or an article on which a step failed.

    `source` names the file (and line) it came from, `article` the article's id, where known; `step` is reading, a
    component's name or writing.
    """

    article: str | None = None
    source: str | None = None
    step: str
    error: str


def _unique_ids(kind: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for identifier in ids:
        if identifier in seen:
            raise ValueError(f"{kind} id {identifier!r} is there twice")
        seen.add(identifier)
    return seen


def _require(reference: str | None, known: set[str], where: str) -> None:
    if reference is not None and reference not in known:
        raise ValueError(f"{where} {reference!r} is no id of this record")
