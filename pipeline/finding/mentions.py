"""What finders hand on: typed mentions with offsets into the text (code points, `end` exclusive) and the rule
that fired."""

from dataclasses import dataclass
from datetime import date

from pipeline.records import Change, Comparison, DateKind, Dimension, Number, Relation


@dataclass(frozen=True, slots=True)
class NameMention:
    """A stretch of text that names an organization, a location or a person."""

    start: int
    end: int
    label: str  # organization | location | person
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar expression and its value; `first`, `last` inclusive days; `duration` ISO 8601."""

    start: int
    end: int
    kind: DateKind
    first: date | None = None
    last: date | None = None
    duration: str | None = None
    relation: Relation | None = None
    relative: bool = False
    approximate: bool = False
    confidence: float = 1.0
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ItemMention:
    """What a count counts: the extent of the noun phrase and the lemma of its head noun."""

    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A number that measures or counts; `value`, or `low` and `high` for a range, scale multiplied out."""

    start: int
    end: int
    dimension: Dimension
    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    comparison: Comparison | None = None
    unit: str | None = None
    per: str | None = None
    item: ItemMention | None = None
    change: Change | None = None
    confidence: float = 1.0
    rule: str = ""
    reasons: tuple[str, ...] = ()  # the rules that told rate, item, change, comparison
